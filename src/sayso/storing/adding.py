"""Adding: reports are kept as they come, those that wait for the reader are read, and readings are put."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Protocol

import msgspec

from sayso.errors import RejectedInput
from sayso.linking import accounts_of
from sayso.model.reading import ReaderInfo, Reading
from sayso.model.report import Reject, Report
from sayso.storing.facts import source_of
from sayso.storing.store import Store


class AddSummary(msgspec.Struct, frozen=True, kw_only=True):
    """What `add` did, in reports. `copies`: the same text under another address; `words` and `seconds` of this run.

    `added` are new, `updated` were read again (newer reader, a better dated copy, a stopped run), `unchanged` were
    there. `records` is how many records there are now.
    """

    added: int
    updated: int
    unchanged: int
    copies: int
    rejected: int
    records: int
    words: int
    seconds: float


class Counts(Protocol):
    """What is told how far the work is."""

    total: int | None
    done: int
    words: int
    rejected: int

    @property
    def seconds(self) -> float:
        """Since the start."""
        ...

    def count(self, result: Reading | Reject) -> None:
        """One report is done."""
        ...

    def count_known(self) -> None:
        """One report had been done before."""
        ...


class Adding:
    """The way of reports through an `add`: kept, then in flight to the reader, then landed."""

    def __init__(self, store: Store, info: ReaderInfo, clock: Counts) -> None:
        self.store = store
        self.info = info
        self.clock = clock
        self._flying: deque[tuple[str, str, bool]] = deque()  # id, source, whether it is new
        self._added = self._updated = self._unchanged = self._copies = 0

    def reports(self, outcomes: Iterable[Report | Reject]) -> Iterator[Report]:
        """The reports to be read: those of the inputs, then what a stopped run or an older reader left."""
        for outcome in outcomes:
            if isinstance(outcome, Reject):
                self._refuse(outcome)
                continue
            try:
                kept = self.store.add_report(outcome)
            except RejectedInput as error:
                uri = outcome.header.uri or outcome.header.id
                self._refuse(Reject(uri=uri, code=error.code, detail=error.detail, size=len(outcome.text)))
                continue
            self._copies += kept in ("copy", "better")
            if kept == "better" or (kept != "new" and self._is_flying(outcome)):
                self.clock.count_known()  # a better copy is read at the end: a still better one may come
            elif self.store.is_waiting(outcome.header.id, self.info) or not self.store.has_reading(outcome.header.id):
                # Without a reading though this reader has tried: it failed, perhaps for a cause that is gone by now.
                yield self._fly(outcome, kept == "new")
            else:
                self._unchanged += kept == "known"
                self.clock.count_known()
        yield from self._left_over()

    def land(self, result: Reading | Reject) -> None:
        """Keeps what came back; results come in the order of the reports."""
        report, source, new = self._flying.popleft()
        if isinstance(result, Reject):
            self.store.add_reject(result, report, self.info)
        else:
            self.store.put_reading(result, accounts_of(result), source)
            self._added += new
            self._updated += not new
        self.clock.count(result)

    def summary(self) -> AddSummary:
        """What was done."""
        row = self.store.first("SELECT count(*) FROM record")
        return AddSummary(
            added=self._added,
            updated=self._updated,
            unchanged=self._unchanged,
            copies=self._copies,
            rejected=self.clock.rejected,
            records=row[0] if row else 0,
            words=self.clock.words,
            seconds=self.clock.seconds,
        )

    def _left_over(self) -> Iterator[Report]:
        self.clock.total = self.clock.done + self.store.count_waiting(self.info)
        for report in self.store.waiting(self.info):
            if not any(
                report.header.id == flying and source_of(report) == source for flying, source, _ in self._flying
            ):
                yield self._fly(report, new=False)

    def _fly(self, report: Report, new: bool) -> Report:
        self._flying.append((report.header.id, source_of(report), new))
        return report

    def _is_flying(self, report: Report) -> bool:
        return any(flying == report.header.id for flying, _, _ in self._flying)

    def _refuse(self, reject: Reject) -> None:
        self.store.add_reject(reject)
        self.clock.count(reject)
