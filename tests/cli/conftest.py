"""Running `sayso` in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.cli import main
from tests.cli.desk import prepare

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def run() -> Run:
    """`run("find", db, "--json", stdin=b"...", columns=80)`: output, stderr and exit code of a command."""

    def invoke(*args: object, stdin: bytes | None = None, columns: int = 100, **env: str) -> Result:
        return CliRunner(env={"COLUMNS": str(columns), "SAYSO_DEBUG": "", **env}).invoke(
            main, [str(a) for a in args], stdin
        )

    return invoke


@pytest.fixture(scope="session")
def desk(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the examples of the help speak of, and the database war.db made from them."""
    folder = tmp_path_factory.mktemp("desk")
    prepare(folder)
    done = run("add", folder / "war.db", folder / "reports", "--json")
    assert done.exit_code == 0, done.stderr
    return folder
