"""Lines to paragraphs: a line is a paragraph, except in copy wrapped at a fixed width, where runs of lines are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.model.span import Span

WIDEST = 100  # columns: nobody wraps running text by hand beyond this
NARROWEST = 40  # a line that ends earlier ends its paragraph
_LINE = re.compile(r"[^\n]+")
_END = (".", "!", "?", "…", ":", ";", ",")
_CLOSING = "\"'”’»)]"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: its place in the text without the blanks around it, and its words with blanks collapsed."""

    span: Span
    text: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words as they are written, split at blanks."""
        return tuple(self.text.split())

    @cached_property
    def bare(self) -> frozenset[str]:
        """The words in lower case, without punctuation at their ends."""
        return frozenset(w.lower().strip(".,:;!?\"'“”‘’()[]") for w in self.words)

    @cached_property
    def ended(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.text.rstrip(_CLOSING).endswith(_END)


def paragraphs_of(text: str) -> list[Paragraph]:
    """The paragraphs of a text, in order; together they hold every character that is not blank."""
    lines = [s for s in (_stripped(text, m.span()) for m in _LINE.finditer(text)) if s[0] < s[1]]
    return [Paragraph(span, " ".join(text[span[0] : span[1]].split())) for span in _joined(text, lines)]


def _joined(text: str, lines: Sequence[Span]) -> list[Span]:
    breaks = _soft_breaks(text, lines)
    out: list[Span] = []
    for k, line in enumerate(lines):
        if k and k - 1 in breaks:
            out[-1] = (out[-1][0], line[1])
        else:
            out.append(line)
    return out


def _soft_breaks(text: str, lines: Sequence[Span]) -> frozenset[int]:
    """Which lines run on into the next: those on whose row the next line's first word had no more room.

    Needs one line in four of them to go on in lower case, or lines that merely happen to be long would be joined.
    """
    close = [k for k in range(len(lines) - 1) if text.count("\n", lines[k][1], lines[k + 1][0]) == 1]
    width = max((e - b for k in close for b, e in (lines[k], lines[k + 1])), default=0)
    if not NARROWEST <= width <= WIDEST:
        return frozenset()
    full = [k for k in close if _full(text, lines[k], lines[k + 1], width)]
    running = sum(text[lines[k + 1][0]].islower() for k in full)
    return frozenset(full) if running * 4 >= len(full) else frozenset()


def _full(text: str, line: Span, following: Span, width: int) -> bool:
    length = line[1] - line[0]
    indented = text[following[0] - 1] in " \t"
    return length >= NARROWEST and not indented and length + 1 + _first_word(text, following) > width - 2


def _first_word(text: str, span: Span) -> int:
    return next((k for k, c in enumerate(text[span[0] : span[1]]) if c.isspace()), span[1] - span[0])


def _stripped(text: str, span: Span) -> Span:
    b, e = span
    while b < e and text[b].isspace():
        b += 1
    while e > b and text[e - 1].isspace():
        e -= 1
    return b, e
