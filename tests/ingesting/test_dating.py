"""The date that a text shows of itself: labelled cases."""

from pathlib import Path

import pytest

from sayso.ingesting import from_text

CASES = Path(__file__).parent.parent / "cases" / "dating.tsv"


def rows():
    _, *lines = CASES.read_text("utf-8").splitlines()
    return [pytest.param(*line.split("\t"), id=f"dating.tsv:{n}") for n, line in enumerate(lines, 2)]


@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["blank-lines", "lines"])
@pytest.mark.parametrize(("published", "basis", "text"), rows())
def test_date(published, basis, text, gap):
    found = from_text(text.replace("|", gap)).header.published
    assert (found.value or "", found.basis) == (published, basis)


def test_the_cases_are_enough():
    assert len(rows()) >= 25


def test_a_given_date_outranks_the_text():
    text = "Army shells port\n\n18 June 2020\n\nThe army shelled the port of Sirte, the mayor said."
    assert from_text(text).header.published.basis == "text"
    found = from_text(text, published="2021-01-02T10:15").header.published
    assert (found.value, found.precision, found.basis) == ("2021-01-02T10:15", "minute", "given")
