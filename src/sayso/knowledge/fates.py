"""What happens to those whom a number counts: verbs, states and nouns, and what they count (see `fates.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from sayso.knowledge.load import load

Phrases = dict[str, tuple[tuple[tuple[str, ...], str], ...]]
"""lemma of a verb -> (words that must follow, what is counted), those that ask for most first"""


class FateLists(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file as it stands."""

    done: dict[str, list[str]]
    undergone: dict[str, list[str]]
    onto: dict[str, list[str]]
    state: dict[str, list[str]]
    of_either: frozenset[str]
    unharmed: frozenset[str]
    trading: frozenset[str]
    homing: frozenset[str]
    traced: frozenset[str]
    raising: frozenset[str]
    hurts: frozenset[str]
    causes: frozenset[str]
    returning: frozenset[str]
    homewards: frozenset[str]
    receivers: frozenset[str]
    crowds: frozenset[str]
    survivals: frozenset[str]
    drawing: frozenset[str]
    parts: frozenset[str]
    named: dict[str, list[str]]
    deeds: dict[str, list[str]]
    tolls: frozenset[str]
    tolled: dict[str, str]
    figured: frozenset[str]
    between: frozenset[str]
    telling: frozenset[str]
    military: frozenset[str]
    not_to: frozenset[str]
    losable: frozenset[str]
    materiel: frozenset[str]
    collective: dict[str, str | None]
    courts: frozenset[str]
    nameless: frozenset[str]
    sides: frozenset[str]
    bare: dict[str, str]
    gathering: frozenset[str]
    protesting: frozenset[str]
    included: tuple[str, ...]
    of_living: frozenset[str]
    of_people: frozenset[str]
    including: tuple[str, ...]
    uncounted: frozenset[str]
    in_state: dict[str, list[str]]
    recovering: tuple[str, ...]
    captives: frozenset[str]
    holding: frozenset[str]
    custodians: frozenset[str]
    operations: frozenset[str]
    catching: tuple[str, ...]
    streets: frozenset[str]
    captors: frozenset[str]
    handing: frozenset[str]
    unlosable: frozenset[str]
    thronging: frozenset[str]
    battles: frozenset[str]
    fallen: frozenset[str]
    numbering: frozenset[str]
    with_them: tuple[str, ...]
    survived: frozenset[str]
    for_them: dict[str, list[str]]
    removed: dict[str, list[str]]
    foreign: frozenset[str]
    in_hands: frozenset[str]
    evacuations: frozenset[str]
    inhabited: frozenset[str]
    departing: frozenset[str]
    mourning: frozenset[str]
    losses: frozenset[str]
    organisers: frozenset[str]
    attending: frozenset[str]
    levelled: frozenset[str]
    spatial: tuple[str, ...]
    terms: frozenset[str]
    crossing: frozenset[str]
    driven: frozenset[str]
    fugitives: frozenset[str]
    kin: frozenset[str]
    related: frozenset[str]
    soldierly: frozenset[str]
    riots: frozenset[str]
    off_with: dict[str, list[str]]
    to_death: frozenset[str]


class FateWords:
    """The lists, turned round: from the word to what is counted."""

    def __init__(self, lists: FateLists) -> None:
        self.lists = lists
        self.done = _phrases(lists.done)
        self.undergone = _phrases(lists.undergone)
        self.onto = _phrases(lists.onto)
        self.for_them = _phrases(lists.for_them)
        self.removed = _phrases(lists.removed)
        self.off_with = _phrases(lists.off_with)
        self.state = _words(lists.state)
        self.named = _words(lists.named)
        self.deeds = _words(lists.deeds)
        self.included = _split(lists.included)
        self.recovering = _phrases({"released": list(lists.recovering)})
        self.catching = _phrases({"arrested": list(lists.catching)})
        self.with_them = _split(lists.with_them)
        self.spatial = frozenset(_split(lists.spatial))
        self.in_state = tuple((tuple(p.split()), what) for what, listed in lists.in_state.items() for p in listed)
        self.including = _split(lists.including)
        self.what: Mapping[str, str] = {**_single(self.undergone), **_single(self.done), **self.named, **self.state}
        """every single word of harm, whatever its part of speech"""


def _split(phrases: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in phrases)


def _words(lists: dict[str, list[str]]) -> dict[str, str]:
    return {word: what for what, words in lists.items() for word in words}


def _phrases(lists: dict[str, list[str]]) -> Phrases:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for what, phrases in lists.items():
        for phrase in phrases:
            verb, *rest = phrase.split()
            found.setdefault(verb, []).append((tuple(rest), what))
    return {verb: tuple(sorted(listed, key=lambda p: (-len(p[0]), p))) for verb, listed in found.items()}


def _single(phrases: Phrases) -> dict[str, str]:
    return {verb: what for verb, listed in phrases.items() for rest, what in listed if not rest}


@cache
def fate_words() -> FateWords:
    """The lists that the package carries."""
    return FateWords(load("lexicons/fates.json", FateLists))
