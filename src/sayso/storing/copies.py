"""Which reports are copies of one another in most of their words: they count as one independent text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

SHINGLE = 5
CONTAINED = 0.6  # of the shorter text's five-word runs; independent reports of one happening share under a tenth


def copy_groups(reports: Sequence[str], shingles_of: Callable[[str], frozenset[str]]) -> dict[str, str]:
    """Each report's group, named by the first id in it. A copy of a copy is in the same group.

    Containment, not likeness: a short wire story inside a long report is a copy too.
    """
    group = {report: report for report in reports}
    if len(reports) < 2:
        return group
    sets = {report: shingles_of(report) for report in reports}
    for left, right in combinations(sorted(reports), 2):
        if group[left] != group[right] and _contained(sets[left], sets[right]):
            first, second = sorted((group[left], group[right]))
            group = {report: first if name == second else name for report, name in group.items()}
    return group


def shingles(text: str) -> frozenset[str]:
    """All runs of five words of a text, in lower case and without punctuation; a shorter text is one run."""
    words = ["".join(filter(str.isalnum, word)) for word in text.casefold().split()]
    kept = [word for word in words if word]
    return frozenset(" ".join(kept[i : i + SHINGLE]) for i in range(max(1, len(kept) - SHINGLE + 1)))


def _contained(left: frozenset[str], right: frozenset[str]) -> bool:
    return len(left & right) >= CONTAINED * min(len(left), len(right))
