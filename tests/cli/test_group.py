"""The group: help that is quick, misuse that is one clear line."""

from __future__ import annotations

import subprocess
import sys
import time

import click
import pytest

from sayso.cli import COMMANDS, main
from sayso.cli.group import Family
from sayso.errors import StoreError
from tests.cli.conftest import Run

HEAVY = ("spacy", "trafilatura", "rich", "msgspec", "sqlite3", "numpy")


def _command(name: str) -> click.Command:
    found = main.get_command(click.Context(main), name)
    assert found is not None
    return found


def test_help_is_quick_and_imports_nothing_heavy() -> None:
    code = (
        "import sys; from sayso.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        f"sys.exit(str([m for m in {HEAVY} if m in sys.modules] or ''))"
    )
    best = 9.0
    for _ in range(3):
        begun = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        best = min(best, time.perf_counter() - begun)
        assert done.stderr.strip() == ""
    assert best <= 0.3


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_the_list_says_what_the_help_says(entry: object) -> None:
    name, meaning = entry  # type: ignore[misc]
    assert (_command(name).help or "").splitlines()[0] == meaning
    assert len(f"  rejects  {meaning}") <= 80


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_every_help_ends_with_examples_of_its_own(entry: object, run: Run) -> None:
    name = entry[0]  # type: ignore[index]
    shown = run(name, "--help").output
    examples = shown.split("\nExamples:\n")[1].splitlines()
    assert examples
    assert all(f"sayso {name}" in line for line in examples)
    assert max(map(len, shown.splitlines())) <= 80


def _all_commands() -> dict[str, click.Command]:
    found = {entry.name: _command(entry.name) for entry in COMMANDS}
    families = {name: command for name, command in found.items() if isinstance(command, Family)}
    return found | {f"{name} {sub}": c for name, command in families.items() for sub, c in command.commands.items()}


def test_all_options_are_explained() -> None:
    for name, command in _all_commands().items():
        for parameter in command.params:
            assert isinstance(parameter, click.Argument) or getattr(parameter, "help", None), (name, parameter)


def test_the_help_of_every_command_within_another_ends_with_its_examples(run: Run) -> None:
    inner = [name for name in _all_commands() if " " in name]
    assert len(inner) >= 9
    for name in inner:
        shown = run(*name.split(), "--help").output
        examples = shown.split("\nExamples:\n")[1].splitlines()
        assert examples and all(f"sayso {name}" in line for line in examples)
        assert max(map(len, shown.splitlines())) <= 80
        assert "..." not in run(name.split()[0], "--help").output.replace("ARGS]...", "")


def test_an_unknown_command_within_another_names_the_choices(run: Run) -> None:
    done = run("actor", "ad")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == "sayso: command of `sayso actor`: 'ad' is not one of: add, alias, apart, list, show\n"


def test_an_unknown_command_names_the_choices(run: Run) -> None:
    done = run("fnid")
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr == "sayso: command: 'fnid' is not one of: " + ", ".join(e.name for e in COMMANDS) + "\n"


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("find",), "Missing argument 'DB'"),
        (("find", "war.db", "--limit", "many"), "'many' is not a valid integer"),
        (("read", "absent.txt"), "'absent.txt' does not exist"),
        (("read", "--field", "title", __file__), "'title' is not OURS=THEIRS, such as title=headline"),
        (("schema", "--tabel"), "--tabel"),
    ],
)
def test_misuse_is_one_line_and_exit_code_2(args: tuple[str, ...], words: str, run: Run) -> None:
    done = run(*args)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr.startswith("sayso: ")
    assert done.stderr.count("\n") == 1
    assert words in done.stderr
    assert f"`sayso {args[0]} --help`" in done.stderr


def test_debug_shows_where_an_error_came_from(run: Run, tmp_path: object) -> None:
    absent = f"{tmp_path}/absent.db"
    plain, debug = run("find", absent), run("find", absent, SAYSO_DEBUG="1")
    assert plain.exit_code == 2
    assert "Traceback" not in plain.stderr
    assert isinstance(debug.exception, StoreError)


def test_no_arguments_show_the_help(run: Run) -> None:
    done = run()
    assert done.exit_code == 2
    assert "Commands:" in done.output


def test_version(run: Run) -> None:
    assert run("--version").stdout.startswith("sayso 0.")
