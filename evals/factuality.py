"""How factual a text makes each marked happening, −3 … +3 (`factuality.py` of the scorers; UW, MEANTIME, UDS)."""

from __future__ import annotations

from typing import Any

from evals.gold import arguments, rows, write
from evals.reading import plain
from sayso.model.reading import EventStatus
from sayso.reading.draft import Draft
from sayso.reading.events.status import status_of
from sayso.reading.parsing import parse, spacy_parser

VALUES: dict[EventStatus, float] = {
    "happened": 3.0, "ongoing": 3.0, "ended": 3.0, "alleged": 1.5, "attempted": 0.9, "planned": 0.9, "threatened": 0.9,
    "hypothetical": 0.5, "proposed": 0.5, "demanded": 0.3, "denied": -2.5,
}  # fmt: skip


def offsets(tokens: list[str]) -> tuple[str, list[int]]:
    """The tokens as a text, and where each begins."""
    at, found = 0, []
    for token in tokens:
        found.append(at)
        at += len(token) + 1
    return " ".join(tokens), found


def predict(row: dict[str, Any]) -> list[float]:
    """One value for each target of a row."""
    tokens = [_quote(t) for t in row["text"].split(" ")]
    text, starts = offsets(tokens)
    draft = parse(plain(text), spacy_parser())
    return [VALUES[_status(draft, starts, tokens, *t["span1"])] for t in row["targets"]]


def _quote(token: str) -> str:
    return {"``": '"', "''": '"'}.get(token, token)


def _status(draft: Draft, starts: list[int], tokens: list[str], b: int, e: int) -> EventStatus:
    last = min(e, len(starts)) - 1
    if b >= len(starts):
        return "happened"
    head = draft.head_of((starts[b], starts[last] + len(tokens[last])))
    return status_of(head, draft) if head is not None else "happened"


def main() -> None:
    """Predict and write."""
    options = arguments(__doc__ or "").parse_args()
    write(options.predictions, ({"labels": predict(row)} for row in rows(options.gold)))


if __name__ == "__main__":
    main()
