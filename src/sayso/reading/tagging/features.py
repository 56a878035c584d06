"""What the tagger is told of words and of pairs of words, as small numbers.

The labels are the parser's (Penn tags, ClearNLP dependencies); a label that is not listed counts as the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.reading.draft import Word
from sayso.reading.encoding.encoder import Floats, Ints

TAGS = (
    "?", "NN", "IN", "NNP", "DT", "JJ", "NNS", ",", ".", "RB", "PRP", "VB", "VBD", "CC", "TO", "VBN", "VBZ", "VBG",
    "CD", "VBP", "PRP$", "MD", "HYPH", "POS", "WDT", "``", "''", "WP", "NNPS", "WRB", "RP", ":", "$", "JJR",
    "-RRB-", "-LRB-", "JJS", "EX", "RBR", "NFP", "RBS", "SYM", "UH", "PDT", "FW", "ADD", "LS", "WP$", "AFX", "XX",
)  # fmt: skip
DEPS = (
    "?", "prep", "pobj", "det", "punct", "nsubj", "compound", "amod", "ROOT", "dobj", "advmod", "aux", "conj", "cc",
    "ccomp", "mark", "poss", "relcl", "advcl", "xcomp", "appos", "attr", "case", "pcomp", "nummod", "acl", "acomp",
    "auxpass", "nsubjpass", "npadvmod", "neg", "prt", "dep", "intj", "nmod", "agent", "quantmod", "expl", "oprd",
    "dative", "parataxis", "csubj", "predet", "preconj", "meta", "csubjpass", "self", "out",
)  # fmt: skip
_TAG = {t: n for n, t in enumerate(TAGS)}
_DEP = {d: n for n, d in enumerate(DEPS)}
SIZES = (len(TAGS), len(DEPS), 4, 3, 8)  # tag, dependency, case, quotation, what the rules found
WORD_FEATURES = sum(SIZES)
_FIRST = tuple(int(n) for n in np.cumsum((0, *SIZES[:-1])))
UP = 5  # how far up from the cue the branch of a word leaves; the last: not within reach
STEPS = 17
PAIR_SIZES = (UP * len(DEPS), STEPS, 2, 4, 5)  # path, distance, same sentence, quotation, what the rules found
PAIR_FEATURES = sum(PAIR_SIZES)
_PAIR_FIRST = tuple(int(n) for n in np.cumsum((0, *PAIR_SIZES[:-1])))
STRIDES = np.array([int(np.prod(PAIR_SIZES[n:])) for n in range(2, 6)])


@dataclass(frozen=True)
class Hint:
    """What the rules found, by the numbers of the words in the draft."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


def word_features(words: Sequence[Word], quoted: Sequence[int], hints: Sequence[Hint]) -> Ints:
    """For each word the rows of the feature table that are summed: shape (words, 5)."""
    source = frozenset[int]().union(*(h.source for h in hints))
    cue = frozenset[int]().union(*(h.cue for h in hints))
    content = frozenset[int]().union(*(h.content for h in hints))
    rows = [
        (
            _TAG.get(w.tag, 0),
            _DEP.get(w.dep, 0),
            0 if w.text == w.lower else 1 if w.text.istitle() else 2 if w.text.isupper() else 3,
            0 if q < 0 else 1,
            (w.i in source) + 2 * (w.i in cue) + 4 * (w.i in content),
        )
        for w, q in zip(words, quoted, strict=True)
    ]
    found: Ints = np.array(rows, dtype=np.int64).reshape(-1, len(SIZES)) + np.array(_FIRST)
    return found


def pair_features(words: Sequence[Word], quoted: Sequence[int], hints: Sequence[Hint], at: int) -> Ints:
    """For a cue, the `at`-th of the words, and each word: rows of the pair table: shape (words, 5)."""
    found: Ints = pair_columns(words, quoted, hints, at) + np.array(_PAIR_FIRST)
    return found


def pair_columns(words: Sequence[Word], quoted: Sequence[int], hints: Sequence[Hint], at: int) -> Ints:
    """The same, each column counted from 0: path, distance, same sentence, quotation, what the rules found."""
    cue, quotes = words[at], np.asarray(quoted)
    rows = np.empty((len(words), len(PAIR_SIZES)), dtype=np.int64)
    rows[:, 0] = _paths(words, cue)
    rows[:, 1] = _STEP[np.arange(len(words)) - at + _FAR]
    rows[:, 2] = [w.sent is cue.sent for w in words]
    rows[:, 3] = np.where(quotes < 0, 0, np.where(quotes == quotes[at], 2, 3) if quotes[at] >= 0 else 1)
    hint = next((h for h in hints if cue.i in h.cue), None)
    rows[:, 4] = 0 if hint is None else [_role(w.i, hint) for w in words]
    return rows


def summed(table: Floats) -> tuple[Floats, Floats]:
    """The pair table in two: rows for paths, and rows for every meeting of the other four features.

    The row of the second is `columns[:, 1:] @ STRIDES`.
    """
    path, *others = np.split(table, _PAIR_FIRST[1:])
    step, sentence, quote, hint = others
    near = step[:, None, None, None] + sentence[:, None, None] + quote[:, None] + hint
    return path, near.reshape(-1, table.shape[1])


def _role(i: int, hint: Hint) -> int:
    return 2 if i in hint.source else 4 if i in hint.cue else 3 if i in hint.content else 1


def _step(distance: int) -> int:
    """Signed distance in buckets that double: 0 … 16, the cue itself 8."""
    size = min(abs(distance).bit_length(), 8)
    return 8 + size if distance > 0 else 8 - size


_FAR = 1024  # no window is as long
_STEP = np.array([_step(d) for d in range(-_FAR, _FAR + 1)])


def _paths(words: Sequence[Word], cue: Word) -> list[int]:
    """For each word, where its branch leaves the cue's line of heads, and by which dependency."""
    line = [cue]
    while len(line) < UP - 1 and line[-1].head is not line[-1]:
        line.append(line[-1].head)
    own = _DEP["self"]
    known = {w.i: n * len(DEPS) + own for n, w in enumerate(line)}
    ends = {w.i: n for n, w in enumerate(line)}
    nowhere = (UP - 1) * len(DEPS) + _DEP["out"]
    for word in words:
        trail: list[Word] = []
        here = word
        while here.i not in known and here.head is not here:
            trail.append(here)
            here = here.head
        if here.i in ends:
            for w in reversed(trail):
                up = ends.get(w.head.i)
                known[w.i] = known[w.head.i] if up is None else up * len(DEPS) + _DEP.get(w.dep, 0)
        else:
            code = known.get(here.i, nowhere)
            for w in (*trail, here):
                known[w.i] = code
    return [known[w.i] for w in words]
