"""OurAirports: airports.csv."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from sayso.errors import InputError
from sayso.knowledge.gazetteer.airfields import chosen
from sayso.knowledge.gazetteer.imports.files import opened
from sayso.knowledge.gazetteer.row import Row

LICENCE = "public domain"
CREDIT = "Airports by OurAirports (ourairports.com), public domain"
_WANTED = frozenset({
    "ident", "type", "name", "latitude_deg", "longitude_deg", "iso_country", "iso_region", "municipality", "iata_code",
})  # fmt: skip


def ourairports(path: Path, iso3: Callable[[str], str | None], source: str) -> Iterator[Row | None]:
    """A row for each airfield that news may speak of; None for heliports and airstrips.

    Raises:
        InputError: if the file does not have the form; names the line.
    """
    with opened(path) as lines:
        reader = csv.DictReader(lines)
        missing = sorted(_WANTED - set(reader.fieldnames or ()))
        if missing:
            raise InputError(f"{path}:1: the header of OurAirports' airports.csv has {', '.join(missing)}, too")
        for fields in reader:
            try:
                found = list(chosen([fields], iso3))
            except (ValueError, TypeError, AttributeError) as error:
                raise InputError(f"{path}:{reader.line_num}: no airport ({error})") from error
            yield replace(found[0], source=source) if found else None
