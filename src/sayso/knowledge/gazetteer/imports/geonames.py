"""GeoNames' dump: allCountries.txt, or the file of a country; 19 columns parted by tabs, no header."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from sayso.errors import InputError
from sayso.knowledge.gazetteer.imports.files import opened
from sayso.knowledge.gazetteer.imports.kinds import FEATURES, radius_of
from sayso.knowledge.gazetteer.row import Row, latin

_COLUMNS = 19
LICENCE = "CC BY 4.0"
CREDIT = "Data © GeoNames (www.geonames.org), CC BY 4.0"


def geonames(path: Path, iso3: Callable[[str], str | None], source: str) -> Iterator[Row | None]:
    """A row for each line; None for a feature that news does not name.

    Raises:
        InputError: if a line does not have the form; names it.
    """
    with opened(path) as lines:
        for number, line in enumerate(lines, 1):
            cells = line.rstrip("\r\n").split("\t")
            if len(cells) != _COLUMNS:
                raise InputError(
                    f"{path}:{number}: {len(cells)} columns, a GeoNames dump has {_COLUMNS}: "
                    "allCountries.txt, or a country's file such as LY.txt"
                )
            try:
                yield _row(cells, iso3, source)
            except ValueError as error:
                raise InputError(f"{path}:{number}: {error}") from error


def _row(cells: list[str], iso3: Callable[[str], str | None], source: str) -> Row | None:
    ref, name, plain, others, lat, lon, _, code, land, _, unit, part = cells[:12]
    kind = FEATURES.get(code)
    if kind is None or not name:
        return None
    admin1 = f"{land}.{unit}" if unit and unit != "00" else None
    admin2 = f"{admin1}.{part}" if admin1 and part else None
    population = int(cells[14] or 0)
    own = {"admin1": admin1, "admin2": admin2}.get(kind)
    return Row(
        f"geonames:{int(ref)}", name, kind, (float(lat), float(lon)), iso3(land), source, admin1, admin2, own,
        population, radius_of(kind, population),
        [n for n in dict.fromkeys((plain, *others.split(","))) if n != name and latin(n)],
    )  # fmt: skip
