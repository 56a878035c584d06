"""From probabilities to proposals."""

import numpy as np

from sayso.reading.tagging.decoding import Proposal, proposal


def chances(labels: str) -> np.ndarray:
    """One row a letter: o, s, c, k with probability .85; capital letters are unsure (.4 against .5 for "o")."""
    rows = []
    for letter in labels:
        row = np.full(4, 0.05, dtype=np.float32)
        row["osck".index(letter.lower())] = 0.85 if letter.islower() else 0.4
        if letter.isupper():
            row[0] = 0.5
        rows.append(row)
    return np.array(rows)


def found(labels: str, lead: int, marks: str = "") -> Proposal | None:
    return proposal(lead, 0.9, chances(labels), [m == "," for m in marks.ljust(len(labels))])


def test_the_three_parts_are_runs() -> None:
    assert found("sskccco", 2) == Proposal(2, (0, 2), (2, 3), ((3, 6),), found("sskccco", 2).sure)


def test_unsure_words_between_sure_ones_are_said() -> None:
    assert found("skcCcco", 1).content == ((2, 6),)
    assert found("skcoccco", 1).content == ((2, 3), (4, 7))


def test_marks_join_and_never_end() -> None:
    one = found("ccoccosk", 7, "  ,  ,  ")
    assert one.content == ((0, 5),)


def test_the_surest_speaker_wins() -> None:
    assert found("skccoSso", 1).source == (0, 1)


def test_nothing_said_is_no_statement() -> None:
    assert found("sskooo", 2) is None


def test_a_statement_without_speaker() -> None:
    assert found("kccc", 0).source is None
