"""`sayso export` of formats that are several files: an archive, or a folder of its own."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

from sayso.exporting import FORMATS
from tests.cli.conftest import Run


def test_a_folder_holds_the_files_of_the_archive(run: Run, desk: Path, tmp_path: Path) -> None:
    db, folder, archive = desk / "war.db", tmp_path / "gold", tmp_path / "gold.zip"
    assert run("export", db, "--format", "brat", "-o", archive).exit_code == 0
    done = run("export", db, "--format", "brat", "-o", f"{folder}/")
    assert (done.exit_code, done.stdout) == (0, "")
    with ZipFile(archive) as found:
        files = {name: found.read(name) for name in found.namelist()}
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == files
    texts = {json.loads(line)["text"] for line in run("export", db).stdout.splitlines()}
    assert {text.decode() for name, text in files.items() if name.endswith(".txt")} == texts
    assert done.stderr == f"wrote {len(texts)} reports to {folder}/\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gold", "gold.zip"]


def test_an_empty_folder_is_filled_and_a_full_one_is_left_alone(run: Run, desk: Path, tmp_path: Path) -> None:
    db = desk / "war.db"
    assert run("export", db, "--format", "brat", "-o", tmp_path).exit_code == 0
    before = sorted(tmp_path.iterdir())
    assert len(before) == 2 * sum(path.suffix == ".txt" for path in before) + 2
    again = run("export", db, "--format", "brat", "-o", tmp_path)
    assert again.exit_code == 2
    assert again.stderr.startswith(f"sayso: {tmp_path}: there are files in this folder")
    assert sorted(tmp_path.iterdir()) == before


def test_a_folder_that_cannot_be_made_is_named(run: Run, desk: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", "utf-8")
    done = run("export", desk / "war.db", "--format", "brat", "-o", f"{tmp_path}/taken/gold/")
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_the_help_has_a_line_for_each_format(run: Run) -> None:
    shown = run("export", "--help", columns=80).stdout
    assert all(f"{name} " in shown for name in FORMATS)
    assert max(map(len, shown.splitlines())) <= 80
