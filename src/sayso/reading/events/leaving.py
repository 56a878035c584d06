"""People who go or are sent: out of a place that is evacuated, out of a country, out of captivity."""

from __future__ import annotations

from sayso.reading.draft import Word
from sayso.reading.events import syntax
from sayso.reading.events.counted import Counted
from sayso.reading.events.fates import Fates
from sayso.reading.events.saying import Fate

_PAST = frozenset({"VBD", "VBN"})


def leaving(one: Counted, told: Fates) -> Fate | None:
    """What going or being sent away means for those who are counted."""
    if one.single:
        return None
    return _evacuated(one, told) or _removed(one, told) or _exchanged(one, told)


def _evacuated(one: Counted, told: Fates) -> Fate | None:
    """ "2,300 people left the town under the evacuation order"."""
    verb, lists = one.top.head, told.fates.lists
    if one.top.dep != "nsubj" or verb.lemma not in lists.departing or verb.tag not in _PAST:
        return None
    left = verb.child("dobj")
    place = left is not None and (left.pos == "PROPN" or left.lemma in lists.inhabited)
    ordered = place and any(w.lemma in lists.evacuations for w in verb.sent.words)
    return Fate("displaced", verb) if ordered else None


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
