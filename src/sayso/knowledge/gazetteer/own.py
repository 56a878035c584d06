"""The user's own places: tables beside the packaged sources, each with its licence and credit in its first line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from sayso.errors import KnowledgeError
from sayso.knowledge.gazetteer.entry import Provenance
from sayso.knowledge.gazetteer.row import OWN, Row

COLUMNS = (
    "ref", "name", "kind", "lat", "lon", "country", "admin1", "admin2", "code", "population", "radius_km", "aliases",
)  # fmt: skip
Tables = Iterable[tuple[Path, str]]


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """The first line of a table. `form`: what it was read as; `read`: the file that it was read from, and its hash."""

    form: str
    licence: str
    credit: str
    read: str


def source_of(path: Path) -> str:
    """The name of a table as a source of places."""
    return f"{OWN}{path.stem}"


def written(path: Path, head: Head, rows: Iterable[Row]) -> int:
    """Write a table, whole or not at all; returns how many places it has."""
    path.parent.mkdir(parents=True, exist_ok=True)
    count, part = 0, path.with_suffix(".part")
    with part.open("w", encoding="utf-8", newline="\n") as out:
        out.write(f"# {msgspec.json.encode(head).decode()}\n" + "\t".join(COLUMNS) + "\n")
        for count, row in enumerate(rows, 1):  # noqa: B007
            out.write("\t".join(_cells(row)) + "\n")
    part.replace(path)
    return count


def _cells(row: Row) -> tuple[str, ...]:
    cells = (
        row.ref, row.name, row.kind, f"{row.at[0]:.6g}", f"{row.at[1]:.6g}", row.country or "", row.admin1 or "",
        row.admin2 or "", row.code or "", str(row.population), f"{row.radius_km:.4g}",
        "|".join(dict.fromkeys(a.replace("|", " ") for a in row.aliases)),
    )  # fmt: skip
    return tuple(" ".join(cell.split()) for cell in cells)


def head_of(path: Path) -> Head:
    """The first line of a table.

    Raises:
        KnowledgeError: if it is none.
    """
    with path.open(encoding="utf-8") as lines:
        first = lines.readline()
    try:
        return msgspec.json.decode(first.removeprefix("#"), type=Head)
    except msgspec.DecodeError as error:
        raise KnowledgeError(f"{path}:1: no table of places that `sayso places add` wrote ({error})") from error


def own_provenances(tables: Tables) -> Iterator[Provenance]:
    """The sources with what their first lines say."""
    for path, mark in tables:
        head = head_of(path)
        yield Provenance(source_of(path), mark, head.licence, head.credit)


def own_places(tables: Tables) -> Iterator[Row]:
    """The places of all tables.

    Raises:
        KnowledgeError: if a line is wrong: names the file and the line.
    """
    for path, _ in tables:
        sure = head_of(path).form == "csv"
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if number > 2:
                    yield _row(path, number, line.rstrip("\n").split("\t"), sure)


def _row(path: Path, number: int, cells: list[str], sure: bool) -> Row:
    try:
        ref, name, kind, lat, lon, country, admin1, admin2, code, population, radius, aliases = cells
        return Row(
            ref, name, kind, (float(lat), float(lon)), country or None, source_of(path), admin1 or None,
            admin2 or None, code or None, int(population), float(radius), [a for a in aliases.split("|") if a], sure,
        )  # fmt: skip
    except ValueError as error:
        raise KnowledgeError(f"{path}:{number}: no row of {', '.join(COLUMNS)} ({error})") from error
