"""Linking and assembling what was touched: only blocks and components with a touched account are done again.

What comes out does not depend on the order of adding: judgements depend on the two accounts alone, components on the
judgements, and each component is assembled by itself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from sayso.linking import blocks_of, copy_groups
from sayso.model.judgement import Judgement
from sayso.model.record import Account, Record
from sayso.storing.derived import dissolve

Compare = Callable[[Account, Account], Judgement]
Assemble = Callable[
    [Sequence[Account], Sequence[Judgement], Mapping[str, str | None], Mapping[str, str]], tuple[Record, ...]
]
Watch = Callable[[int, int], None]
TOGETHER = 500  # single accounts that are assembled in one go


def relink(connection: sqlite3.Connection, compare: Compare, assemble: Assemble, watch: Watch) -> int:
    """Judges and assembles all that was touched; call it within a transaction. The number of accounts done."""
    (total,) = connection.execute("SELECT count(*) FROM touched").fetchone()
    if total:
        _judge_blocks(connection, compare, watch, total)
        _assemble_components(connection, assemble, watch, total)
        connection.execute("DELETE FROM touched")
    return int(total)


def touch_all(connection: sqlite3.Connection) -> None:
    """Everything is to be linked again, because the rules changed; persons' judgements stay."""
    connection.execute("DELETE FROM record")
    connection.execute("DELETE FROM rule_judgement")
    connection.execute("INSERT OR IGNORE INTO touched SELECT n FROM account")


def touch(connection: sqlite3.Connection, accounts: Iterable[str]) -> None:
    """Some accounts, by id, are to be linked again with all that share their records."""
    for account in accounts:
        row = connection.execute(
            "SELECT a.n, m.record FROM account a LEFT JOIN record_account m ON m.account = a.n WHERE a.id = ?",
            (account,),
        ).fetchone()
        if row is not None:
            connection.execute("INSERT OR IGNORE INTO touched VALUES (?)", (row["n"],))
            if row["record"] is not None:
                dissolve(connection, row["record"])


