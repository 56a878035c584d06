"""Labelled cases (`tests/cases/times.tsv`), what must not be found, and properties."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.times import find

CASES = Path(__file__).parents[2] / "cases" / "times.tsv"


def cases():
    with CASES.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_there_are_enough_cases():
    assert len(cases()) >= 120


@pytest.mark.parametrize("case", cases(), ids=lambda c: f"{c['expression']} ({c['published']})")
def test_case(case):
    found = find(case["sentence"], case["published"] or None)
    by_words = {case["sentence"][slice(*t.span)]: t for t in found}
    assert case["expression"] in by_words
    time = by_words[case["expression"]]
    assert (time.timex, time.start or "", time.end or "") == (case["timex"], case["start"], case["end"])


@pytest.mark.parametrize(
    "sentence",
    [
        "He may go, and the crowds march on the palace.",
        "March on Rome, they cried; May it fall!",
        "A second shell hit the old quarter and the quarter by the port.",
        "About 2,000 troops and 1500 men died at 300 metres.",
        "The F-16 and the T-72 were shot down.",
        "The fall of the town came after the fall of the fort.",
        "He is 52 years old and his 6-year-old son was hurt.",
        "The Sun reported it; we sat down.",
        "It cost $1990 and 2001 dollars.",
        "Resolution 1973 and flight 1989 are no years.",
    ],
)
def test_no_time_is_found_where_there_is_none(sentence):
    assert find(sentence, "2020-06-18") == ()


def test_ids_and_spans_follow_the_text_and_anchors_name_what_was_counted_from():
    text = "The town fell on 4 May 2020. Two days later the mayor fled, and on Tuesday he was found."
    first, second, third = find(text, "2020-06-18")
    assert [t.id for t in (first, second, third)] == ["t1", "t2", "t3"]
    assert (first.anchor, second.anchor, third.anchor) == ("text", "t1", "report")
    assert (second.timex, third.timex) == ("2020-05-06", "2020-06-16")
    assert first.span < second.span < third.span


def test_types_and_fuzziness():
    text = "On Monday night, for three weeks, every Friday, in early May."
    assert [(t.type, t.fuzzy) for t in find(text, "2020-06-18")] == [
        ("TIME", True), ("DURATION", False), ("SET", False), ("DATE", True),
    ]  # fmt: skip


def test_a_tale_of_other_years_counts_from_its_own_dates():
    text = (
        "The rising began on 4 May 1848. In July the king fled. On 3 March 1849 the city was bombarded. The following "
        "day it surrendered. In August 1849 the last fort fell, and in September the leaders were shot. In 1850 a "
        "court sat; on 2 February 1851 it was closed."
    )
    found = {text[slice(*t.span)]: t.timex for t in find(text, "2009-12-19")}
    assert (found["July"], found["The following day"], found["September"]) == ("1848-07", "1849-03-04", "1849-09")


def test_a_single_glance_at_another_age_does_not_move_the_story():
    text = "The post was overrun on 4 May 2020, for the first time since 1948. The following year it was retaken."
    assert find(text, "2022-01-05")[-1].timex == "2021"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In April and June 1955 he purged the army.", ["1955-04", "1955-06"]),
        ("They left from May 15 to August 16, 1988.", ["1988-05-15", "1988-08-16"]),
        ("It lasted from November 15 to February 15, 1989.", ["1988-11-15", "1989-02-15"]),
    ],
)
def test_a_year_behind_the_second_date_is_lent_to_the_first(text, values):
    assert [t.timex for t in find(text, "2009-12-19")] == values


def test_the_weekday_before_a_date_tells_the_year():
    assert find("It was sent on Friday, March 6.", "2021-01-20")[0].timex == "2020-03-06"


def test_verbs_in_the_past_keep_a_month_in_the_past():
    assert find("The truce failed in January.", "2019-11-20")[0].timex == "2019-01"
    assert find("The truce will start in January.", "2019-11-20")[0].timex == "2020-01"
    assert find("A truce by January is the aim.", "2019-11-20")[0].timex == "2020-01"


def test_quarters_carry_over_to_what_is_compared_with_them():
    text = "Revenue fell in the third quarter from a year earlier. In the quarter, oil alone rose."
    assert [t.timex for t in find(text, "1995-11-02")] == ["1995-Q3", "1994-Q3", "1995-Q3"]


def test_pieces_are_read_alone_but_the_story_goes_on():
    text = "The town fell on Monday. Photo: 1 May 2001. A day later the mayor fled."
    found = find(text, "2020-06-18", [(0, 24), (44, len(text))])
    assert [(text[slice(*t.span)], t.timex) for t in found] == [("Monday", "2020-06-15"), ("A day later", "2020-06-16")]


def test_the_same_day_is_unknown_once_another_month_was_told_of():
    text = "He spoke on Thursday. The deal failed in January. We signed it on the same day."
    assert find(text, "2020-06-18")[-1].timex == "XXXX-XX-XX"


@given(st.text(), st.sampled_from([None, "2020-06-18", "2020-06", "0001-01-01", "9999-12-31", "no date"]))
def test_any_text_is_read_without_error(text, published):
    assert find(text, published) == find(text, published)


WORDS = """
the last next this two 31 2020 May March Tuesday night a an hundred thousand years days ago later earlier of in - ,
century first quarter 10:35 p.m. BC Eid al-Fitr Ramadan 1441 weekend every following day week 1990s 0000s mid half and
winter before yesterday 99 400 millennium decades from now Feb. 30 29 year fiscal same that 9999999 1000 summer year-ago
Easter noon overnight into to on the 28th 92 – before, after the truce turn week Orthodox hours small GMT at 7am War
"""
DAYS = [None, "2020-02-29", "0001-01-01", "9999-12-31"]


@given(st.lists(st.sampled_from(WORDS.split()), max_size=14), st.sampled_from(DAYS))
def test_spans_are_exact_and_intervals_run_forward(words, published):
    text = " ".join(words)
    end = 0
    for time in find(text, published):
        assert end <= time.span[0] < time.span[1] <= len(text)
        assert text[slice(*time.span)].strip() == text[slice(*time.span)]
        assert (time.start is None) == (time.end is None)
        assert time.start is None or time.end is None or time.start < time.end
        end = time.span[1]
