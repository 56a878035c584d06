"""A report, an actor and the reasons for a record as a person reads them."""

from __future__ import annotations

from sayso.cli import phrases
from sayso.cli.page import Page
from sayso.cli.records import deed, print_short, print_statement, print_tie, support
from sayso.views import AccountView, ActorView, Evidence, NameCount, RelationRow, ReportView, WhyView

FIELDS = {"initiators": "who", "recipients": "whom", "place": "where", "type": "what"}
MOST = 10  # of each list; --json has all


def print_report_page(page: Page, view: ReportView) -> None:
    """What is known of a report, and all that was read in it."""
    date = f"{view.published} ({phrases.BASIS[view.basis]})" if view.published else "date unknown"
    page.title(
        view.title or "(no title)",
        phrases.joined((date, view.publisher, view.author)),
        view.uri or "",
        view.id,
    )
    for copy in view.copies:
        page.text(f"also at {phrases.joined((copy.uri, phrases.origin(copy)))}", style="dim")
    if view.statements:
        page.heading("Words", phrases.plural(len(view.statements), "statement"))
        for statement in view.statements:
            print_statement(page, statement, own=False)
    if view.accounts:
        page.heading("Deeds", f"{phrases.plural(len(view.accounts), 'account')}, by day")
        for account in sorted(view.accounts, key=lambda a: (a.day or "~", a.sentence.begin)):
            print_account(page, account)
    if view.relations:
        page.heading("Ties")
        for tie in view.relations:
            print_tie(page, tie)
    page.heading("Text")
    for block in view.blocks:
        aside = block.kind not in ("body", "title") or block.same_as is not None
        again = ", again" if block.same_as is not None else ""
        page.text(f"[{block.kind}{again}] {block.words}" if aside else block.words, style="dim" if aside else "")


def print_account(page: Page, account: AccountView) -> None:
    """One event as its report tells it."""
    where = phrases.located(account.place, account.country)
    what = phrases.kind(account.type, account.mode)
    line = (phrases.deed(account.initiators, what, account.recipients, where), "bold")
    below = (
        ("; ".join(map(phrases.number, account.numbers)), ""),
        (phrases.quoted(account.sentence), ""),
        (f"says: {phrases.voiced(account.chain)}", "dim"),
        (f"record {account.record}" if account.record else "", "dim"),
    )
    page.dated(phrases.period(account.day, account.day_end), (account.status,), line, below)


def print_actor(page: Page, view: ActorView, most: int = MOST) -> None:
    """An actor over all reports; at most so many rows of each kind, the latest."""
    page.title(
        view.name,
        phrases.joined((view.kind, view.country, phrases.plural(view.reports, "report"), view.id)),
        _counted("called", view.names),
        _counted("as", view.roles),
    )
    for name, rows in (("Did", view.as_initiator), ("Was done to it", view.as_recipient)):
        if rows:
            page.heading(name, _of(len(rows), most))
            print_short(page, rows[-most:])
    if view.statements:
        page.heading("Said", _of(len(view.statements), most))
        for statement in view.statements[-most:]:
            print_statement(page, statement)
    if view.ties:
        _ties(page, view.ties, most)


def _ties(page: Page, ties: tuple[RelationRow, ...], most: int) -> None:
    """Each tie once, with the words that tell it first and how many reports tell it."""
    alike: dict[tuple[str, str, str], list[RelationRow]] = {}
    for tie in ties:
        alike.setdefault((tie.from_actor, tie.relation, tie.to_actor), []).append(tie)
    page.heading("Ties", _of(len(alike), most))
    for same in list(alike.values())[-most:]:
        print_tie(page, same[0], len({tie.quotation.origin.report for tie in same}))


def _of(count: int, most: int) -> str:
    return f"the last {most} of {count} (--json has all)" if count > most else str(count)


def _counted(word: str, names: tuple[NameCount, ...]) -> str:
    shown = ", ".join(f"{name.name} ({name.reports})" for name in names[:MOST])
    return f"{word}: {shown}" if shown else ""


def print_why(page: Page, view: WhyView) -> None:
    """Each value of a record, with every quotation that supports it and who says it."""
    page.title(deed(view.record), phrases.period(view.record.day, view.record.day_end), support(view.record))
    field = None
    for value in view.values:
        if value.field != field:
            field = value.field
            page.heading(FIELDS.get(field, field))
        page.text(value.value, indent=2, style="bold")
        for proof in value.evidence:
            _print_proof(page, proof)
    if view.merges:
        page.heading("Why one record")
        for merge in view.merges:
            page.text(f"{merge.left} and {merge.right}: {merge.verdict} ({merge.score:.2f}, by {merge.by})", indent=2)
            for words, weight in merge.reasons:
                page.text(f"{weight:+.2f}  {words}", indent=4, style="dim")


def _print_proof(page: Page, proof: Evidence) -> None:
    found = proof.quotation
    when = (found.origin.published or "undated")[:10]
    where = f"{phrases.short(found.origin.report)} {found.begin}–{found.end}"
    says = phrases.joined((f"says: {phrases.voiced(proof.chain)}", when, where))
    page.text(phrases.quoted(found), indent=4, aside=f" — {says}")
