"""Scores of coreference chains: MUC, B-cubed and CEAF-e over mentions that either side may miss."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

Chain = frozenset[Hashable]
Score = tuple[float, float]
"""precision, recall"""


def f1(score: Score) -> float:
    p, r = score
    return 2 * p * r / (p + r) if p + r else 0.0


def _of(chains: Sequence[Chain]) -> dict[Hashable, Chain]:
    return {m: c for c in chains for m in c}


def _links(chains: Sequence[Chain], other: Sequence[Chain]) -> tuple[int, int]:
    """(links of `chains` that `other` has too, links of `chains`)."""
    of, kept, all_ = _of(other), 0, 0
    for chain in chains:
        parts = {of.get(m, frozenset({m})) for m in chain}
        kept, all_ = kept + len(chain) - len(parts), all_ + len(chain) - 1
    return kept, all_


def muc(key: Sequence[Chain], response: Sequence[Chain]) -> Score:
    p, r = _links(response, key), _links(key, response)
    return p[0] / max(1, p[1]), r[0] / max(1, r[1])


def _shares(chains: Sequence[Chain], other: Sequence[Chain]) -> float:
    of = _of(other)
    each = [len(c & of.get(m, frozenset())) / len(c) for c in chains for m in c]
    return sum(each) / max(1, len(each))


def b_cubed(key: Sequence[Chain], response: Sequence[Chain]) -> Score:
    return _shares(response, key), _shares(key, response)


def ceaf_e(key: Sequence[Chain], response: Sequence[Chain]) -> Score:
    """The best one-to-one matching of whole chains, each pair by twice its shared mentions over both sizes."""
    if not key or not response:
        return 0.0, 0.0
    alike = np.array([[2 * len(k & r) / (len(k) + len(r)) for r in response] for k in key])
    total = float(alike[linear_sum_assignment(-alike)].sum())
    return total / len(response), total / len(key)
