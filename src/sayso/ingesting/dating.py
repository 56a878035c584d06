"""When was a report written? What its own text says of it: a printed date line, else dates and weekdays together."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.ingesting.furniture import words
from sayso.model.report import Block, Published
from sayso.model.span import Span
from sayso.text.dates import MONTH_PATTERN, ExplicitDate, explicit_dates, month_number, weekdays

UNKNOWN = Published()
ENOUGH = 2  # weights that make a date of the text the anchor
_NEAR = timedelta(days=60)
_PRINTED = frozenset({"dateline", "credit"})
_TOLD = frozenset({"body", "caption", "heading"})
_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])|\n+")
_YEAR = re.compile(r"(?<![\d,.-])(?:19|20)\d\d(?![\d,-]|\.\d)")
_DATELINE = re.compile(
    rf"[^\W\d_a-z][^\n—–]{{1,60}}?[,(/ ]\s?(?P<month>(?i:{MONTH_PATTERN}))\s(?P<day>\d{{1,2}})(?P<year>,?\s\d{{4}})?"
    r"\)?,?\s?(?:\([^()\n]{2,40}\)\s?)?(?:—|–|--|-\s|\s-)"
)
_WORD = re.compile(r"[a-z]+")
_SAID_ON = re.compile(
    r"\b(?:said|told|announced|reported|stated|declared|\w{3,}ed)(?: \w+){0,2} (?:on |late |early )*$", re.I
)
_OFFSET = re.compile(r"\b(?:last|next|since|until|previous|following|every|each|coming|this coming|from|by)\s$", re.I)


@dataclass(frozen=True)
class _Dated:
    """One date of the text, with the sentence and the block it stands in."""

    day: date
    span: Span
    sentence: str
    block: int
    told: tuple[Block, ...]
    text: str
    others: tuple[date, ...]


def dated(text: str, blocks: Sequence[Block]) -> Published:
    """The day a report was published, as far as its text shows; unknown when in doubt.

    A full date on a line of its own or before the first dash of the report is the date ("text"). Otherwise the newest
    date told as past is taken as an anchor if it is not history, and the first weekday told as past, counted on from
    it, is the day of the report ("inferred").
    """
    found = [d for d in explicit_dates(text) if d.precision == "day"]
    printed = _printed(found, blocks)
    if printed is not None:
        return Published(printed.iso, "day", "text")
    told = tuple(b for b in blocks if b.kind in _TOLD and b.same_as is None)
    past = [(d, s) for d in found if (s := _sentence(text, told, d.span)) is not None and not _future(s)]
    days = tuple(date.fromisoformat(d.iso) for d, _ in past)
    return _from_dateline(text, told, days) or _inferred(text, told, past, days) or UNKNOWN


def _printed(found: Sequence[ExplicitDate], blocks: Sequence[Block]) -> ExplicitDate | None:
    lines = [b.span for b in blocks if b.kind in _PRINTED]
    return next((d for d in found if any(b <= d.span[0] and d.span[1] <= e for b, e in lines)), None)


def _from_dateline(text: str, told: Sequence[Block], days: Sequence[date]) -> Published | None:
    """ "TRIPOLI, June 4 (Agency) —" before the first sentence; its year printed, or that of the newest date near it."""
    body = next((b for b in told if b.kind == "body"), None)
    match = _DATELINE.match(text, *body.span) if body else None
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


def _inferred(
    text: str, told: tuple[Block, ...], past: Sequence[tuple[ExplicitDate, str]], days: tuple[date, ...]
) -> Published | None:
    if not past:
        return None
    newest = max(days)
    weekday = _first_weekday(text, told, [d.span for d, _ in past])
    if weekday is None or not any(
        _weight(_Dated(newest, d.span, sentence, _block(told, d.span), told, text, days)) >= ENOUGH
        for (d, sentence), day in zip(past, days, strict=True)
        if day == newest
    ):
        return None
    return Published((newest + timedelta(days=(weekday - newest.weekday()) % 7)).isoformat(), "day", "inferred")


def _first_weekday(text: str, told: Sequence[Block], dates: Sequence[Span]) -> int | None:
    """The first weekday told as past that is not part of a date nor counted from something else."""
    for (b, e), weekday in weekdays(text):
        sentence = _sentence(text, told, (b, e))
        dated_by = any(e <= db <= e + 6 or de <= b <= de + 3 for db, de in dates)
        if sentence is None or dated_by or _OFFSET.search(text[max(0, b - 12) : b]):
            continue
        if _SAID_ON.search(text[max(0, b - 24) : b]) or (_past(sentence) and not _future(sentence)):
            return weekday
    return None


def _sentence(text: str, told: Sequence[Block], span: Span) -> str | None:
    """The words of the sentence around `span`, if it stands in running text."""
    k = _block(told, span)
    if k < 0:
        return None
    b, e = told[k].span
    starts = [b, *(m.end() for m in _SENTENCE.finditer(text, b, e))]
    start = max(s for s in starts if s <= span[0])
    return text[start : min((s for s in starts if s > span[0]), default=e)]


def _block(told: Sequence[Block], span: Span) -> int:
    return next((k for k, b in enumerate(told) if b.span[0] <= span[0] and span[1] <= b.span[1]), -1)


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
    return found.told[found.block].kind == "caption"


def _in_lead(found: _Dated) -> bool:
    """It stands in the first two paragraphs, where the news is."""
    return sum(b.kind == "body" for b in found.told[: found.block]) <= 1


def _with_weekday(found: _Dated) -> bool:
    """It names its weekday, as one does with days close by, and names it rightly."""
    around = weekdays(found.text[max(0, found.span[0] - 14) : found.span[1] + 14])
    return any(weekday == found.day.weekday() for _, weekday in around)


def _neighbour(found: _Dated) -> bool:
    """Another date of the text lies within two months before it."""
    return any(timedelta(0) < found.day - other <= _NEAR for other in found.others)


def _history(found: _Dated) -> bool:
    """Its sentence tells of a founding, a birth, an accord, "since"."""
    return bool(_words(found.sentence) & words("history"))


def _overtaken(found: _Dated) -> bool:
    """The text knows of a later year."""
    return any(int(m.group()) > found.day.year for m in _YEAR.finditer(found.text))


CLUES: tuple[tuple[Callable[[_Dated], bool], int], ...] = (
    (_in_caption, 2),
    (_in_lead, 2),
    (_with_weekday, 2),
    (_neighbour, 1),
    (_history, -2),
    (_overtaken, -4),
)
