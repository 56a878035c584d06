"""The user's own places while the gazetteer is built: which place of another source is one of them."""

from __future__ import annotations

from collections import defaultdict

from sayso.knowledge.gazetteer.entry import PRIMARY, distance_km
from sayso.knowledge.gazetteer.keys import key
from sayso.knowledge.gazetteer.row import OWN, Row

_GROUPS = {"capital": "town", "airport": "air", "airbase": "air"}
_REACH = {"air": 12.0, "admin1": 150.0, "admin2": 60.0}
_NEAR = 25.0  # km
_WIDE = frozenset({"region", "sea", "river", "lake", "mountain", "island"})


class Mine:
    """Places by number. They come before all others: what another source tells of the same place is added to it."""

    def __init__(self) -> None:
        self.places: dict[int, Row] = {}
        self._by_ref: dict[str, int] = {}
        self._by_key: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)

    def add(self, row: Row, number: int, keys: list[tuple[str, int]]) -> None:
        """One of them, under its keys and their ranks."""
        self.places.setdefault(number, row)
        self._by_ref[row.ref] = number
        for filed, rank in keys:
            self._by_key[_group(row.kind), filed].append((number, rank))

    def like(self, row: Row) -> int | None:
        """The number of the place that a row tells of: by its id in a common source, else by name, kind and nearness.

        One of the two must have the name as its first: two villages may share a by-name.
        """
        if not self.places:
            return None
        if row.ref in self._by_ref or row.source.startswith(OWN):
            return self._by_ref.get(row.ref)
        group, first = _group(row.kind), key(row.name)
        near = [
            (far, number)
            for filed in dict.fromkeys(map(key, (row.name, *row.aliases)))
            for number, rank in self._by_key.get((group, filed), ())
            if (filed == first or rank == PRIMARY) and (far := self._far(row, number)) is not None
        ]
        return min(near)[1] if near else None

    def _far(self, row: Row, number: int) -> float | None:
        """How far a row is from a place, km; None if too far, or in another country."""
        mine = self.places[number]
        if None not in (row.country, mine.country) and row.country != mine.country:
            return None
        far = distance_km(row.at, mine.at)
        wide = max(row.radius_km, mine.radius_km) if row.kind in _WIDE else 0.0
        return far if far <= max(wide, _REACH.get(_group(row.kind), _NEAR)) else None


def _group(kind: str) -> str:
    return _GROUPS.get(kind, kind)
