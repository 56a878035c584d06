"""Days counted from a happening: "two days after the truce of 3 May", or after a truce that the text has dated."""

from __future__ import annotations

from bisect import bisect_left

from sayso.reading.times.arithmetic import Point
from sayso.reading.times.context import Context, Value, at, shifted
from sayso.reading.times.grammar import Hit, Scan
from sayso.reading.times.length_rules import amount

_WAYS = {"after": 1, "before": -1}
_STOPS = frozenset({".", "!", "?", ";", ",", ":", "that", "which", "who", "when", "since", "and", "but"})
_ENDS = frozenset({".", "!", "?"})
_ARTICLES = frozenset({"the", "that", "this", "its", "their"})
_FINE = {"D": "D", "W": "DW", "M": "DWM", "Y": "DWMY"}  # what a unit may be counted from
_BETWEEN = 8  # tokens between "after" and the date of the happening


def hangs(hit: Hit) -> bool:
    """Whether a hit is a distance from a happening that stands behind it."""
    if hit.rule == "textunit":
        return hit.has("d") and hit.after.isalpha()
    counts = hit.rule == "ago" and hit.has("u") and hit.has("n")
    return counts and hit.scan.word(hit.end - 1) in _WAYS and hit.after[:1].isalnum()


def counted(hit: Hit, ctx: Context, nxt: tuple[Value, int] | None) -> Value | None:
    """The day meant by "two days after …": from the date behind it (`nxt`: value and first token), or told before."""
    found = _ahead(hit, ctx, nxt) or _told(hit, ctx)
    if found is None:
        return None
    point, anchor = found
    unit = "D" if hit.has("d") and hit.rule == "textunit" else hit.unit()
    count = 1.0 if hit.rule == "textunit" else amount(hit.text("n"))
    if count is None or count != int(count) or point.grain not in _FINE.get(unit, ""):
        return None
    return at(shifted(point, unit, _WAYS[hit.scan.word(hit.end - 1)] * count), anchor)


def _ahead(hit: Hit, ctx: Context, nxt: tuple[Value, int] | None) -> tuple[Point, int] | None:
    if nxt is None or nxt[0].point is None or nxt[0].type != "DATE" or nxt[1] - hit.end > _BETWEEN:
        return None
    if any(word in _STOPS for word in hit.scan.words_of(hit.end, nxt[1])):
        return None
    return nxt[0].point, ctx.count + 1


def _told(hit: Hit, ctx: Context) -> tuple[Point, int] | None:
    """The last day of the text, if the happening was named in its sentence ("the truce")."""
    day = ctx.told_day()
    noun = hit.scan.word(hit.end + 1)
    if day is None or hit.after not in _ARTICLES or len(noun) < 3:
        return None
    begin, end = _sentence(hit.scan, ctx.told_at)
    if end > hit.first or noun not in hit.scan.words_of(begin, end):
        return None
    return Point(day[0]), day[1]


def _sentence(scan: Scan, offset: int) -> tuple[int, int]:
    """The tokens of the sentence that holds a character."""
    place = bisect_left([token.end for token in scan.tokens], offset)
    begin = end = min(place, len(scan.tokens))
    while begin and not _ends(scan.word(begin - 1)):
        begin -= 1
    while end < len(scan.tokens) and not _ends(scan.word(end)):
        end += 1
    return begin, end


def _ends(word: str) -> bool:
    return word in _ENDS or "\n" in word
