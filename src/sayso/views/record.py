"""A record with its accounts side by side; why it is so; and contradictions over all records."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping

import msgspec

from sayso.model.judgement import Reason
from sayso.storing import Store
from sayso.views.answers import Contradiction, Evidence, Merge, RecordView, WhyValue, WhyView
from sayso.views.compare import differences, values_of
from sayso.views.parts import (
    ACCOUNT,
    BY_DAY,
    EARLIEST,
    RECORD,
    account_of,
    account_view,
    chain,
    quotation,
    record_row,
    time_of,
)
from sayso.views.rows import RecordRow

FIELDS = ("type", "mode", "status", "day", "place", "initiators", "recipients")
# CROSS JOIN: in the order written, from the few accounts of the record.
_JUDGED = (
    'SELECT x.id AS "left", y.id AS "right", j.verdict, j.score, j.by, j.reasons FROM record_account p'
    ' CROSS JOIN rule_judgement j ON j."left" = p.account CROSS JOIN record_account q ON q.account = j."right"'
    " CROSS JOIN account x ON x.n = p.account CROSS JOIN account y ON y.n = q.account"
    " WHERE p.record = :id AND q.record = :id"
    " UNION ALL"
    ' SELECT j."left", j."right", j.verdict, j.score, j.by, j.reasons FROM record_account p'
    ' CROSS JOIN account x ON x.n = p.account CROSS JOIN person_judgement j ON j."left" = x.id'
    ' CROSS JOIN account y ON y.id = j."right" CROSS JOIN record_account q ON q.account = y.n'
    " WHERE p.record = :id AND q.record = :id"
    " ORDER BY 1, 2, 5"
)


def record_view(store: Store, record: str) -> RecordView:
    """A record (by its full id) with every account beside the others."""
    rows = _accounts(store, record)
    return RecordView(
        record=_row(store, record),
        accounts=tuple(account_view(row) for row in rows),
        differences=differences(rows),
    )


def why_view(store: Store, record: str) -> WhyView:
    """Down to the words of a record (by its full id)."""
    found: dict[tuple[str, str], list[Evidence]] = {}
    for row in _accounts(store, record):
        account = account_of(row)
        for field, value, span in values_of(account, time_of(row)):
            evidence = Evidence(account=account.id, quotation=quotation(row, span), chain=chain(row, account))
            found.setdefault((field, value), []).append(evidence)
    ordered = sorted(found, key=_field_order)
    return WhyView(
        record=_row(store, record),
        values=tuple(
            WhyValue(field=field, value=value, evidence=tuple(found[field, value])) for field, value in ordered
        ),
        merges=_merges(store, record),
    )


def contradictions(store: Store) -> Iterator[Contradiction]:
    """What accounts of one record cannot both say, by day."""
    # Only records where two accounts give numbers, or some deny, can hold one.
    several = (
        " WHERE r.disputed OR (SELECT count(*) FROM record_account m JOIN account a ON a.n = m.account"
        " WHERE m.record = r.id AND json_array_length(a.content, '$.counts') > 0) > 1"
    )
    for row in store.select(f"{RECORD}{several}{BY_DAY}"):
        record = record_row(row)
        for difference in differences(_accounts(store, record.id)):
            if difference.contradiction:
                yield Contradiction(record=record, field=difference.field, claims=difference.claims)


def _accounts(store: Store, record: str) -> list[sqlite3.Row]:
    return list(store.select(f"{ACCOUNT} WHERE m.record = ?{EARLIEST}, a.id", (record,)))


def _row(store: Store, record: str) -> RecordRow:
    row = store.first(f"{RECORD} WHERE r.id = ?", (record,))
    assert row is not None
    return record_row(row)


def _field_order(key: tuple[str, str]) -> tuple[int, str, str]:
    field, value = key
    return (FIELDS.index(field) if field in FIELDS else len(FIELDS), field, value)


def _merges(store: Store, record: str) -> tuple[Merge, ...]:
    meaning = {row["feature"]: row["words"] for row in store.select("SELECT feature, words FROM reason")}
    return tuple(_merge(row, meaning) for row in store.select(_JUDGED, {"id": record}))


def _merge(row: sqlite3.Row, meaning: Mapping[str, str]) -> Merge:
    """A rule's reasons are kept as features with weights, a person's in full."""
    if row["by"].startswith("rule:"):
        weights = msgspec.json.decode(row["reasons"], type=tuple[tuple[str, float], ...])
        reasons = tuple((meaning[feature], weight) for feature, weight in weights)
    else:
        given = msgspec.json.decode(row["reasons"], type=tuple[Reason, ...])
        reasons = tuple((reason.words, reason.weight) for reason in given)
    return Merge(
        left=row["left"],
        right=row["right"],
        verdict=row["verdict"],
        score=row["score"],
        by=row["by"],
        reasons=reasons,
    )
