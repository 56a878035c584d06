"""Weighing the places of one report against each other: names that lie together support each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from sayso.knowledge.gazetteer import Entry
from sayso.reading.places.candidates import Option

Shares = list[tuple[Entry, float]]
_WIDE = frozenset({"country", "continent", "region", "sea"})


@dataclass(frozen=True, slots=True)
class Weights:
    """How much the rest of the report counts. `sharp`: how surely a name's best candidate is taken to be meant.

    `early`: how much the first votes count beside further ones.
    """

    country: float = 0.8
    unit: float = 2.0
    near: float = 0.8
    early: float = 2.0
    sharp: float = 1.2
    rounds: int = 3


class Votes:
    """What all names of a report say together of where it plays: by country, by unit, by square of two degrees."""

    def __init__(self) -> None:
        self.country: dict[str, float] = defaultdict(float)
        self.unit: dict[str, float] = defaultdict(float)
        self.square: dict[tuple[int, int], float] = defaultdict(float)

    def add(self, entry: Entry, share: float) -> None:
        """Count a candidate with its share of its name's vote."""
        if entry.country:
            self.country[entry.country] += share
        if entry.admin1:
            self.unit[entry.admin1] += share
        if entry.kind not in _WIDE:
            self.square[square(entry)] += share


def square(entry: Entry) -> tuple[int, int]:
    """The square of one degree that a place lies in."""
    return int(entry.lat // 1), int(entry.lon // 1)


def shares(found: Sequence[Option], sharp: float) -> Shares:
    """The candidates of one name with the share of the vote that each gets (in all 1)."""
    if not found:
        return []
    top = found[0].score
    parts = [(o.entry, exp(sharp * (o.score - top))) for o in found if o.score > top - 6]
    total = sum(p for _, p in parts)
    return [(e, p / total) for e, p in parts]


def weighed(
    names: Mapping[str, list[Option]], counts: Mapping[str, float], weights: Weights, given: Mapping[str, float]
) -> dict[str, list[Option]]:
    """Each name's candidates with the support of all other names added, the best first.

    `counts`: how much each name's vote counts; `given`: countries known beforehand, with a vote each.
    """
    current = dict(names)
    for _ in range(weights.rounds):
        parts = {name: shares(found, weights.sharp) for name, found in current.items()}
        votes = Votes()
        for iso3, vote in given.items():
            votes.country[iso3] += vote
        for name, listed in parts.items():
            for entry, share in listed:
                votes.add(entry, share * counts[name])
        current = {name: _rescored(found, parts[name], counts[name], votes, weights) for name, found in names.items()}
    return current


def _rescored(found: list[Option], own: Shares, count: float, votes: Votes, weights: Weights) -> list[Option]:
    mine = Votes()
    for entry, share in own:
        mine.add(entry, share * count)
    out = [Option(o.entry, o.score + _support(o.entry, votes, mine, weights)) for o in found]
    out.sort(key=lambda o: (-o.score, o.entry.id))
    return out


def _support(entry: Entry, votes: Votes, mine: Votes, weights: Weights) -> float:
    score, early = 0.0, weights.early
    if entry.country:
        score += weights.country * log(1 + early * max(0.0, votes.country[entry.country] - mine.country[entry.country]))
    if entry.admin1:
        score += weights.unit * log(1 + early * max(0.0, votes.unit[entry.admin1] - mine.unit[entry.admin1]))
    if entry.kind not in _WIDE:
        row, column = square(entry)
        around = 0.0
        for r in (row - 1, row, row + 1):
            for c in (column - 1, column, column + 1):
                around += votes.square.get((r, c), 0.0) - mine.square.get((r, c), 0.0)
        score += weights.near * log(1 + early * max(0.0, around))
    return score
