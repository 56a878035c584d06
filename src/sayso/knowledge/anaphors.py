"""Words that speak of somebody told before: nouns for bodies, and what tells a woman from a man."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec

from sayso.knowledge.load import lines, load

Gender = Literal["woman", "man"]


class Bodies(msgspec.Struct, frozen=True, kw_only=True):
    """Nouns that may stand for an actor of one of the kinds; `worded`: if the actor's name has the noun in it."""

    kinds: tuple[str, ...]
    nouns: tuple[str, ...]
    worded: bool = False


class Anaphors(msgspec.Struct, frozen=True, kw_only=True):
    """The lists of `lexicons/anaphors`."""

    bodies: tuple[Bodies, ...]
    sorts: frozenset[str]
    many: frozenset[str]
    camps: frozenset[str]
    loose: frozenset[str]
    apart: frozenset[str]
    telling: frozenset[str]
    addressing: frozenset[str]
    voiceless: frozenset[str]


@dataclass(frozen=True)
class Genders:
    """Given names, as written, and common nouns and titles, in lower case."""

    names: dict[str, Gender]
    words: dict[str, Gender]

    def of_names(self, names: Iterable[str]) -> Gender | None:
        """Told by the given name that a person's name begins with; None if no name tells or if they disagree."""
        told = {self.names[first] for name in names if (first := name.split(" ", 1)[0]) in self.names}
        return told.pop() if len(told) == 1 else None

    def of_words(self, words: Iterable[str]) -> Gender | None:
        """Told by a title or noun ("Mrs", "spokesman")."""
        return next((self.words[w] for w in words if w in self.words), None)


class _GenderWords(msgspec.Struct, frozen=True, kw_only=True):
    women: tuple[str, ...]
    men: tuple[str, ...]


@cache
def anaphors() -> Anaphors:
    """The lists that the package carries, loaded once a process."""
    return load("lexicons/anaphors.json", Anaphors)


@cache
def body_nouns() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Noun -> the kinds of actors that "the …" may stand for, and those it may if it is part of their name."""
    nouns = {noun for group in anaphors().bodies for noun in group.nouns}
    return {noun: (_kinds(noun, False), _kinds(noun, True)) for noun in sorted(nouns)}


def _kinds(noun: str, worded: bool) -> frozenset[str]:
    groups = (g for g in anaphors().bodies if noun in g.nouns and g.worded <= worded)
    return frozenset(kind for group in groups for kind in group.kinds)


@cache
def genders() -> Genders:
    """The lists that the package carries, loaded once a process."""
    listed = load("lexicons/genders.json", _GenderWords)
    names: dict[str, Gender] = dict.fromkeys(lines("names/women.txt"), "woman")
    names |= dict.fromkeys(lines("names/men.txt"), "man")
    words: dict[str, Gender] = dict.fromkeys(listed.women, "woman")
    words |= dict.fromkeys(listed.men, "man")
    return Genders(names, words)
