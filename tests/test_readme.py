"""Everything the README shows is what a stranger gets who copies it."""

from __future__ import annotations

from pathlib import Path

from tools.write_readme import BLOCK, PAGE, Desk, figures, stale

FIGURES = "# Figures\n\n| set | figure | floor | seconds |\n|---|---|---|---|\n| times/own | 71.5 | 70 | 12 |\n"


def test_the_examples_print_what_the_page_says() -> None:
    page = PAGE.read_text("utf-8")
    shells = [block["console"] for block in BLOCK.finditer(page) if block["console"]]
    assert len(shells) >= 6
    assert [shell for shell in shells if not any("sayso" in line for line in commands(shell))] == []
    assert next(stale(page), None) is None, "run `python tools/write_readme.py`"


def test_a_record_whose_id_changed_is_followed(tmp_path: Path) -> None:
    body = "$ echo E0123456789ab\nE000000000000\n$ echo show E000000000000\nold\n"
    printed = "$ echo E0123456789ab\nE0123456789ab\n$ echo show E0123456789ab\nshow E0123456789ab\n"
    assert Desk(tmp_path).console(body) == printed


def test_figures_come_without_the_time_that_they_took(tmp_path: Path) -> None:
    (tmp_path / "figures.md").write_text(FIGURES, "utf-8")
    assert "| times/own | times found, with the right value: F1 | 71.5 |" in figures(tmp_path)
    (tmp_path / "figures.md").unlink()
    (tmp_path / "floors.tsv").write_text("run\tfloor\ntimes/own\t70\n", "utf-8")
    assert "| times/own | times found, with the right value: F1 | at least 70 |" in figures(tmp_path)


def commands(shell: str) -> list[str]:
    return [line for line in shell.splitlines() if line.startswith("$ ")]
