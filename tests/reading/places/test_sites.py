"""Our own sites: one case a line in tests/cases/sites.tsv, a sentence that names one and where it lies."""

import pytest

from sayso.knowledge.gazetteer import distance_km
from sayso.reading import Reader
from tests.reading.events.plain import read, rows

NEAR = 25  # km, or the site's own radius
RIGHT = 0.96
COUNTRY = 0.97


@pytest.fixture(scope="module")
def found(reader: Reader) -> list[tuple[float, float, bool]]:
    """For each case how far the place found lies from the true one, its radius, and whether its country is right."""
    listed = []
    for row in rows("sites.tsv"):
        draft = read(reader, row["text"])
        places = [p for p in draft.layer("places") if p.lat is not None and row["name"] in draft.text[slice(*p.span)]]
        far = 1e5
        if places and places[0].lat is not None and places[0].lon is not None:
            far = distance_km((places[0].lat, places[0].lon), (float(row["lat"]), float(row["lon"])))
        right = bool(places) and (places[0].country or "") == (row["country"] or "")
        listed.append((far, (places[0].radius_km or 0.0) if places else 0.0, right))
    return listed


def test_sites_lie_where_they_are(found: list[tuple[float, float, bool]]) -> None:
    assert sum(far <= max(NEAR, radius) for far, radius, _ in found) >= RIGHT * len(found)


def test_sites_are_in_their_country(found: list[tuple[float, float, bool]]) -> None:
    assert sum(right for _, _, right in found) >= COUNTRY * len(found)
