"""Who the speaker is: own snippets (tests/cases/speakers.tsv), each with a statement and the actor who makes it.

`says`: words of the statement's content; `expected`: id in the actor base, name or another mention of the actor, "-"
(none of those in `not`) or "unnamed" (nobody with a name); `not`: names that the actor must not bear. "¶" parts
paragraphs. A document speaks for whoever issued it. Every fifth case is held back: nobody looks at its misses to
improve the reader.
"""

import csv
from pathlib import Path

import pytest

from sayso.model.reading import Actor, Reading, Statement
from sayso.reading import Reader
from tests.reading.texts import read_text

CASES = Path(__file__).parents[2] / "cases" / "speakers.tsv"
LEAST = 0.92


def cases(held_back: bool) -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row for n, row in enumerate(rows, 1) if (n % 5 == 0) == held_back]


def plain(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if rest and first.lower() in ("the", "a", "an") else words


def statement_of(reading: Reading, says: str) -> Statement | None:
    """The innermost statement whose content holds the last occurrence of the words."""
    b = reading.text.rfind(says)
    assert b >= 0, says
    holding = [s for s in reading.statements if any(cb <= b and b + len(says) <= ce for cb, ce in s.content)]
    return min(holding, key=lambda s: sum(e - b for b, e in s.content), default=None)


def speaker(reader: Reader, case: dict[str, str]) -> tuple[bool, str]:
    """(whether the speaker is right, who it is)."""
    reading = read_text(reader, case["text"].replace("¶", "\n\n"), case["day"])
    statement = statement_of(reading, case["says"])
    if statement is None:
        return False, "no statement"
    source = statement.source
    told = source.actor or (source.on_behalf_of if source.kind == "document" else None)
    actor = next((a for a in reading.actors if a.id == told), None)
    return right(reading, actor, case), f"{actor.name} {actor.ref or actor.kind}" if actor else "no actor"


def right(reading: Reading, actor: Actor | None, case: dict[str, str]) -> bool:
    expected = case["expected"]
    if actor is None:
        return expected in ("-", "unnamed")
    named = [reading.text[slice(*m.span)] for m in actor.mentions if m.form == "name"]
    if any(other in name for other in case["not"].split(";") if other for name in named):
        return False
    if expected == "-":
        return True
    if expected == "unnamed":
        return actor.ref is None and not named
    known = {plain(actor.name), *(plain(reading.text[slice(*m.span)]) for m in actor.mentions)}
    return actor.ref == expected if "/" in expected else plain(expected) in known


@pytest.mark.parametrize("held_back", [False, True])
def test_speakers_are_the_right_actors(reader: Reader, held_back: bool) -> None:
    listed = cases(held_back)
    results = [(case, *speaker(reader, case)) for case in listed]
    share = sum(ok for _, ok, _ in results) / len(results)
    misses = [] if held_back else [f"{c['why']}: {found}" for c, ok, found in results if not ok]
    assert share >= LEAST, f"{share:.3f} right; {misses}"


def test_there_are_enough_cases() -> None:
    assert len(cases(False)) + len(cases(True)) >= 150
