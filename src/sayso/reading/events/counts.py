"""Numbers of an event: how many were killed, wounded, arrested …, of which group, and the words that say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.knowledge.fates import fate_words
from sayso.knowledge.quantities import quantity_words
from sayso.model.reading import Count
from sayso.reading.draft import Draft, Sentence, Word
from sayso.reading.events import syntax
from sayso.reading.events.afar import Afar
from sayso.reading.events.context import Context
from sayso.reading.events.counted import Counted
from sayso.reading.events.fates import Fates
from sayso.reading.events.finding import Found
from sayso.reading.events.groups import as_count, group_of
from sayso.reading.events.people import is_person, is_thing
from sayso.reading.events.saying import Fate
from sayso.reading.events.tolls import Tolls, opening_of
from sayso.reading.events.untold import Lone, happenings
from sayso.reading.events.whom import counted_in
from sayso.reading.quantities import Quantity

_BY_TYPE = {
    "PROTEST": "protested", "MOBILIZE": "deployed",
}  # fmt: skip
_BY_MODE = {
    "abduct": "abducted", "arrest": "arrested", "deport": "expelled", "release": "released", "disarm": "surrendered",
    "expel": "displaced", "convict": "convicted", "torture": "tortured", "sexual": "raped",
}  # fmt: skip
_VIOLENT = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
# The types of event that such counts belong to, where they do not stand on one's own word.
_AT = {
    "arrested": frozenset({"COERCE", "ASSAULT", "PROTEST"}),
    "released": frozenset({"RETREAT", "CONCEDE", "COOPERATE", "COERCE", "ASSAULT"}),
    "convicted": frozenset({"SANCTION", "ACCUSE", "COERCE"}),
    "expelled": frozenset({"SANCTION", "COERCE"}),
    "surrendered": frozenset({"RETREAT", "CONCEDE", "ASSAULT"}),
    "displaced": frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT"}),
    "deployed": frozenset({"MOBILIZE", "AID", "ASSAULT"}),
    "protested": frozenset({"PROTEST"}),
}
_LIST = frozenset({",", "and", "or", "plus", "another", "all", "both", "also", "the", "his", "her", "their", "its"})
_PRONOUNS = frozenset({"them", "whom"})
_UNREAL = frozenset({"could", "would", "will", "might", "should", "shall"})
_NOMINAL = ("NOUN", "PROPN", "ADJ")  # "five children, their mother and an uncle"
_LONGEST = 6
_TWO = 2
Triggers = dict[int, tuple[int, str, str | None]]  # word or its light verb -> (trigger word, type, mode)


class Counts:
    """Gives each count of people to the event it belongs to: the word of harm itself, else the clause it hangs on."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.words = quantity_words()
        self.fates = fate_words()
        self.quantities: tuple[Quantity, ...] = draft.layer("quantities")
        self.told = Fates(draft, self.words, self.fates)
        self.tolls = Tolls(self.fates)
        self.afar = Afar(self.told)
        self.context = Context(self.told)
        self.untold: tuple[Found, ...] = ()
        """after `by_trigger`: happenings that no trigger names, their type "" where they have none"""

    def by_trigger(self, triggers: Triggers) -> dict[int, list[Count]]:
        """Trigger word → counts; the words of `untold` among them."""
        found: dict[int, list[Count]] = {}
        untold: list[Found] = []
        violent = any(type_ == "ASSAULT" for _, type_, _ in triggers.values())
        for sentence in self.draft.sentences:
            lone, told = [], False
            for one, fate in self._of_sentence(sentence, triggers):
                count = as_count(one, fate.what, self._group(one, fate))
                at = _event_near(fate, triggers)
                if at is None:
                    lone.append(Lone(fate.word, fate.what, count, one.single))
                else:
                    told = True
                    found.setdefault(triggers[at][0], []).append(count)
            for happening, counts in happenings(lone, told, violent) if lone else ():
                if happening.word.i not in found:
                    untold.append(happening)
                found.setdefault(happening.word.i, []).extend(counts)
        self.untold = tuple(untold)
        return found

    def _group(self, one: Counted, fate: Fate) -> str | None:
        if self.tolls.of(one) is not None and (noun := self.tolls.group(one)) is not None:
            return noun.lower if noun.pos == "PROPN" else self.words.group.get(noun.lemma, noun.lower)
        noun = self.afar.predicate.noun(one)
        if noun is not None:
            one = replace(one, noun=noun)
        one = self._made_of(one)
        return group_of(one, self.draft, self.words, self.fates)

    def _of_sentence(self, sentence: Sentence, triggers: Triggers) -> Iterator[tuple[Counted, Fate]]:
        ones = counted_in(sentence, self.draft, self.quantities, self.words, self.fates)
        if not ones:
            self.context.remember(sentence, (), ())
            return
        self._as_listed(ones)
        fates = [self._own(one, triggers) for one in ones]
        for k, listed in enumerate(fates[1:]):
            if ones[k + 1].whole:
                # "two of the 60 expelled were arrested": the two were arrested
                fates[k] = [f for f in fates[k] if f not in listed]
                if not fates[k] and (denied := self.context.denied(ones[k + 1])):
                    fates[k + 1] = denied
        if ones[0].whole and (denied := self.context.denied(ones[0])):
            fates[0] = denied
        self._forward(ones, fates)
        if not fates[0] and not ones[0].whole and self._cut_off(sentence):
            fates[0] = [f for f in self.context.last if self.told.fits(ones[0], f)]  # the parser broke a list
        if not fates[0] and not ones[0].whole:
            ones[0], fates[0] = self.context.resumed(ones[0])
        self.context.apiece(ones, fates)
        for k in range(len(ones)):
            if ones[k].whole:
                continue
            if k and (not fates[k] or ones[k].part or ones[k].noun is None):
                ones[k], fates[k] = self._like_before(ones, fates, k)
            if not fates[k]:
                fates[k] = [f for f in self.context.of(ones, fates, k) if self.told.fits(ones[k], f)]
        self._alone(ones, fates)
        self.context.remember(sentence, ones, fates)
        for one, listed in zip(ones, fates, strict=True):
            for fate in listed:
                yield one, fate

    def _alone(self, ones: Sequence[Counted], fates: list[list[Fate]]) -> None:
        """Drops a single thing that merely burned or sank; beside others ("70 kiosks, and a cinema") it counts."""
        if any(
            f.what == "destroyed" for one, listed in zip(ones, fates, strict=True) for f in listed if not one.single
        ):
            return
        for k, one in enumerate(ones):
            if one.single:
                fates[k] = [f for f in fates[k] if f.what != "destroyed" or not self._of_itself(f)]

    def _of_itself(self, fate: Fate) -> bool:
        verb = fate.word
        return verb.lemma in self.fates.undergone and verb.child("dobj") is None and not syntax.is_passive(verb)

    def _as_listed(self, ones: list[Counted]) -> None:
        """ "5 waiters, a sacristan and 20 bathers": whoever stands in a list of people is one."""
        for k, one in enumerate(ones):
            if not one.single or one.noun is None or one.quantity.kind == "people" or is_thing(one.noun, self.words):
                continue
            beside = [
                *(o for o in ones[k - 1 : k] if k and self._listed(o, one)),
                *(o for o in ones[k + 1 : k + 2] if self._listed(one, o)),
            ]
            if any(o.noun is not None and is_person(o.noun, self.words) for o in beside):
                ones[k] = replace(one, quantity=replace(one.quantity, kind="people"))

    def _own(self, one: Counted, triggers: Triggers) -> list[Fate]:
        toll = self.tolls.of(one) or self.tolls.included(one) or self.afar.resumed(one)
        if toll is not None:
            return [toll]
        found = self.told.of(one)
        if not found and not one.whole:
            found = self._by_event(one, triggers) or self.afar.of(one)
        if [f.what for f in found] == ["abducted"]:
            found = [*found, *self.context.recovered(one, ())]  # "rescued six nuns who had been abducted"
        if one.single and [f.what for f in found] == ["wounded"]:
            died = self.afar.pronoun(one)  # "wounded a shepherd, and he died"
            found = [*found, died] if died is not None else found
        captive = one.noun is not None and one.noun.lemma in ("hostage", "captive")
        return [
            replace(f, what="abducted")
            if captive and f.what == "arrested" and f.word.lemma == "hold"
            else self._held(f, triggers)
            for f in found
        ]

    def _held(self, fate: Fate, triggers: Triggers) -> Fate:
        """ "people seized by police" are arrested, not abducted; "crews held by pirates" the other way round."""
        kind = triggers.get(fate.word.i)
        vague = fate.word.lemma == "take" and syntax.doer(fate.word) is None
        if fate.what == "abducted" and kind is not None and kind[2] == "arrest" and not vague:
            return replace(fate, what="arrested")
        if fate.what == "arrested" and fate.word.lemma == "hold":
            who, lists = syntax.doer(fate.word), self.fates.lists
            if who is not None and who.lemma in lists.captors and who.lemma not in lists.custodians:
                return replace(fate, what="abducted")
        return fate

    def _by_event(self, one: Counted, triggers: Triggers) -> list[Fate]:
        """ "seized two priests", "rallied": what is counted by the type of the event whose word governs."""
        top = one.top
        while top.dep == "conj" and top.head.pos in syntax.NOUNS:
            top = top.head
        verb = top.head
        kind = triggers.get(verb.i)
        if (
            kind is None
            or not (one.quantity.kind == "people" or one.noun is None or is_person(one.noun, self.words))
            or top.dep not in ("nsubj", "nsubjpass", "dobj")
        ):
            return []
        what = _BY_MODE.get(kind[2] or "") or _BY_TYPE.get(kind[1])
        if verb.lemma == "hold" and kind[1] == "COERCE":
            what = "arrested"
        whose = syntax.subject(verb)
        if whose is not None and whose.lemma in self.fates.lists.tolls:
            return []  # "the number of refugees has passed 600,000"
        subject = top.dep == "nsubj" and not syntax.is_passive(verb)
        if what is None or subject != (what in ("protested", "surrendered")):
            return []
        fate = Fate(what, verb)
        if what == "protested" and (one.quantity.kind == "people" or one.noun is not None):
            group = group_of(one, self.draft, self.words, self.fates)
            return [fate] if group not in self.fates.lists.military else []  # "40 drivers blocked the crossing"
        return [fate] if self.told.fits(one, fate) else []

    def _forward(self, ones: Sequence[Counted], fates: list[list[Fate]]) -> None:
        """ "12 Palestinians and a soldier dead": the first share what is told of the last."""
        for k in range(len(ones) - 2, -1, -1):
            if fates[k] or not fates[k + 1] or ones[k].whole or ones[k].noun is None or ones[k + 1].noun is None:
                continue
            closing = self._gap(ones[k], ones[k + 1]) & {"and", "or"} or (
                k + 2 < len(ones) and self._listed(ones[k + 1], ones[k + 2])
            )
            closing = closing or ones[k].top.dep not in (
                "dobj",
                "pobj",
                "nsubj",
                "nsubjpass",
            )  # "14 soldiers, 30 rebels killed"
            closing = closing or ones[k].top.head.lemma in self.fates.lists.figured  # "The army says 14 soldiers, …"
            if closing and self._listed(ones[k], ones[k + 1]) and self._alike(ones[k], ones[k + 1]):
                fates[k] = [f for f in fates[k + 1] if self.told.fits(ones[k], f)]

    def _like_before(self, ones: Sequence[Counted], fates: Sequence[list[Fate]], k: int) -> tuple[Counted, list[Fate]]:
        """What a count shares with the one before it: as part of it, in a list with it, as another figure for it."""
        one = self._one_a(ones[k])
        before = next((fates[j] for j in range(k - 1, -1, -1) if fates[j]), [])
        if not before:
            return one, fates[k]
        named = self._part(one)
        if named is not None:
            return named, before[-1:]
        if fates[k] or one.part:
            return one, fates[k]
        beside = k - 2 if k > 1 and ones[k - 1].whole else k - 1  # "61 of 74 drones and four missiles"
        listed = bool(fates[beside]) and self._listed(ones[k - 1], one) and not self._acting(one) and self._ends(one)
        if self._including(one):
            return one, before[-1:]
        if listed and before[-1].what != "destroyed" and not self._alike(one, ones[k - 1]):
            return one, []
        figure = self.tolls.figure(one, self.draft)
        if figure and before[-1].what == "deployed" and (noun := self.tolls.group(one)) is not None:
            one = replace(one, noun=noun)  # "taking the total of foreign troops there to 5,000"
        if listed or figure:
            return one, [f for f in before[-1:] if self.told.fits(one, f)]
        return one, []

    def _alike(self, one: Counted, other: Counted) -> bool:
        """Whether two can share a fate: not so "3 power cuts and 48 injured"."""
        if one.noun is None or one.quantity.kind == "people" or is_person(one.noun, self.words):
            return True
        people = other.noun is None or other.noun.lower in self.fates.named or other.noun.lemma in self.fates.named
        return not people or one.noun.pos == "PROPN"

    def _one_a(self, one: Counted) -> Counted:
        """ "six gendarmes, one a woman"."""
        words, k = self.draft.words, one.last + 1
        if one.noun is not None or k + 1 >= len(words) or words[k].lower not in ("a", "an"):
            return one
        noun = words[k].head
        return replace(one, noun=noun, last=noun.i) if noun.i > k and is_person(noun, self.words) else one

    def _part(self, one: Counted) -> Counted | None:
        """ "39 of them children", "of whom 608 were minors": the part, with its own noun."""
        words = self.draft.words
        whom = [w.lower for w in words[max(0, one.first - 2) : one.first]] in (["of", "whom"], ["of", "them"])
        if not one.part and not whom:
            return None
        if one.noun is not None:
            return one
        sentence = one.top.sent.words
        k = one.last - sentence[0].i + 1
        if k < len(sentence) and sentence[k].pos == "AUX" and sentence[k].lemma == "be":
            k += 1
        noun = None
        while k < len(sentence) and (sentence[k].pos in ("NOUN", "PROPN", "ADJ") or sentence[k].pos == "DET"):
            noun = sentence[k] if sentence[k].pos != "DET" else noun
            k += 1
        told = noun is None and one.quantity.qualifier != "vague" and self._in_degree(one)
        if (told or self._somewhere(one)) and sentence[one.last - sentence[0].i].lower in _PRONOUNS:
            return one
        if noun is None or noun.pos == "ADJ" or (k < len(sentence) and sentence[k].pos in syntax.VERBAL):
            return None
        return replace(one, noun=noun, last=noun.i)

    def _somewhere(self, one: Counted) -> bool:
        """ "15 of them in the first hour": not "some of them in their eighties"."""
        words, k = self.draft.words, one.last + 1
        there = one.part and one.quantity.qualifier != "vague" and k + 1 < len(words) and words[k].pos == "ADP"
        return there and words[k + 1].tag != "PRP$"

    def _in_degree(self, one: Counted) -> bool:
        """ "two of them seriously"."""
        words, k = self.draft.words, one.last + 1
        return (
            k + 1 < len(words)
            and words[k].tag == "RB"
            and words[k].lower.endswith("ly")
            and words[k + 1].pos == "PUNCT"
        )

    def _made_of(self, one: Counted) -> Counted:
        """ "Five of the dead were children": the five are children."""
        words = self.draft.words
        of = any(w.lower == "of" for w in words[one.first : one.last + 2])
        inside = one.top.sent.words
        of = of or (one.noun is None and opening_of(inside, one.first - inside[0].i) is not None)
        if not of or one.top is one.noun or group_of(one, self.draft, self.words, self.fates) is not None:
            return one
        be = one.top.head
        attr = be.child("attr") if be.lemma == "be" and one.top.dep == "nsubj" else None
        if attr is None or attr.child("nummod", "prep", "det") is not None:
            return one
        if attr.tag not in ("NNS", "NNPS", "NNP") and not attr.text[:1].isupper():
            return one
        return replace(one, noun=attr)

    def _including(self, one: Counted) -> bool:
        words = self.draft.words
        for phrase in self.fates.including:
            begin = one.first - len(phrase)
            if begin >= 0 and tuple(w.lower for w in words[begin : one.first]) == phrase:
                return True
        top = one.top
        if [w.lower for w in words[one.last + 1 : one.last + 3]] == ["among", "them"]:
            return True
        while top.dep in ("conj", "appos") and top.head is not top:
            top = top.head
        return (top.dep == "pobj" and top.head.lower == "including") or (
            one.first > 0 and words[one.first - 1].text == ":"
        )

    def _cut_off(self, sentence: Sentence) -> bool:
        """Whether a sentence begins inside a list, where the parser broke it: "a dentist and | three of his sons"."""
        first = sentence.words[0]
        before = self.draft.words[first.i - 1] if first.i else None
        if before is None or not (first.text[:1].islower() or first.pos == "NUM"):
            return False
        return before.text == "," or (before.pos != "PUNCT" and first.pos in ("CCONJ", "NUM"))

    def _gap(self, one: Counted, other: Counted) -> set[str]:
        return {w.lower for w in self.draft.words[one.last + 1 : other.first]}

    def _listed(self, one: Counted, other: Counted) -> bool:
        """Whether nothing but commas and "and" stands between two."""
        gap = _without_insertion(self.draft.words[one.last + 1 : other.first])
        if not gap or gap[0].lower not in _LIST or gap[-1].lower not in _LIST:
            return False
        return all(w.lower in _LIST or (w.pos in _NOMINAL and len(gap) <= _LONGEST) for w in gap)

    def _ends(self, one: Counted) -> bool:
        """Whether a figure without a noun has nothing after it that would tell of its own: "11 in hospital"."""
        words = self.draft.words
        return one.noun is not None or one.last + 1 >= len(words) or words[one.last + 1].pos in ("PUNCT", "CCONJ")

    def _acting(self, one: Counted) -> bool:
        """ "killed nine people and two officers said": the officers are not among the nine."""
        return one.top.dep in ("nsubj", "nsubjpass") and one.top.head.pos in syntax.VERBAL


