"""When the judge is believed against the rules."""

from collections.abc import Sequence
from typing import cast

import numpy as np
import pytest

from sayso.model.reading import Event, EventStatus, Party, Territory
from sayso.reading.draft import Draft, Word
from sayso.reading.events.verdicts import Verdicts
from sayso.reading.judging.features import STATUSES, TYPES, Pair
from sayso.reading.judging.judge import Judge, Seen
from sayso.reading.parsing import parse, spacy_parser
from tests.reading.events.plain import plain

TEXT = "The army treated the camp as a nest of rebels."


class Bench:
    """A judge of fixed verdicts, the rest of each probability evenly over the others."""

    def __init__(self, said: dict[str, float]) -> None:
        self.said = said

    def look(self, texts: Sequence[Sequence[Word]]) -> list[Seen]:
        return [Seen(tuple(words), np.zeros((len(words) + 2, 4), dtype=np.float32)) for words in texts]

    def statuses(self, seen: Seen, word: Word, told: EventStatus) -> dict[str, float]:
        return self._spread(STATUSES)

    def types(self, seen: Seen, pair: Pair) -> dict[str, float]:
        return self._spread(TYPES)

    def _spread(self, names: Sequence[str]) -> dict[str, float]:
        rest = (1 - sum(self.said.values())) / (len(names) - len(self.said))
        return {name: self.said.get(name, rest) for name in names}


def draft() -> Draft:
    return parse(plain(TEXT), spacy_parser())


def verdicts(read: Draft, said: dict[str, float]) -> Verdicts:
    return Verdicts(cast(Judge, Bench(said)), read, [(read.words[1], "happened")])


def event(**changed: object) -> Event:
    given = {
        "id": "e1", "type": "AID", "mode": "some", "trigger": ((9, 16),), "status": "happened",
        "initiators": (Party(span=(0, 8), actor=None),), "recipients": (Party(span=(17, 25), actor=None),),
    }  # fmt: skip
    return Event(**(given | changed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "status"), [({"denied": 0.8}, "denied"), ({"denied": 0.5, "planned": 0.3}, "planned")]
)
def test_a_sure_judge_has_the_last_word_on_status(said: dict[str, float], status: str) -> None:
    read = parse(plain("The army will treat the camp."), spacy_parser())
    assert (
        Verdicts(cast(Judge, Bench(said)), read, [(read.words[3], "planned")]).status(read.words[3], "planned")
        == status
    )


def test_what_is_said_outright_is_not_alleged() -> None:
    read = parse(plain("The shelling of the camp goes on."), spacy_parser())
    judged = Verdicts(cast(Judge, Bench({"alleged": 0.9})), read, [(read.words[1], "happened")])
    assert judged.status(read.words[1], "happened") == "alleged"
    assert judged.status(read.words[1], "happened", said=True) == "happened"


def test_a_word_that_was_not_looked_at_keeps_its_status() -> None:
    read = parse(plain(TEXT + " It left."), spacy_parser())
    assert verdicts(read, {"denied": 0.9}).status(read.words[-2], "happened") == "happened"


def test_a_type_out_of_question_is_replaced_and_loses_its_mode() -> None:
    (typed,) = verdicts(draft(), {"ACCUSE": 0.9}).typed([event()])
    assert (typed.type, typed.mode) == ("ACCUSE", None)


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        ({"ACCUSE": 0.55}, {}),  # not sure
        ({"ACCUSE": 0.8, "AID": 0.15}, {}),  # the rules' one is possible
        ({"REQUEST": 0.9}, {}),  # the asking, not the deed
        ({"YIELD": 0.9}, {}),  # CONCEDE or RETREAT: the judge cannot tell
        ({"ACCUSE": 0.9}, {"status": "planned"}),
        ({"ACCUSE": 0.9}, {"recipients": ()}),
        ({"ACCUSE": 0.9}, {"territory": Territory(place="p1")}),
        ({"ACCUSE": 0.9}, {"type": None}),
        ({"ACCUSE": 0.9}, {"type": "COERCE"}),  # both of conflict
        ({"SUPPORT": 0.9}, {}),  # both of cooperation
    ],
)
def test_otherwise_the_rules_type_stays(said: dict[str, float], changed: dict[str, object]) -> None:
    given = event(**changed)
    assert verdicts(draft(), said).typed([given]) == [given]


def test_withdrawals_and_concessions_are_one_to_the_judge() -> None:
    given = event(type="RETREAT")
    assert verdicts(draft(), {"YIELD": 0.9}).typed([given]) == [given]


@pytest.mark.parametrize(
    ("text", "word", "told", "looked"),
    [
        ("The army shelled the camp.", "shelled", "happened", False),
        ("The camp had been shelled by noon.", "shelled", "happened", False),
        ("The camp will be shelled.", "shelled", "planned", True),
        ("Troops are shelling the camp.", "shelling", "ongoing", False),
        ("He vowed to shell the camp.", "shell", "threatened", False),
        ("Nobody shelled the camp.", "shelled", "denied", True),
        ("The shelling of the camp went on.", "shelling", "happened", True),
        ("The army reportedly shelled the camp.", "shelled", "happened", True),
    ],
)
def test_what_is_not_in_doubt_is_not_looked_at(text: str, word: str, told: EventStatus, looked: bool) -> None:
    read = parse(plain(text), spacy_parser())
    named = next(w for w in read.words if w.text == word)
    assert bool(Verdicts(cast(Judge, Bench({})), read, [(named, told)]).seen) == looked
