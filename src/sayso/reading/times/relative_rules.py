"""Expressions counted from the report's day or from the story: yesterday, last week, three days ago, that year."""

from __future__ import annotations

from dataclasses import replace

from sayso.reading.times.arithmetic import SMALL_HOURS, Point, duration, interval, season_of, season_point, step
from sayso.reading.times.context import REPORT, TEXT, Context, Value, at, length, shifted, vague
from sayso.reading.times.grammar import Hit
from sayso.reading.times.length_rules import amount

_THROUGH = frozenset({"over", "in", "during", "for", "within", "through", "throughout"})


def dayword(hit: Hit, ctx: Context) -> Value | None:
    """today, yesterday, tomorrow; in a tale of years long past, "today" is the time of writing."""
    if ctx.published is None or (ctx.narrative and hit.words == "today"):
        return vague("PRESENT_REF", REPORT) if hit.words == "today" else vague("XXXX-XX-XX", REPORT)
    return at(shifted(Point(ctx.published), "D", hit.number("d")), REPORT)


def beforeyesterday(hit: Hit, ctx: Context) -> Value | None:
    """the day before yesterday, the day after tomorrow."""
    if ctx.published is None:
        return None
    return at(shifted(Point(ctx.published), "D", -2 if hit.has("b") else 2), REPORT)


def lastnight(hit: Hit, ctx: Context) -> Value | None:
    """last night, this morning, tonight, yesterday evening."""
    part, words = "NI" if hit.has("t") else str(hit.value("p")), hit.words
    if ctx.published is None or ctx.narrative:
        return Value(f"XXXX-XX-XXT{part}", "TIME", fuzzy=True)
    days = -1 if words.startswith(("last", "past", "yesterday")) else 1 if words.startswith("tomorrow") else 0
    day = at(shifted(Point(ctx.published), "D", days), REPORT)
    return in_part(day, part)


def in_part(day: Value | None, part: str) -> Value | None:
    """A part (MO, AF, EV, NI) of a day, or a clock time of it."""
    if day is None or day.point is None or day.point.grain != "D":
        return None
    value = f"{day.timex[:10]}T{part}"
    begin, end = interval(value) or (None, None)
    value = value.replace(f"T{SMALL_HOURS}", "TMO")
    return replace(day, timex=value, type="TIME", start=begin, end=end, fuzzy=day.fuzzy or part.isalpha())


def thatpart(hit: Hit, ctx: Context) -> Value | None:
    """that night, the next morning."""
    day, part = ctx.told_day(), str(hit.value("p"))
    if day is None:
        return Value(f"XXXX-XX-XXT{part}", "TIME", fuzzy=True)
    days = hit.number("r") if hit.has("r") else 0
    return in_part(at(shifted(Point(day[0]), "D", days), day[1]), part)


def nthday(hit: Hit, ctx: Context) -> Value | None:
    """the eighth day, a third straight day: the day told of."""
    if ctx.published is None or hit.before not in ("for", "on", "in", "into", "entered"):
        return None
    return at(Point(ctx.published), REPORT, True)


def present(hit: Hit, ctx: Context) -> Value | None:
    """now, currently."""
    if ctx.narrative and hit.words.startswith("at this"):
        return None
    return vague("PRESENT_REF", REPORT)


def past(hit: Hit, ctx: Context) -> Value | None:
    """recently, recent years, the past."""
    if hit.words == "the past" and hit.after.isalpha() and hit.before not in ("in", "of", "from"):
        return None
    return vague("PAST_REF", REPORT)


def future(hit: Hit, ctx: Context) -> Value | None:
    """soon, the future, coming months."""
    if hit.has("u"):
        narrated = ctx.narrative or "coming" not in hit.words
        return length(duration(None, hit.unit())) if narrated else vague("FUTURE_REF", REPORT)
    if hit.words == "future" and hit.before != "in":
        return None
    if hit.words == "soon" and ctx.narrative:
        return None
    if hit.words == "soon" and (hit.after in ("as", "after") or hit.before in ("as", "too")):
        return None
    return vague("FUTURE_REF", REPORT)


def that(hit: Hit, ctx: Context) -> Value | None:
    """that time, then: no claim beyond the last date of the text."""
    if hit.words != "that time" or ctx.last is None or ctx.narrative:
        return None
    return at(ctx.last[0], ctx.last[1], True)


