"""From an id, or the beginning of one, to the one thing that is meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.errors import OptionError
from sayso.storing import Store
from sayso.text.normal import fold

Kind = Literal["record", "account", "report", "actor", "statement"]
NAMED = 8  # choices that an error names

# kind, question for ids that begin with :id (between :id and :after), what else may be written before an id
_BY_ID: tuple[tuple[Kind, str], ...] = (
    ("record", "SELECT id FROM record WHERE id >= :id AND id < :after ORDER BY id LIMIT 9"),
    ("account", "SELECT id FROM account WHERE id >= :id AND id < :after ORDER BY id LIMIT 9"),
    ("report", "SELECT id FROM report WHERE id >= :id AND id < :after ORDER BY id LIMIT 9"),
    ("actor", "SELECT DISTINCT key FROM actor WHERE key >= :id AND key < :after ORDER BY key LIMIT 9"),
)
_BY_NAME = "SELECT DISTINCT key FROM actor WHERE folded = ? ORDER BY key LIMIT 9"
_NEAR_NAME = "SELECT DISTINCT key FROM actor WHERE folded LIKE ? ESCAPE '\\' ORDER BY key LIMIT 9"
_END = "\U0010ffff"


@dataclass(frozen=True)
class Target:
    """What an id means."""

    kind: Kind
    id: str


def look_up(store: Store, given: str) -> Target:
    """The record, account, report, statement or actor with an id, the only one that begins with it, or so named.

    Raises:
        OptionError: if there is none or more than one; names the choices.
    """
    wanted = given.strip()
    statement = _statement(store, wanted)
    if statement is not None:
        return statement
    found = _by_id(store, wanted) or _by_name(store, wanted)
    exact = [target for target in found if target.id in (wanted, f"sha256:{wanted}")]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if not found:
        raise OptionError("id", given, ("the id (or its beginning) of a record, account, report, statement or actor",))
    named = [f"{target.id} ({target.kind})" for target in found[:NAMED]]
    raise OptionError("id", given, [*named, *(["…"] if len(found) > NAMED else [])])


def record_of(store: Store, given: str) -> str:
    """The full id of the record that a record's or an account's id means.

    Raises:
        OptionError: if it is not an id of these, or ambiguous.
    """
    target = look_up(store, given)
    if target.kind == "record":
        return target.id
    if target.kind == "account":
        row = store.first(
            "SELECT m.record FROM record_account m JOIN account a ON a.n = m.account WHERE a.id = ?", (target.id,)
        )
        if row is not None:
            return str(row["record"])
        raise OptionError("id", given, ("an account that is linked: run add again, the last one was stopped",))
    raise OptionError("id", given, (f"the id of a record or account; this is a {target.kind}",))


def _by_id(store: Store, wanted: str) -> list[Target]:
    if not wanted:
        return []
    found = []
    for kind, question in _BY_ID:
        for begin in (wanted, f"sha256:{wanted}") if kind == "report" else (wanted,):
            rows = store.select(question, {"id": begin, "after": begin + _END})
            found += [Target(kind, row[0]) for row in rows]
    return found


def _by_name(store: Store, wanted: str) -> list[Target]:
    folded = fold(wanted)
    if not folded:
        return []
    exact = [Target("actor", row[0]) for row in store.select(_BY_NAME, (folded,))]
    if exact:
        return exact
    escaped = "".join(f"\\{c}" if c in "\\%_" else c for c in folded)
    return [Target("actor", row[0]) for row in store.select(_NEAR_NAME, (f"%{escaped}%",))]


def _statement(store: Store, wanted: str) -> Target | None:
    report, slash, number = wanted.rpartition("/")
    if not slash:
        return None
    rows = store.select(
        "SELECT r.id FROM report r JOIN statement s ON s.report = r.n WHERE s.id = :s AND"
        " ((r.id >= :id AND r.id < :id || :end) OR (r.id >= 'sha256:' || :id AND r.id < 'sha256:' || :id || :end))",
        {"s": number, "id": report, "end": _END},
    )
    found = [row["id"] for row in rows]
    return Target("statement", f"{found[0]}/{number}") if len(found) == 1 else None
