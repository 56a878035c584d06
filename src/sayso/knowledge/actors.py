"""The actor base: who is who, under which names, in which office, and when. From `resources/actors/` and the user."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.knowledge.known import Known, Role
from sayso.knowledge.load import load
from sayso.knowledge.own.applying import overlay
from sayso.knowledge.own.home import Numbered, actor_lines, actors_file
from sayso.text.normal import fold

__all__ = ["ActorBase", "Known", "Role", "actor_base", "index"]


@dataclass(frozen=True)
class ActorBase:
    """The base and its indexes. Keys are folded names; an acronym of a name must stand in capitals in the text."""

    known: dict[str, Known]
    by_name: dict[str, tuple[str, ...]]
    longest: dict[str, int]
    """first word of a key -> words of the longest key that begins with it"""
    capitals: frozenset[str]
    demonyms: dict[str, str]
    peoples: dict[str, str]
    metonyms: dict[str, str]
    surnames: dict[str, tuple[str, ...]]
    bodies: dict[str, str]
    """ "military/turkey", "government/turkey" -> the id under which the base knows that body"""
    states: dict[str, str]
    """ISO country -> the state's id"""
    offices: dict[tuple[str, str], tuple[str, ...]]
    """(role title, id of what it is an office of) -> its holders"""
    apart: dict[str, frozenset[str]]
    """a name -> actors that it never means: those kept apart from its bearer, or by the user from the name itself"""

    def holder(self, title: str, of: str, day: str | None) -> str | None:
        """Who held an office on a day; None unless exactly one is known who did."""
        held = [
            ref
            for ref in self.offices.get((title, of), ())
            if any(r.title == title and r.of == of and r.held_on(day) for r in self.known[ref].roles)
        ]
        return held[0] if len(held) == 1 and day is not None else None

    def role_on(self, ref: str, day: str | None) -> Role | None:
        """The office that an actor held on a day; of several the one that began last. None on an unknown day."""
        roles = [r for r in self.known[ref].roles if r.held_on(day)] if day else []
        return max(roles, key=lambda r: (r.from_ or "", r.title), default=None)


_FORCES = ("army", "armed forces", "military", "Army", "Armed Forces", "military forces", "troops", "soldiers")
_RULE = ("government", "Government", "authorities", "cabinet")


def _derived(state: Known) -> Iterable[Known]:
    """A state's government and armed forces, under the names that its demonyms make."""
    name = state.id.removeprefix("state/")
    about = (*state.demonyms, f"{state.names[0]}'s")
    for room, words, sectors in (("government", _RULE, ("GOV",)), ("military", _FORCES, ("MIL",))):
        yield Known(
            id=f"{room}/{name}",
            kind="government" if room == "government" else "military",
            names=tuple(f"{d} {w}" for d in about for w in words) or (f"{words[0]} of {state.names[0]}",),
            country=state.country,
            sectors=sectors,
            parent=state.id,
            source="derived from the state",
        )


def _states(known: dict[str, Known]) -> dict[str, str]:
    """ISO country -> its state: one that still exists and is fully recognised, where several share a code."""
    found: dict[str, str] = {}
    states = (k for k in known.values() if k.kind == "state" and k.country)
    for state in sorted(states, key=lambda k: ("PRE" in k.sectors, k.to is not None, k.id)):
        found.setdefault(str(state.country), state.id)
    return found


def completed(blocks: Iterable[Known]) -> tuple[dict[str, Known], dict[str, str]]:
    """All blocks by id, with the government and the armed forces of each state, and those bodies' ids.

    A body that the base has itself is not made again.
    """
    given = list(blocks)
    known = {k.id: k for k in given}
    bodies: dict[str, str] = {}
    named = {(k.kind, k.country, n): k.id for k in given for n in k.names}
    for state in (k for k in given if k.kind == "state"):
        for body in _derived(state):
            own = next(
                (named[body.kind, body.country, n] for n in body.names if (body.kind, body.country, n) in named), None
            )
            bodies[body.id] = own or body.id
            if own is None:
                known.setdefault(body.id, body)
    return known, bodies


