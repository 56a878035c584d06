"""The stage that writes the layer `times`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sayso.model.reading import Time
from sayso.reading.draft import Draft
from sayso.reading.times.finding import find


@dataclass(frozen=True)
class Times:
    """Finds time expressions and counts them from the report's day, or from the dates that the text itself gives.

    Works on the words of the blocks that were parsed, without the parser: a form is a pattern over the lexicon of
    `resources/lexicons/times.yaml`. Where the day of the report is unknown, values keep an X for what cannot be known.
    """

    reads: ClassVar[tuple[str, ...]] = ()
    writes: ClassVar[str] = "times"

    def __call__(self, draft: Draft) -> tuple[Time, ...]:
        """The times, in the order of the text."""
        parsed = sorted({sentence.block for sentence in draft.sentences})
        return find(draft.text, draft.day, [draft.blocks[k].span for k in parsed])
