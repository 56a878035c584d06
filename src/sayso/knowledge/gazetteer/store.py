"""Asking the gazetteer: by name, by code, by spelling alike. Nothing is held in memory but the latest answers."""

from __future__ import annotations

import os
import sqlite3
from functools import lru_cache
from pathlib import Path

from sayso.errors import KnowledgeError
from sayso.knowledge.gazetteer.build import Progress, built
from sayso.knowledge.gazetteer.entry import LOOSE, Described, Entry, Provenance
from sayso.knowledge.gazetteer.keys import key, loose, without_article

_COLUMNS = "p.id, p.ref, p.name, p.kind, p.lat, p.lon, p.country, p.admin1, p.admin2, p.population, p.radius_km"
_BY_NAME = (
    f"SELECT {_COLUMNS}, n.rank FROM name n JOIN place p ON p.id = n.place WHERE n.key = ? "
    "ORDER BY p.population DESC, p.id LIMIT 150"
)
_BY_SOUND = (
    f"SELECT {_COLUMNS}, {LOOSE} FROM loose n JOIN place p ON p.id = n.place WHERE n.key = ? "
    "ORDER BY p.population DESC, p.id LIMIT 20"
)
_BY_CODE = f"SELECT {_COLUMNS}, 0 FROM place p WHERE p.code = ? ORDER BY p.id LIMIT 1"
_ABOUT = "SELECT p.source, s.licence, s.credit FROM place p JOIN source s ON s.name = p.source WHERE p.id = ?"


class Gazetteer:
    """An open gazetteer. Same file and same question, same answer; answers come most populous first."""

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        self.path = path
        self._base = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        self._base.execute("PRAGMA mmap_size=134217728")
        self.named = lru_cache(maxsize=20000)(self._named)
        self.of_code = lru_cache(maxsize=5000)(self._of_code)

    def _rows(self, query: str, value: str) -> tuple[Entry, ...]:
        try:
            return tuple(map(Entry._make, self._base.execute(query, (value,))))
        except sqlite3.DatabaseError as error:
            raise KnowledgeError(
                f"{self.path}: the gazetteer is damaged ({error}); delete the file, it is made anew when it is needed"
            ) from error

    def _named(self, name: str) -> tuple[Entry, ...]:
        """Places of exactly this name but for case, accents, hyphens and the Arabic article."""
        filed = key(name)
        if not filed:
            return ()
        found = self._rows(_BY_NAME, filed)
        bare = None if found else without_article(filed)
        if bare:
            found = self._rows(_BY_NAME, f"al {bare}") or self._rows(_BY_NAME, bare)
        return found

    def alike(self, name: str) -> tuple[Entry, ...]:
        """Places of countries whose names are transcribed, with the same consonants: a last resort."""
        bones = loose(key(name))
        return self._rows(_BY_SOUND, bones) if bones else ()

    def _of_code(self, code: str) -> Entry | None:
        """A country by two letters, or a unit by its code ("US.TX", "LY.77")."""
        found = self._rows(_BY_CODE, code)
        return found[0] if found else None

    def country(self, iso3: str) -> Entry | None:
        """A country by three letters."""
        return self._country(iso3)

    @lru_cache(maxsize=300)  # noqa: B019 - one gazetteer a process, kept for its life
    def _country(self, iso3: str) -> Entry | None:
        query = f"SELECT {_COLUMNS}, 0 FROM place p WHERE p.code IS NOT NULL AND p.kind = 'country' AND p.country = ?"
        found = self._rows(query, iso3)
        return found[0] if found else None

    def described(self, name: str) -> list[Described]:
        """The places of a name as a person wants to see them: with the source of each and its licence."""
        return [Described(*e[1:11], *self._base.execute(_ABOUT, (e.id,)).fetchone()) for e in self.named(name)]

    def provenances(self) -> list[Provenance]:
        """The sources, their versions, licences and credits."""
        return [Provenance(*row) for row in self._base.execute("SELECT * FROM source ORDER BY name")]


@lru_cache(maxsize=2)
def _opened(path: Path, process: int) -> Gazetteer:
    return Gazetteer(path)


def open_gazetteer(folder: Path | None = None, progress: Progress | None = None) -> Gazetteer:
    """The gazetteer of this process, built first if need be. A forked process opens its own."""
    return _opened(built(folder, progress), os.getpid())


def gazetteer() -> Gazetteer:
    """The gazetteer in its usual folder (SAYSO_CACHE, else the user's cache)."""
    return open_gazetteer()
