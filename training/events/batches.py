"""Examples of one task and of about the same length together, as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import Tensor

from sayso.reading.encoding.encoder import pieces_of
from training.events.rows import Example

Batch = dict[str, Tensor]
TEXTS, WORDS = 32, 1536  # at most of a batch, padding counted


def planned(examples: Sequence[Example], shares: dict[str, float], dice: random.Random) -> list[list[Example]]:
    """One epoch: of each task a share of its examples, in batches, in a new order."""
    batches: list[list[Example]] = []
    for task, share in shares.items():
        drawn = [e for e in examples if e["task"] == task and (share >= 1 or dice.random() < share)]
        batches += _cut(sorted(drawn, key=lambda e: len(e["words"]) + dice.random() * 8))
    dice.shuffle(batches)
    return batches


def _cut(ordered: list[Example]) -> Iterator[list[Example]]:
    batch: list[Example] = []
    for example in ordered:
        if batch and (len(batch) >= TEXTS or (len(example["words"]) + 2) * (len(batch) + 1) > WORDS):
            yield batch
            batch = []
        batch.append(example)
    if batch:
        yield batch


def tensors(batch: Sequence[Example]) -> Batch:
    """Arrays of a batch; a word stands before and after each text."""
    arrays = pieces_of([e["words"] for e in batch])
    count = arrays["pieces"].shape[1]
    found = {"pieces": torch.from_numpy(arrays["pieces"]), "sums": torch.from_numpy(arrays["sums"])}
    found["here"] = (found["pieces"][:, :, 0] != 0).float()
    task = batch[0]["task"]
    if task == "roles":
        answers = np.full((len(batch), count), -100)
        told = np.zeros((len(batch), count, batch[0]["told"].shape[1]), dtype=np.float32)
        for b, e in enumerate(batch):
            answers[b, 1 : len(e["words"]) + 1] = e["answer"]
            told[b, 1 : len(e["words"]) + 1] = e["told"]
        found |= {"answer": torch.from_numpy(answers), "told": torch.from_numpy(told)}
        found["kinds"] = torch.tensor([e["kinds"] for e in batch])
        return found
    found["answer"] = torch.tensor([e["answer"] for e in batch])
    if task != "labels":
        masks = np.zeros((len(batch), len(batch[0]["masks"]), count), dtype=np.float32)
        for b, e in enumerate(batch):
            for m, numbers in enumerate(e["masks"]):
                masks[b, m, [i + 1 for i in numbers]] = 1
        found |= {"masks": torch.from_numpy(masks), "told": torch.from_numpy(np.stack([e["told"] for e in batch]))}
    return found
