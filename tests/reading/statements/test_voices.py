"""The labelled reports of tests/cases/voices: their form, and that the reader does not get worse at them."""

import csv
from pathlib import Path
from typing import get_args

import pytest

from evals.voices import Case, Marked, cases, count, figures, is_actor, located, mark, prf
from sayso.model.reading import SourceKind, StatementForm, VenueKind
from sayso.reading import Reader
from sayso.reading.statements.lexicon import cues

REPORTS = 80  # as many as there are: raise it with them
STATEMENTS_A_REPORT = 7
FLOORS = Path(__file__).parents[2] / "cases" / "voices-floors.tsv"
SPLITS = ("open", "held-back")
EDGES = " \n\t\"“”„«»‘'’.,;:!?…"


@pytest.fixture(scope="module")
def labelled() -> list[Case]:
    return list(cases())


@pytest.fixture(scope="module")
def read(labelled: list[Case], reader: Reader) -> dict[str, list[Marked]]:
    marked = [mark(case, reader) for case in labelled]
    return {split: [m for m in marked if m.case.held_back == (split == "held-back")] for split in SPLITS}


def floors() -> list[tuple[str, str, float]]:
    with FLOORS.open(encoding="utf-8") as lines:
        return [(row["split"], row["figure"], float(row["floor"])) for row in csv.DictReader(lines, delimiter="\t")]


def test_there_are_enough(labelled: list[Case]) -> None:
    assert len(labelled) >= REPORTS
    assert sum(len(c.voices) for c in labelled) >= STATEMENTS_A_REPORT * REPORTS
    assert len({c.name[:2] for c in labelled}) == len(labelled)
    assert sum(c.held_back for c in labelled) * 5 == len(labelled)


def test_labels_are_words_of_the_scheme(labelled: list[Case]) -> None:
    acts, forms = set(cues().acts), set(get_args(StatementForm))
    kinds, venues = set(get_args(SourceKind)), {None, *get_args(VenueKind)}
    for case in labelled:
        for v in case.voices:
            assert (v.form in forms, v.act in acts, v.kind in kinds, v.venue in venues) == (True,) * 4, (case.name, v)
            assert isinstance(v.negated, bool)


def test_names_stand_in_the_text(labelled: list[Case]) -> None:
    for case in labelled:
        for v in case.voices:
            assert all(located(case.text, n) for n in (v.who, v.on_behalf_of, v.addressee) if n), (case.name, v)
            assert v.kind != "implicit" or v.who is None, (case.name, v.id)


def test_content_is_cut_clean(labelled: list[Case]) -> None:
    for case in labelled:
        for v in case.voices:
            pieces = [case.text[b:e] for b, e in v.content]
            assert pieces or v.negated, (case.name, v.id)
            assert all(p and p[0] not in EDGES and p[-1] not in EDGES for p in pieces), (case.name, v.id)
            assert list(v.content) == sorted(v.content), (case.name, v.id)


def test_ids_are_told_apart_and_parents_exist(labelled: list[Case]) -> None:
    for case in labelled:
        parents = {v.id: v.parent for v in case.voices}
        assert list(parents) == [f"s{n}" for n in range(1, len(case.voices) + 1)], case.name
        for v in case.voices:
            assert v.parent is None or (v.parent in parents and v.parent != v.id), (case.name, v.id)
            assert parents.get(v.parent or "") != v.id, (case.name, v.id)


@pytest.mark.parametrize(("split", "figure", "floor"), floors())
def test_no_figure_falls(split: str, figure: str, floor: float, read: dict[str, list[Marked]]) -> None:
    assert figures(count(read[split]))[figure] >= floor


def test_every_figure_has_its_floor(read: dict[str, list[Marked]]) -> None:
    watched = {(split, figure) for split, figure, _ in floors()}
    assert watched == {(split, figure) for split in SPLITS for figure in figures(count(read[split]))}


def test_occurrences_are_counted() -> None:
    assert located("then he said that he left", "he#3") == (18, 20)
    with pytest.raises(ValueError, match="she"):
        located("he said", "she")


def test_an_actor_is_right_by_its_head_and_not_by_a_part(reader: Reader) -> None:
    text = "Amina Yusuf, a spokeswoman for the harbour police, said the army had left. She thanked General Omar Sule."
    marked = mark(Case("01-x", text, ()), reader)
    yusuf = next(a.id for a in marked.actors.values() if a.name == "Amina Yusuf")
    assert is_actor(marked, yusuf, "Amina Yusuf") and is_actor(marked, yusuf, "a spokeswoman for the harbour police")
    assert not is_actor(marked, yusuf, "the harbour police") and not is_actor(marked, yusuf, "Omar Sule")
    assert not is_actor(marked, yusuf, None) and is_actor(marked, None, None) and not is_actor(marked, None, "Yusuf")


def test_precision_recall_f1() -> None:
    assert prf(3, 4, 6) == (75.0, 50.0, 60.0)
    assert prf(0, 0, 0) == (0.0, 0.0, 0.0)
