"""The trained tagger: weights that lie in the package, run by onnxruntime on one thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.knowledge.weights import folder_of
from sayso.reading.draft import Draft, Word
from sayso.reading.encoding.encoder import POSITIONS, Encoder, grouped, pieces_of
from sayso.reading.tagging.decoding import Proposal, proposal
from sayso.reading.tagging.features import SIZES, STRIDES, WORD_FEATURES, Hint, pair_columns, summed, word_features
from sayso.reading.tagging.marks import quoted
from sayso.reading.tagging.windows import windows

# Probability from which a word is taken to lead a cue: one that the rules found, a word of saying, and any other
HINTED, SAYING, OTHER = 0.1, 0.5, 0.6

_MARKS = frozenset({"PUNCT", "SPACE", "SYM"})
Reach = tuple[int, int, Hint]  # a hint with the first and last number of its words


@dataclass(frozen=True)
class Seen:
    """A proposal with the words of its window."""

    words: tuple[Word, ...]
    proposal: Proposal


class Tagger:
    """Proposes who says what. `folder` holds encoder.onnx and heads.npz.

    One report is one batch of its own, so that its proposals do not depend on what was read before it.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or folder_of("tagger")
        self.encoder = Encoder(self.folder)

    def load(self) -> None:
        """Load the weights now, instead of with the first report."""
        self.encoder.load()
        _ = self._heads

    @cached_property
    def _heads(self) -> dict[str, NDArray[np.float32]]:
        with np.load(self.folder / "heads.npz") as arrays:
            path, near = summed(arrays["pair"])
            return {"path": path, "near": near, "label": arrays["label"], "bias": arrays["bias"]}

    def __call__(self, draft: Draft, hints: Sequence[Hint], speaks: Callable[[Word], bool]) -> Iterator[Seen]:
        """The windows of a draft with what is said in them.

        `hints` are the findings of the rules; `speaks` knows words of saying: where is neither, nothing is sought.
        """
        inside = quoted(draft)
        reach = [(min(told), max(told), h) for h in hints if (told := h.cue | h.content)]
        pending = [_Window(words, inside, reach) for words in windows(draft, inside)]
        sought = [w for w in pending if w.hints or any(map(speaks, w.words))]
        for group in grouped(sought, lambda w: len(w.words)):
            leads, cues, vectors = self.encoder(_arrays(group))
            chances = 1 / (1 + np.exp(-leads[:, 1:]))
            for n, lead in np.argwhere(chances >= HINTED).tolist():
                window, sure = group[n], float(chances[n, lead])
                if lead < len(window.words) and sure >= window.least(window.words[lead], speaks):
                    found = self._proposal(window, lead, sure, cues[n, lead + 1], vectors[n, 1:])
                    if found is not None:
                        yield Seen(window.words, found)

    def _proposal(self, window: _Window, lead: int, sure: float, cue: Any, vectors: Any) -> Proposal | None:
        pairs = pair_columns(window.words, window.quotes, window.hints, lead)
        hidden = vectors[: len(window.words)] + cue
        hidden += self._heads["path"][pairs[:, 0]]
        hidden += self._heads["near"][pairs[:, 1:] @ STRIDES]
        logits = np.maximum(hidden, 0) @ self._heads["label"] + self._heads["bias"]
        scores = np.exp(logits - logits.max(1, keepdims=True))
        return proposal(lead, sure, scores / scores.sum(1, keepdims=True), window.marks)


@cache
def tagger() -> Tagger:
    """The tagger of the package, loaded once a process."""
    return Tagger()


class _Window:
    """A window on its way through the encoder."""

    def __init__(self, words: tuple[Word, ...], inside: Sequence[int], reach: Sequence[Reach]) -> None:
        self.words = words[:POSITIONS]
        first, last = words[0].i, words[-1].i
        self.hints = [h for b, e, h in reach if b <= last and e >= first]
        self.quotes = [inside[w.i] for w in self.words]
        self.marks = [w.pos in _MARKS for w in self.words]
        self._cues = frozenset[int]().union(*(h.cue for h in self.hints))

    def least(self, word: Word, speaks: Callable[[Word], bool]) -> float:
        """How probable it must be that a word leads a cue, for the tagger to look on."""
        if word.i in self._cues:
            return HINTED
        return SAYING if speaks(word) else OTHER


def _arrays(group: Sequence[_Window]) -> dict[str, NDArray[Any]]:
    arrays = pieces_of([[word.text for word in w.words] for w in group])
    features = np.full((*arrays["pieces"].shape[:2], len(SIZES)), WORD_FEATURES, dtype=np.int64)
    for b, w in enumerate(group):
        features[b, 1 : len(w.words) + 1] = word_features(w.words, w.quotes, w.hints)
    return arrays | {"features": features}
