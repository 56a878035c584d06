"""The tagger as a network: a cut MiniLM encoder over words, and two heads.

A word enters as the mean of its pieces, so that the encoder has a place for each word and not for each piece.

The first head says for each word whether it leads a cue. The second says, for a cue and each word of the window,
whether the word names the speaker, is said, belongs to the cue, or neither.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.reading.tagging.features import PAIR_FEATURES, WORD_FEATURES

WIDTH, HEADS, INNER, PAIR = 384, 12, 1536, 128
POSITIONS = 200


class Layer(nn.Module):
    """One layer of the encoder (post-norm, as BERT has it)."""

    def __init__(self, inner: int) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, inner)
        self.down = nn.Linear(inner, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)
        self.scale = (WIDTH // HEADS) ** -0.5

    def folded(self) -> None:
        """Work the scale of attention into the weights, so that it costs nothing."""
        with torch.no_grad():
            self.qkv.weight[:WIDTH] *= self.scale
            self.qkv.bias[:WIDTH] *= self.scale
        self.scale = 1.0

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x`: (batch, words, WIDTH); `mask`: what is added to the attention, very low at padding."""
        b, n, _ = x.shape
        q, k, v = (t.view(b, n, HEADS, WIDTH // HEADS).transpose(1, 2) for t in self.qkv(x).chunk(3, -1))
        drop = 0.1 if self.training else 0.0
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask, dropout_p=drop, scale=self.scale)
        x = self.norm1(x + self.drop(self.out(seen.transpose(1, 2).reshape(b, n, WIDTH))))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Words, by their pieces and features -> vectors of words."""

    def __init__(self, pieces: int, layers: int, inner: int) -> None:
        super().__init__()
        self.pieces = nn.Embedding(pieces, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.features = nn.Embedding(WORD_FEATURES + 1, WIDTH, padding_idx=WORD_FEATURES)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(inner) for _ in range(layers))
        self.drop = nn.Dropout(0.1)
        nn.init.zeros_(self.features.weight)

    def forward(self, pieces: Tensor, features: Tensor) -> Tensor:
        """`pieces`: (batch, words, PIECES), 0 where a word has fewer; `features`: (batch, words, 5).

        The vector of piece 0 is zero, so that a sum over a word's places is one over its pieces.
        """
        return self.of_sums(pieces, self.pieces(pieces).sum(2), features)

    def of_sums(self, pieces: Tensor, sums: Tensor, features: Tensor) -> Tensor:
        """The same, the vectors of each word's pieces summed already: (batch, words, WIDTH)."""
        there = (pieces != 0).to(sums.dtype)
        x = sums / there.sum(2, keepdim=True).clamp(min=1)
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = x + self.positions(places) + self.features(features).sum(2)
        x = self.drop(self.norm(x))
        mask = ((there[:, :, 0] - 1) * 1e4)[:, None, None, :].to(x.dtype)
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Tagger(nn.Module):
    """The encoder with its heads."""

    def __init__(self, pieces: int, layers: int, inner: int) -> None:
        super().__init__()
        self.encoder = Encoder(pieces, layers, inner)
        self.lead = nn.Linear(WIDTH, 1)
        self.cue = nn.Linear(WIDTH, PAIR)
        self.word = nn.Linear(WIDTH, PAIR)
        self.pair = nn.Embedding(PAIR_FEATURES, PAIR)
        self.label = nn.Linear(PAIR, 4)
        self.drop = nn.Dropout(0.1)
        nn.init.normal_(self.pair.weight, std=0.02)

    def words(self, pieces: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """For each word: logit of leading a cue, its vector as cue, its vector as word."""
        return self.told(self.encoder(pieces, features))

    def told(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The same from the encoder's vectors."""
        return self.lead(x).squeeze(-1), self.cue(x), self.word(x)

    def labels(self, cue: Tensor, word: Tensor, pairs: Tensor) -> Tensor:
        """Logits (cues, words, 4) from (cues, PAIR), (cues, words, PAIR) and pair features (cues, words, 5)."""
        hidden = torch.relu(cue[:, None] + word + self.pair(pairs).sum(2))
        out: Tensor = self.label(self.drop(hidden))
        return out


def filled(state: dict[str, Tensor], weights: dict[str, Tensor], layers: int) -> None:
    """Put the places, the first norm and the lower layers of MiniLM into the state of an encoder."""
    kinds = weights["embeddings.token_type_embeddings.weight"][0]
    state["positions.weight"] = weights["embeddings.position_embeddings.weight"][:POSITIONS] + kinds
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"]
        for n in range(layers):
            old, new = f"encoder.layer.{n}", f"layers.{n}"
            qkv = [weights[f"{old}.attention.self.{x}.{part}"] for x in ("query", "key", "value")]
            state[f"{new}.qkv.{part}"] = torch.cat(qkv)
            state[f"{new}.out.{part}"] = weights[f"{old}.attention.output.dense.{part}"]
            state[f"{new}.norm1.{part}"] = weights[f"{old}.attention.output.LayerNorm.{part}"]
            state[f"{new}.up.{part}"] = weights[f"{old}.intermediate.dense.{part}"]
            state[f"{new}.down.{part}"] = weights[f"{old}.output.dense.{part}"]
            state[f"{new}.norm2.{part}"] = weights[f"{old}.output.LayerNorm.{part}"]


def started(weights: dict[str, Tensor], layers: int) -> Tagger:
    """A tagger whose encoder starts from the lower layers of MiniLM."""
    tagger = Tagger(len(weights["embeddings.word_embeddings.weight"]), layers, INNER)
    encoder = tagger.encoder
    state = encoder.state_dict()
    state["pieces.weight"] = weights["embeddings.word_embeddings.weight"].clone()
    state["pieces.weight"][0] = 0
    filled(state, weights, layers)
    encoder.load_state_dict(state)
    return tagger


def narrowed(tagger: Tagger, inner: int) -> Tagger:
    """The same tagger with only the `inner` weightiest inner units of each layer: it must be trained on."""
    state = tagger.state_dict()
    layers = len(tagger.encoder.layers)
    for n in range(layers):
        at = f"encoder.layers.{n}"
        kept = (state[f"{at}.up.weight"].norm(dim=1) * state[f"{at}.down.weight"].norm(dim=0)).topk(inner).indices
        kept = kept.sort().values
        for name in ("up.weight", "up.bias"):
            state[f"{at}.{name}"] = state[f"{at}.{name}"][kept]
        state[f"{at}.down.weight"] = state[f"{at}.down.weight"][:, kept]
    small = Tagger(len(state["encoder.pieces.weight"]), layers, inner)
    small.load_state_dict(state)
    return small
