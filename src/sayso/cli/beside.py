"""A record's accounts side by side: as many columns as fit, what differs marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.cli import phrases
from sayso.cli.page import Page
from sayso.cli.records import deed, support
from sayso.views import AccountView, Contradiction, Difference, Quotation, RecordView

NAMES, NARROWEST = 10, 30  # columns of the field names; of an account at least


def print_view(page: Page, view: RecordView) -> None:
    """The record, its accounts beside each other, and the differences that cannot all be true."""
    row = view.record
    status = f"{row.status}, disputed" if row.disputed and row.status != "disputed" else row.status
    page.title(deed(row), f"{phrases.period(row.day, row.day_end)} · {status}", support(row))
    page.heading("Accounts", f"{len(view.accounts)}, the earliest report first")
    differing = {difference.field: difference.contradiction for difference in view.differences}
    per_band = max(1, (page.width - NAMES) // (NARROWEST + 2))
    for first in range(0, len(view.accounts), per_band):
        if first:
            page.gap()
        _band(page, view.accounts[first : first + per_band], differing)
    sentences = sentences_of(view)
    for difference in view.differences:
        if difference.contradiction:
            print_difference(page, difference, sentences)


def sentences_of(view: RecordView) -> dict[str, Quotation]:
    """The sentence of each account."""
    return {account.id: account.sentence for account in view.accounts}


def _band(page: Page, accounts: Sequence[AccountView], differing: dict[str, bool]) -> None:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=NAMES)
    for _ in accounts:
        grid.add_column(ratio=1)
    for name, field, cells in _lines(accounts):
        if not any(cells):
            continue
        contradicts = any(differing.get(one, False) for one in field)
        mark = "bold red" if contradicts else "bold" if name == "outlet" else ""
        label = Text(f"{name} !" if contradicts else name, "bold red" if contradicts else "dim")
        grid.add_row(label, *(Text(cell or "–", mark) for cell in cells))
    page.print(grid)


def _lines(accounts: Sequence[AccountView]) -> list[tuple[str, tuple[str, ...], list[str]]]:
    """Name of the line, the fields of `Difference` that it shows, a cell for each account."""
    counted = tuple(sorted({number.what for account in accounts for number in account.numbers}))
    return [
        ("outlet", (), [phrases.origin(account.sentence.origin) for account in accounts]),
        ("says", (), [phrases.voiced(account.chain) for account in accounts]),
        ("status", ("status",), [account.status for account in accounts]),
        ("what", ("type",), [phrases.kind(account.type, account.mode) for account in accounts]),
        ("day", ("day",), [phrases.period(account.day, account.day_end) for account in accounts]),
        ("who", ("initiators",), [phrases.listed(account.initiators) for account in accounts]),
        ("whom", ("recipients",), [phrases.listed(account.recipients) for account in accounts]),
        ("where", ("place",), [phrases.located(account.place, account.country) or "" for account in accounts]),
        ("numbers", counted, ["; ".join(map(phrases.number, account.numbers)) for account in accounts]),
        ("words", (), [phrases.quoted(account.sentence) for account in accounts]),
        ("account", (), [account.id for account in accounts]),
    ]


def print_difference(page: Page, found: Difference | Contradiction, sentences: Mapping[str, Quotation]) -> None:
    """A field, each value given for it, and who gives it in which sentence."""
    page.heading(found.field, "these cannot all be true")
    for claim in found.claims:
        page.text(f"{claim.value} — says: {phrases.voiced(claim.chain)}", indent=2, style="bold")
        page.text(phrases.quoted(sentences.get(claim.account, claim.quotation)), indent=4)
