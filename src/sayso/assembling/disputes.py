"""Which accounts cannot both be true: one denies what another tells, or no number fits both."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from sayso.model.reading import REAL, Count
from sayso.model.record import Account

TOLD = REAL | {"attempted", "alleged"}
EVERYBODY = frozenset({"people", "persons"})
SLACK = 0.1  # "about 30" fits what lies within a tenth


def disputed(accounts: Sequence[Account]) -> bool:
    """Whether accounts of one happening contradict each other."""
    statuses = {a.status for a in accounts}
    if "denied" in statuses and statuses & TOLD:
        return True
    return any(
        count_field(x) == count_field(y) and not compatible(x, y)
        for a, b in combinations(accounts, 2)
        for x in a.counts
        for y in b.counts
    )


def count_field(count: Count) -> str:
    """What is counted, of which group; "people" is no group."""
    return f"{count.what} {count.group}" if count.group and count.group not in EVERYBODY else count.what


def compatible(a: Count, b: Count) -> bool:
    """Whether one true number fits both."""
    (a_low, a_high), (b_low, b_high) = _range(a), _range(b)
    return a_low <= b_high and b_low <= a_high


def _range(count: Count) -> tuple[float, float]:
    low, high = count.low, count.high
    if count.value is not None and low is None and high is None:
        slack = SLACK * count.value if count.qualifier in ("about", "vague") else 0.0
        low = None if count.qualifier == "up-to" else int(count.value - slack)
        high = None if count.qualifier in ("at-least", "more-than") else int(count.value + slack)
    return (-1.0 if low is None else float(low)), (float("inf") if high is None else float(high))
