"""A date as somebody gives it ("2020-06-18", "Thu, 18 Jun 2020 14:30:00 GMT", 1592490600) to `Published`."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from sayso.model.report import DateBasis, Published
from sayso.text.dates import explicit_dates

EARLIEST, LATEST = 1800, 2200  # years
_ISO = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?",
    re.ASCII,
)
_SHORT = re.compile(r"(\d{4})(?:-(\d{2}))?", re.ASCII)
_CLOCK = re.compile(r"\b([01]?\d|2[0-3]):([0-5]\d)\b(?!:?\d*\s?[AaPp]\.?[Mm])")
_EPOCH = re.compile(r"\d{9,13}", re.ASCII)


def published_as(value: object, basis: DateBasis) -> Published | None:
    """`value` as a date; None if it is none. Clock times stay as printed: the zone is left out, midnight means the day.

    Args:
        value: a string in ISO 8601, of e-mail form or in English words; or seconds (milliseconds) since 1970.
        basis: how the date is known.
    """
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _epoch(float(value), basis) if abs(value) < 1e14 else None
    if not isinstance(value, str):
        return None
    text = value.strip()[:80]
    if found := _ISO.fullmatch(text):
        return _moment(found, basis)
    if found := _SHORT.fullmatch(text):
        return _coarse(found, basis)
    return _epoch(float(text), basis) if _EPOCH.fullmatch(text) else _worded(text, basis)


def _moment(found: re.Match[str], basis: DateBasis) -> Published | None:
    try:
        clock = datetime(*(int(found[k] or 0) for k in range(1, 7)))  # type: ignore[arg-type]
    except ValueError:
        return None
    return _made(clock, basis) if EARLIEST <= clock.year < LATEST else None


def _coarse(found: re.Match[str], basis: DateBasis) -> Published | None:
    month = int(found[2] or 1)
    if not (1 <= month <= 12 and EARLIEST <= int(found[1]) < LATEST):
        return None
    return Published(found[0], "month" if found[2] else "year", basis)


def _epoch(seconds: float, basis: DateBasis) -> Published | None:
    seconds = seconds / 1000 if abs(seconds) > 1e11 else seconds
    if not 1e8 < seconds < 7e9:
        return None
    return _made(datetime.fromtimestamp(int(seconds), UTC), basis)


def _worded(text: str, basis: DateBasis) -> Published | None:
    dates = explicit_dates(text)
    if len(dates) != 1:
        return None
    if dates[0].precision == "month":
        return Published(dates[0].iso, "month", basis)
    clock = _CLOCK.search(text)
    day = date.fromisoformat(dates[0].iso)
    hour, minute = (int(clock[1]), int(clock[2])) if clock else (0, 0)
    return _made(datetime(day.year, day.month, day.day, hour, minute), basis)


def _made(moment: datetime, basis: DateBasis) -> Published:
    if (moment.hour, moment.minute) == (0, 0):
        return Published(moment.date().isoformat(), "day", basis)
    return Published(moment.strftime("%Y-%m-%dT%H:%M"), "minute", basis)
