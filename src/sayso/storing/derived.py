"""Derived rows of one report: its reading, the layers, the accounts. Replaced as a whole, never changed in part."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Sequence

import msgspec

from sayso.linking import blocks_of
from sayso.model.reading import ReaderInfo, Reading
from sayso.model.record import Account
from sayso.storing.facts import reader_key
from sayso.storing.flatten import COLUMNS, Row, account_row, party_rows, rows

# A report waits for this reader if it has no reading by it, made from the copy now preferred, and did not fail with it.
WAITING = (
    "FROM report r LEFT JOIN reading g ON g.report = r.n"
    " WHERE (g.report IS NULL OR g.reader <> :reader OR g.source <> r.source)"
    " AND NOT EXISTS (SELECT 1 FROM reject x WHERE x.report = r.n AND x.reader = :reader)"
)


def put_reading(connection: sqlite3.Connection, reading: Reading, accounts: Sequence[Account], source: str) -> None:
    """Replaces whatever was read in the report before. Records that lose an account go until the next linking.

    `source` names the copy that was read (`facts.source_of`): a better one may have come in meanwhile.
    """
    row = connection.execute("SELECT n FROM report WHERE id = ?", (reading.report.id,)).fetchone()
    n = row["n"]
    remove_reading(connection, n)
    h = reading.report
    content = zlib.compress(msgspec.json.encode(msgspec.structs.replace(reading, text="")), 6)
    published = (h.published.value, h.published.precision, h.published.basis)
    connection.execute(
        "INSERT INTO reading VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (n, reader_key(reading.reader), source, h.title, h.publisher, h.uri, *published, content),
    )
    for table, found in rows(n, reading).items():
        _insert(connection, table, found)
    for account in accounts:
        _put_account(connection, n, account, reading.text)
    connection.execute("DELETE FROM reject WHERE report = ?", (n,))


def remove_reading(connection: sqlite3.Connection, n: int) -> None:
    """Takes a reading away with all that was made of it; what shared a record with it has to be linked again."""
    records = [
        found
        for (found,) in connection.execute(
            "SELECT DISTINCT m.record FROM record_account m JOIN account a ON a.n = m.account WHERE a.report = ?", (n,)
        )
    ]
    for record in records:
        dissolve(connection, record)
    connection.execute("DELETE FROM reading WHERE report = ?", (n,))


def dissolve(connection: sqlite3.Connection, record: str) -> None:
    """Takes a record away; its accounts have to be linked again."""
    connection.execute("INSERT OR IGNORE INTO touched SELECT account FROM record_account WHERE record = ?", (record,))
    connection.execute("DELETE FROM record WHERE id = ?", (record,))


def read_content(content: bytes, text: str) -> Reading:
    """The reading as it was put."""
    return msgspec.structs.replace(msgspec.json.decode(zlib.decompress(content), type=Reading), text=text)


def waiting(connection: sqlite3.Connection, reader: ReaderInfo) -> Iterator[sqlite3.Row]:
    """Reports that this reader has still to read, in the order of adding; safe while readings are being put."""
    last = 0
    while True:
        found = connection.execute(
            f"SELECT r.n, r.header, r.blocks, r.text {WAITING} AND r.n > :last ORDER BY r.n LIMIT 64",
            {"reader": reader_key(reader), "last": last},
        ).fetchall()
        if not found:
            return
        yield from found
        last = found[-1]["n"]


def count_waiting(connection: sqlite3.Connection, reader: ReaderInfo) -> int:
    """How many reports this reader has still to read."""
    (number,) = connection.execute(f"SELECT count(*) {WAITING}", {"reader": reader_key(reader)}).fetchone()
    return int(number)


def is_waiting(connection: sqlite3.Connection, report: str, reader: ReaderInfo) -> bool:
    """Whether this reader has still to read one report."""
    parameters = {"reader": reader_key(reader), "id": report}
    return connection.execute(f"SELECT 1 {WAITING} AND r.id = :id", parameters).fetchone() is not None


def _insert(connection: sqlite3.Connection, table: str, found: list[Row]) -> None:
    if found:
        columns = f" ({COLUMNS[table]})" if table in COLUMNS else ""
        marks = ", ".join("?" * len(found[0]))
        connection.executemany(f'INSERT INTO "{table}"{columns} VALUES ({marks})', found)


def _put_account(connection: sqlite3.Connection, n: int, account: Account, text: str) -> None:
    row = account_row(n, account, text)
    number = connection.execute(
        "INSERT INTO account (id, report, event, type, mode, status, day, day_end, initiators, recipients, place,"
        f" place_key, place_folded, country, lat, lon, said_by, words, content) VALUES ({', '.join('?' * len(row))})",
        row,
    ).lastrowid
    assert number is not None
    connection.executemany("INSERT INTO account_party VALUES (?, ?, ?, ?, ?)", party_rows(number, account))
    connection.executemany(
        "INSERT OR IGNORE INTO account_block VALUES (?, ?)", [(key, number) for key in blocks_of(account)]
    )
    connection.execute("INSERT INTO touched VALUES (?)", (number,))
