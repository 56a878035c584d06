"""Gold reports as arrays: what the encoder sees, and what it should say."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from evals import gold
from evals.statements import draft_of
from sayso.model.span import Span
from sayso.reading.cast import Cast
from sayso.reading.draft import Draft, Word
from sayso.reading.statements.hints import hints
from sayso.reading.statements.stage import by_rules
from sayso.reading.tagging.decoding import CONTENT, CUE, OUT, SOURCE
from sayso.reading.tagging.features import pair_features, word_features
from sayso.reading.tagging.marks import quoted
from sayso.reading.tagging.windows import windows

_WEIGHT = {"VERB": 0, "NOUN": 1, "ADJ": 1, "PROPN": 2}


def windows_of(path: Path) -> list[dict[str, Any]]:
    """The windows of all reports of a gold file, in its order."""
    return [window for row in gold.rows(path) for window in prepared(row)]


def prepared(row: dict[str, Any]) -> list[dict[str, Any]]:
    """The windows of one gold report."""
    draft = draft_of(row)
    for layer in ("names", "times", "actors"):
        draft = draft.with_layer(layer, ())
    found = hints(by_rules(draft, Cast(draft)), draft)
    inside = quoted(draft)
    told = [t for s in row["statements"] if (t := _told(draft, s)) is not None]
    return [_window(words, inside, found, told) for words in windows(draft, inside)]


def _told(draft: Draft, statement: dict[str, Any]) -> tuple[Word, dict[int, int]] | None:
    """The head of the cue, and the label of each word that has one."""
    cue = _words(draft, statement["cue"])
    if not cue:
        return None
    numbers = {w.i for w in cue}
    heads = [w for w in cue if w.head is w or w.head.i not in numbers]
    lead = min(heads, key=lambda w: (_WEIGHT.get(w.pos, 3), w.i))
    labels: dict[int, int] = {}
    for name, label in (("content", CONTENT), ("source", SOURCE), ("cue", CUE)):
        labels.update((w.i, label) for w in _words(draft, statement[name]))
    return lead, labels


def _words(draft: Draft, spans: Sequence[Span]) -> list[Word]:
    return [w for b, e in spans for w in draft.words_in((b, e)) if w.start >= b and w.end <= e]


def _window(words: Sequence[Word], inside: Sequence[int], found: Any, told: Any) -> dict[str, Any]:
    quotes = [inside[w.i] for w in words]
    at = {w.i: n for n, w in enumerate(words)}
    leads, labels, pairs, plain = [], [], [], []
    for lead, label in told:
        if lead.i in at:
            leads.append(at[lead.i])
            labels.append([label.get(w.i, OUT) for w in words])
            pairs.append(pair_features(words, quotes, found, at[lead.i]))
            plain.append(pair_features(words, quotes, (), at[lead.i]))
    return {
        "words": [w.text for w in words],
        "features": word_features(words, quotes, found), "plain": word_features(words, quotes, ()),
        "leads": leads, "labels": np.array(labels), "pairs": np.array(pairs), "pairs_plain": np.array(plain),
    }  # fmt: skip
