"""JSON to reports: one record, a list of records, or a record a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from sayso.errors import RejectedInput
from sayso.ingesting.charset import decode
from sayso.ingesting.html import LIKE_HTML, page_report
from sayso.ingesting.options import FIELDS, Options
from sayso.ingesting.published import published_as
from sayso.ingesting.text import made
from sayso.model.report import Header, Published, Reject, Report

Outcome = Report | Reject
LARGEST_FILE = 512 * 1024 * 1024  # bytes of one JSON file: it is held whole; JSON Lines may be of any length
_MARKUP_SHARE = 2  # tags from which a text is taken for HTML
_SHOWN = 12  # field names that a message lists


def from_json(uri: str, raw: bytes, options: Options) -> Iterator[Outcome]:
    """The report of a record, or one for each of a list; these get "#1", "#2" … after the file's `uri`."""
    try:
        found = _parsed(raw)
    except RejectedInput as refused:
        yield Reject(uri=uri, code=refused.code, detail=refused.detail, size=len(raw))
        return
    if not isinstance(found, list):
        yield outcome(uri, found, options, len(raw))
        return
    if not found:
        yield Reject(uri=uri, code="empty", detail="an empty list", size=len(raw))
    for number, record in enumerate(found, 1):
        yield outcome(f"{uri}#{number}", record, options)


def from_lines(uri: str, stream: BinaryIO, options: Options) -> Iterator[Outcome]:
    """A report a line, "#line" after the `uri`; a bad line is refused and the rest goes on. Memory: one line."""
    number, seen = 0, False
    while raw := stream.readline(options.max_bytes + 1):
        number, at = number + 1, f"{uri}#{number + 1}"
        if len(raw) > options.max_bytes and not raw.endswith(b"\n"):
            size = len(raw) + _skip_line(stream)
            yield Reject(uri=at, code="too-large", detail=f"the line has {size} bytes", size=size)
        elif raw.strip():
            yield _line(at, raw, number, options)
        seen = seen or bool(raw.strip())
    if not seen:
        yield Reject(uri=uri, code="empty", detail="there is no line in it")


def outcome(uri: str, record: Any, options: Options, size: int = 0) -> Outcome:
    """The report of one record, or why it is refused."""
    try:
        return _report(uri, record, options)
    except RejectedInput as refused:
        return Reject(uri=uri, code=refused.code, detail=refused.detail, size=size)


def _line(at: str, raw: bytes, number: int, options: Options) -> Outcome:
    try:
        record = _parsed(raw.strip(), number)
    except RejectedInput as refused:
        return Reject(uri=at, code=refused.code, detail=refused.detail, size=len(raw))
    return outcome(at, record, options, len(raw))


def _skip_line(stream: BinaryIO) -> int:
    size = 0
    while part := stream.readline(1 << 20):
        size += len(part)
        if part.endswith(b"\n"):
            break
    return size


def _parsed(raw: bytes, line: int = 0) -> Any:
    text = decode(raw)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        at = f"line {line or error.lineno} column {error.colno}"
        raise RejectedInput("broken", f"not JSON: {error.msg.removesuffix(' at')}, {at}") from error
    except (RecursionError, ValueError) as error:
        raise RejectedInput("broken", "not JSON that can be read: nested too deep or a number too long") from error


def _report(uri: str, record: Any, options: Options) -> Report:
    if not isinstance(record, dict):
        raise RejectedInput("broken", f"a record must be an object with fields, this is a {_kind(record)}")
    text = _text(record, options)
    header = Header(
        id="",
        uri=_said(record, "uri", options) or uri,
        title=_said(record, "title", options),
        publisher=options.publisher or _said(record, "publisher", options),
        author=_said(record, "author", options),
        published=options.date or _date(record, options),
    )
    if len(LIKE_HTML.findall(text[:20_000])) >= _MARKUP_SHARE:
        return page_report(text, header, options.language, options.max_chars)
    return made(text, header, None, options.language, options.max_chars)


def _text(record: Mapping[str, Any], options: Options) -> str:
    names = _names("text", options)
    found = next((v for name in names if isinstance(v := record.get(name), str) and v.strip()), None)
    if found is not None:
        return found
    if any(name in record for name in names):
        raise RejectedInput("empty", f"its field {next(n for n in names if n in record)!r} holds no text")
    there = ", ".join(sorted(str(k)[:40] for k in record)[:_SHOWN]) or "none"
    raise RejectedInput("no-text-field", f"no field with the text; it has: {there}. Name it: --field text=NAME")


def _names(ours: str, options: Options) -> tuple[str, ...]:
    return (options.fields[ours],) if ours in options.fields else FIELDS[ours]


def _said(record: Mapping[str, Any], ours: str, options: Options) -> str | None:
    """The first usual name that holds words; a list of names is joined, of an object its "name" is taken."""
    for name in _names(ours, options):
        value = record.get(name)
        if isinstance(value, dict):
            value = value.get("name") or value.get("title")
        if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
            value = ", ".join(value)
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def _date(record: Mapping[str, Any], options: Options) -> Published:
    for name in _names("published", options):
        found = published_as(record.get(name), "given")
        if found is not None:
            return found
    return Published()


def _kind(value: Any) -> str:
    return {str: "string", list: "list", bool: "truth value", type(None): "null"}.get(type(value), "number")
