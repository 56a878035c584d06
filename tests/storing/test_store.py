"""Facts stay, derived rows are replaced, and what is wrong with a file is said in words."""

import sqlite3

import msgspec
import pytest

from sayso.errors import StoreError
from sayso.linking import accounts_of
from sayso.model.judgement import Judgement
from sayso.model.report import Published
from sayso.storing import Store
from sayso.storing.facts import source_of
from sayso.workspace import add_outcomes
from tests.storing.fake import STORY, Fake, report

DERIVED = [
    "reading",
    "actor",
    "place",
    "time",
    "statement",
    "event",
    "party",
    "count",
    "relation",
    "account",
    "account_party",
    "account_block",
    "rule_judgement",
    "record",
    "record_account",
]


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "war.db")
    yield store
    store.close()


def put(store, text, version="1", **header):
    made = report(text, **header)
    store.add_report(made)
    reading = Fake(version).read(made)
    store.put_reading(reading, accounts_of(reading), source_of(made))
    return reading


def counts(store):
    return {table: store.first(f'SELECT count(*) FROM "{table}"')[0] for table in DERIVED}


def test_a_reading_comes_back_as_it_was_put(store):
    reading = put(store, STORY[1].text)
    assert store.reading(reading.report.id) == reading
    assert list(store.readings()) == [reading]


def test_adding_twice_changes_nothing(store):
    first = add_outcomes(store, STORY, Fake)
    before = "\n".join(store._connection.iterdump())
    second = add_outcomes(store, STORY, Fake)
    assert (first.added, first.unchanged, first.records) == (6, 0, 2)
    assert (second.added, second.updated, second.unchanged, second.copies) == (0, 0, 6, 0)
    assert "\n".join(store._connection.iterdump()) == before


def test_a_newer_reader_replaces_readings_and_nothing_else(store):
    add_outcomes(store, STORY, Fake)
    left, right = sorted(row["id"] for row in store.select("SELECT id FROM account ORDER BY id LIMIT 2"))
    store.judge(Judgement(left=left, right=right, verdict="different", score=0.0, by="person:ann"))
    add_outcomes(store, (), Fake)
    before, reports = counts(store), list(map(tuple, store.select("SELECT * FROM report")))
    summary = add_outcomes(store, STORY[:1], lambda: Fake("2"))
    assert (summary.added, summary.updated) == (0, 6), "those not named again are read again too"
    assert {row[0] for row in store.select("SELECT reader FROM reading")} == {
        msgspec.json.encode(Fake("2").info).decode()
    }
    assert counts(store) == before
    assert list(map(tuple, store.select("SELECT * FROM report"))) == reports
    assert [tuple(row) for row in store.select("SELECT by FROM person_judgement")] == [("person:ann",)]


def test_replacing_one_reading_touches_only_its_records(store):
    add_outcomes(store, STORY, Fake)
    put(store, STORY[3].text, version="2")
    assert store.is_unlinked()
    assert [row["type"] for row in store.select("SELECT type FROM record")] == ["ASSAULT"]


def test_a_person_joins_and_parts_records(store):
    add_outcomes(store, STORY, Fake)
    one, two = (row[0] for row in store.select("SELECT min(account) FROM record_account GROUP BY record"))
    ids = sorted(row["id"] for row in store.select("SELECT id FROM account WHERE n IN (?, ?)", (one, two)))
    verdict = Judgement(left=ids[0], right=ids[1], verdict="same", score=1.0, by="person:ann")
    store.judge(verdict)
    assert add_outcomes(store, (), Fake).records == 1
    store.judge(msgspec.structs.replace(verdict, verdict="different"))
    assert add_outcomes(store, (), Fake).records == 2


def test_the_same_text_elsewhere_is_a_copy(store):
    text = STORY[0].text
    assert store.add_report(report(text, uri="a")) == "new"
    assert store.add_report(report(text, uri="b")) == "copy"
    assert store.add_report(report(text, uri="b")) == "known"
    assert store.add_report(report(text, "Daily", "2020-02-18", uri="c")) == "better", "an earlier date"
    assert store.add_report(report(text, "Daily", None, uri="d", basis="unknown")) == "copy"
    assert store.first("SELECT count(*) FROM copy")[0] == 4
    row = store.first("SELECT uri, published FROM report")
    assert tuple(row) == ("c", "2020-02-18")


def test_a_better_dated_copy_is_read_again(store):
    text = STORY[0].text
    add_outcomes(store, [report(text, published=None, basis="unknown", uri="a")], Fake)
    summary = add_outcomes(store, [report(text, uri="b")], Fake)
    assert (summary.copies, summary.updated) == (1, 1)
    reading = next(store.readings())
    assert reading.report.published == Published("2020-02-19", "day", "given")


def test_full_text_finds_word_forms_and_follows_changes(store):
    put(store, STORY[0].text)
    put(store, STORY[2].text)
    find = "SELECT count(*) FROM account_words WHERE account_words MATCH ?"
    assert store.first(find, ("shelling",))[0] == 2
    assert store.first("SELECT count(*) FROM statement_words WHERE statement_words MATCH 'tripoli'")[0] == 1
    assert store.first("SELECT count(*) FROM report_words WHERE report_words MATCH 'loud'")[0] == 1
    put(store, STORY[2].text, version="2")
    assert store.first(find, ("shelling",))[0] == 2
    for table in ("account_words", "statement_words", "report_words"):
        store._connection.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")


