"""Tokens: all of a text, divided where a span begins or ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.exporting.tokens import grouped, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.S. army's 1,000 men didn't go.", "The|U.S.|army|'s|1,000|men|did|n't|go|."),
        ("“Hill-men,” she’d said", "“|Hill|-|men|,|”|she|’d|said"),
        ("Haftar' s", "Haftar|'|s"),
        ("🕊 naïve\u2028x_y", "🕊|naïve|x_y"),
        ("", ""),
        (" \r\n\t", ""),
    ],
)
def test_words(text: str, words: str) -> None:
    assert "|".join(text[b:e] for b, e in tokens(text)) == words


def test_a_border_divides_a_token() -> None:
    assert tokens("abcdef gh", [2, 4, 6, 7]) == [(0, 2), (2, 4), (4, 6), (7, 9)]


@given(st.text("ab1.,'’nt \n🕊-S", max_size=80), st.sets(st.integers(0, 80)))
def test_every_letter_is_in_one_token_and_no_token_crosses_a_border(text: str, borders: set[int]) -> None:
    found = tokens(text, borders)
    assert [n for b, e in found for n in range(b, e)] == [n for n, c in enumerate(text) if not c.isspace()]
    assert not [(b, e) for b, e in found for border in borders if b < border < e]


def test_groups_are_sentences_and_what_is_between_them() -> None:
    words = tokens("a b c d e")
    assert list(grouped(words, [(2, 5), (8, 9)])) == [[(0, 1)], [(2, 3), (4, 5)], [(6, 7)], [(8, 9)]]
    assert list(grouped(words, [])) == [words]
    assert list(grouped([], [(0, 3)])) == []
