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

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, BinaryIO, Literal, Self, TypedDict, Unpack, overload

from sayso.errors import OptionError, StoreError
from sayso.exporting import FORMATS
from sayso.model.reading import Reading
from sayso.model.report import Reject, Report
from sayso.running import Clock, Progress, Reads, Watcher, read_all, read_outcomes
from sayso.storing import Adding, AddSummary, Store
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
    actor_view,
    contradictions,
    find_records,
    find_reports,
    find_statements,
    look_up,
    record_of,
    record_view,
    rejects,
    report_view,
    statement_view,
    summary,
    why_view,
)
from sayso.views.find import Query
from sayso.views.query import checked
from sayso.views.stories import Stories

if TYPE_CHECKING:
    from sayso.ingesting import Options
    from sayso.reading import ReaderOptions

__all__ = [
    "AddSummary",
    "Conditions",
    "Progress",
    "Shown",
    "Watcher",
    "What",
    "Workspace",
    "open",
    "read",
    "read_inputs",
]

What = Literal["records", "statements", "reports"]
Shown = RecordView | ReportView | ActorView | StatementRow


class Conditions(TypedDict, total=False):
    """What `Workspace.find` may ask for; see there."""

    type: str | None
    actor: str | None
    place: str | None
    country: str | None
    since: str | None
    until: str | None
    status: str | None
    disputed: bool | None
    limit: int | None


def open(path: str | Path, create: bool = True) -> Workspace:  # noqa: A001 - sayso.open("war.db") is the public name
    """The workspace kept in the database file at `path`; a context manager. ":memory:" keeps nothing.

    If an `add` was stopped before it made its records, they are made now.

    Raises:
        StoreError: not a database of sayso, a newer schema, or missing and `create` is false.
    """
    store = Store(path, create)
    try:
        if store.writable and store.is_unlinked():
            _link(store)
    except StoreError:
        pass  # another process writes just now: it will make them itself
    except BaseException:
        store.close()
        raise
    return Workspace(store)


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
    from sayso.ingesting import from_text

    if isinstance(text, str):
        text = from_text(text, published=published, publisher=publisher, title=title, uri=uri)
    return _reader(reader_options).read(text)


def read_inputs(
    inputs: Sequence[str | Path],
    *,
    options: Options | None = None,
    reader_options: ReaderOptions | None = None,
    workers: int = 1,
    progress: Watcher | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Reading | Reject]:
    """Readings of files, folders, archives ("-": standard input) in the order of the inputs; refusals come as met.

    The same text twice gives one reading. Memory does not grow with the number of reports, but for 100 bytes each
    to know them again.

    Raises:
        OptionError: if `workers` is below 1, or the reader is not known.
    """
    from sayso.ingesting import ingest

    return read_outcomes(ingest(inputs, options, stdin), partial(_reader, reader_options), workers, Clock(progress))


