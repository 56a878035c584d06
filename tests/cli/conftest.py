"""Running `sayso` in this process."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from sayso.cli import main

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def run() -> Run:
    """`run("find", db, "--json", stdin=b"...", columns=80)`: output, stderr and exit code of a command."""

    def invoke(*args: object, stdin: bytes | None = None, columns: int = 100, **env: str) -> Result:
        return CliRunner(env={"COLUMNS": str(columns), "SAYSO_DEBUG": "", **env}).invoke(
            main, [str(a) for a in args], stdin
        )

    return invoke
