"""Whom the act of a clause below concerns: "threatened to close the strait to shipping", "vowed to arm the clans"."""

from __future__ import annotations

from sayso.reading.draft import Word
from sayso.reading.events import syntax
from sayso.reading.events.fitting import Scene, entry_of
from sayso.reading.events.slots import borne_below, may_be_party, slot


def borne(below: Word, scene: Scene) -> list[Word]:
    """The recipients of a deed below as its own entry names them, else whoever stands nearest."""
    entry = entry_of(below, scene) if below.pos == "VERB" and not syntax.is_passive(below) else None
    for name in entry.recipient if entry is not None else ():
        if name == "none":
            break
        found = [w for w in slot(below, name) if w.i not in scene.dates and w.i > below.i]
        if found and (name == "dobj" or may_be_party(found[0])):
            return found
    return borne_below(below)


def in_complement(verb: Word, scene: Scene) -> list[Word]:
    """What the slot `comp-obj` of a verb holds."""
    found = next((borne(below, scene) for below in syntax.complements(verb)), [])
    return [w for w in found if may_be_party(w) or not _own(w)]


def _own(thing: Word) -> bool:
    """ "agreed to reopen their embassies": a thing of those who agree."""
    owner = thing.child("poss")
    return owner is not None and owner.tag == "PRP$"
