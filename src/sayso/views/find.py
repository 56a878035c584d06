"""Finding: conditions in, rows out, by day."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.storing import Store
from sayso.text.normal import fold
from sayso.views.parts import BY_DAY, RECORD, STATEMENT, record_row, statement_row
from sayso.views.rows import RecordRow, ReportRow, StatementRow

_TOKEN = re.compile(r'"([^"]*)"|(\S+)')


# Keys of the actors that some report calls by a name with these letters ("LNA").
_CALLED = "SELECT c.key FROM actor c WHERE c.key = :actor OR c.folded LIKE :named ESCAPE '\\'"


@dataclass(frozen=True, kw_only=True)
class Query:
    """Conditions that must all hold; None: no condition. Days are whole ISO days. `type` may carry a mode."""

    text: str | None = None
    type: str | None = None
    mode: str | None = None
    actor: str | None = None
    place: str | None = None
    country: str | None = None
    since: str | None = None
    until: str | None = None
    status: str | None = None
    disputed: bool | None = None
    limit: int | None = 50


@dataclass
class _Where:
    """Conditions of SQL with their parameters."""

    parts: list[str] = field(default_factory=list)
    values: dict[str, object] = field(default_factory=dict)

    def add(self, condition: str, **values: object) -> None:
        self.parts.append(condition)
        self.values.update(values)

    def sql(self, word: str = " WHERE ") -> str:
        return word + " AND ".join(self.parts) if self.parts else ""


def find_records(store: Store, query: Query) -> list[RecordRow]:
    """Records one of whose accounts satisfies all that is asked of text, type, parties, place and status."""
    where = _Where()
    account = _account_conditions(query)
    if account.parts:
        inner = f"SELECT m.record FROM account a JOIN record_account m ON m.account = a.n{account.sql()}"
        where.add(f"r.id IN ({inner})", **account.values)
    if query.since:
        where.add("(r.day >= :since OR r.day_end > :since)", since=query.since)
    if query.until:
        where.add("r.day <= :until", until=query.until)
    if query.disputed is not None:
        where.add("r.disputed = :disputed", disputed=query.disputed)
    sql = f"{RECORD}{where.sql()}{BY_DAY} LIMIT :limit"
    return [record_row(row) for row in store.select(sql, {**where.values, "limit": _limit(query)})]


def find_statements(store: Store, query: Query) -> list[StatementRow]:
    """Statements; the day asked for is that of saying where it is told, else that of printing."""
    where = _Where()
    if query.text:
        where.add(
            "s.n IN (SELECT rowid FROM statement_words WHERE statement_words MATCH :text)", text=match(query.text)
        )
    if query.type:
        where.add("s.act = :act", act=query.type)
    if query.actor:
        speaker = f"(s.actor IN ({_CALLED}) OR s.folded LIKE :named ESCAPE '\\')"
        where.add(speaker, actor=query.actor, named=_like(query.actor))
    place = _place_conditions(query, "q", "q.ref", "q.name")
    if place.parts:
        where.add(f"s.report IN (SELECT q.report FROM place q{place.sql()})", **place.values)
    day = "coalesce(s.day, substr(g.published, 1, 10))"
    if query.since:
        where.add(f"{day} >= :since", since=query.since)
    if query.until:
        where.add(f"{day} <= :until", until=query.until)
    sql = f"{STATEMENT}{where.sql()} ORDER BY {day} IS NULL, {day}, r.id, s.n LIMIT :limit"
    return [statement_row(row) for row in store.select(sql, {**where.values, "limit": _limit(query)})]


def find_reports(store: Store, query: Query) -> list[ReportRow]:
    """Reports; type, status, place and parties are asked of what stands in them."""
    where, passage = _Where(), "substr(r.text, 1, 160)"
    source = "report r LEFT JOIN reading g ON g.report = r.n"
    if query.text:
        source = "report_words JOIN report r ON r.n = report_words.rowid LEFT JOIN reading g ON g.report = r.n"
        where.add("report_words MATCH :text", text=match(query.text))
        passage = "snippet(report_words, -1, '', '', '…', 24)"
    inner = _account_conditions(Query(type=query.type, mode=query.mode, status=query.status))
    if inner.parts:
        where.add(f"r.n IN (SELECT a.report FROM account a{inner.sql()})", **inner.values)
    if query.actor:
        named = "SELECT c.report FROM actor c WHERE c.key = :actor OR c.folded LIKE :named ESCAPE '\\'"
        where.add(f"r.n IN ({named})", actor=query.actor, named=_like(query.actor))
    place = _place_conditions(query, "q", "q.ref", "q.name")
    if place.parts:
        where.add(f"r.n IN (SELECT q.report FROM place q{place.sql()})", **place.values)
    day = "substr(coalesce(g.published, r.published), 1, 10)"
    if query.since:
        where.add(f"{day} >= :since", since=query.since)
    if query.until:
        where.add(f"{day} <= :until", until=query.until)
    sql = (
        "SELECT r.id, coalesce(g.title, r.title) AS title, coalesce(g.publisher, r.publisher) AS publisher,"
        " coalesce(g.published, r.published) AS published, coalesce(g.basis, r.basis) AS basis,"
        " coalesce(g.uri, r.uri) AS uri, (SELECT count(*) FROM account a WHERE a.report = r.n) AS accounts,"
        " (SELECT count(*) FROM statement s WHERE s.report = r.n) AS statements,"
        f" (SELECT count(*) - 1 FROM copy k WHERE k.report = r.n) AS copies, {passage} AS words"
        f" FROM {source}{where.sql()} ORDER BY {day} IS NULL, {day}, r.id LIMIT :limit"
    )
    found = store.select(sql, {**where.values, "limit": _limit(query)})
    return [ReportRow(**{name: row[name] for name in ReportRow.__struct_fields__}) for row in found]


def match(text: str) -> str:
    """Words of a person as a question to FTS5: all words, "quoted ones" as a phrase, no operators."""
    parts = [phrase or word for phrase, word in _TOKEN.findall(text)]
    quoted = [f'"{escaped}"' for part in parts if (escaped := part.replace('"', '""').replace("\0", " ").strip())]
    return " ".join(quoted) or '""'


def _account_conditions(query: Query) -> _Where:
    where = _Where()
    if query.text:
        where.add("a.n IN (SELECT rowid FROM account_words WHERE account_words MATCH :text)", text=match(query.text))
    if query.type:
        where.add("a.type = :type", type=query.type)
    if query.mode:
        where.add("a.mode = :mode", mode=query.mode)
    if query.status:
        where.add("a.status = :status", status=query.status)
    if query.actor:
        party = f"SELECT p.account FROM account_party p WHERE p.key IN ({_CALLED}) OR p.folded LIKE :named ESCAPE '\\'"
        where.add(f"a.n IN ({party})", actor=query.actor, named=_like(query.actor))
    if query.place:
        where.add(
            "(a.place_key = :place OR a.place_folded LIKE :put ESCAPE '\\')", place=query.place, put=_like(query.place)
        )
    if query.country:
        where.add("a.country = :country", country=query.country.upper())
    return where


def _place_conditions(query: Query, table: str, key: str, name: str) -> _Where:
    where = _Where()
    if query.place:
        where.add(f"({key} = :place OR {name} LIKE :put ESCAPE '\\')", place=query.place, put=_like(query.place))
    if query.country:
        where.add(f"{table}.country = :country", country=query.country.upper())
    return where


def _like(name: str) -> str:
    escaped = re.sub(r"([\\%_])", r"\\\1", fold(name))
    return f"%{escaped}%"


def _limit(query: Query) -> int:
    return -1 if query.limit is None else query.limit
