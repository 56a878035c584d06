"""Expressions that name days, weekdays, months and seasons of the calendar."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.reading.times.arithmetic import Point, day_of, made, season_point, step
from sayso.reading.times.context import REPORT, TEXT, Context, Value, at, in_years, nearest, vague
from sayso.reading.times.grammar import Hit
from sayso.reading.times.lexicon import lexicon
from sayso.reading.times.year_rules import year_in_words
from sayso.text.dates import explicit_dates
from sayso.text.numbers import ordinal_of


def iso(hit: Hit, ctx: Context) -> Value | None:
    """2020-06-17, 17/06/2020 where only one reading is possible."""
    found = explicit_dates(hit.text("d"))
    day = day_of(found[0].iso) if found and found[0].precision == "day" else None
    return at(Point(day), TEXT) if day else None


def monthday(hit: Hit, ctx: Context) -> Value | None:
    """June 17, 17 June 2020, the 17th of June."""
    day = day_of_month(hit.text("d"))
    if day is None:
        return None
    if hit.has("r") and not hit.has("m"):
        return _of_month(hit, ctx, day)
    if not hit.has("m"):
        told = ctx.told()
        found = made(told[0].day.year, told[0].day.month, day) if told else None
        return at(Point(found), told[1]) if found and told else None
    month = hit.number("m")
    if hit.has("y"):
        found = made(int(hit.text("y")), month, day)
        return at(Point(found), TEXT) if found else None
    if hit.has("r"):
        return _of_year(hit, ctx, month, day)
    return _dated(hit, ctx, month, day)


def _dated(hit: Hit, ctx: Context, month: int, day: int) -> Value | None:
    base = ctx.base()
    if made(2000, month, day) is None:
        return None
    if ctx.lent is not None:
        found = made(ctx.lent, month, day)
        return at(Point(found), TEXT) if found else None
    if base is None:
        return vague(f"XXXX-{month:02}-{day:02}")
    if ctx.narrative:
        found = made(base[0].year, month, day)
    else:
        days = _on_weekday(hit, in_years(base[0], month, day))
        found = nearest(days, base[0], _strict(ctx, hit, base[0], days))
    return at(Point(found), base[1]) if found else None


def _of_year(hit: Hit, ctx: Context, month: int, day: int) -> Value | None:
    """March 5 last year; last Oct. 23, which is the one before the report."""
    base = ctx.base()
    if base is None:
        return vague(f"XXXX-{month:02}-{day:02}")
    if hit.words.endswith("year"):
        found = made(base[0].year + hit.number("r"), month, day)
    else:
        found = nearest(in_years(base[0], month, day), base[0], "past" if hit.number("r") < 0 else "future")
    return at(Point(found), base[1]) if found else None


def _of_month(hit: Hit, ctx: Context, day: int) -> Value | None:
    """the 15th of last month."""
    base = ctx.base()
    start = step(base[0].replace(day=1), "M", hit.number("r")) if base else None
    found = made(start.year, start.month, day) if start else None
    return at(Point(found), base[1]) if base and found else None


def _on_weekday(hit: Hit, days: list[date]) -> list[date]:
    """Of several years' days those that fall on the weekday that stands before them ("Friday, March 6")."""
    word = hit.scan.word(hit.first).rstrip(".")
    weekday = lexicon().words["weekday"].get(word)
    return [d for d in days if d.weekday() == weekday] or days


def _strict(ctx: Context, hit: Hit, base: date, days: list[date]) -> str:
    """Tense decides only where the neighbours are far: what is some weeks off is meant whatever the verb."""
    near = nearest(days, base, "")
    return "" if near is not None and abs((near - base).days) <= DAYS_AHEAD else ctx.tense(hit)


def day_of_month(words: str) -> int | None:
    """17 for "17", "17th" and "seventeenth"."""
    if words.isdigit():
        return int(words)
    return ordinal_of(words)


def monthyear(hit: Hit, ctx: Context) -> Value | None:
    """June 2020."""
    if hit.has("b"):
        return vague(f"BC{int(hit.text('c')):04}-{hit.number('m'):02}", TEXT)
    year = int(hit.text("y")) if hit.has("y") else year_in_words(hit.text("w"))
    return at(Point(date(year, hit.number("m"), 1), "M"), TEXT) if year else None


def season(hit: Hit, ctx: Context) -> Value | None:
    """the summer of 1955."""
    if hit.has("b"):
        return vague(f"BC{int(hit.text('c')):04}-{hit.value('s')}", TEXT)
    year = int(hit.text("y")) if hit.has("y") else year_in_words(hit.text("w"))
    return at(season_point(year, str(hit.value("s"))), TEXT) if year else None


DAYS_AHEAD = 45
MONTHS_AHEAD = 100  # days: with no tense to say so, "January" in November is the coming one


