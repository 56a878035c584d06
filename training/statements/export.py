"""Trained weights as the files that lie in the package."""

from __future__ import annotations

import tempfile
from copy import deepcopy
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from sayso.reading.tagging.features import SIZES
from sayso.reading.tagging.wordpiece import PIECES
from training.statements.model import Tagger


class Exported(nn.Module):
    """The network up to the vectors of words."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, pieces: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """See `Tagger.words`."""
        return self.tagger.words(pieces, features)


def exported(tagger: Tagger, out: Path) -> None:
    """Write encoder.onnx with 8-bit weights, and heads.npz with what is computed outside it.

    Weights use 7 of the 8 bits, so that sums do not overflow on processors without VNNI and all give the same answer.
    """
    out.mkdir(parents=True, exist_ok=True)
    tagger = deepcopy(tagger).eval()
    for layer in tagger.encoder.layers:
        layer.folded()
    sample = (torch.ones(2, 12, PIECES, dtype=torch.long), torch.zeros(2, 12, len(SIZES), dtype=torch.long))
    axes = {name: {0: "b", 1: "w"} for name in ("pieces", "features", "lead", "cue", "word")}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            Exported(tagger), sample, str(plain), input_names=["pieces", "features"],
            output_names=["lead", "cue", "word"], dynamic_axes=axes, dynamo=False, opset_version=17,
        )  # fmt: skip
        quantize_dynamic(
            plain, out / "encoder.onnx", per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"], extra_options={"MatMulConstBOnly": True},
        )  # fmt: skip
    onnx.checker.check_model(str(out / "encoder.onnx"))
    heads = {"pair": tagger.pair.weight, "label": tagger.label.weight.T, "bias": tagger.label.bias}
    np.savez(out / "heads.npz", **{name: t.detach().numpy().astype(np.float32) for name, t in heads.items()})
