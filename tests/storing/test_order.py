"""The same reports in any order, in one `add` or many, give the same bytes."""

import random

import pytest

from sayso.storing import Store
from sayso.workspace import add_outcomes
from tests.storing.fake import STORY, Fake, many, report
from tests.storing.test_killing import exported

COPIES = (
    report(STORY[0].text, "Mirror", None, uri="m", basis="unknown"),
    report(STORY[0].text, "Mirror", "2020-02-18", uri="n"),
)
REPORTS = (*many(80, days=9), *STORY, *COPIES)


@pytest.fixture(scope="module")
def expected():
    store = Store(":memory:")
    add_outcomes(store, REPORTS, Fake)
    return exported(store)


@pytest.mark.parametrize("seed", range(4))
def test_any_order(expected, seed):
    mixed = list(REPORTS)
    random.Random(seed).shuffle(mixed)
    store = Store(":memory:")
    add_outcomes(store, mixed, Fake)
    assert exported(store) == expected


@pytest.mark.parametrize("size", [1, 7, 30])
def test_many_adds(expected, size):
    store = Store(":memory:")
    for begin in range(0, len(REPORTS), size):
        add_outcomes(store, REPORTS[begin : begin + size], Fake)
    assert exported(store) == expected


def test_after_re_reading(expected):
    store = Store(":memory:")
    for version in ("0", "1"):
        add_outcomes(store, REPORTS, lambda version=version: Fake(version))
    assert exported(store) == expected


def test_several_workers(expected):
    store = Store(":memory:")
    add_outcomes(store, REPORTS, Fake, workers=2)
    assert exported(store) == expected
