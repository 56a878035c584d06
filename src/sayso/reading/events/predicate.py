"""Figures in the predicate, far from those whom they count: "The priests killed in the purge numbered 61"."""

from __future__ import annotations

from sayso.reading.draft import Word
from sayso.reading.events.counted import Counted
from sayso.reading.events.fates import Fates
from sayso.reading.events.saying import Fate

_NUMBERED = frozenset({"number", "numbered", "numbers", "total", "totalled", "totaled", "were", "are"})


class Predicate:
    """Looks for what befell the subject of a reckoning, and for whom it names."""

    def __init__(self, told: Fates) -> None:
        self.told, self.fates = told, told.fates

    def of(self, one: Counted) -> Fate | None:
        """ "The priests killed in the purge numbered 61"."""
        verb = self._reckoned(one)
        if one.noun is not None:
            return None
        if (plain := self._numbered(one)) is not None:
            return plain[1]
        if verb.lemma not in self.fates.lists.numbering:
            return None
        who = verb.child("nsubj", "nsubjpass")
        if who is None or who.i > one.first or who.child("nummod") is not None:
            return None  # "the two men killed were 30 and 41"
        told = self.told.described(who)
        if told:
            return told[0]
        what = self.fates.named.get(who.lower) or self.fates.named.get(who.lemma)
        return Fate(what, who) if what is not None else None

    def _reckoned(self, one: Counted) -> Word:
        """The verb that reckons: "number 61", "come to 120", "are put at 9"."""
        at = one.top.head
        to = one.top.dep == "pobj" and at.lower in ("to", "at") and at.head.pos == "VERB"
        return at.head if to else at

    def _numbered(self, one: Counted) -> tuple[Word, Fate] | None:
        """ "The monks arrested in the crackdown number about 90", by the words alone."""
        words = one.top.sent.words
        k = one.first - words[0].i - 1
        if k < 2 or words[k].lower not in _NUMBERED:
            return None
        for j in range(k - 1, 0, -1):
            word = words[j]
            what = self.fates.state.get(word.lower) or (
                self.told.phrase(self.fates.done, word) if word.tag in ("VBN", "VBD") else None
            )
            if what is not None and words[j - 1].child("nummod") is not None:
                return None
            if what is not None and words[j - 1].tag in ("NNS", "NNPS", "DT"):
                return words[j - 1], self.told._joint(word, what)
            if what is not None and words[j - 1].tag == "POS":
                return word, self.told._joint(word, what)  # "the regiment's dead numbered 31"
        return None

    def noun(self, one: Counted) -> Word | None:
        """The noun whose number stands in the predicate."""
        verb = self._reckoned(one)
        if one.noun is None and (plain := self._numbered(one)) is not None:
            return plain[0] if plain[0].tag != "DT" else None
        if one.noun is not None or verb.lemma not in self.fates.lists.numbering:
            return None
        who = verb.child("nsubj", "nsubjpass")
        plural = who is not None and who.tag in ("NNS", "NNPS") and who.lemma not in self.fates.lists.tolls
        if who is None or not plural:
            return None
        return who if self.told.described(who) or who.lemma in self.fates.named else None
