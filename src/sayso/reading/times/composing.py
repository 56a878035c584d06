"""From hits to expressions: "late" and "Tuesday", "Saturday" and "night", "10 p.m." and "Wednesday" belong together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.reading.times.clock_rules import PARTS_OF_DAY
from sayso.reading.times.grammar import Hit
from sayso.reading.times.lexicon import lexicon

DAYS = frozenset(
    {"iso", "slash", "monthday", "weekday", "relweekday", "daybefore", "dayword", "beforeyesterday", "feast"}
)
_NO_PREFIX = frozenset({"duration", "wordyears", "every", "clock", "present", "past", "future", "ago", "that"})
_JOINTS = frozenset({"and", "or", "to", "through", "until", "till", "-", "–", "—"})
_LOOSE = ("over the ", "within the ", "around the ")  # "over" counts in "over a week", not in "over the past week"
_REACH = 6  # tokens a prefix may have


@dataclass(frozen=True)
class Expression:
    """A time expression: tokens [first, end), the hit that carries the meaning, a time of day, a blurring word."""

    main: Hit
    first: int
    end: int
    clock: Hit | None = None
    prefix: str = ""


def composed(found: Sequence[Hit]) -> list[Expression]:
    """Hits put together where they touch."""
    out: list[Expression] = []
    k = 0
    while k < len(found):
        nxt = found[k + 1] if k + 1 < len(found) else None
        pair = _paired(found[k], nxt)
        k += 2 if pair else 1
        out.append(_prefixed(pair or _single(found[k - 1]), out[-1].end if out else 0))
    return day_shared(date_added(out))


def _single(hit: Hit) -> Expression:
    loose = hit.rule == "duration" and hit.words.startswith(_LOOSE)
    return Expression(hit, hit.first + loose, hit.end)


def date_added(found: list[Expression]) -> list[Expression]:
    """Saturday morning, 15 April: the part of the weekday is one of the date."""
    out: list[Expression] = []
    for nxt in found:
        one = out[-1] if out else None
        fits = one and one.clock and one.main.rule == "weekday" and nxt.main.rule == "monthday" and not nxt.clock
        if one and fits and nxt.main.scan.words_of(one.end, nxt.first) == (",",):
            out[-1] = replace(one, main=nxt.main, end=nxt.end)
        else:
            out.append(nxt)
    return out


def day_shared(found: list[Expression]) -> list[Expression]:
    """A bare clock time before "and", "to" and a clock time of a day is one of that day."""
    for k in range(len(found) - 2, -1, -1):
        one, nxt = found[k], found[k + 1]
        between = one.main.scan.codes[one.end : nxt.first]
        if one.main.rule == "clock" and nxt.clock and len(between) == 1 and one.main.scan.word(one.end) in _JOINTS:
            found[k] = replace(one, main=nxt.main, clock=one.main)
    return found


def _paired(hit: Hit, nxt: Hit | None) -> Expression | None:
    if nxt is None:
        return None
    if hit.rule in DAYS and nxt.rule in PARTS_OF_DAY and _at(hit, nxt):
        return Expression(hit, hit.first, nxt.end, clock=nxt)
    if not _touch(hit, nxt):
        return None
    if hit.rule in PARTS_OF_DAY and nxt.rule in DAYS:
        return Expression(nxt, hit.first, nxt.end, clock=hit)
    return None


def _at(day: Hit, clock: Hit) -> bool:
    """Monday night; Monday, 6 in the morning; 9 March at 5 pm."""
    between = day.scan.words_of(day.end, clock.first)
    if clock.rule == "clock":
        return between in ((), (",",), ("at",), (",", "at"))
    return between in ((), ("at",))


def _touch(hit: Hit, nxt: Hit) -> bool:
    between = hit.scan.codes[hit.end : nxt.first]
    return len(between) <= 2 and lexicon().joint.fullmatch(between) is not None


def _prefixed(given: Expression, floor: int) -> Expression:
    if given.main.rule in _NO_PREFIX and given.clock is None:
        return given
    codes = given.main.scan.codes
    for first in range(max(floor, given.first - _REACH), given.first):
        for form in lexicon().prefix:
            if form.pattern.fullmatch(codes, first, given.first):
                words = " ".join(given.main.scan.word(i) for i in range(first, given.first))
                return replace(given, first=first, prefix=words)
    return given


def lent_year(given: Expression, nxt: Expression | None) -> int | None:
    """The year that stands behind the second of two joined dates, as in "April and June 1955"."""
    if nxt is None or not nxt.main.has("y") or nxt.main.rule not in ("monthday", "monthyear", "season"):
        return None
    between = [nxt.main.scan.word(i) for i in range(given.end, nxt.first)]
    if len(between) not in (1, 2) or between[0] not in _JOINTS or not nxt.main.text("y").isdigit():
        return None
    year = int(nxt.main.text("y"))
    if given.main.has("m") and nxt.main.has("m") and between[0] != "and":
        return year - (given.main.number("m") > nxt.main.number("m"))
    return year
