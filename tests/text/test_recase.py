"""Capitals back to small letters, offsets kept."""

from sayso.text.recase import in_capitals, recased

NAMES = frozenset({"ali", "karim", "cairo"})


def test_offsets_stay_and_names_keep_capitals() -> None:
    text = "ALI KARIM LEFT CAIRO. THE GROUP [ABC] SAID SO, AND ABC WENT."
    shown = recased(text, NAMES)
    assert len(shown) == len(text)
    assert shown == "Ali Karim left Cairo. The group [ABC] said so, and ABC went."


def test_mixed_case_is_left_alone() -> None:
    text = "Ali Karim left CAIRO."
    assert not in_capitals(text)
    assert recased(text, NAMES) == text


def test_letters_whose_small_form_is_longer_stay() -> None:
    text = "İSTANBUL IS BIG. İZMİR TOO."
    assert len(recased(text, NAMES)) == len(text)


def test_empty() -> None:
    assert recased("", NAMES) == ""
