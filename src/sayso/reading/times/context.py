"""What an expression is counted from: the day of the report, or the last date that the text itself gave."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from sayso.model.reading import TimeType
from sayso.reading.times.arithmetic import Point, interval, made, step, timex
from sayso.reading.times.grammar import Hit, Scan
from sayso.reading.times.tense import Tense, tense_at

REPORT, TEXT = "report", "text"
FAR = 10  # years
NEAR = 400  # characters: two or three sentences


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression means. `anchor`: "report", "text", or the number of the time it was counted from.

    `aside`: named for comparison ("a year earlier"), the story stays where it was.
    """

    timex: str
    type: TimeType
    anchor: str | int | None = None
    start: str | None = None
    end: str | None = None
    fuzzy: bool = False
    point: Point | None = None
    aside: bool = False


@dataclass
class Context:
    """The state of resolving one text, from left to right.

    `lent` is a year that the next expression gives to this one too, as in "April and June 1955".
    `narrative`: the text tells of years long past, so bare months belong to the year last named, not to the report's.
    `last`: the last point on the calendar and the number of the time that gave it; `quarter` the last quarter
    (`quarterly`: figures are still told for quarters, not for "the nine months").
    """

    scan: Scan
    published: date | None
    narrative: bool = False
    last: tuple[Point, int] | None = None
    last_day: tuple[date, int] | None = None
    quarter: tuple[date, int] | None = None
    quarterly: bool = False
    before_christ: str | None = None
    jump: date | None = None
    told_at: int = 0
    named_at: int = 0
    lent: int | None = None
    count: int = 0
    tenses: dict[int, Tense] = field(default_factory=dict)

    def moved_to(self, scan: Scan) -> Context:
        """The same story, going on in the next piece of the text."""
        return replace(self, scan=scan, tenses={})

    def tense(self, hit: Hit) -> Tense:
        """The tense around a hit."""
        if hit.first not in self.tenses:
            self.tenses[hit.first] = tense_at(self.scan, hit.first, hit.end)
        return self.tenses[hit.first]

    def base(self) -> tuple[date, str | int] | None:
        """The day that months and weekdays are counted from, and its name as an anchor.

        In a report whose own day is not known, a year named in passing ("since 2011") tells nothing of "on Saturday".
        """
        if self.last is not None and self.published is None and self.last[0].grain in ("Y", "S", "Q"):
            return None
        if (self.narrative or self.published is None) and self.last is not None:
            return self.last[0].day, self.last[1]
        return (self.published, REPORT) if self.published is not None else None

    def told(self) -> tuple[Point, str | int] | None:
        """The point that the story stands at: the last that the text gave, else the day of the report."""
        if self.last is not None:
            return self.last
        return (Point(self.published), REPORT) if self.published is not None else None

    def told_day(self) -> tuple[date, int] | None:
        """The day that "the same day" means: the last of the text, unless a month or year was named since."""
        if self.last_day is None or self.last is None or self.last[1] != self.last_day[1]:
            return None
        return self.last_day

    def lately(self, hit: Hit, any_grain: bool = False) -> bool:
        """Whether the last day, or the last point of any grain, was told shortly before a hit."""
        told = self.named_at if any_grain else self.told_at
        return self.scan.span(hit.first, hit.end)[0] - told <= NEAR

    def keep(self, value: Value, offset: int) -> None:
        """Remember what later expressions may be counted from, and where in the text it was told."""
        number, self.count = self.count, self.count + 1
        point = value.point
        if value.type == "DURATION" and value.timex in ("P9M", "P6M", "P1Y"):
            self.quarterly = False
        if value.timex.startswith("BC"):
            self.before_christ = value.timex[:6] if self.narrative else None
        if point is None or value.aside or self._leaps(point.day):
            return
        self.before_christ = None
        self.last, self.named_at = (point, number), offset
        if point.grain == "D":
            self.last_day, self.told_at = (point.day, number), offset
        if point.grain == "Q":
            self.quarter, self.quarterly = (point.day, number), True

    def _leaps(self, day: date) -> bool:
        """Whether a date is a glance at another age: far from where the story stands, and the first of its kind."""
        if self.last is None or abs(self.last[0].day.year - day.year) <= FAR:
            self.jump = None
            return False
        glance = self.jump is None or abs(self.jump.year - day.year) > FAR
        self.jump = day if glance else None
        return glance


def at(point: Point | None, anchor: str | int | None, fuzzy: bool = False) -> Value | None:
    """The value of a point on the calendar."""
    if point is None:
        return None
    value = timex(point)
    begin, end = interval(value) or (None, None)
    return Value(value, "DATE", anchor, begin, end, fuzzy or point.grain == "S", point)


def vague(value: str, anchor: str | int | None = None) -> Value:
    """A date that has no place on the calendar, such as PAST_REF or XXXX-06."""
    return Value(value, "DATE", anchor, fuzzy=True)


def length(value: str, window: tuple[date | None, date | None] | None = None, anchor: str | int | None = None) -> Value:
    """A duration; `window` are its days where it is counted from a known one ("the past three months")."""
    first, end = window or (None, None)
    if first is None or end is None:
        return Value(value, "DURATION", fuzzy="X" in value)
    return Value(value, "DURATION", anchor, first.isoformat(), end.isoformat(), "X" in value)


def shifted(point: Point, unit: str, count: float, grain: str | None = None) -> Point | None:
    """A point moved by units, of the unit's grain or another."""
    day = step(point.day, unit, count)
    return Point(day, grain or unit) if day is not None else None


def nearest(days: list[date], base: date, tense: str) -> date | None:
    """Of several days the one that the tense allows and that is nearest to the base; days far off need no tense."""
    past = [d for d in days if d <= base]
    future = [d for d in days if d >= base]
    wanted = past if tense == "past" and past else future if tense == "future" and future else days
    return min(wanted, key=lambda d: (abs((d - base).days), d), default=None)


def in_years(base: date, month: int, day: int) -> list[date]:
    """That day of the year before, the year of, and the year after a base."""
    found = (made(year, month, day) for year in (base.year - 1, base.year, base.year + 1))
    return [d for d in found if d is not None]
