"""Kinds of blocks: labelled cases, and the law that blocks cover the text."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ingesting.blocks import blocks_of

CASES = Path(__file__).parent.parent / "cases" / "blocks.tsv"
LEAD = "The envoy said on Wednesday that the talks in the harbour town had ended without a result."
NEXT = "A spokesman for the mayor did not answer questions about the prisoners and their families."
LAST = "Both delegations left for the airport in the evening, witnesses told the paper."


def rows():
    header, *lines = CASES.read_text("utf-8").splitlines()
    return [
        pytest.param(dict(zip(header.split("\t"), line.split("\t"), strict=True)), id=f"blocks.tsv:{number}")
        for number, line in enumerate(lines, 2)
    ]


def paragraphs(row):
    around = {
        "start": ((), (LEAD, NEXT)),
        "middle": (("Talks end", LEAD, NEXT), (LAST, NEXT[:-1] + " today.")),
        "end": (("Talks end", LEAD, NEXT, LAST), ()),
        "alone": ((), ()),
    }
    before, after = around[row["at"]]
    listed = [*before, *filter(None, row["before"].split("|")), row["paragraph"]]
    return [*listed, *filter(None, row["after"].split("|")), *after], len(listed) - 1


@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["blank-lines", "lines"])
@pytest.mark.parametrize("row", rows())
def test_kind(row, gap):
    listed, index = paragraphs(row)
    text = gap.join(listed)
    block = blocks_of(text)[index]
    assert (text[slice(*block.span)], block.kind) == (row["paragraph"], row["kind"])


def test_the_cases_are_enough():
    kinds = Counter(row.values[0]["kind"] for row in rows())
    assert sum(kinds.values()) >= 60
    assert len(kinds) == 8


def test_a_repeated_paragraph_points_to_its_first_printing():
    caption = "Smoke over the port of Sirte on Wednesday morning."
    found = blocks_of("\n\n".join(["Army shells port", caption, "AP", caption, LEAD, NEXT]))
    assert [b.same_as for b in found] == [None, None, None, 1, None, None]
    assert [b.kind for b in found] == ["title", "caption", "credit", "caption", "body", "body"]


def test_a_page_printed_twice_has_no_captions_by_that():
    found = blocks_of("\n\n".join([LEAD, NEXT, LAST] * 2))
    assert [(b.kind, b.same_as) for b in found] == [("body", None)] * 3 + [("body", 0), ("body", 1), ("body", 2)]


def test_wrapped_copy_is_joined_up_to_the_blank_line():
    text = (
        "TRIPOLI, June 4 (Coast Agency) - The army shelled the port of the town on\n"
        "Wednesday for the third time in a week, the harbour master said, and four\n"
        "workers were killed.\n\n"
        "The government denied it. A spokesman said that no gun had been fired from\n"
        "the hills since the truce of last month.\n"
    )
    assert [text[slice(*b.span)].split(maxsplit=1)[0] for b in blocks_of(text)] == ["TRIPOLI,", "The"]
    assert [b.kind for b in blocks_of(text)] == ["body", "body"]


def test_wrapped_copy_with_indents_is_cut_at_the_indents():
    text = (
        "    The army shelled the port of the town on Wednesday for the third time in\n"
        "a week, the harbour master said, and four dock workers and a sailor died on\n"
        "    The government denied it. A spokesman said no gun had been fired from the\n"
        "hills since the truce of last month."
    )
    assert [text[slice(*b.span)][:14] for b in blocks_of(text)] == ["The army shell", "The government"]


def test_short_lines_that_are_not_wrapped_stay_apart():
    text = "Port shelled for third time in a week\nNo talks in sight, says the mayor of Sirte\nFour dead"
    assert len(blocks_of(text)) == 3


def test_given_title_is_the_title_wherever_it_stands_at_the_start():
    text = f"World news\n\nArmy shells port.\n\n{LEAD}\n\n{NEXT}"
    assert [b.kind for b in blocks_of(text, "Army shells  port.")][1] == "title"


def test_markup_outranks_looks():
    text = f"Army shells port\n\n{LEAD}\n\nFour dead\n\nA long row of houses on fire\n\n{NEXT}"
    plain = [b.kind for b in blocks_of(text)]
    marked = [b.kind for b in blocks_of(text, hints={"Four dead": "body", "A long row of houses on fire": "caption"})]
    assert plain[2:4] == ["heading", "heading"]
    assert marked[2:4] == ["body", "caption"]


def assert_covered(text):
    end = 0
    for block in blocks_of(text):
        b, e = block.span
        assert end <= b < e <= len(text)
        assert not text[end:b].strip()
        assert not text[b].isspace()
        assert not text[e - 1].isspace()
        end = e
    assert not text[end:].strip()


@given(st.text())
def test_blocks_cover_any_text(text):
    assert_covered(text)


LINES = st.sampled_from(
    [LEAD, NEXT, "AA", "Loading...", "READ MORE: x y", "", "Talks end", "the end of", "   ", LEAD[:60]]
)


@given(st.lists(LINES, max_size=12))
def test_blocks_cover_lines_of_all_kinds(lines):
    assert_covered("\n".join(lines))


@given(st.lists(LINES, max_size=12))
def test_a_repeat_is_word_for_word_and_earlier(lines):
    text = "\n".join(lines)
    found = blocks_of(text)
    for k, block in enumerate(found):
        if block.same_as is not None:
            first = found[block.same_as]
            assert block.same_as < k
            assert first.same_as is None
            assert text[slice(*first.span)].split() == text[slice(*block.span)].split()
