"""A page for a person: headings, hanging paragraphs, happenings with their dates first, tables."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sayso.cli.output import console

if TYPE_CHECKING:
    from rich.console import RenderableType

STYLES = {
    "happened": "green",
    "ongoing": "green",
    "ended": "green",
    "denied": "red",
    "disputed": "bold red",
    "missing": "bold red",
    "alleged": "yellow",
    "threatened": "yellow",
}
DAY, STATUS = 10, 12  # widths of the first two columns: an ISO day, "hypothetical"
Line = tuple[str, str]  # words and their style


class Page:
    """Prints to standard output piece by piece, so that a long answer begins at once."""

    def __init__(self) -> None:
        self._console = console()
        self._first = True

    @property
    def width(self) -> int:
        """Columns."""
        return self._console.width

    def title(self, words: str, *below: str) -> None:
        """A title in bold, with lines of origin below it."""
        self.gap()
        self.text(words, style="bold")
        for line in below:
            if line:
                self.text(line, style="dim")

    def heading(self, words: str, note: str = "") -> None:
        """The name of a part, in capitals, with a note beside it; nothing else on the line."""
        from rich.text import Text

        self.gap()
        self.print(Text.assemble((words.upper(), "bold cyan"), (f"  {note}" if note else "", "dim")))

    def text(self, words: str, indent: int = 0, style: str = "", aside: str = "") -> None:
        """A paragraph, wrapped, all its lines indented; what is said aside is dimmed."""
        from rich.padding import Padding
        from rich.text import Text

        self.print(Padding(Text.assemble((words, style), (aside, "dim")), (0, 0, 0, indent), expand=False))

    def gap(self) -> None:
        """An empty line, except at the top of the page."""
        if not self._first:
            self._console.print()

    def rule(self, words: str = "") -> None:
        """A line across the page, between two things; with the name of what follows."""
        from rich.text import Text

        self.gap()
        begun = f"── {words} " if words else ""
        self.print(Text.assemble((begun, "bold cyan"), ("─" * (self.width - len(begun)), "dim")))

    def dated(self, day: str, status: Sequence[str], line: Line, below: Iterable[Line] = ()) -> None:
        """A happening: its day, the words of its status one below the other, a line beside them, and lines below.

        What stands below begins under the status, so that quotations have nearly the whole width.
        """
        from rich.table import Table
        from rich.text import Text

        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(width=DAY)
        grid.add_column(width=STATUS)
        grid.add_column(ratio=1, overflow="fold")
        state = Text("\n").join(Text(word, STYLES.get(word, "")) for word in status)
        grid.add_row(Text(day, "bold"), state, Text(*line))
        self.print(grid)
        for words, style in below:
            if words:
                self.text(words, DAY + 2, style)

    def table(self, columns: Sequence[str], rows: Iterable[Sequence[str]], wide: str = "", header: bool = True) -> None:
        """Rows under a header; the column named `wide` takes what is left of the width and wraps."""
        from rich.table import Table
        from rich.text import Text

        table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim", show_header=header)
        for column in columns:
            ratio = 1 if column == wide else None
            table.add_column(column, ratio=ratio, no_wrap=column in ("day", "published"), overflow="fold")
        for row in rows:
            table.add_row(*(Text(cell, STYLES.get(cell, "")) for cell in row))
        self.print(table)

    def print(self, shown: RenderableType) -> None:
        """Anything that rich can draw; lines end where their words end."""
        self._first = False
        if self._console.is_terminal:
            self._console.print(shown)
            return
        with self._console.capture() as drawn:
            self._console.print(shown)
        sys.stdout.write("".join(f"{line.rstrip()}\n" for line in drawn.get().splitlines()))
