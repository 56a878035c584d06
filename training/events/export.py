"""The judge's weights as the files that lie in the package."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from sayso.reading.encoding.wordpiece import PIECES
from training.events.model import Judge
from training.events.rows import LABELS
from training.statements.export import quantized
from training.statements.model import WIDTH

HEADS = ("pair", "type_", "deed", "status", "word", "role", "kind", "whole", "label")


class Part(nn.Module):
    """Some of the judge's layers by themselves: `Judge.lower` or `Judge.upper`."""

    def __init__(self, judge: Judge, layers: Callable[[Tensor, Tensor], Tensor]) -> None:
        super().__init__()
        self.judge, self.layers = judge, layers

    def forward(self, pieces: Tensor, x: Tensor) -> Tensor:
        """Vectors of words after these layers."""
        return self.layers(pieces, x)


def exported(judge: Judge, out: Path) -> None:
    """Write lower.onnx, upper.onnx, heads.npz (half precision) and labels.txt."""
    out.mkdir(parents=True, exist_ok=True)
    judge = deepcopy(judge).eval()
    for layer in judge.layers:
        layer.folded()
    pieces = torch.ones(2, 12, PIECES, dtype=torch.long)
    for layers, given, name in ((judge.lower, "sums", "lower.onnx"), (judge.upper, "lower", "upper.onnx")):
        sample = {"pieces": pieces, given: torch.zeros(2, 12, WIDTH)}
        quantized(Part(judge, layers), sample, ["vectors"], out / name)
    arrays: dict[str, np.ndarray] = {}  # type: ignore[type-arg]
    for name in HEADS:
        head = getattr(judge, name)
        arrays[name] = head.weight.T.detach().numpy().astype(np.float16)
        arrays[f"{name}-bias"] = head.bias.detach().numpy().astype(np.float16)
    np.savez(out / "heads.npz", **arrays)
    (out / "labels.txt").write_text("\n".join(LABELS) + "\n", "utf-8")
