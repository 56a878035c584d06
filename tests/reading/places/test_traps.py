"""Names that mislead: namesakes, persons, ships, clubs, papers, months (`tests/cases/places-traps.tsv`).

`country` is where the name lies, "none" for what is no place, "unresolved" where the sentence does not decide. A wrong
country with a share of the belief below `SURE` is no confident answer; still a right one is better.
"""

from __future__ import annotations

from collections import Counter

import pytest

from sayso.model.reading import Place
from sayso.reading import Reader
from tests.reading.events.plain import read, rows

SURE = 0.8
NOWHERE = frozenset({"none", "unresolved"})
RIGHT = 0.91  # measured 0.94


def judged(place: Place | None, expected: str) -> str:
    share = 0.0 if place is None else place.candidates[0].score if place.candidates else 1.0
    country = place.country if place else None
    if country == (None if expected in NOWHERE else expected):
        return "right"
    if country is None:
        return "missing"
    return "wrong" if share >= SURE else "doubted"


@pytest.fixture(scope="module")
def answers(reader: Reader) -> list[tuple[str, str]]:
    found = []
    for row in rows("places-traps.tsv"):
        begin = row["text"].index(row["name"])
        end = begin + len(row["name"])
        places = [
            p
            for p in read(reader, row["text"]).layer("places")
            if p.span[0] < end and p.span[1] > begin and p.use != "part-of-name" and p.lat is not None
        ]
        found.append((judged(places[0] if places else None, row["country"]), f"{row['name']}: {row['text']}"))
    return found


def test_no_wrong_country_is_believed(answers: list[tuple[str, str]]) -> None:
    assert len(answers) >= 200
    assert [text for answer, text in answers if answer == "wrong"] == []


def test_most_answers_are_right(answers: list[tuple[str, str]]) -> None:
    counts = Counter(answer for answer, _ in answers)
    assert counts["right"] >= RIGHT * len(answers), counts
