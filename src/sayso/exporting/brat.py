"""Statements in brat's standoff form: a zip archive with a .txt and an .ann for each report.

The .txt is the report's text to the letter, so that all offsets are code points of it. In the .ann each statement is
an event with its number (E7 is s7): its trigger is the cue ("Cue"; "Uncued" over the content where there is none), its
arguments are the Source, the Content and the Parent that it stands in; attributes are the form, the act, the kind of
source and whether it was not said; a note says who speaks and to whom. Divided spans are divided in brat, too; as a
span in brat must not run over a line's end, one that does is divided there.

`annotation.conf` lets brat show and check all that; `reports.tsv` says which report is in which file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import IO, get_args

from sayso.exporting.archive import Archive
from sayso.exporting.said import Said, statements
from sayso.exporting.source import Source, cell
from sayso.model.reading import Reading, SourceKind, StatementForm
from sayso.model.span import Span

_BREAK = re.compile(r"[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
INDEX = ("file", "report", "published", "publisher", "title", "uri", "reader")


def write_brat(source: Source, stream: IO[str]) -> int:
    """A zip archive, into the bytes under `stream`; the number of reports.

    Raises:
        InputError: if the stream takes text only.
    """
    index = ["\t".join(INDEX)]
    acts: set[str] = set()
    with Archive(stream) as archive:
        for reading in source.readings():
            name = file_name(reading)
            archive.add(f"{name}.txt", reading.text)
            archive.add(f"{name}.ann", "".join(line + "\n" for line in standoff(reading)))
            index.append("\t".join(_row(name, reading)))
            acts |= {statement.act for statement in reading.statements}
        archive.add("annotation.conf", settings(acts))
        archive.add("reports.tsv", "".join(line + "\n" for line in index))
    return len(index) - 1


def file_name(reading: Reading) -> str:
    """ "2020-02-18-gulf-observer-5d6bbc317da8fcb7": sorted by day, and one for each text."""
    report = reading.report
    publisher = _NOT_PLAIN.sub("-", (report.publisher or "").lower()).strip("-")[:40].strip("-")
    day = (report.published.value or "undated")[:10]
    return "-".join(part for part in (day, publisher, report.id.rpartition(":")[2][:16]) if part)


def _row(name: str, reading: Reading) -> list[str]:
    report = reading.report
    values = (report.id, report.published.value, report.publisher, report.title, report.uri, reading.reader.version)
    return [name, *(cell(value) for value in values)]


def standoff(reading: Reading) -> Iterator[str]:
    """The lines of an .ann file."""
    marks = _Marks(reading.text)
    for said in statements(reading):
        yield from marks.statement(said)


class _Marks:
    """Numbers the spans, attributes and notes of a report."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = self.attributes = self.notes = 0

    def statement(self, said: Said) -> Iterator[str]:
        """All lines of a statement; none if it stands nowhere in words."""
        statement = said.statement
        lines: list[str] = []
        source = self._span("Source", statement.source.spans, lines)
        content = self._span("Content", statement.content, lines)
        kind = "Cue" if statement.cue else "Uncued"
        trigger = self._span(kind, statement.cue or statement.content or statement.source.spans, lines)
        if trigger is None:
            return
        event = _event(statement.id)
        parent = statement.parent and _event(statement.parent)
        arguments = (("Source", source), ("Content", content), ("Parent", parent))
        yield from lines
        yield f"{event}\t" + " ".join([f"{kind}:{trigger}", *(f"{role}:{id_}" for role, id_ in arguments if id_)])
        for value in (("Form", statement.form), ("Act", statement.act), ("SourceKind", statement.source.kind)):
            yield self._attribute(event, *value)
        if statement.negated:
            yield self._attribute(event, "NotSaid")
        if note := "; ".join(_notes(said)):
            self.notes += 1
            yield f"#{self.notes}\tAnnotatorNotes {event}\t{note}"

    def _span(self, kind: str, spans: Sequence[Span], lines: list[str]) -> str | None:
        pieces = fragments(self.text, spans)
        if not pieces:
            return None
        self.spans += 1
        where = ";".join(f"{b} {e}" for b, e in pieces)
        lines.append(f"T{self.spans}\t{kind} {where}\t{' '.join(self.text[b:e] for b, e in pieces)}")
        return f"T{self.spans}"

    def _attribute(self, event: str, *value: str) -> str:
        self.attributes += 1
        name, *rest = value
        return f"A{self.attributes}\t{' '.join([name, event, *rest])}"


def fragments(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans in their order, divided where a line ends (or a tab stands: it ends a field in brat's files).

    None overlaps another, which brat refuses, and none has blanks at its ends.
    """
    found: list[Span] = []
    for begin, end in sorted(spans):
        at = max(begin, found[-1][1]) if found else begin
        for gap in (*_BREAK.finditer(text, at, end), None):
            piece = text[at : gap.start() if gap else end]
            first, last = at + len(piece) - len(piece.lstrip()), at + len(piece.rstrip())
            if first < last:
                found.append((first, last))
            at = gap.end() if gap else end
    return found


def _event(statement: str) -> str:
    return f"E{statement.removeprefix('s')}"


def _notes(said: Said) -> Iterator[str]:
    for label, actor in (("speaker", said.speaker), ("for", said.behalf), ("to", said.addressee)):
        if actor:
            yield cell(f"{label} {actor.name}" + (f" ({actor.ref})" if actor.ref else ""))
    if said.time:
        yield f"said {said.time.timex}"
    if said.statement.venue:
        venue = said.statement.venue
        yield cell(f"in {venue.kind}" + (f" {venue.name}" if venue.name else ""))


def settings(acts: set[str]) -> str:
    """What brat must know to show and check the annotations; the overlap: a statement may stand in another."""
    arguments = "Source?:Source, Content?:Content, Parent?:<EVENT>"
    return "\n".join((
        "[entities]", "Source", "Content", "",
        "[events]", f"Cue\t{arguments}", f"Uncued\t{arguments}", "",
        "[relations]", "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>", "",
        "[attributes]",
        f"Form\tArg:<EVENT>, Value:{'|'.join(get_args(StatementForm))}",
        f"Act\tArg:<EVENT>, Value:{'|'.join(sorted(acts) or ['assert'])}",
        f"SourceKind\tArg:<EVENT>, Value:{'|'.join(get_args(SourceKind))}",
        "NotSaid\tArg:<EVENT>", "",
    ))  # fmt: skip
