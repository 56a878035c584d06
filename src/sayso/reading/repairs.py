"""Systematic slips of the parser, mended before any stage reads the words.

Each rule is a function on one sentence's words; it changes heads and labels only, never what stands where.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sayso.reading.draft import Word

_SIDES = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "south-east"}
) | {"north-west", "south-west"}
_LEFT = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "case", "punct"})


def sides(words: Sequence[Word]) -> None:
    """ "the airbase southwest of the town": the base is the noun, its side hangs on it, not the other way round."""
    for side in words:
        if side.lower not in _SIDES or side.dep not in ("dobj", "pobj", "nsubj", "nsubjpass", "attr", "conj"):
            continue
        noun = next((c for c in side.children if c.i == side.i - 1 and c.dep in ("compound", "nmod")), None)
        if noun is None or not any(c.dep == "prep" and c.lower == "of" for c in side.children):
            continue
        _swap(side, noun)


def _swap(side: Word, noun: Word) -> None:
    """`noun` takes the place of `side`, with all that stands before it; `side` becomes its adverb."""
    moved = [c for c in side.children if c.i < side.i and c is not noun and c.dep in _LEFT]
    side.children = [c for c in side.children if c not in moved and c is not noun]
    after = [c for c in side.children if c.i > side.i and not (c.dep == "prep" and c.lower == "of")]
    side.children = [c for c in side.children if c not in after]
    head = side.head
    noun.dep, noun.head = side.dep, (noun if head is side else head)
    if head is not side:
        head.children[head.children.index(side)] = noun
    for child in (*moved, *after):
        child.head = noun
    side.dep, side.head = "advmod", noun
    noun.children = sorted([*noun.children, *moved, side, *after], key=lambda w: w.i)


REPAIRS: tuple[Callable[[Sequence[Word]], None], ...] = (sides,)
"""The rules, in their order."""


def mended(sentences: list[list[Word]]) -> list[list[Word]]:
    """The sentences, after every rule."""
    for words in sentences:
        for repair in REPAIRS:
            repair(words)
    return sentences
