"""Files, folders, archives and standard input."""

import gzip
import io
import json
import tracemalloc
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import OptionError
from sayso.ingesting import Options, ingest
from sayso.model.report import Reject, Report

STORY = "Army shells port of Sirte\n\nThe army shelled the port of Sirte on Wednesday, the harbour master said."
HTML = f"<html><body><article><h1>Army shells port</h1><p>{STORY[27:]}</p><p>{STORY[27:]} Twice.</p></article></html>"


def told(found):
    """(uri, code or "ok") of each outcome."""
    return [(f.uri, f.code) if isinstance(f, Reject) else (f.header.uri, "ok") for f in found]


def lines(*records):
    return "\n".join(r if isinstance(r, str) else json.dumps(r) for r in records).encode()


def packed(content):
    return gzip.compress(content, mtime=0)


def zipped(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", ".").replace("_0_", "/"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", STORY.encode()),
        ("a", STORY.encode()),
        ("a.html", HTML.encode()),
        ("a.dat", HTML.encode()),
        ("a.json", json.dumps({"text": STORY}).encode()),
        ("a.json", json.dumps({"text": STORY}, indent=1).encode()),
        ("a.dat", json.dumps({"text": STORY}).encode()),
        ("a.txt.gz", packed(STORY.encode())),
        ("a.html.gz", packed(HTML.encode())),
        ("a.json.gz", packed(json.dumps({"text": STORY}).encode())),
        ("a.txt", STORY.encode("utf-16")),
        ("a.txt", STORY.encode("utf-16-le")),
        ("a.txt", b"\xef\xbb\xbf" + STORY.encode()),
        ("a.txt", (STORY + " “It is over” – René").encode("cp1252")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",  # a packed file holds the time of day
)
def test_one_report_of_each_format(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    [found] = ingest([tmp_path / name])
    assert isinstance(found, Report)
    assert found.header.uri == str(tmp_path / name)
    assert "The army shelled the port of Sirte on Wednesday, the harbour master said." in found.text
    assert "\0" not in found.text


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.dat", "a.json", "a.jsonl.gz"])
def test_json_lines_go_on_after_a_bad_line(tmp_path, name):
    raw = lines({"text": STORY}, '{"text": "cut of', "", "[1, 2]", {"name": "x", "age": 3}, {"body": STORY + " Twice."})
    (tmp_path / name).write_bytes(packed(raw) if name.endswith("gz") else raw)
    found = list(ingest([tmp_path / name]))
    at = str(tmp_path / name)
    assert told(found) == [
        (f"{at}#1", "ok"), (f"{at}#2", "broken"), (f"{at}#4", "broken"),
        (f"{at}#5", "no-text-field"), (f"{at}#6", "ok"),
    ]  # fmt: skip
    assert "line 2 column 10" in found[1].detail
    assert "age, name" in found[3].detail
    assert "--field" in found[3].detail


def test_a_list_of_records(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps([{"content": STORY}, {"article": STORY + " Twice."}, 3]))
    at = str(tmp_path / "a.json")
    assert told(ingest([at])) == [(f"{at}#1", "ok"), (f"{at}#2", "ok"), (f"{at}#3", "broken")]


def test_fields_of_a_record_by_their_usual_names():
    record = {
        "headline": "Port shelled", "body": STORY, "publish_date": "Thu, 18 Jun 2020 14:30:00 GMT",
        "source": {"name": "The Coast Herald"}, "byline": ["Lena Marsh", "Omar Salim"], "url": "https://x.example/1",
    }  # fmt: skip
    [found] = ingest(["-"], Options(format="jsonl"), io.BytesIO(lines(record)))
    header = found.header
    assert (header.title, header.publisher, header.uri) == ("Port shelled", "The Coast Herald", "https://x.example/1")
    assert header.author == "Lena Marsh, Omar Salim"
    assert (header.published.value, header.published.basis) == ("2020-06-18T14:30", "given")


def test_fields_of_a_record_by_option():
    options = Options(fields={"text": "words", "published": "day"}, publisher="Wire")
    [found] = ingest(["-"], options, io.BytesIO(lines({"words": STORY, "day": 1592490600, "text": "x"})))
    assert (found.text, found.header.publisher, found.header.published.value) == (STORY, "Wire", "2020-06-18T14:30")


def test_a_record_whose_text_is_html():
    [found] = ingest(["-"], stdin=io.BytesIO(lines({"text": HTML, "title": "Port"})))
    assert "<" not in found.text
    assert found.header.title == "Port"


SNIFFED = [STORY.encode(), HTML.encode(), lines({"text": STORY}), packed(STORY.encode()), zipped(a__txt=STORY)]


@pytest.mark.parametrize("content", SNIFFED, ids=["text", "html", "jsonl", "gz", "zip"])
def test_standard_input_is_sniffed(content):
    [found] = ingest(["-"], stdin=io.BytesIO(content))
    assert isinstance(found, Report)
    assert found.header.uri in ("-", "-!a.txt")


@pytest.mark.parametrize("name", ["a.csv", "a.TSV", "a.csv.gz"])
def test_a_table_is_refused_with_the_way_out(tmp_path, name):
    raw = b"date,text\n2020-01-01,The army shelled the port.\n"
    (tmp_path / name).write_bytes(packed(raw) if name.endswith("gz") else raw)
    [found] = ingest([tmp_path / name])
    assert isinstance(found, Reject)
    assert "JSON Lines" in found.detail
    [read] = ingest([tmp_path / name], Options(format="text"))
    assert isinstance(read, Report)


def test_a_folder_is_walked_in_the_order_of_names(tmp_path, monkeypatch):
    for name in ("b.txt", "a/z.txt", "a/y.html", ".hidden/x.txt", "c.pdf"):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_bytes(b"%PDF-1.4 x" if name.endswith("pdf") else HTML.encode())
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    monkeypatch.chdir(tmp_path)
    expected = [("in/a/y.html", "ok"), ("in/a/z.txt", "ok"), ("in/b.txt", "ok"), ("in/c.pdf", "not-text")]
    assert told(ingest(["in"])) == expected
    assert told(ingest(["in/"])) == expected


def test_a_zip_and_a_zip_in_it_and_no_deeper(tmp_path):
    third = zipped(d__txt=STORY)
    second = zipped(c__txt=STORY, third__zip=third, gz__gz=packed(STORY.encode()))
    path = tmp_path / "x.zip"
    path.write_bytes(zipped(b__txt=STORY, a__jsonl=lines({"text": STORY}), second__zip=second))
    assert told(ingest([path])) == [
        (f"{path}!a.jsonl#1", "ok"),
        (f"{path}!b.txt", "ok"),
        (f"{path}!second.zip!c.txt", "ok"),
        (f"{path}!second.zip!gz.gz", "ok"),
        (f"{path}!second.zip!third.zip", "broken"),
    ]


def test_what_cannot_be_read_is_refused_and_the_rest_goes_on(tmp_path):
    whole_gz, whole_zip = packed((STORY * 50).encode()), zipped(a__txt=STORY * 50)
    contents = {
        "empty.txt": b"", "empty.jsonl": b"\n", "empty.json": b"[]", "cut.txt.gz": whole_gz[:-20],
        "cut.zip": whole_zip[: len(whole_zip) // 2], "bad.json": b'{"text":\n "a" "b"}',
        "image": b"\x89PNG\r\n\x1a\n\0\0",
        "noise": bytes(range(256)) * 20, "deep.json": b"[" * 100_000, "zz.txt": STORY.encode(),
    }  # fmt: skip
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    found = list(ingest([tmp_path / "missing", *(tmp_path / name for name in contents)]))
    assert [code for _, code in told(found)] == [
        "unreadable", "empty", "empty", "empty", "broken", "broken", "broken", "not-text", "not-text", "broken", "ok",
    ]  # fmt: skip
    assert "line 2 column 6" in found[6].detail


def test_too_large_in_every_format(tmp_path):
    options = Options(max_chars=500)
    long = STORY * 2_000
    (tmp_path / "a.txt").write_text(long)
    (tmp_path / "b.txt").write_text(STORY * 10)
    (tmp_path / "c.jsonl").write_bytes(lines({"text": long}, {"text": STORY}, {"text": STORY * 10}))
    (tmp_path / "d.html").write_text(HTML.replace("Twice", STORY * 10))
    assert [code for _, code in told(ingest([tmp_path], options))] == [
        "too-large", "too-large", "too-large", "ok", "too-large", "too-large",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"format": "pdf"}, "jsonl"),
        ({"language": "fr"}, "und"),
        ({"fields": {"day": "date"}}, "published"),
        ({"published": "soon"}, "2020-06-18"),
    ],
)
def test_options_name_their_choices(wrong, named):
    with pytest.raises(OptionError, match=named):
        Options(**wrong)


