"""Answers as rows for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sayso.cli import phrases
from sayso.views import AccountView, ActorView, Origin, RecordRow, RecordView, ReportView, StatementRow, WhyView

ORIGIN = ("report", "title", "publisher", "published", "uri")
HEADERS = {
    "records": (
        "id", "day", "day_end", "status", "disputed", "type", "mode", "initiators", "recipients", "blamed", "place",
        "country", "reports", "outlets", "texts", "speakers", "words",
    ),
    "statements": (
        "id", "day", "speaker", "actor", "act", "form", "negated", "addressee", "words", "spans", "parent", *ORIGIN,
    ),
    "reports": (
        "id", "published", "basis", "title", "publisher", "uri", "accounts", "statements", "copies", "words",
    ),
}  # fmt: skip
WHY = ("field", "value", "words", "says", "publisher", "published", "report", "begin", "end", "account")


def flattened(row: Mapping[str, object]) -> dict[str, object]:
    """A row without depth: the fields of an inner object stand in its place."""
    flat: dict[str, object] = {}
    for key, value in row.items():
        if isinstance(value, Mapping):
            flat.update(flattened(value))
        else:
            flat[key] = value
    return flat


def shown(view: RecordView | ReportView | ActorView | StatementRow) -> Iterator[dict[str, object]]:
    """What `show` shows, a row for each account, statement or record, in the columns of a reading."""
    if isinstance(view, StatementRow):
        yield _statement(view)
        return
    if isinstance(view, ActorView):
        yield from map(_record, (*view.as_initiator, *view.as_recipient))
    else:
        yield from map(_account, view.accounts)
    if not isinstance(view, RecordView):
        yield from map(_statement, view.statements)


def reasons(view: WhyView) -> Iterator[dict[str, object]]:
    """Each value of a record with each quotation that supports it."""
    for value in view.values:
        for proof in value.evidence:
            found = proof.quotation
            yield {
                "field": value.field, "value": value.value, "words": phrases.flowing(found.words),
                "says": phrases.voiced(proof.chain), "publisher": found.origin.publisher,
                "published": found.origin.published, "report": found.origin.report, "begin": found.begin,
                "end": found.end, "account": proof.account,
            }  # fmt: skip


def _origin(found: Origin) -> dict[str, object]:
    return {"report": found.report, "title": found.title, "publisher": found.publisher, "published": found.published}


def _account(row: AccountView) -> dict[str, object]:
    return {
        **_origin(row.sentence.origin), "row": "account", "id": row.id, "day": row.day, "status": row.status,
        "type": row.type, "mode": row.mode, "who": row.initiators, "whom": row.recipients, "place": row.place,
        "country": row.country, "says": phrases.voiced(row.chain), "words": phrases.flowing(row.sentence.words),
        "begin": row.sentence.begin, "end": row.sentence.end,
    }  # fmt: skip


def _statement(row: StatementRow) -> dict[str, object]:
    return {
        **_origin(row.origin), "row": "statement", "id": row.id, "day": row.day,
        "status": "negated" if row.negated else None, "type": row.act, "mode": row.form, "who": row.speaker,
        "whom": row.addressee, "words": phrases.flowing(row.words), "begin": row.spans[0][0] if row.spans else None,
        "end": row.spans[-1][1] if row.spans else None,
    }  # fmt: skip


def _record(row: RecordRow) -> dict[str, object]:
    return {
        "row": "record", "id": row.id, "day": row.day, "status": row.status, "type": row.type, "mode": row.mode,
        "who": row.initiators, "whom": row.recipients, "place": row.place, "country": row.country,
        "words": phrases.flowing(row.words),
    }  # fmt: skip
