"""People who go or are sent: out of a place that is evacuated, out of a country, out of captivity."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.knowledge.fates import FateWords
from sayso.reading.draft import Word
from sayso.reading.events import syntax
from sayso.reading.events.counted import Counted
from sayso.reading.events.fates import Fates
from sayso.reading.events.saying import Fate

_MANY = 20
_BORDERS = frozenset({"border", "frontier", "river"})
_PAST = frozenset({"VBD", "VBN"})


def leaving(one: Counted, told: Fates) -> Fate | None:
    """What going or being sent away means for those who are counted."""
    if one.single:
        return None
    return _evacuated(one, told) or _crossed(one, told) or _removed(one, told) or _exchanged(one, told)


def _evacuated(one: Counted, told: Fates) -> Fate | None:
    """ "2,300 people left the town under the evacuation order"."""
    verb, lists = one.top.head, told.fates.lists
    if one.top.dep != "nsubj" or verb.lemma not in lists.departing or verb.tag not in _PAST:
        return None
    left = verb.child("dobj")
    place = left is not None and (left.pos == "PROPN" or left.lemma in lists.inhabited)
    ordered = place and any(w.lemma in lists.evacuations for w in verb.sent.words)
    return Fate("displaced", verb) if ordered else None


def _crossed(one: Counted, told: Fates) -> Fate | None:
    """ "1,200 families crossed into Chad", "13,000 Armenians had left Stepanakert": whole peoples on the move."""
    verb, lists = one.top.head, told.fates.lists
    if one.top.dep != "nsubj" or verb.pos != "VERB" or verb.tag not in _PAST or not _moving(one, told):
        return None
    if verb.lemma in lists.departing:
        left = verb.child("dobj")
        return Fate("displaced", verb) if left is not None and left.pos == "PROPN" else None
    return Fate("displaced", verb) if _abroad(verb, told) else None


def _abroad(verb: Word, told: Fates) -> bool:
    """ "crossed the border", "poured into Chad"."""
    if verb.lemma not in told.fates.lists.crossing:
        return False
    goals = [c.child("pobj") for c in verb.having("prep") if c.lower in ("into", "over", "across", "to")]
    line = verb.child("dobj")
    named = any(g is not None and (g.pos == "PROPN" or g.lemma in _BORDERS) for g in goals)
    return named or (line is not None and line.lemma in _BORDERS)


def crossing(words: Sequence[Word], told: FateWords) -> Word | None:
    """ "The number of Sudanese who have crossed into Chad"."""
    for verb, to, goal in zip(words, words[1:], words[2:], strict=False):
        across = to.lower in ("into", "over", "across", "to") and (goal.pos in ("PROPN", "DET"))
        if verb.lemma in told.lists.crossing and (across or goal.lemma in _BORDERS):
            return verb
    return None


def _moving(one: Counted, told: Fates) -> bool:
    """Whether those are counted who are driven out, not those who travel: enough of them, of a people or of a place."""
    noun, quantity = one.noun, one.quantity
    if noun is None or (quantity.value or quantity.low or 0) < _MANY:
        return False
    people = noun.text[:1].isupper() and noun.tag in ("NNS", "NNPS") and noun.i > one.first
    return people or noun.lemma.lower() in told.fates.lists.driven


def _removed(one: Counted, told: Fates) -> Fate | None:
    """ "Sixty Tamils were put on a plane", "sent 312 migrants home": foreigners only."""
    noun, top = one.noun, one.top
    if noun is None:
        return None
    nation = noun.text[:1].isupper() and noun.lower.endswith("s") and noun.pos in syntax.NOUNS
    if not nation and noun.lemma.lower() not in told.fates.lists.foreign:
        return None
    verb = top.head
    if top.dep not in ("nsubjpass", "dobj") or verb.pos not in syntax.VERBAL:
        return None
    who = syntax.subject(verb) if top.dep == "dobj" else None
    if who is not None and who.pos != "PROPN" and who.lemma.lower() not in told.fates.lists.custodians:
        return None
    what = told.phrase(told.fates.removed, verb)
    return Fate(what, verb) if what is not None else None


def _exchanged(one: Counted, told: Fates) -> Fate | None:
    """ "Under 50 of the prisoners have been exchanged"."""
    noun, lists = one.noun, told.fates.lists
    if noun is None or not (noun.lemma in lists.captives or noun.lemma in ("prisoner", "detainee", "pow")):
        return None
    verb = _verb(one)
    return Fate("released", verb) if verb.lemma in lists.trading and verb.pos == "VERB" else None


def _verb(one: Counted) -> Word:
    """The verb of a phrase; also where the word before its number is taken for a preposition."""
    at = one.top.head
    return at.head if one.top.dep == "pobj" and at.i == one.first else at