def relunit(hit: Hit, ctx: Context) -> Value | None:
    """last week, next year, this month, the past decade: counted from the report's day."""
    unit, count = hit.unit() if hit.has("u") else "Y", hit.number("r") if hit.has("r") else -1
    if unit == "D":
        return None
    if unit != "Y" and hit.words.startswith("the past") and hit.before in _THROUGH and ctx.published is not None:
        return length(duration(1, unit), (step(ctx.published, unit, -1), ctx.published), REPORT)
    base = ctx.base() if ctx.narrative and count == 0 and hit.words.startswith("this") else None
    if base is None:
        base = (ctx.published, REPORT) if ctx.published is not None else None
    if base is None:
        return vague({"W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "N": "XXXX-WXX-WE"}.get(unit, "XXXX"), REPORT)
    return at(shifted(Point(base[0]), unit, count), base[1])


def beforelast(hit: Hit, ctx: Context) -> Value | None:
    """the year before last, the summer before last, the week after next."""
    base = ctx.published
    if base is None:
        return None
    sign = -1 if hit.words.endswith("last") else 1
    if not hit.has("s"):
        return at(shifted(Point(base), hit.unit(), 2 * sign), REPORT)
    season = str(hit.value("s"))
    begun = season_point(base.year, season).day
    last = base.year - (begun.month > base.month or season_of(base) == season)
    return at(season_point(last - 1 if sign < 0 else last + 2, season), REPORT)


def textunit(hit: Hit, ctx: Context) -> Value | None:
    """the following year, that week, the same day: counted from the last point of the text."""
    told = ctx.told()
    if told is None:
        return None
    if hit.has("d"):
        return _beside(hit, ctx)
    unit, count = hit.unit(), hit.number("r") if hit.has("r") else 0
    if ctx.before_christ is not None:
        return vague(f"BC{int(ctx.before_christ[2:]) - count:04}", TEXT) if unit == "Y" else None
    point, anchor = told
    if hit.classes.get("r") == "earlier" and (ctx.last is None or not ctx.lately(hit, True)):
        return None  # "the year before" hangs on a happening as often as on a date
    if unit == "D":
        day = ctx.told_day()
        return at(shifted(Point(day[0]), "D", count), day[1]) if day else vague("XXXX-XX-XX")
    if unit == "N":
        return at(shifted(point, "W", count, "N"), anchor)
    return at(shifted(point, unit, count), anchor)


def _beside(hit: Hit, ctx: Context) -> Value | None:
    days = ctx.told_day()
    if days is None or hit.after.isalpha():
        return None  # "the day after the attack" hangs on a happening, not on a day
    return at(shifted(Point(days[0]), "D", -1 if hit.has("b") else 1), days[1])


def theunit(hit: Hit, ctx: Context) -> Value | None:
    """the weekend, the year, the week."""
    words, unit = hit.words, hit.unit() if hit.has("u") else "Y"
    if unit == "N":
        return _the_weekend(hit, ctx)
    if unit == "Y" and hit.after in ("ended", "ending", "to", "through"):
        return length("P1Y")
    if "fiscal" in words and unit == "Y":
        return length("P1Y")
    if unit in "DEC" or (unit in "WM" and hit.after in ("of", "that", "before", "after", "to", "when")):
        return None
    told = ctx.told()
    if told is None or (unit == "Y" and hit.after in ("of", "that", "before", "after", "when")):
        return None
    if unit == "Y" and not ctx.narrative and ctx.published is not None:
        return at(Point(ctx.published, "Y"), REPORT)
    return at(Point(told[0].day, unit), told[1], True)


def _the_weekend(hit: Hit, ctx: Context) -> Value | None:
    base = ctx.base()
    if base is None:
        return vague("XXXX-WXX-WE")
    back = 0 if base[0].weekday() >= 5 or ctx.tense(hit) == "future" else -1
    return at(shifted(Point(base[0]), "W", back, "N"), base[1])


def relseason(hit: Hit, ctx: Context) -> Value | None:
    """last fall, this summer, the winter."""
    season, words = str(hit.value("s")), hit.words
    base = ctx.base()
    if ctx.lent is not None:
        return at(season_point(ctx.lent, season), TEXT)
    if ctx.before_christ is not None:
        return vague(f"{ctx.before_christ}-{season}", TEXT)
    if words in ("in fall", "the fall") and (hit.after == "of" or not ctx.narrative):
        return None
    if words == "the spring" and hit.after == "of":
        return None
    told = ctx.told()
    if told and words.startswith(("the following", "the next", "the previous", "that")):
        base = told[0].day, told[1]
    if base is None:
        return vague(f"XXXX-{season}")
    year = base[0].year
    if words.startswith(("last", "this past", "the previous")):
        year -= season_point(year, season).day.month > base[0].month or season_of(base[0]) == season
    elif words.startswith(("the following", "the next")) and told and told[0].grain == "Y":
        year += 1
    elif words.startswith(("next", "the following", "the next")):
        year += season_point(year, season).day.month <= base[0].month
    return at(season_point(year, season), base[1])


def ago(hit: Hit, ctx: Context) -> Value | None:
    """three days ago (from the report), two years earlier, a day later (from the story)."""
    if ctx.before_christ is not None:
        return None
    unit = hit.unit("n") if not hit.has("u") else hit.unit()
    count = (amount(hit.text("n")) if hit.has("n") else part_of_unit(hit)) if hit.has("u") else None
    word = str(hit.scan.word(hit.kept["d"][0])) if hit.has("d") else "from now"
    sign = hit.number("d") if hit.has("d") else 1
    if word in ("after", "back") or (
        word == "before" and hit.after.isalpha() and hit.after not in ("and", "but", "in")
    ):
        return length_only(hit, count, unit)
    if count is None or unit in ("TS", "TM", "TH"):
        return vague("PAST_REF" if sign < 0 else "FUTURE_REF") if count is None else length_only(hit, count, unit)
    if word == "from now" and hit.has("t") and ctx.published:
        return at(shifted(Point(ctx.published), unit, count), REPORT)
    point, anchor = _start_of(hit, word, unit, sign, ctx)
    if point is None:
        return length_only(hit, count, unit)
    grain = {"F": "W", "N": "N"}.get(unit, unit)
    if (unit == "E" and not ctx.narrative) or (unit == "C" and count <= 1):
        years = sign * count * (10 if unit == "E" else 100)
        return at(shifted(point, "Y", years), anchor, True)
    if count != int(count):
        months = {"Y": 12}.get(unit, 0)
        return at(shifted(point, "M", sign * count * months), anchor) if months else None
    if unit == "Y" and point.grain == "Q" and word in ("ago", "earlier"):
        return compared(at(shifted(point, "Y", sign * count, "Q"), anchor))
    return at(shifted(point, "W" if unit == "N" else unit, sign * count, grain), anchor, "about" in hit.words)


def _start_of(hit: Hit, word: str, unit: str, sign: int, ctx: Context) -> tuple[Point | None, str | int | None]:
    """What an expression of distance counts from: "ago" from the report, the others from the story.

    "A day earlier" long after the last date counts from the report; "a day later" never does.
    """
    if word in ("ago", "earlier") and unit == "Y" and ctx.quarter is not None and ctx.quarterly:
        return Point(ctx.quarter[0], "Q"), ctx.quarter[1]
    if word in ("ago", "from now") and not (ctx.narrative and ctx.last):
        return (Point(ctx.published), REPORT) if ctx.published else (None, None)
    if unit in "DN" and ctx.last_day is not None and (ctx.narrative or sign > 0 or ctx.lately(hit)):
        return Point(ctx.last_day[0]), ctx.last_day[1]
    if unit not in "DN" and ctx.last is not None:
        return Point(ctx.last[0].day), ctx.last[1]
    return (Point(ctx.published), REPORT) if ctx.published and sign < 0 else (None, None)


def compared(value: Value | None) -> Value | None:
    """A value for comparison only: the story does not move there."""
    return replace(value, aside=True) if value is not None else None


def part_of_unit(hit: Hit) -> float:
    """half a century, a quarter of a century."""
    return 0.25 if "quarter" in hit.words else 0.5


def length_only(hit: Hit, count: float | None, unit: str) -> Value:
    """An expression of distance whose end is not known: its length."""
    return length(duration(count, unit))
