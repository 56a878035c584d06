"""Places of the world: one SQLite file made from packaged sources and the project's own sites, asked by name."""

from sayso.knowledge.gazetteer.entry import Entry, Provenance, distance_km
from sayso.knowledge.gazetteer.keys import key
from sayso.knowledge.gazetteer.store import Gazetteer, gazetteer, open_gazetteer

__all__ = ["Entry", "Gazetteer", "Provenance", "distance_km", "gazetteer", "key", "open_gazetteer"]
