"""Named days: Christmas, Eid al-Fitr, 15 Ramadan 1441."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.knowledge.calendars import Feast, Festival, feast_of, hijri_day, occurrences
from sayso.reading.times.arithmetic import Point
from sayso.reading.times.calendar_rules import DAYS_AHEAD, day_of_month
from sayso.reading.times.context import TEXT, Context, Value, at, nearest, vague
from sayso.reading.times.grammar import Hit
from sayso.reading.times.lexicon import hijri_month_of
from sayso.text.numbers import ordinal_of


def feast(hit: Hit, ctx: Context) -> Value | None:
    """Christmas, Eid al-Fitr, the first day of Ramadan, Easter week."""
    known = feast_of(hit.text("f"))
    if known is None or not (known.bare or hit.has("y") or hit.has("r")):
        return None
    base = ctx.base()
    if not hit.has("y") and base is None:
        return vague("XXXX-XX-XX")
    chosen = _of_year(known, int(hit.text("y"))) if hit.has("y") else near(known, hit, ctx)
    if chosen is None:
        return None
    anchor = base[1] if base and not hit.has("y") else TEXT
    number = ordinal_of(hit.text("o")) if hit.has("o") else 1
    day = chosen.first + timedelta(days=(number or 1) - 1)
    value = at(Point(day, "W" if hit.words.endswith("week") else "D"), anchor, chosen.fuzzy)
    if value is None or hit.has("o") or not known.month:
        return value
    span = chosen.first.isoformat(), chosen.end.isoformat()
    return Value(value.timex[:7], "DATE", anchor, *span, True, Point(chosen.first, "M"))


def _of_year(known: Feast, year: int) -> Festival | None:
    return next(iter(occurrences(known, year)), None)


def near(known: Feast, hit: Hit, ctx: Context) -> Festival | None:
    """The occurrence that the tense allows, nearest to the report; in a tale, the one of the year told of."""
    base = ctx.base()
    day = base[0] if base else date.min
    if ctx.narrative:
        return _of_year(known, day.year)
    found = [f for y in range(day.year - 1, day.year + 2) for f in occurrences(known, y)]
    tense = {-1: "past", 1: "future"}.get(hit.number("r") if hit.has("r") else 0, ctx.tense(hit))
    days = [f.first for f in found]
    first = nearest(days, day, "")
    ahead = DAYS_AHEAD if tense == "" else 7  # a verb is clear enough, but for feasts that have just begun
    if hit.has("r") or first is None or abs((first - day).days) > ahead:
        first = nearest(days, day, tense)
    return next((f for f in found if f.first == first), None)


def hijri(hit: Hit, ctx: Context) -> Value | None:
    """15 Ramadan 1441; the moon may have been seen a day off, so it is fuzzy."""
    day, number = day_of_month(hit.text("d")), hijri_month_of(hit.text("h"))
    found = hijri_day(int(hit.text("y")), number, day) if day and number else None
    return at(Point(found), TEXT, True) if found else None
