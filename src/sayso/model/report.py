"""A report: one news item, its exact text, and what is known of its origin. A fact; only ever added."""

from typing import Literal

import msgspec

from sayso.model.span import Span

BlockKind = Literal["title", "heading", "body", "caption", "credit", "dateline", "related", "boilerplate"]
DatePrecision = Literal["minute", "day", "month", "year", "unknown"]
DateBasis = Literal["given", "page", "text", "inferred", "unknown"]


class Published(msgspec.Struct, frozen=True):
    """When a report was published, and how that is known.

    `value` is ISO 8601 ("2020-06-18" or "2020-06-18T14:30"), None when unknown. `basis`: given by the caller, read
    from the page's metadata, printed in the text (dateline), inferred from the text's dates and weekdays, unknown.
    """

    value: str | None = None
    precision: DatePrecision = "unknown"
    basis: DateBasis = "unknown"


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a report besides its text."""

    id: str
    uri: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str = "en"
    published: Published = Published()


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text of one kind. `same_as` is the index of the block that it repeats word for word."""

    span: Span
    kind: BlockKind
    same_as: int | None = None


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One news item: the exact text that all spans point into."""

    header: Header
    text: str
    blocks: tuple[Block, ...] = ()


class Reject(msgspec.Struct, frozen=True, kw_only=True):
    """Input that was refused. `code` is one word (empty, not-text, not-english, too-large, broken, ...)."""

    uri: str
    code: str
    detail: str
    size: int = 0