def index(blocks: Iterable[Known], file: str = "", lines: Numbered = ()) -> ActorBase:
    """Index blocks of an actor base; names shared by several actors keep all of them.

    Args:
        blocks: the base; each state brings its government and its armed forces, unless the base has them itself.
        file: where the user's own lines are from, for messages.
        lines: the user's own lines, laid over the base.

    Raises:
        KnowledgeError: if one of the user's lines is wrong.
    """
    known, bodies = completed(blocks)
    apart: Mapping[str, frozenset[str]] = {}
    if lines:
        laid = overlay(known, file, lines)
        more, of_them = completed(k for ref, k in laid.changed.items() if k.kind == "state" and ref not in known)
        known, apart, bodies = more | known | laid.changed, laid.apart, of_them | bodies
    names: dict[str, list[str]] = {}
    surnames: dict[str, list[str]] = {}
    offices: dict[tuple[str, str], list[str]] = {}
    capitals: set[str] = set()
    for ref, block in sorted(known.items()):
        for name in (*block.names, *block.short):
            key = fold(name)
            names.setdefault(key, []).append(ref)
            if name.isupper() and len(name) <= 8:
                capitals.add(key)
        if block.kind == "person":
            surnames.setdefault(fold(block.names[0]).split()[-1], []).append(ref)
        for role in block.roles:
            if role.of:
                offices.setdefault((role.title, role.of), []).append(ref)
    return ActorBase(
        known=known,
        by_name={k: tuple(dict.fromkeys(v)) for k, v in names.items()},
        longest=_longest(names, known),
        capitals=frozenset(capitals),
        demonyms={fold(d): ref for ref, b in sorted(known.items()) for d in b.demonyms},
        peoples={fold(p): ref for ref, b in sorted(known.items()) for p in b.peoples},
        metonyms={fold(m): ref for ref, b in sorted(known.items()) for m in b.metonyms},
        surnames={k: tuple(v) for k, v in surnames.items()},
        bodies=bodies,
        states=_states(known),
        offices={k: tuple(dict.fromkeys(v)) for k, v in offices.items()},
        apart=_apart(known, names, apart),
    )


def _longest(names: Iterable[str], known: Mapping[str, Known]) -> dict[str, int]:
    longest: dict[str, int] = {}
    seats = [fold(m) for block in known.values() for m in block.metonyms]
    for key in (*names, *seats):
        first, *rest = key.split()
        longest[first] = max(longest.get(first, 0), 1 + len(rest))
    return longest


def _apart(
    known: Mapping[str, Known], names: Mapping[str, list[str]], told: Mapping[str, frozenset[str]]
) -> dict[str, frozenset[str]]:
    """Full names of an actor never mean those that it is never one with, but for names that both bear."""
    found = {name: set(refs) for name, refs in told.items()}
    for ref, block in known.items():
        for other in block.never:
            for key in map(fold, known[other].names if other in known else ()):
                if ref not in names[key]:
                    found.setdefault(key, set()).add(ref)
    return {name: frozenset(refs) for name, refs in found.items()}


@cache
def _packaged() -> tuple[Known, ...]:
    return tuple(load("actors.json", list[Known]))


def packaged_actors() -> dict[str, Known]:
    """The actors that the package carries, by id, without the user's own."""
    return completed(_packaged())[0]


@lru_cache(maxsize=2)
def _based(file: str, lines: Numbered) -> ActorBase:
    return index(_packaged(), file, lines)


def actor_base() -> ActorBase:
    """The base that the package carries, with the user's own lines laid over it; made once a process and file.

    Raises:
        KnowledgeError: if one of the user's lines is wrong.
    """
    lines = actor_lines()
    return _based(str(actors_file()) if lines else "", lines)
