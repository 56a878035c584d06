"""`sayso find`: search a database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, get_args

import click

from sayso.cli.group import NOTHING, command
from sayso.cli.opening import database, opened
from sayso.cli.output import chosen, forms, say, write_csv, write_json
from sayso.errors import SaysoError
from sayso.model.reading import EventStatus

if TYPE_CHECKING:
    from sayso.views import RecordRow, ReportRow, StatementRow
    from sayso.workspace import What

_TYPE = "An event type, with its mode if wanted: ASSAULT, ASSAULT-aerial. With --statements an act: deny."
_DISPUTED = "Only what reports contradict each other on, or only the rest."
LETTERS = 3
_ACTOR = "Who takes part: a part of the name, or an id. With --statements the speaker."


@command(
    "find",
    "sayso find war.db --type ASSAULT --country LBY --since 2019-11",
    "sayso find war.db 'port of Tripoli' --until 2020-06 --table",
    "sayso find war.db --disputed --json",
    "sayso find war.db --statements --type deny",
    "sayso find war.db --reports --actor Haftar --csv",
)
@database
@click.argument("words", nargs=-1)
@click.option("--type", metavar="TYPE", help=_TYPE)
@click.option("--actor", metavar="NAME", help=_ACTOR)
@click.option("--place", metavar="NAME", help="Where: a part of the place's name, or its gazetteer id.")
@click.option("--country", metavar="CODE", help="Where: a country by its three letters: LBY.")
@click.option("--since", metavar="DATE", help="From this day on: 2020-06-18, 2020-06 or 2020.")
@click.option("--until", metavar="DATE", help="Up to this day, itself included.")
@click.option("--status", metavar="STATUS", help=f"One of: {', '.join(get_args(EventStatus))}.")
@click.option("--disputed/--undisputed", default=None, help=_DISPUTED)
@click.option("--statements", "what", flag_value="statements", help="Search what was said, not what happened.")
@click.option("--reports", "what", flag_value="reports", help="Search the reports.")
@click.option("--limit", type=click.IntRange(0), metavar="N", default=50, show_default="50", help="At most N; 0: all.")
@forms
def find(db: str, words: tuple[str, ...], form: str | None, **conditions: Any) -> int:
    """Search a database for happenings, words or reports.

    All conditions must hold; WORDS must all stand in one sentence, "quoted words" next to each other. Without any
    condition everything is listed by day: a timeline. --statements searches what was said, --reports the reports.
    """
    wanted: What = conditions.pop("what") or "records"
    limit = conditions.pop("limit")
    country = conditions["country"]
    if country and not (len(country) == LETTERS and country.isalpha()):
        raise SaysoError(f"--country: {country!r} is no code of three letters (ISO 3166), such as LBY or SDN")
    with opened(db) as workspace:
        found = workspace.find(sought(words), what=wanted, limit=limit + 1 if limit else None, **conditions)
        undated = 0
        if wanted == "records" and (conditions["since"] or conditions["until"]):
            ever = {**conditions, "since": None, "until": None}
            undated = sum(row.day is None for row in workspace.find(sought(words), what=wanted, limit=None, **ever))
    rows = found[:limit] if limit else found
    if not rows:
        say(f"sayso: no {wanted} found in {db}")
    write_rows(rows, wanted, form)
    if undated:
        say(f"{undated:,} more without a day are left out; without --since and --until they stand at the end")
    if len(found) > len(rows):
        say(f"the first {limit:,} by day; --limit 0 shows all")
    return 0 if rows else NOTHING


def sought(words: Sequence[str]) -> str | None:
    """The words of the command line as one search: what the shell kept together stays a phrase."""
    kept = (f'"{word}"' if " " in word.strip() and '"' not in word else word for word in words)
    return " ".join(kept) or None


def write_rows(rows: Sequence[RecordRow | StatementRow | ReportRow], what: What, form: str | None) -> None:
    """The rows in the form that is wanted."""
    if chosen(form) == "json":
        write_json(rows)
    elif chosen(form) == "csv":
        from sayso.cli.sheet import HEADERS, flattened

        write_csv(HEADERS[what], (flattened(row.as_dict()) for row in rows))
    else:
        _table(rows)


def _table(rows: Sequence[RecordRow | StatementRow | ReportRow]) -> None:
    from sayso.cli.page import Page
    from sayso.cli.records import print_record, print_report, print_statement
    from sayso.views import RecordRow, StatementRow

    page = Page()
    for row in rows:
        page.gap()
        if isinstance(row, RecordRow):
            print_record(page, row)
        elif isinstance(row, StatementRow):
            print_statement(page, row)
        else:
            print_report(page, row)
