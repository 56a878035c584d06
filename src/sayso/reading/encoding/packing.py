"""Sentences together in windows of about the same length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.reading.draft import Sentence

LONGEST = 110  # words of a window, unless one sentence alone is longer


def packed(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """Sentences together as long as they fit, in parts of about the same length."""
    total = sum(len(s.words) for s in sentences)
    wanted = total / (-(-total // LONGEST))
    taken: list[Sentence] = []
    size = 0
    for sentence in sentences:
        n = len(sentence.words)
        if taken and (size + n > LONGEST or size + n / 2 > wanted):
            yield taken
            taken, size = [], 0
        taken.append(sentence)
        size += n
    if taken:
        yield taken
