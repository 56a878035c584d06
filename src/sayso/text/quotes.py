"""Quotation marks: which opens, which closes, and which is an apostrophe. Never gives up, whatever the marks.

Typed, curled, low, angled, doubled-up (`` and '') and mixed marks are paired line by line. A quotation that a line
leaves open goes on in the next one if that opens again (the printers' habit: a mark at the head of each paragraph,
the closing one only after the last), or if it closes what it never opened; otherwise it ends with its line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.model.span import Span

DOUBLE, SINGLE = "double", "single"
_MARK = re.compile(r"``|''|[\"“”„‟«»'‘’‚‹›`´]|\n")
_OPENS = {"“": DOUBLE, "„": DOUBLE, "«": DOUBLE, "``": DOUBLE, "‘": SINGLE, "‚": SINGLE, "‹": SINGLE, "`": SINGLE}
_CLOSES = {"”": DOUBLE, "»": DOUBLE, "’": SINGLE, "›": SINGLE, "´": SINGLE}
_EITHER = {'"': DOUBLE, "''": DOUBLE, "‟": DOUBLE, "'": SINGLE}
_ELIDED = re.compile(r"(?:em|til|tis|twas|cause|round|bout|n)\b|\d0s\b", re.IGNORECASE)
_DEPTH = 6  # marks opened inside one another; deeper ones are noise
_SINGLE_LIMIT = 600  # a single-quoted passage longer than this is an apostrophe gone astray


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation. `outer` takes in its marks, `inner` does not; `depth` counts the quotations around it.

    `closed` is False where the text forgot the mark. `joins`: it carries on the quotation before it in the list of its
    depth (a paragraph that opens again, or closes what an earlier one opened).
    """

    outer: Span
    inner: Span
    depth: int = 0
    closed: bool = True
    joins: bool = False


@dataclass(slots=True)
class _Open:
    begin: int
    end: int
    family: str
    joins: bool = False


def quotes(text: str) -> list[Quote]:
    """All quotations of a text, by where they begin, the outer before the inner. Linear in the length of the text."""
    found: list[Quote] = []
    line, pending = 0, False
    while line <= len(text):
        end = text.find("\n", line)
        end = len(text) if end < 0 else end
        if text[line:end].strip():
            quoted, pending = _line(text, line, end, pending)
            found += quoted
        line = end + 1
    found.sort(key=lambda q: (q.outer[0], -q.outer[1]))
    return found


def _line(text: str, begin: int, end: int, pending: bool) -> tuple[list[Quote], bool]:
    """The quotations of one line; `pending`: a double mark of the lines before still stands open."""
    found: list[Quote] = []
    stack: list[_Open] = []
    first = True
    for mark in _MARK.finditer(text, begin, end):
        b, e, sign = mark.start(), mark.end(), mark.group()
        family = _OPENS.get(sign) or _CLOSES.get(sign) or _EITHER.get(sign) or DOUBLE
        role = _role(text, b, e, sign, family, stack, begin, end)
        if role == "open" and len(stack) < _DEPTH:
            joins = pending and first and family == DOUBLE and not text[begin:b].strip()
            stack.append(_Open(b, e, family, joins))
        elif role == "close":
            _close(found, stack, b, e, family)
        elif role == "stray" and pending and family == DOUBLE and first:
            found.append(Quote((begin, e), (begin, b), joins=True))
        if family == DOUBLE and role:
            first = False
    left = [o for o in stack if o.family == DOUBLE]
    if left and len(left) == 1 and left[0].begin != begin and _holds(found, left[0]):
        found = [q if q.outer[0] < left[0].begin else _deeper(q, stack, None) for q in found]
        left = []
    if left:
        opened = left[0]
        found = [q if q.outer[0] < opened.begin else _deeper(q, stack, opened) for q in found]
        found.append(Quote((opened.begin, end), (opened.end, end), 0, closed=False, joins=opened.joins))
    return found, bool(left)


def _holds(found: list[Quote], opened: _Open) -> bool:
    """Whether a mark that is never closed is followed by whole quotations: then it was no quotation mark."""
    return any(q.outer[0] > opened.begin and q.depth > 0 for q in found)


def _deeper(quote: Quote, stack: list[_Open], kept: _Open | None) -> Quote:
    """A quotation inside one that its line left open: openings that were given up no longer count."""
    lost = sum(1 for o in stack if o is not kept and o.begin < quote.outer[0])
    return Quote(quote.outer, quote.inner, max(0, quote.depth - lost), quote.closed, quote.joins)


def _close(found: list[Quote], stack: list[_Open], b: int, e: int, family: str) -> None:
    """Close the nearest opening of the family; openings of the other family inside it are given up."""
    at = next((k for k in range(len(stack) - 1, -1, -1) if stack[k].family == family), None)
    if at is None:
        return
    opened = stack[at]
    del stack[at:]
    if family == SINGLE and b - opened.end > _SINGLE_LIMIT:
        return
    if b > opened.end:
        depth = sum(1 for o in stack if o.family == DOUBLE or family == SINGLE)
        found.append(Quote((opened.begin, e), (opened.end, b), depth, joins=opened.joins))


def _role(text: str, b: int, e: int, sign: str, family: str, stack: list[_Open], begin: int, end: int) -> str:
    """What a mark does: "open", "close", "stray" (closes nothing) or "" (an apostrophe, a sign for feet or inches)."""
    before = text[b - 1] if b > begin else " "
    after = text[e] if e < end else " "
    is_open = any(o.family == family for o in stack)
    if family == SINGLE and _apostrophe(text, e, before, after, sign, is_open):
        return ""
    if sign in _OPENS:
        wrong_way = sign == "“" and is_open and not before.isspace() and not after.isalnum()
        return "close" if wrong_way else "open"
    if sign in _CLOSES:
        if is_open:
            return "close"
        return "open" if after.isalnum() and not before.isalnum() and before not in ".,!?" else "stray"
    if before.isdigit() and not is_open and not after.isalnum():
        return ""
    opening = (before.isspace() or before in "([{—–-“‘\"'/:") and not after.isspace()
    if is_open:
        top = stack[-1]
        if opening and after.isalnum() and before.isspace():
            return "open"  # one inside another, or the one before was never closed
        return "open" if opening and top.family != family else "close"
    return "open" if opening or not after.isspace() else "stray"


def _apostrophe(text: str, e: int, before: str, after: str, sign: str, is_open: bool) -> bool:
    if before.isalnum() and after.isalnum():
        return True
    if sign in ("‘", "‚", "‹", "`", "›"):
        return bool(sign == "‘" and _ELIDED.match(text, e))
    if after.isalnum() and not before.isalnum():
        return (not is_open and sign != "'") or bool(_ELIDED.match(text, e))
    if before.isalnum() and not after.isalnum():
        return not is_open
    return not is_open and not after.isalnum()
