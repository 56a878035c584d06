"""Which reports are copies of one another: the share of one text's five-word runs that stand in the other.

Containment, not likeness: a wire story inside a longer text is a copy though most of the longer text is new.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_WORD = re.compile(r"\w+")
LENGTH = 5
COPY = 0.5


def runs(text: str) -> frozenset[tuple[str, ...]]:
    """All runs of five words, in lower case."""
    words = [w.lower() for w in _WORD.findall(text)]
    return frozenset(tuple(words[n : n + LENGTH]) for n in range(max(1, len(words) - LENGTH + 1)))


def copy_groups(texts: Mapping[str, str]) -> dict[str, str]:
    """Report id -> id of its group, the least id of the reports that copy one another. For the reports of one story."""
    group = {report: report for report in texts}
    ordered = sorted(texts)
    found = {report: runs(texts[report]) for report in ordered}
    for n, a in enumerate(ordered):
        for b in ordered[n + 1 :]:
            if _containment(found[a], found[b]) >= COPY and group[a] != group[b]:
                kept, gone = sorted((group[a], group[b]))
                group = {r: kept if g == gone else g for r, g in group.items()}
    return group


def _containment(a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> float:
    return len(a & b) / max(1, min(len(a), len(b)))
