"""Across reports (ECB+): does sayso tell two given mentions as one happening?

Each report is read as it stands, accounts are judged and assembled; a given mention takes the record of the account
whose trigger it overlaps. Mentions at which sayso finds no event stay alone: nothing is joined by its word alone.
The originals: ECB+ (Cybulska & Vossen 2014).
"""

from __future__ import annotations

from typing import Any

from evals.gold import arguments, rows, write
from sayso.assembling import assemble
from sayso.errors import RejectedInput
from sayso.ingesting import from_text
from sayso.linking import accounts_of, judge
from sayso.model.reading import Reading
from sayso.model.record import Account
from sayso.model.span import Span, overlaps
from sayso.reading import Reader

_GLUED = frozenset({".", ",", ";", ":", "!", "?", ")", "'s", "n't"})


def text_of(row: dict[str, Any]) -> tuple[str, dict[tuple[int, int], Span]]:
    """The report's tokens as text, a sentence a line, and where each (sentence, token) stands in it."""
    text, where = "", {}
    for sentence in row["sentences"]:
        for n, token in enumerate(sentence["tokens"]):
            text += "" if not text or text.endswith("\n") or token in _GLUED else " "
            where[sentence["index"], n] = (len(text), len(text) + len(token))
            text += token
        text += "\n"
    return text, where


def main() -> int:
    """Read all reports, link them, write a record's id for every given mention."""
    options = arguments(__doc__ or "").parse_args()
    reader, accounts, found = Reader(), [], []
    for row in rows(options.gold):
        text, where = text_of(row)
        told = _accounts(reader, text)
        accounts += [a for _, a in told]
        spans = [[where[e["sentence"], t] for t in e["tokens"]] for e in row["events"]]
        found.append((row["id"], [_account_at(told, s) for s in spans]))
    records = assemble(accounts, judge(accounts), {}, {})
    record_of = {a: r.id for r in records for a in r.accounts}
    predictions = ({"id": i, "events": [record_of.get(a or "") for a in listed]} for i, listed in found)
    print(f"{write(options.predictions, predictions)} reports, {len(accounts)} accounts, {len(records)} records")
    return 0


def _accounts(reader: Reader, text: str) -> list[tuple[Reading, Account]]:
    try:
        reading = reader.read(from_text(text))
    except RejectedInput:
        return []
    return [(reading, a) for a in accounts_of(reading)]


def _account_at(told: list[tuple[Reading, Account]], spans: list[Span]) -> str | None:
    return next((a.id for _, a in told if any(overlaps(t, s) for t in a.trigger for s in spans)), None)


if __name__ == "__main__":
    raise SystemExit(main())
