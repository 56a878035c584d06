"""The head for statuses anew, on the vectors of the encoder in the package: `python -m training.events.status_head`.

The last step of training, and a quick one by itself once rows of ours are added: minutes instead of an hour.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.knowledge.weights import folder_of
from sayso.reading.draft import Word
from sayso.reading.judging.features import STATUSES
from sayso.reading.judging.judge import Judge, deed_row
from training.events.rows import OWN, Rules, by_rules
from training.events.train import SEED

BEFORE, AFTER = 14, 10  # words of a sentence around the one that is asked about
EPOCHS, RATE, BATCH, HIDDEN = 6, 4e-4, 64, 0.2


def seen(judge: Judge, rules: Rules) -> tuple[Tensor, Tensor]:
    """What the head gets for each of our rows (its words' means, what the rules say), and the answers.

    Each row twice: in its whole sentence, and with the words near it alone.
    """
    given, answers = [], []
    for path in sorted(OWN.glob("status-*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            text, name, status = line.split("\t")
            draft = rules.read(text)
            word = next((w for w in draft.words if w.text == name), None)
            if word is not None:
                told = by_rules(draft, word)
                for sight in judge.look([word.sent.words, _near(word)]):
                    given.append(deed_row(sight, word, told))
                    answers.append(STATUSES.index(status))  # type: ignore[arg-type]
    return torch.from_numpy(np.stack(given)), torch.tensor(answers)


def _near(word: Word) -> Sequence[Word]:
    words, k = word.sent.words, word.i - word.sent.words[0].i
    return words[max(0, k - BEFORE) : k + AFTER + 1]


def fitted(given: Tensor, answers: Tensor, heads: dict[str, np.ndarray]) -> dict[str, np.ndarray]:  # type: ignore[type-arg]
    """The head's arrays, trained on from what they are."""
    torch.manual_seed(SEED)
    deed, status = _linear(heads, "deed"), _linear(heads, "status")
    drop = nn.Dropout(0.15)
    optimizer = torch.optim.AdamW([*deed.parameters(), *status.parameters()], lr=RATE, weight_decay=0.01)
    steps = EPOCHS * (len(given) // BATCH)
    pace = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: max(0.02, 1 - n / steps))
    for _ in range(EPOCHS):
        for rows in torch.randperm(len(given)).split(BATCH):
            batch = drop(given[rows])
            batch[:, -len(STATUSES) :] = given[rows, -len(STATUSES) :] * (torch.rand(len(rows), 1) > HIDDEN)
            logits = status(drop(torch.tanh(deed(batch))))
            loss = functional.cross_entropy(logits, answers[rows], label_smoothing=0.1)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            pace.step()
    new = {}
    for name, layer in (("deed", deed), ("status", status)):
        new[name] = layer.weight.T.detach().numpy().astype(np.float16)
        new[f"{name}-bias"] = layer.bias.detach().numpy().astype(np.float16)
    return new


def _linear(heads: dict[str, np.ndarray], name: str) -> nn.Linear:  # type: ignore[type-arg]
    layer = nn.Linear(*heads[name].shape)
    layer.load_state_dict(
        {
            "weight": torch.from_numpy(heads[name].T.astype(np.float32)),
            "bias": torch.from_numpy(heads[f"{name}-bias"].astype(np.float32)),
        }
    )
    return layer


def renewed(folder: Path) -> None:
    """Train the head of the judge in a folder, and write it there."""
    with np.load(folder / "heads.npz") as arrays:
        heads = {name: arrays[name] for name in arrays.files}
    given, answers = seen(Judge(folder), Rules())
    np.savez(folder / "heads.npz", **(heads | fitted(given, answers, heads)))
    print(f"status head trained on {len(answers) // 2} rows")


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--judge", type=Path, default=None, help="the folder with the weights (default: the package's)")
    renewed(parser.parse_args().judge or folder_of("judge"))


if __name__ == "__main__":
    main()
