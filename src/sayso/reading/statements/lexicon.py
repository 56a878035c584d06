"""The words of saying and of speakers, as compiled from resources/lexicons/cues.yaml and speakers.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from sayso.knowledge.load import load
from sayso.model.reading import SourceKind, VenueKind


class _Cues(msgspec.Struct, forbid_unknown_fields=True):
    acts: dict[str, str]
    verbs: dict[str, dict[str, str]]
    nouns: dict[str, dict[str, str]]
    adjectives: dict[str, dict[str, str]]
    light: list[str]
    bends: dict[str, dict[str, str]]
    harm: list[str]
    threats: list[str]
    commenting: list[str]
    means: list[str]
    untruths: list[str]
    deeds: list[str]
    tolls: list[str]
    feelings: list[str]
    attacks: list[str]
    backing: list[str]
    minds: list[str]
    days: list[str]
    uttering: list[str]
    silent_nouns: list[str]
    drawn: list[str]
    particles: dict[str, str]
    silences: list[str]
    charges: list[str]
    vows: list[str]
    blows: list[str]
    forces: list[str]
    commanders: list[str]
    renewing: list[str]
    campaigns: list[str]


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


@dataclass(frozen=True)
class Cues:
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

    acts: Mapping[str, str]
    verbs: Mapping[str, Cue]
    nouns: Mapping[str, Cue]
    adjectives: Mapping[str, Cue]
    light: frozenset[str]
    bends: Mapping[str, Mapping[str, str]]
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
    particles: Mapping[str, str]
    silences: tuple[str, ...]
    charges: frozenset[str]
    vows: frozenset[str]
    blows: frozenset[str]
    forces: frozenset[str]
    commanders: frozenset[str]
    renewing: frozenset[str]
    campaigns: frozenset[str]


def _flat(by_act: dict[str, dict[str, str]]) -> dict[str, Cue]:
    return {
        word: Cue(act, frozenset(constructions.split()))
        for act, words in by_act.items()
        for word, constructions in words.items()
    }


@lru_cache(maxsize=1)
def cues() -> Cues:
    """The words of saying."""
    raw = load("lexicons/cues.json", _Cues)
    return Cues(
        acts=raw.acts,
        verbs=_flat(raw.verbs),
        nouns=_flat(raw.nouns),
        adjectives=_flat(raw.adjectives),
        light=frozenset(raw.light),
        bends=raw.bends,
        harm=frozenset(raw.harm),
        threats=tuple(raw.threats),
        commenting=frozenset(raw.commenting),
        means=frozenset(raw.means),
        untruths=frozenset(raw.untruths),
        deeds=frozenset(raw.deeds),
        tolls=frozenset(raw.tolls),
        feelings=frozenset(raw.feelings),
        attacks=frozenset(raw.attacks),
        backing=frozenset(raw.backing),
        minds=frozenset(raw.minds),
        days=frozenset(raw.days),
        uttering=frozenset(raw.uttering),
        silent_nouns=frozenset(raw.silent_nouns),
        drawn=frozenset(raw.drawn),
        particles=raw.particles,
        silences=tuple(raw.silences),
        charges=frozenset(raw.charges),
        vows=frozenset(raw.vows),
        blows=frozenset(raw.blows),
        forces=frozenset(raw.forces),
        commanders=frozenset(raw.commanders),
        renewing=frozenset(raw.renewing),
        campaigns=frozenset(raw.campaigns),
    )


@lru_cache(maxsize=1)
def speakers() -> Speakers:
    """The words of speakers and venues."""
    return load("lexicons/speakers.json", Speakers)
