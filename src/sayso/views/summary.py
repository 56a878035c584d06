"""How much there is, and what was refused."""

from __future__ import annotations

from sayso.storing import Store
from sayso.views.answers import Summary
from sayso.views.rows import RejectRow

_COUNTS = {
    "reports": "SELECT count(*) FROM report",
    "copies": "SELECT (SELECT count(*) FROM copy) - (SELECT count(*) FROM report)",
    "outlets": "SELECT count(DISTINCT publisher) FROM copy",
    "words": "SELECT coalesce(sum(words), 0) FROM report",
    "statements": "SELECT count(*) FROM statement",
    "accounts": "SELECT count(*) FROM account",
    "relations": "SELECT count(*) FROM relation",
    "actors": "SELECT count(DISTINCT key) FROM actor",
    "places": "SELECT count(DISTINCT coalesce(ref, name)) FROM place",
    "records": "SELECT count(*) FROM record",
    "disputed": "SELECT count(*) FROM record WHERE disputed",
    "rejects": "SELECT count(*) FROM reject",
    "unread": "SELECT count(*) FROM report r LEFT JOIN reading g ON g.report = r.n WHERE g.report IS NULL",
    "first_day": "SELECT min(day) FROM record",
    "last_day": "SELECT max(day) FROM record",
}


def summary(store: Store) -> Summary:
    """Counts of everything."""
    values = {name: row[0] for name, sql in _COUNTS.items() if (row := store.first(sql)) is not None}
    readers = tuple(row[0] for row in store.select("SELECT DISTINCT reader FROM reading ORDER BY reader"))
    return Summary(**values, readers=readers)


def rejects(store: Store) -> list[RejectRow]:
    """What was refused, by address."""
    rows = store.select("SELECT uri, code, detail, size FROM reject ORDER BY uri, code")
    return [RejectRow(uri=r["uri"], code=r["code"], detail=r["detail"], size=r["size"]) for r in rows]
