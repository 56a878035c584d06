"""The judge's weights as the files that lie in the package."""

from __future__ import annotations

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


class Lower(nn.Module):
    """Words up to the vectors that types, statuses and roles are read from."""

    def __init__(self, judge: Judge) -> None:
        super().__init__()
        self.judge = judge

    def forward(self, pieces: Tensor, sums: Tensor) -> Tensor:
        """See `Judge.lower`."""
        return self.judge.lower(pieces, sums)


class Upper(nn.Module):
    """From there to the vectors that labels are read from."""

    def __init__(self, judge: Judge) -> None:
        super().__init__()
        self.judge = judge

    def forward(self, pieces: Tensor, x: Tensor) -> Tensor:
        """See `Judge.upper`."""
        return self.judge.upper(pieces, x)


def exported(judge: Judge, out: Path) -> None:
    """Write lower.onnx, upper.onnx, heads.npz (half precision) and labels.txt."""
    out.mkdir(parents=True, exist_ok=True)
    judge = deepcopy(judge).eval()
    for layer in judge.layers:
        layer.folded()
    pieces = torch.ones(2, 12, PIECES, dtype=torch.long)
    quantized(Lower(judge), {"pieces": pieces, "sums": torch.zeros(2, 12, WIDTH)}, ["vectors"], out / "lower.onnx")
    quantized(Upper(judge), {"pieces": pieces, "lower": torch.zeros(2, 12, WIDTH)}, ["vectors"], out / "upper.onnx")
    arrays: dict[str, np.ndarray] = {}  # type: ignore[type-arg]
    for name in HEADS:
        head = getattr(judge, name)
        arrays[name] = head.weight.T.detach().numpy().astype(np.float16)
        arrays[f"{name}-bias"] = head.bias.detach().numpy().astype(np.float16)
    np.savez(out / "heads.npz", **arrays)
    (out / "labels.txt").write_text("\n".join(LABELS) + "\n", "utf-8")
