"""Happenings that only their count tells of: "41 people drowned", "the toll rose to 200", "nine were set free".

No trigger names them. What is told decides the type where it can be but one; deaths, the missing and the displaced are
an ASSAULT in a report of violence, and otherwise, as after a flood, of no type.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.knowledge.triggers import Trigger
from sayso.model.reading import Count
from sayso.reading.draft import Word
from sayso.reading.events import syntax
from sayso.reading.events.finding import Found

_TYPES = {
    "arrested": ("COERCE", "arrest"), "abducted": ("ASSAULT", "abduct"), "released": ("RETREAT", "release"),
    "expelled": ("SANCTION", "expel"), "convicted": ("SANCTION", "convict"), "surrendered": ("RETREAT", "disarm"),
    "protested": ("PROTEST", "demo"), "deployed": ("MOBILIZE", "troops"), "raped": ("ASSAULT", "sexual"),
    "tortured": ("ASSAULT", "torture"),
}  # fmt: skip
_UNCLEAR = frozenset({"killed", "wounded", "casualties", "destroyed", "damaged"})
_BY_CHANCE = frozenset({"drown", "sink", "freeze", "suffocate", "starve", "asphyxiate"})


@dataclass(frozen=True, slots=True)
class Lone:
    """A count that belongs to no event yet: the word that tells of it, what it says, and whether it has a number."""

    word: Word
    what: str
    count: Count
    single: bool


def happenings(lone: Sequence[Lone], told: bool, violent: bool) -> list[tuple[Found, list[Count]]]:
    """The happenings of a sentence that its lone counts tell of, one of each type, with their counts.

    A single dead or hurt ("a man died") makes one only in a report of violence or beside others (`told`: the sentence
    has counts already).
    """
    if len(lone) == 1 and not (told or violent) and lone[0].single and _unclear(lone[0]):
        return []
    made: dict[tuple[str, str | None], tuple[Found, list[Count]]] = {}
    for one in lone:
        type_, mode = _TYPES.get(one.what, ("", None))
        if violent and one.what in _UNCLEAR and one.word.lemma not in _BY_CHANCE:
            type_ = "ASSAULT"
        found = made.get((type_, mode))
        if found is None:
            made[(type_, mode)] = found = (Found(one.word, _entry(type_, mode, *_slots(one, type_))), [])
        found[1].append(one.count)
    return list(made.values())


def _unclear(one: Lone) -> bool:
    """Whether it may be anybody's death; not so of one "among the victims"."""
    return one.what in _UNCLEAR and one.word.tag != "NNS"


def _slots(one: Lone, type_: str) -> tuple[str, str]:
    """Where the parties of such a happening stand."""
    if one.word.pos != "VERB" or not type_:
        return "none", "none"
    if one.what in ("surrendered", "protested"):
        return "subj", "none"
    if syntax.is_passive(one.word) or one.word.child("dobj") is not None:
        return "subj", "dobj"
    return "none", "subj"


@cache
def _entry(type_: str, mode: str | None, initiator: str, recipient: str) -> Trigger:
    return Trigger(type=type_, mode=mode, say="", verbs=("*",), initiator=initiator, recipient=(recipient, "none"))
