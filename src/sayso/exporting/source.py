"""What an exporter is given, and how values become cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from sayso.model.reading import Actor, Count, Place, Reading
from sayso.model.record import Account, Record, Who
from sayso.model.span import Span

_BLANKS = re.compile(r"[\x00-\x20\x7f\x85\u2028\u2029]+")


@dataclass(frozen=True)
class Told:
    """An account with the reading it is from."""

    account: Account
    reading: Reading

    def words(self, span: Span) -> str:
        """Exact words of the report."""
        return self.reading.text[span[0] : span[1]]

    def actor(self, who: Who) -> Actor | None:
        """The actor of the reading that a party of the account is."""
        for event in self.reading.events:
            for party in (*event.initiators, *event.recipients):
                if party.span == who.span and party.actor is not None:
                    return next((a for a in self.reading.actors if a.id == party.actor), None)
        return None

    def place(self) -> Place | None:
        """The place of the reading that the account's place is."""
        where = self.account.where
        return next((p for p in self.reading.places if where is not None and p.span == where.span), None)


class Source(Protocol):
    """What there is to export, in an order that does not depend on how it came in."""

    def readings(self) -> Iterator[Reading]:
        """All readings by day of the report and id."""
        ...

    def stories(self) -> Iterator[tuple[Record, tuple[Told, ...]]]:
        """All records by day and id, each with its accounts, the one that speaks for the record first."""
        ...


def cell(value: object) -> str:
    """A value in one line: any run of blanks, tabs and line ends is one blank; None is nothing."""
    return "" if value is None else _BLANKS.sub(" ", str(value)).strip()


def count_words(count: Count) -> str:
    """A count for people: "killed at-least 20 civilians"."""
    number = count.value if count.value is not None else count.low if count.low is not None else count.high
    parts = (count.what, None if count.qualifier == "exact" else count.qualifier, number, count.group)
    return " ".join(str(part) for part in parts if part is not None)
