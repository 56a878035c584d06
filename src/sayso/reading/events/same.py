"""Later mentions of a happening that the report has told before point back to the first."""

from __future__ import annotations

from sayso.knowledge.modes import alike
from sayso.model.reading import Event, Party
from sayso.reading.draft import Draft, Word

_POINTING = frozenset({"the", "this", "that", "these", "those", "its", "their", "such", "latest"})
# "The fighting" is more than the one shot fired before.
_GENERAL = frozenset(
    {"fighting", "war", "violence", "conflict", "hostility", "campaign", "offensive", "battle", "unrest"}
)
_REACH = 60  # sentences back
_NEAR = 4  # sentences back for a noun that points


def same_as(event: Event, at: int, earlier: list[tuple[Event, int]], draft: Draft) -> str | None:
    """The id of the first mention, if `event` (trigger word `at`) is told again; None if it is news.

    Type and mode must agree and the actors, times and places known of both must not differ. A noun that points back
    ("the attack") needs no more; a verb needs an actor in common on each side that both name.
    """
    word = draft.words[at]
    for other, other_at in reversed(earlier):
        if word.sent.i - draft.words[other_at].sent.i > _REACH:
            return None
        if not _compatible(event, other):
            continue
        before = draft.words[other_at]
        did = _shared(event.initiators, other.initiators)
        bore = _shared(event.recipients, other.recipients)
        fits = (did or not (event.initiators and other.initiators)) and (
            bore or not (event.recipients and other.recipients)
        )
        near = word.sent.i - before.sent.i <= _NEAR
        general = word.lemma in _GENERAL and word.lemma != before.lemma
        if near and fits and not general and word.pos == "NOUN" and _points_back(word):
            return other.same_as or other.id
        if did and bore and word.lemma == before.lemma:
            return other.same_as or other.id
        if near and _same_target(event, other, draft) and not _again(word):
            return other.same_as or other.id
    return None


def _same_target(event: Event, other: Event, draft: Draft) -> bool:
    """ "bombed the academy" after "a strike on a military academy": the thing is spoken of as known."""
    if event.status == other.status and event.said_by == other.said_by:
        return False
    told = {w.lemma for p in other.recipients if (w := draft.head_of(p.span)) is not None}
    return any(
        (w := draft.head_of(p.span)) is not None
        and w.lemma in told
        and w.pos == "NOUN"
        and any(c.lower in _POINTING for c in w.children)
        for p in event.recipients
    )


def _again(word: Word) -> bool:
    return any(c.lower in ("again", "another", "second", "third", "also") for c in word.subtree())


def _points_back(noun: Word) -> bool:
    """ "The attack", but not "the attack in Minnesota", which says which one it means."""
    located = any(c.dep == "prep" and (w := c.child("pobj")) is not None and w.pos == "PROPN" for c in noun.children)
    return not located and any(c.lower in _POINTING for c in noun.children if c.i < noun.i)


def _compatible(event: Event, other: Event) -> bool:
    if event.type != other.type or not alike(event.mode, other.mode):
        return False
    if event.time and other.time and event.time != other.time:
        return False
    if event.place and other.place and event.place != other.place:
        return False
    return not _clash(event.initiators, other.initiators) and not _clash(event.recipients, other.recipients)


def _known(parties: tuple[Party, ...]) -> set[str]:
    return {p.actor for p in parties if p.actor}


def _clash(a: tuple[Party, ...], b: tuple[Party, ...]) -> bool:
    left, right = _known(a), _known(b)
    return bool(left and right and not left & right)


def _shared(a: tuple[Party, ...], b: tuple[Party, ...]) -> int:
    return 1 if _known(a) & _known(b) else 0
