"""The reader: a report in, a reading out. Pure: the same report gives the same reading, whatever was read before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import msgspec

from sayso.errors import OptionError
from sayso.knowledge.load import fingerprint
from sayso.knowledge.weights import mark_of
from sayso.model.reading import ReaderInfo, Reading, Statement
from sayso.model.report import Report
from sayso.reading.draft import Draft
from sayso.reading.parsing import DEFAULT_MODEL, Parser, model_name, parse, spacy_parser
from sayso.reading.stage import Pipeline
from sayso.version import VERSION

READERS = ("tagger", "rules")


@dataclass(frozen=True)
class ReaderOptions:
    """`model`: the package of the language model; `reader`: "tagger" (rules and trained parts) or "rules" alone."""

    model: str = DEFAULT_MODEL
    reader: str = READERS[0]


class Reader:
    """Reads reports. The language model is loaded with the first report, once a process.

    Raises:
        OptionError: if the options name a reader or a model that is not there.
    """

    def __init__(self, options: ReaderOptions = ReaderOptions()) -> None:
        if options.reader not in READERS:
            raise OptionError("reader", options.reader, READERS)
        self.options = options

    @cached_property
    def parser(self) -> Parser:
        """The language model."""
        return spacy_parser(self.options.model)

    @cached_property
    def pipeline(self) -> Pipeline:
        """The stages in their order; this is the table of contents of reading."""
        from sayso.reading.stages import stages

        return Pipeline(stages(tagged=self.options.reader == "tagger"))

    @cached_property
    def info(self) -> ReaderInfo:
        """What makes the readings: same info, same bytes. Told without loading the language model."""
        from sayso.knowledge.gazetteer import gazetteer

        trained = (mark_of("tagger"), mark_of("judge")) if self.options.reader == "tagger" else ()
        models = (model_name(self.options.model), *trained, mark_of("event_place"), gazetteer().name)
        return ReaderInfo(version=VERSION, models=models, knowledge=fingerprint())

    def read(self, report: Report) -> Reading:
        """All that is found in a report."""
        draft = self.pipeline(parse(report, self.parser))
        return Reading(
            report=report.header,
            reader=self.info,
            text=report.text,
            blocks=report.blocks,
            sentences=tuple(s.span for s in draft.sentences),
            actors=draft.layer("actors"),
            places=draft.layer("places"),
            times=draft.layer("times"),
            statements=_with_events(draft),
            events=draft.layer("events"),
            relations=draft.layer("relations"),
        )


def _with_events(draft: Draft) -> tuple[Statement, ...]:
    """Statements with the ids of the events that stand on their say-so."""
    told: dict[str, list[str]] = {}
    for event in draft.layer("events"):
        if event.said_by:
            told.setdefault(event.said_by, []).append(event.id)
    return tuple(msgspec.structs.replace(s, events=tuple(told.get(s.id, ()))) for s in draft.layer("statements"))
