"""The store: one SQLite file with facts, what was derived from them, and questions to both."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sayso.errors import RejectedInput, StoreError
from sayso.model.judgement import Judgement
from sayso.model.reading import ReaderInfo, Reading
from sayso.model.record import Account
from sayso.model.report import Reject, Report
from sayso.storing import derived, facts, records
from sayso.storing.database import connect, reported, transaction

LINKED_BY = "linked_by"


class Store:
    """An open database. Each method that writes is one transaction; a kill leaves all of it or nothing.

    Raises:
        StoreError: from any method, in words for people.
    """

    def __init__(self, path: str | Path, create: bool = True) -> None:
        self.name = str(path)
        self._connection, self.writable = connect(path, create)

    def close(self) -> None:
        """Closes the file."""
        self._connection.close()

    def select(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> Iterator[sqlite3.Row]:
        """Rows of a question, as they come."""
        with reported(self.name):
            # Not `yield from`: a reader that stops early would have the cursor closed after the file.
            for row in self._connection.execute(sql, parameters):  # noqa: UP028
                yield row

    def first(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> sqlite3.Row | None:
        """The first row of a question, if there is one."""
        with reported(self.name):
            row: sqlite3.Row | None = self._connection.execute(sql, parameters).fetchone()
            return row

    def add_report(self, report: Report) -> facts.Outcome:
        """Keeps a report: "new", a further "copy", a "better" dated copy (to be read again), or "known" already.

        Raises:
            RejectedInput: if its text cannot be written as UTF-8 (half a surrogate pair).
        """
        try:
            with self._writing():
                outcome = facts.add_report(self._connection, report)
                if report.header.uri is not None:
                    self._connection.execute(
                        "DELETE FROM reject WHERE uri = ? AND report IS NULL", (report.header.uri,)
                    )
                return outcome
        except UnicodeEncodeError as error:
            raise RejectedInput("broken", f"holds characters that are not Unicode text: {error.reason}") from error

    def add_reject(self, reject: Reject, report: str | None = None, reader: ReaderInfo | None = None) -> None:
        """Keeps a refusal; with `report` and `reader`, that this reader failed on a report that is kept."""
        with self._writing():
            facts.add_reject(self._connection, reject, report, reader)

    def put_reading(self, reading: Reading, accounts: Sequence[Account], source: str) -> None:
        """Puts or replaces a report's reading; `source` is `facts.source_of` the report as it was read."""
        with self._writing():
            derived.put_reading(self._connection, reading, accounts, source)

    def judge(self, judgement: Judgement) -> None:
        """Keeps a person's judgement; it counts from the next `relink` on."""
        with self._writing():
            facts.add_person_judgement(self._connection, judgement)
            records.touch(self._connection, (judgement.left, judgement.right))

    def relink(
        self, compare: records.Compare, assemble: records.Assemble, rules: str, watch: records.Watch | None = None
    ) -> int:
        """Links and assembles what was touched since the last time, or all of it if other rules did it then.

        Args:
            compare: judges a pair of accounts.
            assemble: makes records of accounts and judgements.
            rules: names the version of these two.
            watch: told how many accounts of how many are done.

        Returns:
            The number of accounts that were touched.
        """
        with self._writing():
            row = self._connection.execute("SELECT value FROM meta WHERE key = ?", (LINKED_BY,)).fetchone()
            if row is None or row["value"] != rules:
                records.touch_all(self._connection)
                self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (LINKED_BY, rules))
            return records.relink(self._connection, compare, assemble, watch or _unwatched)

    def is_unlinked(self) -> bool:
        """Whether an `add` was stopped before its records were made."""
        return self.first("SELECT 1 FROM touched LIMIT 1") is not None

    def is_waiting(self, report: str, reader: ReaderInfo) -> bool:
        """Whether a report has still to be read by this reader."""
        with reported(self.name):
            return derived.is_waiting(self._connection, report, reader)

    def has_reading(self, report: str) -> bool:
        """Whether a report has been read, by whichever reader."""
        find = "SELECT 1 FROM reading g JOIN report r ON r.n = g.report WHERE r.id = ?"
        return self.first(find, (report,)) is not None

    def waiting(self, reader: ReaderInfo) -> Iterator[Report]:
        """The reports that this reader has still to read."""
        with reported(self.name):
            for row in derived.waiting(self._connection, reader):
                yield facts.report_of(row)

    def count_waiting(self, reader: ReaderInfo) -> int:
        """How many reports this reader has still to read."""
        with reported(self.name):
            return derived.count_waiting(self._connection, reader)

    def reading(self, report: str) -> Reading | None:
        """The reading of a report, by the report's id."""
        row = self.first(
            "SELECT g.content, r.text FROM report r JOIN reading g ON g.report = r.n WHERE r.id = ?", (report,)
        )
        return derived.read_content(row["content"], row["text"]) if row else None

    def readings(self) -> Iterator[Reading]:
        """All readings by the day of their reports, then id; one at a time."""
        for row in self.select(
            "SELECT g.content, r.text FROM reading g JOIN report r ON r.n = g.report"
            " ORDER BY g.published IS NULL, substr(g.published, 1, 10), r.id"
        ):
            yield derived.read_content(row["content"], row["text"])

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if not self.writable:
            raise StoreError(f"{self.name}: is read-only: nothing can be added to it")
        with reported(self.name), transaction(self._connection):
            yield


def _unwatched(done: int, total: int) -> None:
    """Nobody looks on."""
