"""Laws of the layer on any text: nothing raises, spans are exact, the same text gives the same places."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.knowledge.gazetteer import gazetteer
from sayso.model.report import Block, Header, Report
from sayso.model.span import trimmed
from sayso.reading import Reader
from sayso.reading.parsing import parse
from sayso.reading.places.around import mention_at, neighbours
from sayso.reading.places.resolve import resolve
from sayso.reading.places.stage import Places

PIECES = [
    *(
        "Tripoli",
        "Paris, Texas",
        "U.S.",
        "al-",
        "the village of ",
        "W.Va.",
        "’s",
        " in ",
        "Al Watiya",
        " airbase",
        ", ",
    ),
    *(" and ", "«", "”", "\u202eطرابلس", "İstanbul", "🙂", "-", "  ", "MOSCOW", "St.", "\u00a0", "ß", "x"),
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=14).map("".join)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_places_of_any_text(text: str) -> None:
    reader = Reader()
    report = Report(header=Header(id=""), text=text, blocks=(Block(span=(0, len(text)), kind="body"),) if text else ())
    draft = parse(report, reader.parser).with_layer("names", ())
    found = Places()(draft)
    assert found == Places()(draft)
    for place in found:
        b, e = place.span
        assert 0 <= b < e <= len(text) and trimmed(text, place.span, keep=".") == place.span
        assert (place.precision == "unresolved") == (place.lat is None) == (place.ref is None)
    assert [p.span for p in found] == sorted(p.span for p in found)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.integers(0, 20), st.integers(1, 20))
def test_any_span_may_be_asked(text: str, begin: int, length: int) -> None:
    world = gazetteer()
    mentions = [mention_at(text, (begin, begin + length), world), *neighbours(text, [(begin, begin + length)], world)]
    resolved = resolve(mentions, world)
    assert len(resolved) == len(mentions)
    assert resolved == resolve(mentions, world)
    for options in resolved:
        assert [o.score for o in options] == sorted((o.score for o in options), reverse=True)
