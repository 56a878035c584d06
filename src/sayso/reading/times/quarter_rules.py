"""The calendar of companies and treasuries: quarters, halves, fiscal years, and "a year earlier" after them."""

from __future__ import annotations

from datetime import date

from sayso.reading.times.arithmetic import Point
from sayso.reading.times.context import REPORT, TEXT, Context, Value, at, length, shifted, vague
from sayso.reading.times.grammar import Hit
from sayso.reading.times.length_rules import amount
from sayso.reading.times.relative_rules import compared
from sayso.text.numbers import ordinal_of


def quarter(hit: Hit, ctx: Context) -> Value | None:
    """the third quarter, the first quarter of 1990, last year's fourth quarter."""
    number = ordinal_of(hit.text("o")) or 0
    if not 1 <= number <= 4:
        return None
    if hit.has("y"):
        return at(Point(date(int(hit.text("y")), 3 * number - 2, 1), "Q"), TEXT)
    base = ctx.base()
    if base is None:
        return vague(f"XXXX-Q{number}")
    if hit.has("r"):
        year = base[0].year + hit.number("r")
    else:
        this = (base[0].month + 2) // 3
        year = base[0].year - (number > this and ctx.tense(hit) != "future" and number - this > 1)
        year = base[0].year if ctx.narrative else year
    return at(Point(date(max(1, year), 3 * number - 2, 1), "Q"), base[1])


def yearago(hit: Hit, ctx: Context) -> Value | None:
    """the year-ago quarter, the comparable period, last year's quarter."""
    number = ordinal_of(hit.text("o")) if hit.has("o") else None
    if ctx.published is None:
        return None
    if number and number <= 4:
        return compared(at(Point(date(ctx.published.year - 1, 3 * number - 2, 1), "Q"), REPORT))
    if ctx.quarter is not None and ctx.quarterly:
        return compared(at(shifted(Point(ctx.quarter[0]), "Y", -1, "Q"), ctx.quarter[1]))
    return compared(at(shifted(Point(ctx.published), "Y", -1), REPORT))


def yearperiod(hit: Hit, ctx: Context) -> Value | None:
    """the 1988 period: the quarter last named, in that year."""
    year = int(hit.text("y"))
    if ctx.quarter is None:
        return at(Point(date(year, 1, 1), "Y"), TEXT)
    return compared(at(Point(date(year, ctx.quarter[0].month, 1), "Q"), TEXT))


def thequarter(hit: Hit, ctx: Context) -> Value | None:
    """the quarter, the latest period: the one last named, else the last that is over."""
    words = hit.words
    if ctx.published is None:
        return None
    if words.startswith(("this", "last", "next")):
        return at(shifted(Point(ctx.published), "Q", hit.number("r") if hit.has("r") else 0), REPORT)
    if hit.after == "-":
        return None
    if ctx.quarter is None and words == "the quarter" and hit.after not in ("ended", "ending"):
        return None  # a part of a town, as likely
    if ctx.quarter is None:
        return at(shifted(Point(ctx.published), "Q", -1), REPORT)
    return at(shifted(Point(ctx.quarter[0]), "Q", -1 if "previous" in words else 0), ctx.quarter[1])


def half(hit: Hit, ctx: Context) -> Value | None:
    """the first half of 1990."""
    number = ordinal_of(hit.text("o")) if hit.has("o") else 2
    year = int(hit.text("y")) if hit.has("y") else None
    if year is None and ctx.published is not None and hit.has("r"):
        year = ctx.published.year + hit.number("r")
    if year is None or number not in (1, 2):
        return None
    return at(Point(date(year, 6 * number - 5, 1), "H"), TEXT)


def fiscal(hit: Hit, ctx: Context) -> Value | None:
    """fiscal 1989: the year, though a treasury's may begin in autumn."""
    return at(Point(date(int(hit.text("y")), 1, 1), "Y"), TEXT, True)


def yearend(hit: Hit, ctx: Context) -> Value | None:
    """year-end."""
    base = ctx.base()
    return at(Point(date(base[0].year, 12, 31)), base[1], True) if base else vague("XXXX-12-31")


def firstmonths(hit: Hit, ctx: Context) -> Value | None:
    """the first nine months of 1990."""
    count = amount(hit.text("n"))
    unit = "P{}M" if "months" in hit.words else "P{}Q"
    return length(unit.format("X" if count is None else round(count)))
