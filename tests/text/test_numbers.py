import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.numbers import numbers, ordinal_of, value_of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("three hundred and twelve", 312), ("1,000", 1000), ("a dozen", 12), ("half a dozen", 6), ("two dozen", 24),
        ("2.5 million", 2_500_000), ("two and a half million", 2_500_000), ("a million and a half", 1_500_000),
        ("twenty-four", 24), ("twelve hundred", 1200), ("ten thousand and five", 10_005), ("a couple", 2),
        ("one hundred and twenty thousand three hundred four", 120_304), ("3bn", 3_000_000_000), ("10k", 10_000),
        ("2 1/2", 2.5), ("7", 7), ("a hundred", 100), ("1\u00a0250", 1250),
    ],
)  # fmt: skip
def test_one_number_has_its_value(words, value):
    assert value_of(words) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("dozens", 24), ("scores of men", 40), ("hundreds", 200), ("thousands", 2000), ("tens of thousands", 20_000),
        ("hundreds of thousands", 200_000), ("several hundred", 200), ("a few thousand", 2000), ("several dozen", 24),
    ],
)  # fmt: skip
def test_vague_plurals_get_their_lower_reading(words, value):
    (found,) = numbers(words)
    assert (found.value, found.vague) == (value, True)


@pytest.mark.parametrize(
    "words", ["T-72", "F16", "5th", "he scores goals", "a man", "multi-million", "a round hundred-fold"]
)
def test_codes_and_idioms_are_no_numbers(words):
    assert numbers(words) == []


def test_several_numbers_stay_apart():
    text = "three to five killed, 12 wounded, nineteen ninety-six"
    assert [(text[slice(*n.span)], n.value) for n in numbers(text)] == [
        ("three", 3), ("five", 5), ("12", 12), ("nineteen", 19), ("ninety-six", 96),
    ]  # fmt: skip


def test_words_that_are_more_than_a_number_have_no_value():
    assert value_of("twelve men") is None
    assert value_of("") is None


def test_ordinals():
    assert [ordinal_of(w) for w in ("first", "21st", "twenty-first", "thirtieth", "twenty", "foo")] == [
        1, 21, 21, 30, None, None,
    ]  # fmt: skip


@given(st.integers(0, 999_999_999))
def test_figures_with_and_without_commas_are_read_back(number):
    assert value_of(f"{number}") == number
    assert value_of(f"{number:,}") == number


@given(st.text())
def test_no_text_breaks_it(text):
    for found in numbers(text):
        assert text[slice(*found.span)]
