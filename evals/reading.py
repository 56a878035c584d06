"""Shared by the runners of events: a text as one plain block, read by all stages up to the events."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sayso.model.reading import Party
from sayso.model.report import Block, Header, Report
from sayso.model.span import Span, overlaps
from sayso.reading.draft import Draft
from sayso.reading.parsing import parse, spacy_parser
from sayso.reading.stage import Pipeline


@cache
def pipeline(judged: bool = True) -> Pipeline:
    """The reader's stages up to the events, with the trained judge or without."""
    from sayso.reading.stages import stages

    return Pipeline([s for s in stages(judged=judged) if s.writes != "relations"])


def plain(text: str) -> Report:
    """A text as a report of one block of running text, nothing taken for furniture."""
    return Report(header=Header(id="sha256:eval"), text=text, blocks=(Block(span=(0, len(text)), kind="body"),))


def read(text: str, judged: bool = True) -> Draft:
    """The draft of a text with all layers."""
    return pipeline(judged)(parse(plain(text), spacy_parser()))


def meets(draft: Draft, parties: Sequence[Party], span: Span) -> bool:
    """Whether one of the parties stands at a span, or is the actor who is named there ("it", "who")."""
    known = actors_at(draft, span)
    return any(overlaps(p.span, span) or (p.actor is not None and p.actor in known) for p in parties)


def actors_at(draft: Draft, span: Span) -> frozenset[str]:
    """The actors with a mention that touches a span."""
    return frozenset(a.id for a in draft.layer("actors") if any(overlaps(m.span, span) for m in a.mentions))
