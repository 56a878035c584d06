"""The place of an event: which place of the sentence its verb or noun happened at, told by syntax.

Rules give a score; it and other signs are weighed by a small trained table (`training/places/`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import exp
from typing import NamedTuple

from sayso.knowledge.gazetteer.lexicon import PlaceWords, place_words
from sayso.knowledge.weights import table
from sayso.model.reading import Place
from sayso.reading.draft import Draft, Word
from sayso.reading.places.made import RELATIVE
from sayso.reading.places.mention import demonyms
from sayso.reading.places.signs import Ways, signs, ways

_APART = frozenset({"ccomp", "relcl", "acl", "csubj", "parataxis"})  # clauses with a place of their own
_UPWARD = {"xcomp": 3.5, "conj": 0.5, "advcl": 3.0}
_DOWNWARD = {"xcomp": 3.5, "conj": 0.5, "advcl": 2.0}
_UP = frozenset(
    {"conj", "appos", "compound", "nmod", "poss", "amod", "pobj", "prep", "nummod", "dobj", "npadvmod", "acomp",
     "pcomp", "attr"}
)  # fmt: skip
_PATIENT = frozenset({"dobj", "nsubjpass", "attr", "oprd", "agent", "dative"})
_CONTENT = frozenset({"ccomp", "parataxis"})
_CLAUSES = frozenset({"ccomp", "xcomp", "pcomp", "advcl", "acl", "relcl"})
_DOER = 3.0  # what rules must give a name that stands for those who rule there
LEAST = 0.3  # how probable a place must be; chosen by cross-validation
_STEP = 0.3
_EXACT = {"country": -1.0, "region": -0.4, "district": 0.0}


class Tie(NamedTuple):
    """How a place hangs on the event: the word it hangs on at last, the preposition (or ""), and how many steps up.

    `direct`: the first preposition hangs on the governor itself, not on its object.
    """

    governor: Word
    preposition: str
    steps: int
    direct: bool


def place_of(word: Word, places: Sequence[Place], draft: Draft) -> Place | None:
    """Where the event told by `word` (its verb or noun) happened; None if no place of the sentence is said to be it."""
    judged = [(place, _chance(told)) for place, told in candidates(word, places, draft)]
    likely = [(chance, -place.span[0], place) for place, chance in judged if chance >= LEAST]
    if not likely:
        return None
    best = max(likely, key=lambda one: one[:2])[2]
    return _told_by(coordinated(best, [place for _, _, place in likely], draft)[0], places)


def candidates(word: Word, places: Iterable[Place], draft: Draft) -> Iterator[tuple[Place, dict[str, float]]]:
    """The places that may be the event's, each with what speaks for and against it."""
    for place in places:
        head = draft.head_of(place.span)
        if head is None or head.sent is not word.sent or place.use == "part-of-name" or _adjective(place, head):
            continue
        between = ways(word, head)
        if _told_apart(word, between):
            continue
        rules = _score(word, head, place)
        if place.use != "metonym" or rules >= _DOER:
            yield place, signs(word, head, place, rules, between)


def _told_by(best: Place, places: Iterable[Place]) -> Place:
    """The place that is told by the one found ("140 km southwest of Tripoli"), if there is one."""
    b, e = best.span
    return next((p for p in places if p.feature == RELATIVE and p.span[0] <= b and e <= p.span[1]), best)


def _told_apart(word: Word, between: Ways) -> bool:
    """Whether words of saying part the two: "the strike …, the ministry in X said", "accused them of shelling X"."""
    up, down = between
    if any(w.dep in _CONTENT for w in up):
        return True
    return word.lemma in place_words().spoken and any(w.dep in _CLAUSES for w in down or ())


def _chance(told: dict[str, float]) -> float:
    weights = table("event_place")
    return 1 / (1 + exp(-weights["bias"] - sum(weights.get(name, 0.0) * much for name, much in told.items())))


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
    score = _nearness(word, tie, words)
    if score <= 0:
        return 0.0
    if tie.preposition in words.locating:
        score += 2.0
    elif tie.preposition == "of":
        score += 0.5
    elif tie.preposition or place.use == "metonym" or head.dep == "nsubj":
        score -= 4.0
    score += _EXACT.get(place.precision, 0.5)
    return score - _STEP * tie.steps


def _tie(head: Word) -> Tie:
    """Climb from the place's name through nouns to the first word that is no noun of its own phrase."""
    word, preposition, steps, last = head, "", 0, ""
    while word.head is not word and word.dep in _UP:
        if word.dep == "prep" and preposition in ("", "of"):
            preposition = word.lower
        last, word, steps = word.dep, word.head, steps + 1
        if word.pos in ("VERB", "AUX"):
            break
    return Tie(word, preposition, steps, last == "prep")


def _nearness(word: Word, tie: Tie, words: PlaceWords) -> float:
    """How closely the place's governor belongs to the event's word."""
    governor = tie.governor
    if governor is word or _under(governor, word):
        return 6.0 if tie.direct or word.lemma not in words.spoken else 0.0
    if word.pos in ("VERB", "AUX"):
        if governor.head is word and governor.dep in _PATIENT:
            return 5.0
        if governor.head is word and governor.dep in ("nsubj", "csubj"):
            return 4.0
    return _across(word, governor)


def _under(governor: Word, word: Word) -> bool:
    """A nominal event inside the phrase that the place hangs on ("launched an attack on a base in X")."""
    return governor.pos in ("VERB", "AUX") and word.pos == "NOUN" and word.head is governor and word.dep in _PATIENT


def _across(word: Word, governor: Word) -> float:
    """The place hangs on a neighbouring verb: one that the event's clause depends on, or one that depends on it."""
    steps = _climb(word, governor)
    if steps:
        return 0.0 if _APART & set(steps) else min(_UPWARD.get(s, 3.0) for s in steps)
    steps = _climb(governor, word)
    if not steps or _APART & set(steps):
        return 0.0
    return min(_DOWNWARD.get(s, 3.0) for s in steps)


def _climb(word: Word, goal: Word) -> tuple[str, ...]:
    """The labels on the way up from a word to another; empty if it is not above it within four steps."""
    labels: list[str] = []
    while word.head is not word and len(labels) < 4:
        labels.append(word.dep)
        word = word.head
        if word is goal:
            return tuple(labels)
    return ()
