"""What the encoder looks at together: a paragraph, in pieces of whole sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from sayso.reading.draft import Draft, Word
from sayso.reading.encoding.packing import packed

SENTENCE = 160  # words of a sentence that are looked at
EDGE = 4  # words at either end of a quotation that are shown


def windows(draft: Draft, quoted: Sequence[int]) -> Iterator[tuple[Word, ...]]:
    """Words in the order of the text, each window within one block; of long quotations only both ends.

    `quoted` tells for each word of the draft in which quotation it stands (-1: in none). What lies inside a quotation
    is said as a whole and hardly ever reports other words, so that the encoder is spared it.
    """
    for _, group in groupby(draft.sentences, key=lambda s: s.block):
        for sentences in packed(list(group)):
            words = [w for s in sentences for w in s.words[:SENTENCE]]
            runs = groupby(words, key=lambda w: quoted[w.i])
            yield tuple(w for quote, run in runs for w in _shown(list(run), quote >= 0))


def _shown(words: list[Word], quoted: bool) -> list[Word]:
    return words if not quoted or len(words) <= 2 * EDGE + 2 else [*words[:EDGE], *words[-EDGE:]]
