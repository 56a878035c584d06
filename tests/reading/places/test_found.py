"""Labelled sentences: all names of places in each, those that no source knows among them (`places-found.tsv`).

Sets: `new` has invented villages, `known` has known places, `trap` has names of other things; `fresh` and `fresh-trap`
were written after the rules and measured before any change that they led to (F1 0.88 and 0.74).
"""

from __future__ import annotations

from collections import defaultdict

import pytest

from sayso.model.reading import Place
from sayso.reading import Reader
from sayso.reading.actors.names import Names
from sayso.reading.parsing import parse
from sayso.reading.places.mention import demonyms
from sayso.reading.places.stage import Places
from tests.reading.events.plain import plain, rows

# F1 of the spans, exact, as measured less 0.01.
FLOORS = {"new": 0.98, "known": 0.98, "trap": 0.98, "fresh": 0.95, "fresh-trap": 0.86}


def found(reader: Reader, text: str) -> list[Place]:
    """Names of places, without those inside other names and without demonyms."""
    draft = parse(plain(text), reader.parser)
    places = Places()(draft.with_layer("names", Names()(draft)))
    return [p for p in places if p.use != "part-of-name" and text[p.span[0] : p.span[1]] not in demonyms()]


def wanted(text: str, names: str) -> set[tuple[int, int]]:
    at, spans = 0, set()
    for name in filter(None, names.split("; ")):
        begin = text.index(name, at)
        at = begin + len(name)
        spans.add((begin, at))
    return spans


def test_names_of_places_are_found(reader: Reader) -> None:
    right: dict[str, int] = defaultdict(int)
    sizes: dict[str, int] = defaultdict(int)
    for row in rows("places-found.tsv"):
        gold = wanted(row["text"], row["places"] or "")
        spans = {p.span for p in found(reader, row["text"])}
        right[row["set"]] += len(gold & spans)
        sizes[row["set"]] += len(gold) + len(spans)
    assert set(sizes) == set(FLOORS)
    for name, floor in FLOORS.items():
        assert 2 * right[name] / sizes[name] >= floor, name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rebels withdrew from Khan Delban to Idlib and Aleppo.", "Khan Delban"),
        ("Shells fell on Wadi Harada and Damascus.", "Wadi Harada"),
        ("Gunmen killed ten men in Tin Akrouf in northern Mali.", "Tin Akrouf"),
        ("Rebels captured San Isidro Bato in Northern Samar.", "San Isidro Bato"),
        ("Three men died in Fonds-Mirande, above Port-au-Prince.", "Fonds-Mirande"),
    ],
)
def test_a_longer_name_is_not_its_namesake(reader: Reader, text: str, name: str) -> None:
    place = next(p for p in found(reader, text) if text[p.span[0] : p.span[1]] == name)
    assert (place.precision, place.ref, place.lat) == ("unresolved", None, None)


def test_a_name_called_a_village_once_is_one_everywhere(reader: Reader) -> None:
    text = "Troops entered the village of Lozuvatske on Monday. Lozuvatske had been shelled for weeks."
    assert [text[p.span[0] : p.span[1]] for p in found(reader, text)] == ["Lozuvatske", "Lozuvatske"]


@pytest.mark.parametrize(
    "text",
    [
        "Police took Nkundiye to prison.",
        "The money came from Abu Ahmad, a trader.",
        "In Parliament, the opposition walked out.",
        "In Ramadan the fighting stopped; it began anew on Mon.",
        "The army burned Qurans.",
    ],
)
def test_cues_of_places_make_no_place_of_other_names(reader: Reader, text: str) -> None:
    assert found(reader, text) == []
