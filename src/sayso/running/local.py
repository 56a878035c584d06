"""Reading reports in this process or in several on this machine: the same readings in the same order."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import connection, get_context, parent_process
from typing import Any, Protocol

import msgspec

from sayso.errors import OptionError, RejectedInput, SaysoError
from sayso.model.reading import ReaderInfo, Reading
from sayso.model.report import Reject, Report

WINDOW = 8  # reports in flight for each worker: keeps them busy, and memory flat
CRASHED = "the process that read it ended without a word (out of memory, or a fault in a library)"


class Reads(Protocol):
    """What reads: `sayso.reading.Reader`, or a stand-in."""

    @property
    def info(self) -> ReaderInfo:
        """What makes the readings."""
        ...

    def read(self, report: Report) -> Reading:
        """One report read."""
        ...


Make = Callable[[], Reads]


def read_all(reports: Iterable[Report], make: Make, workers: int = 1) -> Iterator[Reading | Reject]:
    """A reading, or a refusal with code "failed", for each report, in their order.

    Args:
        reports: taken only as fast as they are read; a few for each worker are in flight.
        make: makes the reader; called once a process, so it must be picklable where `workers` > 1.
        workers: processes; 1 reads in this one.

    Raises:
        OptionError: if `workers` is below 1.
        SaysoError: if the reader itself is not fit to read (a model or resource is missing).
    """
    if workers < 1:
        raise OptionError("workers", workers, ["1 or more"])
    if workers == 1:
        return _read_here(reports, make)
    return _Pool(make, workers).read_all(reports)


def attempt(reader: Reads, report: Report) -> Reading | Reject:
    """The reading, or why it failed: one bad report never stops the rest."""
    try:
        return reader.read(report)
    except RejectedInput as error:
        return failure(report, error.detail)
    except SaysoError:
        raise  # a fault of the set-up (a model or resource is missing), not of this report
    except Exception as error:  # the net below all the others: a fault of ours in one report
        return failure(report, f"{type(error).__name__}: {error}")


def failure(report: Report, detail: str) -> Reject:
    """A refusal of a report that could not be read."""
    uri = report.header.uri or report.header.id
    return Reject(uri=uri, code="failed", detail=detail, size=len(report.text.encode("utf-8", "replace")))


def _read_here(reports: Iterable[Report], make: Make) -> Iterator[Reading | Reject]:
    reader: Reads | None = None
    for report in reports:
        reader = reader or make()
        yield attempt(reader, report)


_Task = tuple[Report, "Future[bytes]"]


@dataclass
class _Pool:
    """Processes that are started again when one of them dies."""

    make: Make
    workers: int
    _executor: ProcessPoolExecutor | None = field(default=None, init=False)

    def read_all(self, reports: Iterable[Report]) -> Iterator[Reading | Reject]:
        flying: deque[_Task] = deque()
        try:
            for report in reports:
                flying.append((report, self._submit(report)))
                if len(flying) >= self.workers * WINDOW:
                    yield self._land(flying)
            while flying:
                yield self._land(flying)
        finally:
            self._stop()

    def _land(self, flying: deque[_Task]) -> Reading | Reject:
        """The result of the first in flight. If the pool broke, it is read alone: was it the cause?"""
        report, future = flying.popleft()
        try:
            return _decoded(future.result())
        except BrokenProcessPool:
            self._stop()
            result = self._alone(report)
            again = [(other, self._submit(other)) for other, _ in flying]
            flying.clear()
            flying.extend(again)
            return result

    def _alone(self, report: Report) -> Reading | Reject:
        try:
            return _decoded(self._submit(report).result())
        except BrokenProcessPool:
            self._stop()
            return failure(report, CRASHED)

    def _submit(self, report: Report) -> Future[bytes]:
        try:
            return self._running().submit(_read_there, report)
        except BrokenProcessPool:  # it broke on one in flight; that one lands first and finds out
            broken: Future[bytes] = Future()
            broken.set_exception(BrokenProcessPool())
            return broken

    def _running(self) -> ProcessPoolExecutor:
        if self._executor is None:
            context = get_context("spawn")
            self._executor = ProcessPoolExecutor(self.workers, context, initializer=_prepare, initargs=(self.make,))
        return self._executor

    def _stop(self) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None


# In a worker ---------------------------------------------------------------------------------------------------------

_THREADS = ("OMP_NUM_THREADS", "BLIS_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_worker: dict[str, Any] = {}  # a worker process keeps its one reader here; an initializer has no other place


def _prepare(make: Make) -> None:
    """One thread a worker, set before numpy is imported; a worker goes when its parent is killed."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then stops the workers
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    threading.Thread(target=_follow_parent, daemon=True).start()
    _worker["make"] = make


def _follow_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _read_there(report: Report) -> bytes:
    if "reader" not in _worker:  # made here, not on starting: an error in it then comes back as itself
        _worker["reader"] = _worker["make"]()
    result = attempt(_worker["reader"], report)
    tag = b"R" if isinstance(result, Reject) else b"="
    try:
        return tag + msgspec.json.encode(result)
    except UnicodeEncodeError as error:
        return b"R" + msgspec.json.encode(
            failure(report, f"holds characters that are not Unicode text: {error.reason}")
        )


def _decoded(answer: bytes) -> Reading | Reject:
    if answer[:1] == b"R":
        return msgspec.json.decode(answer[1:], type=Reject)
    return msgspec.json.decode(answer[1:], type=Reading)
