"""`sayso export`: a database in a format that other tools read."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryFile
from typing import TYPE_CHECKING
from zipfile import ZipFile

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
    "sayso export war.db --format web-annotation -o statements.jsonl",
    "sayso export war.db --format conll > statements.conllup",
    "sayso export war.db --format brat -o statements.zip",
)
@database
@click.option("--format", "format_", metavar="FORMAT", default="jsonl", show_default=True, help="One of those above.")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    default="-",
    help="Where to write; - for standard output; brat: FOLDER/ for a folder of files. [default: -]",
)
def export(db: str, format_: str, output: str) -> int:
    """Write a database in a format that other tools read.

    \b
    All of it:
      jsonl           a reading a line, as `sayso read` prints it

    \b
    What happened:
      csv             a line an account, with its words
      records-csv     a line a record
      polecat         POLECAT's 40 columns

    \b
    Who said what:
      web-annotation  W3C Web Annotations, found by position and by quotation
      schema-org      schema.org: Quotation and Claim (JSON-LD)
      prov            W3C PROV: from the report to reading and speaker (PROV-JSON)
      brat            brat standoff: .txt and .ann files, zipped or in a folder
      conll           CoNLL-U Plus: a token a line; source, cue and content in BIO

    The same reports give the same bytes, in whatever order they were added. Exit code 1: there was nothing to write.
    """
    from sayso.exporting import ARCHIVES, UNITS

    if format_ in ARCHIVES and output == "-" and sys.stdout.isatty():
        raise InputError(f"{format_} is a zip archive: write it to a file or folder (-o NAME.zip, -o FOLDER/)")
    with opened(db) as workspace:
        if output == "-":
            count = workspace.export(format_, sys.stdout)
        elif format_ in ARCHIVES and (output.endswith(("/", "\\")) or Path(output).is_dir()):
            count = _to_folder(workspace, format_, Path(output))
        else:
            count = _to_file(workspace, format_, output)
    if output != "-" or not count:
        unit = UNITS.get(format_, "rows")
        say(f"wrote {count:,} {unit} to {output}" if count else f"sayso: {db} holds nothing to export")
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


def _to_folder(workspace: Workspace, format_: str, folder: Path) -> int:
    """The files of an archive in a folder of their own; older files in it would be taken for part of the export."""
    aside = folder.with_name(f"{folder.name}.part")
    try:
        if folder.is_dir() and any(folder.iterdir()):
            raise InputError(f"{folder}: there are files in this folder; name a new or an empty one")
        with TemporaryFile() as whole:
            stream = TextIOWrapper(whole, encoding="utf-8")
            count = workspace.export(format_, stream)
            stream.detach()
            with ZipFile(whole) as archive:
                archive.extractall(aside)
        if folder.is_dir():
            folder.rmdir()
        aside.rename(folder)
    except OSError as error:
        raise InputError(f"{folder}: cannot be written ({error.strerror})") from error
    finally:
        rmtree(aside, ignore_errors=True)
    return count
