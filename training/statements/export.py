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

from sayso.reading.encoding.wordpiece import PIECES
from sayso.reading.tagging.features import SIZES
from training.statements.model import WIDTH, Tagger


class Exported(nn.Module):
    """The network up to the vectors of words; the vectors of pieces lie in the package already."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, pieces: Tensor, sums: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """See `Tagger.words`."""
        return self.tagger.told(self.tagger.encoder.of_sums(pieces, sums, features))


def quantized(network: nn.Module, sample: dict[str, Tensor], outputs: list[str], path: Path) -> None:
    """Write a network with 8-bit weights; the first two sides of all inputs and outputs are free.

    Weights use 7 of the 8 bits, so that sums do not overflow on processors without VNNI and all give the same answer.
    """
    axes = {name: {0: "b", 1: "w"} for name in (*sample, *outputs)}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            network, tuple(sample.values()), str(plain), input_names=list(sample), output_names=outputs,
            dynamic_axes=axes, dynamo=False, opset_version=17,
        )  # fmt: skip
        quantize_dynamic(
            plain, path, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"], extra_options={"MatMulConstBOnly": True},
        )  # fmt: skip
    onnx.checker.check_model(str(path))


def exported(tagger: Tagger, out: Path) -> None:
    """Write encoder.onnx, and heads.npz with what is computed outside it."""
    out.mkdir(parents=True, exist_ok=True)
    tagger = deepcopy(tagger).eval()
    for layer in tagger.encoder.layers:
        layer.folded()
    sample = {
        "pieces": torch.ones(2, 12, PIECES, dtype=torch.long),
        "sums": torch.zeros(2, 12, WIDTH),
        "features": torch.zeros(2, 12, len(SIZES), dtype=torch.long),
    }
    quantized(Exported(tagger), sample, ["lead", "cue", "word"], out / "encoder.onnx")
    heads = {"pair": tagger.pair.weight, "label": tagger.label.weight.T, "bias": tagger.label.bias}
    np.savez(out / "heads.npz", **{name: t.detach().numpy().astype(np.float32) for name, t in heads.items()})
