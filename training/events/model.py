"""The judge as a network: MiniLM over words, with heads for types, statuses, roles in violence, and labels.

Types and statuses are read from the vectors after `LOWER` layers; roles and kinds of violence, and labels of whole
snippets, from the last.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from sayso.reading.judging.features import HINTS, KINDS, ROLES, RULES, STATUSES, TYPES
from training.events.rows import LABELS
from training.statements.model import INNER, POSITIONS, WIDTH, Layer, filled

LOWER, ALL = 4, 6


class Judge(nn.Module):
    """The network. Masks are (texts, words) of 0 and 1; `told` is what the rules say."""

    def __init__(self) -> None:
        super().__init__()
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(INNER) for _ in range(ALL))
        self.pair = nn.Linear(4 * WIDTH + RULES, WIDTH)
        self.type_ = nn.Linear(WIDTH, len(TYPES))
        self.deed = nn.Linear(3 * WIDTH + len(STATUSES), WIDTH // 2)
        self.status = nn.Linear(WIDTH // 2, len(STATUSES))
        self.word = nn.Linear(WIDTH + HINTS, WIDTH // 3)
        self.role = nn.Linear(WIDTH // 3, len(ROLES))
        self.kind = nn.Linear(WIDTH, len(KINDS))
        self.whole = nn.Linear(WIDTH, WIDTH)
        self.label = nn.Linear(WIDTH, len(LABELS))
        self.drop = nn.Dropout(0.1)

    def lower(self, pieces: Tensor, sums: Tensor) -> Tensor:
        """Vectors of words after the lower layers."""
        there = (pieces != 0).to(sums.dtype)
        x = sums / there.sum(2, keepdim=True).clamp(min=1) + self.positions(torch.arange(pieces.shape[1]))
        x = self.drop(self.norm(x))
        for layer in self.layers[:LOWER]:
            x = layer(x, _shade(pieces, x))
        return x

    def upper(self, pieces: Tensor, x: Tensor) -> Tensor:
        """Vectors of words after all layers."""
        for layer in self.layers[LOWER:]:
            x = layer(x, _shade(pieces, x))
        return x

    def types(self, x: Tensor, here: Tensor, masks: Tensor, told: Tensor) -> Tensor:
        """Logits of types; `masks` (texts, 3, words): source, target, path."""
        seen = torch.cat([_mean(x, here), *(_mean(x, m) for m in masks.unbind(1)), told], 1)
        out: Tensor = self.type_(self.drop(torch.tanh(self.pair(self.drop(seen)))))
        return out

    def statuses(self, x: Tensor, here: Tensor, masks: Tensor, told: Tensor) -> Tensor:
        """Logits of statuses; `masks` (texts, 2, words): the word, and the word with what governs it."""
        seen = torch.cat([_mean(x, here), *(_mean(x, m) for m in masks.unbind(1)), told], 1)
        out: Tensor = self.status(self.drop(torch.tanh(self.deed(self.drop(seen)))))
        return out

    def roles(self, x: Tensor, hints: Tensor) -> Tensor:
        """Logits (texts, words, roles)."""
        out: Tensor = self.role(self.drop(torch.relu(self.word(torch.cat([self.drop(x), hints], 2)))))
        return out

    def kinds(self, x: Tensor, here: Tensor) -> Tensor:
        """Logits of the kinds of incident that are told of."""
        out: Tensor = self.kind(self.drop(_mean(x, here)))
        return out

    def labels(self, x: Tensor, here: Tensor) -> Tensor:
        """Logits of labels, from vectors after all layers."""
        out: Tensor = self.label(self.drop(torch.tanh(self.whole(self.drop(_mean(x, here))))))
        return out


def _shade(pieces: Tensor, x: Tensor) -> Tensor:
    """What is added to attention: very low at padding."""
    return (((pieces[:, :, 0] != 0).to(x.dtype) - 1) * 1e4)[:, None, None, :]


def _mean(x: Tensor, mask: Tensor) -> Tensor:
    return (x * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True).clamp(min=1)


def started(weights: dict[str, Tensor]) -> Judge:
    """A judge whose layers are MiniLM's."""
    judge = Judge()
    state = judge.state_dict()
    filled(state, weights, ALL)
    judge.load_state_dict(state)
    return judge
