"""The labelled sentences of our own: every row has its columns, a known label, and marks or words that are there."""

import re
from collections import Counter
from pathlib import Path

import pytest

from sayso.reading.judging.features import STATUSES, TYPES
from sayso.reading.judging.judge import judge

FILES = sorted((Path(__file__).parents[1] / "training" / "data" / "events").glob("*.tsv"))


def cells(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("path", [p for p in FILES if p.name.startswith("types")], ids=lambda p: p.name)
def test_typed_sentences(path: Path) -> None:
    for kind, status, sentence in cells(path):
        assert kind in TYPES and status in STATUSES, sentence
        for name in "st":
            opened, closed = sentence.count(f"<{name}>"), sentence.count(f"</{name}>")
            assert opened == closed and (name == "t" or opened), sentence


@pytest.mark.parametrize("path", [p for p in FILES if p.name.startswith("status")], ids=lambda p: p.name)
def test_words_with_a_status(path: Path) -> None:
    for text, word, status in cells(path):
        assert status in STATUSES, text
        assert len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", text)) == 1, (word, text)


@pytest.mark.parametrize("path", [p for p in FILES if p.name.startswith("snippets")], ids=lambda p: p.name)
def test_labelled_snippets(path: Path) -> None:
    known = set(judge().label_names)
    assert all(label in known and text for label, text in cells(path))


def test_no_sentence_stands_twice() -> None:
    for begin in ("types", "snippets"):
        texts = Counter(row[-1] for p in FILES if p.name.startswith(begin) for row in cells(p))
        assert [t for t, n in texts.items() if n > 1] == []
    pairs = Counter(tuple(row[:2]) for p in FILES if p.name.startswith("status") for row in cells(p))
    assert [p for p, n in pairs.items() if n > 1] == []
