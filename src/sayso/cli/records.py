"""Records, statements, reports and ties as a person reads them: lists with dates first."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.cli import phrases
from sayso.cli.page import Line, Page
from sayso.views import RecordRow, RelationRow, ReportRow, StatementRow


def deed(row: RecordRow) -> str:
    """ "who → type mode → whom · place, country"."""
    where = phrases.located(row.place, row.country)
    told = phrases.deed(row.initiators, phrases.kind(row.type, row.mode), row.recipients, where)
    return phrases.joined((told, f"blamed: {', '.join(row.blamed)}")) if row.blamed else told


def state(row: RecordRow) -> tuple[str, ...]:
    """The words of the status column."""
    return (row.status, "disputed") if row.disputed and row.status != "disputed" else (row.status,)


def support(row: RecordRow) -> str:
    """The id, and what stands behind a record: reports, outlets, texts that are no copies, and speakers."""
    several = row.reports > 1
    parts = (
        phrases.plural(row.reports, "report"),
        phrases.plural(row.outlets, "outlet") if several else None,
        phrases.plural(row.texts, "independent text") if several else None,
        phrases.plural(row.speakers, "speaker") if row.speakers else None,
    )
    return phrases.joined((row.id, *parts))


def print_record(page: Page, row: RecordRow) -> None:
    """A record on a few lines: day, status, deed, words, support."""
    words = phrases.in_marks(phrases.flowing(row.words))
    page.dated(
        phrases.period(row.day, row.day_end), state(row), (deed(row), "bold"), ((words, ""), (support(row), "dim"))
    )


def print_short(page: Page, rows: Iterable[RecordRow]) -> None:
    """Records on a line each: a timeline."""
    for row in rows:
        told = f" · {row.outlets} outlets" if row.outlets > 1 else ""
        page.dated(phrases.period(row.day, row.day_end), state(row), (deed(row) + told, ""))


def print_statement(page: Page, row: StatementRow, own: bool = True) -> None:
    """Who → act → words, with the report it stands in. `own`: the day and origin are worth saying."""
    act = f"not {row.act}" if row.negated else row.act
    line = phrases.ARROW.join(part for part in (row.speaker or "somebody unnamed", act, row.addressee) if part)
    words = phrases.flowing(row.words)
    below: list[Line] = [(f"“{words}”" if words and row.form == "direct" else words, "")]
    if own:
        below.append((phrases.joined((phrases.origin(row.origin), phrases.short(row.id))), "dim"))
    page.dated(phrases.period(row.day or (row.origin.published or "")[:10]), (row.form,), (line, "bold"), below)


def print_report(page: Page, row: ReportRow) -> None:
    """A report on a few lines: day, title, outlet, how much was read in it, the passage."""
    read = (
        phrases.plural(row.accounts, "account"),
        phrases.plural(row.statements, "statement"),
        phrases.plural(row.copies, "copy", "copies") if row.copies else None,
    )
    below: tuple[Line, ...] = (
        (phrases.joined((row.publisher, row.uri)), ""),
        (phrases.flowing(row.words), ""),
        (phrases.joined((phrases.short(row.id), *read)), "dim"),
    )
    page.dated((row.published or "–")[:10], (row.basis,), (row.title or "(no title)", "bold"), below)


def print_tie(page: Page, row: RelationRow, reports: int = 1) -> None:
    """from → relation → to, with the words and who says so."""
    line = phrases.ARROW.join((row.from_, row.relation, row.to)) + (" (ended)" if row.ended else "")
    line += f" · {reports} reports" if reports > 1 else ""
    page.text(line, indent=2, style="bold")
    said = f"says: {row.said_by}, in " if row.said_by else ""
    page.text(f"{phrases.quoted(row.quotation)} — {said}{phrases.origin(row.quotation.origin)}", indent=4)
