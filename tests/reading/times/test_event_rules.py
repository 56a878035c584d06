import pytest

from sayso.reading.times import find


def found(text):
    return {text[slice(*t.span)]: (t.timex, t.anchor) for t in find(text, "2022-03-16")}


@pytest.mark.parametrize(
    ("text", "words", "value", "anchor"),
    [
        ("Two days after the truce of 3 May 2018, guns fired.", "Two days after", "2018-05-05", "t2"),
        ("A week before Sunday's vote, they fled.", "A week before", "2022-W09", "t2"),
        ("The day after the fall of the fort on 4 May 2018, he fled.", "The day after", "2018-05-05", "t2"),
        ("The truce began on 3 May 2018. Two days after the truce, guns fired.", "Two days after", "2018-05-05", "t1"),
        ("Three years after the 2011 revolt he returned.", "Three years after", "2014", "t2"),
    ],
)
def test_distances_from_a_dated_happening(text, words, value, anchor):
    assert found(text)[words] == (value, anchor)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Two days after the truce, guns fired.", "Two days after", "P2D"),
        ("The vote was on 3 May 2018. Two days after the truce, guns fired.", "Two days after", "P2D"),
        ("Two days after the June 1967 war he died.", "Two days after", "P2D"),  # a month has no day to count from
        ("Two days after the truce, on 5 May 2018, guns fired.", "Two days after", "P2D"),
    ],
)
def test_a_happening_without_a_day_leaves_the_length(text, words, value):
    assert found(text)[words][0] == value
