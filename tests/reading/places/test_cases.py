"""Labelled sentences: the place that a name means, its kind and its use (`tests/cases/places.tsv`)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from sayso.model.reading import Place
from sayso.model.report import Block, Header, Report
from sayso.reading import Reader
from sayso.reading.draft import Draft
from sayso.reading.parsing import parse
from sayso.reading.places.of_event import coordinated, place_of
from sayso.reading.places.stage import Places

CASES = list(
    csv.DictReader((Path(__file__).parents[2] / "cases" / "places.tsv").open(encoding="utf-8"), delimiter="\t")
)


def draft_of(reader: Reader, text: str, publisher: str | None = None) -> Draft:
    report = Report(
        header=Header(id="", publisher=publisher), text=text, blocks=(Block(span=(0, len(text)), kind="body"),)
    )
    return parse(report, reader.parser).with_layer("names", ())


def places_of(reader: Reader, text: str, publisher: str | None = None) -> dict[str, Place]:
    """The first place of each wording."""
    found = Places()(draft_of(reader, text, publisher))
    return {text[p.span[0] : p.span[1]]: p for p in reversed(found)}


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['name']}: {c['text'][:30]}")
def test_case(reader: Reader, case: dict[str, str]) -> None:
    place = places_of(reader, case["text"])[case["name"]]
    assert place.country == (case["country"] or None)
    assert (place.feature, place.use) == (case["feature"] or None, case["use"])
    if case["ref"]:
        assert place.ref == case["ref"]


def test_the_report_decides_which_tripoli(reader: Reader) -> None:
    libyan = places_of(reader, "Forces near Misrata shelled the road to Tripoli.")["Tripoli"]
    lebanese = places_of(reader, "Protesters in Beirut and Sidon marched; others marched in Tripoli.")["Tripoli"]
    assert (libyan.country, lebanese.country) == ("LBY", "LBN")
    assert [c.country for c in libyan.candidates[:2]] == ["LBY", "LBN"]


def test_one_sense_a_report(reader: Reader) -> None:
    text = "The fire began in Paris, Texas. By night half of Paris was dark."
    found = [p for p in Places()(draft_of(reader, text)) if p.name == "Paris"]
    assert [p.admin1 for p in found] == ["Texas", "Texas"]


def test_the_publisher_tells_its_country(reader: Reader) -> None:
    text = "A bus left the road near Newcastle; two people were hurt."
    assert places_of(reader, text, "news.example.uk")["Newcastle"].country == "GBR"
    assert places_of(reader, text, "news.example.au")["Newcastle"].country == "AUS"


@pytest.mark.parametrize(
    "text",
    [
        "Reading the report, General Jack London spoke of hope in March.",
        "He may split the mobile unit in a nice way.",
        "Jordan Smith and Paris Hilton spoke for an hour.",
        "READ MORE: What comes next",
    ],
)
def test_no_place_is_read_into_other_words(reader: Reader, text: str) -> None:
    assert places_of(reader, text) == {}


def test_unknown_village_stays_unresolved(reader: Reader) -> None:
    place = places_of(reader, "Troops entered the village of Qzamarkut in Syria on Friday.")["Qzamarkut"]
    assert (place.precision, place.lat, place.ref, place.radius_km) == ("unresolved", None, None, None)


def test_spans_are_exact_and_ids_in_order(reader: Reader) -> None:
    text = "“Tripoli,” he said, “and the U.S. — not Paris’s mayor — decide about Deir ez-Zor.”"
    found = Places()(draft_of(reader, text))
    assert [text[p.span[0] : p.span[1]] for p in found] == ["Tripoli", "U.S.", "Paris", "Deir ez-Zor"]
    assert [p.id for p in found] == ["p1", "p2", "p3", "p4"]


@pytest.mark.parametrize(
    ("text", "verb", "place"),
    [
        ("Gunmen attacked a police post in Benghazi on Monday.", "attacked", ["Benghazi"]),
        ("The army, which has a base in Sabha, attacked Tarhuna.", "attacked", ["Tarhuna"]),
        ("Shelling in Aleppo killed nine people.", "killed", ["Aleppo"]),
        ("A spokesman in Tunis said that rebels attacked a convoy near Gharyan.", "attacked", ["Gharyan"]),
        ("Rockets hit homes in Sirte, Brega and Ajdabiya.", "hit", ["Sirte", "Brega", "Ajdabiya"]),
        ("Libyan officers praised the Turkish envoy.", "praised", []),
        ("The minister spoke with Ankara.", "spoke", []),
    ],
)
def test_place_of_an_event(reader: Reader, text: str, verb: str, place: list[str]) -> None:
    draft = draft_of(reader, text)
    places = Places()(draft)
    word = next(w for w in draft.words if w.text == verb)
    found = place_of(word, places, draft)
    listed = coordinated(found, places, draft) if found else []
    assert [text[p.span[0] : p.span[1]] for p in listed] == place
