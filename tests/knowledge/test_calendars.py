from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.calendars import easter, feast_of, feasts, hijri_day, nth_weekday, occurrences


@pytest.mark.parametrize(
    ("name", "year", "first", "days"),
    [
        ("Eid al-Fitr", 2020, date(2020, 5, 24), 3), ("eid ul fitr", 2024, date(2024, 4, 10), 3),
        ("Eid al-Adha", 2020, date(2020, 7, 31), 4), ("Ramadan", 2020, date(2020, 4, 24), 30),
        ("Easter", 2023, date(2023, 4, 9), 1), ("Good Friday", 2020, date(2020, 4, 10), 1),
        ("Thanksgiving", 2020, date(2020, 11, 26), 1), ("Memorial Day", 2021, date(2021, 5, 31), 1),
        ("Nowruz", 2020, date(2020, 3, 20), 2), ("Christmas Eve", 1914, date(1914, 12, 24), 1),
    ],
)  # fmt: skip
def test_feasts_fall_on_their_days(name, year, first, days):
    (found,) = occurrences(feast_of(name), year)
    assert (found.first, (found.end - found.first).days) == (first, days)
    assert found.fuzzy == (feast_of(name).rule == "hijri")


def test_a_hijri_feast_may_come_twice_a_year_and_is_unknown_outside_the_tables():
    assert [f.first for f in occurrences(feast_of("Eid al-Fitr"), 2000)] == [date(2000, 1, 8), date(2000, 12, 27)]
    assert occurrences(feast_of("Eid al-Fitr"), 1800) == []
    assert hijri_day(1441, 9, 15) == date(2020, 5, 8)
    assert hijri_day(1441, 13, 1) is None


def test_an_unknown_name_is_no_feast():
    assert feast_of("Festivus") is None


def test_every_feast_has_a_rule_that_works():
    for feast in feasts():
        assert occurrences(feast, 2020), feast.names


@given(st.integers(1583, 4099))
def test_easter_is_a_sunday_of_spring(year):
    assert easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


def test_the_last_monday_of_december():
    assert nth_weekday(2020, 12, 0, -1) == date(2020, 12, 28)
