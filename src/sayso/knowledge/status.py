"""Words that decide how real a happening is: implying verbs, modals, hedges, conditions (see `status.yaml`)."""

from __future__ import annotations

from functools import cache

import msgspec

from sayso.knowledge.load import load

Effects = dict[str, list[str]]


class StatusLists(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file as it stands: effect → words, by the construction in which the word governs."""

    modals: dict[str, str]
    complements: Effects
    passive_hearsay: frozenset[str]
    opinion: frozenset[str]
    objects: Effects
    subjects: Effects
    for_objects: Effects
    of_objects: Effects
    nouns: Effects
    adjectives: Effects
    modifiers: Effects
    adverbs: Effects
    negative_words: frozenset[str]
    preposed: Effects
    conjunctions: Effects
    acts: dict[str, str]
    stative: frozenset[str]
    light_verbs: Effects
    groups: dict[str, frozenset[str]]
    holders: dict[str, frozenset[str]]


class StatusWords:
    """Word → effect, for each construction. A word listed twice keeps the first."""

    def __init__(self, lists: StatusLists) -> None:
        self.modals = lists.modals
        self.acts = lists.acts
        self.stative = lists.stative
        self.passive_hearsay = lists.passive_hearsay
        self.opinion = lists.opinion
        self.negative_words = lists.negative_words
        self.complements = _inverted(lists.complements)
        self.objects = _inverted(lists.objects)
        self.subjects = _inverted(lists.subjects)
        self.for_objects = _inverted(lists.for_objects)
        self.of_objects = _inverted(lists.of_objects)
        self.nouns = _inverted(lists.nouns)
        self.adjectives = _inverted(lists.adjectives)
        self.modifiers = _inverted(lists.modifiers)
        self.adverbs = _inverted(lists.adverbs)
        self.preposed = _inverted(lists.preposed)
        self.conjunctions = _inverted(lists.conjunctions)
        self.doer_verbs = frozenset(lists.light_verbs["doer"])
        self.sufferer_verbs = frozenset(lists.light_verbs["sufferer"])
        self.groups = lists.groups
        self.holders = lists.holders


def _inverted(effects: Effects) -> dict[str, str]:
    found: dict[str, str] = {}
    for effect, words in effects.items():
        for word in words:
            found.setdefault(word, effect)
    return found


@cache
def status_words() -> StatusWords:
    """The lists that the package carries."""
    return StatusWords(load("lexicons/status.json", StatusLists))
