"""What the accounts of a record say differently, and which of it cannot all be true."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from sayso.assembling import TOLD, compatible, count_field
from sayso.model.reading import Count
from sayso.model.record import Account
from sayso.model.span import Span, hull
from sayso.views.answers import Claim, Difference
from sayso.views.parts import account_of, chain, quotation, time_of

SINGLE = ("status", "day", "place")
Value = tuple[str, str, Span]  # field, value, words
Told = tuple[sqlite3.Row, Account]


def values_of(account: Account, time: Span | None) -> Iterator[Value]:
    """Every value of an account with the words that give it; `time` are the words that give its day."""
    trigger = hull(account.trigger)
    if account.type:
        yield "type", account.type, trigger
    if account.mode:
        yield "mode", account.mode, trigger
    yield "status", account.status, trigger
    if account.day:
        yield "day", days(account), time or account.sentence
    if account.where:
        yield "place", account.where.name, account.where.span
    for who in account.initiators:
        yield "initiators", who.name, who.span
    for who in account.recipients:
        yield "recipients", who.name, who.span
    for count in account.counts:
        yield count_field(count), number(count), count.span


def days(account: Account) -> str:
    """The day, or the first and the last one."""
    if account.day is None or account.day_end is None:
        return account.day or ""
    last = (date.fromisoformat(account.day_end) - timedelta(days=1)).isoformat()
    return account.day if last <= account.day else f"{account.day} to {last}"


def number(count: Count) -> str:
    """A number as the words give it: "at-least 20", "10 to 15", "24 or more"."""
    if count.value is not None:
        return str(count.value) if count.qualifier == "exact" else f"{count.qualifier} {count.value}"
    if count.low is not None and count.high is not None:
        return f"{count.low} to {count.high}"
    bound = count.low if count.low is not None else count.high
    return f"{count.qualifier} {bound}" if bound is not None else count.qualifier


def differences(rows: Sequence[sqlite3.Row]) -> tuple[Difference, ...]:
    """The fields on which accounts differ; what only some of them tell is no difference."""
    told = [(row, account_of(row)) for row in rows]
    found = [_difference(field, told) for field in SINGLE]
    for what in sorted({count_field(c) for _, account in told for c in account.counts}):
        found.append(_count_difference(what, told))
    return tuple(difference for difference in found if difference is not None)


def _difference(field: str, told: Sequence[Told]) -> Difference | None:
    claims = [
        _claim(row, account, value, span)
        for row, account in told
        for name, value, span in values_of(account, time_of(row))
        if name == field
    ]
    if len({claim.value for claim in claims}) < 2:
        return None
    values = {claim.value for claim in claims}
    against = field == "status" and "denied" in values and bool(values & TOLD)
    return Difference(field=field, contradiction=against, claims=tuple(claims))


def _count_difference(what: str, told: Sequence[Told]) -> Difference | None:
    counted = [(row, account, c) for row, account in told for c in account.counts if count_field(c) == what]
    if len({number(c) for _, _, c in counted}) < 2:
        return None
    # Two numbers in one account add up or correct each other; only those of different accounts can contradict.
    against = any(a.id != b.id and not compatible(x, y) for (_, a, x), (_, b, y) in combinations(counted, 2))
    claims = tuple(_claim(row, account, number(c), c.span) for row, account, c in counted)
    return Difference(field=what, contradiction=against, claims=claims)


def _claim(row: sqlite3.Row, account: Account, value: str, span: Span) -> Claim:
    return Claim(value=value, account=account.id, chain=chain(row, account), quotation=quotation(row, span))
