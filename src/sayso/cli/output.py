"""How an answer leaves: JSON Lines, CSV, or a table for a person; the choice is the same in every command."""

from __future__ import annotations

import csv
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

import click

if TYPE_CHECKING:
    from rich.console import Console

Form = Literal["table", "json", "csv"]
F = TypeVar("F", bound=Callable[..., Any])
NARROWEST, UNKNOWN_WIDTH = 40, 100


def forms(function: F) -> F:
    """The options --table, --json and --csv; the command receives `form`: None means "as suits the output"."""
    for name, words in (
        ("csv", "Comma-separated values with a header line."),
        ("json", "JSON Lines: one object a line. [default in a pipe]"),
        ("table", "For a person to read. [default in a terminal]"),
    ):
        function = click.option(f"--{name}", "form", flag_value=name, default=None, help=words)(function)
    return function


def chosen(form: str | None) -> Form:
    """The form asked for; else a table for a terminal and JSON Lines for anything else."""
    return cast(Form, form) if form else "table" if sys.stdout.isatty() else "json"


def say(words: str) -> None:
    """A message for the person, on standard error."""
    click.echo(words, err=True)


def write_json(values: Iterable[object]) -> int:
    """One value a line; returns how many. Values are msgspec structs, dataclasses, mappings and the like."""
    import msgspec

    count = 0
    for value in values:
        sys.stdout.write(msgspec.json.encode(value).decode("utf-8") + "\n")
        count += 1
    return count


def write_csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> int:
    """A header line and a line for each row; returns how many rows. Lists become "a; b", unknown stays empty."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    count = 0
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])
        count += 1
    return count


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_cell(inner)}" for key, inner in value.items())
    if isinstance(value, list | tuple) and len(value) == 2 and all(isinstance(bound, int) for bound in value):
        return f"{value[0]}-{value[1]}"
    if isinstance(value, list | tuple):
        return "; ".join(_cell(inner) for inner in value)
    return str(value)


def width() -> int:
    """Columns of the terminal (COLUMNS if set)."""
    return max(NARROWEST, shutil.get_terminal_size((UNKNOWN_WIDTH, 24)).columns)


def console() -> Console:
    """Where tables are printed: as wide as the terminal, plain when piped or when NO_COLOR is set."""
    from rich.console import Console

    return Console(file=sys.stdout, width=width(), highlight=False, markup=False, emoji=False, legacy_windows=False)
