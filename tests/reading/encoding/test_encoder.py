"""Words as the encoders get them."""

import numpy as np

from sayso.reading.encoding.encoder import grouped, pieces, pieces_of
from sayso.reading.encoding.wordpiece import BEGIN, END, PIECES


def test_a_text_has_a_word_before_and_one_after() -> None:
    arrays = pieces_of([["army", "shelled"], ["camp"]])
    assert arrays["pieces"].shape == (2, 4, PIECES)
    assert arrays["pieces"][0, 0, 0] == BEGIN and arrays["pieces"][0, 3, 0] == END and arrays["pieces"][1, 2, 0] == END
    assert not arrays["sums"][1, 3].any()  # nothing stands there


def test_the_sums_are_those_of_the_pieces() -> None:
    known = pieces()
    numbers = np.array([[[*known.words.of("Tarhuna")]]])
    one_by_one = sum(known.sums(np.array([[[n, 0, 0, 0]]])) for n in numbers[0, 0])
    assert np.allclose(known.sums(numbers), one_by_one, atol=1e-5)
    assert not known.sums(np.zeros((1, 1, PIECES), dtype=np.int64)).any()


def test_groups_are_of_like_length_and_lose_nothing() -> None:
    texts = ["a" * n for n in (3, 90, 4, 200, 3, 91)]
    groups = list(grouped(texts, len))
    assert sorted(t for g in groups for t in g) == sorted(texts)
    assert [sorted(map(len, g)) for g in groups] == [[3, 3, 4], [90, 91], [200]]
    assert list(grouped([], len)) == []
