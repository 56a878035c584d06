"""Names of the actor base in a sentence: the longest key that begins at a word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.knowledge.actors import ActorBase
from sayso.reading.actors.derived import once
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
        best = single or best
    if first in _long_demonyms(base) and (best is None or best.length == 1):
        return _two_words(text, listed, i, base) or best
    return best


def _two_words(text: str, listed: tuple[Word, ...], i: int, base: ActorBase) -> Hit | None:
    """ "South African soldiers", "Sri Lankans"."""
    for end in range(min(len(listed), i + 3), i + 1, -1):
        hit = _adjective(fold(text[listed[i].start : listed[end - 1].end]), base)
        if hit is not None and hit.sort != "metonym":
            return Hit(end - i, hit.refs, hit.sort)
    return None


@once
def _long_demonyms(base: ActorBase) -> frozenset[str]:
    """The first words of demonyms of several words."""
    return frozenset(k.split()[0] for names in (base.demonyms, base.peoples) for k in names if " " in k)


@once
def shared_demonyms(base: ActorBase) -> Mapping[str, tuple[str, ...]]:
    """Demonyms and names of peoples that two states share ("Congolese") -> those states."""
    found: dict[str, list[str]] = {}
    for ref, known in sorted(base.known.items()):
        for name in (*known.demonyms, *known.peoples):
            found.setdefault(fold(name), []).append(ref)
    return {k: tuple(dict.fromkeys(v)) for k, v in found.items() if len(set(v)) > 1}


def _adjective(key: str, base: ActorBase) -> Hit | None:
    for sort, names in (("demonym", base.demonyms), ("people", base.peoples), ("metonym", base.metonyms)):
        if key in names:
            shared = shared_demonyms(base).get(key) if sort != "metonym" else None
            return Hit(1, shared or (names[key],), sort)
    return None


def _well_written(raw: str, key: str, base: ActorBase) -> bool:
    """An acronym must stand in capitals ("US", not "us"); other names must have a capital or a script without them."""
    if key in base.capitals:
        return raw.replace(".", "").isupper()
    return raw[0].isupper() or any(c.isupper() for c in raw) or not raw.isascii()
