"""From the tagger's probabilities to proposals: cue, speaker and content as runs of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.reading.encoding.encoder import Floats

OUT, SOURCE, CONTENT, CUE = range(4)
Run = tuple[int, int]


@dataclass(frozen=True)
class Proposal:
    """A statement as the tagger sees it, in numbers of words of its window; runs are half-open.

    `lead`: the word that leads the cue; `sure`: how probable the statement is, 0..1.
    """

    lead: int
    source: Run | None
    cue: Run
    content: tuple[Run, ...]
    sure: float


def proposal(lead: int, sure: float, chances: Floats, marks: Sequence[bool]) -> Proposal | None:
    """What a cue's label probabilities (words, 4) come to; None if nothing is said.

    `marks` tells which words are punctuation: they join runs, but never make or end one.
    """
    best = chances.argmax(1)
    content = _runs([b == CONTENT for b in best], chances[:, CONTENT], marks, 0.3)
    if not content:
        return None
    sources = _runs([b == SOURCE for b in best], chances[:, SOURCE], marks, 0.35)
    source = max(sources, key=lambda r: (float(chances[r[0] : r[1], SOURCE].max()), -r[0]), default=None)
    begin, end = lead, lead + 1
    while begin > 0 and best[begin - 1] == CUE:
        begin -= 1
    while end < len(best) and best[end] == CUE:
        end += 1
    said = float(max(chances[b:e, CONTENT].mean() for b, e in content))
    return Proposal(lead, source, (begin, end), tuple(content), sure * said)


def _runs(chosen: list[bool], chance: Floats, marks: Sequence[bool], least: float) -> list[Run]:
    """Runs of chosen words; gaps of punctuation and of at most two fairly probable words are closed."""
    runs: list[Run] = []
    for n, yes in enumerate(chosen):
        if not yes or marks[n]:
            continue
        if runs and (runs[-1][1] == n or _passable(runs[-1][1], n, chance, marks, least)):
            runs[-1] = (runs[-1][0], n + 1)
        else:
            runs.append((n, n + 1))
    return runs


def _passable(b: int, e: int, chance: Floats, marks: Sequence[bool], least: float) -> bool:
    gap = [n for n in range(b, e) if not marks[n]]
    return len(gap) <= 2 and all(chance[n] >= least for n in gap)
