"""Web annotations: the model's keys, words that are found again, and every statement that stands in words."""

import hashlib
import io
import json
from collections.abc import Iterator
from typing import Any

import pytest

from sayso.exporting.annotations import write_annotations
from sayso.model.reading import Reading
from tests.exporting.sample import READING, STATEMENTS, Shelf
from tests.exporting.test_selectors import refound

KEYS = {
    "Annotation": {"@context", "id", "type", "motivation", "generator", "body", "target"},
    "SpecificResource": {"source", "scope", "selector", "type"},
    "TextPositionSelector": {"start", "end", "type"},
    "TextQuoteSelector": {"exact", "prefix", "suffix", "type"},
    "TextualBody": {"purpose", "format", "language", "value", "type"},
    "Software": {"name", "type"},
    "Text": {"id", "format", "language", "type"},
    "Person": {"id", "name", "type"},
    "Organization": {"id", "name", "type"},
    "sayso:Statement": {"type"},
    None: {"id", "name"},
}
"""Keys that the model, or our own context, gives to a node of a type."""


def exported(*readings: Reading) -> list[dict[str, Any]]:
    stream = io.StringIO()
    count = write_annotations(Shelf(*readings), stream)
    found = [json.loads(line) for line in stream.getvalue().split("\n")[:-1]]
    assert len(found) == count
    return found


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """All objects of a JSON-LD document, but for its context."""
    if isinstance(value, dict):
        yield value
        for key, inner in value.items():
            if key != "@context":
                yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def check(annotation: dict[str, Any]) -> None:
    """What the model demands."""
    assert annotation["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert annotation["type"] == "Annotation"
    assert annotation["target"]
    for node in nodes(annotation):
        own = {key for key in node if not key.startswith("sayso:")}
        assert own <= KEYS[node.get("type")], node
        assert all(value not in (None, "", [], {}) or key in ("prefix", "suffix") for key, value in node.items()), node
        if node.get("type") == "SpecificResource":
            assert [s["type"] for s in node["selector"]] == ["TextPositionSelector", "TextQuoteSelector"]


def test_all_words_are_found_again_by_position_and_by_quotation(demo: list[Reading]) -> None:
    texts = {reading.report.id: reading.text for reading in demo}
    places = [node for one in exported(*demo) for node in nodes(one) if node.get("type") == "SpecificResource"]
    assert len(places) > 400
    for place in places:
        text = texts[place["source"]["id"]]
        position, quotation = place["selector"]
        assert text[position["start"] : position["end"]] == quotation["exact"]
        assert refound(text, quotation) == [(position["start"], position["end"])]
        assert hashlib.sha256(text.encode()).hexdigest() == place["source"]["id"].removeprefix("sha256:")


def test_annotations_are_what_the_model_demands(demo: list[Reading]) -> None:
    found = exported(*demo)
    for annotation in found:
        check(annotation)
    assert len({one["id"] for one in found}) == len(found) == sum(len(reading.statements) for reading in demo)


def test_the_targets_are_the_pieces_of_the_content() -> None:
    for annotation, statement in zip(exported(READING), STATEMENTS, strict=True):
        spans = statement.content or statement.cue
        found = [(t["selector"][0]["start"], t["selector"][0]["end"]) for t in annotation["target"]]
        assert found == list(spans)
        assert annotation["body"][1]["sayso:annotated"] == ("content" if statement.content else "cue")
        assert {t["scope"] for t in annotation["target"]} == {"https://example.org/talks?id=7"}


def test_the_body_says_how_it_was_said_and_by_whom() -> None:
    first, *_ = exported(READING)
    words, body = first["body"]
    assert words["value"] == "Mara Quill: assert (direct)"
    assert body["sayso:speaker"]["id"] == "urn:sayso:actor:person/mara-quill"
    assert (body["sayso:speaker"]["type"], body["sayso:addressee"]["name"]) == ("Person", "reporters")
    assert body["sayso:time"] == {"sayso:timex": "2020-03-06", "sayso:start": "2020-03-06", "sayso:end": "2020-03-07"}
    assert body["sayso:venue"] == {"sayso:kind": "press-conference"}
    assert [p["selector"][1]["exact"] for p in body["sayso:cue"]] == ["told"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (2, "Reed Front: deny (indirect)"),
        (6, "Mara Quill: assert (not said)"),
        (7, "The ministry: refuse-comment (indirect)"),
        (12, "not named: assert (direct)"),
    ],
)
def test_a_line_for_people(number: int, words: str) -> None:
    assert exported(READING)[number - 1]["body"][0]["value"] == words


def test_a_nested_statement_names_the_one_around_it() -> None:
    found = exported(READING)
    assert found[4]["body"][1]["sayso:parent"] == {"id": found[3]["id"]}
    assert "sayso:parent" not in found[3]["body"][1]
    assert found[10]["body"][1]["sayso:onBehalfOf"]["name"] == "Reed Front"


def test_an_actor_without_a_plain_ref_belongs_to_its_report() -> None:
    assert exported(READING)[1]["body"][1]["sayso:speaker"]["id"] == f"{READING.report.id}/a2"