def month(hit: Hit, ctx: Context) -> Value | None:
    """June: of the narrated year, or the nearest that the tense allows."""
    word, number = hit.words, hit.number("m")
    if word in ("may", "march") and hit.before not in lexicon().cues["month"] and not hit.before.isdigit():
        return None
    if len(word) < 4 and not word.endswith(".") and word != "may":
        return None
    base = ctx.base()
    if ctx.lent is not None:
        return at(Point(date(ctx.lent, number, 1), "M"), TEXT)
    if ctx.before_christ is not None:
        return vague(f"{ctx.before_christ}-{number:02}", TEXT)
    if base is None:
        return vague(f"XXXX-{number:02}")
    if ctx.narrative:
        return at(Point(date(base[0].year, number, 1), "M"), base[1])
    tense = "" if hit.before in ("by", "until", "till", "through") else ctx.tense(hit)
    return at(Point(_month_near(base[0], number, tense), "M"), base[1])


def _month_near(base: date, number: int, tense: str) -> date:
    this = date(base.year, base.month, 1)
    years = (base.year - 1, base.year, base.year + 1)
    found = [d for d in (made(y, number, 1) for y in years) if d is not None]
    ahead = next((d for d in found if d >= this), this)
    if tense == "future" or (tense != "past" and (ahead - this).days <= MONTHS_AHEAD):
        return ahead
    return next((d for d in reversed(found) if d <= this), this)


def relmonth(hit: Hit, ctx: Context) -> Value | None:
    """last November, this coming May, the following July."""
    number, words = hit.number("m"), hit.words
    base = ctx.base() if "following" not in words and "previous" not in words else None
    told = ctx.told()
    anchor = base or ((told[0].day, told[1]) if told else None)
    if anchor is None:
        return vague(f"XXXX-{number:02}")
    this = date(anchor[0].year, anchor[0].month, 1)
    found = [date(y, number, 1) for y in (this.year - 1, this.year, this.year + 1) if 1 <= y <= 9998]
    if words.startswith("last") or "past" in words or "previous" in words:
        chosen = [d for d in found if d < this][-1:]
    elif words.startswith("next") or "following" in words or "coming" in words:
        chosen = [d for d in found if d > this][:1]
    else:
        chosen = [d for d in found if d.year == this.year]
    return at(Point(chosen[0], "M"), anchor[1]) if chosen else None


def monthrel(hit: Hit, ctx: Context) -> Value | None:
    """June last year, January this year, March of the following year."""
    said = hit.classes["r"]
    told, base = ctx.told(), ctx.base()
    anchor = (told[0].day, told[1]) if told and said in ("that", "following", "previous") else base
    if anchor is None:
        return vague(f"XXXX-{hit.number('m'):02}")
    found = made(anchor[0].year + hit.number("r"), hit.number("m"), 1)
    return at(Point(found, "M"), anchor[1]) if found else None


def weekday(hit: Hit, ctx: Context) -> Value | None:
    """Tuesday: the last such day up to the report's, or the next one if the verb looks ahead."""
    if len(hit.words) < 6 and not hit.words.endswith("."):
        return None
    number = hit.number("w")
    base = ctx.base()
    if base is None:
        return vague(f"XXXX-WXX-{number + 1}")
    back = (base[0].weekday() - number) % 7
    ahead = (number - base[0].weekday()) % 7
    future = ctx.tense(hit) == "future"
    try:
        return at(Point(base[0] + timedelta(days=ahead if future else -back)), base[1])
    except OverflowError:
        return None


def relweekday(hit: Hit, ctx: Context) -> Value | None:
    """last Friday, next Monday, this coming Sunday, the previous Friday, Monday next week."""
    number, words = hit.number("w"), hit.words
    if hit.text("w").lower() in ("sun", "sat", "mon", "wed"):
        return None
    told, base = ctx.told(), ctx.base()
    textual = any(w in words for w in ("previous", "following")) or words.startswith(("the ", "on the "))
    anchor = (told[0].day, told[1]) if told and textual else base
    if anchor is None:
        return vague(f"XXXX-WXX-{number + 1}")
    day = anchor[0]
    try:
        if "week" in words:
            monday = day - timedelta(days=day.weekday())
            return at(Point(monday + timedelta(days=number + 7 * hit.number("r"))), anchor[1])
        if not hit.has("r"):
            return weekday_of_week(day, number, anchor[1])
        if words.startswith("this ") and hit.classes.get("r") == "this":
            return weekday_of_week(day, number, anchor[1])
        if hit.number("r") < 0:
            return at(Point(day - timedelta(days=(day.weekday() - number - 1) % 7 + 1)), anchor[1])
        return at(Point(day + timedelta(days=(number - day.weekday() - 1) % 7 + 1)), anchor[1])
    except OverflowError:
        return None


def weekday_of_week(day: date, number: int, anchor: str | int) -> Value | None:
    """That weekday in the week of a day."""
    return at(Point(day + timedelta(days=number - day.weekday())), anchor)


def daybefore(hit: Hit, ctx: Context) -> Value | None:
    """the day before last Tuesday."""
    base = ctx.base()
    if base is None:
        return None
    back = (base[0].weekday() - hit.number("w") - 1) % 7 + 1
    ahead = (hit.number("w") - base[0].weekday() - 1) % 7 + 1
    days = -back - 1 if "before" in hit.words else ahead + 1
    return at(Point(base[0] + timedelta(days=days)), base[1])


def weekof(hit: Hit, ctx: Context) -> Value | None:
    """the week of March 6, the week ended Oct. 13."""
    day = monthday(hit, ctx)
    grain = "N" if "weekend" in hit.words else "W"
    return at(Point(day.point.day, grain), REPORT) if day and day.point else None
