"""The ontology and the trigger lexicon as data: complete, consistent, and every entry's own example fires."""

import pytest

from sayso.knowledge.load import load
from sayso.knowledge.ontology import ontology
from sayso.knowledge.triggers import FILES, Trigger, mode_words, trigger_index
from sayso.model.reading import EventStatus
from sayso.reading import Reader
from tests.reading.events.plain import read

ENTRIES = [e for name in FILES for e in load(f"lexicons/{name}.json", list[Trigger])]


def test_sixteen_types_in_four_quad_classes() -> None:
    types = ontology().types
    assert len(types) == 16
    assert {t.quad for t in types.values()} == {1, 2, 3, 4}
    assert len({t.colour for t in types.values()}) == 16
    assert all(t.label and t.meaning and t.examples for t in types.values())


def test_every_status_of_the_model_is_described() -> None:
    assert set(ontology().statuses) == set(EventStatus.__args__)  # type: ignore[attr-defined]
    assert {s.id for s in ontology().statuses.values() if s.real} == {"happened", "ongoing", "ended"}


def test_contexts_and_sectors() -> None:
    assert len(ontology().contexts) == 37
    assert len(ontology().sectors) == 32
    assert set(mode_words()["contexts"]) <= set(ontology().contexts)


def test_scores() -> None:
    known = ontology()
    assert known.score("ASSAULT") == -9
    assert known.score("ASSAULT", "abduct") == -8.5
    assert known.score("ASSAULT", "firearms") == -9
    assert known.score("SUPPORT") == 5
    assert known.score(None) is None


def test_cameo_and_acled() -> None:
    known = ontology()
    assert known.cameo.code("ASSAULT", "aerial") == "195"
    assert known.cameo.code("AGREE", None) == "030"
    assert known.cameo.code(None, None) is None
    assert len(known.cameo.roots) == 20
    root = known.cameo.root("195")
    assert root is not None and (root.quad, root.goldstein) == (4, -10.0)
    for type_ in known.types.values():
        for mode in (None, *(m.id for m in type_.modes)):
            assert known.cameo.code(type_.id, mode)
    subs = {s for t in known.acled.types for s in t.subs}
    assert {s for modes in known.acled.export.values() for s in modes.values()} <= subs


def test_modes_of_the_word_tables_exist() -> None:
    for table, modes in mode_words().items():
        type_ = "ASSAULT" if table == "instruments" else table
        if type_ in ontology().types:
            assert all(ontology().knows(type_, mode) for mode in modes)


def test_the_lexicon_is_broad() -> None:
    index = trigger_index()
    assert len(index.verbs) > 600
    assert len(index.nouns) > 150
    assert {e.type for e in ENTRIES} == set(ontology().types)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: f"{e.type}: {e.say}"[:70])
def test_example_of_each_entry(reader: Reader, entry: Trigger) -> None:
    told = [(e.type, e.mode) for e in read(reader, entry.say).layer("events")]
    assert any(type_ == entry.type and entry.mode in (None, mode) for type_, mode in told), told
