"""The words of saying and of speakers, as compiled from resources/lexicons/cues.yaml and speakers.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import msgspec

from sayso.knowledge.load import load
from sayso.model.reading import SourceKind, VenueKind


class Speakers(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Words that tell what kind of speaker, venue or go-between a noun phrase names; lower-case lemmas."""

    kinds: dict[SourceKind, frozenset[str]]
    venues: dict[VenueKind, frozenset[str]]
    collective: frozenset[str]
    anonymous: frozenset[str]
    spokesmen: frozenset[str]
    holders: frozenset[str]
    audience: frozenset[str]
    telling: frozenset[str]
    unaddressed: frozenset[str]
    labels: frozenset[str]
    forums: dict[VenueKind, frozenset[str]]
    venue_verbs: dict[str, VenueKind]
    aired: frozenset[str]
    papers: frozenset[str]
    reporting: frozenset[str]


@dataclass(frozen=True)
class Cue:
    """A word of saying: its speech act, and the constructions in which it reports."""

    act: str
    takes: frozenset[str]


class _Lists(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    acts: dict[str, str]
    light: frozenset[str]
    bends: dict[str, dict[str, str]]
    harm: frozenset[str]
    threats: tuple[str, ...]
    commenting: frozenset[str]
    means: frozenset[str]
    untruths: frozenset[str]
    deeds: frozenset[str]
    tolls: frozenset[str]
    feelings: frozenset[str]
    attacks: frozenset[str]
    backing: frozenset[str]
    minds: frozenset[str]
    days: frozenset[str]
    uttering: frozenset[str]
    silent_nouns: frozenset[str]
    drawn: frozenset[str]
    particles: dict[str, str]
    silences: tuple[str, ...]
    charges: frozenset[str]
    vows: frozenset[str]
    blows: frozenset[str]
    forces: frozenset[str]
    commanders: frozenset[str]
    renewing: frozenset[str]
    campaigns: frozenset[str]


class _Written(_Lists, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """As cues.yaml has it: act -> word -> its constructions."""

    verbs: dict[str, dict[str, str]]
    nouns: dict[str, dict[str, str]]
    adjectives: dict[str, dict[str, str]]


class Cues(_Lists, frozen=True, kw_only=True):
    """Words of saying by part of speech (lemma; adjectives by form), and the glosses of the acts.

    `bends`: verb -> construction -> act where that differs from the verb's own. `harm`: verbs of doing harm;
    `threats`: phrases that threaten; `commenting`: what one who refuses to comment will not do. `means`: what is
    called for in order to do something; `untruths`: who calls a thing so denies it; `deeds`: verbs that are deeds
    unless their object is itself words; `tolls`: what is put at a number; `feelings`: what is felt at something;
    `attacks`: what a group claims as its deed; `backing`: verbs that are deeds when done with things. `minds`: acts
    of thinking and willing, not of saying. `days`: what stands bare after a verb and is no object of it.
    `silences`: phrases of those who will not speak; `charges`: what is brought against somebody; `vows`: verbs that
    promise what is to come; `blows`: harm in one's own mouth; `forces` and `commanders`: who acts on whose word;
    `renewing`, `campaigns`: "resume operations". `drawn`: verbs whose object others say; `particles`: verb -> the
    particle that makes it refuse. `silent_nouns`: what those do not make who will not speak; `uttering`: light
    verbs whose subject utters the noun.
    """

    verbs: dict[str, Cue]
    nouns: dict[str, Cue]
    adjectives: dict[str, Cue]


def _flat(by_act: dict[str, dict[str, str]]) -> dict[str, Cue]:
    return {
        word: Cue(act, frozenset(constructions.split()))
        for act, words in by_act.items()
        for word, constructions in words.items()
    }


@lru_cache(maxsize=1)
def cues() -> Cues:
    """The words of saying."""
    raw = load("lexicons/cues.json", _Written)
    lists = {name: getattr(raw, name) for name in _Lists.__struct_fields__}
    return Cues(verbs=_flat(raw.verbs), nouns=_flat(raw.nouns), adjectives=_flat(raw.adjectives), **lists)


@lru_cache(maxsize=1)
def speakers() -> Speakers:
    """The words of speakers and venues."""
    return load("lexicons/speakers.json", Speakers)