def test_the_views_read_like_tables_for_people(store):
    add_outcomes(store, STORY, Fake)
    event = dict(store.first("SELECT * FROM events WHERE status = 'denied'"))
    assert event["day"] == "2020-02-18"
    assert (event["initiators"], event["recipients"], event["place"]) == ("Alpha", "Beta", "Tripoli")
    assert (event["said_by"], event["publisher"]) == ("Delta", "Post")
    assert event["words"] == "Delta denied that on 2020-02-18 Alpha shelled Beta at Tripoli."
    assert {row["numbers"] for row in store.select("SELECT numbers FROM events")} == {"killed 3", "killed 5", None}
    statement = dict(store.first("SELECT * FROM statements"))
    assert (statement["speaker"], statement["act"]) == ("Delta", "deny")
    assert statement["words"] == "on 2020-02-18 Alpha shelled Beta at Tripoli"
    tie = dict(store.first("SELECT * FROM relations"))
    assert (tie["from"], tie["relation"], tie["to"], tie["words"]) == ("Alpha", "backs", "Gamma", "Alpha backs Gamma")
    alpha = dict(store.first("SELECT * FROM actors WHERE name = 'Alpha'"))
    assert (alpha["reports"], alpha["actor"]) == (3, "group/alpha")
    record = dict(store.first("SELECT * FROM records ORDER BY day"))
    assert (record["initiators"], record["reports"], record["disputed"]) == ("Alpha", 3, 1)
    for view in ("reports", "places", "rejects"):
        assert store.first(f"SELECT count(*) FROM {view}") is not None


def test_copies_count_as_one_text(store):
    add_outcomes(store, STORY, Fake)
    wire = store.first("SELECT reports, outlets, texts FROM record WHERE type = 'CONSULT'")
    assert tuple(wire) == (2, 2, 1)
    own = "On 2020-02-25 Gamma visited Beta at Sirte. Quite other words fill this one, so nobody copied it from a wire."
    add_outcomes(store, [report(own, "Herald")], Fake)
    wire = store.first("SELECT reports, outlets, texts FROM record WHERE type = 'CONSULT'")
    assert tuple(wire) == (3, 3, 2)


def test_half_a_surrogate_pair_is_refused_and_the_rest_goes_on(store):
    summary = add_outcomes(store, [report("odd \ud800 text"), STORY[0]], Fake)
    assert (summary.added, summary.rejected) == (1, 1)
    assert store.first("SELECT code FROM reject")[0] == "broken"


def test_a_number_beyond_64_bits_does_no_harm(store):
    put(store, f"On 2020-02-18 Alpha shelled Beta at Tripoli, killing {10**30}.")
    assert store.first("SELECT value, words FROM count")[0] is None


def test_a_failed_reading_is_kept_and_tried_again_when_it_is_given_again(store):
    bad = report("FAULT On 2020-02-18 Alpha shelled Beta at Tripoli.")
    assert add_outcomes(store, [bad], Fake).rejected == 1
    assert tuple(store.first("SELECT code, detail FROM reject")) == ("failed", "ValueError: a fault in a stage")
    assert add_outcomes(store, [], Fake).rejected == 0
    again = add_outcomes(store, [bad], Fake)
    assert (again.rejected, again.unchanged) == (1, 0)
    assert add_outcomes(store, [], lambda: Fake("2")).rejected == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"plain words" * 200, "not a database"), (b"", "empty"), (None, "no such database")],
)
def test_what_is_no_database_is_said(tmp_path, content, words):
    path = tmp_path / "x.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(StoreError, match=words):
        Store(path, create=False)


def test_other_databases_and_newer_schemas_are_refused(tmp_path):
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE cats (name)")
    other.commit()
    with pytest.raises(StoreError, match="not one of sayso"):
        Store(tmp_path / "other.db")
    store = Store(tmp_path / "new.db")
    store._connection.execute("UPDATE meta SET value = '99' WHERE key = 'schema'")
    store.close()
    with pytest.raises(StoreError, match="newer sayso"):
        Store(tmp_path / "new.db")
    with pytest.raises(StoreError, match="folder"):
        Store(tmp_path)


def test_a_locked_database_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr("sayso.storing.database.BUSY_SECONDS", 0.05)
    store = Store(tmp_path / "war.db")
    other = sqlite3.connect(tmp_path / "war.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="locked by another"):
        store.add_report(STORY[0])
    other.execute("ROLLBACK")
    assert store.add_report(STORY[0]) == "new"


def test_what_may_not_be_written_can_be_read(tmp_path, monkeypatch):
    path = tmp_path / "war.db"
    store = Store(path)
    add_outcomes(store, STORY, Fake)
    store.close()
    monkeypatch.setattr("os.access", lambda *_: False)  # tests may run as root, who may write everything
    frozen = Store(path)
    assert frozen.first("SELECT count(*) FROM record")[0] == 2
    with pytest.raises(StoreError, match="read-only"):
        frozen.add_report(report("x"))
