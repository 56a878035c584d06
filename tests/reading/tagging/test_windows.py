"""What the encoder sees: whole sentences of one block, of long quotations both ends."""

from sayso.ingesting import from_text
from sayso.reading.draft import Draft
from sayso.reading.encoding.packing import LONGEST
from sayso.reading.parsing import parse, spacy_parser
from sayso.reading.tagging.marks import quoted
from sayso.reading.tagging.windows import EDGE, windows


def seen(text: str) -> tuple[Draft, list[list[str]]]:
    draft = parse(from_text(text), spacy_parser())
    return draft, [[w.text for w in words] for words in windows(draft, quoted(draft))]


def test_every_word_outside_quotations_is_seen_once_in_order() -> None:
    draft, found = seen("The army left the town.\n\nThe mayor spoke. The bridge was closed at noon.")
    assert [w for window in found for w in window] == [w.text for w in draft.words]
    assert len(found) == 2


def test_long_paragraphs_are_cut_at_sentences() -> None:
    _, found = seen("The convoy of the relief agency reached the besieged town late on Monday. " * 14)
    assert len(found) > 1
    assert all(len(window) <= LONGEST and window[-1] == "." for window in found)


def test_of_a_long_quotation_both_ends_are_seen() -> None:
    inner = "we will hold the northern road for as long as it takes whatever anybody in the capital may decide"
    _, found = seen(f'"{inner}," said the general.')
    assert found[0][1 : EDGE + 1] == inner.split()[:EDGE]
    assert "decide" in found[0]
    assert "northern" not in found[0]
    assert found[0][-4:] == ["said", "the", "general", "."]


def test_an_endless_sentence_is_cut_and_does_not_fail() -> None:
    _, found = seen("shelling and " * 900)
    assert all(window for window in found)
