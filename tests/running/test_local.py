"""Reading in one process or several: the same readings in the same order, and no report stops the others."""

import os
import threading

import pytest

from sayso.errors import KnowledgeError, OptionError
from sayso.model.reading import Reading
from sayso.model.report import Reject
from sayso.running import Clock, read_all, read_outcomes
from sayso.running.local import CRASHED, WINDOW
from tests.storing.fake import Fake, many, report


class Unfit(Fake):
    def read(self, report):
        raise KnowledgeError("data/x.json is not in the package")


class Threads(Fake):
    def read(self, report):
        raise ValueError(f"OMP={os.environ.get('OMP_NUM_THREADS')} BLIS={os.environ.get('BLIS_NUM_THREADS')}")


def test_two_workers_give_the_same_as_one():
    reports = list(many(50))
    reports[3:3] = [report("SLOW to read. On 2020-02-18 Alpha shelled Beta at Tripoli."), report("FAULT inside")]
    one = list(read_all(reports, Fake, 1))
    two = list(read_all(reports, Fake, 2))
    assert one == two
    assert len(one) == 52
    assert [type(r) for r in one].count(Reject) == 1


@pytest.mark.parametrize("workers", [1, 2])
def test_a_fault_in_one_report_is_a_refusal(workers):
    results = list(read_all([report("FAULT", uri="bad.txt"), report("fine")], Fake, workers))
    assert (results[0].uri, results[0].code, results[0].detail) == (
        "bad.txt",
        "failed",
        "ValueError: a fault in a stage",
    )
    assert results[1].text == "fine"


def test_a_worker_that_dies_takes_only_its_report_with_it():
    reports = [*many(6), report("CRASH one", uri="one"), *many(9), report("CRASH two", uri="two"), *many(3)]
    results = list(read_all(reports, Fake, 2))
    assert len(results) == len(reports)
    refused = [(r.uri, r.code, r.detail) for r in results if isinstance(r, Reject)]
    assert refused == [("one", "failed", CRASHED), ("two", "failed", CRASHED)]
    read = [(r.report.id, given.header.id) for r, given in zip(results, reports, strict=True) if isinstance(r, Reading)]
    assert all(got == given for got, given in read)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_reader_that_is_not_fit_stops_everything(workers):
    with pytest.raises(KnowledgeError, match="not in the package"):
        list(read_all(many(3), Unfit, workers))


def test_workers_have_one_thread_each():
    (refused,) = read_all([report("x")], Threads, 2)
    assert refused.detail == "ValueError: OMP=1 BLIS=1"


def test_reports_are_taken_only_as_fast_as_they_are_read():
    taken = []

    def source():
        for made in many(100):
            taken.append(made)
            yield made

    results = read_all(source(), Fake, 2)
    next(results)
    assert len(taken) <= 2 * WINDOW
    results.close()
    assert threading.active_count() < 10


@pytest.mark.parametrize("workers", [0, -1])
def test_no_workers_is_no_choice(workers):
    with pytest.raises(OptionError, match="1 or more"):
        read_all([], Fake, workers)


@pytest.mark.parametrize("workers", [1, 2])
def test_refusals_come_where_they_were_met_and_a_text_is_read_once(workers):
    refusal = [Reject(uri=str(n), code="empty", detail="no text") for n in range(4)]
    one, two = report("one"), report("two")
    given = [refusal[0], one, refusal[1], refusal[2], two, one, refusal[3]]
    seen = []
    results = list(read_outcomes(given, Fake, workers, Clock(seen.append)))
    assert [r.uri if isinstance(r, Reject) else r.text for r in results] == ["0", "one", "1", "2", "two", "3"]
    assert [(p.done, p.rejected) for p in seen] == [(1, 1), (2, 1), (3, 2), (4, 3), (5, 3), (6, 4)]
    assert seen[-1].words == 2
