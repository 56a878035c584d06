"""Statements as W3C Web Annotations (JSON-LD): one annotation a line, each complete in itself.

The targets are the pieces of the content in the report's text; where a statement has no content ("refused to
comment"), its cue. The text is named by its hash; the web page that it is from, where there is one, is the `scope`.
There is no time of making: the same reports give the same bytes on any day.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO

import msgspec

from sayso.exporting.said import NAMESPACE, OMITTED, Said, agent_type, known, page, statements
from sayso.exporting.selectors import selectors
from sayso.exporting.source import Source, cell
from sayso.model.reading import Actor, Reading
from sayso.model.span import Span

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"sayso": NAMESPACE}]


def write_annotations(source: Source, stream: IO[str]) -> int:
    """One annotation a line, by day and report; how many."""
    count = 0
    for reading in source.readings():
        for said in statements(reading):
            found = annotation(said)
            if found is not None:
                stream.write(msgspec.json.encode(found).decode() + "\n")
                count += 1
    return count


def annotation(said: Said) -> dict[str, object] | None:
    """A statement as an annotation of the words that hold it; None: it stands nowhere in words."""
    part, spans = _target(said)
    if not spans:
        return None
    return {
        "@context": CONTEXT,
        "id": said.iri,
        "type": "Annotation",
        "motivation": "describing",
        "generator": {"type": "Software", "name": "sayso", "sayso:version": said.reading.reader.version},
        "body": [
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "language": "en",
             "value": sentence(said)},
            _statement(said, part),
        ],
        "target": _places(said.reading, spans),
    }  # fmt: skip


def _target(said: Said) -> tuple[str, Sequence[Span]]:
    """The part of the statement that is annotated, and where it stands."""
    statement = said.statement
    parts = (("content", statement.content), ("cue", statement.cue), ("source", statement.source.spans))
    return next(((name, spans) for name, spans in parts if spans), ("content", ()))


def sentence(said: Said) -> str:
    """The statement in a line for people: "Viktor Bondarev: deny (direct)"."""
    speaker = said.speaker.name if said.speaker else cell(OMITTED.join(said.source)) or "not named"
    form = "not said" if said.statement.negated else said.statement.form
    return f"{speaker}: {said.statement.act} ({form})"


def _statement(said: Said, part: str) -> dict[str, object]:
    """All that is known of the statement, under the names that a reading has for it."""
    statement, time, venue = said.statement, said.time, said.statement.venue
    return known({
        "type": "sayso:Statement",
        "sayso:form": statement.form,
        "sayso:act": statement.act,
        "sayso:negated": statement.negated,
        "sayso:annotated": part,
        "sayso:kind": statement.source.kind,
        "sayso:speaker": said.speaker and _actor(said, said.speaker),
        "sayso:onBehalfOf": said.behalf and _actor(said, said.behalf),
        "sayso:addressee": said.addressee and _actor(said, said.addressee),
        "sayso:source": _places(said.reading, statement.source.spans),
        "sayso:cue": _places(said.reading, statement.cue),
        "sayso:venue": venue and known({"sayso:kind": venue.kind, "name": venue.name}),
        "sayso:time": time and known({"sayso:timex": time.timex, "sayso:start": time.start, "sayso:end": time.end}),
        "sayso:parent": {"id": said.within(statement.parent)} if statement.parent else None,
    })  # fmt: skip


def _actor(said: Said, actor: Actor) -> dict[str, object]:
    return known({
        "id": said.actor_iri(actor),
        "type": agent_type(actor),
        "name": actor.name,
        "sayso:kind": actor.kind,
        "sayso:role": actor.role,
        "sayso:country": actor.country,
    })  # fmt: skip


def _places(reading: Reading, spans: Sequence[Span]) -> list[dict[str, object]]:
    """Stretches of the report's text."""
    text = {"id": reading.report.id, "type": "Text", "format": "text/plain", "language": reading.report.language}
    address = page(reading.report.uri)
    scope = {"scope": address} if address else {}
    return [
        {"type": "SpecificResource", "source": text, **scope, "selector": selectors(reading.text, span)}
        for span in spans
    ]
