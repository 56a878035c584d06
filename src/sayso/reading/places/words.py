"""The part of the word lists about places (`resources/lexicons/places.yaml`) that only this room asks for."""

from __future__ import annotations

from functools import cache

import msgspec

from sayso.knowledge.load import load


class RelativeWords(msgspec.Struct, frozen=True):
    """Words that put something beside a place, and words that make a name something else than a place's.

    `lengths`: kilometres of a unit; `compass`: degrees from north; `vicinity`: kilometres beyond a place's reach.
    """

    bearers: frozenset[str]
    treaties: frozenset[str]
    lengths: dict[str, float]
    marching: frozenset[str]
    compass: dict[str, float]
    counts: dict[str, float]
    vicinity: dict[str, float]


@cache
def relative_words() -> RelativeWords:
    """The list, read once a process."""
    return load("lexicons/places.json", RelativeWords)
