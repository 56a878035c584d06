"""Feasts and named days: which days "Eid al-Fitr", "Good Friday" or "Nowruz" were in a year.

Hijri days follow the Umm al-Qura tables (hijridate); a moon seen a day earlier or later elsewhere moves them by one,
which is why such days are marked as fuzzy.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

import msgspec

from sayso.knowledge.load import load

HIJRI_YEARS = range(1343, 1501)  # what the tables of hijridate hold: August 1924 to November 2077


class Feast(msgspec.Struct, frozen=True):
    """A named day of `feasts.yaml`. `month`: it is a whole month; `bare` false: too common a name without a year."""

    names: tuple[str, ...]
    rule: str
    at: tuple[int, ...]
    days: int = 1
    month: bool = False
    bare: bool = True


@dataclass(frozen=True, slots=True)
class Festival:
    """One occurrence of a feast: its days [first, end), and whether the first may be off by a day."""

    first: date
    end: date
    fuzzy: bool


@cache
def feasts() -> tuple[Feast, ...]:
    """All named days, in the order of the file."""
    return tuple(load("lexicons/feasts.json", list[Feast]))


@cache
def hijri_months() -> tuple[tuple[str, ...], ...]:
    """The spellings of the twelve Hijri months, from Muharram on."""
    return tuple(load("lexicons/hijri_months.json", list[tuple[str, ...]]))


@lru_cache(maxsize=4096)  # asked of every name that nobody knows: all of them would be too many
def feast_of(name: str) -> Feast | None:
    """The feast of that name; case, accents, hyphens and apostrophes do not matter."""
    return _by_name().get(plain(name))


def plain(name: str) -> str:
    """A name without case, accents, hyphens and apostrophes, for comparison."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "", bare.lower())


def occurrences(feast: Feast, year: int) -> list[Festival]:
    """When a feast fell in a Gregorian year (1 to 9998): none outside the Hijri tables, two in rare Hijri years."""
    if feast.rule == "hijri":
        return [f for f in _hijri(feast) if f.first.year == year]
    if not 1 <= year <= 9998:
        return []
    first = _first(feast, year)
    return [Festival(first, first + timedelta(days=feast.days), False)]


def _first(feast: Feast, year: int) -> date:
    if feast.rule == "easter":
        return easter(year) + timedelta(days=feast.at[0])
    if feast.rule == "orthodox":
        return orthodox_easter(year) + timedelta(days=feast.at[0])
    if feast.rule == "nowruz":
        return nowruz(year)
    if feast.rule == "weekday":
        return nth_weekday(year, *feast.at)
    return date(year, feast.at[0], feast.at[1])


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus of 1876)."""
    century, rest = divmod(year, 100)
    epact = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = epact + week - 7 * ((year % 19 + 11 * epact + 22 * week) // 451) + 114
    return date(year, shift // 31, shift % 31 + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar (the computus of Meeus), as a day of the Gregorian one."""
    moon = (19 * (year % 19) + 15) % 30
    week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + week + 114, 31)
    behind = year // 100 - year // 400 - 2  # days that the Julian calendar is behind
    return date(year, month, day + 1) + timedelta(days=behind)


def nowruz(year: int) -> date:
    """1 Farvardin of the Iranian calendar, by its cycle of 33 years (right from 1799 to 2256)."""
    persian = year - 621
    return date(622, 3, 22) + timedelta(days=(persian - 1) * 365 + (8 * persian + 21) // 33 - 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth Monday (0) … Sunday (6) of a month; nth −1 is the last."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri date by the Umm al-Qura tables; None outside them or for a day that is none."""
    from hijridate import Hijri

    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


@cache
def _hijri(feast: Feast) -> tuple[Festival, ...]:
    month, day = feast.at
    found = [hijri_day(year, month, day) for year in HIJRI_YEARS]
    ends = [hijri_day(year, month + 1, 1) if feast.month else None for year in HIJRI_YEARS]  # 29 days or 30
    both = zip(found, ends, strict=True)
    return tuple(Festival(b, e or b + timedelta(days=feast.days), True) for b, e in both if b is not None)


@cache
def _by_name() -> dict[str, Feast]:
    return {plain(name): feast for feast in feasts() for name in feast.names}
