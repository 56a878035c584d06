"""The page on exports knows every format and promises only what works."""

import re
from pathlib import Path

from sayso.exporting import FORMATS

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8")


def test_every_format_is_described() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \|", PAGE, flags=re.MULTILINE)
    assert rows == list(FORMATS)


def test_the_commands_name_formats_that_there_are() -> None:
    named = re.findall(r"^\$ sayso export war\.db --format ([a-z-]+)", PAGE, flags=re.MULTILINE)
    assert len(named) >= 6
    assert set(named) <= set(FORMATS)
