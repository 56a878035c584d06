import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.dates import explicit_dates, month_number, weekday_number, weekdays


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("signed on 15 June 2020 in Paris", "15 June 2020", "2020-06-15"),
        ("signed on June 15, 2020.", "June 15, 2020", "2020-06-15"),
        ("signed on Jun. 15 2020", "Jun. 15 2020", "2020-06-15"),
        ("logged 2020-06-15T14:30Z", "2020-06-15", "2020-06-15"),
        ("dated 15/06/2020", "15/06/2020", "2020-06-15"),
        ("dated 06/15/2020", "06/15/2020", "2020-06-15"),
        ("dated 15.06.2020", "15.06.2020", "2020-06-15"),
        ("since June 2020", "June 2020", "2020-06"),
        ("in June of 2014", "June of 2014", "2014-06"),
        ("the 8th of August, 1998", "8th of August, 1998", "1998-08-08"),
        ("from 15-17 June 2020", "17 June 2020", "2020-06-17"),
        ("MAY 5, 2011", "MAY 5, 2011", "2011-05-05"),
    ],
)
def test_a_full_date_is_found_with_its_exact_words(text, words, iso):
    (found,) = explicit_dates(text)
    assert text[slice(*found.span)] == words
    assert found.iso == iso
    assert found.precision == ("day" if len(iso) == 10 else "month")


@pytest.mark.parametrize(
    "text", ["03/04/2020", "31 June 2020", "Mar 3,000 men", "it may 2020 rise", "version 1.2.2020.3", "15 June", "2020"]
)
def test_what_is_ambiguous_or_no_date_is_left_out(text):
    assert explicit_dates(text) == []


def test_two_dates_come_in_the_order_of_the_text():
    found = explicit_dates("Sept 11 2001, then 7 October 2001")
    assert [d.iso for d in found] == ["2001-09-11", "2001-10-07"]


def test_weekdays_are_found_by_name_and_abbreviations_only_before_a_date():
    text = "Monday, tuesday and FRIDAY; Sun. 14 June; the Sun. Mondays"
    assert [(text[b:e], n) for (b, e), n in weekdays(text)] == [
        ("Monday", 0),
        ("tuesday", 1),
        ("FRIDAY", 4),
        ("Sun.", 6),
    ]


def test_names_have_numbers():
    assert [month_number(n) for n in ("January", "sept.", "MAY")] == [1, 9, 5]
    assert [weekday_number(n) for n in ("Monday", "thurs.", "SUN")] == [0, 3, 6]
    with pytest.raises(ValueError, match="no month"):
        month_number("Brumaire")
    with pytest.raises(ValueError, match="no weekday"):
        weekday_number("Someday")


@given(st.text())
def test_no_text_breaks_it(text):
    for found in explicit_dates(text):
        b, e = found.span
        assert 0 <= b < e <= len(text)
        assert text[b:e].strip() == text[b:e]
