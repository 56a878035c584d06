"""Facts: reports, where else the same text was found, what was refused, and what persons judged. Only ever added."""

from __future__ import annotations

import hashlib
import sqlite3
from typing import Literal

import msgspec

from sayso.model.judgement import Judgement
from sayso.model.reading import ReaderInfo
from sayso.model.report import Block, Header, Reject, Report

Outcome = Literal["new", "copy", "better", "known"]

_BASIS = {"given": 0, "page": 1, "text": 2, "inferred": 3, "unknown": 4}


def add_report(connection: sqlite3.Connection, report: Report) -> Outcome:
    """Keeps a report. The same text from elsewhere is a copy of the first, not a second report.

    Which copy is read must not depend on the order of adding: it is always the best dated, then the first by its
    header. So a copy may turn out "better" than the one that was read, and the report has to be read again.
    """
    header, blocks = _json(report.header), _json(report.blocks)
    row = connection.execute("SELECT n, header, blocks FROM report WHERE id = ?", (report.header.id,)).fetchone()
    if row is None:
        _insert(connection, report, header, blocks)
        return "new"
    copies = connection.execute(
        "INSERT OR IGNORE INTO copy VALUES (?, ?, ?, ?, ?)", (row["n"], *_origin(report.header), header)
    ).rowcount
    old = msgspec.json.decode(row["header"], type=Header)
    if _preference(report.header, header, blocks) < _preference(old, row["header"], row["blocks"]):
        _prefer(connection, row["n"], report, header, blocks)
        return "better"
    return "copy" if copies else "known"


def source_of(report: Report) -> str:
    """What a reading is made of besides the text: a hash of header and blocks."""
    return _source(_json(report.header), _json(report.blocks))


def report_of(row: sqlite3.Row) -> Report:
    """A report out of a row that has header, blocks and text."""
    return Report(
        header=msgspec.json.decode(row["header"], type=Header),
        text=row["text"],
        blocks=msgspec.json.decode(row["blocks"], type=tuple[Block, ...]),
    )


def add_reject(
    connection: sqlite3.Connection, reject: Reject, report: str | None = None, reader: ReaderInfo | None = None
) -> None:
    """Keeps a refusal; `report` and `reader` where a kept report could not be read by that reader."""
    connection.execute(
        "INSERT OR REPLACE INTO reject VALUES (?, ?, ?, ?, (SELECT n FROM report WHERE id = ?), ?)",
        (reject.uri, reject.code, reject.detail, reject.size, report, reader_key(reader) if reader else None),
    )


def add_person_judgement(connection: sqlite3.Connection, judgement: Judgement) -> None:
    """Keeps a person's judgement; the same person's later one on the same pair replaces it."""
    connection.execute(
        "INSERT OR REPLACE INTO person_judgement VALUES (?, ?, ?, ?, ?, ?)",
        (judgement.left, judgement.right, judgement.verdict, judgement.score, judgement.by, _json(judgement.reasons)),
    )


def reader_key(reader: ReaderInfo) -> str:
    """A reader as text: equal for readers that give the same bytes."""
    return _json(reader)


def _insert(connection: sqlite3.Connection, report: Report, header: str, blocks: str) -> None:
    h = report.header
    n = connection.execute(
        "INSERT INTO report (id, title, publisher, author, uri, language, published, precision, basis, words, header,"
        " blocks, source, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (h.id, *_columns(h), len(report.text.split()), header, blocks, _source(header, blocks), report.text),
    ).lastrowid
    connection.execute("INSERT INTO copy VALUES (?, ?, ?, ?, ?)", (n, *_origin(h), header))


def _prefer(connection: sqlite3.Connection, n: int, report: Report, header: str, blocks: str) -> None:
    connection.execute(
        "UPDATE report SET title = ?, publisher = ?, author = ?, uri = ?, language = ?, published = ?, precision = ?,"
        " basis = ?, header = ?, blocks = ?, source = ? WHERE n = ?",
        (*_columns(report.header), header, blocks, _source(header, blocks), n),
    )


def _columns(h: Header) -> tuple[str | None, ...]:
    p = h.published
    return h.title, h.publisher, h.author, h.uri, h.language, p.value, p.precision, p.basis


def _origin(h: Header) -> tuple[str | None, ...]:
    return h.uri, h.publisher, h.published.value


def _preference(h: Header, header: str, blocks: str) -> tuple[object, ...]:
    p = h.published
    known = (p.value is None, _BASIS[p.basis], p.value or "", h.publisher is None, h.uri is None)
    return (*known, h.publisher or "", h.uri or "", header, blocks)


def _source(header: str, blocks: str) -> str:
    return hashlib.sha256(f"{header}\0{blocks}".encode()).hexdigest()[:16]


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
