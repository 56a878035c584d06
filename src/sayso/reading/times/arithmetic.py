"""Counting with days: points of a given grain, TIMEX3 values, and the half-open intervals that they cover.

Grains: D day, W ISO week, N weekend, M month, Q quarter, H half-year, S season, Y year, E decade, C century.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DAYS = {"D": 1, "W": 7, "F": 14, "N": 7}
_MONTHS = {"M": 1, "Q": 3, "H": 6, "S": 12, "Y": 12, "E": 120, "C": 1200, "L": 12000}
_PARTS = {"MO": (4, 12), "MI": (11, 14), "AF": (12, 18), "EV": (18, 24), "NI": (18, 30), "DT": (8, 18), "SM": (0, 6)}
SMALL_HOURS = "SM"  # the part of a morning before it is light; TIMEX3 has no letters for it


@dataclass(frozen=True, slots=True)
class Point:
    """A stretch of the calendar: the one of `grain` that holds `day`. A season is named by `season`."""

    day: date
    grain: str = "D"
    season: str = ""


def day_of(value: str | None) -> date | None:
    """The day of an ISO value that starts with one; None for anything else."""
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def made(year: int, month: int, day: int) -> date | None:
    """The day, or None if the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def step(day: date, unit: str, count: float) -> date | None:
    """The day `count` units later (earlier if negative). A month later than 31 January is the last of February."""
    try:
        if unit in _DAYS:
            return day + timedelta(days=round(count * _DAYS[unit]))
        if unit not in _MONTHS:
            return day + timedelta(hours=0)
        months = day.year * 12 + day.month - 1 + round(count * _MONTHS[unit])
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def timex(point: Point) -> str:
    """The TIMEX3 value of a point."""
    day, year = point.day, f"{point.day.year:04}"
    if point.grain in "WN":
        week = day.isocalendar()
        return f"{week.year:04}-W{week.week:02}" + ("-WE" if point.grain == "N" else "")
    named = {
        "D": day.isoformat(), "M": year + f"-{day.month:02}", "Q": year + f"-Q{(day.month + 2) // 3}",
        "H": year + f"-H{(day.month + 5) // 6}", "S": f"{year}-{point.season}", "Y": year, "E": year[:3], "C": year[:2],
    }  # fmt: skip
    return named[point.grain]


def season_of(day: date) -> str:
    """The season of the northern year that a day falls in."""
    return ("WI", "SP", "SU", "FA")[day.month % 12 // 3]


def season_point(year: int, season: str) -> Point:
    """A season of a year; a winter is told by the year that it ends in."""
    return Point(date(year, 1 if season == "WI" else SEASONS[season], 1), "S", season)


def interval(value: str) -> tuple[str, str] | None:
    """The days (or minutes) [start, end) of a TIMEX3 value, as ISO; None for durations, sets and unknown parts.

    A winter covers December to February around its new year's day; a night runs to six the next morning.
    Clock times are those of the place or zone that the report gives them in.
    """
    moment = re.fullmatch(r"(\d{4}-\d\d-\d\d)T(\w\w|\d\d(?::\d\d)?)(?:Z|[+-]\d\d:\d\d)?", value)
    if moment is not None:
        return _moment(moment[1], moment[2])
    for shape, reader in _SHAPES:
        found = re.fullmatch(shape, value)
        if found is not None:
            try:
                first, end = reader(found)
            except (ValueError, OverflowError):
                return None
            return first.isoformat(), end.isoformat()
    return None


def _moment(day: str, clock: str) -> tuple[str, str] | None:
    midnight = day_of(day)
    if midnight is None:
        return None
    if clock.isalpha():
        if clock not in _PARTS:
            return None
        first, last = (m * 60 for m in _PARTS[clock])
    else:
        hour, _, minute = clock.partition(":")
        first = int(hour) * 60 + int(minute or 0)
        last = first + (1 if minute else 60)
    start, end = (_minute(midnight, m) for m in (first, last))
    return (start, end) if start and end else None


def _minute(day: date, minutes: int) -> str | None:
    shifted = step(day, "D", minutes // 1440)
    return f"{shifted.isoformat()}T{minutes % 1440 // 60:02}:{minutes % 60:02}" if shifted else None


def _months(year: int, month: int, length: int) -> tuple[date, date]:
    total = year * 12 + month - 1 + length
    return date(year, month, 1), date(total // 12, total % 12 + 1, 1)


def _week(found: re.Match[str]) -> tuple[date, date]:
    monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
    return (monday + timedelta(days=5) if found[3] else monday), monday + timedelta(days=7)


def _day(found: re.Match[str]) -> tuple[date, date]:
    day = date.fromisoformat(found[0])
    return day, day + timedelta(days=1)


def _season(found: re.Match[str]) -> tuple[date, date]:
    year = int(found[1]) - (found[2] == "WI")
    return _months(year, SEASONS[found[2]], 3)


_SHAPES = (
    (r"\d{4}-\d\d-\d\d", _day),
    (r"(\d{4})-(\d\d)", lambda m: _months(int(m[1]), int(m[2]), 1)),
    (r"(\d{4})-W(\d\d)(-WE)?", _week),
    (r"(\d{4})-Q([1-4])", lambda m: _months(int(m[1]), 3 * int(m[2]) - 2, 3)),
    (r"(\d{4})-H([12])", lambda m: _months(int(m[1]), 6 * int(m[2]) - 5, 6)),
    (r"(\d{4})-(SP|SU|FA|WI)", _season),
    (r"(\d{4})", lambda m: _months(int(m[1]), 1, 12)),
    (r"(\d{3})", lambda m: _months(int(m[1]) * 10, 1, 120)),
    (r"(\d{2})", lambda m: _months(int(m[1]) * 100, 1, 1200)),
)


def duration(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a length of time; `count` None is "several". Decades and centuries are told in years."""
    prefix, letter = ("PT", unit[1]) if unit.startswith("T") else ("P", unit)
    if count is None:
        return f"{prefix}X{letter}"
    for wide, factor, narrow in (("E", 10, "Y"), ("C", 100, "Y"), ("L", 1000, "Y"), ("F", 2, "W")):
        if letter == wide:
            count, letter = count * factor, narrow
    whole, rest = int(count), count - int(count)
    below = {"Y": (12, "M"), "H": (60, "M")}.get(letter)
    if letter == "M" and unit == "TM":
        below = (60, "S")
    if rest and below is not None:
        return f"{prefix}{whole}{letter}" * bool(whole) + f"{'' if whole else prefix}{round(rest * below[0])}{below[1]}"
    return f"{prefix}{whole if not rest else round(count, 2)}{'WE' if letter == 'N' else letter}"
