"""All time expressions of a text, resolved: the engine's one entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from sayso.model.reading import Time
from sayso.model.span import Span
from sayso.reading.times import calendar_rules as calendar
from sayso.reading.times import feast_rules as feasts
from sayso.reading.times import joined_rules as joined
from sayso.reading.times import length_rules as lengths
from sayso.reading.times import quarter_rules as quarters
from sayso.reading.times import relative_rules as relative
from sayso.reading.times import year_rules as years
from sayso.reading.times.arithmetic import day_of
from sayso.reading.times.clock_rules import alone, time_of
from sayso.reading.times.composing import Expression, composed, lent_year
from sayso.reading.times.context import Context, Value, at, shifted
from sayso.reading.times.event_rules import counted, hangs
from sayso.reading.times.grammar import Hit, Scan, hits, scan
from sayso.reading.times.naming import names_something

Rule = Callable[[Hit, Context], Value | None]
RULES: dict[str, Rule] = {
    "iso": calendar.iso, "slash": calendar.iso, "monthday": calendar.monthday, "monthyear": calendar.monthyear,
    "month": calendar.month, "relmonth": calendar.relmonth, "monthrel": calendar.monthrel,
    "weekday": calendar.weekday, "relweekday": calendar.relweekday, "daybefore": calendar.daybefore,
    "year": years.year, "apostrophe": years.apostrophe, "decade": years.decade, "century": years.century,
    "feast": feasts.feast, "hijri": feasts.hijri, "weekof": calendar.weekof,
    "season": calendar.season, "relseason": relative.relseason, "relunit": relative.relunit,
    "textunit": relative.textunit, "theunit": relative.theunit, "dayword": relative.dayword,
    "beforeyesterday": relative.beforeyesterday, "lastnight": relative.lastnight, "thatpart": relative.thatpart,
    "nthday": relative.nthday, "present": relative.present, "past": relative.past, "future": relative.future,
    "that": relative.that, "ago": relative.ago,
    "quarter": quarters.quarter, "yearago": quarters.yearago, "yearperiod": quarters.yearperiod,
    "thequarter": quarters.thequarter, "half": quarters.half, "fiscal": quarters.fiscal, "yearend": quarters.yearend,
    "firstmonths": quarters.firstmonths,
    "duration": lengths.duration_of, "wordyears": lengths.bare, "every": lengths.every,
    "clock": alone, "part": alone, "nightspan": joined.nightspan, "nthweekday": joined.nthday,
    "nthweek": joined.nthweek, "barethe": joined.barethe, "beforelast": relative.beforelast,
    "yearturn": years.yearturn,
}  # fmt: skip
RANGES = {"dayrange": joined.dayrange, "yearrange": joined.yearrange}  # two values each
_DEICTIC = frozenset({"dayword", "weekday", "relweekday", "relmonth", "lastnight", "relunit", "yearago", "quarter"})
_DATED = frozenset({"monthday", "monthyear", "year", "season", "iso"})


def find(text: str, published: str | None = None, pieces: Sequence[Span] | None = None) -> tuple[Time, ...]:
    """The time expressions of a text, in its order.

    Args:
        text: the report's text.
        published: its ISO day; None if unknown: then values have X for what cannot be known.
        pieces: the stretches to read, such as sentences or blocks; None reads all.
    """
    scans = [scan(text, piece) for piece in pieces] if pieces is not None else [scan(text, (0, len(text)))]
    found = [list(hits(s)) for s in scans]
    day = day_of(published)
    narrative = is_narrative([hit for listed in found for hit in listed], day)
    times: list[Time] = []
    ctx: Context | None = None
    for given, listed in zip(scans, found, strict=True):
        ctx = Context(given, day, narrative) if ctx is None else ctx.moved_to(given)
        times.extend(_times(given, composed(listed), ctx))
    return tuple(times)


def is_narrative(found: Sequence[Hit], published: date | None) -> bool:
    """Whether a text tells of years gone by: many years written out, most not the report's, and hardly a "Tuesday"."""
    dated = [h for h in found if h.rule in _DATED and (h.has("y") or h.has("b"))]
    named = [int(h.text("y")) for h in dated if h.text("y").isdigit()]
    deictic = sum(h.rule in _DEICTIC for h in found)
    if len(dated) < 5 or len(dated) < 4 * deictic:
        return False
    if sum(h.rule != "year" or h.has("b") for h in dated) < 3:
        return False
    distant = any(h.has("b") for h in dated)
    return distant or published is None or sum(abs(y - published.year) > 1 for y in named) * 2 > len(named)


def _times(given: Scan, expressions: Sequence[Expression], ctx: Context) -> Iterator[Time]:
    for n, expression in enumerate(expressions):
        ctx.lent = lent_year(expression, expressions[n + 1] if n + 1 < len(expressions) else None)
        for value, first, end in _resolved(expression, ctx, expressions[n + 1 : n + 4]):
            number = ctx.count + 1
            ctx.keep(value, given.tokens[end - 1].end)
            anchor = f"t{value.anchor + 1}" if isinstance(value.anchor, int) else value.anchor
            yield Time(
                id=f"t{number}", span=_span(given, first, end), timex=value.timex, type=value.type,
                start=value.start, end=value.end, anchor=anchor, fuzzy=value.fuzzy or bool(expression.prefix),
            )  # fmt: skip


def _span(given: Scan, first: int, end: int) -> Span:
    b, e = given.span(first, end)
    last = given.tokens[end - 1].word
    return (b, e - 1) if last.endswith(".") and last not in ("a.m.", "p.m.") else (b, e)


def _resolved(expression: Expression, ctx: Context, ahead: Sequence[Expression]) -> Iterator[tuple[Value, int, int]]:
    hit = expression.main
    if names_something(hit):
        return
    try:
        if hit.rule in RANGES:
            yield from RANGES[hit.rule](hit, ctx)
            return
        value = (_counted(hit, ctx, ahead) if hangs(hit) else None) or RULES[hit.rule](hit, ctx)
    except (ValueError, OverflowError):  # before year 1 or after 9999: no day of Python's calendar
        return
    if value is not None and value.point and expression.prefix.endswith("eve of"):
        value = at(shifted(value.point, "D", -1), value.anchor) if value.point.grain == "D" else value
    if value is not None and expression.clock is not None:
        clock = time_of(expression.clock)
        value = relative.in_part(value, clock) if clock and value.point else value
    if value is not None:
        yield value, expression.first, expression.end


def _counted(hit: Hit, ctx: Context, ahead: Sequence[Expression]) -> Value | None:
    """What hangs on a happening, read with the date behind it if there is one."""
    for other in ahead:  # the first that is a time: "the fall" of a town is none
        if other.main.rule not in RULES or other.clock or hangs(other.main):
            break
        value = RULES[other.main.rule](other.main, ctx)
        if value is not None:
            return counted(hit, ctx, (value, other.first))
    return counted(hit, ctx, None)
