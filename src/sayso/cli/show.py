"""`sayso show`: one thing in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.group import command
from sayso.cli.opening import database, opened
from sayso.cli.output import chosen, forms, write_csv, write_json

if TYPE_CHECKING:
    from sayso.workspace import Shown


@command("show", "sayso show war.db RECORD --table", "sayso show war.db ACTOR --json", "sayso show war.db REPORT --csv")
@database
@click.argument("id_", metavar="ID")
@forms
def show(db: str, id_: str, form: str | None) -> None:
    """Show a record, report, statement or actor in full.

    ID is what `sayso find` prints, or its beginning. A record comes with its accounts side by side, what they
    disagree on marked with "!"; a report with all that was read in it; an actor with what it did, suffered and said.
    """
    with opened(db) as workspace:
        view = workspace.show(id_)
    if chosen(form) == "json":
        write_json([view])
    elif chosen(form) == "csv":
        from sayso.cli.flat import COLUMNS
        from sayso.cli.sheet import shown

        write_csv(COLUMNS, shown(view))
    else:
        print_shown(view)


def print_shown(view: Shown) -> None:
    """The page of whatever it is."""
    from sayso.cli import beside, pages, records
    from sayso.cli.page import Page
    from sayso.views import ActorView, RecordView, ReportView

    page = Page()
    if isinstance(view, RecordView):
        beside.print_view(page, view)
    elif isinstance(view, ReportView):
        pages.print_report_page(page, view)
    elif isinstance(view, ActorView):
        pages.print_actor(page, view)
    else:
        records.print_statement(page, view)
