"""Names of the actor base in a sentence: the longest key that begins at a word."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.knowledge.actors import ActorBase
from sayso.reading.draft import Word
from sayso.text.normal import fold

_EXTRA = 5  # hyphens and apostrophes are words of their own to the parser, not in keys


@dataclass(frozen=True, slots=True)
class Hit:
    """`length` words from the start bear `refs`; `sort` says through what: name, demonym, people or metonym."""

    length: int
    refs: tuple[str, ...]
    sort: str


def lookup(text: str, listed: tuple[Word, ...], i: int, base: ActorBase) -> Hit | None:
    """The longest name of the base that begins at word `i`; None if there is none."""
    first = fold(listed[i].text)
    single = _adjective(first, base)
    longest = base.longest.get(first.split(" ")[0] if first else "", 0)
    best: Hit | None = None
    for end in range(i + 1, min(len(listed), i + longest + (_EXTRA if longest > 1 else 0)) + 1):
        if not listed[end - 1].text[-1].isalnum() and listed[end - 1].text[-1] != ".":
            continue
        raw = text[listed[i].start : listed[end - 1].end]
        key = first if end == i + 1 else fold(raw)
        refs = base.by_name.get(key)
        if refs and _well_written(raw, key, base):
            best = Hit(end - i, refs, "name")
        elif end > i + 1 and key in base.metonyms and raw[0].isupper():
            best = Hit(end - i, (base.metonyms[key],), "metonym")  # "White House", "Downing Street"
    if best is None or (best.length == 1 and first in base.metonyms):
        return single or best
    return best


def _adjective(key: str, base: ActorBase) -> Hit | None:
    for sort, names in (("demonym", base.demonyms), ("people", base.peoples), ("metonym", base.metonyms)):
        if key in names:
            return Hit(1, (names[key],), sort)
    return None


def _well_written(raw: str, key: str, base: ActorBase) -> bool:
    """An acronym must stand in capitals ("US", not "us"); other names must have a capital or a script without them."""
    if key in base.capitals:
        return raw.replace(".", "").isupper()
    return raw[0].isupper() or any(c.isupper() for c in raw) or not raw.isascii()
