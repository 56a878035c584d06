"""Expressions that name years, decades and centuries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sayso.reading.times.arithmetic import Point
from sayso.reading.times.context import TEXT, Context, Value, at, nearest, vague
from sayso.reading.times.grammar import Hit
from sayso.reading.times.lexicon import lexicon
from sayso.text.numbers import numbers, ordinal_of


def year_in_words(words: str) -> int | None:
    """1996 for "nineteen ninety-six", 2000 for "two thousand"."""
    found = [int(n.value) for n in numbers(words)]
    if len(found) == 2 and 17 <= found[0] <= 20 and 10 <= found[1] <= 99:
        return found[0] * 100 + found[1]
    if len(found) == 1 and (2000 <= found[0] <= 2099 or 1700 <= found[0] <= 1900):
        return found[0]
    return None


def year(hit: Hit, ctx: Context) -> Value | None:
    """1998, the year two thousand, 493 BC; a bare figure only where a year is likely."""
    if hit.has("b"):
        figure = hit.text("y") or hit.text("c")
        return vague(f"BC{int(figure):04}", TEXT)
    if hit.has("w"):
        found = year_in_words(hit.text("w"))
        if found is None or (found in (2000, 1900, 1800) and "year" not in hit.words):
            return None
        return at(Point(date(found, 1, 1), "Y"), TEXT)
    figure = hit.text("y")
    if hit.words == figure and not _yearlike(hit, ctx, int(figure)):
        return None
    value = at(Point(date(int(figure), 1, 1), "Y"), TEXT)
    return replace(value, aside=_closes_range(hit)) if value else None


def _closes_range(hit: Hit) -> bool:
    """Whether it is the second year of a range: the story stays at the first."""
    return hit.before in ("-", "–", "to") and len(hit.scan.word(hit.first - 2)) == 4


def _yearlike(hit: Hit, ctx: Context, figure: int) -> bool:
    after, before = hit.after, hit.before
    cues = lexicon().cues
    if after in cues["counted"] or before in cues["money"] or before in cues["numbered"]:
        return False
    cued = before in cues["year"]
    plural = after.isalpha() and after.endswith("s") and len(after) > 3
    if 1900 <= figure <= 2050:
        return cued or not plural
    return cued and not plural and (ctx.narrative or before in cues["early_year"])


def yearturn(hit: Hit, ctx: Context) -> Value | None:
    """the turn of the year: the year that begins at the turn which the tense allows, or at the nearest."""
    base = ctx.base()
    if base is None:
        return vague("XXXX")
    turns = [date(y, 1, 1) for y in (base[0].year - 1, base[0].year, base[0].year + 1) if y > 0]
    tense = "future" if hit.before in ("by", "until") else ctx.tense(hit)
    found = nearest(turns, base[0], tense)
    return at(Point(found, "Y"), base[1], True) if found else None


def apostrophe(hit: Hit, ctx: Context) -> Value | None:
    """'87, of the last hundred years."""
    base = ctx.base()
    if base is None or hit.before not in lexicon().cues["year"]:
        return None
    figure = int(hit.text("q")[1:])
    found = base[0].year // 100 * 100 + figure
    return at(Point(date(found if found <= base[0].year + 10 else found - 100, 1, 1), "Y"), TEXT)


def decade(hit: Hit, ctx: Context) -> Value | None:
    """the 1990s, the '80s, the nineties."""
    if hit.has("w"):
        figure = 190 + hit.number("w")
    else:
        digits = "".join(c for c in hit.text("d") if c.isdigit())
        short = int(digits) // 10
        figure = short if len(digits) == 4 else (200 if short < 2 else 190) + short
    if figure < 100:
        return None
    return at(Point(date(figure * 10, 1, 1), "E"), TEXT)


def century(hit: Hit, ctx: Context) -> Value | None:
    """the 20th century."""
    words = f"{hit.text('t')}-{hit.text('o')}" if hit.has("t") else hit.text("o")
    number = ordinal_of(words)
    if number is None or not 2 <= number <= 90:
        return None
    if hit.has("b"):
        return vague(f"BC{number - 1:02}", TEXT)
    return at(Point(date((number - 1) * 100, 1, 1), "C"), TEXT)
