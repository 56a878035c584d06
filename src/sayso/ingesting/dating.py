"""When was a report written? What its own text says of it: a printed date line, else dates and weekdays together."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.ingesting.furniture import words
from sayso.ingesting.telling import Telling
from sayso.model.report import Block, Published
from sayso.model.span import Span
from sayso.text.dates import MONTH_PATTERN, ExplicitDate, explicit_dates, month_number, weekdays

UNKNOWN = Published()
ENOUGH = 2  # weights that make a date of the text the anchor
_NEAR = timedelta(days=60)
_LOOKED_AT = 100_000  # characters: what a text says of its date stands near its start
_TRIED = 20  # printings of the newest date
_PRINTED = frozenset({"dateline", "credit"})
_DATELINE = re.compile(
    rf"[^\W\d_a-z][^\n—–]{{1,60}}?[,(/ ]\s?(?P<month>(?i:{MONTH_PATTERN}))\s(?P<day>\d{{1,2}})(?P<year>,?\s\d{{4}})?"
    r"\)?,?\s?(?:\([^()\n]{2,40}\)\s?)?(?:—|–|--|-\s|\s-)"
)
_WORD = re.compile(r"[a-z]+")
_STAMP = re.compile(
    r"(?:(?:first )?published|(?:last )?updated|posted)(?: on| at)?:? ?"
    r"(?:(?:at )?[\d:.]+ ?[ap]?\.?m?\.?,? ?(?:[A-Z]{2,4},? ?)?)?(?:on )?(?:\w+day,? )?$",
    re.I,
)
_RANGE = re.compile(r"(?:\b(?:to|through|thru|till|until|by|ending|ends|expires?)|[-–—])\s(?:\w+day,? )?$", re.I)
_SAID_ON = re.compile(
    r"\b(?:said|told|announced|reported|stated|declared|\w{3,}ed)(?: \w+){0,2} (?:on |late |early )*$", re.I
)
_OFFSET = re.compile(r"\b(?:last|next|since|until|previous|following|every|each|coming|this coming|from|by)\s$", re.I)


@dataclass(frozen=True)
class _Dated:
    """One date told as past, and the other such dates of the text."""

    day: date
    span: Span
    telling: Telling
    others: tuple[date, ...]


def dated(text: str, blocks: Sequence[Block]) -> Published:
    """The day a report was published, as far as its text shows; unknown when in doubt.

    A full date on a line of its own or before the first dash of the report is the date ("text"). Otherwise the newest
    date told as past is taken as an anchor if it is not history, and the first weekday told as past, counted on from
    it, is the day of the report ("inferred").
    """
    found = [d for d in explicit_dates(text[:_LOOKED_AT]) if d.precision == "day"]
    printed = _printed(text, found, blocks)
    if printed is not None:
        return Published(printed.iso, "day", "text")
    telling = Telling(text[:_LOOKED_AT], tuple(blocks))
    past = [d for d in found if _told_as_past(telling, d)]
    days = tuple(date.fromisoformat(d.iso) for d in past)
    return _from_dateline(telling, days) or _inferred(telling, past, days) or UNKNOWN


def _told_as_past(telling: Telling, found: ExplicitDate) -> bool:
    sentence = telling.sentence(found.span)
    b = found.span[0]
    return sentence is not None and not _future(sentence) and not _RANGE.search(telling.text[max(0, b - 24) : b])


def _printed(text: str, found: Sequence[ExplicitDate], blocks: Sequence[Block]) -> ExplicitDate | None:
    """The date of a date line or byline, or after "Published" or "Updated" at the start of a paragraph."""
    lines = [b.span for b in blocks if b.kind in _PRINTED]
    starts = {b.span[0] for b in blocks}
    for date_found in found:
        b, e = date_found.span
        stamped = any(m.start() in starts for m in _STAMP.finditer(text, max(0, b - 60), b))
        if stamped or any(first <= b and e <= last for first, last in lines):
            return date_found
    return None


def _from_dateline(telling: Telling, days: Sequence[date]) -> Published | None:
    """ "TRIPOLI, June 4 (Agency) —" before the first sentence; its year printed, or that of the newest date near it."""
    body = next((b.span for b in telling.told if b.kind == "body"), None)
    match = _DATELINE.match(telling.text, *body) if body else None
    if match is None:
        return None
    year = (match["year"] or "").strip(" ,")
    if year:
        day = _day(int(year), match)
        return Published(day.isoformat(), "day", "text") if day else None
    likely = [
        d for n in sorted(set(days)) for y in (n.year, n.year + 1) if (d := _day(y, match)) and n <= d <= n + _NEAR
    ]
    return Published(likely[-1].isoformat(), "day", "inferred") if likely else None


def _day(year: int, match: re.Match[str]) -> date | None:
    try:
        return date(year, month_number(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _inferred(telling: Telling, past: Sequence[ExplicitDate], days: tuple[date, ...]) -> Published | None:
    if not past:
        return None
    newest = max(days)
    printings = [_Dated(newest, d.span, telling, days) for d, day in zip(past, days, strict=True) if day == newest]
    if not any(_weight(printing) >= ENOUGH for printing in printings[:_TRIED]):
        return None
    weekday = _first_weekday(telling)
    if weekday is None:
        return None
    return Published((newest + timedelta(days=(weekday - newest.weekday()) % 7)).isoformat(), "day", "inferred")


def _first_weekday(telling: Telling) -> int | None:
    """The first weekday told as past that is not part of a date nor counted from something else."""
    text = telling.text
    for (b, e), weekday in weekdays(text):
        before = text[max(0, b - 24) : b]
        sentence = telling.sentence((b, e))
        if sentence is None or _OFFSET.search(before) or telling.beside_date((b, e)):
            continue
        if _SAID_ON.search(before) or (_past(sentence) and not _future(sentence)):
            return weekday
    return None


def _words(sentence: str) -> frozenset[str]:
    return frozenset(_WORD.findall(sentence.lower()))


def _future(sentence: str) -> bool:
    return bool(_words(sentence) & words("future"))


def _past(sentence: str) -> bool:
    return any(w in words("past") or (w.endswith("ed") and len(w) > 4) for w in _words(sentence))


def _weight(found: _Dated) -> int:
    return sum(weight for clue, weight in CLUES if clue(found))


def _in_caption(found: _Dated) -> bool:
    """It dates a picture: pictures of a report are mostly of its days."""
    return found.telling.block(found.span).kind == "caption"


def _in_lead(found: _Dated) -> bool:
    """It stands in the first two paragraphs, where the news is."""
    return found.telling.bodies_before(found.span) <= 1


def _with_weekday(found: _Dated) -> bool:
    """It names its weekday, as one does with days close by, and names it rightly."""
    around = weekdays(found.telling.text[max(0, found.span[0] - 14) : found.span[1] + 14])
    return any(weekday == found.day.weekday() for _, weekday in around)


def _neighbour(found: _Dated) -> bool:
    """Another date of the text lies within two months before it."""
    return any(timedelta(0) < found.day - other <= _NEAR for other in found.others)


def _history(found: _Dated) -> bool:
    """Its sentence tells of a founding, a birth, an accord, "since"."""
    return bool(_words(found.telling.sentence(found.span) or "") & words("history"))


def _overtaken(found: _Dated) -> bool:
    """The text knows of a later year."""
    return found.telling.last_year > found.day.year


CLUES: tuple[tuple[Callable[[_Dated], bool], int], ...] = (
    (_in_caption, 2),
    (_in_lead, 1),
    (_with_weekday, 2),
    (_neighbour, 1),
    (_history, -2),
    (_overtaken, -4),
)
