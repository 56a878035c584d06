"""`sayso rejects`: what was refused, and why."""

from __future__ import annotations

from sayso.cli.group import NOTHING, command
from sayso.cli.opening import database, opened
from sayso.cli.output import chosen, forms, say, write_csv, write_json

COLUMNS = ("uri", "code", "detail", "size")


@command("rejects", "sayso rejects war.db", "sayso rejects war.db --csv")
@database
@forms
def rejects(db: str, form: str | None) -> int:
    """List the input that was refused, with the reason.

    Nothing is thrown away silently: what `sayso add` could not take is kept here, by file, with one word for programs
    and a sentence for people. Exit code 1: nothing was refused.
    """
    with opened(db) as workspace:
        found = workspace.rejects()
    if not found:
        say(f"nothing was refused in {db}")
    if chosen(form) == "json":
        write_json(found)
    elif chosen(form) == "csv":
        write_csv(COLUMNS, (row.as_dict() for row in found))
    elif found:
        from sayso.cli.page import Page

        rows = [(row.uri, row.code, row.detail, f"{row.size:,}") for row in found]
        Page().table(("input", "code", "reason", "bytes"), rows, wide="reason")
    return 0 if found else NOTHING
