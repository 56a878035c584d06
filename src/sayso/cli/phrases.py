"""How things are put into words for a person: dates, parties, voices, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sayso.views import Number, Origin, Quotation, Voice

_HASH = re.compile(r"(sha256:[0-9a-f]{12})[0-9a-f]*")
MARKS = '"“”„«»'
ARROW = " → "
BASIS = {
    "given": "as given",
    "page": "from the page",
    "text": "as printed in the text",
    "inferred": "inferred from the text",
    "unknown": "basis unknown",
}
_BOUNDS = {"at-least": "at least ", "more-than": "more than ", "about": "about ", "up-to": "up to "}


def listed(names: Sequence[str], most: int = 3) -> str:
    """ "A, B and C"; beyond `most` the rest is counted: "A, B and 3 more"."""
    if len(names) > most:
        return f"{', '.join(names[: most - 1])} and {len(names) - most + 1} more"
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def kind(type_: str | None, mode: str | None) -> str:
    """ "ASSAULT heavy-weapons"; a happening outside the ontology is "other"."""
    return " ".join(part for part in (type_ or "other", mode) if part)


def deed(who: Sequence[str], what: str, whom: Sequence[str], where: str | None = None) -> str:
    """ "who → what → whom · where"; parties that are not known are left out, never invented."""
    line = ARROW.join(part for part in (listed(who), what, listed(whom)) if part)
    return f"{line} · {where}" if where else line


def located(place: str | None, country: str | None) -> str | None:
    """ "Tarhuna, LBY"."""
    return ", ".join(part for part in (place, country) if part) or None


def told(chain: Sequence[str], own: str = "the report itself") -> str:
    """ "A, as told by B": who says so, innermost first; `own` where no one else is named."""
    return ", as told by ".join(chain) if chain else own


def voiced(chain: Sequence[Voice]) -> str:
    """ "the army (deny), as told by the ministry (assert), in The Herald": the last voice is the publisher."""
    inner = told([f"{voice.name} ({voice.act})" if voice.act else voice.name for voice in chain[:-1]], "")
    outlet = chain[-1].name if chain else "the report itself"
    return f"{inner}, in {outlet}" if inner else f"{outlet}, in its own words"


def period(start: str | None, after: str | None = None) -> str:
    """A day, a whole month or year ("2020-01"), or "2020-06-17 – 06-19". A dash for unknown.

    `after` is the day after the last, as in a record: a period is never shown as if it were its first day.
    """
    if not start:
        return "–"
    last = _before(after) if after else start
    if last <= start:
        return start
    if start.endswith("-01-01") and last == f"{start[:4]}-12-31":
        return start[:4]
    if start.endswith("-01") and start[:7] == last[:7] and (after or "").endswith("-01"):
        return start[:7]
    return f"{start} – {last[5:] if last[:4] == start[:4] else last}"


def _before(day: str) -> str:
    """The day before; what is no day of the calendar stays as it is."""
    try:
        return (date.fromisoformat(day[:10]) - timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return day


def amount(what: str, value: int | None, low: int | None, high: int | None, qualifier: str) -> str:
    """ "at least 12 killed"; for "dozens" the bounds, "24 or more killed": never a figure that nobody gave."""
    if value is not None:
        return f"{_BOUNDS.get(qualifier, '')}{value:,} {what}"
    if low is not None and high is not None:
        return f"{low:,}–{high:,} {what}"
    if low is not None:
        return f"{low:,} or more {what}"
    return f"up to {high:,} {what}" if high is not None else what


def number(found: Number) -> str:
    """A count with its group: "3 civilians killed"."""
    what = " ".join(part for part in (found.group, found.what) if part)
    return amount(what, found.value, found.low, found.high, found.qualifier)


def plural(count: int, one: str, many: str | None = None) -> str:
    """ "1 report", "2 reports"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def joined(parts: Iterable[str | None], by: str = " · ") -> str:
    """The parts that are there."""
    return by.join(part for part in parts if part)


def origin(found: Origin) -> str:
    """ "The Herald, 2020-06-18"."""
    return joined((found.publisher or found.uri or "outlet unknown", (found.published or "undated")[:10]), ", ")


def flowing(words: str) -> str:
    """Words of a report on one line: its line breaks are not ours."""
    return " ".join(words.split())


def quoted(found: Quotation) -> str:
    """The exact words on one line, in quote marks."""
    return in_marks(flowing(found.words))


def in_marks(words: str) -> str:
    """Words of a report in quote marks; a mark of their own at an end is kept only where it has its partner."""
    bare = words.strip(MARKS)
    if bare and not any(mark in bare for mark in MARKS):
        return f"“{bare}”"
    return words if not words or words[0] in MARKS or words[-1] in MARKS else f"“{words}”"


def short(key: str) -> str:
    """An id with its hash cut: "sha256:5d6bbc317da8/s2". The beginning of a hash is enough for every command."""
    return _HASH.sub(r"\1", key)
