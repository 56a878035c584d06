"""What a stream holds, and its reports: the table of formats."""

from __future__ import annotations

import gzip
import io
import json
import tempfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from sayso.errors import RejectedInput
from sayso.ingesting import archive
from sayso.ingesting.charset import decode
from sayso.ingesting.html import LIKE_HTML, page_report
from sayso.ingesting.options import Format, Options
from sayso.ingesting.records import LARGEST_FILE, Outcome, from_json, from_lines
from sayso.ingesting.stream import Stream, first_line, whole
from sayso.ingesting.text import made
from sayso.model.report import Header, Published, Reject

SUFFIXES: dict[str, Format] = {
    ".txt": "text", ".text": "text", ".md": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html",
    ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".jl": "jsonl",
}  # fmt: skip
TABLES = (".csv", ".tsv")
"""a table's rows are records, not paragraphs: refused with the way out unless the caller names a format"""
DEEPEST = 2  # a zip in a zip, and no further; a last gz may stand inside
_GZIP = b"\x1f\x8b"
_IN_MEMORY = 16 * 1024 * 1024
_MARKS = b"\xef\xbb\xbf \t\r\n"


def outcomes(stream: Stream, options: Options, depth: int = 0) -> Iterator[Outcome]:
    """The reports of a stream, and what was refused. Whatever is wrong with it, nothing is raised."""
    try:
        yield from _opened(stream, options, depth)
    except (OSError, EOFError, zlib.error) as error:
        yield Reject(uri=stream.uri, code="broken", detail=f"ends early or is damaged: {error}", size=stream.size)


def _opened(stream: Stream, options: Options, depth: int) -> Iterator[Outcome]:
    head, file = stream.looked_at()
    packed = head.startswith((_GZIP, *archive.MAGIC))
    if packed and depth >= DEEPEST + head.startswith(_GZIP):
        yield Reject(uri=stream.uri, code="broken", detail="packed within packed files too deep", size=stream.size)
    elif head.startswith(_GZIP):
        unpacked = cast(BinaryIO, gzip.GzipFile(fileobj=file))
        yield from outcomes(Stream(stream.uri, unpacked), options, depth + 1)
    elif packed:
        with _seekable(stream, file, depth) as kept:
            for member in archive.members(stream.uri, kept):
                yield from (member,) if isinstance(member, Reject) else outcomes(member, options, depth + 1)
    else:
        yield from _read(stream, head, file, options)


def _seekable(stream: Stream, file: BinaryIO, depth: int) -> BinaryIO:
    """A stream in which a zip's directory can be looked up: a file itself, or a copy of limited size."""
    if not depth and stream.file.seekable():
        stream.file.seek(0)
        return stream.file
    kept = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed by the caller
    while part := file.read(1 << 20):
        kept.write(part)
        if kept.tell() > LARGEST_FILE:
            kept.close()
            raise OSError(f"a zip of more than {LARGEST_FILE} bytes that is not a file of its own")
    kept.seek(0)
    return cast(BinaryIO, kept)


def _read(stream: Stream, head: bytes, file: BinaryIO, options: Options) -> Iterator[Outcome]:
    if options.format == "auto" and _bare_name(stream.uri).endswith(TABLES):
        detail = "a table: turn its rows into JSON Lines, an object with a text each (or name a format if it is prose)"
        yield Reject(uri=stream.uri, code="not-text", detail=detail, size=stream.size)
        return
    form = format_of(stream.uri, head) if options.format == "auto" else options.format
    if form == "jsonl":
        yield from from_lines(stream.uri, file, options)
        return
    limit = LARGEST_FILE if form == "json" else options.max_bytes
    raw = whole(file, limit)
    if raw is None:
        way_out = " Make it JSON Lines, which may be of any length." if form == "json" else ""
        detail = f"more than {limit} bytes.{way_out}"
        yield Reject(uri=stream.uri, code="too-large", detail=detail, size=max(stream.size, limit))
    elif form == "json" and raw.strip():
        yield from from_json(stream.uri, raw, options)
    else:
        yield _single(stream.uri, raw, form, options)


def _single(uri: str, raw: bytes, form: Format, options: Options) -> Outcome:
    """The report of a page or a plain text."""
    header = Header(id="", uri=uri, publisher=options.publisher, published=options.date or Published())
    try:
        text = decode(raw)
        if form == "html":
            return page_report(text, header, options.language, options.max_chars)
        return made(text, header, None, options.language, options.max_chars)
    except RejectedInput as refused:
        return Reject(uri=uri, code=refused.code, detail=refused.detail, size=len(raw))


def format_of(uri: str, head: bytes) -> Format:
    """What a stream holds: told by its name (without ".gz"), else by its first bytes."""
    name = _bare_name(uri)
    dot = name.rfind(".")
    named = SUFFIXES.get(name[dot:]) if dot >= 0 else None
    if named is None or named == "json":
        return _sniffed(head, named)
    return named


def _bare_name(uri: str) -> str:
    return uri.rsplit("/", 1)[-1].lower().removesuffix(".gz")


def _sniffed(head: bytes, named: Format | None) -> Format:
    start = head.lstrip(_MARKS)
    if start[:1] == b"{" and _is_record(first_line(io.BytesIO(start))) and start.count(b"\n", 0, -1):
        return "jsonl"
    if named or (start[:1] == b"{" and b'"' in start[:20]) or (start[:1] == b"[" and start[1:].lstrip()[:1] in b"{]"):
        return named or "json"
    opening = start[:2000].decode("latin-1")
    return "html" if start[:1] == b"<" and LIKE_HTML.search(opening) else "text"


def _is_record(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
