"""Progress on standard error: a bar when a person watches and the work is long, otherwise nothing until the end."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Drawing
    from rich.progress import TaskID

    from sayso.workspace import Progress

PATIENCE = 1.0  # seconds of silence before a bar appears
PAUSE = 0.1  # seconds between two drawings


class Bar:
    """A watcher of long work. Draws only where a person watches, and only after `PATIENCE`."""

    def __init__(self, watched: bool) -> None:
        self.watched, self._next = watched, PATIENCE
        self._drawing: Drawing | None = None
        self._tasks: dict[str, TaskID] = {}
        self.last: Progress | None = None

    def __call__(self, now: Progress) -> None:
        """The work has come this far."""
        self.last = now
        if self.watched and now.seconds >= self._next:
            self._next = now.seconds + PAUSE
            self._draw(now)

    def close(self) -> None:
        """The bar disappears; what was done is said by the command in a plain line."""
        if self._drawing is not None:
            self._drawing.stop()
            self._drawing = None

    def _draw(self, now: Progress) -> None:
        if self._drawing is None:
            self._drawing = _started()
        if now.step not in self._tasks:
            self._tasks[now.step] = self._drawing.add_task(now.step, total=now.total, note="")
        speed = f"{now.words / now.seconds:,.0f} words/s" if now.words else ""
        refused = f", {now.rejected:,} rejected" if now.rejected else ""
        self._drawing.update(self._tasks[now.step], completed=now.done, total=now.total, note=speed + refused)


def _started() -> Drawing:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Drawing

    columns = ("{task.description}", BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), "{task.fields[note]}")
    drawing = Drawing(
        *(TextColumn(c) if isinstance(c, str) else c for c in columns),
        console=Console(file=sys.stderr),
        transient=True,
    )
    drawing.start()
    return drawing


@contextmanager
def bar(streaming: bool = False) -> Iterator[Bar]:
    """A bar for the time of a `with` block. `streaming`: results appear in the same terminal meanwhile, so no bar."""
    shown = Bar(sys.stderr.isatty() and not (streaming and sys.stdout.isatty()))
    try:
        yield shown
    finally:
        shown.close()
