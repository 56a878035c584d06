"""How factual a text makes each marked happening, −3 … +3 (`factuality.py` of the scorers; UW, MEANTIME, UDS).

The sets ask two questions. UW and MEANTIME ask how sure the text is of a happening, now or to come: what is announced
is nearly certain, what is wished for is open. UDS asks whether it has happened: what is only planned, wished for or
possible has not. So a status has a value on the scale of its set (`--asked`; by default by the gold's name).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from evals.gold import arguments, rows, write
from evals.reading import plain
from sayso.model.reading import EventStatus
from sayso.reading.draft import Draft, Word
from sayso.reading.events.signs import infinitive, inverted
from sayso.reading.events.status import status_of
from sayso.reading.events.syntax import negated
from sayso.reading.parsing import parse, spacy_parser

CERTAIN: dict[EventStatus, float] = {
    "happened": 2.9, "ongoing": 2.8, "ended": 2.8, "alleged": 2.0, "attempted": 0.9, "planned": 0.99, "threatened": 0.9,
    "hypothetical": 0.95, "proposed": 0.9, "demanded": 0.95, "denied": -2.4,
}  # fmt: skip
HAPPENED: dict[EventStatus, float] = {
    "happened": 2.4, "ongoing": 2.0, "ended": 2.4, "alleged": 2.2, "attempted": 0.3, "planned": -1.2,
    "threatened": -1.0, "hypothetical": -1.0, "proposed": -1.2, "demanded": -1.5, "denied": -1.0,
}  # fmt: skip
SCALES = {"certain": CERTAIN, "happened": HAPPENED}
_TOLD_FUTURE = 2.3  # "will": the text is sure of what is to come
_NO_OBJECT = {"certain": 0.8, "happened": 2.0}  # "gave no reason": both sets take the giving for half done or done
_HALF = 0.3
_WHETHER = ("whether", "if")
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})


def offsets(tokens: list[str]) -> tuple[str, list[int]]:
    """The tokens as a text, and where each begins."""
    at, found = 0, []
    for token in tokens:
        found.append(at)
        at += len(token) + 1
    return " ".join(tokens), found


def predict(row: dict[str, Any], asked: str) -> list[float]:
    """One value for each target of a row."""
    tokens = [_quote(t) for t in row["text"].split(" ")]
    text, starts = offsets(tokens)
    draft = parse(plain(text), spacy_parser())
    return [value(_head(draft, starts, tokens, *t["span1"]), draft, asked) for t in row["targets"]]


def _quote(token: str) -> str:
    return {"``": '"', "''": '"'}.get(token, token)


def _head(draft: Draft, starts: list[int], tokens: list[str], b: int, e: int) -> Word | None:
    last = min(e, len(starts)) - 1
    return draft.head_of((starts[b], starts[last] + len(tokens[last]))) if b < len(starts) else None


def value(word: Word | None, draft: Draft, asked: str) -> float:
    """What the status of a word is worth on a scale."""
    status: EventStatus = status_of(word, draft) if word is not None else "happened"
    if word is None:
        return SCALES[asked][status]
    if asked == "certain" and status == "planned" and any(c.lower in _WILL for c in word.children):
        return _TOLD_FUTURE
    if asked == "happened" and (_in_question(word) or _purpose_of_deed(word, draft)):
        return _HALF
    if status == "denied" and not negated(word) and _object_denied(word):
        return _NO_OBJECT[asked]
    return SCALES[asked][status]


def _in_question(verb: Word) -> bool:
    """ "Did they leave?", "asked whether they left": open."""
    asked = verb.head is verb and verb.sent.words[-1].text == "?" and inverted(verb)
    return asked or (verb.dep == "ccomp" and any(c.dep == "mark" and c.lower in _WHETHER for c in verb.children))


def _purpose_of_deed(verb: Word, draft: Draft) -> bool:
    """ "came to help": the coming is told, and the help is mostly taken for given."""
    if verb.dep != "advcl" or not infinitive(verb) or status_of(verb, draft) != "planned":
        return False
    return verb.head.tag in ("VBD", "VBN") and status_of(verb.head, draft) == "happened"


def _object_denied(verb: Word) -> bool:
    """ "gave no reason", "said nothing": the verb is as it stands, its object is not."""
    return any(
        c.dep in ("dobj", "attr")
        and (c.lower in ("nothing", "none") or any(d.lower == "no" and d.dep == "det" for d in c.children))
        for c in verb.children
    )


def main() -> None:
    """Predict and write."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--asked", choices=tuple(SCALES), help="what the set asked its annotators")
    options = parser.parse_args()
    asked = options.asked or ("happened" if "-uds-" in Path(options.gold).name else "certain")
    write(options.predictions, ({"labels": predict(row, asked)} for row in rows(options.gold)))


if __name__ == "__main__":
    main()
