"""An actor over all reports."""

from __future__ import annotations

from sayso.storing import Store
from sayso.views.answers import ActorView, NameCount
from sayso.views.parts import BY_DAY, EARLIEST, RECORD, RELATION, STATEMENT, record_row, relation_rows, statement_row
from sayso.views.rows import RecordRow


def actor_view(store: Store, key: str) -> ActorView:
    """An actor, by its full key."""
    names = _counted(store, "name", key)
    ties = store.select(f"{RELATION} WHERE x.from_actor = :key OR x.to_actor = :key{EARLIEST}, x.b, x.id", {"key": key})
    (reports,) = store.first("SELECT count(DISTINCT report) FROM actor WHERE key = ?", (key,)) or (0,)
    return ActorView(
        id=key,
        name=names[0].name,
        kind=_usual(store, "kind", key) or "other",
        country=_usual(store, "country", key),
        names=names,
        roles=_counted(store, "role", key),
        reports=reports,
        ties=tuple(relation_rows(ties)),
        as_initiator=_records(store, key, "initiator"),
        as_recipient=_records(store, key, "recipient"),
        statements=tuple(
            statement_row(row) for row in store.select(f"{STATEMENT} WHERE s.actor = ?{EARLIEST}, s.n", (key,))
        ),
    )


def _counted(store: Store, column: str, key: str) -> tuple[NameCount, ...]:
    """The values of a column with the number of reports that give them, most frequent first."""
    rows = store.select(
        f"SELECT {column} AS value, count(DISTINCT report) AS reports FROM actor"
        f" WHERE key = ? AND {column} IS NOT NULL GROUP BY {column} ORDER BY reports DESC, value",
        (key,),
    )
    return tuple(NameCount(name=row["value"], reports=row["reports"]) for row in rows)


def _usual(store: Store, column: str, key: str) -> str | None:
    counted = _counted(store, column, key)
    return counted[0].name if counted else None


def _records(store: Store, key: str, side: str) -> tuple[RecordRow, ...]:
    inner = (
        "SELECT m.record FROM account_party p JOIN record_account m ON m.account = p.account"
        " WHERE p.key = ? AND p.side = ?"
    )
    return tuple(record_row(row) for row in store.select(f"{RECORD} WHERE r.id IN ({inner}){BY_DAY}", (key, side)))
