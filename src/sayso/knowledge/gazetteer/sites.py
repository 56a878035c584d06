"""The project's own places (`resources/sites/`): bases, camps, terminals, crossings, quarters, fronts, seas."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.knowledge.gazetteer.row import Row
from sayso.knowledge.load import rows

WEIGHTS = {"region": 30_000_000, "sea": 3_000_000, "river": 1_000_000, "island": 200_000, "mountain": 100_000}


def weight(kind: str) -> int:
    """How well known a place is that gives no inhabitants, as if it had so many."""
    return WEIGHTS.get(kind, 3000)


def sites() -> Iterator[Row]:
    """The compiled table, a row a place. `admin1` is a GeoNames code ("LY.77") or empty."""
    for line in rows("sites.tsv"):
        yield Row(
            f"site:{line['id']}", line["name"], line["kind"], (float(line["lat"]), float(line["lon"])),
            line["country"] or None, "sites", admin1=line["admin1"] or None,
            population=weight(line["kind"]), radius_km=float(line["precision_km"]),
            aliases=[a for a in line["aliases"].split("|") if a], sure=True,
        )  # fmt: skip
