"""Ties that a sentence tells, and ties that it does not."""

import csv
from pathlib import Path

import pytest

from sayso.reading import Reader
from tests.reading.texts import read_text

CASES = Path(__file__).parents[2] / "cases" / "relations.tsv"


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("case", cases(), ids=lambda c: f"{c['from']} {c['relation']} {c['to']}: {c['text'][:30]}")
def test_case(case: dict[str, str], reader: Reader) -> None:
    reading = read_text(reader, case["text"], "2020-06-18")
    name = {a.id: a.name for a in reading.actors}
    found = {(name[r.from_], r.relation, name[r.to]) for r in reading.relations}
    if case["from"] == "-":
        assert not any(relation == case["relation"] for _, relation, _ in found)
    else:
        assert any(
            (f, r, t.split(" (")[0]) == (case["from"], case["relation"], case["to"])
            or ((f, r) == (case["from"], case["relation"]) and case["to"] in t)
            for f, r, t in found
        ), found


def test_what_a_speaker_says_is_on_his_word(reader: Reader) -> None:
    reading = read_text(reader, "“Egypt supports Hamas,” the minister said.", "2020-06-18")
    (tie,) = (r for r in reading.relations if r.relation == "backs")
    assert tie.said_by == reading.statements[0].id
    assert reading.text[tie.span[0] : tie.span[1]] == "Egypt supports Hamas"
