"""One happening told in several words is one event; a headline's bare participle is a passive."""

from sayso.ingesting import from_text
from sayso.model.reading import Event
from sayso.reading import Reader
from tests.reading.events.plain import read


def attacks(reader: Reader, text: str) -> list[Event]:
    return [e for e in read(reader, text).layer("events") if e.type == "ASSAULT"]


def test_an_attack_that_kills_is_one_event_with_its_numbers(reader: Reader) -> None:
    (event,) = attacks(reader, "An air strike on the mill killed ten workers and wounded at least 35 on Monday.")
    assert [(c.what, c.value) for c in event.counts] == [("killed", 10), ("wounded", 35)]
    assert event.time is not None


def test_weapons_are_means_and_nobody(reader: Reader) -> None:
    text = "Rockets hit the mill."
    (event,) = attacks(reader, text)
    assert event.initiators == ()
    assert ("weapon", "Rockets") in [(o.kind, text[slice(*o.span)]) for o in event.objects]


def test_patients_who_are_taken_to_a_clinic_are_not_abducted(reader: Reader) -> None:
    assert attacks(reader, "Patients were taken to other clinics.") == []


def test_a_headline_is_passive(reader: Reader) -> None:
    reading = reader.read(from_text("Hospital shelled for the second night\n\nThe town was calm on Sunday, he said."))
    event = next(e for e in reading.events if e.type == "ASSAULT")
    assert event.initiators == ()
    assert [reading.text[slice(*p.span)] for p in event.recipients] == ["Hospital"]


def test_a_charge_and_its_denial_are_the_happening_again(reader: Reader) -> None:
    text = (
        "An air strike on a school in Gao killed ten pupils on Monday. Omar Saleh accused the army of carrying out the "
        "strike. The army denied that it had bombed the school."
    )
    first, *again = attacks(reader, text)
    assert [e.status for e in (first, *again)] == ["happened", "alleged", "denied"]
    assert {e.same_as for e in again} == {first.id}
