"""Dates written out in full, and names of weekdays: pure functions over strings.

Only what needs no anchor stands here: "15 June 2020", "June 2020", "2020-06-15". Everything that must be counted from
the day of a report ("last November", "Tuesday") belongs to `reading/times`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from sayso.model.span import Span

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

MONTH_PATTERN = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|jun\.|july?|jul\.|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
DAY_PATTERN = r"(?:[12]\d|3[01]|0?[1-9])"
YEAR_PATTERN = r"(?:1[0-9]\d\d|20\d\d)"


@dataclass(frozen=True, slots=True)
class ExplicitDate:
    """A date in full. `iso` is "2020-06-15" (precision "day") or "2020-06" ("month"); text[b:e] is the date itself."""

    span: Span
    iso: str
    precision: Literal["day", "month"]


def month_number(name: str) -> int:
    """1..12 for an English month name or its abbreviation, in any case, with or without a point.

    Raises:
        ValueError: if it is no month.
    """
    start = name.lower()[:3]
    for number, month in enumerate(MONTHS, 1):
        if len(start) == 3 and month.startswith(start):
            return number
    raise ValueError(f"{name!r} is no month")


def weekday_number(name: str) -> int:
    """0 (Monday) to 6 (Sunday) for an English weekday or its abbreviation.

    Raises:
        ValueError: if it is no weekday.
    """
    start = name.lower()[:3]
    for number, weekday in enumerate(WEEKDAYS):
        if len(start) == 3 and weekday.startswith(start):
            return number
    raise ValueError(f"{name!r} is no weekday")


def explicit_dates(text: str) -> list[ExplicitDate]:
    """All dates with a year, in the order of the text. "03/04/2020" is left out: nobody can say which is the month."""
    found = (_dated(m) for m in _dates().finditer(text))
    return [d for d in found if d is not None]


def weekdays(text: str) -> list[tuple[Span, int]]:
    """Names of weekdays with 0 (Monday) to 6 (Sunday). "Sun." and the like count only before a date; plurals never."""
    return [(m.span(), weekday_number(m.group())) for m in _weekdays().finditer(text)]


@cache
def _weekdays() -> re.Pattern[str]:
    full = "|".join((*(d.capitalize() for d in WEEKDAYS), *(d.upper() for d in WEEKDAYS), *WEEKDAYS))
    short = rf"(?:Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun)\b\.?(?=,?\s(?:\d|(?i:{MONTH_PATTERN})\b))"
    return re.compile(rf"\b(?:(?:{full})(?!\w)|{short})")


@cache
def _dates() -> re.Pattern[str]:
    month, day, year = MONTH_PATTERN, DAY_PATTERN, rf"(?P<{{}}>{YEAR_PATTERN})(?!\d|,\d{{{{3}}}})"
    forms = (
        rf"(?P<d1>{day})(?:st|nd|rd|th)?(?:\s+of)?[\s-]{{1,3}}(?P<m1>{month})[\s,-]{{1,3}}{year.format('y1')}",
        rf"(?P<m2>{month})\s{{1,2}}(?P<d2>{day})(?:st|nd|rd|th)?(?:\s?,\s{{0,2}}|\s{{1,2}}){year.format('y2')}",
        rf"(?P<m3>{month})(?:\s?,)?(?:\s{{1,2}}of)?\s{{1,2}}{year.format('y3')}",
        rf"(?P<y4>{YEAR_PATTERN})(?P<s4>[-/.])(?P<m4>0[1-9]|1[0-2])(?P=s4)(?P<d4>0[1-9]|[12]\d|3[01])(?![\d-])",
        rf"(?P<d5>\d{{1,2}})(?P<s5>[/.-])(?P<m5>\d{{1,2}})(?P=s5)(?P<y5>{YEAR_PATTERN})(?![\d/-])",
    )
    return re.compile(r"(?<![\w/.])(?i:" + "|".join(forms) + ")", re.IGNORECASE)


def _dated(found: re.Match[str]) -> ExplicitDate | None:
    part = found.groupdict()
    for n in "1234":
        if part[f"y{n}"]:
            month = part[f"m{n}"]
            if month.islower():
                return None  # "in may 2020 cases": a verb as likely as a month
            number = int(month) if month.isdigit() else month_number(month)
            return _made(found.span(), int(part[f"y{n}"]), number, int(part.get(f"d{n}") or 0))
    first, second, year = int(part["d5"]), int(part["m5"]), int(part["y5"])
    if first > 12 or first == second:
        return _made(found.span(), year, second, first)
    return _made(found.span(), year, first, second) if second > 12 else None


def _made(span: Span, year: int, month: int, day: int) -> ExplicitDate | None:
    if not day:
        return ExplicitDate(span, f"{year:04}-{month:02}", "month")
    try:
        return ExplicitDate(span, date(year, month, day).isoformat(), "day")
    except ValueError:  # 31 June
        return None
