"""A small encoder of the package: weights run by onnxruntime on one thread, over words instead of pieces.

The vectors of pieces are MiniLM's and the same for all encoders, so that they lie in the package once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from sayso.knowledge.weights import folder_of
from sayso.reading.encoding.wordpiece import BEGIN, END, PIECES, WordPieces

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
T = TypeVar("T")
POSITIONS = 198  # words of one text that an encoder has places for
_ROOM = 256  # words, padding counted, that an encoder gets at once: more leave the processor's cache
CALL = 8  # what one call costs, in words


class Pieces:
    """The vocabulary, and the vectors of its pieces (8 bits each)."""

    def __init__(self, folder: Path) -> None:
        lines = (folder / "vocabulary.txt").read_text("utf-8").splitlines()
        self.words = WordPieces({w: n for n, w in enumerate(lines)})
        with np.load(folder / "vectors.npz") as arrays:
            self.table: NDArray[np.uint8] = arrays["table"]
            self.zero, self.scale = np.float32(arrays["zero"]), np.float32(arrays["scale"])

    def sums(self, pieces: Ints) -> Floats:
        """For words (texts, words, PIECES) the sums of the vectors of their pieces; piece 0 is no piece."""
        found = (self.table[pieces].astype(np.float32) - self.zero) * self.scale
        total: Floats = found.sum(axis=2, dtype=np.float32)
        return total


@cache
def pieces() -> Pieces:
    """The pieces of the package, loaded once a process."""
    return Pieces(folder_of("pieces"))


class Encoder:
    """One network file. `folder` holds it as encoder.onnx, or under another name."""

    def __init__(self, folder: Path, name: str = "encoder.onnx") -> None:
        self.path = folder / name

    def load(self) -> None:
        """Load the weights now, instead of with the first text."""
        _ = self._session, pieces()

    @cached_property
    def _session(self) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        return onnxruntime.InferenceSession(
            str(self.path),
            options,
            ["CPUExecutionProvider"],
            disabled_optimizers=["SkipLayerNormFusion"],  # fused, layer norms take seven times as long
        )

    def __call__(self, inputs: dict[str, NDArray[Any]]) -> list[Any]:
        """The outputs of the network for its inputs, by their names."""
        found: list[Any] = self._session.run(None, inputs)
        return found


def pieces_of(texts: Sequence[Sequence[str]]) -> dict[str, NDArray[Any]]:
    """Texts as lists of words → "pieces" (texts, longest + 2, PIECES) and "sums", with a word before and one after."""
    known = pieces()
    count = max(len(words) for words in texts) + 2
    found = np.zeros((len(texts), count, PIECES), dtype=np.int64)
    for b, words in enumerate(texts):
        found[b, 0, 0], found[b, len(words) + 1, 0] = BEGIN, END
        if words:
            found[b, 1 : len(words) + 1] = [known.words.of(word) for word in words]
    return {"pieces": found, "sums": known.sums(found)}


def grouped(texts: Sequence[T], length: Callable[[T], int], call: int = CALL) -> Iterator[list[T]]:
    """Texts of nearly the same length together: padding costs as much as words, and a call as much as a few words."""
    group: list[T] = []
    for text in sorted(texts, key=length):
        size = length(text)
        padding = len(group) * (size - length(group[-1])) if group else 0
        if group and (padding > call or size * (len(group) + 1) > _ROOM):
            yield group
            group = []
        group.append(text)
    if group:
        yield group
