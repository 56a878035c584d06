"""Trained weights that lie in the package."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from sayso.errors import KnowledgeError

_HERE = Path(__file__).parent.parent / "weights"


def folder_of(name: str) -> Path:
    """The folder with the weights of a trained part ("tagger").

    Raises:
        KnowledgeError: if the package was built without them.
    """
    folder = _HERE / name
    if not folder.is_dir():
        raise KnowledgeError(f"weights/{name} is not in the package: install it anew")
    return folder


@cache
def table(name: str) -> dict[str, float]:
    """Weights of named signs: the file weights.tsv of a trained part."""
    lines = (folder_of(name) / "weights.tsv").read_text("utf-8").splitlines()
    return {sign: float(weight) for sign, _, weight in (line.rpartition("\t") for line in lines)}


@cache
def mark_of(name: str) -> str:
    """ "tagger-" and the start of a hash of the weights: tells one training from another."""
    digest = hashlib.sha256()
    for path in sorted(folder_of(name).iterdir()):
        if path.suffix in (".onnx", ".npz", ".tsv"):
            digest.update(path.read_bytes())
    return f"{name}-{digest.hexdigest()[:8]}"
