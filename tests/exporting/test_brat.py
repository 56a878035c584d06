"""brat: offsets are of the .txt to the letter, and what is read back are the statements that were written."""

import io
import re
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.exporting.brat import file_name, fragments, write_brat
from sayso.model.reading import Reading
from sayso.model.span import Span
from tests.exporting.sample import READING, Shelf

SPAN = re.compile(r"(T\d+)\t(\w+) (\d+ \d+(?:;\d+ \d+)*)\t(.+)")
EVENT = re.compile(r"(E\d+)\t((?:\w+:[TE]\d+ ?)+)")
ATTRIBUTE = re.compile(r"A\d+\t(\w+) (E\d+)(?: (\S+))?")
NOTE = re.compile(r"#\d+\tAnnotatorNotes (E\d+)\t(.+)")


def archive(*readings: Reading) -> bytes:
    whole = io.BytesIO()
    stream = io.TextIOWrapper(whole, encoding="utf-8")
    assert write_brat(Shelf(*readings), stream) == len(readings)
    stream.flush()
    return whole.getvalue()


def files(*readings: Reading) -> dict[str, str]:
    with ZipFile(io.BytesIO(archive(*readings))) as found:
        assert found.testzip() is None
        return {name: found.read(name).decode("utf-8") for name in found.namelist()}


class Read:
    """An .ann file, read as brat reads it."""

    def __init__(self, text: str, ann: str) -> None:
        self.spans: dict[str, tuple[str, list[Span]]] = {}
        self.events: dict[str, dict[str, str]] = {}
        self.attributes: dict[str, dict[str, str | None]] = {}
        self.notes: dict[str, str] = {}
        assert ann.splitlines() == ann.split("\n")[:-1], "no line end of any kind within a line"
        for line in ann.splitlines():
            if found := SPAN.fullmatch(line):
                id_, kind, where, words = found.groups()
                spans = [(int(b), int(e)) for b, e in (piece.split() for piece in where.split(";"))]
                assert " ".join(text[b:e] for b, e in spans) == words
                self.spans[id_] = (kind, spans)
            elif found := EVENT.fullmatch(line):
                self.events[found[1]] = dict(part.split(":") for part in found[2].split(" "))
            elif found := ATTRIBUTE.fullmatch(line):
                self.attributes.setdefault(found[2], {})[found[1]] = found[3]
            elif found := NOTE.fullmatch(line):
                self.notes[found[1]] = found[2]
            else:
                raise AssertionError(line)

    def words(self, event: str, role: str) -> list[Span]:
        """The spans of an argument; the trigger is the one of its own kind."""
        id_ = self.events[event].get(role)
        return self.spans[id_][1] if id_ else []


def joined(text: str, spans: list[Span]) -> list[Span]:
    """Spans that only blanks are between are one: brat has no spans over a line's end."""
    found: list[Span] = []
    for b, e in sorted(spans):
        if found and not text[found[-1][1] : b].strip():
            found[-1] = (found[-1][0], e)
        else:
            found.append((b, e))
    return found


def test_statements_come_back(demo: list[Reading]) -> None:
    found = files(*demo)
    for reading in demo:
        name, text = file_name(reading), reading.text
        assert found[f"{name}.txt"] == text
        read = Read(text, found[f"{name}.ann"])
        assert list(read.events) == [f"E{s.id[1:]}" for s in reading.statements]
        for statement in reading.statements:
            event = f"E{statement.id[1:]}"
            for role, spans in (
                ("Source", statement.source.spans),
                ("Cue", statement.cue),
                ("Content", statement.content),
            ):
                assert joined(text, read.words(event, role)) == joined(text, list(spans))
            assert read.events[event].get("Parent") == (f"E{statement.parent[1:]}" if statement.parent else None)
            wanted = {"Form": statement.form, "Act": statement.act, "SourceKind": statement.source.kind}
            assert read.attributes[event] == wanted | ({"NotSaid": None} if statement.negated else {})


def test_arguments_and_triggers_are_of_the_declared_kinds(demo: list[Reading]) -> None:
    found = files(*demo)
    declared = found["annotation.conf"]
    for name in (n for n in found if n.endswith(".ann")):
        read = Read(found[name.replace(".ann", ".txt")], found[name])
        for arguments in read.events.values():
            for role, id_ in arguments.items():
                assert (read.spans[id_][0] if id_[0] == "T" else "Parent") == role
        assert all(f"{values['Act']}" in declared for values in read.attributes.values())


def test_a_statement_without_a_cue_has_its_content_as_trigger() -> None:
    read = Read(READING.text, files(READING)[f"{file_name(READING)}.ann"])
    assert read.words("E12", "Uncued") == read.words("E12", "Content") == [READING.statements[-1].content[0]]
    assert set(read.events["E7"]) == {"Cue", "Source"}


def test_notes_say_who_speaks() -> None:
    read = Read(READING.text, files(READING)[f"{file_name(READING)}.ann"])
    assert read.notes["E1"] == (
        "speaker Mara Quill (person/mara-quill); to reporters; said 2020-03-06; in press-conference"
    )
    assert read.notes["E11"] == "speaker spokesman; for Reed Front (group/reed front)"


def test_the_index_says_which_report_is_in_which_file() -> None:
    lines = files(READING)["reports.tsv"].splitlines()
    row = dict(zip(lines[0].split("\t"), lines[1].split("\t"), strict=True))
    assert row["file"] == file_name(READING) == f"2020-03-07-the-quay-sons-{READING.report.id[7:23]}"
    assert (row["report"], row["publisher"]) == (READING.report.id, "The Quay & Sons")


def test_the_archive_depends_on_nothing_but_the_readings(demo: list[Reading]) -> None:
    whole = archive(*demo[:5])
    assert whole == archive(*demo[:5])
    with ZipFile(io.BytesIO(whole)) as found:
        assert {info.date_time for info in found.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.create_system for info in found.infolist()} == {3}


def test_a_stream_of_text_alone_is_refused() -> None:
    with pytest.raises(InputError, match="zip"):
        write_brat(Shelf(READING), io.StringIO())


@given(st.text("ab \t\r\n\x0b\x1c\x85\u2028", max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))))
def test_no_fragment_has_a_line_end_and_none_loses_a_letter(text: str, raw: list[Span]) -> None:
    spans = [(min(b, e, len(text)), min(max(b, e), len(text))) for b, e in raw]
    found = fragments(text, spans)
    assert not [
        1 for b, e in found if len(text[b:e].splitlines()) != 1 or "\t" in text[b:e] or text[b:e].strip() != text[b:e]
    ]
    letters = {n for b, e in spans for n in range(b, e) if not text[n].isspace()}
    assert [n for b, e in found for n in range(b, e) if not text[n].isspace()] == sorted(letters)
