"""`sayso why`: down to the words."""

from __future__ import annotations

import click

from sayso.cli.group import command
from sayso.cli.opening import database, opened
from sayso.cli.output import chosen, forms, write_csv, write_json


@command("why", "sayso why war.db RECORD --table", "sayso why war.db RECORD --csv")
@database
@click.argument("id_", metavar="RECORD")
@forms
def why(db: str, id_: str, form: str | None) -> None:
    """Show the words behind every value of a record.

    Each value comes with every quotation that gives it: who says it, in which report, at which characters of its
    text; then with what joined the accounts to one record. RECORD is an id that `sayso find` prints, or its beginning.
    """
    with opened(db) as workspace:
        view = workspace.why(id_)
    if chosen(form) == "json":
        write_json([view])
    elif chosen(form) == "csv":
        from sayso.cli.sheet import WHY, reasons

        write_csv(WHY, reasons(view))
    else:
        from sayso.cli.page import Page
        from sayso.cli.pages import print_why

        print_why(Page(), view)
