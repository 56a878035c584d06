"""Words that tell what a name or noun phrase stands for: titles, collective nouns, words in organisations' names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import msgspec

from sayso.knowledge.load import lines, load
from sayso.model.reading import ActorKind


class Title(msgspec.Struct, frozen=True, kw_only=True):
    """A standard role, the forms reports use for it, and the sectors of who bears it."""

    role: str
    forms: tuple[str, ...]
    sectors: tuple[str, ...] = ()
    exclusive: bool = False


class Collective(msgspec.Struct, frozen=True, kw_only=True):
    """Nouns for people and bodies of one kind."""

    kind: ActorKind
    sectors: tuple[str, ...]
    nouns: tuple[str, ...]
    agent: bool = False
    """only where they act themselves: "drones struck", not "sent drones\""""


class OrgWords(msgspec.Struct, frozen=True, kw_only=True):
    """Capitalised words that tell what a name names ("place" is no actor)."""

    kind: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class TitleWords:
    """Indexes over the three word lists; keys in lower case."""

    titles: dict[tuple[str, ...], Title]
    """the words of a form -> its role"""
    longest: int
    collectives: dict[str, Collective]
    org_words: dict[str, str]
    given: frozenset[str]
    particles: frozenset[str]


@cache
def title_words() -> TitleWords:
    """The lists that the package carries, loaded once a process."""
    titles: dict[tuple[str, ...], Title] = {}
    for title in load("lexicons/titles.json", list[Title]):
        for form in title.forms:
            titles.setdefault(tuple(form.lower().replace("-", " - ").split()), title)
            titles.setdefault(tuple(form.lower().split()), title)
    collectives: dict[str, Collective] = {}
    for collective in load("lexicons/collectives.json", list[Collective]):
        for noun in collective.nouns:
            collectives.setdefault(noun, collective)
    org_words: dict[str, str] = {}
    for found in load("lexicons/organisations.json", list[OrgWords]):
        for word in found.words:
            org_words.setdefault(word, found.kind)
    return TitleWords(
        titles=titles,
        longest=max(len(t) for t in titles),
        collectives=collectives,
        org_words=org_words,
        given=frozenset(lines("names/given.txt")),
        particles=frozenset(lines("names/particles.txt")),
    )
