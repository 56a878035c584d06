"""Who is meant: labelled cases, and what must hold for every report."""

import pytest

from sayso.reading import Reader
from tests.reading.actors.labelled import actor_at, cases, is_right, meant
from tests.reading.texts import read_text

FLOORS = {
    "actors-office.tsv": (344, 1),
    "actors-world.tsv": (337, 6),
    "actors-held.tsv": (54, 2),
    "actors-held-world.tsv": (61, 4),
}
"""File of cases -> how many are right at least, and how many may be a wrong actor of the base.

Nobody built for the last two.
"""


@pytest.mark.parametrize("case", cases("actors.tsv"), ids=lambda c: f"{c['why']}: {c['text'][:40]}")
def test_case(case: dict[str, str], reader: Reader) -> None:
    assert is_right(actor_at(read_text(reader, case["text"], case["day"]), case["words"]), case["expected"])


@pytest.mark.parametrize("file", FLOORS)
def test_floor(file: str, reader: Reader) -> None:
    """How many cases are right; a wrong actor is worse than none, so there may be few."""
    right, wrong = FLOORS[file]
    found = [(meant(read_text(reader, c["text"], c["day"]), c["words"]), c["expected"]) for c in cases(file)]
    missed = [(actor, expected) for actor, expected in found if not is_right(actor, expected)]
    assert len(found) - len(missed) >= right
    assert sum(actor is not None and actor.ref is not None for actor, _ in missed) <= wrong


def test_enough_cases_are_of_strangers() -> None:
    """A quarter of the files tells of the unknown and of names that must not be merged."""
    rows = [c for file in FLOORS for c in cases(file)]
    strange = ("-", "unknown", "kind:", "name:")
    apart = [c for c in rows if c["expected"].startswith(strange) or " not " in f" {c['why']} "]
    assert len(rows) >= 700
    assert len(apart) >= 175


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
