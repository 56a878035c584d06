"""What stands before the first sentence of a wire story, and what only looks like it."""

import pytest

from sayso.ingesting import from_text


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("GAO, May 3 (Sahel Desk) — The talks failed.", "GAO, May 3 (Sahel Desk) —"),
        ("GAO (SD) - The talks failed.", "GAO (SD) -"),
        ("GAO/MOPTI - The talks failed.", "GAO/MOPTI -"),
        ("GAO, Mali, 3 May 2020 -- “We failed,” he said.", "GAO, Mali, 3 May 2020 --"),
        ("(Sahel Desk) - The talks failed.", "(Sahel Desk) -"),
        ("GAO, 4 JAN 90 -- [TEXT] THE TALKS FAILED.", "GAO, 4 JAN 90 -- [TEXT]"),
        ("NATO - the alliance - is large.", None),
        ("THE ARMY SAID - IT SAID - NO.", None),
        ("UN-backed forces said no - twice.", None),
        ("The talks - a third round - failed.", None),
    ],
)
def test_dateline(line: str, dateline: str | None) -> None:
    report = from_text(f"{line}\n\nMore was said later.", title="Talks fail")
    found = [report.text[slice(*b.span)] for b in report.blocks if b.kind == "dateline"]
    assert found == ([dateline] if dateline else [])


def test_a_repeated_paragraph_points_past_the_dateline() -> None:
    report = from_text("A headline that stands here\n\nGAO - The talks failed.\n\nMore.\n\nGAO - The talks failed.")
    again = next(b for b in report.blocks if b.same_as is not None)
    assert report.text[slice(*report.blocks[again.same_as or 0].span)] == "The talks failed."
