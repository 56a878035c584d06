"""How far a long work is, for whoever looks on."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Literal

import msgspec

from sayso.model.reading import Reading
from sayso.model.report import Reject


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


Watcher = Callable[[Progress], None]


class Clock:
    """Counts, and tells whoever looks on."""

    def __init__(self, watcher: Watcher | None) -> None:
        self._watcher = watcher
        self._started = time.perf_counter()
        self._percent = -1
        self.done = self.words = self.rejected = 0
        self.total: int | None = None

    @property
    def seconds(self) -> float:
        """Since the start."""
        return time.perf_counter() - self._started

    def count(self, result: Reading | Reject) -> None:
        """One report is done."""
        self.done += 1
        if isinstance(result, Reject):
            self.rejected += 1
        else:
            self.words += len(result.text.split())
        self._tell("reading", self.done, self.total)

    def count_known(self) -> None:
        """One report had been done before."""
        self.done += 1
        self._tell("reading", self.done, self.total)

    def linking(self, done: int, total: int) -> None:
        """So many accounts are linked; told once a percent."""
        percent = 100 * done // max(1, total)
        if percent != self._percent:
            self._percent = percent
            self._tell("linking", done, total)

    def _tell(self, step: Literal["reading", "linking"], done: int, total: int | None) -> None:
        if self._watcher is not None:
            seen = Progress(
                step=step, done=done, total=total, words=self.words, rejected=self.rejected, seconds=self.seconds
            )
            self._watcher(seen)
