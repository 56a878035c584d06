"""The pipeline's own promises: stages fit, pieces are small, capitals keep their places, models are named."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import OptionError, PipelineError
from sayso.ingesting import from_text
from sayso.reading import Reader, ReaderOptions
from sayso.reading.draft import Draft
from sayso.reading.parsing import LONGEST, parse, pieces_of
from sayso.reading.stage import Pipeline
from sayso.reading.stages import stages


@dataclass(frozen=True)
class Needy:
    reads: ClassVar[tuple[str, ...]] = ("places",)
    writes: ClassVar[str] = "needs"

    def __call__(self, draft: Draft) -> tuple[Any, ...]:
        return ()


def test_a_stage_that_lacks_a_layer_is_named() -> None:
    with pytest.raises(PipelineError, match="Needy reads places"):
        Pipeline([Needy()])


def test_two_stages_may_not_write_the_same() -> None:
    with pytest.raises(PipelineError, match="writes names, which is written already"):
        Pipeline([*stages(), stages()[0]])


def test_an_unknown_model_names_the_choices() -> None:
    with pytest.raises(OptionError, match="en_core_web_lg"):
        Reader(ReaderOptions(model="no_such_model")).read(from_text("The army left the town."))


def test_an_unknown_reader_names_the_choices() -> None:
    with pytest.raises(OptionError, match="rules"):
        Reader(ReaderOptions(reader="oracle"))


@given(st.text(alphabet="ab. \n", max_size=4000))
def test_pieces_are_short_ordered_and_lose_nothing(text: str) -> None:
    pieces = list(pieces_of(text, (0, len(text))))
    assert all(0 < e - b <= LONGEST for b, e in pieces)
    assert all(a[1] <= b[0] for a, b in pairwise(pieces))
    kept = "".join(text[b:e] for b, e in pieces)
    assert "".join(kept.split()) == "".join(text.split())


def test_words_stand_where_they_say(reader: Reader) -> None:
    report = from_text("The army’s “guards” left Köln.\n\nA second paragraph\u2028follows here, he said.")
    draft = parse(report, reader.parser)
    assert all(report.text[w.start : w.end] == w.text for w in draft.words)
    assert [w.i for w in draft.words] == list(range(len(draft.words)))
    assert all(w.sent.words[0].i <= w.i <= w.sent.words[-1].i for w in draft.words)


CAPITALS = (
    "BAMAKO, MALI - THE LIBYAN NATIONAL ARMY (LNA) CAPTURED GHARYAN ON MONDAY, ITS SPOKESMAN AHMED AL-MISMARI TOLD US. "
    "UNITED NATIONS ENVOYS CALLED THE U.S. EMBASSY."
)


def test_capitals_become_mixed_case_in_place(reader: Reader) -> None:
    report = from_text(CAPITALS, published="2020-01-07")
    draft = parse(report, reader.parser)
    assert draft.text == CAPITALS
    assert len(draft.shown) == len(CAPITALS)
    for words in (
        "Libyan National Army (LNA) captured Gharyan on Monday",
        "spokesman Ahmed",
        "told us.",
        "United Nations",
    ):
        assert words in draft.shown
    assert all(CAPITALS[w.start : w.end] == w.text.upper() for w in draft.words)


def test_a_report_in_capitals_is_read_like_any_other(reader: Reader) -> None:
    reading = reader.read(from_text(CAPITALS, published="2020-01-07"))
    names = {a.name for a in reading.actors}
    assert {"Libyan National Army", "Ahmed al-Mismari"} <= names
    (statement,) = (s for s in reading.statements if s.content[0][0] < CAPITALS.find("UNITED"))
    assert reading.text[slice(*statement.source.spans[0])].endswith("AHMED AL-MISMARI")
    assert any(e.type == "COERCE" and e.said_by == statement.id for e in reading.events)
