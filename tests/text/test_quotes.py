"""Quotation marks of every make, balanced or not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.quotes import quotes


def inner(text: str, depth: int | None = None) -> list[str]:
    return [text[q.inner[0] : q.inner[1]] for q in quotes(text) if depth is None or q.depth == depth]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Go,” she said.", ["Go,"]),
        ('"Go," she said. "Now."', ["Go,", "Now."]),
        ("``Go,'' she said.", ["Go,"]),
        ("''Go,'' she said.", ["Go,"]),
        ("«Go» and „stop“ again", ["Go", "stop"]),
        ('"Go,” she said. “Now."', ["Go,", "Now."]),
        ("“Go,“ she said.", ["Go,"]),
        ("‘Go,’ she said of the boys’ toys.", ["Go,"]),
        ("He said 'it's fine' and left.", ["it's fine"]),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize(
    "text", ["It’s the boys’ and girls' own.", "rock ’n’ roll of the ’90s", "a 6'2\" man", "the '90s", "no marks"]
)
def test_apostrophes_are_no_quotations(text: str) -> None:
    assert inner(text) == []


def test_nesting() -> None:
    text = "“He told us ‘no way’ twice,” she said."
    assert [(text[q.inner[0] : q.inner[1]], q.depth) for q in quotes(text)] == [
        ("He told us ‘no way’ twice,", 0),
        ("no way", 1),
    ]


def test_a_line_may_leave_its_quotation_open() -> None:
    found = quotes("“One.\n“Two.\n“Three,” he said.")
    assert [(q.closed, q.joins) for q in found] == [(False, False), (False, True), (True, True)]


def test_a_mark_that_closes_what_an_earlier_line_opened() -> None:
    text = "“We won.\nIf so, it is thanks to you.” He smiled."
    assert inner(text) == ["We won.", "If so, it is thanks to you."]
    assert quotes(text)[1].joins


def test_a_stray_mark_does_not_swallow_the_line() -> None:
    assert inner('one "word and "another" here') == ["another"]


@given(st.text(alphabet="“”‘’\"'`«»„ab .,\n", max_size=60))
def test_any_text(text: str) -> None:
    last = (-1, 0)
    for q in quotes(text):
        assert 0 <= q.outer[0] <= q.inner[0] <= q.inner[1] <= q.outer[1] <= len(text)
        assert (q.outer[0], -q.outer[1]) >= last
        last = (q.outer[0], -q.outer[1])
        assert "\n" not in text[q.inner[0] : q.inner[1]]
        assert q.depth >= 0


def test_a_long_line_takes_no_longer_by_the_word() -> None:
    began = time.perf_counter()
    quotes("\"a 'b “c " * 30_000)
    assert time.perf_counter() - began < 5
