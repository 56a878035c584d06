"""What the judge is told beside the words: how two parties hang together, and what the rules found.

All features are small numbers or sets of word numbers, so that reading and training tell it the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.model.reading import Event, EventStatus, Party
from sayso.model.span import Span, overlaps
from sayso.reading.draft import Draft, Word
from sayso.reading.encoding.encoder import Floats

TYPES = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST",
    "SANCTION", "SUPPORT", "THREATEN", "YIELD",
)  # fmt: skip
MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}  # which are one to the judge
STATUSES: tuple[EventStatus, ...] = (
    "happened", "ongoing", "ended", "planned", "proposed", "demanded", "threatened", "attempted", "alleged", "denied",
    "hypothetical",
)  # fmt: skip
ROLES = ("none", "perpetrator", "organization", "target", "victim", "weapon")
KINDS = ("ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY")
_KNOWN = {t: n for n, t in enumerate(TYPES)} | {old: TYPES.index(new) for old, new in MERGED.items()}
_COLUMNS = len(TYPES) + 1  # the last: no type
RULES = 4 * _COLUMNS  # of a pair: types near it, from its source, to its target, from one to the other
RULED = 1.6  # how much more a type counts that rules find from source to target
HINTS = 10  # of a word: no part in an event, or which
_FAR = 40  # steps up the parse, at most
_HELPERS = ("neg", "aux", "auxpass", "prt", "xcomp")


@dataclass(frozen=True)
class Pair:
    """Source, target and the words between them in the parse, by their numbers in the draft; and what rules say."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    path: tuple[int, ...]
    rules: tuple[int, ...]


def pair(draft: Draft, source: Span | None, target: Span | None, events: Sequence[Event], own: Event | None) -> Pair:
    """What is told of a source and a target (either may be missing); `events`: of their sentence, `own`: the judged."""
    first = draft.head_of(source) if source else None
    second = draft.head_of(target) if target else None
    path = path_between(first, second)
    if own is not None:
        path |= {w.i for w in draft.words_in(own.trigger[0])}
    return Pair(_numbers(draft, source), _numbers(draft, target), tuple(sorted(path)), _rules(events, source, target))


def _numbers(draft: Draft, span: Span | None) -> tuple[int, ...]:
    return tuple(w.i for w in draft.words_in(span)) if span else ()


def path_between(first: Word | None, second: Word | None) -> set[int]:
    """The words on the way from one head to the other, their verbs' helpers too; of one alone, its governors."""
    if first is None or second is None:
        alone = first or second
        return {w.i for w in alone.line(3)} if alone is not None else set()
    one, two = first.line(_FAR), second.line(_FAR)
    above = {w.i for w in two}
    top = next((w for w in one if w.i in above), None)
    if top is None:
        return {w.i for w in (*one[:3], *two[:3])}
    found: dict[int, Word] = {}
    for line in (one, two):
        for word in line:
            found[word.i] = word
            if word is top:
                break
    helpers = {c.i for w in found.values() if w.pos in ("VERB", "AUX") for c in w.children if c.dep in _HELPERS}
    return (set(found) | helpers) - {first.i, second.i} or {top.i}


def _rules(events: Sequence[Event], source: Span | None, target: Span | None) -> tuple[int, ...]:
    """Columns that are set: types of the events near, of those from the source, to the target, and of those of both."""
    found: set[int] = set()
    for event in events:
        column = _KNOWN.get(event.type or "", _COLUMNS - 1)
        gives, takes = _meets(event.initiators, source), _meets(event.recipients, target)
        found.add(column)
        if gives:
            found.add(_COLUMNS + column)
        if takes:
            found.add(2 * _COLUMNS + column)
        if gives and takes:
            found.add(3 * _COLUMNS + column)
    return tuple(sorted(found))


def between(rules: Iterable[int]) -> frozenset[str]:
    """The types that rules found from the source of a pair to its target."""
    first = 3 * _COLUMNS
    return frozenset(TYPES[n - first] for n in rules if first <= n < first + len(TYPES))


def _meets(parties: Iterable[Party], span: Span | None) -> bool:
    return span is not None and any(overlaps(p.span, span) for p in parties)


def hinted(draft: Draft, events: Iterable[Event]) -> list[int]:
    """For each word of the draft its part in the events that rules found: 0 none, 1–5 of violence, 6–8 of others."""
    found = [0] * len(draft.words)
    for event in events:
        violent = event.type == "ASSAULT" or (event.type == "COERCE" and event.mode == "seize")
        parts = [(event.trigger[0], 1 if violent else 6)]
        parts += [(p.span, 2 if violent else 7) for p in event.initiators]
        parts += [(p.span, 3 if violent else 8) for p in event.recipients]
        parts += [(o.span, 4 if o.kind == "weapon" else 5) for o in event.objects]
        parts += [(c.span, 9) for c in event.counts]
        for span, part in parts:
            for word in draft.words_in(span):
                if found[word.i] == 0 or part < 6:
                    found[word.i] = part
    return found


def columns(numbers: Iterable[int], size: int) -> Floats:
    """A row of zeros with ones at some columns."""
    row: Floats = np.zeros(size, dtype=np.float32)
    row[list(numbers)] = 1
    return row
