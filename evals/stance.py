"""Who is for or against whom, of two marked actors (`directed-stance-*.jsonl.gz`; Park et al. 2021).

By the reader alone: the events of which one of the two is the initiator and the other the recipient, and the ties
between them. "p-q": the first marked opposes the second; "q+p": the second supports the first; "none".
The figure is macro-F1 of the five labels.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from evals.gold import arguments, rows, write
from evals.reading import actors_at, meets, read
from sayso.model.reading import Event, Relation
from sayso.model.span import Span
from sayso.reading.draft import Draft
from sayso.reading.relations.stage import Relations

LABELS = ("none", "p-q", "p+q", "q-p", "q+p")
AGAINST = frozenset({"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "REQUEST"})
FOR = frozenset({"SUPPORT", "AID", "COOPERATE", "AGREE", "YIELD", "CONCEDE", "RETREAT"})
TIES = dict.fromkeys(("backs", "arms", "funds", "allied-with", "recognises"), "+") | dict.fromkeys(
    ("opposes", "fights"), "-"
)
_MARKED = re.compile(r"\[([^\[\]]*)\]")


def unmarked(sentence: str) -> tuple[str, list[Span]]:
    """A sentence without its brackets, and where the bracketed names stand."""
    text, at, spans = "", 0, list[Span]()
    for mark in _MARKED.finditer(sentence):
        text += sentence[at : mark.start()]
        spans.append((len(text), len(text) + len(mark[1])))
        text, at = text + mark[1], mark.end()
    return text + sentence[at:], spans


def predict(sentence: str) -> str:
    """The label of one sentence."""
    text, spans = unmarked(sentence)
    if len(spans) < 2:
        return "none"
    draft = read(text)
    draft = draft.with_layer("relations", Relations()(draft))
    p, q = spans[:2]
    votes = Counter(dict.fromkeys(LABELS[1:], 0))
    for one, other, way in ((p, q, "p{}q"), (q, p, "q{}p")):
        votes.update(way.format(sign) for sign in _signs(draft, one, other))
    best = max(LABELS[1:], key=lambda label: votes[label])
    return best if votes[best] else "none"


def _signs(draft: Draft, one: Span, other: Span) -> Iterator[str]:
    for event in draft.layer("events"):
        if meets(draft, event.initiators, one) and meets(draft, event.recipients, other) and (s := _sign(event)):
            yield s
    mine, theirs = actors_at(draft, one), actors_at(draft, other)
    relations: Sequence[Relation] = draft.layer("relations")
    for tie in relations:
        if tie.from_ in mine and tie.to in theirs and tie.relation in TIES:
            yield TIES[tie.relation]


def _sign(event: Event) -> str | None:
    sign = "-" if event.type in AGAINST else "+" if event.type in FOR else None
    if event.status == "denied" and sign == "+":
        return "-"
    return None if event.status == "denied" else sign


def macro(pairs: Sequence[tuple[str, str]]) -> float:
    """Macro-F1 in percent; pairs of gold and answer."""
    return sum(f1(pairs, label) for label in LABELS) / len(LABELS)


def main() -> None:
    """Predict, write and print the figure."""
    options = arguments(__doc__ or "").parse_args()
    given = list(rows(options.gold))
    found = [predict(row["sentence"]) for row in given]
    write(options.predictions, ({"label": label} for label in found))
    pairs = [(row["label"], label) for row, label in zip(given, found, strict=True)]
    counts = Counter(pairs)
    print(f"macro-F1 {macro(pairs):.1f} of {len(pairs)} rows")
    for label in LABELS:
        print(f"  {label:5} {f1(pairs, label):5.1f}  gold→answer {[counts[label, other] for other in LABELS]}")


def f1(pairs: Sequence[tuple[str, str]], label: str) -> float:
    """F1 of one label, in percent."""
    right = sum(g == p == label for g, p in pairs)
    said = sum(g == label for g, _ in pairs) + sum(p == label for _, p in pairs)
    return 200 * right / said if said else 0.0


if __name__ == "__main__":
    main()
