"""`sayso add`: read reports and keep them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from sayso.cli import inputs
from sayso.cli.group import NOTHING, command
from sayso.cli.opening import database, opened
from sayso.cli.output import chosen, forms, say, write_csv, write_json
from sayso.cli.phrases import plural
from sayso.cli.progress import bar

if TYPE_CHECKING:
    from sayso.workspace import AddSummary


@command(
    "add",
    "sayso add war.db reports/",
    "sayso add war.db page.html --publisher 'Gulf Observer' --published 2020-06-18",
    "cat news.jsonl | sayso add war.db - --format jsonl --field text=body --json",
)
@database
@inputs.files
@inputs.input_options
@forms
def add(db: str, files: tuple[str, ...], form: str | None, **how: Any) -> int:
    """Read reports and keep them in a database.

    DB is a file; it is made if it is not there. FILES are as for `sayso read`. Adding twice changes nothing, and a
    stopped `add` loses nothing: the next one completes it. Exit code 1: all input was refused (see `sayso rejects`).
    """
    with opened(db, create=True) as workspace, bar() as shown:
        done = workspace.add(files, progress=shown, stdin=sys.stdin.buffer, **inputs.ways(how))
    counts = {name: getattr(done, name) for name in done.__struct_fields__ if name != "seconds"}
    if chosen(form) == "json":
        write_json([counts])
    elif chosen(form) == "csv":
        write_csv(tuple(counts), [counts])
    else:
        click.echo(told(done, db))
    if done.words:
        say(f"sayso: {done.words:,} words in {done.seconds:.1f} s")
    if done.rejected:
        say(f"sayso: rejected {plural(done.rejected, 'input')}; `sayso rejects {db}` says why")
    return 0 if done.added + done.updated + done.unchanged + done.copies else NOTHING


def told(done: AddSummary, db: str) -> str:
    """What was done, in one line: "war.db: 24 reports added, 1 copy; 83 records in all"."""
    parts = [f"{plural(done.added, 'report')} added"]
    parts += [f"{done.updated:,} read again"] if done.updated else []
    parts += [f"{done.unchanged:,} there already"] if done.unchanged else []
    parts += [plural(done.copies, "copy", "copies")] if done.copies else []
    return f"{db}: {', '.join(parts)}; {plural(done.records, 'record')} in all"
