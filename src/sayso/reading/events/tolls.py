"""Bare figures that stand for those counted elsewhere: "the toll rose to 41", "police say it is 55"."""

from __future__ import annotations

from sayso.knowledge.fates import FateWords
from sayso.reading.draft import Draft, Word
from sayso.reading.events.counted import Counted
from sayso.reading.events.saying import Fate

_BACK = 14  # words before a figure in which its toll may stand
_LINKS = frozenset(
    {"as", "to", "at", "of", "past", "is", "was", "above", "beyond", "reached", "hit", "passed", "exceeded", "topped"}
)
_AFTER_SUBJECT = 3
_SUBORDINATE = (";", ":")


class Tolls:
    """What a figure counts by the toll that it belongs to."""

    def __init__(self, fates: FateWords) -> None:
        self.fates = fates

    def of(self, one: Counted) -> Fate | None:
        """ "the death toll has risen to 41", "the number of dead at about 300", "brought the number killed to 19"."""
        words = one.top.sent.words
        k = one.first - words[0].i
        toll = self._before(words, k) if self._linked(words, k) else None
        if toll is None and one.noun is None:
            return self._reckoned(words, k) or self._behind(words, one.last - words[0].i + 1)
        if toll is None:
            return None
        what = self.fates.lists.tolled.get(toll.lemma)
        if what is not None and one.noun is None:
            return Fate(what, toll)
        return self._number(words, toll, k) if one.noun is None else None

    def _reckoned(self, words: tuple[Word, ...], k: int) -> Fate | None:
        """ "put its own dead at 17"."""
        if k < 2 or words[k - 1].lower not in ("at", "as"):
            return None
        what = self.fates.named.get(words[k - 2].lower)
        return Fate(what, words[k - 2]) if what is not None else None

    def _behind(self, words: tuple[Word, ...], k: int) -> Fate | None:
        """ "brought to 96 the number of those killed"."""
        if k + 1 >= len(words) or words[k].lower != "the" or words[k + 1].lemma not in self.fates.lists.tolls:
            return None
        toll = words[k + 1]
        what = self.fates.lists.tolled.get(toll.lemma)
        return Fate(what, toll) if what is not None else self._number(words, toll, min(len(words), k + 8))

    def included(self, one: Counted) -> Fate | None:
        """ "The dead included three nurses", "Among the dead were two monks"."""
        words = one.top.sent.words
        k = one.first - words[0].i
        if (inverted := self._inverted(words, k)) is not None:
            return inverted
        for phrase in self.fates.included:
            if tuple(w.lower for w in words[max(0, k - len(phrase)) : k]) == phrase:
                inside = words[k - len(phrase) : k]
                word = next((w for w in inside if {w.lower, w.lemma} & self.fates.what.keys()), inside[-1])
                return Fate(self.fates.what.get(word.lower) or self.fates.what.get(word.lemma, "killed"), word)
        return None

    def _inverted(self, words: tuple[Word, ...], k: int) -> Fate | None:
        """ "Killed in the blast were three masons", "The dead are four lancers"."""
        if k < 2 or words[k - 1].lower not in ("were", "are", "was"):
            return None
        first, second = words[0], words[1]
        if first.tag in ("VBN", "VBD", "JJ") and first.lower not in self.fates.lists.including:
            single = [what for rest, what in self.fates.done.get(first.lemma, ()) if not rest]
            what = self.fates.state.get(first.lower) or next(iter(single), None)
            return Fate(what, first) if what is not None else None
        what = self.fates.named.get(second.lower) if first.lower == "the" and k == _AFTER_SUBJECT else None
        return Fate(what, second) if what is not None else None

    def _linked(self, words: tuple[Word, ...], k: int) -> bool:
        if k > 2 and words[k - 1].lower in ("from", "between") and words[k - 2].lemma in _RISING:
            return True  # "range from 40 to 60"
        return k > 1 and (words[k - 1].lower in _LINKS or words[k].lower in _PAST or words[k - 1].lemma in _RISING)

    def _before(self, words: tuple[Word, ...], k: int) -> Word | None:
        for word in reversed(words[max(0, k - _BACK) : k]):
            if word.text in _SUBORDINATE:
                return None
            if word.lemma in self.fates.lists.tolls and word.pos == "NOUN" and word.lower != "estimate":
                return word
        return None

    def _number(self, words: tuple[Word, ...], toll: Word, k: int) -> Fate | None:
        begin = toll.i - words[0].i + 1
        for word in words[begin:k]:
            what = self.fates.what.get(word.lower) or (
                self.fates.what.get(word.lemma) if word.tag == "VBN" else self.fates.named.get(word.lemma)
            )
            if what is not None:
                return Fate(what, word)
        return None

    def group(self, one: Counted) -> Word | None:
        """The noun in "the number of displaced Kachin at 200,000"."""
        words = one.top.sent.words
        k = one.first - words[0].i
        toll = self._before(words, k) if self._linked(words, k) else None
        after = one.last - words[0].i + 1
        if (
            toll is None
            and after + 1 < len(words)
            and words[after].lower == "the"
            and words[after + 1].lemma in self.fates.lists.tolls
        ):
            toll, k = words[after + 1], min(len(words), after + 8)  # "brought to 61 the number of people killed"
        if toll is None or toll.lemma in self.fates.lists.tolled:
            return None
        begin = toll.i - words[0].i + 1
        end = next(
            (w.i for w in words[begin:k] if {w.lower, w.lemma} & self.fates.what.keys() and w.pos == "NOUN"), None
        )
        k = min(k, end - words[0].i) if end is not None else k  # "the number of kidnappings in Lagos"
        nouns = [
            w for w in words[begin:k] if w.pos in ("NOUN", "PROPN") and not {w.lower, w.lemma} & self.fates.what.keys()
        ]
        first = nouns[0] if nouns else None
        return first if first is not None and first.tag != "NN" else None

    def figure(self, one: Counted, draft: Draft) -> bool:
        """Whether a bare figure is somebody's other count of the same: "police said 23,000", "the inquiry names 38"."""
        if one.noun is not None:
            return False
        top = one.top
        head = top.head
        after = draft.words[one.last + 1] if one.last + 1 < len(draft.words) else None
        if after is not None and after.pos not in ("PUNCT", "CCONJ", "ADV", "SCONJ"):
            return False
        if head.lemma == "be":
            subject = head.child("nsubj")
            return subject is not None and subject.lemma in self.fates.lists.tolls
        if top.dep == "pobj" and head.lower in ("of", "at") and head.dep == "prep":
            return head.head.lemma in self.fates.lists.figured and head.head.pos == "VERB"
        return head.lemma in self.fates.lists.figured and top.dep in ("dobj", "ccomp", "attr", "npadvmod")


_PAST = ("past", "above", "beyond")
_RISING = frozenset(
    {
        "climb",
        "near",
        "reach",
        "hit",
        "pass",
        "exceed",
        "top",
        "be",
        "number",
        "total",
        "surpass",
        "range",
        "run",
        "stand",
        "amount",
        "come",
        "vary",
        "go",
    }
)
