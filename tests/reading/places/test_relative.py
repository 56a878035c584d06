"""Places told by others: the point, how exact it is, and its country (`tests/cases/places-relative.tsv`)."""

from __future__ import annotations

import pytest

from sayso.knowledge.gazetteer import distance_km
from sayso.model.reading import Place
from sayso.reading import Reader
from sayso.reading.places.offsets import between, moved
from sayso.reading.places.phrases import offset_before
from tests.reading.events.plain import read, rows


def told(reader: Reader, text: str, name: str) -> Place:
    """The widest place that holds the last mention of a name."""
    begin = text.rindex(name)
    holding: list[Place] = [
        p for p in read(reader, text).layer("places") if p.span[0] <= begin and begin + len(name) <= p.span[1]
    ]
    return max(holding, key=lambda p: p.span[1] - p.span[0])


@pytest.mark.parametrize("row", rows("places-relative.tsv"), ids=lambda r: r["text"][:40])
def test_point_and_radius(reader: Reader, row: dict[str, str]) -> None:
    place = told(reader, row["text"], row["name"])
    assert place.lat is not None and place.lon is not None and place.radius_km is not None and place.ref is not None
    far = distance_km((place.lat, place.lon), (float(row["lat"]), float(row["lon"])))
    assert far <= float(row["within_km"])
    assert 0 < place.radius_km <= float(row["radius_km"])
    assert (place.country or "") == (row["country"] or "")


def test_the_event_is_where_the_words_put_it(reader: Reader) -> None:
    text = "Fighters attacked an army base 140 km southwest of Tripoli on Monday."
    draft = read(reader, text)
    place = next(p for p in draft.layer("places") if p.id == draft.layer("events")[0].place)
    assert text[slice(*place.span)] == "140 km southwest of Tripoli"
    assert [p.id for p in draft.layer("places")] == ["p1", "p2"]


def test_both_ends_of_a_retreat_are_places(reader: Reader) -> None:
    text = "Rebels retreated from Umm Rawasi to Dan Gulbi."
    found = read(reader, text).layer("places")
    assert [(text[slice(*p.span)], p.precision) for p in found] == [
        ("Umm Rawasi", "unresolved"),
        ("Dan Gulbi", "unresolved"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "John Smith, 20 km from home, called the police.",
        "Haji Omar, a village elder, was shot.",
        "He fled to France with John Smith.",
    ],
)
def test_persons_stay_persons(reader: Reader, text: str) -> None:
    assert {p.feature for p in read(reader, text).layer("places")} <= {"country"}


def test_a_few_words_before_a_name() -> None:
    text = "It lies some 12.5 miles (20 km) to the north-west of the town of Azaz."
    offset = offset_before(text, text.index("Azaz"))
    assert offset is not None and offset.exact and offset.bearing == 315
    assert offset.km == pytest.approx(20.1, abs=0.1)
    assert text[offset.begin :].startswith("12.5 miles")
    assert offset_before("He told of Azaz", 11) is None


def test_reckoning_crosses_the_date_line() -> None:
    assert moved((0.0, 179.5), 111.2, 90) == (0.0, -179.5)
    assert between((10.0, 179.0), (10.0, -179.0)) == (10.0, -180.0)
    assert moved((60.0, 10.0), 111.2, 0) == (61.0, 10.0)
