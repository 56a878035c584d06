"""Windows of about the same length together, as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor

from sayso.reading.encoding.wordpiece import BEGIN, END, PIECES, WordPieces
from sayso.reading.tagging.features import PAIR_SIZES, SIZES, WORD_FEATURES

Batch = dict[str, Tensor]


def pieced(window: dict[str, Any], known: WordPieces) -> dict[str, Any]:
    """A window with the pieces of its words, and a word before the first and after the last."""
    pieces = np.zeros((len(window["words"]) + 2, PIECES), dtype=np.int64)
    pieces[1:-1] = [known.of(word) for word in window["words"]]
    pieces[0, 0], pieces[-1, 0] = BEGIN, END
    return window | {"pieces": pieces}


def batched(windows: Sequence[dict[str, Any]], size: int, dice: random.Random, hide: float) -> Iterator[Batch]:
    """One pass over the windows in a new order; the rules' findings are hidden in a share of them."""
    order = sorted(range(len(windows)), key=lambda k: len(windows[k]["pieces"]) + dice.random() * 12)
    groups, start = [], 0
    while start < len(order):
        longest, end = 0, start
        while end < len(order) and max(longest, len(windows[order[end]]["pieces"])) * (end - start + 1) <= size:
            longest = max(longest, len(windows[order[end]]["pieces"]))
            end += 1
        end = max(end, start + 1)
        groups.append(order[start:end])
        start = end
    dice.shuffle(groups)
    for group in groups:
        yield tensors([windows[k] for k in group], [dice.random() < hide for _ in group])


def tensors(group: Sequence[dict[str, Any]], hidden: Sequence[bool]) -> Batch:
    """Padded arrays of some windows."""
    count, cues = max(len(w["pieces"]) for w in group), sum(len(w["leads"]) for w in group)
    pieces = np.zeros((len(group), count, PIECES), dtype=np.int64)
    features = np.full((len(group), count, len(SIZES)), WORD_FEATURES)
    here = np.zeros((len(group), count), dtype=bool)
    leads = np.zeros((len(group), count), dtype=np.float32)
    owner = np.zeros((cues, 2), dtype=np.int64)
    labels = np.full((cues, count), -100)
    pairs = np.zeros((cues, count, len(PAIR_SIZES)), dtype=np.int64)
    k = 0
    for b, (w, blind) in enumerate(zip(group, hidden, strict=True)):
        n = len(w["words"])
        pieces[b, : n + 2] = w["pieces"]
        features[b, 1 : n + 1] = w["plain" if blind else "features"]
        here[b, 1 : n + 1] = True
        for j, lead in enumerate(w["leads"]):
            leads[b, lead + 1] = 1
            owner[k], labels[k, 1 : n + 1] = (b, lead + 1), w["labels"][j]
            pairs[k, 1 : n + 1] = w["pairs_plain" if blind else "pairs"][j]
            k += 1
    arrays = {
        "pieces": pieces,
        "features": features,
        "here": here,
        "leads": leads,
        "owner": owner,
        "labels": labels,
        "pairs": pairs,
    }
    return {name: torch.from_numpy(a) for name, a in arrays.items()}
