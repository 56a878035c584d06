"""The trained judge of events: types, statuses, roles in violence, and labels of snippets, as probabilities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np

from sayso.knowledge.weights import folder_of
from sayso.model.reading import EventStatus
from sayso.reading.draft import Word
from sayso.reading.encoding.encoder import POSITIONS, Encoder, Floats, grouped, pieces_of
from sayso.reading.judging.features import HINTS, KINDS, RULES, STATUSES, TYPES, Pair, columns

_CALL = 16  # what one call of the encoder costs, in words
LONGEST = POSITIONS - 8  # words of one text that are looked at


@dataclass(frozen=True)
class Seen:
    """Words in a row as the judge sees them: one vector for each, one before the first and one after the last."""

    words: tuple[Word, ...]
    vectors: Floats

    def mean(self, numbers: Iterable[int]) -> Floats:
        """The mean vector of some words, by their numbers in the draft; zeros if none of them is here."""
        first = self.words[0].i
        rows = [i - first + 1 for i in numbers if 0 <= i - first < len(self.words)]
        found: Floats = self.vectors[rows].mean(axis=0) if rows else np.zeros_like(self.vectors[0])
        return found

    @cached_property
    def whole(self) -> Floats:
        """The mean vector of all."""
        found: Floats = self.vectors.mean(axis=0)
        return found


class Judge:
    """`folder` holds lower.onnx, upper.onnx, heads.npz and labels.txt; None: the package's own."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or folder_of("judge")
        self.lower = Encoder(self.folder, "lower.onnx")
        self.upper = Encoder(self.folder, "upper.onnx")

    def load(self) -> None:
        """Load what reading needs now, instead of with the first report; labels need more."""
        self.lower.load()
        _ = self._heads

    @cached_property
    def _heads(self) -> dict[str, Floats]:
        with np.load(self.folder / "heads.npz") as arrays:
            return {name: arrays[name].astype(np.float32) for name in arrays.files}

    @cached_property
    def label_names(self) -> tuple[str, ...]:
        """The labels of snippets."""
        return tuple((self.folder / "labels.txt").read_text("utf-8").split())

    def look(self, texts: Sequence[Sequence[Word]]) -> list[Seen]:
        """Texts (mostly sentences), each by itself; words beyond the first LONGEST are not looked at."""
        kept = [tuple(words[:LONGEST]) for words in texts]
        found: dict[int, Seen] = {}
        for group in grouped(range(len(kept)), lambda n: len(kept[n]), _CALL):
            arrays = pieces_of([[w.text for w in kept[n]] for n in group])
            (vectors,) = self.lower(arrays)
            for row, n in zip(vectors, group, strict=True):
                found[n] = Seen(kept[n], row[: len(kept[n]) + 2])
        return [found[n] for n in range(len(kept))]

    def types(self, seen: Seen, pair: Pair) -> dict[str, float]:
        """How probable each type is of what is between a source and a target."""
        means = [seen.mean(numbers) for numbers in (pair.source, pair.target, pair.path)]
        row = np.concatenate([seen.whole, *means, columns(pair.rules, RULES)])
        return dict(zip(TYPES, _shares(self._hidden("pair", "type_", row)), strict=True))

    def statuses(self, seen: Seen, word: Word, told: EventStatus) -> dict[EventStatus, float]:
        """How probable each status is of what a word names; `told`: what the rules say."""
        return dict(zip(STATUSES, _shares(self._hidden("deed", "status", deed_row(seen, word, told))), strict=True))

    def deep(self, seen: Seen) -> Seen:
        """The same words after all layers: for roles, kinds and labels."""
        pieces = pieces_of([[w.text for w in seen.words]])["pieces"]
        (vectors,) = self.upper({"pieces": pieces, "lower": seen.vectors[None]})
        return Seen(seen.words, vectors[0])

    def roles(self, seen: Seen, hints: Sequence[int]) -> Floats:
        """For each word, seen `deep`, how probable each role in violence is: (words, len(ROLES)).

        `hints`: see `features.hinted`.
        """
        told = np.stack([columns([n], HINTS) for n in hints[: len(seen.words)]])
        hidden = np.maximum(self._through("word", np.concatenate([seen.vectors[1:-1], told], axis=1)), 0)
        found: Floats = np.stack([_shares(row) for row in self._through("role", hidden)])
        return found

    def kinds(self, seen: Seen) -> dict[str, float]:
        """How probable it is that the words, seen `deep`, tell of each kind of incident."""
        return dict(zip(KINDS, (1 / (1 + np.exp(-self._through("kind", seen.whole)))).tolist(), strict=True))

    def labels(self, texts: Sequence[Sequence[Word]]) -> Iterator[dict[str, float]]:
        """How probable each label is of each whole text."""
        for words in texts:
            whole = self.deep(self.look([words])[0]).vectors.mean(axis=0)
            yield dict(zip(self.label_names, _shares(self._hidden("whole", "label", whole)), strict=True))

    def _hidden(self, first: str, second: str, row: Floats) -> Floats:
        hidden: Floats = np.tanh(self._through(first, row))
        return self._through(second, hidden)

    def _through(self, head: str, rows: Floats) -> Floats:
        found: Floats = rows @ self._heads[head] + self._heads[f"{head}-bias"]
        return found


def deed_row(seen: Seen, word: Word, told: EventStatus) -> Floats:
    """What the head for statuses is given: the whole, the word, the word with what governs it, what the rules say."""
    line = [word.i, *(w.i for w in word.ancestors())]
    known = columns([STATUSES.index(told)], len(STATUSES))
    found: Floats = np.concatenate([seen.whole, seen.mean([word.i]), seen.mean(line), known])
    return found


def _shares(logits: Floats) -> list[float]:
    scores = np.exp(logits - logits.max())
    shares: list[float] = (scores / scores.sum()).tolist()
    return shares


@cache
def judge() -> Judge:
    """The judge of the package, loaded once a process."""
    return Judge()
