"""The tagger that lies in the package."""

from itertools import pairwise

import pytest

from sayso.errors import KnowledgeError
from sayso.ingesting import from_text
from sayso.knowledge.weights import folder_of, mark_of
from sayso.reading import Reader, ReaderOptions
from sayso.reading.draft import Draft
from sayso.reading.parsing import parse, spacy_parser
from sayso.reading.statements.proposed import speaks
from sayso.reading.tagging.tagger import Seen, tagger


def drafted(text: str) -> Draft:
    return parse(from_text(text), spacy_parser())


def proposals(text: str) -> list[Seen]:
    return list(tagger()(drafted(text), (), speaks))


def words(seen: Seen, run: tuple[int, int] | None) -> str:
    return " ".join(w.text for w in seen.words[slice(*run)]) if run else ""


def test_it_sees_who_says_what_without_any_hint() -> None:
    (seen,) = proposals("The governor of the province said on Monday that the bridge had fallen.")
    assert words(seen, seen.proposal.source) == "The governor of the province"
    assert seen.words[seen.proposal.lead].text == "said"
    assert [words(seen, run) for run in seen.proposal.content] == ["that the bridge had fallen"]


def test_nothing_is_sought_where_nobody_speaks() -> None:
    assert proposals("Heavy rain fell on the town.\n\nThe road runs along the river.") == []


def test_a_report_does_not_depend_on_what_was_read_before() -> None:
    one, other = "The mayor told reporters the road was open.", "Aid workers fear that the dam will break, she warned."
    alone = [s.proposal for s in proposals(one)]
    proposals(other)
    assert [s.proposal for s in proposals(one)] == alone


def test_runs_lie_inside_their_window_and_do_not_overlap() -> None:
    text = "Ali Saleh, who leads the council, said talks had failed, and warned that the truce was, in effect, “dead”."
    for seen in proposals(text):
        parts = sorted([*seen.proposal.content, seen.proposal.cue])
        assert all(0 <= b < e <= len(seen.words) for b, e in parts)
        assert all(a[1] <= b[0] for a, b in pairwise(parts))


def test_empty_and_endless_reports_do_not_fail() -> None:
    assert proposals("1.") == []
    proposals("the army said that " * 700)


def test_the_reader_can_do_without_it() -> None:
    rules, both = (Reader(ReaderOptions(reader=name)) for name in ("rules", "tagger"))
    assert mark_of("tagger") in both.info.models
    assert not any(m.startswith("tagger") for m in rules.info.models)


def test_the_weights_are_small() -> None:
    assert sum(p.stat().st_size for p in folder_of("tagger").iterdir()) < 30_000_000


def test_weights_that_are_not_there_are_named() -> None:
    with pytest.raises(KnowledgeError, match="install it anew"):
        folder_of("oracle")
