"""Answers as JSON Lines and CSV, and the choice between forms."""

from __future__ import annotations

import csv
import io
import json

import pytest

from sayso.cli import flat, output, sheet
from sayso.cli.page import Page
from tests.cli import samples as s


def test_json_is_one_value_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert output.write_json([s.RECORD, s.STATEMENT]) == 2
    first, second = capsys.readouterr().out.splitlines()
    assert json.loads(first)["initiators"] == ["Coastal Brigade"]
    assert json.loads(second)["origin"]["publisher"] == "Lamta Mail"


def test_csv_cells(capsys: pytest.CaptureFixture[str]) -> None:
    row = {"a": ("x", "y"), "b": None, "c": True, "d": ((1, 2), (5, 9)), "e": 'say "so", he said', "f": {"n": 1}}
    output.write_csv("abcdef", [row])
    header, cells = csv.reader(io.StringIO(capsys.readouterr().out))
    assert header == list("abcdef")
    assert cells == ["x; y", "", "yes", "1-2; 5-9", 'say "so", he said', "n: 1"]


def test_a_pipe_gets_json_and_a_terminal_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    assert output.chosen(None) == "json"
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert output.chosen(None) == "table"
    assert output.chosen("csv") == "csv"


def test_a_terminal_gets_colour_unless_it_wants_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    Page().text("words", style="red")
    assert "\x1b[31m" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    Page().text("words", style="red")
    assert "\x1b[31m" not in capsys.readouterr().out


def test_rows_of_a_reading_carry_words_and_offsets() -> None:
    rows = list(flat.rows(s.READING))
    assert [(row["row"], row["id"]) for row in rows] == [
        ("statement", "s1"), ("statement", "s2"), ("statement", "s3"), ("event", "e1"), ("event", "e2"),
    ]  # fmt: skip
    assert all(set(row) <= set(flat.COLUMNS) for row in rows)
    for row in rows:
        assert " ".join(s.TEXT[row["begin"] : row["end"]].split()) == row["words"]  # type: ignore[misc]
    attack = rows[3]
    assert (attack["day"], attack["whom"], attack["says"]) == ("2020-03-02", ("dockers",), ("harbour master (assert)",))


def test_rows_of_every_view_fit_its_header() -> None:
    for what, row in (("records", s.RECORD), ("statements", s.STATEMENT), ("reports", s.REPORT_ROW)):
        assert set(sheet.flattened(row.as_dict())) == set(sheet.HEADERS[what])
    for view in (s.RECORD_VIEW, s.REPORT_VIEW, s.ACTOR, s.STATEMENT):
        rows = list(sheet.shown(view))
        assert rows
        assert all(set(row) <= set(flat.COLUMNS) for row in rows)
    assert [set(row) for row in sheet.reasons(s.WHY)] == [set(sheet.WHY)] * 2
