"""`sayso export`: a database in a format that other tools read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.group import NOTHING, command
from sayso.cli.opening import database, opened
from sayso.cli.output import say
from sayso.errors import InputError

if TYPE_CHECKING:
    from sayso.workspace import Workspace


@command(
    "export",
    "sayso export war.db --format csv > events.csv",
    "sayso export war.db --format polecat -o events.txt",
    "sayso export war.db --format jsonl | head -n 1",
)
@database
@click.option(
    "--format",
    "format_",
    metavar="FORMAT",
    default="jsonl",
    show_default=True,
    help="jsonl (readings, all of it), csv (a line an account), records-csv (a line a record), polecat (its columns).",
)
@click.option("-o", "--output", metavar="FILE", default="-", help="Where to write; - for standard output. [default: -]")
def export(db: str, format_: str, output: str) -> int:
    """Write a database in a format that other tools read.

    Exit code 1: there was nothing to write.
    """
    with opened(db) as workspace:
        count = workspace.export(format_, sys.stdout) if output == "-" else _to_file(workspace, format_, output)
    if output != "-" or not count:
        say(f"wrote {count:,} rows to {output}" if count else f"sayso: {db} holds nothing to export")
    return 0 if count else NOTHING


def _to_file(workspace: Workspace, format_: str, output: str) -> int:
    """Written aside and moved into place when it is whole: a stopped export leaves what was there."""
    aside = Path(f"{output}.part")
    try:
        with aside.open("w", encoding="utf-8", newline="") as stream:
            count = workspace.export(format_, stream)
        aside.replace(output)
    except OSError as error:
        raise InputError(f"{output}: cannot be written ({error.strerror})") from error
    finally:
        aside.unlink(missing_ok=True)
    return count
