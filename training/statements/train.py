"""The training itself: cross entropy on gold windows, seeds fixed, one thread."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch.nn import functional

from training.statements.batches import Batch, batched
from training.statements.model import Tagger

SEED = 11


@dataclass(frozen=True)
class Options:
    """`batch`: words, padding counted; `hide`: the share of windows in which the tagger is not told of the rules."""

    epochs: int
    rate: float
    batch: int = 1536
    hide: float = 0.25


FIRST = Options(epochs=5, rate=2e-4)
NARROW = Options(epochs=2, rate=1e-4)  # once the layers are narrowed


def loss_of(tagger: Tagger, batch: Batch) -> torch.Tensor:
    """Cross entropy of cue leads (weighted, as they are few) and of the labels of their words."""
    lead, cue, word = tagger.words(batch["pieces"], batch["features"])
    leads = functional.binary_cross_entropy_with_logits(lead.float()[batch["here"]], batch["leads"][batch["here"]])
    if not len(batch["owner"]):
        return leads * 4
    b, at = batch["owner"].unbind(1)
    logits = tagger.labels(cue[b, at], word[b], batch["pairs"]).float()
    return leads * 4 + functional.cross_entropy(logits.flatten(0, 1), batch["labels"].flatten(), ignore_index=-100)


def trained(windows: Sequence[dict[str, Any]], tagger: Tagger, options: Options) -> Tagger:
    """Some epochs of AdamW with a warm-up and a linear decline; the embeddings of pieces stay as they were."""
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    dice = random.Random(SEED)
    steps = options.epochs * sum(1 for _ in batched(windows, options.batch, random.Random(0), 0))
    optimizer = _optimizer(tagger, options.rate)
    plan = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min(1, (n + 1) / (0.06 * steps)) * max(0.02, 1 - n / steps)
    )
    begun, seen, total = time.monotonic(), 0, 0.0
    tagger.train()
    for _ in range(options.epochs):
        for batch in batched(windows, options.batch, dice, options.hide):
            with torch.autocast("cpu", torch.bfloat16):
                loss = loss_of(tagger, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimizer.step()
            plan.step()
            seen, total = seen + 1, total + float(loss.detach())
            if seen % 100 == 0:
                left = (time.monotonic() - begun) / seen * (steps - seen)
                print(f"step {seen}/{steps} loss {total / 100:.4f}, {left:.0f} s left", flush=True)
                total = 0.0
    return tagger.eval()


def _optimizer(tagger: Tagger, rate: float) -> torch.optim.Optimizer:
    """What starts anew learns five times as fast as what MiniLM knows already."""
    fixed = (tagger.encoder.pieces.weight, tagger.encoder.positions.weight)
    for weight in fixed:
        weight.requires_grad_(False)
    named = [(n, p) for n, p in tagger.named_parameters() if p.requires_grad]
    old = [p for n, p in named if n.startswith("encoder.") and "features" not in n]
    new = [p for n, p in named if not n.startswith("encoder.") or "features" in n]
    return torch.optim.AdamW([{"params": old, "lr": rate}, {"params": new, "lr": rate * 5}], weight_decay=0.01)
