"""Every span of a reading, found by walking its JSON: whatever is called "span", "spans", "content" and so on."""

from collections.abc import Iterator
from typing import Any

import msgspec

from sayso.model.reading import Reading
from sayso.model.span import Span

_LISTS = {"spans", "cue", "content", "trigger", "sentences"}


def spans_of(reading: Reading) -> Iterator[tuple[str, Span]]:
    """(path, span) for every span anywhere in a reading."""
    yield from _walk(msgspec.to_builtins(reading), "")


def _walk(value: Any, path: str) -> Iterator[tuple[str, Span]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            here = f"{path}.{key}"
            if key == "span":
                yield here, tuple(inner)
            elif key in _LISTS:
                yield from ((here, tuple(s)) for s in inner)
            else:
                yield from _walk(inner, here)
    elif isinstance(value, list | tuple):
        for n, inner in enumerate(value):
            yield from _walk(inner, f"{path}[{n}]")


def check(reading: Reading) -> None:
    """The span law: spans lie in the text, are not empty and have no blanks at their ends; ids lead somewhere."""
    text = reading.text
    for path, (b, e) in spans_of(reading):
        assert 0 <= b < e <= len(text), f"{path} {b, e} of {len(text)}"
        words = text[b:e]
        if not path.startswith(".blocks"):
            assert words.strip() == words, f"{path} {words!r}"
    _check_ids(reading)


def _check_ids(reading: Reading) -> None:
    actors, places = {a.id for a in reading.actors}, {p.id for p in reading.places}
    times, statements = {t.id for t in reading.times}, {s.id for s in reading.statements}
    events = {e.id for e in reading.events}
    for s in reading.statements:
        assert {s.source.actor, s.source.on_behalf_of, s.addressee} <= actors | {None}
        assert s.time in times | {None}
        assert s.parent in (statements | {None}) - {s.id}
        assert set(s.events) <= events
    for e in reading.events:
        assert {p.actor for p in (*e.initiators, *e.recipients)} <= actors | {None}
        assert e.time in times | {None}
        assert e.place in places | {None}
        assert e.said_by in statements | {None}
        assert e.same_as in events | {None}
        if e.territory:
            assert e.territory.place in places | {None}
    for r in reading.relations:
        assert {r.from_, r.to} <= actors
        assert r.said_by in statements | {None}
