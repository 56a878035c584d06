"""The 40 columns of POLECAT: tab-separated, one row a record, ";" between several values, "None" where there is none.

Only what POLECAT has a place for goes in: deeds, and what is said to be planned or proposed under the code that the
manual gives to the announcement (a promised visit is AGREE, an announced withdrawal CONCEDE). Records whose status is
denied, demanded, threatened or hypothetical stay out: there is no column to say so, and a row would claim a deed.
The demand or threat itself is a record of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import IO

from sayso.assembling import TOLD
from sayso.exporting.source import Source, Told, cell
from sayso.knowledge.ontology import ontology
from sayso.model.reading import Actor, Place
from sayso.model.record import Record, Who

NONE = "None"
ANNOUNCED: Mapping[str, str] = {
    "AGREE": "AGREE", "CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE",
    "CONCEDE": "CONCEDE", "RETREAT": "CONCEDE",
}  # fmt: skip
"""type of a planned or proposed deed -> type of the announcement"""
TOWNS = frozenset({"point", "town"})


def write_polecat(source: Source, stream: IO[str]) -> int:
    """All rows by day and id; the number of rows without the header."""
    stream.write("\t".join(name for name, _ in COLUMNS) + "\n")
    count = 0
    for record, tellings in source.stories():
        code = coded(record)
        if code is not None:
            row = _Row(record, tellings, *code)
            stream.write("\t".join(_value(value(row)) for _, value in COLUMNS) + "\n")
            count += 1
    return count


def coded(record: Record) -> tuple[str, str | None] | None:
    """Type and mode under which the manual codes a record; None: it has no code."""
    if record.type is None:
        return None
    if record.status in TOLD:
        return record.type, record.mode
    announced = ANNOUNCED.get(record.type) if record.status in ("planned", "proposed") else None
    return (announced, record.mode if announced == record.type else None) if announced else None


@dataclass(frozen=True)
class _Party:
    who: Who
    words: str
    actor: Actor | None


@dataclass(frozen=True)
class _Row:
    """A record with what its columns ask for."""

    record: Record
    tellings: tuple[Told, ...]
    type: str
    mode: str | None

    @property
    def first(self) -> Told:
        return self.tellings[0]

    @cached_property
    def initiators(self) -> list[_Party]:
        return self._parties(self.record.initiators, lambda told: told.account.initiators)

    @cached_property
    def recipients(self) -> list[_Party]:
        return self._parties(self.record.recipients, lambda told: told.account.recipients)

    @cached_property
    def where(self) -> Told | None:
        """The telling that gives the record's place."""
        place = self.record.place
        return next((t for t in self.tellings if t.account.where and t.account.where.name == place), None)

    @cached_property
    def place(self) -> Place | None:
        return self.where.place() if self.where else None

    @cached_property
    def contexts(self) -> list[str]:
        """Those of all events that the accounts are about."""
        about = ((t.account.event, t.reading.events) for t in self.tellings)
        return sorted({context for wanted, events in about for e in events if e.id == wanted for context in e.contexts})

    def _parties(self, names: Sequence[str], of: Callable[[Told], Sequence[Who]]) -> list[_Party]:
        """Each party of the record once, with the words and the actor of the first telling that names it."""
        found: dict[str, _Party] = {}
        for told in self.tellings:
            for who in of(told):
                found.setdefault(who.name, _Party(who, told.words(who.span), told.actor(who)))
        return [found[name] for name in dict.fromkeys(names) if name in found]


def _value(value: object) -> str:
    """A cell; a ";" within one value would make two of it."""
    if isinstance(value, list):
        parts = [cell(part).replace(";", ",") or NONE for part in value]
        return ";".join(parts) if any(part != NONE for part in parts) else NONE
    return cell(value) or NONE


def _of_actors(parties: list[_Party], get: Callable[[Actor], object]) -> list[object]:
    return [get(p.actor) if p.actor else None for p in parties]


def _sectors(parties: list[_Party]) -> list[str]:
    return list(dict.fromkeys(s for p in parties if p.actor for s in p.actor.sectors))


def _side(kind: str, of: Callable[[_Row], list[_Party]]) -> tuple[tuple[str, Callable[[_Row], object]], ...]:
    """The eight columns of one side."""
    return (
        (f"{kind} Name", lambda r: [p.who.name for p in of(r)]),
        (f"{kind} Country", lambda r: [p.who.country for p in of(r)]),
        (f"{kind} COW", lambda r: None),
        (f"Primary {kind} Sector", lambda r: _of_actors(of(r), lambda a: a.sectors[0] if a.sectors else None)),
        (f"{kind} Sectors", lambda r: _sectors(of(r))),
        (f"{kind} Title", lambda r: _of_actors(of(r), lambda a: a.role)),
        (f"{kind} Name Raw", lambda r: [p.words for p in of(r)]),
        (f"Wikipedia {kind} ID", lambda r: None),
    )


def _at(get: Callable[[Place], object]) -> Callable[[_Row], object]:
    return lambda row: get(row.place) if row.place else None


def _geonames(place: Place) -> str | None:
    return place.ref.removeprefix("geonames:") if place.ref and place.ref.startswith("geonames:") else None


def _story(keep: Callable[[Actor], bool]) -> Callable[[_Row], list[str]]:
    return lambda row: _unique(a.name for a in row.first.reading.actors if keep(a))


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


COLUMNS: tuple[tuple[str, Callable[[_Row], object]], ...] = (
    ("Event ID", lambda r: r.record.id),
    ("Event Date", lambda r: r.record.day),
    ("Event Type", lambda r: r.type),
    ("Event Mode", lambda r: r.mode),
    ("Intensity", lambda r: ontology().score(r.type, r.mode)),
    ("Quad Code", lambda r: ontology().types[r.type].quad if r.type in ontology().types else None),
    ("Contexts", lambda r: r.contexts),
    *_side("Actor", lambda r: r.initiators),
    *_side("Recipient", lambda r: r.recipients),
    ("Placename", lambda r: r.record.place),
    ("City", _at(lambda p: p.name if p.precision in TOWNS else None)),
    ("District", _at(lambda p: p.name if p.precision == "district" else None)),
    ("Province", _at(lambda p: p.admin1)),
    ("Country", lambda r: r.record.country),
    ("Latitude", _at(lambda p: p.lat)),
    ("Longitude", _at(lambda p: p.lon)),
    ("GeoNames ID", _at(_geonames)),
    (
        "Raw Placename",
        lambda r: r.where.words(r.where.account.where.span) if r.where and r.where.account.where else None,
    ),
    ("Feature Type", _at(lambda p: p.feature)),
    ("Source", lambda r: r.first.reading.report.publisher),
    ("Publication Date", lambda r: (r.first.reading.report.published.value or "")[:10]),
    ("Story People", _story(lambda a: a.kind == "person")),
    ("Story Organizations", _story(lambda a: a.kind not in ("person", "people", "unnamed", "office", "other"))),
    ("Story Locations", lambda r: _unique(p.name for p in r.first.reading.places)),
    ("Language", lambda r: r.first.reading.report.language),
    ("Version", lambda r: r.first.reading.reader.version),
)
