"""Where the user's own knowledge is kept, and its mark in every reading that it had a part in.

What is read from the files stays as it is for a process, until `renew` is called: a run knows one thing from its
first report to its last, and says truly what it knew.
"""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path

from sayso.errors import KnowledgeError

Numbered = tuple[tuple[int, str], ...]


def home() -> Path:
    """The folder of the user's own knowledge: the environment's SAYSO_HOME, else the user's folder for settings."""
    named = os.environ.get("SAYSO_HOME")
    return Path(named) if named else _usual()


@cache
def _usual() -> Path:
    from platformdirs import user_config_dir

    return Path(user_config_dir("sayso"))


def actors_file() -> Path:
    """The file of the user's own actors: the environment's SAYSO_ACTORS, else `actors.txt` in the home."""
    named = os.environ.get("SAYSO_ACTORS")
    return Path(named) if named else home() / "actors.txt"


def places_folder() -> Path:
    """The folder of the user's own places, a table for each source."""
    return home() / "places"


def actor_lines() -> Numbered:
    """The lines of the user's own actors that say something, with the number of each.

    Raises:
        KnowledgeError: if the file is no text, or is named by SAYSO_ACTORS and not there.
    """
    return _lines(actors_file(), bool(os.environ.get("SAYSO_ACTORS")))


def actors_mark() -> str | None:
    """A short name for exactly what the user's own lines say, whatever their order; None where there are none."""
    said = sorted({line for _, line in actor_lines()})
    return f"own-{hashlib.sha256(chr(10).join(said).encode()).hexdigest()[:12]}" if said else None


def place_tables() -> tuple[tuple[Path, str], ...]:
    """The tables of the user's own places by name, each with a hash of what it holds."""
    return _tables(places_folder())


def renew() -> None:
    """Let what is asked next see the files as they are now."""
    _lines.cache_clear()
    _tables.cache_clear()


@cache
def _tables(folder: Path) -> tuple[tuple[Path, str], ...]:
    return tuple((path, _hash(path)) for path in sorted(folder.glob("*.tsv")))


def _hash(path: Path) -> str:
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()[:12]


@cache
def _lines(path: Path, wanted: bool) -> Numbered:
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        if wanted:
            raise KnowledgeError(
                f"{path}: there is no such file of actors (SAYSO_ACTORS or --actors names it)"
            ) from None
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}: the file of own actors cannot be read as UTF-8 text ({error})") from error
    listed = ((n, " ".join(line.split())) for n, line in enumerate(text.splitlines(), 1))
    return tuple((n, line) for n, line in listed if line and not line.startswith("#"))
