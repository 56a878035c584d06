"""Readings and refusals in the order in which their inputs were met, whatever the number of workers."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from sayso.model.reading import Reading
from sayso.model.report import Reject, Report
from sayso.running.local import Make, read_all
from sayso.running.progress import Clock


def read_outcomes(
    outcomes: Iterable[Report | Reject], make: Make, workers: int, clock: Clock
) -> Iterator[Reading | Reject]:
    """A reading for each report whose text is new, and the refusals between them."""
    met: deque[Reject | None] = deque()  # None: a report in flight
    for result in read_all(_fresh(outcomes, met), make, workers):
        yield from _refused(met, clock)
        met.popleft()
        clock.count(result)
        yield result
    yield from _refused(met, clock)


def _fresh(outcomes: Iterable[Report | Reject], met: deque[Reject | None]) -> Iterator[Report]:
    seen: set[str] = set()
    for outcome in outcomes:
        if isinstance(outcome, Reject):
            met.append(outcome)
        elif outcome.header.id not in seen:
            seen.add(outcome.header.id)
            met.append(None)
            yield outcome


def _refused(met: deque[Reject | None], clock: Clock) -> Iterator[Reject]:
    """The refusals that stand before the next report."""
    while met and (reject := met[0]) is not None:
        met.popleft()
        clock.count(reject)
        yield reject
