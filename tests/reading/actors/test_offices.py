"""Who holds an office on a day, and whom a description means."""

import pytest

from sayso.knowledge.actors import actor_base
from sayso.reading import Reader
from sayso.reading.actors.variants import variant
from tests.reading.actors.labelled import meant
from tests.reading.texts import read_text

HOLDERS = [
    ("2018-09-06", "The UN envoy for Yemen waited.", "UN envoy", "person/martin-griffiths"),
    ("2018-09-06", "A UN envoy for Yemen waited.", "UN envoy", None),
    ("2018-09-06", "The US envoy for Yemen waited.", "US envoy", None),
    ("2016-05-24", "Turkey's new prime minister spoke.", "new prime minister", "person/binali-yildirim"),
    ("2016-05-24", "Turkey's outgoing prime minister spoke.", "outgoing prime minister", "person/ahmet-davutoglu"),
    ("2018-08-31", "Turkey's former foreign minister spoke.", "former foreign minister", None),
    ("2020-06-10", "Burundi's president has died.", "president", "person/pierre-nkurunziza"),
    ("2020-06-20", "The head of the GNA spoke.", "head", "person/fayez-al-sarraj"),
    ("2020-06-20", "The Palestinian Authority's president spoke.", "president", "person/mahmoud-abbas"),
    ("2020-01-05", "The IRGC commander spoke.", "IRGC commander", "person/hossein-salami"),
    ("2020-01-05", "The IRGC's aerospace commander spoke.", "aerospace commander", None),
    ("2020-01-05", "An IRGC commander spoke.", "IRGC commander", None),
]

DESCRIBED = [
    ("Khalifa Haftar flew to Berlin. The general left.", "The general", "person/khalifa-haftar"),
    ("General Khalifa Haftar met General Abdel Fattah al-Burhan. The general left.", "The general", None),
    ("Vladimir Putin met Sergei Lavrov. The former prime minister left.", "prime minister", "person/vladimir-putin"),
    ("Recep Tayyip Erdogan spoke. The opposition leader left.", "opposition leader", None),
    ("The Houthis blamed the raid. The rebels left.", "The rebels", "group/houthis"),
    ("The Houthis and Hamas blamed the raid. The rebels left.", "The rebels", None),
    ("Houthi fighters shelled the town.", "Houthi fighters", "group/houthis"),
    ("Two Houthi fighters shelled the town.", "Houthi fighters", None),
]


@pytest.mark.parametrize(("day", "text", "words", "ref"), HOLDERS)
def test_holder(day: str, text: str, words: str, ref: str | None, reader: Reader) -> None:
    actor = meant(read_text(reader, text, day), words)
    assert (actor.ref if actor else None) == ref


@pytest.mark.parametrize(("text", "words", "ref"), DESCRIBED)
def test_described(text: str, words: str, ref: str | None, reader: Reader) -> None:
    actor = meant(read_text(reader, text, "2020-06-18"), words)
    assert (actor.ref if actor else None) == ref


@pytest.mark.parametrize(
    ("name", "ref"),
    [
        ("Usama bin Ladin", "person/osama-bin-laden"),
        ("Yulia Timoshenko", "person/yulia-tymoshenko"),
        ("Qasim Sulaimani", "person/qassem-soleimani"),
        ("Bashir Assad", None),
        ("Ellen Johnson", None),
        ("Salim Saleh", None),
        ("Zhao Rongji", None),
    ],
)
def test_other_spelling(name: str, ref: str | None) -> None:
    """Another transliteration tells who is meant; another name does not."""
    assert variant(name, actor_base()) == ref
