"""The place of an event: which place of the sentence its verb or noun happened at, told by syntax."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sayso.knowledge.gazetteer.lexicon import place_words
from sayso.model.reading import Place
from sayso.reading.draft import Draft, Word
from sayso.reading.places.mention import demonyms

_CLAUSE = frozenset({"ccomp", "relcl", "advcl", "parataxis", "csubj"})
_SAME_CLAUSE = frozenset({"xcomp", "conj", "aux", "auxpass"})
_UP = frozenset(
    {"conj", "appos", "compound", "nmod", "poss", "amod", "pobj", "prep", "nummod", "dobj", "npadvmod", "acomp",
     "pcomp", "attr"}
)  # fmt: skip
_PATIENT = frozenset({"dobj", "nsubjpass", "attr", "oprd", "agent", "dative"})
_FLOOR = 3.0
_EXACT = {"country": -1.0, "region": -0.4, "district": 0.0}


class Tie(NamedTuple):
    """How a place hangs on the event: the word it hangs on at last, the preposition (or ""), and how many steps up."""

    governor: Word
    preposition: str
    steps: int


def place_of(word: Word, places: Iterable[Place], draft: Draft) -> Place | None:
    """Where the event told by `word` (its verb or noun) happened; None if no place of the sentence is said to be it."""
    best: tuple[float, int, Place] | None = None
    for place in places:
        head = draft.head_of(place.span)
        if head is None or head.sent is not word.sent or place.use == "part-of-name" or _adjective(place, head):
            continue
        score = _score(word, head, place)
        if score >= _FLOOR and (best is None or (score, -place.span[0]) > (best[0], best[1])):
            best = score, -place.span[0], place
    return best[2] if best else None


def coordinated(place: Place, places: Iterable[Place], draft: Draft) -> list[Place]:
    """The place and those named with it in one list ("the villages of X, Y and Z"), in the order of the text."""
    head = draft.head_of(place.span)
    if head is None:
        return [place]
    linked = {head.i, *(w.i for w in head.conjuncts())}
    while head.dep == "conj":
        head = head.head
        linked.add(head.i)
    heads = ((p, draft.head_of(p.span)) for p in places)
    return [p for p, h in heads if h is not None and h.i in linked]


def _adjective(place: Place, head: Word) -> bool:
    """A nationality ("Libyan forces") or an owner ("Libya's army") says nothing of where."""
    if head.text in demonyms():
        return True
    return place.use == "modifier" and (
        head.pos == "ADJ" or head.dep in ("amod", "poss") or place.precision == "country"
    )


def _score(word: Word, head: Word, place: Place) -> float:
    words = place_words()
    tie = _tie(head)
    score = _nearness(word, tie)
    if score <= 0:
        return 0.0
    if tie.preposition in words.locating:
        score += 2.0
    elif tie.preposition == "of":
        score += 0.5
    elif tie.preposition or place.use == "metonym" or head.dep == "nsubj":
        score -= 4.0
    score += _EXACT.get(place.precision, 0.5)
    return score - 0.2 * tie.steps


def _tie(head: Word) -> Tie:
    """Climb from the place's name through nouns to the first word that is no noun of its own phrase."""
    word, preposition, steps = head, "", 0
    while word.head is not word and word.dep in _UP:
        if word.dep == "prep" and preposition in ("", "of"):
            preposition = word.lower
        word, steps = word.head, steps + 1
        if word.pos in ("VERB", "AUX"):
            break
    return Tie(word, preposition, steps)


def _nearness(word: Word, tie: Tie) -> float:
    """How closely the place's governor belongs to the event's word."""
    governor = tie.governor
    if governor is word or _under(governor, word):
        return 6.0
    if word.pos in ("VERB", "AUX"):
        if governor.head is word and governor.dep in _PATIENT:
            return 5.0
        if governor.head is word and governor.dep == "nsubj":
            return 4.0
    return _across(word, governor)


def _under(governor: Word, word: Word) -> bool:
    """A nominal event inside the phrase that the place hangs on ("launched an attack on a base in X")."""
    return governor.pos in ("VERB", "AUX") and word.pos == "NOUN" and word.head is governor and word.dep in _PATIENT


def _across(word: Word, governor: Word) -> float:
    """The place hangs on a neighbouring verb: one coordinated, or one that the event's clause depends on."""
    up, climbed = word, 0
    while up.head is not up and climbed < 4:
        step = up.dep
        up, climbed = up.head, climbed + 1
        if up is governor:
            return 3.5 if step in _SAME_CLAUSE else 2.5 if step in _CLAUSE else 3.0
    up, climbed = governor, 0
    while up.head is not up and climbed < 4:
        step = up.dep
        up, climbed = up.head, climbed + 1
        if up is word:
            return 0.0 if step == "ccomp" else 2.0 if step in _CLAUSE else 3.5
    return 0.0
