"""The trained judge of events, with the weights of the package."""

import numpy as np
import pytest

from sayso.reading import Reader, ReaderOptions
from sayso.reading.draft import Draft
from sayso.reading.judging.features import HINTS, ROLES, pair
from sayso.reading.judging.judge import LONGEST, judge
from sayso.reading.parsing import parse
from tests.reading.events.plain import plain


def parsed(reader: Reader, text: str) -> Draft:
    return parse(plain(text), reader.parser)


def test_the_type_is_what_is_between_the_two(reader: Reader) -> None:
    text = "The bishops condemned the army for the shelling of the market, and the miners praised the bishops."
    draft = parsed(reader, text)

    def best(source: str, target: str) -> str:
        at = text.index(source), text.index(source) + len(source)
        to = text.rindex(target), text.rindex(target) + len(target)
        chances = judge().types(judge().look([draft.words])[0], pair(draft, at, to, [], None))
        assert sum(chances.values()) == pytest.approx(1, abs=1e-4)
        return max(chances, key=lambda t: chances[t])

    assert best("The bishops", "the army") == "ACCUSE"
    assert best("the miners", "the bishops") == "SUPPORT"


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The siege of the port was lifted on its fortieth day.", "siege", "ended"),
        ("Nobody in the valley was arrested during the vote.", "arrested", "denied"),
        ("Gunners of the second brigade shelled the depot at noon.", "shelled", "happened"),
    ],
)
def test_statuses(reader: Reader, text: str, word: str, status: str) -> None:
    draft = parsed(reader, text)
    named = next(w for w in draft.words if w.text == word)
    chances = judge().statuses(judge().look([draft.words])[0], named, "happened")
    assert max(chances, key=lambda s: chances[s]) == status


def test_a_text_is_judged_by_itself(reader: Reader) -> None:
    draft = parsed(reader, "The army shelled the camp. Nine rebels were killed by the guards of the old mill at dawn.")
    sentences = [s.words for s in draft.sentences]
    together = judge().look(sentences)
    again = judge().look(sentences)
    assert [len(s.vectors) for s in together] == [len(words) + 2 for words in sentences]
    assert all(np.array_equal(a.vectors, b.vectors) for a, b in zip(together, again, strict=True))


def test_roles_and_kinds(reader: Reader) -> None:
    text = "Two masked men placed a bomb under the bridge; the blast killed a policeman."
    draft = parsed(reader, text)
    seen = judge().look([draft.words])[0]
    chances = judge().roles(seen, [0] * len(draft.words))
    assert chances.shape == (len(draft.words), len(ROLES)) and HINTS == 10
    told = {w.text: ROLES[int(row.argmax())] for w, row in zip(draft.words, chances, strict=True)}
    assert (told["bomb"], told["policeman"]) == ("weapon", "victim")
    kinds = judge().kinds(seen)
    assert max(kinds, key=lambda k: kinds[k]) == "BOMBING"


def test_labels(reader: Reader) -> None:
    drafts = [
        parsed(reader, "Villagers fled when the river burst its banks; the flood has drowned eleven people."),
        parsed(reader, "A suicide bomber blew himself up at the gate of the barracks, killing four recruits."),
    ]
    found = [max(c, key=lambda name: c[name]) for c in judge().labels([d.words for d in drafts])]
    assert found == ["NATURAL_DISASTER", "SUIC_BOMB"]


def test_long_texts_are_cut_and_nothing_raises(reader: Reader) -> None:
    draft = parsed(reader, "The army shelled the camp and " * 80 + "left.")
    seen = judge().look([draft.words])[0]
    assert len(seen.words) == LONGEST
    assert not seen.mean([10_000]).any()
    assert judge().look([]) == []


def test_rules_alone_do_without_it() -> None:
    assert not any(m.startswith("judge-") for m in Reader(ReaderOptions(reader="rules")).info.models)
    assert any(m.startswith("judge-") for m in Reader().info.models)
    assert any(m.startswith("event_place-") for m in Reader(ReaderOptions(reader="rules")).info.models)