def _judge_blocks(connection: sqlite3.Connection, compare: Compare, watch: Watch, total: int) -> None:
    keys = connection.execute(
        "SELECT b.key, count(*) FROM touched t CROSS JOIN account_block b ON b.account = t.account GROUP BY b.key"
    ).fetchall()
    all_news, done, words = sum(news for _, news in keys), 0, dict[str, str]()
    for key, news in keys:
        members = connection.execute(
            "SELECT a.n, a.content, t.account IS NOT NULL AS new FROM account_block b"
            " CROSS JOIN account a ON a.n = b.account LEFT JOIN touched t ON t.account = a.n"
            " WHERE b.key = ? ORDER BY a.id",
            (key,),
        ).fetchall()
        if len(members) > 1:
            connection.executemany(
                "INSERT OR IGNORE INTO rule_judgement VALUES (?, ?, ?, ?, ?, ?)", _judged(key, members, compare, words)
            )
        done += news
        watch(total * done // (2 * all_news), total)
    connection.executemany("INSERT OR REPLACE INTO reason VALUES (?, ?)", sorted(words.items()))


def _judged(
    key: str, members: Sequence[sqlite3.Row], compare: Compare, words: dict[str, str]
) -> Iterator[tuple[object, ...]]:
    """Judgements on the pairs of a block with a new account; a pair of two blocks is judged in the first of them.

    What the features of the reasons mean is put into `words`.
    """
    accounts = [msgspec.json.decode(row["content"], type=Account) for row in members]
    blocks = [tuple(block for block in blocks_of(account) if block < key) for account in accounts]
    for i, left in enumerate(accounts):
        earlier = set(blocks[i])
        for k in range(i + 1, len(accounts)):
            if (members[i]["new"] or members[k]["new"]) and earlier.isdisjoint(blocks[k]):
                j = compare(left, accounts[k])
                if j.verdict != "different":
                    words.update((r.feature, r.words) for r in j.reasons)
                    weights = _json([(r.feature, r.weight) for r in j.reasons])
                    yield members[i]["n"], members[k]["n"], j.verdict, j.score, j.by, weights


@dataclass
class _Graph:
    """Who is judged the same as whom; persons' judgements are few and held, rules' are looked up."""

    connection: sqlite3.Connection
    persons: dict[int, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for left, right in self.connection.execute(
            'SELECT x.n, y.n FROM person_judgement p JOIN account x ON x.id = p."left"'
            " JOIN account y ON y.id = p.\"right\" WHERE p.verdict = 'same'"
        ):
            self.persons.setdefault(left, []).append(right)
            self.persons.setdefault(right, []).append(left)

    def neighbours(self, account: int) -> list[int]:
        rules = self.connection.execute(
            """SELECT "right" FROM rule_judgement WHERE "left" = ?1 AND verdict = 'same'
            UNION ALL SELECT "left" FROM rule_judgement WHERE "right" = ?1 AND verdict = 'same'""",
            (account,),
        )
        return [n for (n,) in rules] + self.persons.get(account, [])

    def component(self, start: int, seen: set[int]) -> list[int]:
        """All accounts joined to one, whose old records are taken away."""
        found, waiting = [], [start]
        seen.add(start)
        while waiting:
            account = waiting.pop()
            found.append(account)
            for near in (*self.neighbours(account), *self._old_mates(account)):
                if near not in seen:
                    seen.add(near)
                    waiting.append(near)
        return found

    def _old_mates(self, account: int) -> list[int]:
        row = self.connection.execute("SELECT record FROM record_account WHERE account = ?", (account,)).fetchone()
        if row is None:
            return []
        mates = self.connection.execute("SELECT account FROM record_account WHERE record = ?", row).fetchall()
        self.connection.execute("DELETE FROM record WHERE id = ?", row)
        return [n for (n,) in mates]


def _assemble_components(connection: sqlite3.Connection, assemble: Assemble, watch: Watch, total: int) -> None:
    graph, seen, single = _Graph(connection), set[int](), list[int]()
    writer = _Writer(connection, assemble)
    for i, (account,) in enumerate(connection.execute("SELECT account FROM touched ORDER BY account").fetchall()):
        if account in seen:
            continue
        component = graph.component(account, seen)
        if len(component) == 1:
            single += component
        else:
            writer.write(component, joined=True)
        if len(single) == TOGETHER:
            writer.write(single, joined=False)
            single.clear()
        watch((total + 2 * i) // 3, total)
    if single:
        writer.write(single, joined=False)
    watch(total, total)


class _Writer:
    """Assembles components and writes their records."""

    def __init__(self, connection: sqlite3.Connection, assemble: Assemble) -> None:
        self._connection = connection
        self._assemble = assemble

    def write(self, component: list[int], joined: bool) -> None:
        """Records of accounts that are joined by judgements, or of accounts that each stand alone."""
        self._connection.execute("CREATE TEMP TABLE IF NOT EXISTS part (account INTEGER PRIMARY KEY)")
        self._connection.execute("DELETE FROM part")
        self._connection.executemany("INSERT INTO part VALUES (?)", [(n,) for n in component])
        rows = self._connection.execute(
            "SELECT a.n, a.id, a.words, a.status, a.content, r.id AS report, g.publisher, g.published FROM part p"
            " CROSS JOIN account a ON a.n = p.account CROSS JOIN reading g ON g.report = a.report"
            " CROSS JOIN report r ON r.n = a.report"
            " ORDER BY a.id"
        ).fetchall()
        accounts = [msgspec.json.decode(row["content"], type=Account) for row in rows]
        publishers = {row["report"]: row["publisher"] for row in rows}
        judgements = tuple(self._judgements()) if joined else ()
        texts = copy_groups(self._texts(publishers)) if joined else {}
        about = {row["id"]: row for row in rows}
        for record in self._assemble(accounts, judgements, publishers, texts):
            self._write_record(record, about)

    def _judgements(self) -> Iterator[Judgement]:
        """Those within the component; their reasons do not matter here."""
        for row in self._connection.execute(
            # CROSS JOIN: in the order written, from the few accounts of the component
            'SELECT x.id AS "left", y.id AS "right", j.verdict, j.score, j.by FROM part p'
            ' CROSS JOIN rule_judgement j ON j."left" = p.account CROSS JOIN part q ON q.account = j."right"'
            ' CROSS JOIN account x ON x.n = j."left" CROSS JOIN account y ON y.n = j."right"'
            " UNION ALL"
            ' SELECT j."left", j."right", j.verdict, j.score, j.by FROM part p'
            ' CROSS JOIN account x ON x.n = p.account CROSS JOIN person_judgement j ON j."left" = x.id'
            ' CROSS JOIN account y ON y.id = j."right" CROSS JOIN part q ON q.account = y.n ORDER BY 1, 2, 5'
        ):
            yield Judgement(**dict(row))

    def _texts(self, reports: Iterable[str]) -> dict[str, str]:
        find = "SELECT text FROM report WHERE id = ?"
        return {report: self._connection.execute(find, (report,)).fetchone()[0] for report in sorted(reports)}

    def _write_record(self, record: Record, about: Mapping[str, sqlite3.Row]) -> None:
        told = sorted(
            (about[account] for account in record.accounts),
            key=lambda row: (
                row["status"] != record.status,
                row["published"] is None,
                row["published"] or "",
                row["id"],
            ),
        )
        self._connection.execute(
            f"INSERT INTO record VALUES ({', '.join('?' * 18)})",
            (
                record.id, record.type, record.mode, record.status, record.day, record.day_end,
                record.place, record.country, _json(record.initiators), _json(record.recipients),
                _json(record.blamed),
                record.reports, record.outlets, record.texts, record.speakers, record.disputed,
                told[0]["words"], _json(record),
            ),
        )  # fmt: skip
        self._connection.executemany(
            "INSERT INTO record_account VALUES (?, ?)", [(row["n"], record.id) for row in told]
        )


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
