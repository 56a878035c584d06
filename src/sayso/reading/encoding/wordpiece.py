"""WordPiece: words into the pieces that the encoder knows (Wu et al. 2016; the uncased vocabulary of BERT)."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

UNKNOWN, BEGIN, END = 100, 101, 102  # the vocabulary's own numbers for [UNK], [CLS] and [SEP]
PIECES = 4  # of one word that are looked at
_LONGEST = 40  # characters of a word that are looked at


class WordPieces:
    """Pieces of single words, remembered: news uses the same words again and again.

    The memory holds at most `room` words, so that a long run stays flat.
    """

    def __init__(self, vocabulary: Mapping[str, int], room: int = 50_000) -> None:
        self.vocabulary = vocabulary
        self.room = room
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """The numbers of a word's first pieces: always PIECES of them, filled up with 0."""
        found = self._known.get(word)
        if found is None:
            pieces = [n for part in _parts(word[:_LONGEST]) for n in self._greedy(part)] or [UNKNOWN]
            found = (*pieces[:PIECES], *[0] * (PIECES - len(pieces)))
            if len(self._known) >= self.room:
                self._known.clear()
            self._known[word] = found
        return found

    def _greedy(self, part: str) -> list[int]:
        """Longest pieces first; a part with a piece that nobody knows is unknown as a whole."""
        found, at = [], 0
        while at < len(part):
            for end in range(len(part), at, -1):
                number = self.vocabulary.get(part[at:end] if at == 0 else "##" + part[at:end])
                if number is not None:
                    found.append(number)
                    at = end
                    break
            else:
                return [UNKNOWN]
        return found


def _parts(word: str) -> list[str]:
    """Lower case without accents, punctuation marks apart."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
    parts, letters = [], ""
    for c in plain:
        if c.isalnum():
            letters += c
        else:
            parts += [letters, c]
            letters = ""
    return [p for p in [*parts, letters] if p]
