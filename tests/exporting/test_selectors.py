"""Selectors find the words again, and only them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.exporting.selectors import CONTEXT_WIDTH, around, selectors
from sayso.model.span import Span


def refound(text: str, selector: dict) -> list[Span]:
    """Where a quotation selector fits."""
    probe = selector["prefix"] + selector["exact"] + selector["suffix"]
    shift, size = len(selector["prefix"]), len(selector["exact"])
    starts = (n for n in range(len(text)) if text.startswith(probe, n))
    return [(n + shift, n + shift + size) for n in starts]


def test_short_context_where_it_is_enough() -> None:
    text = "x" * 100 + "the words" + "y" * 100
    prefix, suffix = around(text, (100, 109))
    assert (prefix, suffix) == ("x" * CONTEXT_WIDTH, "y" * CONTEXT_WIDTH)


def test_more_context_where_the_words_are_repeated() -> None:
    line = "The front denied that it had shelled the camp. " * 4
    text = line + "Nobody believed it. " + line
    span = (text.index("denied", 100), text.index("denied", 100) + 6)
    position, quotation = selectors(text, span)
    assert refound(text, quotation) == [span]
    assert (position["start"], position["end"]) == span
    assert len(quotation["prefix"]) > CONTEXT_WIDTH


@pytest.mark.parametrize("span", [(0, 1), (0, 5), (4, 5)])
def test_the_ends_of_a_text(span: Span) -> None:
    assert refound("aaaaa", selectors("aaaaa", span)[1]) == [span]


@given(st.text("ab 🕊\n", min_size=1, max_size=200), st.data())
def test_any_span_is_found_again(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(begin + 1, len(text)))
    position, quotation = selectors(text, (begin, end))
    assert text[position["start"] : position["end"]] == quotation["exact"]
    assert refound(text, quotation) == [(begin, end)]