def test_und_takes_any_language():
    text = "Le gouvernement a décidé hier d'envoyer l'armée à la frontière, selon le ministre de la défense. " * 2
    assert told(ingest(["-"], stdin=io.BytesIO(text.encode()))) == [("-", "not-english")]
    [found] = ingest(["-"], Options(language="und"), io.BytesIO(text.encode()))
    assert found.header.language == "und"


def test_memory_stays_flat_over_json_lines(tmp_path):
    line = json.dumps({"text": STORY * 80}) + "\n"
    (tmp_path / "long.jsonl").write_text(line * 400)
    tracemalloc.start()
    count = sum(isinstance(r, Report) for r in ingest([tmp_path / "long.jsonl"]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 400
    assert peak < 2_000_000 < 400 * len(line)


def test_nothing_is_read_before_it_is_asked_for(tmp_path):
    (tmp_path / "a.txt").write_text(STORY)
    found = ingest([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert isinstance(next(found), Report)
    (tmp_path / "b.txt").write_text(STORY)
    assert isinstance(next(found), Report)


HEADS = st.sampled_from(
    [b"", b"{", b"[", b"<html>", b"\x1f\x8b", b"PK\x03\x04", b"\xff\xfe", b'{"text": ', b"%PDF-", b"<p>"]
)


@settings(max_examples=150, deadline=None)
@given(HEADS, st.binary(max_size=300), st.sampled_from(["auto", "text", "html", "json", "jsonl"]))
def test_no_bytes_raise(head, rest, form):
    for found in ingest(["-"], Options(format=form), io.BytesIO(head + rest)):
        assert isinstance(found, Report | Reject)
        json.dumps(found.uri if isinstance(found, Reject) else found.header.uri).encode()
