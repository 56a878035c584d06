"""CoNLL: what is read back are the statements that were written."""

import io
import json
from collections.abc import Iterator
from itertools import pairwise

from sayso.exporting.conll import COLUMNS, write_conll
from sayso.model.reading import Reading
from sayso.model.span import Span
from tests.exporting.sample import READING, Shelf

ROLES = ("SOURCE", "CUE", "CONTENT")
Spans = dict[tuple[str, str], list[Span]]


def exported(*readings: Reading) -> str:
    stream = io.StringIO(newline="")
    count = write_conll(Shelf(*readings), stream)
    text = stream.getvalue()
    assert count == sum(1 for line in text.split("\n") if line and line[0] != "#")
    return text


def reports(text: str) -> Iterator[tuple[str, list[str]]]:
    """The id and the lines of each report."""
    head, *parts = text.split("# newdoc id = ")
    assert head == f"# global.columns = {' '.join(COLUMNS)}\n"
    for part in parts:
        id_, *lines = part.split("\n")
        yield id_, lines


def read_back(lines: list[str]) -> Spans:
    """Spans by statement and role: each B begins one, I's continue it."""
    found: Spans = {}
    for line in lines:
        if not line or line[0] == "#":
            continue
        row = dict(zip(COLUMNS, line.split("\t"), strict=True))
        begin, end = int(row["START"]), int(row["END"])
        for role in ROLES:
            for tag in row[role].split("|") if row[role] != "_" else ():
                mark, _, statement = tag.partition("-")
                spans = found.setdefault((statement, role), [])
                spans[-1:] = [(spans[-1][0], end)] if mark == "I" else [*spans[-1:], (begin, end)]
    return found


def of(reading: Reading) -> Spans:
    """The same of a reading."""
    parts = [(s.id, (s.source.spans, s.cue, s.content)) for s in reading.statements]
    return {
        (id_, role): sorted(found) for id_, spans in parts for role, found in zip(ROLES, spans, strict=True) if found
    }


def test_statements_come_back_from_the_tags(demo: list[Reading]) -> None:
    readings = {reading.report.id: reading for reading in demo}
    found = dict(reports(exported(*demo)))
    assert list(found) == list(readings)
    for id_, lines in found.items():
        assert read_back(lines) == of(readings[id_])


def test_tokens_are_words_of_the_text_in_their_order(demo: list[Reading]) -> None:
    for id_, lines in reports(exported(*demo)):
        text = next(reading.text for reading in demo if reading.report.id == id_)
        rows = [line.split("\t") for line in lines if line and line[0] != "#"]
        assert all(text[int(row[2]) : int(row[3])] == row[1] for row in rows)
        assert "".join(row[1] for row in rows) == "".join(text.split())
        numbers = [0, *(int(row[0]) for row in rows)]
        assert all(after in (before + 1, 1) for before, after in pairwise(numbers))


def test_the_comments_say_what_each_statement_is() -> None:
    ((_, lines),) = reports(exported(READING))
    comments = [line.removeprefix("# statement ").split(" = ", 1) for line in lines if line.startswith("# statement ")]
    told = [{"id": id_, **json.loads(fields)} for id_, fields in comments]
    assert [(t["id"], t["form"], t["act"], t["kind"], t.get("parent"), t.get("negated", False)) for t in told] == [
        (s.id, s.form, s.act, s.source.kind, s.parent, s.negated) for s in READING.statements
    ]
    assert (told[0]["speaker"], told[0]["ref"]) == ("Mara Quill", "person/mara-quill")


def test_nested_and_overlapping_statements_share_tokens() -> None:
    ((_, lines),) = reports(exported(READING))
    row = next(line.split("\t") for line in lines if "\tmajor\t" in line)
    assert row[4:] == ["I-s5", "_", "I-s4"]
    assert next(line.split("\t") for line in lines if "\tburned\t" in line)[6] == "I-s4|I-s5"


def test_sentences_are_apart_and_what_is_outside_of_them_too() -> None:
    ((_, lines),) = reports(exported(READING))
    sentences = "\n".join(lines).strip().split("\n\n")
    assert len(sentences) == len(READING.sentences) + 1
    assert "\tNo\t" in sentences[-1]
