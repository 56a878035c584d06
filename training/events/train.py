"""The training itself: cross entropy on batches of four tasks, seeds fixed, one thread."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, replace

import torch
from torch import Tensor
from torch.nn import functional

from training.events.batches import Batch, planned, tensors
from training.events.model import Judge
from training.events.rows import Example

SEED = 11
DEEP = ("labels", "roles")  # tasks that all layers are for
SOUP = 2  # runs whose weights are averaged in the last step
_HIDDEN = 0.2  # share of examples in which the judge is not told of the rules
_PLAIN = 0.6  # weight of words without a role: there are many


@dataclass(frozen=True)
class Options:
    """`shares`: how much of each task an epoch draws; `again`: how often it draws a gold row where it draws its own."""

    epochs: int
    rate: float
    shares: dict[str, float]
    again: int = 1


BASE = Options(3, 1.5e-4, {"types": 1, "labels": 1, "statuses": 1, "roles": 0.8})
# Of our own rows a share an epoch, of the gold ones each once
FINE = Options(5, 1e-4, {"types": 0.2, "labels": 0.2, "statuses": 0.5, "roles": 0.3}, again=5)

# The same for cross-validation of types and labels, where the other tasks are along for company only
LIGHT = replace(FINE, shares={"types": 0.2, "labels": 0.2, "statuses": 0.1, "roles": 0.1})


def loss_of(judge: Judge, task: str, batch: Batch) -> Tensor:
    """The loss of one batch."""
    x = judge.lower(batch["pieces"], batch["sums"])
    if task in DEEP:
        x = judge.upper(batch["pieces"], x)
    x = x.float()
    if task == "roles":
        told = batch["told"] * _kept(len(x))[:, None, None]
        logits = judge.roles(x, told).float().flatten(0, 1)
        weight = torch.ones(logits.shape[1])
        weight[0] = _PLAIN
        kinds = judge.kinds(x, batch["here"]).float()
        return 2 * functional.cross_entropy(
            logits, batch["answer"].flatten(), weight, ignore_index=-100
        ) + functional.binary_cross_entropy_with_logits(kinds, batch["kinds"])
    logits = _logits(judge, task, x, batch, _kept(len(x))[:, None]).float()
    return functional.cross_entropy(logits, batch["answer"], label_smoothing=0.1)


def _kept(count: int) -> Tensor:
    return (torch.rand(count) > _HIDDEN).float()


def _logits(judge: Judge, task: str, x: Tensor, batch: Batch, kept: Tensor) -> Tensor:
    if task == "labels":
        return judge.labels(x, batch["here"])
    head = judge.types if task == "types" else judge.statuses
    return head(x, batch["here"], batch["masks"], batch["told"] * kept)


def trained(examples: Sequence[Example], judge: Judge, options: Options, seed: int = SEED) -> Judge:
    """Some epochs of AdamW with a warm-up and a linear decline."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    dice = random.Random(seed)
    plan = [batch for _ in range(options.epochs) for batch in planned(examples, options.shares, dice)]
    optimizer = _optimizer(judge, options.rate)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min(1, (n + 1) / (0.08 * len(plan))) * max(0.02, 1 - n / len(plan))
    )
    begun, total = time.monotonic(), 0.0
    judge.train()
    for n, batch in enumerate(plan, 1):
        with torch.autocast("cpu", torch.bfloat16):
            loss = loss_of(judge, batch[0]["task"], tensors(batch))
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(judge.parameters(), 1.0)
        optimizer.step()
        pace.step()
        total += float(loss.detach())
        if n % 100 == 0:
            left = (time.monotonic() - begun) / n * (len(plan) - n)
            print(f"step {n}/{len(plan)} loss {total / 100:.4f}, {left:.0f} s left", flush=True)
            total = 0.0
    return judge.eval()


def souped(examples: Sequence[Example], judge: Judge, options: Options, seed: int = SEED) -> Judge:
    """The mean of the weights of runs that differ in their seed only: better than each (Wortsman et al. 2022)."""
    runs = [trained(examples, deepcopy(judge), options, seed + 100 * n).state_dict() for n in range(SOUP)]
    mean = {k: torch.stack([r[k].float() for r in runs]).mean(0).to(v.dtype) for k, v in runs[0].items()}
    judge = deepcopy(judge)
    judge.load_state_dict(mean)
    return judge.eval()


def _optimizer(judge: Judge, rate: float) -> torch.optim.Optimizer:
    """What starts anew learns five times as fast as what MiniLM knows already; places stay as they were."""
    judge.positions.weight.requires_grad_(False)
    named = [(n, p) for n, p in judge.named_parameters() if p.requires_grad]
    old = [p for n, p in named if n.startswith(("layers.", "norm."))]
    new = [p for n, p in named if not n.startswith(("layers.", "norm."))]
    return torch.optim.AdamW([{"params": old, "lr": rate}, {"params": new, "lr": rate * 5}], weight_decay=0.01)


def chances(judge: Judge, examples: Sequence[Example]) -> list[Tensor]:
    """For examples of one task the probabilities of its answers (of "roles": for each word)."""
    found: dict[int, Tensor] = {}
    order = sorted(range(len(examples)), key=lambda k: len(examples[k]["words"]))
    with torch.no_grad():
        for k in range(0, len(order), 16):
            group = [examples[i] for i in order[k : k + 16]]
            batch, task = tensors(group), group[0]["task"]
            x = judge.lower(batch["pieces"], batch["sums"])
            x = judge.upper(batch["pieces"], x) if task in DEEP else x
            logits = judge.roles(x, batch["told"]) if task == "roles" else _logits(judge, task, x, batch, torch.ones(1))
            for i, row in zip(order[k : k + 16], logits.softmax(-1), strict=True):
                found[i] = row
    return [found[i] for i in range(len(examples))]
