"""Statements token by token (CoNLL-U Plus): who speaks, the words of saying, what is said, in BIO.

The columns: ID (number in the sentence), FORM, START and END (code points of the report's text), then SOURCE, CUE and
CONTENT. A cell names the statement of each tag ("I-s4|B-s5"), so that nested and overlapping statements survive; a
second B of the same statement begins the next piece of a divided one. Comments ahead of a report's first sentence say
what its statements are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import IO

import msgspec

from sayso.exporting.said import Said, known, statements
from sayso.exporting.source import Source, cell
from sayso.exporting.tokens import grouped, tokens
from sayso.model.reading import Reading, Statement
from sayso.model.span import Span

COLUMNS = ("ID", "FORM", "START", "END", "SOURCE", "CUE", "CONTENT")
NOTHING = "_"
Tags = dict[Span, list[str]]


def write_conll(source: Source, stream: IO[str]) -> int:
    """All reports by day and id; the number of tokens."""
    stream.write(f"# global.columns = {' '.join(COLUMNS)}\n")
    count = 0
    for reading in source.readings():
        for line in _lines(reading):
            stream.write(line + "\n")
            count += bool(line) and line[0] != "#"
    return count


def _lines(reading: Reading) -> Iterator[str]:
    """The lines of a report; a blank one after each sentence."""
    roles = [_roles(statement) for statement in reading.statements]
    borders = {at for role in roles for spans in role for span in spans for at in span}
    words = tokens(reading.text, borders | {at for span in reading.sentences for at in span})
    columns = [_tags(words, reading.statements, [role[n] for role in roles]) for n in range(3)]
    yield from _about(reading)
    for number, sentence in enumerate(grouped(words, reading.sentences), 1):
        yield f"# sent_id = {reading.report.id}/{number}"
        for place, (b, e) in enumerate(sentence, 1):
            tags = ("|".join(column.get((b, e), ())) or NOTHING for column in columns)
            yield "\t".join((str(place), reading.text[b:e], str(b), str(e), *tags))
        yield ""


def _roles(statement: Statement) -> tuple[Sequence[Span], ...]:
    return statement.source.spans, statement.cue, statement.content


def _tags(words: list[Span], told: Sequence[Statement], spans: Sequence[Sequence[Span]]) -> Tags:
    """The tags of one column: token -> one for each statement that it belongs to."""
    found: Tags = {}
    begins = [begin for begin, _ in words]
    for statement, pieces in zip(told, spans, strict=True):
        for begin, end in pieces:
            inside = words[bisect_left(begins, begin) : bisect_left(begins, end)]
            for n, word in enumerate(inside):
                found.setdefault(word, []).append(f"{'I' if n else 'B'}-{statement.id}")
    return found


def _about(reading: Reading) -> Iterator[str]:
    """What is known of the report and of its statements."""
    report = reading.report
    yield f"# newdoc id = {report.id}"
    for name, value in (
        ("title", report.title), ("publisher", report.publisher), ("published", report.published.value),
        ("uri", report.uri), ("reader", reading.reader.version),
    ):  # fmt: skip
        if value:
            yield f"# {name} = {cell(value)}"
    for said in statements(reading):
        yield cell(f"# statement {said.statement.id} = {msgspec.json.encode(_fields(said)).decode()}")


def _fields(said: Said) -> dict[str, object]:
    """What the columns do not show; spans come from them."""
    statement, speaker = said.statement, said.speaker
    return known({
        "form": statement.form, "act": statement.act, "kind": statement.source.kind,
        "negated": statement.negated or None, "parent": statement.parent,
        "speaker": speaker and speaker.name, "ref": speaker and speaker.ref,
        "addressee": said.addressee and said.addressee.name, "behalf": said.behalf and said.behalf.name,
    })  # fmt: skip
