import pytest

from sayso.reading.times.grammar import scan
from sayso.reading.times.tense import tense_at


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("The army attacked on Friday", "past"), ("The army will attack on Friday", "future"),
        ("He said Friday that he will go", "past"), ("It is expected to open Friday", "future"),
        ("On Friday the bridge was closed", "past"), ("They plan to meet Friday", "future"),
        ("The court is to be opened Friday", "future"), ("A Friday in the town", ""),
        ("It ended. Friday", ""),
    ],
)  # fmt: skip
def test_the_nearest_verb_decides(sentence, tense):
    given = scan(sentence, (0, len(sentence)))
    place = next(i for i, t in enumerate(given.tokens) if t.word == "friday")
    assert tense_at(given, place, place + 1) == tense
