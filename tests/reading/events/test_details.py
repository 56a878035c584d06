"""Counts, territory, objects, time, place and mentions told again."""

import pytest

from sayso.model.reading import Event
from sayso.reading import Reader
from tests.reading.events.plain import read


def of_type(reader: Reader, text: str, type_: str) -> list[Event]:
    return [e for e in read(reader, text).layer("events") if e.type == type_]


@pytest.mark.parametrize(
    ("text", "type_", "counts"),
    [
        ("The shelling of the market killed at least nine people.", "ASSAULT", [("killed", "people", "at-least", 9)]),
        ("Rebels attacked the camp, killing 12 soldiers.", "ASSAULT", [("killed", "soldiers", "exact", 12)]),
        ("Police arrested dozens of students.", "COERCE", [("arrested", "students", "vague", None)]),
        ("Bandits kidnapped four nurses.", "ASSAULT", [("abducted", "nurses", "exact", 4)]),
        ("The blast on the bridge wounded seven villagers.", "ASSAULT", [("wounded", "civilians", "exact", 7)]),
        ("Hundreds of teachers marched against the tax.", "PROTEST", [("protested", "teachers", "vague", None)]),
        ("The army sent 300 soldiers to the border.", "MOBILIZE", [("deployed", "soldiers", "exact", 300)]),
    ],
)
def test_counts(reader: Reader, text: str, type_: str, counts: list[tuple[object, ...]]) -> None:
    found = [c for e in of_type(reader, text, type_) for c in e.counts]
    assert [(c.what, c.group, c.qualifier, c.value) for c in found] == counts


def test_deaths_that_hang_on_an_attack_are_no_event_of_their_own(reader: Reader) -> None:
    assert len(of_type(reader, "Rebels attacked the camp, killing 12 soldiers.", "ASSAULT")) == 1


def test_the_second_half_of_a_passive_counts_its_own(reader: Reader) -> None:
    events = of_type(reader, "At least six farmers were killed and more than 40 wounded when rockets fell.", "ASSAULT")
    counts = [(c.what, c.low) for e in events for c in e.counts]
    assert counts == [("killed", 6), ("wounded", 41)]


def test_a_reckoned_range_counts_those_reckoned(reader: Reader) -> None:
    events = of_type(reader, "Army intelligence estimated between 20 and 30 rebels were killed.", "ASSAULT")
    assert [(c.what, c.low, c.high) for e in events for c in e.counts] == [("killed", 20, 30)]


def test_the_dead_of_an_aside_are_no_victims_of_the_main_deed(reader: Reader) -> None:
    text = "The army has bombed the valley since May, when rebel gunmen stormed the capital, killing nine."
    counts = {text[slice(*e.trigger[0])]: [c.value for c in e.counts] for e in of_type(reader, text, "ASSAULT")}
    assert counts == {"bombed": [], "stormed": [9]}


def test_the_day_of_saying_is_not_the_day_of_the_deed(reader: Reader) -> None:
    for text, day in (
        ("Troops killed nine rebels on March 3, 2021, the army said on Friday.", "March 3"),
        ("The army said on Friday it killed nine rebels on Monday.", "Monday"),
    ):
        draft = read(reader, text)
        event = next(e for e in draft.layer("events") if e.type == "ASSAULT")
        time = next(t for t in draft.layer("times") if t.id == event.time)
        assert text[slice(*time.span)].startswith(day)


def test_taken_territory(reader: Reader) -> None:
    draft = read(reader, "The army captured Benghazi from the rebels.")
    event = next(e for e in draft.layer("events") if e.type == "COERCE")
    place = next(p for p in draft.layer("places") if p.name == "Benghazi")
    assert event.mode == "seize"
    assert event.territory is not None
    assert (event.territory.place, event.territory.by_force) == (place.id, True)


def test_a_withdrawal_gives_territory_up(reader: Reader) -> None:
    event = of_type(reader, "The rebels withdrew from Benghazi.", "RETREAT")[0]
    assert event.territory is not None
    assert (event.territory.taken_by, event.territory.by_force) == (None, False)


def test_objects(reader: Reader) -> None:
    text = "The two kings signed a treaty."
    assert [(o.kind, text[slice(*o.span)]) for o in of_type(reader, text, "SUPPORT")[0].objects] == [
        ("agreement", "a treaty")
    ]


def test_time_of_its_own_clause(reader: Reader) -> None:
    text = "The army shelled the camp on 3 May 2019 and the rebels left on 5 May 2019."
    draft = read(reader, text)
    spans = {t.id: t.span for t in draft.layer("times")}
    told = {text[slice(*e.trigger[0])]: text[slice(*spans[e.time])] for e in draft.layer("events") if e.time}
    assert told["shelled"] == "3 May 2019"
    assert told.get("left", "5 May 2019") == "5 May 2019"


def test_told_again(reader: Reader) -> None:
    text = "Gunmen attacked a convoy near the port. The attack lasted an hour."
    first, second = of_type(reader, text, "ASSAULT")
    assert (first.same_as, second.same_as) == (None, first.id)


def test_another_kind_of_event_is_not_the_same(reader: Reader) -> None:
    text = "Gunmen attacked a convoy near the port. The strike of the teachers lasted an hour."
    assert all(e.same_as is None for e in read(reader, text).layer("events"))


def test_backed_by_is_a_tie_and_no_event(reader: Reader) -> None:
    assert of_type(reader, "The militia backed by the emirate rested.", "SUPPORT") == []


def test_said_by_the_innermost_statement(reader: Reader) -> None:
    draft = read(reader, "The mayor said that the army had shelled the camp.")
    event = next(e for e in draft.layer("events") if e.type == "ASSAULT")
    assert event.said_by == draft.layer("statements")[0].id


def test_harm_announced_is_a_threat_of_the_speaker(reader: Reader) -> None:
    text = "The minister said that the island will get a harsh response if it attacks our ships."
    draft = read(reader, text)
    event = next(e for e in draft.layer("events") if e.type == "THREATEN")
    assert [text[slice(*p.span)] for p in event.initiators] == ["The minister"]
    assert [text[slice(*p.span)] for p in event.recipients] == ["the island"]


def test_a_denied_charge_is_told_by_two_voices(reader: Reader) -> None:
    text = "Greek officials denied Turkish allegations that Greece had harassed a convoy."
    told = of_type(reader, text, "COERCE")
    assert [e.status for e in told] == ["alleged", "denied"]
    assert len({e.said_by for e in told}) == 2


def test_a_denier_of_reports_does_not_tell_them(reader: Reader) -> None:
    told = of_type(reader, "The minister denied reports that nine guards had been killed.", "ASSAULT")
    assert [(e.status, e.said_by is None) for e in told] == [("alleged", True), ("denied", False)]


def test_own_will_not_is_a_refusal_that_happened(reader: Reader) -> None:
    event = of_type(reader, "The republic will not accept the verdict.", "REJECT")[0]
    assert event.status == "happened"


def test_reading_twice_gives_the_same(reader: Reader) -> None:
    text = "Gunmen attacked a convoy near Benghazi, killing dozens of soldiers. The army blamed the militia."
    assert read(reader, text).layer("events") == read(reader, text).layer("events")


@pytest.mark.parametrize("text", ["", "\n\n", "...", "?", "!!! 12 %", "a" * 3000, "“‘«", "of of of the the by by"])
def test_nothing_raises(reader: Reader, text: str) -> None:
    assert read(reader, text).layer("events") == () or text
