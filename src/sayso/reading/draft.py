"""The draft of a reading while the stages fill it: words with their syntax, and the layers found so far.

Words are plain objects, read once from the parser's arrays: the stages know nothing of the parser, and walking a
sentence costs no call into it. All offsets are code points of the report's text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from types import MappingProxyType
from typing import Any

from sayso.model.report import Block, BlockKind, Report
from sayso.model.span import Span
from sayso.text.quotes import Quote, quotes


class Word:
    """A token. `pos`: universal tag, `tag`: Penn tag, `dep`: the parser's label (ClearNLP: nsubj, dobj, pobj …)."""

    __slots__ = ("children", "dep", "end", "head", "i", "lemma", "lower", "pos", "sent", "start", "tag", "text")

    def __init__(self, i: int, text: str, start: int, lemma: str, pos: str, tag: str, dep: str) -> None:
        self.i = i
        self.text = text
        self.lower = text.lower()
        self.start = start
        self.end = start + len(text)
        self.lemma = lemma
        self.pos = pos
        self.tag = tag
        self.dep = dep
        self.head: Word = self
        self.children: list[Word] = []
        self.sent: Sentence

    def __repr__(self) -> str:
        return f"Word({self.i}, {self.text!r}, {self.pos}, {self.dep})"

    @property
    def span(self) -> Span:
        """Where the word stands in the text."""
        return self.start, self.end

    def child(self, *deps: str) -> Word | None:
        """The first dependent with one of the labels."""
        for word in self.children:  # asked for very often: a plain loop is twice as fast as next()
            if word.dep in deps:
                return word
        return None

    def having(self, *deps: str) -> list[Word]:
        """All dependents with one of the labels, in order."""
        return [c for c in self.children if c.dep in deps]

    def subtree(self) -> list[Word]:
        """The word and all that hangs on it, in the order of the text."""
        found, todo = [], [self]
        while todo:
            word = todo.pop()
            found.append(word)
            todo.extend(word.children)
        found.sort(key=lambda w: w.i)
        return found

    def ancestors(self) -> Iterator[Word]:
        """Heads, from the nearest to the root."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def line(self, most: int) -> list[Word]:
        """The word and its heads, nearest first; `most`: how many words in all."""
        return [self, *islice(self.ancestors(), most - 1)]

    def conjuncts(self) -> list[Word]:
        """Words coordinated after this one ("Russia, Egypt, France and UAE" from "Russia"), itself not included."""
        found, word = [], self
        while (nxt := word.child("conj")) is not None:
            found.append(nxt)
            word = nxt
        return found


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its words, and the index of the block it stands in."""

    i: int
    words: tuple[Word, ...]
    block: int

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        return self.words[0].start, self.words[-1].end

    @property
    def root(self) -> Word:
        """The head of the sentence."""
        return next((w for w in self.words if w.head is w), self.words[0])


@dataclass(frozen=True)
class Draft:
    """What the stages work on. `layers` maps a layer's name to the tuple that its stage wrote."""

    report: Report
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    words: tuple[Word, ...]
    layers: Mapping[str, tuple[Any, ...]] = field(default_factory=lambda: MappingProxyType({}))
    shown: str = ""
    """the text as the parser saw it: mixed case for a report in capitals; of the same length as `text`"""

    @property
    def text(self) -> str:
        """The report's text."""
        return self.report.text

    @property
    def day(self) -> str | None:
        """The ISO day of publication, if known to the day."""
        value = self.report.header.published.value
        return value[:10] if value and len(value) >= 10 else None

    @cached_property
    def quotes(self) -> list[Quote]:
        """The quotations of the text."""
        return quotes(self.text)

    def layer(self, name: str) -> tuple[Any, ...]:
        """A layer written before (KeyError: the pipeline was built without the stage that writes it)."""
        return self.layers[name]

    def with_layer(self, name: str, items: tuple[Any, ...]) -> Draft:
        """A draft that has one more layer."""
        return replace(self, layers=MappingProxyType({**self.layers, name: items}))

    def kind_at(self, offset: int) -> BlockKind:
        """The kind of the block that holds a code point ("body" between blocks)."""
        k = bisect_right(self.blocks, offset, key=lambda b: b.span[0]) - 1
        return self.blocks[k].kind if k >= 0 and offset < self.blocks[k].span[1] else "body"

    def words_in(self, span: Span) -> tuple[Word, ...]:
        """The words that lie wholly or partly inside a span."""
        b = bisect_right(self.words, span[0], key=lambda w: w.end)
        e = b
        while e < len(self.words) and self.words[e].start < span[1]:
            e += 1
        return self.words[b:e]

    def head_of(self, span: Span) -> Word | None:
        """The syntactic head of the words in a span: the first whose own head lies outside it."""
        inside = self.words_in(span)
        numbers = {w.i for w in inside}
        return next((w for w in inside if w.head is w or w.head.i not in numbers), None)
