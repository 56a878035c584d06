"""What the judge is told beside the words."""

from sayso.model.reading import Event, Party
from sayso.model.span import Span
from sayso.reading.draft import Draft
from sayso.reading.judging.features import HINTS, RULES, TYPES, between, columns, hinted, pair, path_between
from sayso.reading.parsing import parse, spacy_parser
from tests.reading.events.plain import plain

TEXT = "The army, which fears a coup, has not shelled the old camp of the rebels."


def draft() -> Draft:
    return parse(plain(TEXT), spacy_parser())


def at(words: str) -> Span:
    return TEXT.index(words), TEXT.index(words) + len(words)


def event(type_: str = "ASSAULT") -> Event:
    return Event(
        id="e1", type=type_, trigger=(at("shelled"),), initiators=(Party(span=at("army"), actor=None),),
        recipients=(Party(span=at("camp"), actor=None),),
    )  # fmt: skip


def texts(read: Draft, numbers: object) -> list[str]:
    return [read.words[i].text for i in sorted(numbers)]  # type: ignore[call-overload]


def test_the_path_leads_over_the_verb_and_its_helpers() -> None:
    read = draft()
    first, second = read.head_of(at("army")), read.head_of(at("camp"))
    assert texts(read, path_between(first, second)) == ["has", "not", "shelled"]


def test_of_one_party_alone_its_governors_are_the_path() -> None:
    read = draft()
    assert "shelled" in texts(read, path_between(read.head_of(at("army")), None))
    assert path_between(None, None) == set()


def test_a_pair_holds_its_words_and_what_rules_say() -> None:
    read = draft()
    told = pair(read, at("The army"), at("the old camp"), [event()], None)
    assert texts(read, told.source) == ["The", "army"] and texts(read, told.target) == ["the", "old", "camp"]
    column = TYPES.index("ASSAULT")
    size = len(TYPES) + 1
    assert told.rules == (column, size + column, 2 * size + column, 3 * size + column)
    assert max(told.rules) < RULES
    assert between(told.rules) == {"ASSAULT"} and between((column,)) == frozenset()


def test_what_the_judge_knows_as_one_is_told_as_one() -> None:
    read = draft()
    concede = pair(read, at("army"), None, [event("CONCEDE")], None)
    retreat = pair(read, at("army"), None, [event("RETREAT")], None)
    assert concede.rules == retreat.rules and len(concede.rules) == 2 and concede.target == ()


def test_the_own_trigger_is_on_the_path() -> None:
    read = draft()
    own = pair(read, at("army"), at("a coup"), [], event())
    assert "shelled" in texts(read, own.path)


def test_each_word_has_its_part() -> None:
    read = draft()
    parts = hinted(read, [event()])
    told = {w.text: n for w, n in zip(read.words, parts, strict=True) if n}
    assert told == {"army": 2, "shelled": 1, "camp": 3}
    other = hinted(read, [event("AID")])
    assert {n for n in other if n} == {6, 7, 8} and max(other) < HINTS


def test_columns() -> None:
    assert columns([1, 3], 5).tolist() == [0, 1, 0, 1, 0]
