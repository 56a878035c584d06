"""Which modes of an event reports use for one another."""

from __future__ import annotations

# Reports mix these up from afar: an "air strike" here is a "bombing", a "missile" or "shells" there.
STRIKES = frozenset({"aerial", "drone", "explosives", "heavy-weapons", "firearms", "destroy", "targeted"})


def alike(a: str | None, b: str | None) -> bool:
    """Whether two modes may tell of the same happening; an unknown one fits any."""
    return a is None or b is None or a == b or {a, b} <= STRIKES
