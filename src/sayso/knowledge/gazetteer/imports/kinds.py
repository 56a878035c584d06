"""What other gazetteers call our kinds of places. What stands in no table is left out: news does not name it."""

from __future__ import annotations

from math import sqrt

from sayso.errors import InputError

KINDS = (
    "admin1", "admin2", "airbase", "airport", "base", "camp", "crossing", "dam", "front", "island", "lake", "mountain",
    "oil", "plant", "port", "quarter", "region", "river", "sea", "town",
)  # fmt: skip
_GEONAMES = {
    "admin1": "ADM1",
    "admin2": "ADM2",
    "airbase": "AIRB",
    "airport": "AIRP AIRF",
    "base": "MILB INSM NVB FT",
    "camp": "CMP CMPRF",
    "capital": "PPLC",
    "crossing": "PSTB PSTC",
    "dam": "DAM",
    "island": "ISL ISLS",
    "lake": "LK LKS RSV",
    "mountain": "MT MTS PK PASS",
    "oil": "OILF OILR OILJ GASF",
    "plant": "PS PSH PSN",
    "port": "PRT HBR",
    "quarter": "PPLX",
    "region": "RGN DSRT PEN VAL",
    "river": "STM STMX",
    "sea": "SEA GULF STRT BAY",
    "town": "PPL PPLA PPLA2 PPLA3 PPLA4 PPLA5 PPLF PPLG PPLL PPLR PPLS STLMT",
}
_PLACETYPES = {
    "admin1": "region macroregion",
    "admin2": "county macrocounty localadmin",
    "quarter": "borough macrohood neighbourhood microhood",
    "sea": "ocean marinearea",
    "town": "locality",
}
_WORDS = {
    "town": "city village settlement", "quarter": "neighbourhood neighborhood district-of-town", "admin1": "province",
    "admin2": "district", "oil": "oilfield refinery", "crossing": "checkpoint border-crossing",
    "airbase": "air-base", "base": "military-base", "camp": "refugee-camp", "plant": "power-plant",
}  # fmt: skip
_RADIUS = {"admin1": 90.0, "admin2": 30.0, "region": 150.0, "sea": 200.0, "river": 100.0, "lake": 20.0,
           "mountain": 20.0, "island": 15.0}  # fmt: skip


def _turned(table: dict[str, str]) -> dict[str, str]:
    return {code: kind for kind, codes in table.items() for code in codes.split()}


FEATURES = _turned(_GEONAMES)
"""GeoNames' feature code -> our kind"""
PLACETYPES = _turned(_PLACETYPES)
"""Who's On First's placetype -> our kind"""
_ASKED = _turned(_WORDS) | {kind: kind for kind in KINDS}


def kind_of(at: str, word: str) -> str:
    """The kind that a user's word means.

    Raises:
        InputError: if it means none; names the choices.
    """
    kind = _ASKED.get("-".join(word.lower().split()))
    if kind is None:
        raise InputError(f"{at}: {word!r} is no kind of place; one of: {', '.join(KINDS)}")
    return kind


def radius_of(kind: str, population: int) -> float:
    """How far from its point a place of a kind may reach, km."""
    if kind in ("town", "capital"):
        return round(min(25.0, 2 + sqrt(population) / 130), 2)
    return _RADIUS.get(kind, 3.0)
