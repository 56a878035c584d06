"""ACLED-style label of a snippet (`snippets.py` of the scorers; CASE 2021 task 2).

The trained judge answers, and events and words vote. `--reader rules`: the votes alone. The judge of the package was
trained on case2021-dev: on that file only `--reader rules` and the cross-validation of `python -m training.events` tell
how it does elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from evals.gold import arguments, rows, write
from evals.reading import read
from sayso.knowledge.load import load
from sayso.model.reading import Event
from sayso.reading.draft import Draft
from sayso.reading.judging.judge import judge

HELD = frozenset({"army", "force", "forces", "government", "troop", "police", "military", "regime", "soldier"})
TAKEN = {True: "GOV_REGAINS_TERIT", False: "NON_STATE_ACTOR_OVERTAKES_TER"}


class Label(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What speaks for a label: event types or "TYPE mode", and words."""

    events: dict[str, float]
    words: dict[str, float]


def predict(text: str, labels: dict[str, Label], judged: bool) -> str:
    """The likeliest label; by votes alone the one with the highest sum (the alphabet decides between equals)."""
    draft = read(text, judged=False)
    if judged:
        (chances,) = judge().labels([draft.words])
        return max(chances, key=lambda name: chances[name])
    votes = dict.fromkeys(sorted(labels), 0.0)
    for n, event in enumerate(draft.layer("events")):
        weight = 1.0 if n == 0 else 0.6
        for name, label in labels.items():
            votes[name] += weight * label.events.get(f"{event.type} {event.mode or ''}".strip(), 0.0)
        if event.type == "COERCE" and event.mode == "seize" and _of_ground(event):
            votes[TAKEN[_by_state(event, draft)]] += 2.5 * weight
    said = _terms(draft)
    for name, label in labels.items():
        votes[name] += sum(weight for word, weight in label.words.items() if word in said)
    return max(votes, key=lambda name: votes[name]) if any(votes.values()) else "OTHER"


def _terms(draft: Draft) -> set[str]:
    found: set[str] = set()
    last: tuple[str, str] | None = None
    for word in draft.words:
        forms = (word.lower, word.lemma.lower())
        found.update(forms)
        if last is not None:
            found.update(f"{a} {b}" for a in last for b in forms)
        last = forms
    return found


def _of_ground(event: Event) -> bool:
    return event.territory is not None or any(o.kind == "territory" for o in event.objects)


def _by_state(event: Event, draft: Draft) -> bool:
    words = [w for p in event.initiators for w in draft.words_in(p.span)]
    return any(w.lemma.lower() in HELD for w in words) and not any(w.lemma.lower() == "rebel" for w in words)


def main() -> None:
    """Predict and write."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--reader", choices=("judge", "rules"), default="judge", help="who answers (default judge)")
    options = parser.parse_args()
    write(options.predictions, _all(options.gold, options.reader == "judge"))


def _all(gold: str, judged: bool) -> Iterator[dict[str, str]]:
    labels = load("ontology/case.json", dict[str, Label])
    for row in rows(gold):
        yield {"id": row["id"], "type": predict(row["text"], labels, judged)}


if __name__ == "__main__":
    main()
