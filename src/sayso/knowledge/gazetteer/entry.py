"""A place of the gazetteer, and where our knowledge of it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

PRIMARY, ALIAS, LOOSE = 0, 1, 2


class Entry(NamedTuple):
    """One place. Degrees WGS 84; `country` is ISO 3166 alpha-3; `rank` says how the name asked for matched.

    `kind`: country, continent, region, sea, river, lake, mountain, island, admin1, admin2, town, quarter, airport,
    airbase, base, camp, oil, dam, crossing, front, port, plant. `admin1`, `admin2` are codes ("US.TX", "US.TX.277").
    `radius_km` is how far from the point the place may reach.
    """

    id: int
    ref: str
    name: str
    kind: str
    lat: float
    lon: float
    country: str | None
    admin1: str | None
    admin2: str | None
    population: int
    radius_km: float
    rank: int


class Described(NamedTuple):
    """A place with where our knowledge of it comes from; the fields are those of `Entry` and `Provenance`."""

    ref: str
    name: str
    kind: str
    lat: float
    lon: float
    country: str | None
    admin1: str | None
    admin2: str | None
    population: int
    radius_km: float
    source: str
    licence: str
    credit: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """A source of the gazetteer, its version and the credit that it asks for."""

    name: str
    version: str
    licence: str
    credit: str


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The great-circle distance of two (latitude, longitude) points."""
    la, lo, lb, lp = radians(a[0]), radians(a[1]), radians(b[0]), radians(b[1])
    half = sin((lb - la) / 2) ** 2 + cos(la) * cos(lb) * sin((lp - lo) / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(half)))
