"""Fates that follow from what was told before: captives recovered, a breakdown of the dead, more of the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.draft import Sentence, Word
from sayso.reading.events import syntax
from sayso.reading.events.counted import Counted
from sayso.reading.events.elliptic import elliptic
from sayso.reading.events.fates import Fates
from sayso.reading.events.people import is_person
from sayso.reading.events.saying import Fate

_HELD = frozenset({"prisoner", "detainee", "pow", "soldier", "captive", "serviceman"})
_MORE = frozenset({"more", "others", "another", "further"})
_RESUMED = frozenset({"killed", "wounded", "arrested", "abducted", "released", "missing", "displaced", "casualties"})
_THEY = (
    ("they", "included"), ("they", "include"), ("these", "include"), ("these", "included"), ("among", "them", "were"),
    ("among", "them", "are"), ("among", "them", "was"), ("of", "these", ","), ("of", "them", ","), ("of", "those", ","),
)  # fmt: skip
_NO = frozenset({"none", "nobody", "neither", "no"})
_FIGURES = 7  # words within which one source's figure follows another's
_PARTS = 4  # words before "of the five" in which a denial may stand
_BURIED = 12  # words between the dead and the places of them
_MEMORY = 6  # sentences for which captives are remembered


class Context:
    """What was told of earlier counts of a report, for those that resume them."""

    def __init__(self, told: Fates) -> None:
        self.told, self.fates, self.words = told, told.fates, told.words
        self._captives = -_MEMORY
        self._at = 0
        self.last: list[Fate] = []

    def remember(self, sentence: Sentence, ones: Sequence[Counted], fates: Sequence[list[Fate]]) -> None:
        """Keeps what later counts may resume."""
        self._at += 1
        self.last = next((listed[-1:] for listed in reversed(fates) if listed), [])
        if any(f.what == "abducted" for listed in fates for f in listed):
            self._captives = self._at

    def apiece(self, ones: Sequence[Counted], fates: list[list[Fate]]) -> None:
        """ "The dead and wounded numbered 17 and 43 respectively": to each figure its own."""
        if len(ones) < 2 or not any(w.lower == "respectively" for w in ones[0].top.sent.words):
            return
        words = ones[0].top.sent.words
        for first, joint, second in zip(words, words[1:], words[2:], strict=False):
            told = [self.fates.what.get(w.lower) or self.fates.what.get(w.lemma) for w in (first, second)]
            if joint.lower != "and" or None in told or told[0] == told[1]:
                continue
            pair = next((j for j in range(len(ones) - 1) if ones[j + 1].first == ones[j].last + 2), None)
            if pair is not None:
                fates[pair] = [Fate(told[0] or "", first)]
                fates[pair + 1] = [Fate(told[1] or "", second)]

    def of(self, ones: Sequence[Counted], fates: Sequence[list[Fate]], k: int) -> list[Fate]:
        """What is told of a count by what stands before it."""
        one = ones[k]
        before = next((fates[j][-1] for j in range(k - 1, -1, -1) if fates[j]), None)
        return (
            self.recovered(one, fates[:k])
            or self._handed(one)
            or self._in_hands(one, fates[:k])
            or self._holding(one, before)
            or self._lost(one, before)
            or self._further(one, before)
            or self._broken_down(one)
            or self._rising(ones, fates, k)
            or self._too(one, before)
            or self._none_of(one)
            or self.denied(one)
            or self._parallel(ones, k, before)
            or self._sum(ones, fates, k)
            or self._elliptic(ones, fates, k)
        )

    def recovered(self, one: Counted, before: Sequence[list[Fate]]) -> list[Fate]:
        """ "by Sunday the army had rescued 12" of those kidnapped."""
        verb, top = one.top.head, one.top
        while top.dep == "conj" and top.head.pos in (*syntax.NOUNS, "NUM"):
            top, verb = top.head, top.head.head
        home = top.dep == "nsubj" and verb.lemma in self.fates.lists.homing  # "117 had come home in a swap"
        passive = home or top.dep == "nsubjpass" or (top.dep == "nsubj" and syntax.is_passive(verb))
        if verb.pos not in syntax.VERBAL or not (passive or (top.dep == "dobj" and verb.i < one.first)):
            return []
        what = self.told.phrase(self.fates.recovering, verb)
        if what is None or (
            one.noun is not None and one.quantity.kind != "people" and not is_person(one.noun, self.words)
        ):
            return []
        taken = any(f.what == "abducted" for listed in before for f in listed) or self._at - self._captives < _MEMORY
        taken = taken or any(w.lemma in self.fates.lists.captives for w in one.top.sent.words)
        if one.noun is not None and one.noun.lemma in _HELD:
            taken = taken or any(w.lemma in self.fates.lists.trading for w in one.top.sent.words)
        return [Fate(what, verb)] if taken else []

    def _in_hands(self, one: Counted, before: Sequence[list[Fate]]) -> list[Fate]:
        """ "11 are still in the kidnappers' hands", "a Dane is in their power"."""
        lists = self.fates.lists
        top = one.top
        while top.dep == "conj" and top.head.pos in (*syntax.NOUNS, "NUM", "ADJ"):
            top = top.head
        verb = top.head
        if top.dep != "nsubj" or verb.lemma not in ("be", "remain", "stay"):
            return []
        for prep in verb.having("prep"):
            hands = prep.child("pobj") if prep.lower in ("in", "at") else None
            whose = hands.child("poss") if hands is not None and hands.lemma in lists.in_hands else None
            if whose is None or hands is None:
                continue
            seized = any(f.what == "abducted" or f.word.lemma == "capture" for listed in before for f in listed)
            taken = seized or self._at - self._captives < _MEMORY
            if whose.lemma in lists.captors or (whose.tag == "PRP$" and taken):
                return [Fate("abducted", hands)]
        return []

    def resumed(self, one: Counted) -> tuple[Counted, list[Fate]]:
        """ "Nine people died. Three were children.", "They included two monks": parts of the last sentence's."""
        words = one.top.sent.words
        begin, k = one.first - words[0].i, one.last - words[0].i + 1
        last = [f for f in self.last[-1:] if f.what in _RESUMED]
        opening = tuple(w.lower for w in words[:begin])
        if not last or one.single:
            return one, []
        if opening in _THEY:
            return one, last if one.noun is None or is_person(one.noun, self.words) else []
        be = words[k] if k < len(words) else one.top
        attr = be.child("attr") if be.lemma == "be" and be.i > one.last else None
        bare = one.noun is None and (one.part or not opening)
        if not bare or begin > 1 or attr is None or attr.tag != "NNS" or attr.child("nummod", "det") is not None:
            return one, []
        return (replace(one, noun=attr, last=attr.i), last) if is_person(attr, self.words) else (one, [])

    def _holding(self, one: Counted, before: Fate | None) -> list[Fate]:
        """ "freed 23 hostages and said it was holding nine more"."""
        verb = one.top.head
        if one.top.dep != "dobj" or verb.lemma != "hold" or one.noun is not None or before is None:
            return []
        taken = any(w.lemma in self.fates.lists.captives for w in one.top.sent.words) or before.what == "abducted"
        if before.what == "arrested":
            return [Fate("arrested", verb)]
        return [Fate("abducted", verb)] if taken else []

    def _handed(self, one: Counted) -> list[Fate]:
        """ "The rebels transferred nine prisoners to the Red Cross"."""
        top = one.top
        verb, lists = top.head, self.fates.lists
        if verb.lemma not in lists.handing or top.dep not in ("dobj", "nsubjpass"):
            return []
        if one.noun is not None and one.quantity.kind != "people" and not is_person(one.noun, self.words):
            return []
        words = one.top.sent.words
        begin = max(one.last, verb.i) - words[0].i + 1
        to = any(w.lower in ("to", "into") and w.pos == "ADP" for w in words[begin : begin + 8])
        before = words[: verb.i - words[0].i]
        captor = any(w.lemma.lower() in lists.captors or w.lower in lists.captives for w in before)
        captor = captor or (one.noun is not None and one.noun.lemma in ("hostage", "captive"))
        captor = captor or any(w.lower in lists.receivers for w in words[begin : begin + 8])
        return [Fate("released", verb)] if to and captor else []

    def _lost(self, one: Counted, before: Fate | None) -> list[Fate]:
        """ "acknowledges the loss of 2": of what was destroyed or killed before."""
        if one.noun is not None:
            top = one.top
            while top.dep == "conj" and top.head.pos in syntax.NOUNS:
                top = top.head
            prep = top.head
            prep = prep.head if prep.dep == "conj" and prep.head.lower == "of" else prep  # "of 4 and of 36 men"
            loss = prep.head if top.dep == "pobj" and prep.lower == "of" else prep
            put = prep.head.child("dobj", "nsubjpass") if top.dep == "pobj" and prep.lower == "at" else None
            loss = put if put is not None else loss  # "put its losses at six tanks"
            if loss.lemma == "loss" and one.noun.lemma in self.fates.lists.materiel:
                return [Fate("destroyed", loss)]
            people = one.quantity.kind == "people" or is_person(one.noun, self.words)
            return [Fate("killed", loss)] if loss.lemma == "loss" and people else []
        if before is None or before.what not in ("killed", "destroyed"):
            return []
        head = one.top.head
        noun = head.head if one.top.dep == "pobj" and head.lower == "of" else head
        lost = noun.lemma in ("loss", "lose") and (noun is not head or one.top.dep == "dobj")
        return [Fate(before.what, noun)] if lost else []

    def _further(self, one: Counted, before: Fate | None) -> list[Fate]:
        """ "the 14 arrests in Rabat and the 20 more made in Fez"."""
        words = one.top.sent.words
        k = one.last - words[0].i + 1
        more = one.noun is None and k < len(words) and (words[k].lower in _MORE or words[k - 1].lower in _MORE)
        behind = words[k + (words[k].lower in _MORE)] if more and k + 1 < len(words) else None
        if behind is not None and (behind.tag in ("VBP", "VBZ", "VBD", "MD") or behind.pos == "AUX"):
            return []
        return [before] if more and before is not None and not _subject(one) else []

    def _broken_down(self, one: Counted) -> list[Fate]:
        """ "lists the wounded by ward: 18 in the first and 5 in the second"."""
        words = one.top.sent.words
        k = one.first - words[0].i
        colon = next((j for j in range(k - 1, -1, -1) if words[j].text in (":", "—", "–")), None)
        if colon is None and one.noun is None and (dead := self._buried(words, k)) is not None:
            return [dead]
        if one.noun is not None or colon is None or any(w.pos == "VERB" for w in words[colon:k]):
            return []
        for word in reversed(words[:colon]):
            what = self.fates.named.get(word.lower) or self.fates.named.get(word.lemma)
            if what is None and word.tag in ("VBN", "JJ") and words[word.i - words[0].i - 1].lower == "the":
                what = self.told.phrase(self.fates.done, word)  # "the arrested"
            alone = words[word.i - words[0].i - 1].lower == "the" and words[word.i - words[0].i + 1].pos in (
                "PUNCT",
                "ADP",
            )
            if what is not None and (
                alone or word.pos in ("NOUN", "ADJ", "PROPN") or word.dep in ("dobj", "pobj", "nsubj")
            ):
                return [Fate(what, word)]
        return []

    def _elliptic(self, ones: Sequence[Counted], fates: Sequence[list[Fate]], k: int) -> list[Fate]:
        other = next((j for j in range(k - 1, -1, -1) if fates[j]), None)
        if other is None or fates[other][-1].word.sent is not ones[k].top.sent:
            return []
        return fates[other][-1:] if elliptic(ones[k], ones[other]) else []

    def _sum(self, ones: Sequence[Counted], fates: Sequence[list[Fate]], k: int) -> list[Fate]:
        """ "Four men were hanged, two in Shiraz and two in Zahedan": bare figures that add up to one before."""
        named = [j for j, o in enumerate(ones) if o.noun is not None and o.quantity.value != 1]  # not "on one side"
        first = next((j for j in reversed(named) if j < k), -1) + 1
        last = next((j for j in named if j > k), len(ones))
        whole = ones[first - 1] if first else None
        if ones[k].noun is not None or whole is None or whole.whole or last - first == 1:
            return []
        whole_is = whole.quantity.value
        parts = [o.quantity.value or 0 for o in ones[first:last] if o.noun is None]
        return fates[first - 1][-1:] if whole_is is not None and sum(parts) == whole_is else []

    def _buried(self, words: tuple[Word, ...], k: int) -> Fate | None:
        """ "buried their dead, 14 in the Alawite cemetery and 9 in the Sunni one": by places alone."""
        after = words[k + 1] if k + 1 < len(words) else None
        comma = next((j for j in range(k - 1, 0, -1) if words[j].text == ","), None)
        if after is None or after.pos != "ADP" or after.lower == "of" or comma is None:
            return None
        if any(w.pos in ("VERB", "AUX") for w in words[comma:k]):
            return None
        for j in range(comma - 1, max(-1, comma - _BURIED), -1):
            what = self.fates.named.get(words[j].lower) or self.fates.named.get(words[j].lemma)
            more = j > 0 and (words[j - 1].pos == "DET" or words[j - 1].tag == "PRP$" or words[j - 1].lower in _MORE)
            if what is not None and (more or (j == 0 and words[j].tag == "NNS")):
                return Fate(what, words[j])
        return None

    def _too(self, one: Counted, before: Fate | None) -> list[Fate]:
        """ "300 shops burned, and a library too"; "3,000, say the police, or 9,000"."""
        words = one.top.sent.words
        k, begin = one.last - words[0].i + 1, one.first - words[0].i
        if before is None or before.word.sent is not one.top.sent:
            return []
        behind = [w.lower for w in words[k : k + 2]]
        too = behind[:1] in (["too"], ["likewise"]) or behind == ["as", "well"]
        other = one.noun is None and begin > 1 and words[begin - 1].lower == "or"
        other = other or (
            one.noun is None and begin > 2 and words[begin - 2].lower == "or" and words[begin - 1].pos == "ADV"
        )
        other = other or (one.noun is None and self._by_another(words, k))
        return [before] if too or other else []

    def _by_another(self, words: tuple[Word, ...], k: int) -> bool:
        """ "at 50,000 by the organisers and 9,000 by the police"."""
        if k + 1 >= len(words) or words[k].lower != "by":
            return False
        return any(w.lower == "by" and w.i < words[k].i for w in words[max(0, k - _FIGURES) : k])

    def _parallel(self, ones: Sequence[Counted], k: int, before: Fate | None) -> list[Fate]:
        """ "the loss of two jets; Damascus of three": the same preposition, the same fate."""
        one, words = ones[k], self.told.draft.words
        if one.noun is not None or before is None or k == 0 or one.first < _PARTS or one.last + 1 >= len(words):
            return []
        prep, source = words[one.first - 1], words[one.first - 2]
        other = next((o for o in reversed(ones[:k]) if not o.single), ones[k - 1])
        same = prep.lower in ("of", "to", "at", "with") and words[other.first - 1].lower == prep.lower
        closed = words[one.last + 1].pos in ("PUNCT", "CCONJ")
        return [before] if same and closed and (source.pos in syntax.NOUNS or source.text == ",") else []

    def _rising(self, ones: Sequence[Counted], fates: Sequence[list[Fate]], k: int) -> list[Fate]:
        """ "From 12 in March, the number of kidnappings rose to 91"."""
        one = ones[k]
        words = self.told.draft.words
        if one.noun is not None or not one.first or words[one.first - 1].lower != "from" or k + 1 >= len(ones):
            return []
        other = ones[k + 1]
        toll = words[other.first - 1].lower == "to" and other.noun is None
        return fates[k + 1][:1] if toll else []

    def _none_of(self, one: Counted) -> list[Fate]:
        """ "Of the nine gunners none lived"."""
        words = one.top.sent.words
        k, begin = one.last - words[0].i + 1, one.first - words[0].i
        if begin < 1 or "of" not in [w.lower for w in words[max(0, begin - 3) : begin]]:
            return []
        rest = [w for w in words[k : k + 12] if w.pos != "ADV"]
        none = next(
            (j for j, w in enumerate(rest) if w.lower in _NO or (w.lower == "one" and rest[j - 1].lower == "not")), None
        )
        if none is None:
            return []
        lived = next((w for w in rest[none : none + 4] if w.lemma in self.fates.lists.survived), None)
        return [Fate("killed", lived)] if lived is not None else []

    def denied(self, one: Counted) -> list[Fate]:
        """ "Not one of the five climbers lived"."""
        words = one.top.sent.words
        k = one.first - words[0].i
        of = next((j for j in range(k - 1, max(-1, k - _PARTS), -1) if words[j].lower == "of"), None)
        if of is None or of == 0:
            return []
        not_one = [w.lower for w in words[max(0, of - 4) : of]]
        if not (
            not_one[-1] in _NO
            or (not_one[-1] in ("one", "single", "soul", "man", "woman") and {"not", "no"} & set(not_one))
        ):
            return []
        lived: Word | None = next(
            (
                w
                for w in words[k:]
                if (w.lemma in self.fates.lists.survived and w.pos == "VERB") or w.lower in ("alive", "lived")
            ),
            None,
        )
        return [Fate("killed", lived)] if lived is not None else []


def _subject(one: Counted) -> bool:
    """Whether a verb of its own follows: "and 20 more said"."""
    return one.top.dep in ("nsubj", "nsubjpass") and one.top.head.pos == "VERB" and one.top.head.i == one.last + 1
