"""The rows that answers are made of: names and quoted words for people, ids and offsets for programs.

All are frozen and go through `msgspec.json.encode` as they are. Days are ISO dates, offsets code points of the
report's text (half-open), unknown is None. `published` is ISO 8601. A `day_end` is the day after the last one.
"""

from typing import Any

import msgspec


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """Root of all rows: `as_dict` gives the JSON form."""

    def as_dict(self) -> dict[str, Any]:
        """The row as plain dictionaries, tuples, strings and numbers, in the order of the fields."""
        plain = msgspec.to_builtins(self)
        assert isinstance(plain, dict)
        return plain


class Voice(Row, frozen=True, kw_only=True):
    """One link in the chain of who says so, innermost first; the last one is the publisher (`kind` "publisher")."""

    name: str
    act: str
    kind: str
    actor: str | None = None


class Number(Row, frozen=True, kw_only=True):
    """A count of an account with the words that give it. Bounds are inclusive; `value` None: the words give none."""

    what: str
    group: str | None
    qualifier: str
    value: int | None
    low: int | None
    high: int | None
    words: str


class Origin(Row, frozen=True, kw_only=True):
    """Which report something stands in."""

    report: str
    title: str | None
    publisher: str | None
    published: str | None
    uri: str | None


class Quotation(Row, frozen=True, kw_only=True):
    """Exact words of a report: `words` is text[begin:end]."""

    words: str
    begin: int
    end: int
    origin: Origin


class RecordRow(Row, frozen=True, kw_only=True):
    """One record on one line: what `find` and `timeline` list. `words` is a sentence of one of its accounts."""

    id: str
    day: str | None
    day_end: str | None
    type: str | None
    mode: str | None
    status: str
    initiators: tuple[str, ...]
    recipients: tuple[str, ...]
    blamed: tuple[str, ...] = ()
    place: str | None
    country: str | None
    reports: int
    outlets: int
    texts: int
    speakers: int
    disputed: bool
    words: str


class StatementRow(Row, frozen=True, kw_only=True):
    """One statement: who says what, in which report. `id` is the report's id, a slash, and the id in the reading.

    `speaker` is the words of the report that name the speaker, or the actor's name; `actor` its key.
    `words` are the content spans joined by " … "; `spans` their offsets.
    """

    id: str
    speaker: str | None
    actor: str | None
    act: str
    form: str
    negated: bool
    addressee: str | None
    day: str | None
    words: str
    spans: tuple[tuple[int, int], ...]
    parent: str | None
    origin: Origin


class RelationRow(Row, frozen=True, kw_only=True):
    """One tie between two actors, as one report tells it. `id` is made as for statements."""

    id: str
    from_: str = msgspec.field(name="from")
    from_actor: str
    relation: str
    to: str
    to_actor: str
    ended: bool
    said_by: str | None
    quotation: Quotation


class ReportRow(Row, frozen=True, kw_only=True):
    """One report on one line; `words` is its beginning, or the passage that matched a search."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    basis: str
    uri: str | None
    accounts: int
    statements: int
    copies: int
    words: str


class RejectRow(Row, frozen=True, kw_only=True):
    """Input that was refused, with the reason. `size` in bytes."""

    uri: str
    code: str
    detail: str
    size: int
