"""The running text of a report as the finding of its date needs it: its sentences, dates and years, each found once."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from sayso.model.report import Block
from sayso.model.span import Span
from sayso.text.dates import explicit_dates

_TOLD = frozenset({"body", "caption", "heading"})
_BOUNDARY = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])|\n+")
_YEAR = re.compile(r"(?<![\d,.-])(?:19|20)\d\d(?![\d,-]|\.\d)")
_BESIDE = 6  # characters between a weekday and the date it belongs to


@dataclass(frozen=True)
class Telling:
    """A text and its blocks. Offsets are those of the text."""

    text: str
    blocks: tuple[Block, ...]

    @cached_property
    def told(self) -> tuple[Block, ...]:
        """The blocks that tell the story, each once."""
        return tuple(b for b in self.blocks if b.kind in _TOLD and b.same_as is None and b.span[0] < len(self.text))

    @cached_property
    def last_year(self) -> int:
        """The latest year named anywhere; 0 without one."""
        return max((int(m.group()) for m in _YEAR.finditer(self.text)), default=0)

    def sentence(self, span: Span) -> str | None:
        """The words of the sentence around `span`; None outside running text."""
        if self._at(span) < 0:
            return None
        k = bisect_right(self._sentences, (span[0], len(self.text))) - 1
        b, e = self._sentences[k]
        return self.text[b:e]

    def block(self, span: Span) -> Block:
        """The block of the story that holds `span`."""
        return self.told[self._at(span)]

    def bodies_before(self, span: Span) -> int:
        """How many body paragraphs stand before the one that holds `span`."""
        return sum(b.kind == "body" for b in self.told[: self._at(span)])

    def beside_date(self, weekday: Span) -> bool:
        """Whether a weekday belongs to a full date ("Monday, June 15, 2020")."""
        k = bisect_right(self._dates, weekday)
        near = self._dates[max(0, k - 1) : k + 1]
        return any(b - _BESIDE <= weekday[1] <= b or e <= weekday[0] <= e + _BESIDE // 2 for b, e in near)

    @cached_property
    def _dates(self) -> list[Span]:
        return [d.span for d in explicit_dates(self.text)]

    @cached_property
    def _sentences(self) -> list[Span]:
        found: list[Span] = []
        for block in self.told:
            start = block.span[0]
            for boundary in _BOUNDARY.finditer(self.text, *block.span):
                found.append((start, boundary.end()))
                start = boundary.end()
            found.append((start, block.span[1]))
        return found

    def _at(self, span: Span) -> int:
        k = bisect_right(self.told, span[0], key=lambda b: b.span[0]) - 1
        return k if k >= 0 and span[1] <= self.told[k].span[1] else -1
