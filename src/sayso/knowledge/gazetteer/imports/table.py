"""The user's own table of places: CSV with a header, parted by commas, semicolons or tabs."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

from sayso.errors import InputError
from sayso.knowledge.gazetteer.imports.files import opened
from sayso.knowledge.gazetteer.imports.kinds import kind_of, radius_of
from sayso.knowledge.gazetteer.row import Row
from sayso.text.normal import slug

COLUMNS = ("name", "lat", "lon", "country", "feature", "aliases", "id", "population", "radius_km", "admin1")
_ALSO = {"latitude": "lat", "longitude": "lon", "lng": "lon", "long": "lon", "kind": "feature", "type": "feature",
         "alias": "aliases"}  # fmt: skip
_REQUIRED = ("name", "lat", "lon")


def table(path: Path, iso3: Callable[[str], str | None], source: str) -> Iterator[Row | None]:
    """A row for each line. Columns: see `COLUMNS`; the first three must be there.

    Raises:
        InputError: if the header or a line is wrong: names the line, what is wrong, and the choices.
    """
    used: dict[str, int] = {}
    with opened(path) as lines:
        header = lines.readline()
        parted = max(",;\t", key=header.count)
        names = [n.strip().lower() for n in next(csv.reader([header.rstrip("\r\n")], delimiter=parted), [])]
        columns = [_ALSO.get(name, name) for name in names]
        missing = [name for name in _REQUIRED if name not in columns]
        unknown = [name for name in columns if name not in COLUMNS]
        if missing or unknown:
            wrong = f"lacks {', '.join(missing)}" if missing else f"has {', '.join(map(repr, unknown))}"
            raise InputError(f"{path}:1: the header {wrong}; columns are: {', '.join(COLUMNS)}")
        reader = csv.reader(lines, delimiter=parted)
        for cells in reader:
            at = f"{path}:{reader.line_num + 1}"
            if not any(map(str.strip, cells)):
                continue
            if len(cells) != len(columns):
                raise InputError(f"{at}: {len(cells)} columns, the header has {len(columns)}")
            fields = {name: " ".join(cell.split()) for name, cell in zip(columns, cells, strict=True)}
            ref = slug(fields.get("id") or fields["name"])
            used[ref] = used.get(ref, 0) + 1
            yield _row(at, fields, iso3, source, ref if used[ref] == 1 else f"{ref}-{used[ref]}")


def _row(at: str, fields: dict[str, str], iso3: Callable[[str], str | None], source: str, ref: str) -> Row:
    if not fields["name"]:
        raise InputError(f"{at}: a place without a name")
    kind = kind_of(at, fields.get("feature") or "town")
    asked = fields.get("country", "")
    country = iso3(asked) if asked else None
    if asked and country is None:
        raise InputError(f"{at}: {asked!r} is no country; two or three letters (LY, LBY) or its English name")
    population = int(_number(at, "population", fields.get("population") or "0", 0, 2e10))
    radius = fields.get("radius_km")
    return Row(
        f"{source}:{ref}", fields["name"], kind,
        (_number(at, "lat", fields["lat"], -90, 90), _number(at, "lon", fields["lon"], -180, 180)),
        country, source, admin1=fields.get("admin1") or None, population=population,
        radius_km=_number(at, "radius_km", radius, 0, 5000) if radius else radius_of(kind, population),
        aliases=[a.strip() for a in fields.get("aliases", "").split("|") if a.strip()], sure=True,
    )  # fmt: skip


def _number(at: str, name: str, value: str, least: float, most: float) -> float:
    try:
        number = float(value)
    except ValueError:
        raise InputError(f"{at}: {name}: {value!r} is no number") from None
    if not least <= number <= most:
        raise InputError(f"{at}: {name}: {value} is not between {least:g} and {most:g}")
    return number
