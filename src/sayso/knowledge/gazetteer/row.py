"""A place on its way from a source into the gazetteer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from sayso.errors import KnowledgeError

Point = tuple[float, float]
OWN = "own/"
"""what the names of the user's own sources begin with"""


@dataclass(slots=True)
class Row:
    """A place. `name` is filed as primary, `aliases` behind it; `code` is the unit's own code ("US.TX").

    `sure`: the aliases were written down by hand and are filed like the name.
    """

    ref: str
    name: str
    kind: str
    at: Point
    country: str | None
    source: str
    admin1: str | None = None
    admin2: str | None = None
    code: str | None = None
    population: int = 0
    radius_km: float = 5.0
    aliases: list[str] = field(default_factory=list)
    sure: bool = False


def packaged(package: str, *path: str) -> bytes:
    """The bytes of a data file in an installed package, found without importing the package.

    Raises:
        KnowledgeError: if the package is not installed.
    """
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise KnowledgeError(f"package {package} is not installed: the gazetteer is made from it")
    return Path(spec.submodule_search_locations[0]).joinpath(*path).read_bytes()


def lines_of(package: str, *path: str) -> Iterator[list[str]]:
    """The columns of each line of a packaged TSV file."""
    for line in packaged(package, *path).decode("utf-8").split("\n"):
        if line:
            yield line.split("\t")


def latin(name: str) -> bool:
    """Whether a further name can stand in an English report: Latin letters, a capital first, no airport code."""
    if len(name) < 3 or not name[0].isupper() or (len(name) < 5 and name.isupper()):
        return False
    return name.isascii() or all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "ʻʼ‘’" for c in name)
