"""The commands on a small database: forms, exit codes, and that they agree with each other."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from sayso.exporting import FORMATS
from tests.cli.conftest import Run


def _lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def _sheet(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_read_gives_readings_that_fit_the_schema(run: Run, desk: Path) -> None:
    schema = json.loads(run("schema").stdout)
    done = run("read", desk / "report.txt", desk / "page.html")
    assert done.exit_code == 0
    readings = _lines(done.stdout)
    assert [reading["report"]["uri"] for reading in readings] == [str(desk / "report.txt"), str(desk / "page.html")]
    for reading in readings:
        jsonschema.validate(reading, schema)
    assert done.stderr == "read 2 reports\n"


def test_read_names_what_it_refuses_and_fails_only_if_that_is_all(run: Run, desk: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    some, none = run("read", desk / "report.txt", empty), run("read", empty)
    assert (some.exit_code, none.exit_code) == (0, 1)
    assert len(_lines(some.stdout)) == 1
    assert none.stdout == ""
    assert f"sayso: rejected {empty}: " in some.stderr
    assert some.stderr.endswith("read 1 report, rejected 1\n")


def test_read_takes_standard_input_and_options(run: Run, desk: Path) -> None:
    given = (desk / "report.txt").read_bytes()
    done = run("read", "-", "--published", "2020-02-20", "--publisher", "Tripoli Ledger", stdin=given)
    report = _lines(done.stdout)[0]["report"]
    assert report["publisher"] == "Tripoli Ledger"
    assert report["published"] == {"value": "2020-02-20", "precision": "day", "basis": "given"}


def test_read_says_which_reader_it_used(run: Run, desk: Path) -> None:
    models = {
        name: _lines(run("read", desk / "report.txt", "--reader", name).stdout)[0]["reader"]["models"]
        for name in ("tagger", "rules")
    }
    assert len(models["tagger"]) == len(models["rules"]) + 2
    assert set(models["rules"]) < set(models["tagger"])


def test_read_as_a_page_and_as_a_sheet(run: Run, desk: Path) -> None:
    shown = run("read", desk / "report.txt", "--table", columns=80).stdout
    assert shown.startswith("Shells hit Tripoli port, minister says\n2020-02-18 (")
    assert max(map(len, shown.splitlines())) <= 80
    assert "“The shells were aimed at civilians”" in shown
    assert "related: READ MORE: How the port became a front line" in shown
    rows = _sheet(run("read", desk / "report.txt", "--csv").stdout)
    assert {row["row"] for row in rows} == {"statement", "event"}


@pytest.mark.parametrize(
    ("option", "value", "choice"),
    [
        ("--published", "yesterday", "2020-06-18"),
        ("--format", "pdf", "html"),
        ("--field", "lead=x", "publisher"),
        ("--reader", "oracle", "tagger, rules"),
    ],
)
def test_read_names_the_choices(option: str, value: str, choice: str, run: Run, desk: Path) -> None:
    done = run("read", desk / "report.txt", option, value)
    assert done.exit_code == 2
    assert choice in done.stderr
    assert done.stderr.count("\n") == 1


def test_add_twice_changes_nothing(run: Run, desk: Path, tmp_path: Path) -> None:
    first = _lines(run("add", tmp_path / "a.db", desk / "reports").stdout)[0]
    again = run("add", tmp_path / "a.db", desk / "reports", "--table")
    assert (first["added"], first["rejected"]) == (3, 1)
    assert again.exit_code == 0
    assert "0 reports added, 3 there already" in again.stdout
    assert "`sayso rejects" in again.stderr


def test_add_fails_if_all_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    assert run("add", tmp_path / "b.db", tmp_path / "empty.txt").exit_code == 1


@pytest.mark.parametrize("what", [(), ("--statements",), ("--reports",)])
def test_find_gives_the_same_rows_in_every_form(what: tuple[str, ...], run: Run, desk: Path) -> None:
    rows = _lines(run("find", desk / "war.db", *what).stdout)
    sheet = _sheet(run("find", desk / "war.db", *what, "--csv").stdout)
    shown = run("find", desk / "war.db", *what, "--table", columns=120).stdout
    assert rows
    assert [row["id"] for row in sheet] == [row["id"] for row in rows]
    assert all((row.get("title") or row.get("words", ""))[:20] in shown for row in rows)


def test_find_narrows(run: Run, desk: Path) -> None:
    db = desk / "war.db"
    attacks = _lines(run("find", db, "--type", "ASSAULT", "--country", "LBY").stdout)
    assert attacks
    assert {row["type"] for row in attacks} == {"ASSAULT"}
    assert {row["country"] for row in attacks} == {"LBY"}
    assert len(_lines(run("find", db, "--limit", "1").stdout)) == 1
    assert run("find", db, "--until", "2001").exit_code == 1


def test_find_says_that_nothing_was_found(run: Run, desk: Path) -> None:
    done = run("find", desk / "war.db", "zeppelin")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr == f"sayso: no records found in {desk / 'war.db'}\n"


@pytest.mark.parametrize(
    ("args", "choice"),
    [
        (("--type", "ASAULT"), "ASSAULT"),
        (("--status", "maybe"), "alleged"),
        (("--since", "soon"), "2020"),
    ],
)
def test_find_names_the_choices(args: tuple[str, ...], choice: str, run: Run, desk: Path) -> None:
    done = run("find", desk / "war.db", *args)
    assert done.exit_code == 2
    assert args[1] in done.stderr
    assert choice in done.stderr


@pytest.mark.parametrize("command", ["find", "show", "why", "export", "rejects"])
def test_a_missing_database_is_not_made(command: str, run: Run, tmp_path: Path) -> None:
    absent = tmp_path / "absent.db"
    done = run(command, absent, *(["x"] if command in ("show", "why") else []))
    assert done.exit_code == 2
    assert done.stderr.startswith("sayso: ")
    assert str(absent) in done.stderr
    assert "add" in done.stderr
    assert not absent.exists()


def test_a_file_that_is_no_database_is_named(run: Run, desk: Path) -> None:
    done = run("find", desk / "report.txt")
    assert done.exit_code == 2
    assert str(desk / "report.txt") in done.stderr
    assert done.stderr.count("\n") == 1


def test_show_and_why_take_what_find_prints(run: Run, desk: Path) -> None:
    db = desk / "war.db"
    record = _lines(run("find", db, "--type", "ASSAULT").stdout)[0]["id"]
    view = _lines(run("show", db, record).stdout)[0]
    assert view["record"]["id"] == record
    assert len(_sheet(run("show", db, record, "--csv").stdout)) == len(view["accounts"])
    why = _lines(run("why", db, record).stdout)[0]
    texts = {r["report"]["id"]: r["text"] for r in _lines(run("read", desk / "reports").stdout)}
    proofs = [proof["quotation"] for value in why["values"] for proof in value["evidence"]]
    assert proofs
    for proof in proofs:
        assert texts[proof["origin"]["report"]][proof["begin"] : proof["end"]] == proof["words"]
    assert len(_sheet(run("why", db, record, "--csv").stdout)) == len(proofs)


def test_show_takes_reports_statements_and_actors(run: Run, desk: Path) -> None:
    db = desk / "war.db"
    report = _lines(run("find", db, "--reports").stdout)[0]
    statement = _lines(run("find", db, "--statements", "--actor", "Haftar").stdout)[0]
    assert report["title"] in run("show", db, report["id"][:19], "--table").stdout
    assert statement["words"] in run("show", db, statement["id"], "--json").stdout
    assert "SAID" in run("show", db, statement["actor"], "--table").stdout


def test_show_of_nothing_is_misuse(run: Run, desk: Path) -> None:
    done = run("show", desk / "war.db", "no-such-id")
    assert done.exit_code == 2
    assert "no-such-id" in done.stderr


def test_export_to_a_file_is_what_export_prints(run: Run, desk: Path, tmp_path: Path) -> None:
    for form in FORMATS:
        printed = run("export", desk / "war.db", "--format", form)
        done = run("export", desk / "war.db", "--format", form, "-o", tmp_path / form)
        assert (printed.exit_code, done.exit_code, done.stdout) == (0, 0, "")
        assert (tmp_path / form).read_bytes() == printed.stdout_bytes
        assert "wrote " in done.stderr
    assert all(form in run("export", "--help").output for form in FORMATS)
    wrong = run("export", desk / "war.db", "--format", "pdf", "-o", tmp_path / "pdf")
    assert wrong.exit_code == 2
    assert "polecat" in wrong.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(FORMATS)


def test_rejects_are_listed_with_their_reason(run: Run, desk: Path, tmp_path: Path) -> None:
    rows = _lines(run("rejects", desk / "war.db").stdout)
    assert [row["code"] for row in rows] == ["empty"]
    assert "wire.jsonl" in run("rejects", desk / "war.db", "--table", columns=200).stdout
    assert run("add", tmp_path / "c.db", desk / "report.txt").exit_code == 0
    assert run("rejects", tmp_path / "c.db").exit_code == 1


def test_check_says_what_is_there_and_what_is_missing(run: Run) -> None:
    done = run("check")
    assert done.exit_code == 0, done.stdout
    assert {"language model", "knowledge", "gazetteer", "database"} <= {row["part"] for row in _lines(done.stdout)}
    missing = run("check", "--model", "no_such_model", "--table", columns=120)
    assert missing.exit_code == 1
    assert "sayso: missing: language model\n" in missing.stderr
    assert "no_such_model" in missing.stdout


def test_the_demo_shows_its_parts_and_keeps_the_database_if_asked(run: Run, tmp_path: Path) -> None:
    kept = tmp_path / "demo.db"
    parts = {line["part"]: line["shown"] for line in _lines(run("demo", "--keep", kept, "--json").stdout)}
    assert parts["summary"]["reports"] >= 24
    assert parts["summary"]["outlets"] == 5
    assert len(parts["event"]["accounts"]) >= 2
    assert parts["contradiction"]["claims"]
    shown = run("demo", "--table", columns=80)
    assert shown.exit_code == 0
    assert "written for this demo" in shown.stdout
    assert max(map(len, shown.stdout.splitlines())) <= 80
    assert f"sayso why demo.db {parts['event']['record']['id']}" in shown.stdout
    assert run("find", kept, "--disputed").exit_code == 0


def test_words_that_the_shell_keeps_together_are_a_phrase(run: Run, desk: Path) -> None:
    assert run("find", desk / "war.db", "port of Tripoli").exit_code == 0
    assert run("find", desk / "war.db", "Tripoli", "port").exit_code == 0
    assert run("find", desk / "war.db", "of port Tripoli").exit_code == 1


def test_no_locale_refuses_the_words(desk: Path) -> None:
    command = [sys.executable, "-c", "from sayso.cli import main; main()", "find", str(desk / "war.db"), "--table"]
    done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0, done.stderr
    assert " → ASSAULT" in done.stdout.decode("utf-8")


def test_a_reader_that_goes_away_hears_no_complaint(desk: Path) -> None:
    code = "from sayso.cli import main; main()"
    command = [sys.executable, "-c", code, "find", str(desk / "war.db"), "--limit", "0"]
    left, right = os.pipe()
    os.close(left)
    done = subprocess.run(command, stdout=right, stderr=subprocess.PIPE, text=True, check=False)
    os.close(right)
    assert done.stderr == ""
    assert done.returncode == 0
