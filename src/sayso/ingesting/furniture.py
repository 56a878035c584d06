"""What page furniture looks like: patterns and small words from `resources/lexicons/furniture.yaml`, compiled once."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import msgspec

from sayso.knowledge.load import load

Furniture = Literal["boilerplate", "related", "credit", "dateline", "caption"]
Clue = Literal["caption", "lesser_caption", "photo_verb", "photo_place"]
WordList = Literal["english", "foreign", "prose", "empty", "joining", "past", "future", "history", "picture"]

_FRAGMENT = re.compile(r"%([a-z]+)%")


class Lexicon(msgspec.Struct, frozen=True):
    """The file as it is written: fragments, whole-paragraph patterns by kind, clues to search for, word lists."""

    fragments: dict[str, str]
    boilerplate: list[str]
    related: list[str]
    credit: list[str]
    dateline: list[str]
    caption: list[str]
    search: dict[str, list[str]]
    words: dict[str, list[str]]


@cache
def lexicon() -> Lexicon:
    """The compiled file."""
    return load("lexicons/furniture.json", Lexicon)


@cache
def whole(kind: Furniture) -> re.Pattern[str]:
    """The pattern that a whole paragraph of this kind matches (`fullmatch`; blanks collapsed before)."""
    return _joined(getattr(lexicon(), kind))


@cache
def clue(name: Clue) -> re.Pattern[str]:
    """A pattern that may stand anywhere in a paragraph (`search`)."""
    return _joined(lexicon().search[name])


@cache
def words(name: WordList) -> frozenset[str]:
    """A list of small words, lower case."""
    return frozenset(lexicon().words[name])


def _joined(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{_filled(p)})" for p in patterns), re.IGNORECASE)


def _filled(pattern: str) -> str:
    """`pattern` with every %fragment% put in, however deep."""
    fragments = lexicon().fragments
    while _FRAGMENT.search(pattern):
        pattern = _FRAGMENT.sub(lambda m: fragments[m[1]], pattern)
    return pattern
