"""`sayso demo`: a small set of invented reports, and what comes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.group import command
from sayso.cli.making import gazetteer
from sayso.cli.opening import opened
from sayso.cli.output import chosen, forms, say, write_csv, write_json
from sayso.cli.progress import bar

if TYPE_CHECKING:
    from pathlib import Path

    from sayso.cli.highlights import Highlights
    from sayso.ingesting import Options


@command("demo", "sayso demo --table", "sayso demo --keep demo.db --json", "sayso demo --csv > timeline.csv")
@click.option("--keep", metavar="DB", help="Keep the database in this file, to look further. [default: not kept]")
@forms
def demo(keep: str | None, form: str | None) -> None:
    """Read a few invented reports and show what comes of them.

    The reports were written for this demo and their outlets are invented; they retell facts of the Libyan crisis from
    November 2019 to June 2020. Shown are what was read, the timeline, one event with its accounts side by side, one
    actor, one contradiction, and how to look further.
    """
    from importlib.resources import as_file, files

    from sayso.cli import highlights

    gazetteer()
    with opened(keep or ":memory:", create=True) as workspace:
        with as_file(files("sayso").joinpath("data", "demo")) as folder, bar() as shown:
            for path in sorted(folder.iterdir()):
                workspace.add([path], options=_origin(path), progress=shown)
        found = highlights.chosen(workspace)
    _write(found, form, keep)
    if keep:
        say(f"kept in {keep}")


def _origin(path: Path) -> Options:
    """A folder is named after its outlet; a file of JSON Lines says for each report where it is from."""
    from sayso.ingesting import Options

    return Options(publisher=path.name.replace("-", " ").title()) if path.is_dir() else Options()


def _write(found: Highlights, form: str | None, keep: str | None) -> None:
    if chosen(form) == "json":
        write_json({"part": name, "shown": getattr(found, name)} for name in found._fields)
    elif chosen(form) == "csv":
        from sayso.cli.sheet import HEADERS, flattened

        write_csv(HEADERS["records"], (flattened(row.as_dict()) for row in found.timeline))
    else:
        from sayso.cli.tour import print_tour

        print_tour(found, keep)
