import pytest

from sayso.knowledge.calendars import feast_of, nowruz, occurrences, orthodox_easter
from sayso.reading.times import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Battles of 24–26 February", [("24", "2022-02-24"), ("26 February", "2022-02-26")]),
        ("the 1992–95 war", [("1992", "1992"), ("95", "1995")]),
        ("It burned in the night from Friday to Saturday.", [("the night from Friday to Saturday", "2022-03-11TNI")]),
        ("Shells fell overnight into Tuesday.", [("overnight into Tuesday", "2022-03-14TNI")]),
        ("He fled on 12 January and came on the 3rd.", [("12 January", "2022-01-12"), ("the 3rd", "2022-02-03")]),
        ("The 9th Brigade met the 3rd Battalion.", []),
        ("the last Sunday of May 2021", [("the last Sunday of May 2021", "2021-05-30")]),
        ("Monday, 6 in the morning, was calm.", [("Monday, 6 in the morning", "2022-03-14T06:00")]),
        ("From 8 a.m. to noon on Friday.", [("8 a.m.", "2022-03-11T08:00"), ("noon on Friday", "2022-03-11T12:00")]),
        ("It fell at 0700 GMT on 9 March.", [("0700 GMT on 9 March", "2022-03-09T07:00Z")]),
    ],
)  # fmt: skip
def test_joined_forms(text, expected):
    assert [(text[slice(*t.span)], t.timex) for t in find(text, "2022-03-16")] == expected


def test_small_hours_end_at_six():
    (time,) = find("It burned in the small hours of Friday.", "2022-03-16")
    assert (time.timex, time.start, time.end) == ("2022-03-11TMO", "2022-03-11T00:00", "2022-03-11T06:00")


def test_the_first_week_of_a_month_is_its_first_seven_days():
    (time,) = find("It rained in the first week of March.", "2022-03-16")
    assert (time.timex, time.start, time.end) == ("2022-03", "2022-03-01", "2022-03-08")


@pytest.mark.parametrize(
    ("year", "day"),
    [(1996, 20), (1997, 21), (2016, 20), (2017, 21), (2019, 21), (2020, 20), (2022, 21), (2024, 20), (2025, 21)],
)
def test_nowruz_is_the_iranian_new_year(year, day):
    assert nowruz(year).isoformat() == f"{year}-03-{day}"


@pytest.mark.parametrize("day", ["2008-04-27", "2016-05-01", "2019-04-28", "2021-05-02", "2022-04-24", "2025-04-20"])
def test_orthodox_easter(day):
    assert orthodox_easter(int(day[:4])).isoformat() == day


def test_ramadan_has_twenty_nine_days_or_thirty():
    (short,), (long,) = occurrences(feast_of("Ramadan"), 2023), occurrences(feast_of("Ramadan"), 2024)
    assert ((short.end - short.first).days, (long.end - long.first).days) == (29, 30)
