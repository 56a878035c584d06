"""Text to a report: the one place where a report is made, whatever it came from."""

from __future__ import annotations

import hashlib
import re

from sayso.errors import RejectedInput
from sayso.ingesting import datelines
from sayso.ingesting.blocks import blocks_of
from sayso.ingesting.context import Hints
from sayso.ingesting.dating import dated
from sayso.ingesting.language import english
from sayso.ingesting.published import published_as
from sayso.model.report import Block, Header, Published, Report

MOST_DAMAGE = 0.02  # share of characters that are no text, above which it is a binary file
_BREAKS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_BROKEN = re.compile("[\ud800-\udfff]")
_DAMAGE = re.compile("[\x00-\x08\x0e-\x1a\x7f\ufffd\ufffe\uffff\ud800-\udfff]")


def from_text(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    author: str | None = None,
    uri: str | None = None,
) -> Report:
    """A report from plain text. All later offsets point into the text that is kept (`Report.text`).

    Kept is the text as given, but: a byte order mark at its start is dropped; every end of line becomes "\\n";
    a control character becomes a blank and half a surrogate pair U+FFFD, one for one.

    Args:
        text: the news item.
        published: its date if known: "2020-06-18", "2020-06-18T14:30", "18 June 2020"; else it is sought in the text.
        title: its title if known; else the first line if that looks like one.
        publisher: who published it.
        author: who wrote it.
        uri: where it came from.

    Raises:
        RejectedInput: "empty", "not-text", "not-english", or "bad-date" if `published` is no date.
    """
    given = published_as(published, "given") if published else None
    if published and given is None:
        raise RejectedInput("bad-date", f"{published[:80]!r} is no date: give it as 2020-06-18 or 2020-06-18T14:30")
    header = Header(id="", uri=uri, title=title, publisher=publisher, author=author, published=given or Published())
    return made(text, header)


def made(
    text: str, header: Header, hints: Hints | None = None, language: str = "en", limit: int | None = None
) -> Report:
    """A report of `text` with what `header` knows; id, and title and date where missing, are found here.

    Raises:
        RejectedInput: "too-large" above `limit` characters, "empty", "not-text" or "not-english".
    """
    if limit is not None and len(text) > limit:
        raise RejectedInput("too-large", f"{len(text)} characters; at most {limit} are taken")
    kept = clean(text)
    if language == "en" and not english(kept):
        raise RejectedInput("not-english", "too few small English words: only English is read")
    title = _line(header.title)
    blocks = blocks_of(kept, title, hints)
    known = Header(
        id=f"sha256:{hashlib.sha256(kept.encode()).hexdigest()}",
        uri=_whole(header.uri),
        title=title or _printed_title(kept, blocks),
        publisher=_line(header.publisher),
        author=_line(header.author),
        language=language,
        published=header.published if header.published.basis != "unknown" else dated(kept, blocks),
    )
    return Report(header=known, text=kept, blocks=datelines.split(kept, blocks))


def clean(text: str) -> str:
    """`text` as it is kept.

    Raises:
        RejectedInput: "empty" without a letter or digit, "not-text" if much of it is no text.
    """
    damage = len(_DAMAGE.findall(text))
    if damage > 3 and damage > MOST_DAMAGE * len(text):
        raise RejectedInput("not-text", f"{damage} of {len(text)} characters are no text: a binary file?")
    kept = _BROKEN.sub("\ufffd", _CONTROL.sub(" ", _BREAKS.sub("\n", text.removeprefix("\ufeff"))))
    if not any(c.isalnum() for c in kept):
        raise RejectedInput("empty", "there is no text in it")
    return kept


def _printed_title(text: str, blocks: tuple[Block, ...]) -> str | None:
    span = next((b.span for b in blocks if b.kind == "title"), None)
    return " ".join(text[span[0] : span[1]].split()) if span else None


def _line(value: str | None) -> str | None:
    """One line without odd characters; None if nothing is left."""
    return " ".join((_whole(value) or "").split()) or None


def _whole(value: str | None) -> str | None:
    return value if value is None else _BROKEN.sub("\ufffd", value)
