"""Systematic slips of the parser are mended without breaking the tree."""

import pytest

from sayso.ingesting import from_text
from sayso.reading import Reader
from sayso.reading.parsing import parse


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Forces captured the Al Watiya airbase southwest of Tripoli on Monday.", "airbase"),
        ("The army shelled a village south of the capital.", "village"),
    ],
)
def test_the_place_and_not_its_side_is_the_object(reader: Reader, text: str, noun: str) -> None:
    draft = parse(from_text(text), reader.parser)
    verb = draft.sentences[0].root
    thing = verb.child("dobj")
    assert thing is not None
    assert thing.text == noun
    for word in draft.words:
        assert all(child.head is word for child in word.children)
        assert word.head is word or word in word.head.children
