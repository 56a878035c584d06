"""Bare figures that stand for those counted elsewhere: "the toll rose to 41", "police say it is 55"."""

from __future__ import annotations

from itertools import pairwise

from sayso.knowledge.fates import FateWords
from sayso.knowledge.quantities import quantity_words
from sayso.reading.draft import Draft, Word
from sayso.reading.events import syntax
from sayso.reading.events.counted import Counted
from sayso.reading.events.leaving import crossing
from sayso.reading.events.people import is_person
from sayso.reading.events.saying import Fate

_BACK = 14  # words before a figure in which its toll may stand
_LINKS = frozenset(
    {
        "now",
        "as",
        "to",
        "at",
        "of",
        "past",
        "is",
        "was",
        "above",
        "beyond",
        "reached",
        "hit",
        "passed",
        "exceeded",
        "topped",
    }
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
        toll = toll or self._subject(one)
        if toll is None and one.noun is None:
            return (
                self._reckoned(words, k)
                or self._apiece(words, k)
                or self._losses(one)
                or self._crowd(one)
                or self._in_all(words, k)
                or self._of_those(words, k)
                or self._behind(words, one.last - words[0].i + 1)
            )
        if toll is None:
            return None
        what = self.fates.lists.tolled.get(toll.lemma)
        if what is not None and one.noun is None:
            return Fate(what, toll)
        return self._number(words, toll, k) if one.noun is None else None

    def _then(self, one: Counted) -> bool:
        """ "ten deaths in March, down from 17 in February", "16 in all"."""
        words = one.top.sent.words
        k, after = one.first - words[0].i, one.last - words[0].i + 1
        from_ = k > 1 and words[k - 1].lower == "from" and words[k - 2].lower in ("up", "down")
        return from_ or tuple(w.lower for w in words[after : after + 2]) in (("in", "all"), ("in", "total"))

    def _raised(self, one: Counted) -> bool:
        """ "taking the total since October to 40,000"."""
        verb = self._verb(one)
        raised = verb is not one.top.head and verb.lemma in self.fates.lists.raising
        toll = verb.child("dobj") if raised else None
        return toll is not None and toll.i < one.first and toll.lemma in self.fates.lists.tolls

    def _losses(self, one: Counted) -> Fate | None:
        """ "raising its losses in the campaign to 331"."""
        verb = self._verb(one)
        raised = verb is not one.top.head and verb.lemma in self.fates.lists.raising | self.fates.lists.figured
        losses = verb.child("dobj", "nsubjpass") if raised else None
        losses = verb.head if raised and losses is None and verb.dep == "acl" else losses
        named = losses is not None and losses.i < one.first and losses.lemma in self.fates.lists.losses
        return Fate("killed", losses) if named and losses is not None else None

    def _subject(self, one: Counted) -> Word | None:
        """ "The toll of a blast … was revised on Monday to 87", however far the toll stands."""
        verb = self._verb(one)
        if verb.pos not in syntax.VERBAL:
            return None
        whose = (*verb.having("nsubj", "nsubjpass"), *(w for w in (syntax.subject(verb),) if w is not None))
        return next((w for w in whose if w.i < one.first and w.lemma in self.fates.lists.tolls), None)

    def _verb(self, one: Counted) -> Word:
        """The verb that a figure hangs on, by itself or by "to" and "at"."""
        at = one.top.head
        return at.head if one.top.dep == "pobj" and at.lower in ("to", "at", "by") else at

    def _in_all(self, words: tuple[Word, ...], k: int) -> Fate | None:
        """ "the wounded, 16 of them, were flown out", "the dead, 16 in all"."""
        if k < _AFTER_SUBJECT or words[k - 1].text not in (",", "(", "–", "—"):
            return None
        what = self.fates.named.get(words[k - 2].lower) if words[k - 3].lower == "the" else None
        return Fate(what, words[k - 2]) if what is not None else None

    def _crowd(self, one: Counted) -> Fate | None:
        """ "put the crowd at the rally at 12,000"."""
        verb = self._verb(one)
        crowd = verb.child("dobj", "nsubjpass")
        if verb is one.top.head or crowd is None or crowd.lemma not in self.fates.lists.crowds:
            return None
        words = verb.sent.words
        deed = next((w for w in words if self.fates.deeds.get(w.lemma) == "protested" and w.pos == "NOUN"), None)
        reckoners = {w.lemma for w in words if w.pos in syntax.NOUNS} & self.fates.lists.organisers
        deed = deed or (crowd if len(reckoners) > 1 else None)
        return Fate("protested", deed) if deed is not None else None

    def _reckoned(self, words: tuple[Word, ...], k: int) -> Fate | None:
        """ "put its own dead at 17"."""
        if k < 2 or words[k - 1].lower not in ("at", "as"):
            return None
        what = self.fates.named.get(words[k - 2].lower)
        return Fate(what, words[k - 2]) if what is not None else None

    def _apiece(self, words: tuple[Word, ...], k: int) -> Fate | None:
        """ "The martyrs of the raid numbered 19 and its wounded 44"."""
        if k < _AFTER_SUBJECT or (words[k - 2].tag != "PRP$" and words[k - 2].lower != "the"):
            return None
        joined = words[k - 3].lower in ("and", ",", ";", "while", "but")
        what = self.fates.state.get(words[k - 1].lower) if joined else None
        return Fate(what, words[k - 1]) if what is not None else None

    def _of_those(self, words: tuple[Word, ...], k: int) -> Fate | None:
        """ "Of the 41 dead, 13 were foreigners"."""
        opening = opening_of(words, k)
        if opening is None:
            return None
        be, noun = words[k + 1 : k + 2], words[k + 2 : k + 3]
        if not noun or be[0].lemma != "be" or noun[0].tag not in ("NNS", "NNPS", "JJ", "NN"):
            return None
        for word in words[opening + 1 : k - 1]:
            what = self.fates.state.get(word.lower) or self.fates.named.get(word.lower)
            what = what or (self.fates.what.get(word.lemma) if word.tag in ("VBN", "VBD") else None)
            if what is not None:
                return Fate(what, word)
        return None

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
        if (inverted := self._inverted(words, k) or self._containing(one)) is not None:
            return inverted
        for phrase in self.fates.included:
            if tuple(w.lower for w in words[max(0, k - len(phrase)) : k]) == phrase:
                inside = words[k - len(phrase) : k]
                word = next(
                    (w for w in inside if {w.lower, w.lemma} & self.fates.what.keys()),
                    next((w for w in inside if w.tag == "NNS"), inside[-1]),
                )
                return Fate(self.fates.what.get(word.lower) or self.fates.what.get(word.lemma, "killed"), word)
        return None

    def _containing(self, one: Counted) -> Fate | None:
        """ "The fatalities in Homs included two toddlers"."""
        top = one.top
        while top.dep == "conj" and top.head.pos in syntax.NOUNS:
            top = top.head
        verb = top.head
        who = verb.child("nsubj") if verb.lemma in ("include", "comprise") and top.dep == "dobj" else None
        if who is None:
            return None
        what = self.fates.named.get(who.lower) or self.fates.named.get(who.lemma)
        what = what or (self.fates.lists.tolled.get(who.lemma))
        return Fate(what, who) if what is not None else None

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
        if k > 1 and words[k - 1].lower == "by":
            return words[k - 2].lemma in _GROWING or words[k - 2].lower in ("up", "down")
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
        if self._attending(words[begin:k], toll):
            return Fate("protested", toll)
        if (flight := crossing(words[begin:k], self.fates)) is not None:
            return Fate("displaced", flight)
        those = max((j for j in range(begin, k) if words[j].lower == "those"), default=begin)
        for word in words[those:k]:
            what = self.fates.what.get(word.lower) or (
                self.fates.what.get(word.lemma) if word.tag == "VBN" else self.fates.named.get(word.lemma)
            )
            if what is not None:
                return Fate(what, word)
        return None

    def _attending(self, between: tuple[Word, ...], toll: Word) -> bool:
        """ "Police put the number of those taking part at 7,000, the unions at 30,000"."""
        lists = self.fates.lists
        part = any(a.lemma == "take" and b.lower == "part" for a, b in pairwise(between))
        doing = [w for w in between if w.lower.endswith("ing")]
        part = part or any({w.lemma, w.lower.removesuffix("ing")} & lists.attending for w in doing)
        part = part or any(w.lemma in ("participant", "marcher") for w in between)
        return part and any(w.lemma in lists.organisers and w.pos in syntax.NOUNS for w in toll.sent.words)

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
        if toll is None:
            return None
        if toll.lemma in self.fates.lists.tolled:
            return _of_whom(toll)
        begin = toll.i - words[0].i + 1
        end = next(
            (w.i for w in words[begin:k] if {w.lower, w.lemma} & self.fates.what.keys() and w.pos == "NOUN"), None
        )
        k = min(k, end - words[0].i) if end is not None else k  # "the number of kidnappings in Lagos"
        k = next((j for j in range(begin, k) if words[j].text == ","), k)  # "…, by the estimate of the Red Cross"
        if any(a.lower == "and" and b.lower == "of" for a, b in pairwise(words[begin:k])):
            return None  # "the number of civilians killed at 1,400 and of those wounded at 3,000"
        nouns = [
            w
            for w in words[begin:k]
            if w.pos in ("NOUN", "PROPN") and not {w.lower, w.lemma} & self.fates.what.keys() and not _of_time(w)
        ]
        first = next((w for w in nouns if w.dep != "compound"), None)
        return first if first is not None and first.tag != "NN" else None

    def figure(self, one: Counted, draft: Draft) -> bool:
        """Whether a bare figure is somebody's other count of the same: "police said 23,000", "the inquiry names 38"."""
        if one.noun is not None:
            return False
        if self._then(one) or self._raised(one) or self._subject(one) is not None:
            return True
        top = one.top
        head = top.head
        after = draft.words[one.last + 1] if one.last + 1 < len(draft.words) else None
        if after is not None and after.pos not in ("PUNCT", "CCONJ", "ADV", "SCONJ"):
            return False
        if self._subject(one) is not None and self._verb(one).lemma in self.fates.lists.numbering:
            return True  # "other estimates run to 15,000"
        if head.lemma == "be":
            subject = head.child("nsubj")
            return subject is not None and subject.lemma in self.fates.lists.tolls
        if top.dep == "pobj" and head.lower in ("of", "at") and head.dep == "prep":
            return head.head.lemma in self.fates.lists.figured and head.head.pos == "VERB"
        return head.lemma in self.fates.lists.figured and top.dep in ("dobj", "ccomp", "attr", "npadvmod")


def _of_time(noun: Word) -> bool:
    """ "the number of detained since August"."""
    return noun.dep == "pobj" and noun.head.lower in ("since", "in", "on", "during", "by", "for", "until", "after")


def _of_whom(toll: Word) -> Word | None:
    """ "the toll of generals rose to 12": whose it is."""
    of = next((c.child("pobj") for c in toll.children if c.lower == "of" and c.i == toll.i + 1), None)
    plural = of is not None and of.tag in ("NNS", "NNPS") and of.child("nummod", "det") is None
    return of if of is not None and plural and is_person(of, quantity_words()) else None


def opening_of(words: tuple[Word, ...], k: int) -> int | None:
    """Where the clause of a figure opens with its whole: "said that | of the 41 dead, 13 were foreigners"."""
    if k < _AFTER_SUBJECT or words[k - 1].text != ",":
        return None
    for j in range(k - 2, -1, -1):
        if words[j].lower in ("of", "among") and (j == 0 or words[j - 1].lower in _OPENING):
            return j if j == 0 or any(w.pos == "NUM" for w in words[j + 1 : j + 5]) else None
    return None


_OPENING = frozenset({"that", "and", "but", ",", ";", ":", "while"})
_PAST = ("past", "above", "beyond")
_GROWING = frozenset(["rise", "grow", "climb", "increase", "jump", "swell", "fall", "drop"])
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
