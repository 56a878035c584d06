"""The one door: read reports, keep them in a database, find what happened, and say why.

    import sayso.workspace as ws

    reading = ws.read("The army said it had shelled the port.", published="2020-03-01")
    with ws.open("war.db") as war:
        war.add(["reports/"])
        for row in war.find(type="ASSAULT", country="LBY"):
            print(row.day, row.words)

Heavy libraries load when something is read, not on import.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, BinaryIO, Literal, Self, overload

import msgspec

from sayso import views
from sayso.errors import OptionError, RejectedInput, StoreError
from sayso.model.reading import ReaderInfo, Reading
from sayso.model.report import Reject, Report
from sayso.storing import Store
from sayso.storing.facts import source_of
from sayso.views import (
    ActorView,
    Contradiction,
    RecordRow,
    RecordView,
    RejectRow,
    ReportRow,
    ReportView,
    StatementRow,
    Summary,
    WhyView,
)

if TYPE_CHECKING:
    from sayso.ingesting import Options
    from sayso.reading import ReaderOptions

What = Literal["records", "statements", "reports"]
Shown = RecordView | ReportView | ActorView | StatementRow


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far a long work is. `step` is "reading" or "linking"; `total` is None while the inputs are not all known.

    `done` counts reports (reading) or accounts (linking); `words` are the words read so far; `seconds` since the start.
    """

    step: Literal["reading", "linking"]
    done: int
    total: int | None
    words: int
    rejected: int
    seconds: float


class AddSummary(msgspec.Struct, frozen=True, kw_only=True):
    """What `add` did, in reports. `copies`: the same text under another address; `words` and `seconds` of this run.

    `added` are new, `updated` were read again (newer reader, or a better-dated copy), `unchanged` were there.
    """

    added: int
    updated: int
    unchanged: int
    copies: int
    rejected: int
    records: int
    words: int
    seconds: float


Watcher = Callable[[Progress], None]


def open(path: str | Path, create: bool = True) -> Workspace:  # noqa: A001 - sayso.open("war.db") is the public name
    """The workspace kept in the database file at `path`; a context manager. ":memory:" keeps nothing.

    Raises:
        StoreError: not a database of sayso, a newer schema, or missing and `create` is false.
    """


def read(
    text: str | Report,
    *,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    uri: str | None = None,
    reader_options: ReaderOptions | None = None,
) -> Reading:
    """One text read. The model loads on the first call of a process (about a second).

    Args:
        text: the exact text, or a report that was ingested before (then the next four are ignored).
        published: ISO 8601 day or minute; without it the reader infers what it can and says so.
        publisher: the outlet's name.
        title: the headline, if it is not the first line.
        uri: where the text is from.
        reader_options: which models and stages read it.

    Raises:
        RejectedInput: if the text is refused (empty, not English, too large …).
    """


def read_inputs(
    inputs: Sequence[str | Path],
    *,
    options: Options | None = None,
    reader_options: ReaderOptions | None = None,
    workers: int = 1,
    progress: Watcher | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Reading | Reject]:
    """Readings of files, folders, archives ("-": standard input) in the order of the inputs; refusals among them.

    The same text twice gives one reading. Memory does not grow with the number of reports.
    """


class Workspace:
    """A database of reports and all that was read in them. Open it with `sayso.open(path)`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...

    def close(self) -> None:
        """Closes the file; the workspace is of no use afterwards."""

    def add(
        self,
        inputs: Sequence[str | Path],
        *,
        options: Options | None = None,
        reader_options: ReaderOptions | None = None,
        workers: int = 1,
        progress: Watcher | None = None,
        stdin: BinaryIO | None = None,
    ) -> AddSummary:
        """Reads what is new and keeps it. Safe to stop at any moment: the next `add` completes it.

        Adding twice changes nothing; a newer reader reads again what an older one read.
        """

    def find(
        self,
        text: str | None = None,
        *,
        type: str | None = None,
        actor: str | None = None,
        place: str | None = None,
        country: str | None = None,
        since: str | None = None,
        until: str | None = None,
        status: str | None = None,
        disputed: bool | None = None,
        limit: int | None = 50,
        what: What = "records",
    ) -> list[RecordRow] | list[StatementRow] | list[ReportRow]:
        """Records (or statements, or reports) that satisfy all conditions, by day.

        Args:
            text: words that must all stand in a sentence ("quoted phrases" as one).
            type: an event type ("ASSAULT"), with a mode if wanted ("ASSAULT-aerial"); statements: an act ("deny").
            actor: id or part of a name of a party; statements: the speaker; reports: anyone in them.
            place: part of a place's name, or its gazetteer id.
            country: ISO 3166 alpha-3 of the place.
            since: first day, ISO (a year or month stands for its first day).
            until: last day, ISO (a year or month stands for its last day).
            status: one of the statuses of events ("happened", "denied" …).
            disputed: only records whose accounts contradict each other, or only the others.
            limit: at most so many; None: all.
            what: "records", "statements" or "reports".

        Raises:
            OptionError: if type, status, what or a date is not known; names the choices.
        """

    def show(self, id: str) -> Shown:
        """A record, report, actor or statement by id or the beginning of an id; an account shows its record.

        Raises:
            OptionError: if nothing, or more than one thing, has such an id; names what comes near.
        """

    def why(self, id: str) -> WhyView:
        """Down to the words: each value of a record with its quotations (an account's id means its record).

        Raises:
            OptionError: as for `show`.
        """

    def timeline(self, limit: int | None = None) -> list[RecordRow]:
        """All records with a day, by day and id."""

    def contradictions(self, limit: int | None = None) -> list[Contradiction]:
        """What accounts of one record cannot both say, by day and id."""

    def rejects(self) -> list[RejectRow]:
        """What was refused, by address."""

    def summary(self) -> Summary:
        """Counts of everything."""

    def export(self, format: str, stream: IO[str]) -> int:
        """Writes the whole database in one of `sayso.exporting.FORMATS`; the number of rows written.

        Raises:
            OptionError: if the format is not known; names the choices.
        """
