"""The page of commands is what the commands say."""

from __future__ import annotations

import pytest

from sayso.cli import COMMANDS
from tools.write_docs import PAGE, written


def test_the_page_is_up_to_date() -> None:
    page = written()
    assert PAGE.read_text("utf-8") == page, "run `python tools/write_docs.py`"
    assert [entry.name for entry in COMMANDS if f"\n## sayso {entry.name}\n" not in page] == []


def test_the_page_does_not_depend_on_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    before = written()
    monkeypatch.setenv("COLUMNS", "40")
    assert written() == before
