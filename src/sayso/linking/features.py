"""What speaks for and against two accounts being one: a table of functions. Docstrings hold the reasons people see.

A function returns a number from -1 (speaks against) to 1 (speaks for), or None where the accounts do not tell.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from math import asin, cos, radians, sin, sqrt

from sayso.knowledge.modes import alike
from sayso.model.record import Account, Who

Feature = Callable[[Account, Account], float | None]
_EXACT = frozenset({"point", "town", "district"})
NEAR_KM = 15.0
REACH = timedelta(days=3)
"""How long after a happening that gives no day a report of it is expected."""


def days_of(account: Account) -> tuple[date, date, bool] | None:
    """First and last day on which it may have happened, and whether the text says so itself."""
    if account.day:
        first = _date(account.day)
        last = _date(account.day_end) - timedelta(days=1) if account.day_end else first
        return (first, max(first, last), True)
    if account.told:
        told = _date(account.told)
        return told - REACH, told, False
    return None


def _date(iso: str) -> date:
    return date.fromisoformat(iso[:10])


def same_day(a: Account, b: Account) -> float | None:
    """They tell of the same day. Or: They tell of different days."""
    left, right = days_of(a), days_of(b)
    if left is None or right is None:
        return None
    if left[0] > right[1] or right[0] > left[1]:
        return -1.0
    told = left[2] and right[2]
    if told and left[0] == right[0] and left[1] == right[1]:
        return 1.0 if (left[1] - left[0]).days <= 1 else 0.3
    narrow = min((left[1] - left[0]).days, (right[1] - right[0]).days) <= 1
    return 0.7 if told and narrow else 0.4 if narrow else 0.1


def same_place(a: Account, b: Account) -> float | None:
    """They tell of the same place. Or: They tell of different places."""
    if a.where is None or b.where is None or a.where.lat is None or b.where.lat is None:
        return None
    exact = a.where.precision in _EXACT, b.where.precision in _EXACT
    if all(exact):
        return 1.0 if a.where.key == b.where.key or distance_km(a, b) <= NEAR_KM else -1.0
    if a.where.country and b.where.country and a.where.country != b.where.country:
        return -1.0
    return 0.2 if any(exact) else 0.3


def distance_km(a: Account, b: Account) -> float:
    """Great-circle distance of two located accounts, km."""
    assert a.where and b.where and a.where.lat is not None and b.where.lat is not None
    la, lb = radians(a.where.lat), radians(b.where.lat)
    lo = radians((b.where.lon or 0.0) - (a.where.lon or 0.0))
    return 12742.0 * asin(min(1.0, sqrt(sin((lb - la) / 2) ** 2 + cos(la) * cos(lb) * sin(lo / 2) ** 2)))


def same_initiators(a: Account, b: Account) -> float | None:
    """The same actor did it. Or: Other words name who did it."""
    return _parties(a.initiators, b.initiators)


def same_recipients(a: Account, b: Account) -> float | None:
    """It was done to the same actor. Or: Other words name to whom it was done."""
    return _parties(a.recipients, b.recipients)


def _parties(left: tuple[Who, ...], right: tuple[Who, ...]) -> float | None:
    if not left or not right:
        return None
    shared = {w.key for w in left} & {w.key for w in right}
    if shared:
        return 1.0 if any(not key.startswith("words:") for key in shared) else 0.6
    known = all(w.key.startswith(("person/", "group/", "state/", "military/", "government/")) for w in (*left, *right))
    countries = {w.country for w in left if w.country}, {w.country for w in right if w.country}
    if countries[0] and countries[1] and not countries[0] & countries[1]:
        return -1.0
    return -0.6 if known else -0.1


def same_mode(a: Account, b: Account) -> float | None:
    """It was done by the same means. Or: It was done by other means."""
    if a.mode is None or b.mode is None:
        return None
    if a.mode == b.mode:
        return 1.0
    return 0.3 if alike(a.mode, b.mode) else -0.6


def same_numbers(a: Account, b: Account) -> float | None:
    """They give the same number of people. Or: They give other numbers."""
    left = {(c.what, c.value) for c in a.counts if c.value}
    right = {(c.what, c.value) for c in b.counts if c.value}
    if not left or not right:
        return None
    return 1.0 if left & right else -0.1


FEATURES: tuple[tuple[Feature, float], ...] = (
    (same_day, 0.35),
    (same_place, 0.35),
    (same_initiators, 0.25),
    (same_recipients, 0.25),
    (same_mode, 0.15),
    (same_numbers, 0.15),
)
"""What is looked at, and how much it weighs."""


def reason(feature: Feature, value: float) -> str:
    """The sentence for people: the first of the docstring where it speaks for, the second where it speaks against."""
    speaks_for, speaks_against = (feature.__doc__ or "").split(" Or: ")
    return speaks_for if value > 0 else speaks_against
