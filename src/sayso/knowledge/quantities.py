"""Words around numbers: qualifiers, vague amounts, units and groups of people (see `quantities.yaml`)."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from sayso.knowledge.fates import fate_words
from sayso.knowledge.load import load
from sayso.model.reading import Qualifier


class Vague(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The least that a vague word means."""

    low: int


class QuantityLists(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file as it stands."""

    vague: dict[str, Vague]
    needs_noun: frozenset[str]
    qualifiers: dict[str, Qualifier]
    fillers: frozenset[str]
    after: dict[str, Qualifier]
    strict: frozenset[str]
    currency: frozenset[str]
    signs: frozenset[str]
    percent: frozenset[str]
    distance: frozenset[str]
    weight: frozenset[str]
    duration: frozenset[str]
    people: frozenset[str]
    not_people: frozenset[str]
    not_people_endings: tuple[str, ...]
    fraction_parts: dict[str, float]
    groups: dict[str, list[str]]
    months: frozenset[str]


class QuantityWords:
    """The lists with their patterns."""

    def __init__(self, lists: QuantityLists) -> None:
        self.lists = lists
        self.before = re.compile(
            rf"(?:^|(?<=[\s(\"“'‘—–-]))({_any(lists.qualifiers)})"
            rf"\s+(?:(?:{_any(lists.fillers)})\s+)?$",
            re.IGNORECASE,
        )
        self.behind = re.compile(rf"\s+({_any(lists.after)})\b", re.IGNORECASE)
        self.vague = re.compile(rf"\b({_any(lists.needs_noun)})(?=\s+(?:of\s+)?[a-z])", re.IGNORECASE)
        self.group = {word: group for group, words in lists.groups.items() for word in words}
        self.what = fate_words().what


def _any(words: frozenset[str] | dict[str, Qualifier]) -> str:
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ordered)


@cache
def quantity_words() -> QuantityWords:
    """The lists that the package carries."""
    return QuantityWords(load("lexicons/quantities.json", QuantityLists))
