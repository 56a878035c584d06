"""schema.org: nobody is made to say what he did not say, and every text is exact words of the report."""

import io
import json
from typing import Any

import pytest

from sayso.exporting.said import OMITTED
from sayso.exporting.schemaorg import write_schema_org
from sayso.model.reading import Reading
from tests.exporting.sample import READING, Shelf
from tests.exporting.test_annotations import nodes

THING = {"@type", "@id", "name", "description", "identifier", "url"}
WORK = THING | {
    "text", "abstract", "author", "creator", "creditText", "citation", "about", "audience", "dateCreated",
    "datePublished", "hasPart", "headline", "inLanguage", "isPartOf", "position", "publisher",
}  # fmt: skip
PERSON, BODY = THING | {"jobTitle"}, THING
KEYS = {
    "Quotation": WORK | {"spokenByCharacter"},
    "Claim": WORK | {"appearance"},
    "CreativeWork": WORK,
    "NewsArticle": WORK,
    "Audience": THING,
    "Person": PERSON,
    **dict.fromkeys(
        ("Organization", "GovernmentOrganization", "PoliticalParty", "NGO", "Corporation", "NewsMediaOrganization"),
        BODY,
    ),
    None: {"@id"},
}
"""The properties that schema.org gives to each type, as far as they are used."""


def exported(*readings: Reading) -> list[dict[str, Any]]:
    stream = io.StringIO()
    count = write_schema_org(Shelf(*readings), stream)
    found = [json.loads(line) for line in stream.getvalue().split("\n")[:-1]]
    assert len(found) == count
    return found


@pytest.fixture(scope="module")
def works() -> dict[str, dict[str, Any]]:
    return {work["@id"].rpartition("/")[2]: work for work in exported(READING)}


def test_only_properties_that_the_types_have(demo: list[Reading]) -> None:
    for work in exported(*demo):
        assert work["@context"][0] == "https://schema.org"
        for node in nodes(work):
            own = {key for key in node if not key.startswith("sayso:") and key != "@context"}
            assert own <= KEYS[node.get("@type")], node
            assert all(value not in (None, "", [], {}) for value in node.values()), node


def test_every_text_is_words_of_the_report(demo: list[Reading]) -> None:
    texts = {reading.report.id: reading.text for reading in demo}
    seen = 0
    for work in exported(*demo):
        text = texts[work["@id"].partition("/")[0]]
        for node in nodes(work):
            for key in ("text", "abstract", "description"):
                for piece in node.get(key, "").split(OMITTED) if key in node else ():
                    assert piece in text
                    seen += 1
    assert seen > 300


def test_direct_words_are_a_quotation(works: dict[str, dict[str, Any]]) -> None:
    work = works["s1"]
    assert work["@type"] == "Quotation"
    assert work["text"] == "The talks are over […] We tried\teverything.\r\n\r\n“And we failed"
    assert [part["text"] for part in work["hasPart"]] == work["text"].split(" […] ")
    assert work["spokenByCharacter"] == work["creator"]
    assert work["creator"] == {
        "@type": "Person", "@id": "urn:sayso:actor:person/mara-quill", "name": "Mara Quill", "jobTitle": "envoy",
    }  # fmt: skip
    assert (work["dateCreated"], work["audience"]["name"]) == ("2020-03-06", "reporters")
    assert work["citation"] == {
        "@type": "NewsArticle", "@id": READING.report.id, "url": "https://example.org/talks?id=7",
        "headline": "Envoy resigns 🕊 after talks", "publisher": {"@type": "Organization", "name": "The Quay & Sons"},
        "creditText": "Desk", "datePublished": "2020-03-07", "inLanguage": "en",
    }  # fmt: skip


@pytest.mark.parametrize("number", ["s2", "s3", "s8"])
def test_who_denies_does_not_claim(number: str, works: dict[str, dict[str, Any]]) -> None:
    work = works[number]
    assert (work["@type"], work["sayso:act"]) == ("CreativeWork", "deny")
    assert work["author"]["name"] in ("Reed Front", "Mara Quill")
    assert "text" not in work
    claim = work["about"]
    assert claim["@type"] == "Claim"
    assert not {"author", "creator"} & set(claim)
    assert claim["appearance"]["@id"] == READING.report.id


def test_what_was_not_said_stays_out(works: dict[str, dict[str, Any]]) -> None:
    """s6 was not said, s9 is denied to have been said, s7 has no content."""
    assert set(works) == {"s1", "s2", "s3", "s4", "s5", "s8", "s10", "s11", "s12"}


def test_an_accusation_is_a_claim_of_the_accuser_with_the_words_around_it(works: dict[str, dict[str, Any]]) -> None:
    work = works["s10"]
    assert (work["@type"], work["author"]["name"], work["text"]) == ("Claim", "Reed Front", "Hill […] of arson")
    assert work["description"] == "The front accused Hill-men of arson."


def test_a_promise_is_no_claim(works: dict[str, dict[str, Any]]) -> None:
    work = works["s11"]
    assert (work["@type"], work["abstract"], work["creditText"]) == ("CreativeWork", "to leave", "Its spokesman")
    assert "author" not in work, "an office is neither a person nor an organisation"
    assert work["sayso:onBehalfOf"]["name"] == "Reed Front"


def test_words_quoted_from_another_are_not_the_outer_speakers(works: dict[str, dict[str, Any]]) -> None:
    outer, inner = works["s4"], works["s5"]
    assert (outer["@type"], inner["@type"]) == ("Claim", "Claim")
    assert "hasPart" not in outer
    assert [part["text"] for part in inner["hasPart"]] == ["burned for hours"]
    assert inner["hasPart"][0]["creditText"] == "a major"
    assert inner["isPartOf"] == {"@id": outer["@id"]}


def test_words_of_nobody_have_no_speaker(works: dict[str, dict[str, Any]]) -> None:
    work = works["s12"]
    assert (work["@type"], work["text"]) == ("Quotation", "No comment")
    assert not {"creator", "author", "spokenByCharacter", "creditText"} & set(work)
