"""Words into pieces: longest first, lower case, no accents, always the same number of places."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.encoding.wordpiece import PIECES, UNKNOWN, WordPieces

KNOWN = {"cease": 5, "##fire": 6, "c": 7, "##e": 8, "truce": 9, "u": 10, ".": 11, "s": 12, "hafta": 13, "##r": 14}


def test_longest_pieces_come_first() -> None:
    assert WordPieces(KNOWN).of("ceasefire") == (5, 6, 0, 0)


def test_case_and_accents_do_not_count() -> None:
    assert WordPieces(KNOWN).of("Trucé") == (9, 0, 0, 0)


def test_marks_stand_apart() -> None:
    assert WordPieces(KNOWN).of("U.S.") == (10, 11, 12, 11)


def test_a_part_with_an_unknown_piece_is_unknown() -> None:
    assert WordPieces(KNOWN).of("haftarz") == (UNKNOWN, 0, 0, 0)


def test_the_memory_stays_small() -> None:
    pieces = WordPieces(KNOWN, room=2)
    for word in ("truce", "cease", "ceasefire", "c"):
        pieces.of(word)
    assert len(pieces._known) <= 2


@settings(deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_any_word_has_its_places(word: str) -> None:
    found = WordPieces(KNOWN).of(word)
    assert len(found) == PIECES
    assert found[0] != 0
