"""Forms of two days, and numbered ones: 3-5 March, 1992-95, the night of 4 to 5 May, the first Friday of May."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from sayso.knowledge.calendars import feast_of, nth_weekday
from sayso.reading.times import calendar_rules as calendar
from sayso.reading.times.arithmetic import Point, made, step
from sayso.reading.times.context import REPORT, TEXT, Context, Value, at, nearest, shifted, vague
from sayso.reading.times.feast_rules import near
from sayso.reading.times.grammar import Hit
from sayso.reading.times.relative_rules import in_part
from sayso.reading.times.year_rules import year
from sayso.text.numbers import ordinal_of

Part = tuple[Value, int, int]
_CLAUSE = frozenset(
    {"and", "but", "or", "in", "at", "by", "with", "when", "as", "after", "before", "to", "from", "for", "of"}
)


def dayrange(hit: Hit, ctx: Context) -> Iterator[Part]:
    """3-5 March: two days, of which the second ends where the expression does."""
    first = calendar.monthday(hit, ctx)
    if first is None or first.point is None:
        return
    last = made(first.point.day.year, first.point.day.month, calendar.day_of_month(hit.text("e")) or 0)
    begin, middle = hit.kept["e"]
    if last is None or last <= first.point.day:
        yield first, hit.first, hit.end
    else:
        yield first, hit.first, hit.kept["d"][1]
        yield at(Point(last), TEXT) or first, begin, middle if hit.kept["m"][0] < begin else hit.end


def yearrange(hit: Hit, ctx: Context) -> Iterator[Part]:
    """1992-95: two years; the story stays at the first."""
    first = year(hit, ctx)
    if first is None or first.point is None:
        return
    yield first, hit.first, hit.kept["y"][1]
    figure, start = hit.text("e"), first.point.day.year
    end = start // 100 * 100 + int(figure)
    if len(figure) == 2 and end > start and hit.after not in ("-", "–"):
        value = at(Point(date(end, 1, 1), "Y"), TEXT)
        yield replace(value or first, aside=True), hit.end - 1, hit.end


def nightspan(hit: Hit, ctx: Context) -> Value | None:
    """the night of 4 to 5 May, the night from Friday to Saturday, overnight into Saturday."""
    if not hit.has("v"):
        return in_part(calendar.monthday(hit, ctx), "NI")
    if hit.has("w") and (hit.number("w") + 1) % 7 != hit.number("v"):
        return None
    base = ctx.base()
    if base is None:
        return vague(f"XXXX-WXX-{(hit.number('v') - 1) % 7 + 1}TNI")
    second = _weekday(base[0], hit.number("v"), ctx.tense(hit) == "future")
    return in_part(at(shifted(Point(second), "D", -1), base[1]), "NI")


def _weekday(base: date, number: int, ahead: bool) -> date:
    days = (number - base.weekday()) % 7
    return base + timedelta(days=days if ahead or not days else days - 7)


def nthday(hit: Hit, ctx: Context) -> Value | None:
    """the first Friday of March, the last Sunday of Ramadan."""
    number = ordinal_of(hit.text("o")) if hit.has("o") else -1
    start = _start(hit, ctx)
    if start is None or start.point is None or number is None or not -1 <= number <= 5:
        return None
    weekday, first = hit.number("w"), start.point.day
    if hit.has("m"):
        day = nth_weekday(first.year, first.month, weekday, number)
        return at(Point(day), start.anchor) if day.month == first.month else None
    if number < 0:
        last = date.fromisoformat(start.end or first.isoformat()) - timedelta(days=1)
        return at(Point(last - timedelta(days=(last.weekday() - weekday) % 7)), start.anchor, True)
    return at(Point(first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))), start.anchor, True)


def nthweek(hit: Hit, ctx: Context) -> Value | None:
    """the first week of March: its first seven days; the last week: its last seven. The value names the month."""
    number = ordinal_of(hit.text("o")) if hit.has("o") else -1
    month = _start(hit, ctx)
    if month is None or month.start is None or month.end is None or number is None or not -1 <= number <= 4:
        return month
    first, end = date.fromisoformat(month.start), date.fromisoformat(month.end)
    begin = end - timedelta(days=7) if number < 0 else first + timedelta(days=7 * (number - 1))
    return replace(month, start=begin.isoformat(), end=min(end, begin + timedelta(days=7)).isoformat(), fuzzy=True)


def _start(hit: Hit, ctx: Context) -> Value | None:
    """The month of a form, or the feast that is one ("Ramadan")."""
    if hit.has("m"):
        return calendar.monthyear(hit, ctx) if hit.has("y") else calendar.month(hit, ctx)
    known = feast_of(hit.text("f"))
    found = near(known, hit, ctx) if known and known.month and ctx.base() else None
    value = at(Point(found.first), REPORT) if found else None
    return replace(value, end=found.end.isoformat()) if found and value else None


def barethe(hit: Hit, ctx: Context) -> Value | None:
    """on the 28th: of the month last told, else of the one that the tense allows."""
    day = calendar.day_of_month(hit.text("d"))
    told = ctx.last if ctx.last is not None and ctx.last[0].grain in "DM" else None
    if day is None or hit.before not in ("on", "by", "until", "till", "since", "from") or _counts(hit.after):
        return None
    base: tuple[date, str | int] | None = (told[0].day, told[1]) if told else ctx.base()
    if base is None:
        return vague(f"XXXX-XX-{day:02}")
    months = [step(base[0].replace(day=1), "M", k) for k in (-1, 0, 1)]
    days = [d for m in months if m and (d := made(m.year, m.month, day))]
    if told:
        found = next((d for d in days if d >= base[0]), None)
        late = ctx.published is not None and found is not None and found > ctx.published
        if late and base[0] <= (ctx.published or base[0]) and ctx.tense(hit) != "future":
            return None
    else:
        found = nearest(days, base[0], ctx.tense(hit))
    return at(Point(found), base[1]) if found else None


def _counts(after: str) -> bool:
    """Whether a word behind "the 28th" is what is counted ("the 28th brigade")."""
    return after[:1].isalnum() and after not in _CLAUSE
