"""Accounts and records: what one report tells of a happening, and all that reports tell of it together."""

import msgspec

from sayso.model.reading import Count, EventStatus
from sayso.model.span import Span


class Who(msgspec.Struct, frozen=True, kw_only=True):
    """A party of an account: `key` is comparable across reports (actor base id, or a normalised name)."""

    key: str
    name: str
    country: str | None = None
    span: Span


class Where(msgspec.Struct, frozen=True, kw_only=True):
    """The place of an account; `key` is the gazetteer id or None where the place was not resolved."""

    key: str | None
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: str
    span: Span


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """A link in the chain of who says so, innermost first. `key` as in `Who`; None: nobody named."""

    statement: str
    key: str | None
    name: str
    act: str
    kind: str
    source: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """One event as one report tells it.

    `id` is twelve hex digits made from the report's id, the event's trigger and status. `told` is the day of
    publication, `day` and `day_end` (exclusive) when it happened, both ISO days.
    """

    id: str
    report: str
    event: str
    type: str | None
    mode: str | None
    status: EventStatus
    trigger: tuple[Span, ...]
    sentence: Span
    told: str | None = None
    initiators: tuple[Who, ...] = ()
    recipients: tuple[Who, ...] = ()
    where: Where | None = None
    day: str | None = None
    day_end: str | None = None
    counts: tuple[Count, ...] = ()
    chain: tuple[Speaker, ...] = ()


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """The accounts judged to tell of one happening. Every value maps to the accounts that give it.

    `id` is "E" and the id of the least of its accounts. `status` is the firmest that an account gives; `initiators`
    and `recipients` are those that accounts of that firmness name. Who is only accused or denies it is `blamed`.

    `reports`, `outlets`, `texts` and `speakers` are four different counts: reports that tell it, publishers, texts
    that are no copies of one another, and people or bodies on whose word it stands.
    """

    id: str
    type: str | None
    mode: str | None
    status: str
    day: str | None
    day_end: str | None
    place: str | None
    country: str | None
    initiators: tuple[str, ...]
    recipients: tuple[str, ...]
    blamed: tuple[str, ...] = ()
    accounts: tuple[str, ...]
    values: dict[str, dict[str, tuple[str, ...]]]
    reports: int
    outlets: int
    texts: int
    speakers: int
    disputed: bool
