"""CSV for spreadsheets (RFC 4180): one row an account with its words, or one row a record."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from typing import IO, TypeVar

from sayso.exporting.source import Source, Told, cell, count_words
from sayso.model.record import Record, Who
from sayso.model.span import Span, hull

T = TypeVar("T")
Telling = tuple[Record, Told]
Story = tuple[Record, tuple[Told, ...]]


def write_csv(source: Source, stream: IO[str]) -> int:
    """One row for each account, those of a record together; the number of rows without the header."""
    rows = ((record, told) for record, tellings in source.stories() for told in tellings)
    return _write(stream, ACCOUNT_COLUMNS, rows)


def write_records_csv(source: Source, stream: IO[str]) -> int:
    """One row for each record; the number of rows without the header."""
    return _write(stream, RECORD_COLUMNS, source.stories())


def _write(stream: IO[str], columns: Sequence[tuple[str, Callable[[T], object]]], rows: Iterable[T]) -> int:
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(name for name, _ in columns)
    count = 0
    for row in rows:
        writer.writerow(cell(value(row)) for _, value in columns)
        count += 1
    return count


def _names(parties: Iterable[Who]) -> str:
    return "; ".join(dict.fromkeys(who.name for who in parties))


def _chain(told: Told) -> str:
    """Who says so, innermost first, to the publisher."""
    publisher = told.reading.report.publisher
    return " < ".join([*(s.name for s in told.account.chain), *([publisher] if publisher else [])])


def _trigger(told: Told) -> Span:
    return hull(told.account.trigger)


ACCOUNT_COLUMNS: tuple[tuple[str, Callable[[Telling], object]], ...] = (
    ("record", lambda t: t[0].id),
    ("account", lambda t: t[1].account.id),
    ("day", lambda t: t[1].account.day),
    ("day_end", lambda t: t[1].account.day_end),
    ("type", lambda t: t[1].account.type),
    ("mode", lambda t: t[1].account.mode),
    ("status", lambda t: t[1].account.status),
    ("initiators", lambda t: _names(t[1].account.initiators)),
    ("recipients", lambda t: _names(t[1].account.recipients)),
    ("place", lambda t: t[1].account.where and t[1].account.where.name),
    ("country", lambda t: t[1].account.where and t[1].account.where.country),
    ("latitude", lambda t: t[1].account.where and t[1].account.where.lat),
    ("longitude", lambda t: t[1].account.where and t[1].account.where.lon),
    ("place_precision", lambda t: t[1].account.where and t[1].account.where.precision),
    ("gazetteer_id", lambda t: t[1].account.where and t[1].account.where.key),
    ("numbers", lambda t: "; ".join(count_words(c) for c in t[1].account.counts)),
    ("said_by", lambda t: _chain(t[1])),
    ("quotation", lambda t: t[1].words(t[1].account.sentence)),
    ("quotation_begin", lambda t: t[1].account.sentence[0]),
    ("quotation_end", lambda t: t[1].account.sentence[1]),
    ("trigger", lambda t: t[1].words(_trigger(t[1]))),
    ("trigger_begin", lambda t: _trigger(t[1])[0]),
    ("trigger_end", lambda t: _trigger(t[1])[1]),
    ("title", lambda t: t[1].reading.report.title),
    ("publisher", lambda t: t[1].reading.report.publisher),
    ("published", lambda t: t[1].reading.report.published.value),
    ("published_basis", lambda t: t[1].reading.report.published.basis),
    ("uri", lambda t: t[1].reading.report.uri),
    ("report", lambda t: t[1].account.report),
)

RECORD_COLUMNS: tuple[tuple[str, Callable[[Story], object]], ...] = (
    ("record", lambda s: s[0].id),
    ("day", lambda s: s[0].day),
    ("day_end", lambda s: s[0].day_end),
    ("type", lambda s: s[0].type),
    ("mode", lambda s: s[0].mode),
    ("status", lambda s: s[0].status),
    ("initiators", lambda s: "; ".join(s[0].initiators)),
    ("recipients", lambda s: "; ".join(s[0].recipients)),
    ("blamed", lambda s: "; ".join(s[0].blamed)),
    ("place", lambda s: s[0].place),
    ("country", lambda s: s[0].country),
    ("reports", lambda s: s[0].reports),
    ("outlets", lambda s: s[0].outlets),
    ("texts", lambda s: s[0].texts),
    ("speakers", lambda s: s[0].speakers),
    ("disputed", lambda s: "yes" if s[0].disputed else "no"),
    ("numbers", lambda s: "; ".join(dict.fromkeys(count_words(c) for t in s[1] for c in t.account.counts))),
    ("quotation", lambda s: s[1][0].words(s[1][0].account.sentence)),
    ("publishers", lambda s: "; ".join(sorted({t.reading.report.publisher or "" for t in s[1]} - {""}))),
    ("uris", lambda s: " ".join(sorted({t.reading.report.uri or "" for t in s[1]} - {""}))),
    ("accounts", lambda s: " ".join(s[0].accounts)),
)
