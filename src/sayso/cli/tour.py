"""The pages of the demo."""

from __future__ import annotations

from sayso.cli import beside, pages, phrases, records
from sayso.cli.highlights import Highlights, weight
from sayso.cli.page import Page
from sayso.views import Contradiction, RecordRow, RecordView, Summary

FEW = 4  # rows of each kind on the actor's page
LONGEST = 20  # records on the demo's timeline
WRITTEN = (
    "These reports were written for this demo and their outlets are invented. They retell facts of the Libyan crisis "
    "from November 2019 to June 2020; do not cite them."
)


def print_tour(found: Highlights, keep: str | None) -> None:
    """Six parts: what was read, the timeline, an event, an actor, a contradiction, how to look further."""
    page = Page()
    page.title("sayso: what happened, and on whose say-so")
    page.text(WRITTEN, style="yellow")
    _part(page, 1, "What was read")
    page.text(counted(found.summary))
    page.gap()
    rows = [((row.published or "–")[:10], row.publisher or "–", row.title or "–") for row in found.reports]
    page.table(("published", "outlet", "title"), rows, wide="title")
    _timeline(page, found.timeline)
    if found.event is not None:
        _part(page, 3, "One event, its accounts side by side")
        beside.print_view(page, found.event)
    if found.actor is not None:
        _part(page, 4, "One actor")
        pages.print_actor(page, found.actor, FEW)
    if found.contradiction is not None and found.contradicted is not None:
        _part(page, 5, "One contradiction")
        _contradiction(page, found.contradiction, found.contradicted)
    _further(page, found, keep)


def counted(summary: Summary) -> str:
    """A database in one sentence."""
    held = (
        phrases.plural(summary.reports, "report"),
        phrases.plural(summary.outlets, "outlet"),
        phrases.plural(summary.words, "word"),
    )
    rest = (
        phrases.plural(summary.statements, "statement"),
        phrases.plural(summary.accounts, "account of an event", "accounts of events"),
    )
    one = phrases.plural(summary.records, "record")
    return f"{', '.join(held)}. In them: {', '.join(rest)}, which make {one}, {summary.disputed:,} of them disputed."


def _part(page: Page, number: int, words: str) -> None:
    page.rule(f"{number}  {words}")


def _timeline(page: Page, rows: list[RecordRow]) -> None:
    best = sorted(rows, key=lambda row: (weight(row), row.id), reverse=True)[:LONGEST]
    kept = {row.id for row in best}
    _part(page, 2, "The timeline")
    if len(rows) > LONGEST:
        page.text(f"The {LONGEST} of {len(rows)} dated records that most outlets tell.", style="dim")
        page.gap()
    records.print_short(page, [row for row in rows if row.id in kept])


def _contradiction(page: Page, found: Contradiction, view: RecordView) -> None:
    page.title(records.deed(found.record), phrases.period(found.record.day, found.record.day_end))
    beside.print_difference(page, found, beside.sentences_of(view))


def _further(page: Page, found: Highlights, keep: str | None) -> None:
    from shlex import quote

    db = quote(keep or "demo.db")
    event = found.event.record.id if found.event else None
    lines = (
        None if keep else (f"sayso demo --keep {db}", "keep this database in a file"),
        (f"sayso why {db} {event}", "the words behind each value of the event above") if event else None,
        (f"sayso find {db} --type ASSAULT --since 2020", "search by type, day, actor, place, status"),
        (f"sayso find {db} --disputed", "all that the reports contradict each other on"),
        (f"sayso show {db} {quote(found.actor.id)}", "the actor above, in full with --json") if found.actor else None,
        (f"sayso export {db} --format csv", "for a spreadsheet"),
        ("sayso add war.db my-reports/", "your own reports: text, HTML, JSON, folders, zip"),
    )
    _part(page, 6, "Look further")
    for line in filter(None, lines):
        page.text(f"{line[0]}", indent=2, style="bold")
        page.text(f"{line[1]}", indent=6, style="dim")
