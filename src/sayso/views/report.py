"""A report with its blocks, and what was read in it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from sayso.model.report import Header, Report
from sayso.storing import Store
from sayso.storing.facts import report_of
from sayso.views.answers import BlockView, Found, ReportView
from sayso.views.parts import ACCOUNT, RELATION, STATEMENT, account_view, relation_rows, statement_row
from sayso.views.rows import Origin, StatementRow

_FOUND = (
    "SELECT 'actor' AS layer, id, name, kind, key AS value, b, e FROM actor WHERE report = :n"
    " UNION ALL SELECT 'place', id, name, precision,"
    " CASE WHEN lat IS NULL THEN NULL ELSE printf('%.4f, %.4f, %s', lat, lon, coalesce(country, '-')) END, b, e"
    " FROM place WHERE report = :n"
    " UNION ALL SELECT 'time', id, words, type, timex, b, e FROM time WHERE report = :n ORDER BY 1, 6, 2"
)


def report_view(store: Store, report: str) -> ReportView:
    """A report, by its full id; what was read is empty where no reading is there."""
    row = store.first(
        "SELECT r.n, r.header, r.blocks, r.text, g.reader, g.title, g.publisher, g.uri, g.published, g.precision,"
        " g.basis FROM report r LEFT JOIN reading g ON g.report = r.n WHERE r.id = ?",
        (report,),
    )
    assert row is not None
    kept, n, is_read = report_of(row), {"n": row["n"]}, row["reader"] is not None
    h, p = kept.header, kept.header.published
    return ReportView(
        id=h.id,
        title=row["title"] if is_read else h.title,
        publisher=h.publisher,
        author=h.author,
        published=row["published"] if is_read else p.value,
        precision=row["precision"] if is_read else p.precision,
        basis=row["basis"] if is_read else p.basis,
        uri=h.uri,
        language=h.language,
        copies=tuple(_copies(store, row["n"], h)),
        reader=row["reader"],
        text=kept.text,
        blocks=tuple(_blocks(kept)),
        found=tuple(Found(begin=f["b"] or 0, end=f["e"] or 0, **_named(f)) for f in store.select(_FOUND, n)),
        statements=tuple(statement_row(s) for s in store.select(f"{STATEMENT} WHERE s.report = :n ORDER BY s.n", n)),
        accounts=tuple(account_view(a) for a in store.select(f"{ACCOUNT} WHERE a.report = :n ORDER BY a.n", n)),
        relations=tuple(relation_rows(store.select(f"{RELATION} WHERE x.report = :n ORDER BY x.b, x.id", n))),
    )


def statement_view(store: Store, statement: str) -> StatementRow:
    """A statement, by its full id."""
    report, _, number = statement.rpartition("/")
    row = store.first(f"{STATEMENT} WHERE r.id = ? AND s.id = ?", (report, number))
    assert row is not None
    return statement_row(row)


def _named(row: object) -> dict[str, str]:
    return {name: row[name] for name in ("layer", "id", "name", "kind", "value")}  # type: ignore[index]


def _blocks(report: Report) -> Iterator[BlockView]:
    for block in report.blocks:
        b, e = block.span
        yield BlockView(kind=block.kind, words=report.text[b:e], begin=b, end=e, same_as=block.same_as)


def _copies(store: Store, n: int, read: Header) -> Iterator[Origin]:
    for row in store.select("SELECT header FROM copy WHERE report = ? ORDER BY header", (n,)):
        copy = msgspec.json.decode(row["header"], type=Header)
        if copy != read:
            yield Origin(
                report=copy.id, title=copy.title, publisher=copy.publisher, published=copy.published.value, uri=copy.uri
            )