class Workspace:
    """A database of reports and all that was read in them. Open it with `sayso.open(path)`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; the workspace is of no use afterwards."""
        self._store.close()

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

        Raises:
            StoreError: if the database is locked or read-only.
            OptionError: if `workers` is below 1, or the reader is not known.
        """
        from sayso.ingesting import ingest

        make = partial(_reader, reader_options)
        return add_outcomes(self._store, ingest(inputs, options, stdin), make, workers, progress)

    @overload
    def find(
        self, text: str | None = None, *, what: Literal["records"] = "records", **conditions: Unpack[Conditions]
    ) -> list[RecordRow]: ...
    @overload
    def find(
        self, text: str | None = None, *, what: Literal["statements"], **conditions: Unpack[Conditions]
    ) -> list[StatementRow]: ...
    @overload
    def find(
        self, text: str | None = None, *, what: Literal["reports"], **conditions: Unpack[Conditions]
    ) -> list[ReportRow]: ...
    @overload
    def find(
        self, text: str | None = None, *, what: What, **conditions: Unpack[Conditions]
    ) -> list[RecordRow] | list[StatementRow] | list[ReportRow]: ...
    def find(
        self, text: str | None = None, *, what: What = "records", **conditions: Unpack[Conditions]
    ) -> list[RecordRow] | list[StatementRow] | list[ReportRow]:
        """Records (or statements, or reports) that satisfy all conditions, by day.

        Args:
            text: words that must all stand in a sentence ("quoted phrases" as one).
            what: "records", "statements" or "reports".
            **conditions: any of
                type: an event type ("ASSAULT"), with a mode if wanted ("ASSAULT-aerial"); statements: an act ("deny").
                actor: id or part of a name of a party; statements: the speaker; reports: anyone in them.
                place: part of a place's name, or its gazetteer id.
                country: ISO 3166 alpha-3 of the place.
                since: first day, ISO (a year or month stands for its first day).
                until: last day, ISO (a year or month stands for its last day).
                status: one of the statuses of events ("happened", "denied" …).
                disputed: only records whose accounts contradict each other, or only the others.
                limit: at most so many (50 if not given); None: all.

        Raises:
            OptionError: if type, status, what or a date is not known; names the choices.
        """
        query = checked(self._store, what, Query(text=text, **conditions))
        if what == "statements":
            return find_statements(self._store, query)
        return find_reports(self._store, query) if what == "reports" else find_records(self._store, query)

    def show(self, id: str) -> Shown:  # noqa: A002 - the word people use
        """A record, report, actor or statement by id, its beginning, or (actors) name; an account shows its record.

        Raises:
            OptionError: if nothing, or more than one thing, has such an id; names the choices.
        """
        target = look_up(self._store, id)
        if target.kind == "report":
            return report_view(self._store, target.id)
        if target.kind == "actor":
            return actor_view(self._store, target.id)
        if target.kind == "statement":
            return statement_view(self._store, target.id)
        return record_view(self._store, record_of(self._store, target.id))

    def why(self, id: str) -> WhyView:  # noqa: A002
        """Down to the words: each value of a record with its quotations (an account's id means its record).

        Raises:
            OptionError: if it is no record or account, or more than one; names the choices.
        """
        return why_view(self._store, record_of(self._store, id))

    def timeline(self, limit: int | None = None) -> list[RecordRow]:
        """All records with a day, by day and id."""
        return find_records(self._store, Query(since="0001-01-01", limit=limit))

    def contradictions(self, limit: int | None = None) -> list[Contradiction]:
        """What accounts of one record cannot both say, by day and id."""
        return list(islice(contradictions(self._store), limit))

    def rejects(self) -> list[RejectRow]:
        """What was refused, by address."""
        return rejects(self._store)

    def summary(self) -> Summary:
        """Counts of everything."""
        return summary(self._store)

    def export(self, format: str, stream: IO[str]) -> int:  # noqa: A002
        """Writes the whole database in one of `sayso.exporting.FORMATS`; the number of rows written.

        Raises:
            OptionError: if the format is not known; names the choices.
        """
        if format not in FORMATS:
            raise OptionError("format", format, FORMATS)
        return FORMATS[format](Stories(self._store), stream)


def add_outcomes(
    store: Store,
    outcomes: Iterable[Report | Reject],
    make: Callable[[], Reads],
    workers: int = 1,
    progress: Watcher | None = None,
) -> AddSummary:
    """Keeps reports, reads those that wait for this reader, and makes the records. What `Workspace.add` does."""
    clock = Clock(progress)
    adding = Adding(store, make().info, clock)
    for result in read_all(adding.reports(outcomes), make, workers):
        adding.land(result)
    _link(store, clock.linking)
    return adding.summary()


def _reader(options: ReaderOptions | None) -> Reads:
    from sayso.knowledge.own.home import renew
    from sayso.reading import Reader, ReaderOptions

    renew()  # what the user has added since the last reader of this process
    return Reader(options or ReaderOptions())


def _link(store: Store, watch: Callable[[int, int], None] | None = None) -> None:
    from sayso.assembling import assemble
    from sayso.linking import RULE, compare
    from sayso.version import VERSION

    store.relink(compare, assemble, f"{VERSION} {RULE}", watch)
