"""Who is meant: labelled cases, and what must hold for every report."""

import csv
from pathlib import Path

import pytest

from sayso.model.reading import Actor, Reading
from sayso.reading import Reader
from tests.reading.texts import read_text

CASES = Path(__file__).parents[2] / "cases" / "actors.tsv"


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def actor_at(reading: Reading, words: str) -> Actor | None:
    """The actor that the last occurrence of the words speaks of."""
    b = reading.text.rfind(words)
    assert b >= 0, words
    e = b + len(words)
    found = [
        (m.span[1] - m.span[0], a) for a in reading.actors for m in a.mentions if m.span[0] <= b and m.span[1] == e
    ]
    return min(found, key=lambda pair: pair[0])[1] if found else None


@pytest.mark.parametrize("case", cases(), ids=lambda c: f"{c['why']}: {c['text'][:40]}")
def test_case(case: dict[str, str], reader: Reader) -> None:
    actor = actor_at(read_text(reader, case["text"], case["day"]), case["words"])
    expected = case["expected"]
    if expected == "-":
        assert actor is None
        return
    assert actor is not None
    if expected.startswith("kind:"):
        assert actor.ref is None
        assert actor.kind == expected.removeprefix("kind:")
    elif expected.startswith("name:"):
        assert actor.name == expected.removeprefix("name:")
    else:
        assert actor.ref == expected


def test_two_people_of_one_surname_stay_two(reader: Reader) -> None:
    reading = read_text(reader, "Ali Saleh met Omar Saleh. Saleh then left.", "2020-06-18")
    assert {"Ali Saleh", "Omar Saleh"} <= {a.name for a in reading.actors}
    last = actor_at(reading, "Saleh")
    assert last is None or last.name not in ("Ali Saleh", "Omar Saleh")


def test_mentions_are_exact_and_ordered(reader: Reader) -> None:
    reading = read_text(reader, "Ali Saleh said Kenya's army left. He thanked its officers.", "2020-06-18")
    for actor in reading.actors:
        spans = [m.span for m in actor.mentions]
        assert spans == sorted(set(spans))
        assert all(reading.text[b:e].strip() == reading.text[b:e] != "" for b, e in spans)
