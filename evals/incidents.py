"""Terrorist incidents of wire reports in capitals (`incidents.py` of the scorers; MUC-3/4 keys)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from evals.blame import confidence
from evals.fillers import LEAST, MOST, Filler, Told, single, told_of
from evals.gold import arguments, rows, write
from evals.harm import harmed
from evals.reading import read
from sayso.model.reading import Event
from sayso.reading.draft import Draft
from sayso.reading.judging.judge import judge

KIND = 0.4  # how probable a kind of incident must be somewhere in the report
STAGES = {"attempted": "ATTEMPTED", "threatened": "THREATENED"}
MODES = {"explosives": "BOMBING", "suicide-attack": "BOMBING", "abduct": "KIDNAPPING"}
HARD = re.compile(r"(?<!\n)\n(?!\n)[ ]?")


def flattened(text: str) -> str:
    """A report without the hard ends of its lines; of the same length."""
    return HARD.sub(lambda m: " " * len(m[0]), text)


def incidents(text: str) -> list[dict[str, Any]]:
    """The incidents of a report, one of each kind that it tells of."""
    draft = read(flattened(text))
    told = told_of(draft, judge())
    sure = single([f for f in told.fillers if f.sure >= LEAST[f.slot]], draft)
    kinds = sorted(k for k, chance in told.kinds.items() if chance >= KIND)
    made = [_incident(kind, [f for f in sure if _of(f, kinds) == kind], draft, told) for kind in kinds]
    return [one for one in made if one is not None]


def _of(filler: Filler, kinds: list[str]) -> str:
    return max(kinds, key=lambda k: filler.kinds[k])


def _incident(kind: str, found: list[Filler], draft: Draft, told: Told) -> dict[str, Any] | None:
    if not found:
        return None
    one: dict[str, Any] = {"type": kind} | {slot: [] for slot in LEAST}
    for filler in sorted(found, key=lambda f: -f.sure):
        if len(one[filler.slot]) < MOST[filler.slot]:
            one[filler.slot].append(draft.text[slice(*filler.span)])
    events = [e for e in draft.layer("events") if _kind(e) == kind]
    real = not events or any(e.status not in STAGES for e in events)
    one["stage"] = "ACCOMPLISHED" if real else STAGES[events[0].status]
    one["confidence"] = confidence(one["organizations"], draft)
    victims = [f for f in found if f.slot == "victims"]
    for name, what in (("dead", "killed"), ("wounded", "wounded")):
        one[name] = harmed(events, victims, what, draft)
    return one


def _kind(event: Event) -> str | None:
    return MODES.get(event.mode or "", "ATTACK") if event.type == "ASSAULT" else None


def main() -> None:
    """Predict and write."""
    options = arguments(__doc__ or "").parse_args()
    write(options.predictions, _all(options.gold))


def _all(gold: str) -> Iterator[dict[str, Any]]:
    for row in rows(gold):
        yield {"id": row["id"], "incidents": incidents(row["text"])}


if __name__ == "__main__":
    main()
