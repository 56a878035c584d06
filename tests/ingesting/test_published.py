"""Dates as somebody gives them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ingesting.published import published_as


@pytest.mark.parametrize(
    ("value", "expected", "precision"),
    [
        ("2020-06-18", "2020-06-18", "day"),
        (" 20200618 ", "2020-06-18", "day"),
        ("2020-06", "2020-06", "month"),
        ("2020", "2020", "year"),
        ("2020-06-18T14:30", "2020-06-18T14:30", "minute"),
        ("2020-06-18 14:30:59.123", "2020-06-18T14:30", "minute"),
        ("2020-06-18T14:30:00Z", "2020-06-18T14:30", "minute"),
        ("2020-06-18T14:30:00+02:00", "2020-06-18T14:30", "minute"),
        ("2020-06-18T00:00:00Z", "2020-06-18", "day"),
        ("20200618T143000Z", "2020-06-18T14:30", "minute"),
        ("Thu, 18 Jun 2020 14:30:00 GMT", "2020-06-18T14:30", "minute"),
        ("June 18, 2020", "2020-06-18", "day"),
        ("18 June 2020", "2020-06-18", "day"),
        ("June 2020", "2020-06", "month"),
        (1592490600, "2020-06-18T14:30", "minute"),
        (1592490600000, "2020-06-18T14:30", "minute"),
        ("1592490600", "2020-06-18T14:30", "minute"),
    ],
)
def test_taken(value, expected, precision):
    found = published_as(value, "given")
    assert found is not None
    assert (found.value, found.precision, found.basis) == (expected, precision, "given")


@pytest.mark.parametrize(
    "value", ["", "soon", "03/04/2020", "2020-13-01", "2020-02-30", "0000-01-01", "9999", None, True, 12, 10**400,
              float("nan"), float("inf"), [], {"$date": 1}, "June 18, 2020 and July 3, 2020"],
)  # fmt: skip
def test_not_taken(value):
    assert published_as(value, "given") is None


@given(st.one_of(st.text(), st.integers(), st.floats(), st.from_regex(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d", fullmatch=True)))
def test_nothing_raises(value):
    found = published_as(value, "page")
    assert found is None or (found.value and found.basis == "page")
