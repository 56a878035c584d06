"""Who's On First: the CSV of a bundle ("meta" files), or its records as GeoJSON: one, a collection, or one a line."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from sayso.errors import InputError
from sayso.knowledge.gazetteer.imports.files import opened
from sayso.knowledge.gazetteer.imports.kinds import PLACETYPES, radius_of
from sayso.knowledge.gazetteer.row import Row, latin

LICENCE = "CC BY 4.0, and the licences of its sources (whosonfirst.org/docs/licenses)"
CREDIT = "Data © Who's On First (whosonfirst.org) and its sources"
_LAT = ("lbl_latitude", "lbl:latitude", "geom_latitude", "geom:latitude", "latitude", "lat")
_LON = ("lbl_longitude", "lbl:longitude", "geom_longitude", "geom:longitude", "longitude", "lon")
_LAND = ("iso_country", "iso:country", "wof_country", "wof:country", "iso", "country")
_GONE = ("deprecated", "edtf:deprecated", "superseded_by", "wof:superseded_by")
_NAMES = ("name:eng_x_preferred", "name:eng_x_variant", "name:eng_x_colloquial")
_JSON = (".json", ".geojson", ".jsonl", ".ndjson")
Fields = Mapping[str, Any]


def whosonfirst(path: Path, iso3: Callable[[str], str | None], source: str) -> Iterator[Row | None]:
    """A row for each record; None for what is gone, has no point, or is of a type that news does not name.

    Raises:
        InputError: if the file or a record does not have the form; names it.
    """
    records = _features(path) if path.name.removesuffix(".gz").removesuffix(".bz2").endswith(_JSON) else _lines(path)
    for at, fields in records:
        try:
            yield _row(fields, iso3, source)
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(f"{at}: no record of Who's On First ({type(error).__name__}: {error})") from error


def _lines(path: Path) -> Iterator[tuple[str, Fields]]:
    with opened(path) as lines:
        reader = csv.DictReader(lines)
        if not {"id", "name", "placetype"} <= set(reader.fieldnames or ()):
            raise InputError(f"{path}:1: the header of a bundle's CSV has id, name and placetype")
        for fields in reader:
            yield f"{path}:{reader.line_num}", fields


def _features(path: Path) -> Iterator[tuple[str, Fields]]:
    """The properties of all features of a GeoJSON file, or of a file with a feature a line."""
    with opened(path) as lines:
        text = lines.read()
    try:
        whole = [msgspec.json.decode(text)]
    except msgspec.DecodeError:
        whole = []
        for number, line in enumerate(filter(str.strip, text.splitlines()), 1):
            try:
                whole.append(msgspec.json.decode(line))
            except msgspec.DecodeError as error:
                raise InputError(f"{path}:{number}: no GeoJSON ({error})") from error
    for number, found in enumerate((f for one in whole for f in _parts(one)), 1):
        properties = found.get("properties") if isinstance(found, dict) else None
        if not isinstance(properties, dict):
            raise InputError(f"{path}: feature {number} has no properties: a Feature or a FeatureCollection is wanted")
        yield f"{path}: feature {number}", properties


def _parts(found: Any) -> list[Any]:
    inner = found.get("features") if isinstance(found, dict) else None
    return inner if isinstance(inner, list) else [found]


def _row(fields: Fields, iso3: Callable[[str], str | None], source: str) -> Row | None:
    ref = fields.get("wof:id", fields.get("id"))
    name = str(fields.get("wof:name") or fields.get("name") or "")
    kind = PLACETYPES.get(str(fields.get("wof:placetype") or fields.get("placetype")))
    lat, lon = _first(fields, _LAT), _first(fields, _LON)
    gone = any(str(fields.get(f) or "") not in ("", "[]", "uuuu", "-1") for f in _GONE)
    if not name or kind is None or lat is None or lon is None or gone or str(fields.get("mz:is_current")) == "0":
        return None
    population = int(float(_first(fields, ("wof:population", "population")) or 0))
    listed = [n for f in _NAMES for n in (fields.get(f) or []) if isinstance(n, str)]
    return Row(
        f"wof:{int(str(ref))}", name, kind, (float(lat), float(lon)), iso3(str(_first(fields, _LAND) or "").upper()),
        source, population=population, radius_km=radius_of(kind, population),
        aliases=[n for n in dict.fromkeys(listed) if n != name and latin(n)],
    )  # fmt: skip


def _first(fields: Fields, names: tuple[str, ...]) -> Any:
    """The first of several fields that says something; a point at 0, 0 is their word for none."""
    return next((fields[n] for n in names if fields.get(n) not in (None, "", 0, 0.0, "0", "0.0")), None)
