"""The store as exporters see it: readings, and records with their accounts, in an order that is always the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from sayso.exporting import Told
from sayso.model.reading import Reading
from sayso.model.record import Account, Record
from sayso.storing import Store
from sayso.views.parts import BY_DAY

HELD = 128  # readings kept at hand: the accounts of one day come from few reports


class Stories:
    """An export's source over a store; memory does not grow with it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._reading = lru_cache(maxsize=HELD)(self._read)

    def readings(self) -> Iterator[Reading]:
        """All readings by day of the report and id."""
        return self._store.readings()

    def stories(self) -> Iterator[tuple[Record, tuple[Told, ...]]]:
        """All records by day and id; first the account that speaks for the record, then by publication."""
        for row in self._store.select(f"SELECT r.id, r.content FROM record r{BY_DAY}"):
            record = msgspec.json.decode(row["content"], type=Record)
            accounts = self._store.select(
                "SELECT a.content FROM record_account m JOIN account a ON a.n = m.account"
                " JOIN reading g ON g.report = a.report WHERE m.record = ?"
                " ORDER BY a.status <> ?, g.published IS NULL, g.published, a.id",
                (record.id, record.status),
            )
            yield record, tuple(self._told(found["content"]) for found in accounts)

    def _told(self, content: str) -> Told:
        account = msgspec.json.decode(content, type=Account)
        return Told(account, self._reading(account.report))

    def _read(self, report: str) -> Reading:
        found = self._store.reading(report)
        assert found is not None
        return found
