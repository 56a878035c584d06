from datetime import date

import pytest

from sayso.reading.times.arithmetic import Point, day_of, duration, interval, season_point, step, timex


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2020-06-17", "2020-06-17", "2020-06-18"), ("2020-12", "2020-12-01", "2021-01-01"),
        ("2020", "2020-01-01", "2021-01-01"), ("2020-W53", "2020-12-28", "2021-01-04"),
        ("2020-W25-WE", "2020-06-20", "2020-06-22"), ("2020-Q4", "2020-10-01", "2021-01-01"),
        ("2020-H2", "2020-07-01", "2021-01-01"), ("2020-WI", "2019-12-01", "2020-03-01"),
        ("2020-SU", "2020-06-01", "2020-09-01"), ("199", "1990-01-01", "2000-01-01"),
        ("19", "1900-01-01", "2000-01-01"),
        ("2020-06-17TEV", "2020-06-17T18:00", "2020-06-18T00:00"),
        ("2020-12-31TNI", "2020-12-31T18:00", "2021-01-01T06:00"),
        ("2020-06-17T24:00", "2020-06-18T00:00", "2020-06-18T00:01"),
        ("2020-06-17T14", "2020-06-17T14:00", "2020-06-17T15:00"),
    ],
)  # fmt: skip
def test_the_interval_of_a_value(value, start, end):
    assert interval(value) == (start, end)


@pytest.mark.parametrize("value", ["P3D", "PAST_REF", "XXXX-06", "2021-W60", "2021-02-30", "9999", "BC0480", "0000"])
def test_what_has_no_place_on_the_calendar_has_no_interval(value):
    assert interval(value) is None


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (3, "D", "P3D"), (2, "TH", "PT2H"), (None, "M", "PXM"), (None, "TH", "PTXH"), (7, "E", "P70Y"),
        (2.5, "Y", "P2Y6M"), (1.5, "TM", "PT1M30S"), (0.5, "TH", "PT30M"), (2, "F", "P4W"), (1, "C", "P100Y"),
    ],
)  # fmt: skip
def test_durations(count, unit, value):
    assert duration(count, unit) == value


def test_stepping_keeps_to_the_calendar():
    assert step(date(2020, 1, 31), "M", 1) == date(2020, 2, 29)
    assert step(date(2020, 2, 29), "Y", -1) == date(2019, 2, 28)
    assert step(date(2020, 6, 18), "W", -2) == date(2020, 6, 4)
    assert step(date(9999, 12, 31), "D", 1) is None
    assert step(date(1, 1, 1), "C", -1) is None


@pytest.mark.parametrize(
    ("grain", "value"),
    [("D", "2021-01-01"), ("W", "2020-W53"), ("N", "2020-W53-WE"), ("M", "2021-01"), ("Q", "2021-Q1"), ("H", "2021-H1"),
     ("Y", "2021"), ("E", "202"), ("C", "20")],
)  # fmt: skip
def test_the_value_of_a_point(grain, value):
    assert timex(Point(date(2021, 1, 1), grain)) == value


def test_seasons_and_broken_days():
    assert timex(season_point(2014, "FA")) == "2014-FA"
    assert day_of("2020-06-18T14:30") == date(2020, 6, 18)
    assert day_of("2020-06") is None
    assert day_of(None) is None