def _without_insertion(gap: tuple[Word, ...]) -> tuple[Word, ...]:
    """ "12 policemen and, by the army's account, 77 attackers": what stands between two commas is left out."""
    commas = [k for k, w in enumerate(gap) if w.text == ","]
    if len(commas) < _TWO or commas[-1] != len(gap) - 1 or gap[commas[0] + 1].pos not in ("ADP", "VERB", "SCONJ"):
        return gap
    return gap[: commas[0]] or gap[:1]


def _event_near(fate: Fate, triggers: Triggers) -> int | None:
    """The event that a word of harm belongs to: its own, one it hangs on, one in its clause, one in its sentence."""
    word, types = fate.word, _AT.get(fate.what, _VIOLENT)
    if word.i in triggers:
        return word.i
    if any(c.dep == "neg" or c.lower in _UNREAL for c in word.children):
        return None  # "the siege could cost 300 lives": of the siege itself that is not told
    above = [a.i for a in syntax.ancestors(word) if a.i in triggers]
    fit = next((i for i in above if triggers[i][1] in types), None)
    if fit is not None:
        return fit
    inside = [w.i for w in word.sent.words if w.i in triggers and triggers[w.i][1] in types]
    return min(inside, key=lambda i: (abs(i - word.i), i)) if inside else None
