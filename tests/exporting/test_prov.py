"""PROV-JSON: every name is declared and every relation has its ends; who did not say it is not credited with it."""

import io
import json
import re
from typing import Any

import pytest

from sayso.exporting.prov import PREFIXES, write_prov
from sayso.model.reading import Reading
from tests.exporting.sample import READING, Shelf

ENDS = {
    "wasDerivedFrom": {"prov:generatedEntity": "entity", "prov:usedEntity": "entity"},
    "wasAttributedTo": {"prov:entity": "entity", "prov:agent": "agent"},
    "hadMember": {"prov:collection": "entity", "prov:entity": "entity"},
    "used": {"prov:activity": "activity", "prov:entity": "entity"},
    "wasGeneratedBy": {"prov:entity": "entity", "prov:activity": "activity"},
    "wasAssociatedWith": {"prov:activity": "activity", "prov:agent": "agent"},
    "actedOnBehalfOf": {"prov:delegate": "agent", "prov:responsible": "agent"},
}
Bundle = dict[str, dict[str, Any]]


def exported(*readings: Reading) -> dict[str, Bundle]:
    stream = io.StringIO()
    assert write_prov(Shelf(*readings), stream) == len(readings)
    document = json.loads(stream.getvalue())
    assert set(document) == {"prefix", "bundle"}
    assert document["prefix"] == PREFIXES
    return document["bundle"]


def check(bundle: Bundle) -> None:
    """Names have a known prefix; what a relation joins is of the right kind and in the bundle."""
    elements = {kind: bundle.get(kind, {}) for kind in ("entity", "agent", "activity")}
    for kind, described in bundle.items():
        assert kind in elements or kind in ENDS
        for name, attributes in described.items():
            assert name.partition(":")[0] in {*PREFIXES, "_"}
            assert {key.partition(":")[0] for key in attributes} <= {"prov", "sayso"}
            assert all(value not in (None, "", [], {}) for value in attributes.values())
            if kind in ENDS:
                assert set(attributes) - {"prov:type"} == set(ENDS[kind])
                assert all(attributes[end] in elements[wanted] for end, wanted in ENDS[kind].items())


def pairs(bundle: Bundle, kind: str) -> set[tuple[str, ...]]:
    """The ends of all relations of a kind, statements and the like by their short names."""
    return {
        tuple(attributes[end].rpartition("/")[2] for end in ENDS[kind]) for attributes in bundle.get(kind, {}).values()
    }


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    (found,) = exported(READING).values()
    return found


def test_every_bundle_is_whole(demo: list[Reading]) -> None:
    bundles = exported(*demo)
    assert list(bundles) == [f"{reading.report.id}/reading" for reading in demo]
    for found in bundles.values():
        check(found)


def test_nothing_to_export_is_still_a_document() -> None:
    assert exported() == {}


def test_a_reading_comes_from_its_report_by_a_reader(bundle: Bundle) -> None:
    report = READING.report.id
    (reader,) = (name for name in bundle["agent"] if name.startswith("reader:"))
    agent = bundle["agent"][reader]
    assert agent["prov:type"] == {"$": "prov:SoftwareAgent", "type": "prov:QUALIFIED_NAME"}
    assert (agent["sayso:version"], agent["sayso:model"]) == ("0.1.0", ["words", "more"])
    assert ("reading", reader) in pairs(bundle, "wasAttributedTo")
    assert ("reading", report) in pairs(bundle, "wasDerivedFrom")
    assert (report, "publisher") in pairs(bundle, "wasAttributedTo")
    assert bundle["entity"][report]["sayso:published"] == "2020-03-07"


def test_statements_are_quoted_from_the_report_and_attributed_to_who_spoke(bundle: Bundle) -> None:
    report = READING.report.id
    quoted = [r for r in bundle["wasDerivedFrom"].values() if "prov:type" in r]
    assert {r["prov:type"]["$"] for r in quoted} == {"prov:Quotation"}
    assert [r["prov:generatedEntity"] for r in quoted] == [f"{report}/{s.id}" for s in READING.statements]
    said_by = {one: other for one, other in pairs(bundle, "wasAttributedTo") if re.fullmatch(r"s\d+", one)}
    assert said_by == {
        "s1": "mara-quill", "s2": "a2", "s3": "a2", "s4": "mara-quill", "s5": "a3", "s7": "source", "s8": "mara-quill",
        "s10": "a2", "s11": "a5",
    }, "s6 was not said, and s9 is denied to have been said"  # fmt: skip
    assert bundle["agent"][f"{report}/s7/source"] == {"prov:label": "The ministry", "sayso:kind": "government"}
    assert pairs(bundle, "actedOnBehalfOf") == {("a5", "a2")}


def test_nested_statements_are_derived_from_the_outer_ones(bundle: Bundle) -> None:
    assert {("s5", "s4"), ("s9", "s8")} <= pairs(bundle, "wasDerivedFrom")
    assert ("s4", "s5") not in pairs(bundle, "wasDerivedFrom")


def test_only_words_given_word_for_word_are_the_value(bundle: Bundle) -> None:
    statements = {name.rpartition("/")[2]: entity for name, entity in bundle["entity"].items()}
    assert [name for name, entity in statements.items() if "prov:value" in entity] == ["s12"]
    assert statements["s1"]["sayso:span"] == [f"{b}-{e}" for b, e in READING.statements[0].content]
    assert (statements["s2"]["sayso:act"], statements["s6"]["sayso:negated"]) == ("deny", True)
