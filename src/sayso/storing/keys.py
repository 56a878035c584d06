"""Keys of the store: actors over reports, and which accounts are worth comparing."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.model.reading import Actor
from sayso.model.record import Account
from sayso.text.normal import fold


def actor_key(actor: Actor) -> str:
    """What makes two actors of two reports one: the id in the actor base, or else the folded name."""
    return actor.ref or fold(actor.name)


def block_keys(account: Account) -> tuple[str, ...]:
    """Accounts are compared if they share a key: the same type, and days at most one apart.

    A day gives two keys, its own and that of the next, so that neighbours meet and others do not. Accounts of one
    report share its key: a report may tell one happening twice.
    """
    kind = account.type or "-"
    if account.day is None:
        return f"{kind} undated", account.report
    try:
        following = (date.fromisoformat(account.day[:10]) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return f"{kind} {account.day}", account.report
    return f"{kind} {account.day[:10]}", f"{kind} {following}", account.report
