"""The labelled reports of tests/cases/voices: their form, and that the reader does not get worse at them."""

import csv
from pathlib import Path
from typing import Any, get_args

import pytest
from msgspec.structs import replace

from evals.voice_cases import Case, aligned, cases, located, voice
from evals.voices import SORTS, Marked, count, figures, is_actor, listed, mark, prf
from sayso.model.reading import Source, SourceKind, Statement, StatementForm, VenueKind
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


def test_what_stands_inside_is_said_by_somebody_else(labelled: list[Case]) -> None:
    for case in labelled:
        whole = {v.id: v for v in case.voices}
        for v in (v for v in case.voices if v.parent):
            outer = whole[v.parent or ""]
            assert v.who is None or v.who != outer.who, (case.name, v.id)
            assert all(any(b <= x and y <= e for b, e in outer.content) for x, y in v.content), (case.name, v.id)


def test_silence_is_negated(labelled: list[Case]) -> None:
    assert all(v.negated for case in labelled for v in case.voices if v.act == "refuse-comment")


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


def test_statements_are_aligned_by_content_and_without_one_by_cue() -> None:
    text = "The army did not comment on the raid. Omar Sule said the army had not moved."
    silent = {"source": "The army", "cue": "did not comment", "content": [], "act": "refuse-comment"}
    spoken = {"source": "Omar Sule", "cue": "said", "content": ["the army had not moved"], "act": "assert"}
    rest: dict[str, Any] = {"form": "indirect", "kind": "person", "who": None, "on_behalf_of": None, "addressee": None}
    rest |= {"venue": None, "negated": False, "parent": None}
    labels = (voice(text, {**silent, **rest, "id": "s1"}), voice(text, {**spoken, **rest, "id": "s2"}))

    def found(name: str, cue: str, *content: str) -> Statement:
        spans = tuple(located(text, c) for c in content)
        return Statement(
            id=name, form="indirect", act="assert", source=Source(), cue=(located(text, cue),), content=spans
        )

    topic, told = found("s7", "comment", "the raid"), found("s8", "said", "had not moved")
    assert [(g.id, f.id) for g, f in aligned(Case("01-x", text, labels), (told, topic))] == [("s2", "s8"), ("s1", "s7")]
    assert not list(aligned(Case("01-x", text, labels), (found("s9", "said", "the raid"),)))


def test_misses_are_listed_by_sort(labelled: list[Case], reader: Reader) -> None:
    marked = mark(Case("01-x", labelled[0].text, ()), reader)
    assert marked.reading.statements and not marked.pairs
    lines = list(listed([marked], SORTS, None))
    assert len(lines) == len(marked.reading.statements) and all(line.startswith("spurious") for line in lines)
    missed = Marked(labelled[0], replace(marked.reading, statements=()), ())
    assert len(list(listed([missed], ["missed"], None))) == len(labelled[0].voices)
    assert len(list(listed([missed], ["missed", "act"], 1))) == 1


def test_precision_recall_f1() -> None:
    assert prf(3, 4, 6) == (75.0, 50.0, 60.0)
    assert prf(0, 0, 0) == (0.0, 0.0, 0.0)
