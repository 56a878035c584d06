"""A reading as rows for a spreadsheet: one a statement, one an event, with the words and their offsets."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.cli.lookup import Lookup
from sayso.model.reading import Event, Reading, Statement

COLUMNS = (
    "report", "title", "publisher", "published", "row", "id", "day", "status", "type", "mode", "who", "whom", "place",
    "country", "says", "words", "begin", "end",
)  # fmt: skip


def rows(reading: Reading) -> Iterator[dict[str, object]]:
    """Statements, then events, each with the report it comes from. `begin`, `end` are code points of the text."""
    look = Lookup(reading)
    head = reading.report
    origin = {
        "report": head.id,
        "title": head.title,
        "publisher": head.publisher,
        "published": head.published.value,
    }
    for statement in reading.statements:
        yield {**origin, **_statement(look, statement)}
    for event in reading.events:
        yield {**origin, **_event(look, event)}


def _statement(look: Lookup, statement: Statement) -> dict[str, object]:
    spans = statement.content or statement.cue or statement.source.spans
    return {
        "row": "statement",
        "id": statement.id,
        "day": look.day(statement.time),
        "status": "negated" if statement.negated else None,
        "type": statement.act,
        "mode": statement.form,
        "who": look.speaker(statement),
        "whom": look.actor(statement.addressee),
        "says": look.chain(statement.parent),
        "words": look.words(statement.content),
        "begin": spans[0][0] if spans else None,
        "end": spans[-1][1] if spans else None,
    }


def _event(look: Lookup, event: Event) -> dict[str, object]:
    place = look.places.get(event.place or "")
    begin, end = look.sentence(event)
    return {
        "row": "event",
        "id": event.id,
        "day": look.day(event.time),
        "status": event.status,
        "type": event.type,
        "mode": event.mode,
        "who": look.parties(event.initiators),
        "whom": look.parties(event.recipients),
        "place": place.name if place else None,
        "country": place.country if place else None,
        "says": look.chain(event.said_by),
        "words": look.words([(begin, end)]),
        "begin": begin,
        "end": end,
    }
