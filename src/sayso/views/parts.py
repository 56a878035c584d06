"""From rows of the store to rows of an answer: the parts that several answers share."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from sayso.model.reading import Count
from sayso.model.record import Account
from sayso.model.span import Span, hull
from sayso.storing import Store
from sayso.views.answers import AccountView
from sayso.views.rows import Number, Origin, Quotation, RecordRow, RelationRow, StatementRow, Voice

RECORD = (
    "SELECT r.id, r.day, r.day_end, r.type, r.mode, r.status, r.initiators, r.recipients, r.blamed, r.place, r.country,"
    " r.reports, r.outlets, r.texts, r.speakers, r.disputed, r.words FROM record r"
)
BY_DAY = " ORDER BY r.day IS NULL, r.day, r.id"
ACCOUNT = (
    "SELECT a.n, a.content, a.place, m.record, r.id AS report, r.text, g.title, g.publisher, g.published, g.uri,"
    " (SELECT json_array(t.b, t.e) FROM event v JOIN time t ON t.report = v.report AND t.id = v.time"
    " WHERE v.report = a.report AND (v.id = a.event OR v.same_as = a.event OR v.id ="
    " (SELECT w.same_as FROM event w WHERE w.report = a.report AND w.id = a.event)) AND substr(t.start, 1, 10) = a.day"
    " ORDER BY v.same_as IS NOT NULL, t.b LIMIT 1) AS time"  # the words that give the day
    " FROM account a JOIN reading g ON g.report = a.report JOIN report r ON r.n = a.report"
    " LEFT JOIN record_account m ON m.account = a.n"
)
STATEMENT = (
    "SELECT s.n, s.id, s.act, s.form, s.negated, s.parent, s.day, s.speaker, s.actor, s.addressee, s.words, s.spans,"
    " r.id AS report, g.title, g.publisher, g.published, g.uri"
    " FROM statement s JOIN reading g ON g.report = s.report JOIN report r ON r.n = s.report"
)
RELATION = (
    "SELECT x.id, x.from_name, x.from_actor, x.relation, x.to_name, x.to_actor, x.ended, x.said_by, x.words, x.b, x.e,"
    " r.id AS report, g.title, g.publisher, g.published, g.uri"
    " FROM relation x JOIN reading g ON g.report = x.report JOIN report r ON r.n = x.report"
)
EARLIEST = " ORDER BY g.published IS NULL, g.published, r.id"


def origin(row: sqlite3.Row) -> Origin:
    """Where a row stands, from its columns report, title, publisher, published, uri."""
    return Origin(
        report=row["report"],
        title=row["title"],
        publisher=row["publisher"],
        published=row["published"],
        uri=row["uri"],
    )


def quotation(row: sqlite3.Row, span: Span) -> Quotation:
    """Exact words out of the text of a row that has one."""
    return Quotation(words=row["text"][span[0] : span[1]], begin=span[0], end=span[1], origin=origin(row))


def record_row(row: sqlite3.Row) -> RecordRow:
    """One record on one line."""
    values = {name: row[name] for name in RecordRow.__struct_fields__}
    for side in ("initiators", "recipients", "blamed"):
        values[side] = tuple(msgspec.json.decode(row[side], type=list[str]))
    return RecordRow(**{**values, "disputed": bool(row["disputed"])})


def records(store: Store, ids: Iterable[str]) -> tuple[RecordRow, ...]:
    """Records by id, by day."""
    wanted = msgspec.json.encode(list(ids)).decode()
    found = store.select(f"{RECORD} WHERE r.id IN (SELECT value FROM json_each(?)){BY_DAY}", (wanted,))
    return tuple(record_row(row) for row in found)


def account_of(row: sqlite3.Row) -> Account:
    """The account itself."""
    return msgspec.json.decode(row["content"], type=Account)


def time_of(row: sqlite3.Row) -> Span | None:
    """The words that give an account's day."""
    return msgspec.json.decode(row["time"], type=Span) if row["time"] else None


def chain(row: sqlite3.Row, account: Account) -> tuple[Voice, ...]:
    """Who says so, innermost first; the last is always the one who printed it."""
    speakers = [Voice(name=s.name or "(nobody named)", act=s.act, kind=s.kind, actor=s.key) for s in account.chain]
    printed = Voice(
        name=row["publisher"] or row["uri"] or row["title"] or row["report"], act="report", kind="publisher"
    )
    return (*speakers, printed)


def numbers(row: sqlite3.Row, counts: Sequence[Count]) -> tuple[Number, ...]:
    """The counts of an account with their words."""
    return tuple(
        Number(
            what=c.what,
            group=c.group,
            qualifier=c.qualifier,
            value=c.value,
            low=c.low,
            high=c.high,
            words=row["text"][c.span[0] : c.span[1]],
        )
        for c in counts
    )


def account_view(row: sqlite3.Row) -> AccountView:
    """An account with its words."""
    a = account_of(row)
    return AccountView(
        id=a.id,
        record=row["record"],
        event=a.event,
        type=a.type,
        mode=a.mode,
        status=a.status,
        day=a.day,
        day_end=a.day_end,
        initiators=tuple(dict.fromkeys(who.name for who in a.initiators)),
        recipients=tuple(dict.fromkeys(who.name for who in a.recipients)),
        place=a.where.name if a.where else None,
        country=a.where.country if a.where else None,
        numbers=numbers(row, a.counts),
        chain=chain(row, a),
        trigger=quotation(row, hull(a.trigger)),
        sentence=quotation(row, a.sentence),
    )


def statement_row(row: sqlite3.Row) -> StatementRow:
    """One statement on one line."""
    return StatementRow(
        id=f"{row['report']}/{row['id']}",
        speaker=row["speaker"],
        actor=row["actor"],
        act=row["act"],
        form=row["form"],
        negated=bool(row["negated"]),
        addressee=row["addressee"],
        day=row["day"],
        words=row["words"],
        spans=msgspec.json.decode(row["spans"], type=tuple[Span, ...]),
        parent=f"{row['report']}/{row['parent']}" if row["parent"] else None,
        origin=origin(row),
    )


def relation_rows(rows: Iterable[sqlite3.Row]) -> Iterator[RelationRow]:
    """Ties, one on a line."""
    for row in rows:
        yield RelationRow(
            id=f"{row['report']}/{row['id']}",
            from_=row["from_name"],
            from_actor=row["from_actor"],
            relation=row["relation"],
            to=row["to_name"],
            to_actor=row["to_actor"],
            ended=bool(row["ended"]),
            said_by=row["said_by"],
            quotation=Quotation(words=row["words"], begin=row["b"], end=row["e"], origin=origin(row)),
        )
