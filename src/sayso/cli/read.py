"""`sayso read`: from files to readings."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sayso.cli import inputs
from sayso.cli.group import NOTHING, command
from sayso.cli.output import chosen, forms, say, write_csv, write_json
from sayso.cli.phrases import plural
from sayso.cli.progress import bar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.model.reading import Reading
    from sayso.model.report import Reject


@command(
    "read",
    "sayso read report.txt --published 2020-06-18 --table",
    "sayso read reports/ --json > readings.jsonl",
    "sayso read news.jsonl --field text=body --field published=date --csv",
    "cat report.txt | sayso read -",
)
@inputs.files
@inputs.input_options
@forms
def read(files: tuple[str, ...], form: str | None, **how: Any) -> int:
    """Read reports: who did what, when, where, on whose word.

    FILES are texts, HTML pages, JSON or JSON Lines (.gz, too), folders or zip archives; - is standard input. Nothing
    is kept: `sayso add` does that. The JSON is described by `sayso schema`; the CSV has a line for each statement and
    event. Refused input is named on standard error; exit code 1: all of it was refused.
    """
    from sayso import workspace

    tally = _Tally()
    with bar(streaming=True) as shown:
        found = workspace.read_inputs(files, progress=shown, stdin=sys.stdin.buffer, **inputs.ways(how))
        _write(tally.kept(found), form)
    say(f"read {plural(tally.read, 'report')}" + (f", rejected {tally.rejected:,}" if tally.rejected else ""))
    return 0 if tally.read else NOTHING


class _Tally:
    """Counts readings and names refusals as they pass."""

    def __init__(self) -> None:
        self.read = self.rejected = 0

    def kept(self, found: Iterable[Reading | Reject]) -> Iterator[Reading]:
        """The readings alone."""
        from sayso.model.report import Reject

        for one in found:
            if isinstance(one, Reject):
                self.rejected += 1
                say(f"sayso: rejected {one.uri}: {one.detail} ({one.code})")
            else:
                self.read += 1
                yield one


def _write(readings: Iterator[Reading], form: str | None) -> None:
    if chosen(form) == "json":
        write_json(readings)
    elif chosen(form) == "csv":
        from sayso.cli.flat import COLUMNS, rows

        write_csv(COLUMNS, (row for reading in readings for row in rows(reading)))
    else:
        from sayso.cli.digest import print_reading
        from sayso.cli.page import Page

        page = Page()
        for number, reading in enumerate(readings):
            if number:
                page.rule()
            print_reading(page, reading)
