"""The compiled word lists about places (`resources/lexicons/places.yaml`), as typed values."""

from __future__ import annotations

from functools import cache

import msgspec

from sayso.knowledge.load import load


class TypeWord(msgspec.Struct, frozen=True):
    """A group of words that say what kind of thing a name is."""

    kinds: tuple[str, ...]
    words: tuple[str, ...]
    before: tuple[str, ...] = ()


class CountryWords(msgspec.Struct, frozen=True):
    """What the packaged sources lack of a country: its middle, further names, what its people are called."""

    at: tuple[float, float] | None = None
    names: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


class PlaceWords(msgspec.Struct, frozen=True):
    """The whole list."""

    types: dict[str, TypeWord]
    not_alone: frozenset[str]
    of_words: frozenset[str]
    elements: frozenset[str]
    moving: dict[str, frozenset[str]]
    institutions: frozenset[str]
    abroad: frozenset[str]
    inner: frozenset[str]
    papers: tuple[str, ...]
    transcribed: frozenset[str]
    directions: frozenset[str]
    locating: frozenset[str]
    entering: frozenset[str]
    spoken: frozenset[str]
    taking: frozenset[str]
    dealing: frozenset[str]
    agentive: frozenset[str]
    undergoing: frozenset[str]
    short: dict[str, tuple[str, str]]
    us_states: dict[str, tuple[str, ...]]
    peoples: dict[str, tuple[str, str | None]]
    traps: frozenset[str]
    units: dict[str, tuple[float, float]]
    senses: dict[str, str]
    given: frozenset[str]
    countries: dict[str, CountryWords]


@cache
def place_words() -> PlaceWords:
    """The list, read once a process."""
    return load("lexicons/places.json", PlaceWords)
