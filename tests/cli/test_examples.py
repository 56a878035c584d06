"""Every example that a help prints is run, on prepared files, and gives an answer."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import click
import pytest

from sayso.cli import COMMANDS, main
from sayso.cli.group import Command, Family
from tests.cli.conftest import Run


def _examples() -> list[str]:
    ctx = click.Context(main)
    commands = [main.get_command(ctx, entry.name) for entry in COMMANDS]
    return [example for command in commands if isinstance(command, Command | Family) for example in command.examples]


@pytest.fixture(scope="module")
def ids(run: Run, desk: Path) -> dict[str, str]:
    """What stands for RECORD, ACTOR and REPORT: the first of each that the database holds."""
    asked = (("RECORD", ()), ("ACTOR", ("--statements", "--actor", "Haftar")), ("REPORT", ("--reports",)))
    found = {name: json.loads(run("find", desk / "war.db", *options).stdout.splitlines()[0]) for name, options in asked}
    return {name: row["actor"] if name == "ACTOR" else row["id"] for name, row in found.items()}


def _played(line: str, run: Run) -> str:
    """The output of a line of shell: `cat FILE`, `sayso …` and `head -n N` in a pipe, and a last `> FILE`."""
    line, _, target = line.partition(" > ")
    passed = b""
    for stage in line.split(" | "):
        word, *args = shlex.split(stage)
        if word == "cat":
            passed = Path(args[0]).read_bytes()
        elif word == "head":
            passed = b"".join(passed.splitlines(keepends=True)[: int(args[1])])
        else:
            assert word == "sayso", stage
            done = run(*args, stdin=passed)
            assert done.exit_code == 0, (stage, done.stderr, done.exception)
            passed = done.stdout_bytes
    if target:
        Path(target).write_bytes(passed)
    return passed.decode()


def _own(example: str, home: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home of the example's own, with something in it that can be listed or removed."""
    monkeypatch.setenv("SAYSO_HOME", str(home))
    if "actor list" in example:
        (home / "actors.txt").write_text("alias person/khalifa-haftar: Old Khalifa\n", "utf-8")
    if "places remove" in example:
        assert run("places", "add", "outposts.csv", "--as", "csv").exit_code == 0


def test_there_are_examples_for_every_command() -> None:
    assert {shlex.split(e.rsplit("sayso ", 1)[1])[0] for e in _examples()} == {entry.name for entry in COMMANDS}


@pytest.mark.parametrize("example", _examples())
def test_example(
    example: str, ids: dict[str, str], run: Run, desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk)
    _own(example, tmp_path, run, monkeypatch)
    line = example
    for name, key in ids.items():
        line = line.replace(f" {name}", f" {shlex.quote(key)}")
    shown = _played(line, run)
    if " -o " in line:
        shown = Path(line.split(" -o ")[1]).read_bytes().decode("utf-8", "replace")
    assert shown.strip()
    if line.endswith("--json"):
        assert all(isinstance(json.loads(one), dict) for one in shown.splitlines())
