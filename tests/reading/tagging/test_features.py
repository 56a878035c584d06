"""What the tagger is told of words and pairs of words."""

import numpy as np

from sayso.ingesting import from_text
from sayso.reading.draft import Draft
from sayso.reading.parsing import parse, spacy_parser
from sayso.reading.tagging.features import (
    DEPS,
    PAIR_FEATURES,
    PAIR_SIZES,
    SIZES,
    WORD_FEATURES,
    Hint,
    pair_features,
    word_features,
)

TEXT = "The governor said on Monday that the bridge had fallen. Nobody came."


def drafted() -> Draft:
    return parse(from_text(TEXT), spacy_parser())


def columns(rows: np.ndarray, sizes: tuple[int, ...]) -> np.ndarray:
    return rows - np.cumsum((0, *sizes[:-1]))


def test_rows_stay_inside_their_tables() -> None:
    words = drafted().words
    quotes = [-1] * len(words)
    rows = columns(word_features(words, quotes, ()), SIZES)
    assert ((rows >= 0) & (rows < SIZES)).all()
    assert word_features(words, quotes, ()).max() < WORD_FEATURES
    for at in range(len(words)):
        pairs = pair_features(words, quotes, (), at)
        assert ((columns(pairs, PAIR_SIZES) >= 0) & (columns(pairs, PAIR_SIZES) < PAIR_SIZES)).all()
        assert pairs.max() < PAIR_FEATURES


def test_paths_tell_by_which_branch_a_word_hangs_on_the_cue() -> None:
    words = drafted().words
    at = next(n for n, w in enumerate(words) if w.text == "said")
    paths = dict(
        zip(
            [w.text for w in words],
            columns(pair_features(words, [-1] * len(words), (), at), PAIR_SIZES)[:, 0],
            strict=True,
        )
    )
    assert DEPS[paths["governor"]] == DEPS[paths["The"]] == "nsubj"
    assert DEPS[paths["bridge"]] == DEPS[paths["fallen"]] == "ccomp"
    assert DEPS[paths["said"]] == "self"
    assert DEPS[paths["Nobody"] % len(DEPS)] == "out"


def test_a_cue_is_told_its_own_hint_only() -> None:
    words = drafted().words
    at = next(n for n, w in enumerate(words) if w.text == "said")
    hint = Hint(frozenset({0, 1}), frozenset({at}), frozenset({6, 7}))
    told = columns(pair_features(words, [-1] * len(words), [hint], at), PAIR_SIZES)[:, 4]
    assert list(told[:8]) == [2, 2, 4, 1, 1, 1, 3, 3]
    other = columns(pair_features(words, [-1] * len(words), [hint], at + 1), PAIR_SIZES)[:, 4]
    assert not other.any()
