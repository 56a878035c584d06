"""Everything the README shows is what a stranger gets who copies it."""

from __future__ import annotations

from tools.write_readme import BLOCK, PAGE, stale


def test_the_examples_print_what_the_page_says() -> None:
    page = PAGE.read_text("utf-8")
    shells = [block["console"] for block in BLOCK.finditer(page) if block["console"]]
    assert len(shells) >= 6
    assert [shell for shell in shells if not any("sayso" in line for line in commands(shell))] == []
    assert next(stale(page), None) is None, "run `python tools/write_readme.py`"


def commands(shell: str) -> list[str]:
    return [line for line in shell.splitlines() if line.startswith("$ ")]
