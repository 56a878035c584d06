"""What a rule about one paragraph may look at: its neighbours, and the kinds given to those before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sayso.ingesting.paragraphs import Paragraph
from sayso.model.report import BlockKind

Hints = Mapping[str, BlockKind]
_LAID_OUT = frozenset({"credit", "dateline", "boilerplate", "related"})


@dataclass(frozen=True)
class Context:
    """The paragraphs of a text, what came with it, and the kinds found so far (those of the first len(kinds)).

    `hinted` is what a page's markup says: the words of a paragraph (blanks collapsed) to its kind.
    """

    paragraphs: tuple[Paragraph, ...]
    title: str | None = None
    hinted: Hints = field(default_factory=dict)
    kinds: list[BlockKind] = field(default_factory=list)

    @cached_property
    def printed(self) -> Counter[str]:
        """How often each paragraph stands in the text."""
        return Counter(p.text for p in self.paragraphs)

    @cached_property
    def doubled(self) -> bool:
        """Whether so much stands twice that repetition says nothing (a page that prints its whole text twice)."""
        return sum(n > 1 for n in self.printed.values()) > max(2, len(self.printed) // 4)

    @property
    def at_start(self) -> bool:
        """Whether nothing but furniture came before."""
        return all(kind in _LAID_OUT for kind in self.kinds)

    def hint(self, k: int) -> BlockKind | None:
        """The kind that the markup gives a paragraph; "body" for a member of a list or table."""
        return self.hinted.get(self.paragraphs[k].text)

    def following(self, k: int, count: int = 1) -> tuple[Paragraph, ...]:
        """The next paragraphs."""
        return self.paragraphs[k + 1 : k + 1 + count]

    def body_follows(self, k: int) -> bool:
        """Whether one of the next three paragraphs is a full sentence or more."""
        return any(p.ended and len(p.words) > 5 for p in self.following(k, 3))
