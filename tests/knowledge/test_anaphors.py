"""Words that speak of somebody told before."""

from sayso.knowledge.anaphors import anaphors, body_nouns, genders
from sayso.knowledge.load import lines


def test_no_given_name_is_a_womans_and_a_mans() -> None:
    assert set(lines("names/women.txt")).isdisjoint(lines("names/men.txt"))


def test_a_name_tells_by_its_first_word_unless_names_disagree() -> None:
    told = genders()
    assert told.of_names(["Maria Duarte"]) == "woman"
    assert told.of_names(["Duarte", "Omar Duarte"]) == "man"
    assert told.of_names(["Maria Duarte", "Omar Duarte"]) is None
    assert told.of_names(["Andrea Conti"]) is None


def test_titles_and_nouns_tell() -> None:
    told = genders()
    assert told.of_words(["mrs"]) == "woman"
    assert told.of_words(["former", "spokesman"]) == "man"
    assert told.of_words(["minister"]) is None


def test_body_nouns_name_kinds() -> None:
    assert "armed-group" in body_nouns()["group"][0]
    assert body_nouns()["ministry"] == (frozenset(), body_nouns()["ministry"][1])
    assert "government" in body_nouns()["ministry"][1]


def test_who_tells_has_a_voice() -> None:
    assert "report" in anaphors().voiceless
    assert anaphors().many.isdisjoint(anaphors().voiceless)
