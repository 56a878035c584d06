"""The trained tagger: weights that lie in the package, run by onnxruntime on one thread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.knowledge.weights import folder_of
from sayso.reading.draft import Draft, Word
from sayso.reading.tagging.decoding import Proposal, proposal
from sayso.reading.tagging.features import SIZES, WORD_FEATURES, Hint, pair_features, word_features
from sayso.reading.tagging.marks import quoted
from sayso.reading.tagging.windows import windows
from sayso.reading.tagging.wordpiece import BEGIN, END, PIECES, WordPieces

LEAST = 0.4  # probability from which a word is taken to lead a cue
_POSITIONS = 198
_ROOM = 256  # words, padding counted, that the encoder gets at once: more leave the processor's cache


Reach = tuple[int, int, Hint]  # a hint with the first and last number of its words


@dataclass(frozen=True)
class Seen:
    """A window with its proposals."""

    words: tuple[Word, ...]
    proposals: tuple[Proposal, ...]


class Tagger:
    """Proposes who says what. `folder` holds encoder.onnx, heads.npz and vocabulary.txt.

    One report is one batch of its own, so that its proposals do not depend on what was read before it.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or folder_of("tagger")

    @cached_property
    def _session(self) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        return onnxruntime.InferenceSession(str(self.folder / "encoder.onnx"), options, ["CPUExecutionProvider"])

    @cached_property
    def _heads(self) -> dict[str, NDArray[np.float32]]:
        with np.load(self.folder / "heads.npz") as arrays:
            return {name: arrays[name].astype(np.float32) for name in arrays.files}

    @cached_property
    def _pieces(self) -> WordPieces:
        words = (self.folder / "vocabulary.txt").read_text("utf-8").splitlines()
        return WordPieces({w: n for n, w in enumerate(words)})

    def __call__(self, draft: Draft, hints: Sequence[Hint]) -> Iterator[Seen]:
        """The windows of a draft with what is said in them; `hints` are the findings of the rules."""
        inside = quoted(draft)
        reach = [(min(told), max(told), h) for h in hints if (told := h.cue | h.content)]
        pending = [_Window(words, inside, reach) for words in windows(draft, inside)]
        for group in _grouped(pending):
            leads, cues, vectors = self._session.run(None, _arrays(group, self._pieces))
            for n, window in enumerate(group):
                yield Seen(window.words, tuple(self._proposals(window, leads[n, 1:], cues[n, 1:], vectors[n, 1:])))

    def _proposals(self, window: _Window, leads: Any, cues: Any, vectors: Any) -> Iterator[Proposal]:
        count = len(window.words)
        chance = 1 / (1 + np.exp(-leads[:count]))
        for lead in np.flatnonzero(chance >= LEAST):
            pairs = pair_features(window.words, window.quotes, window.hints, int(lead))
            hidden = cues[lead] + vectors[:count] + self._heads["pair"][pairs].sum(1)
            logits = np.maximum(hidden, 0) @ self._heads["label"] + self._heads["bias"]
            scores = np.exp(logits - logits.max(1, keepdims=True))
            found = proposal(int(lead), float(chance[lead]), scores / scores.sum(1, keepdims=True), window.marks)
            if found is not None:
                yield found


@cache
def tagger() -> Tagger:
    """The tagger of the package, loaded once a process."""
    return Tagger()


class _Window:
    """A window on its way through the encoder."""

    def __init__(self, words: tuple[Word, ...], inside: Sequence[int], reach: Sequence[Reach]) -> None:
        self.words = words[:_POSITIONS]
        first, last = words[0].i, words[-1].i
        self.hints = [h for b, e, h in reach if b <= last and e >= first]
        self.quotes = [inside[w.i] for w in self.words]
        self.marks = [w.pos in ("PUNCT", "SPACE", "SYM") for w in self.words]


def _grouped(pending: list[_Window]) -> Iterator[list[_Window]]:
    """Windows of about the same length together."""
    group: list[_Window] = []
    for window in sorted(pending, key=lambda w: len(w.words)):
        if group and len(window.words) * (len(group) + 1) > _ROOM:
            yield group
            group = []
        group.append(window)
    if group:
        yield group


def _arrays(group: Sequence[_Window], known: WordPieces) -> dict[str, NDArray[np.int64]]:
    count = max(len(w.words) for w in group) + 2
    pieces = np.zeros((len(group), count, PIECES), dtype=np.int64)
    features = np.full((len(group), count, len(SIZES)), WORD_FEATURES, dtype=np.int64)
    for b, w in enumerate(group):
        n = len(w.words)
        pieces[b, 0, 0], pieces[b, n + 1, 0] = BEGIN, END
        pieces[b, 1 : n + 1] = [known.of(word.text) for word in w.words]
        features[b, 1 : n + 1] = word_features(w.words, w.quotes, w.hints)
    return {"pieces": pieces, "features": features}
