"""The user's own lines laid over the actor base: checked like the base itself, applied in an order of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from sayso.errors import KnowledgeError
from sayso.knowledge import faults
from sayso.knowledge.faults import Block, near
from sayso.knowledge.known import Known
from sayso.knowledge.load import load
from sayso.knowledge.own.home import Numbered
from sayso.knowledge.own.lines import Line, parsed
from sayso.text.normal import fold

_CALLED = ("names", "short", "demonyms", "peoples", "metonyms")


@dataclass(frozen=True)
class Overlay:
    """Actors that are new or changed, by id, and names (folded) that never mean an actor."""

    changed: dict[str, Known]
    apart: dict[str, frozenset[str]] = field(default_factory=dict)


def overlay(known: Mapping[str, Known], file: str, lines: Numbered) -> Overlay:
    """What the lines make of the base. The same lines in any order make the same.

    Raises:
        KnowledgeError: if a line is wrong: names the file, the line, what is wrong and the choices.
    """
    read = [parsed(f"{file}:{number}", text) for number, text in lines]
    wrong = list(line_faults(read, known))
    if wrong:
        more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
        raise KnowledgeError(wrong[0] + more)
    ordered = sorted(set(read), key=lambda line: line[1:])
    changed: dict[str, Known] = {}
    names: dict[str, set[str]] = {}
    for line in ordered:
        if line.word == "actor":
            changed[line.id] = made(line)
    everyone = {**known, **changed}
    for line in ordered:
        if line.word == "alias":
            changed[line.id] = everyone[line.id] = called(everyone[line.id], line)
    for line in ordered:
        if line.word == "apart":
            for one, other in (p for name in line.names for p in _pairs(line.id, name, everyone)):
                changed[one] = everyone[one] = separated(everyone[one], other)
                if other not in everyone:
                    names.setdefault(fold(other), set()).add(one)
    return Overlay(changed, {name: frozenset(ids) for name, ids in names.items()})


def made(line: Line) -> Known:
    """The actor that a line adds."""
    body = {"sectors": [], "source": f"the user's own {line.word}", **line.block().body}
    return msgspec.convert(body, Known)


def called(known: Known, line: Line) -> Known:
    """An actor with the further names of a line."""
    more = line.block()
    names = dict.fromkeys((*known.names, *line.names))
    return msgspec.structs.replace(
        known, names=tuple(names), short=tuple(dict.fromkeys((*known.short, *more.texts("short"))))
    )


def separated(known: Known, other: str) -> Known:
    """An actor that is never another one, or never meant by a name."""
    if "/" in other:
        return msgspec.structs.replace(known, never=tuple(dict.fromkeys((*known.never, other))))
    gone = fold(other)
    kept = {name: tuple(n for n in getattr(known, name) if fold(n) != gone) for name in _CALLED}
    return msgspec.structs.replace(known, **kept)


def _pairs(ref: str, other: str, everyone: Mapping[str, Known]) -> list[tuple[str, str]]:
    return [(ref, other), (other, ref)] if other in everyone else [(ref, other)]


def line_faults(lines: Sequence[Line], known: Mapping[str, Known]) -> Iterator[str]:
    """What is wrong with the lines, each fault with its file and line."""
    blocks = [line.block() for line in lines]
    added = [block for line, block in zip(lines, blocks, strict=True) if line.word == "actor"]
    ids = frozenset((*known, *(block.id for block in added)))
    states = {str(k.country): k.id for k in known.values() if k.kind == "state"}
    countries = frozenset((*states, *(str(b.body.get("country")) for b in added if b.body["kind"] == "state")))
    sectors = frozenset(str(row["id"]) for row in load("ontology/sectors.json", list[dict[str, str]]))
    for block in added:
        if block.id in known:
            yield block.fault(f"the base knows it already; `alias {block.id}: NAME` gives it a further name")
        if block.body["kind"] == "state" and (other := states.get(str(block.body.get("country")))):
            yield block.fault(f"country {block.body['country']} is that of {other}")
        filled = Block(block.file, {"sectors": ["UNK"], "source": "own", **block.body})
        yield from faults.code_faults(block, countries, sectors)
        yield from faults.shape_faults(filled)
        yield from faults.link_faults(block, ids)
        yield from faults.role_faults(block)
        yield from faults.date_faults(block)
    for line, block in zip(lines, blocks, strict=True):
        if line.word != "actor" and line.id not in ids:
            yield block.fault(f"no actor {line.id}{near(line.id, ids)}")
        elif line.word == "apart":
            yield from _apart_faults(line, block, ids, known)
    yield from faults.identity_faults(added)
    yield from _shared(lines, known)
    yield from faults.office_faults(added)


def _apart_faults(line: Line, block: Block, ids: frozenset[str], known: Mapping[str, Known]) -> Iterator[str]:
    for other in line.names:
        if other == line.id:
            yield block.fault("an actor cannot be kept apart from itself")
        elif faults.ID.fullmatch(other) and other not in ids:
            yield block.fault(f"no actor {other}{near(other, ids)}")
        elif line.id in known and {fold(n) for n in known[line.id].names} == {fold(other)}:
            yield block.fault(f"{other!r} is its only name")


def _shared(lines: Sequence[Line], known: Mapping[str, Known]) -> Iterator[str]:
    """Full names that another actor has already: in a report nobody could tell the two apart."""
    naming = [line for line in lines if line.word != "apart"]
    wanted = {fold(name) for line in naming for name in line.names}
    freed = {(line.id, fold(name)) for line in lines if line.word == "apart" for name in line.names}
    owners: dict[str, set[str]] = {}
    for ref, block in known.items():
        for name in block.names:
            if (key := fold(name)) in wanted and (ref, key) not in freed:
                owners.setdefault(key, set()).add(ref)
    for line in naming:
        for name in line.names:
            if others := sorted(owners.setdefault(fold(name), set()) - {line.id}):
                yield line.block().fault(
                    f"name {name!r} is also that of {others[0]}; `short={name}` lets both have it, "
                    f"`apart {others[0]}: {name}` takes it from that one"
                )
            owners[fold(name)].add(line.id)
