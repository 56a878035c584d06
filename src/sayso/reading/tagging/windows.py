"""What the encoder looks at together: a paragraph, in pieces of whole sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from sayso.reading.draft import Draft, Sentence, Word

LONGEST = 110  # words of a window, unless one sentence alone is longer
SENTENCE = 160  # words of a sentence that are looked at
EDGE = 4  # words at either end of a quotation that are shown


def windows(draft: Draft, quoted: Sequence[int]) -> Iterator[tuple[Word, ...]]:
    """Words in the order of the text, each window within one block; of long quotations only both ends.

    `quoted` tells for each word of the draft in which quotation it stands (-1: in none). What lies inside a quotation
    is said as a whole and hardly ever reports other words, so that the encoder is spared it.
    """
    for _, group in groupby(draft.sentences, key=lambda s: s.block):
        for sentences in _packed(list(group)):
            words = [w for s in sentences for w in s.words[:SENTENCE]]
            runs = groupby(words, key=lambda w: quoted[w.i])
            yield tuple(w for quote, run in runs for w in _shown(list(run), quote >= 0))


def _shown(words: list[Word], quoted: bool) -> list[Word]:
    return words if not quoted or len(words) <= 2 * EDGE + 2 else [*words[:EDGE], *words[-EDGE:]]


def _packed(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
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
