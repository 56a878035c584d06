"""Five-fold cross-validation on the gold sets, from one base that saw none of them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path

import torch
from torch import Tensor

from sayso.reading.judging.features import RULED, TYPES, between
from training.events.model import Judge
from training.events.rows import LABELS, Example
from training.events.train import FINE, LIGHT, SEED, chances, trained

COUNT = 5
QUADS = (
    dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), "1")
    | dict.fromkeys(("COOPERATE", "AID", "YIELD"), "2")
    | dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "3")
    | dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "4")
)


def folds(count: int) -> list[int]:
    """The fold of each row of a gold set."""
    order = list(range(count))
    random.Random(5).shuffle(order)
    found = [0] * count
    for n, i in enumerate(order):
        found[i] = n % COUNT
    return found


def crossed(
    judge: Judge, base: Sequence[Example], gold: Sequence[Example], asked: Sequence[int], work: Path | None
) -> str:
    """Train, one run a fold, and answer; the share of right answers, and the answers to `work`, a file for each set."""
    found: dict[str, dict[int, Tensor]] = {"types": {}, "labels": {}}
    sets = {task: [e for e in gold if e["task"] == task] for task in found}
    parts = {task: folds(len(rows)) for task, rows in sets.items()}
    for fold in asked:
        seen = [e for t, rows in sets.items() for e, f in zip(rows, parts[t], strict=True) if f != fold]
        fitted = trained([*base, *seen * FINE.again], deepcopy(judge), LIGHT, SEED + fold)
        for task, rows in sets.items():
            kept = [i for i, f in enumerate(parts[task]) if f == fold]
            found[task] |= dict(zip(kept, chances(fitted, [rows[i] for i in kept]), strict=True))
        print(f"fold {fold}: {_shares(found, sets)}", flush=True)
        if work is not None:
            torch.save(found, work / f"folds-{'-'.join(map(str, asked))}.pt")
    return _shares(found, sets)


def _shares(found: dict[str, dict[int, Tensor]], sets: dict[str, list[Example]]) -> str:
    ruled = {i: row * _weights(sets["types"][i]) for i, row in found["types"].items()}
    types = _pairs(ruled, sets["types"], TYPES)
    labels = _pairs(found["labels"], sets["labels"], LABELS)
    quads = [(QUADS[g], QUADS[p]) for g, p in types]
    return (
        f"types macro-F1 {macro(types):.1f} accuracy {_accuracy(types):.1f} quad macro-F1 {macro(quads):.1f} of "
        f"{len(types)}; labels weighted F1 {weighted(labels):.1f} accuracy {_accuracy(labels):.1f} of {len(labels)}"
    )


def _weights(row: Example) -> Tensor:
    """What rules found from source to target counts more."""
    told = between(int(n) for n in row["told"].nonzero()[0])
    return torch.tensor([RULED if name in told else 1.0 for name in TYPES])


def _pairs(answers: dict[int, Tensor], rows: list[Example], names: Sequence[str]) -> list[tuple[str, str]]:
    return [(names[rows[i]["answer"]], names[int(row.argmax())]) for i, row in sorted(answers.items())]


def f1(pairs: Sequence[tuple[str, str]], name: str) -> float:
    """F1 of one answer, in percent; pairs of gold and answer."""
    right = sum(g == p == name for g, p in pairs)
    said, wanted = sum(p == name for _, p in pairs), sum(g == name for g, _ in pairs)
    return 200 * right / (said + wanted) if said + wanted else 0.0


def macro(pairs: Sequence[tuple[str, str]]) -> float:
    """The mean F1 of all answers that the gold has."""
    names = sorted({g for g, _ in pairs})
    return sum(f1(pairs, name) for name in names) / max(1, len(names))


def weighted(pairs: Sequence[tuple[str, str]]) -> float:
    """The mean F1, each answer weighted by how often the gold has it."""
    count = Counter(g for g, _ in pairs)
    return sum(n * f1(pairs, name) for name, n in count.items()) / max(1, len(pairs))


def _accuracy(pairs: Sequence[tuple[str, str]]) -> float:
    return 100 * sum(g == p for g, p in pairs) / max(1, len(pairs))
