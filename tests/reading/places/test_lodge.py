"""Names no source knows lie by the place named nearest; what is known stays where it is."""

from __future__ import annotations

from sayso.knowledge.gazetteer import gazetteer
from sayso.reading.places.around import mention_at
from sayso.reading.places.lodge import NEARBY
from sayso.reading.places.resolve import resolve

TEXT = "Crews worked on Brenlow Avenue in Halifax, Nova Scotia, and on Quorrin Lane in Moncton, New Brunswick."


def test_an_unknown_street_lies_by_its_town() -> None:
    world = gazetteer()
    names = ("Brenlow Avenue", "Halifax", "Quorrin Lane", "Moncton")
    mentions = [mention_at(TEXT, (at := TEXT.index(n), at + len(n)), world) for n in names]
    first, halifax, second, moncton = [o[0].entry for o in resolve(mentions, world)]
    assert (first.lat, first.lon) == (halifax.lat, halifax.lon)
    assert (second.lat, second.lon) == (moncton.lat, moncton.lon)
    assert (first.rank, first.ref) == (NEARBY, f"near:{halifax.ref}")
    assert halifax.rank != NEARBY


def test_alone_it_lies_nowhere() -> None:
    assert resolve([mention_at("Brenlow Avenue", (0, 14), gazetteer())], gazetteer()) == [[]]
