"""The door: what a user of the package calls, with the real reader on small texts of our own."""

import io

import pytest

import sayso.workspace as workspace
from sayso.errors import OptionError, RejectedInput, StoreError
from sayso.model.report import Reject
from sayso.workspace import Progress, add_outcomes
from tests.storing.fake import STORY, Fake, many

STRIKE = "Tripoli - The Libyan army shelled the port of Tripoli on Tuesday, killing three dockers, the mayor said."
DENIAL = "Tripoli - The army denied on Wednesday that its guns had shelled the port of Tripoli a day earlier."


@pytest.fixture
def folder(tmp_path):
    inputs = tmp_path / "in"
    inputs.mkdir()
    (inputs / "a.txt").write_text(STRIKE)
    (inputs / "b.txt").write_text(DENIAL)
    (inputs / "c.txt").write_text(STRIKE)
    (inputs / "d.txt").write_text("")
    return inputs


def test_one_text_read():
    reading = workspace.read(STRIKE, published="2020-02-19", publisher="Daily", uri="x")
    assert reading.text == STRIKE
    assert (reading.report.publisher, reading.report.uri, reading.report.published.value) == (
        "Daily",
        "x",
        "2020-02-19",
    )
    assert any(reading.text[b:e] == "shelled" for event in reading.events for b, e in event.trigger)
    assert workspace.read(STRIKE, published="2020-02-19", publisher="Daily", uri="x") == reading


def test_a_text_that_is_refused_says_why():
    with pytest.raises(RejectedInput) as caught:
        workspace.read("  \n ")
    assert caught.value.code == "empty"


def test_files_read_in_their_order(folder):
    results = list(workspace.read_inputs([folder]))
    assert [r.code if isinstance(r, Reject) else r.text for r in results] == [STRIKE, DENIAL, "empty"]


def test_from_files_to_a_sourced_answer(folder, tmp_path):
    seen = []
    with workspace.open(tmp_path / "war.db") as war:
        summary = war.add([folder], progress=seen.append)
        assert (summary.added, summary.copies, summary.rejected, summary.unchanged) == (2, 1, 1, 0)
        assert summary.words == len(STRIKE.split()) + len(DENIAL.split())
        assert summary.records == war.summary().records > 0
        assert [row.code for row in war.rejects()] == ["empty"]
        assert war.find("shelling", what="reports")[0].words
        view = war.why(war.find("shelled")[0].id)
        assert any(e.quotation.words == "shelled" for value in view.values for e in value.evidence)
    assert {p.step for p in seen} == {"reading", "linking"}
    assert isinstance(seen[0], Progress)
    reading = [p for p in seen if p.step == "reading"]
    assert [p.done for p in reading] == sorted(p.done for p in reading)
    with workspace.open(tmp_path / "war.db", create=False) as war:
        again = war.add([folder])
        assert (again.added, again.updated, again.unchanged, again.copies) == (0, 0, 3, 0)


def test_export_is_what_read_gives(folder, tmp_path):
    with workspace.open(":memory:") as war:
        war.add([folder / "a.txt", folder / "b.txt"])
        stream = io.StringIO()
        assert war.export("jsonl", stream) == 2
    import msgspec

    read = {msgspec.json.encode(r).decode() for r in workspace.read_inputs([folder / "a.txt", folder / "b.txt"])}
    assert set(stream.getvalue().splitlines()) == read


def test_standard_input(tmp_path):
    (reading,) = workspace.read_inputs(["-"], stdin=io.BytesIO(STRIKE.encode()))
    assert reading.text == STRIKE


def test_wrong_options_are_refused_before_any_work(folder, tmp_path):
    with workspace.open(tmp_path / "war.db") as war:
        with pytest.raises(OptionError, match="workers"):
            war.add([folder], workers=0)
        assert war.summary().reports == 0
    with pytest.raises(StoreError, match="no such database"):
        workspace.open(tmp_path / "missing.db", create=False)


def test_an_interrupt_leaves_what_was_read(tmp_path):
    def interrupted():
        yield from STORY[:3]
        raise KeyboardInterrupt

    path = tmp_path / "war.db"
    war = workspace.open(path)
    with pytest.raises(KeyboardInterrupt):
        add_outcomes(war._store, interrupted(), Fake, workers=1)
    war.close()
    with workspace.open(path) as war:
        assert war.summary().reports == 3
        assert war.summary().records == 1


def test_two_may_add_in_turn(tmp_path):
    one, two = workspace.open(tmp_path / "war.db"), workspace.open(tmp_path / "war.db")
    add_outcomes(one._store, many(9), Fake)
    add_outcomes(two._store, many(20), Fake)
    assert one.summary() == two.summary()
    assert one.summary().reports == 20
