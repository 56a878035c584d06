"""The ontology as data: event types with modes, statuses, contexts, sectors, and the mappings to other schemes."""

from __future__ import annotations

from functools import cache

import msgspec

from sayso.errors import KnowledgeError
from sayso.knowledge.load import load
from sayso.model.reading import EventStatus


class Mode(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A mode of an event type. `score` is None where the type's counts."""

    id: str
    label: str
    meaning: str
    score: float | None = None


class EventType(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the 16 types. `quad`: 1 verbal, 2 material cooperation, 3 verbal, 4 material conflict."""

    id: str
    quad: int
    label: str
    meaning: str
    score: float
    colour: str
    recipient: str
    examples: tuple[str, ...]
    modes: tuple[Mode, ...] = ()


class Status(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How an event stands in the eyes of its voice. `real`: it counts as something that took place."""

    id: EventStatus
    label: str
    meaning: str
    real: bool
    hint: str | None = None


class Labelled(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An id with the words shown for it, and for sectors the group it belongs to."""

    id: str
    label: str
    group: str | None = None


class CameoRoot(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A root of CAMEO with Phoenix quad class 0–4 and Goldstein figure."""

    code: str
    label: str
    quad: int
    goldstein: float
    type: str | None


class CameoException(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A CAMEO code that becomes another type than its root."""

    code: str
    type: str
    mode: str | None


class Cameo(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """CAMEO's roots, the exceptions, and type → mode → code for exports."""

    roots: tuple[CameoRoot, ...]
    exceptions: tuple[CameoException, ...]
    export: dict[str, dict[str, str]]

    def code(self, type_: str | None, mode: str | None) -> str | None:
        """The CAMEO code of an event; None for one outside the types."""
        codes = self.export.get(type_ or "", {})
        return codes.get(mode or "", codes.get(""))

    def root(self, code: str) -> CameoRoot | None:
        """The root of a code."""
        return next((r for r in self.roots if r.code == code[:2]), None)


class AcledType(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An event type of ACLED with its sub-events."""

    id: str
    label: str
    subs: tuple[str, ...]


class Acled(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """ACLED's types, and type → mode → sub-event for exports."""

    types: tuple[AcledType, ...]
    export: dict[str, dict[str, str]]

    def sub(self, type_: str | None, mode: str | None) -> str | None:
        """ACLED's sub-event of an event, None where it has none."""
        subs = self.export.get(type_ or "", {})
        return subs.get(mode or "", subs.get(""))


class Ontology(msgspec.Struct, frozen=True, kw_only=True):
    """All of it; types and statuses in the order of their files."""

    types: dict[str, EventType]
    statuses: dict[str, Status]
    contexts: dict[str, Labelled]
    sectors: dict[str, Labelled]
    cameo: Cameo
    acled: Acled

    def score(self, type_: str | None, mode: str | None = None) -> float | None:
        """The score of an event, from −10 (mass violence) to 10 (aid): its mode's, else its type's."""
        found = self.types.get(type_ or "")
        if found is None:
            return None
        own = next((m.score for m in found.modes if m.id == mode), None)
        return found.score if own is None else own

    def knows(self, type_: str, mode: str | None) -> bool:
        """Whether there is such a type, and such a mode of it."""
        found = self.types.get(type_)
        return found is not None and (mode is None or any(m.id == mode for m in found.modes))


@cache
def ontology() -> Ontology:
    """The ontology that the package carries.

    Raises:
        KnowledgeError: if a mapping names a type or mode that the ontology does not have.
    """
    types = {t.id: t for t in load("ontology/types.json", list[EventType])}
    found = Ontology(
        types=types,
        statuses={s.id: s for s in load("ontology/statuses.json", list[Status])},
        contexts={c.id: c for c in load("ontology/contexts.json", list[Labelled])},
        sectors={s.id: s for s in load("ontology/sectors.json", list[Labelled])},
        cameo=load("ontology/cameo.json", Cameo),
        acled=load("ontology/acled.json", Acled),
    )
    for name, table in (("cameo", found.cameo.export), ("acled", found.acled.export)):
        for type_, modes in table.items():
            for mode in modes:
                if not found.knows(type_, mode or None):
                    raise KnowledgeError(f"ontology/{name}: no type {type_} with mode {mode!r} in types.yaml")
    return found
