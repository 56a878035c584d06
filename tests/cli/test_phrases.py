"""Words for a person."""

from __future__ import annotations

import pytest

from sayso.cli import phrases
from sayso.views import Voice


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ((), ""),
        (("A",), "A"),
        (("A", "B"), "A and B"),
        (("A", "B", "C"), "A, B and C"),
        (("A", "B", "C", "D"), "A, B and 2 more"),
    ],
)
def test_listed(names: tuple[str, ...], words: str) -> None:
    assert phrases.listed(names) == words


def test_a_party_that_is_not_known_is_left_out() -> None:
    assert phrases.deed((), "ASSAULT", ("dockers",)) == "ASSAULT → dockers"
    assert phrases.deed(("A",), "CONSULT visit", (), "Qasr Lamta, LBY") == "A → CONSULT visit · Qasr Lamta, LBY"


@pytest.mark.parametrize(
    ("start", "after", "words"),
    [
        (None, None, "–"),
        ("2020-06-17", None, "2020-06-17"),
        ("2020-06-17", "2020-06-17", "2020-06-17"),
        ("2020-06-17", "2020-06-18", "2020-06-17"),
        ("2020-06-17", "2020-06-20", "2020-06-17 – 06-19"),
        ("2019-12-30", "2020-01-03", "2019-12-30 – 2020-01-02"),
        ("2020-01-01", "2020-02-01", "2020-01"),
        ("2019-12-01", "2020-01-01", "2019-12"),
        ("2019-01-01", "2020-01-01", "2019"),
        ("2020-01-02", "2020-02-01", "2020-01-02 – 01-31"),
        ("2019", "some day", "2019 – some day"),
    ],
)
def test_period(start: str | None, after: str | None, words: str) -> None:
    assert phrases.period(start, after) == words


@pytest.mark.parametrize(
    ("value", "low", "high", "qualifier", "words"),
    [
        (12, 12, 12, "exact", "12 killed"),
        (1000, 1001, None, "more-than", "more than 1,000 killed"),
        (12, 12, None, "at-least", "at least 12 killed"),
        (None, 24, None, "vague", "24 or more killed"),
        (None, 3, 5, "vague", "3–5 killed"),
        (None, None, 9, "vague", "up to 9 killed"),
        (None, None, None, "vague", "killed"),
    ],
)
def test_amount(value: int | None, low: int | None, high: int | None, qualifier: str, words: str) -> None:
    assert phrases.amount("killed", value, low, high, qualifier) == words


def test_a_chain_is_told_from_the_inside_to_the_publisher() -> None:
    chain = (
        Voice(name="the army", act="deny", kind="organisation"),
        Voice(name="a minister", act="assert", kind="person"),
        Voice(name="The Mail", act="", kind="publisher"),
    )
    assert phrases.voiced(chain) == "the army (deny), as told by a minister (assert), in The Mail"
    assert phrases.voiced(chain[2:]) == "The Mail, in its own words"


def test_hashes_are_cut_and_nothing_else() -> None:
    assert phrases.short("sha256:" + "5d6bbc317da8" + "f" * 52 + "/s2") == "sha256:5d6bbc317da8/s2"
    assert phrases.short("person/a-very-long-name-of-somebody") == "person/a-very-long-name-of-somebody"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("He left.", "“He left.”"),
        ('"We had an agreement.', "“We had an agreement.”"),
        ("“We left,” he said.", "“We left,” he said."),
        ("He called it “a lie”.", "“He called it “a lie”.”"),
        ("", ""),
    ],
)
def test_words_of_a_report_stand_in_marks(words: str, shown: str) -> None:
    assert phrases.in_marks(words) == shown
