"""Labelled sentences (tests/cases/statements.tsv): every statement of each, and no other."""

from itertools import groupby
from pathlib import Path

import pytest

from sayso.reading.statements.lexicon import cues
from sayso.reading.statements.stage import Statements
from tests.reading.statements.drafts import draft_of, shown

CASES = Path(__file__).parents[2] / "cases" / "statements.tsv"


def cases() -> list[tuple[str, list[tuple[str, ...]]]]:
    lines = [line.split("\t") for line in CASES.read_text("utf-8").splitlines()[1:]]
    return [(text, [tuple(r[1:]) for r in rows if r[3]]) for text, rows in groupby(lines, key=lambda r: r[0])]


@pytest.mark.parametrize(("text", "expected"), cases(), ids=lambda v: v[:50] if isinstance(v, str) else "")
def test_sentence(text: str, expected: list[tuple[str, ...]]) -> None:
    found = [
        (shown(text, s.source.spans), shown(text, s.cue), shown(text, s.content), s.act, s.form)
        for s in Statements()(draft_of(text))
    ]
    assert found == expected


def test_there_are_enough_cases() -> None:
    assert len(cases()) >= 120


def test_every_act_of_a_cue_has_a_gloss() -> None:
    known = cues()
    acts = {cue.act for table in (known.verbs, known.nouns, known.adjectives) for cue in table.values()}
    bent = {act for bends in known.bends.values() for act in bends.values()}
    assert acts | bent | {"refuse-comment", "claim-responsibility"} <= set(known.acts)
