"""Event type of what a marked source does to a marked target (`event_types.py` of the scorers; PLV of Hu et al. 2024).

The trained judge answers, told of the events that rules find. `--reader rules`: the event whose parties best meet the
two marked spans gives its type; else the first event between or near them; else the lexicon's first entry for any word
of the sentence. The judge of the package was trained on plover-train: on that file only `--reader rules` and the
cross-validation (`python -m training.events --folds 0,1,2,3,4`) tell how it does elsewhere.

`--end-to-end` does without the marks: it prints for how many rows one event has both parties and the type. A party is
right if it stands at the mark or is the actor that is named there ("it", "who").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from evals.gold import arguments, rows, write
from evals.reading import meets, read
from sayso.knowledge.triggers import trigger_index
from sayso.model.reading import Event, Party
from sayso.model.span import Span, overlaps
from sayso.reading.draft import Draft
from sayso.reading.judging.features import MERGED, RULED, between, pair
from sayso.reading.judging.judge import judge

COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})


def spans(marked: str) -> tuple[Span, Span]:
    """Where source and target stand in the sentence without its marks."""
    found: dict[str, int] = {}
    at, k = 0, 0
    while k < len(marked):
        mark = next((m for m in ("<s>", "</s>", "<t>", "</t>") if marked.startswith(m, k)), None)
        if mark is None:
            at, k = at + 1, k + 1
        else:
            found.setdefault(mark, at)
            k += len(mark)
    return (found.get("<s>", 0), found.get("</s>", 0)), (found.get("<t>", 0), found.get("</t>", 0))


def predict(row: dict[str, Any], judged: bool) -> str:
    """The type for one row."""
    source, target = spans(row["marked"])
    draft = read(row["sentence"], judged=False)
    if judged:
        seen = judge().look([draft.words])[0]
        told = pair(draft, source if source[1] else None, target if target[1] else None, draft.layer("events"), None)
        chances, ruled = judge().types(seen, told), between(told.rules)
        return max(chances, key=lambda t: chances[t] * (RULED if t in ruled else 1))
    events: tuple[Event, ...] = draft.layer("events")
    if events:
        best = max(events, key=lambda e: (_score(e, source, target, draft), -e.trigger[0][0]))
        return coded(best)
    return _fallback(draft)


def coded(event: Event) -> str:
    """The manual's code: a demanded deed is REQUEST, a cooperative one AGREE if planned, REJECT if refused."""
    kind = event.type or "CONSULT"
    if event.status == "demanded":
        return "REQUEST"
    if kind in COOPERATIVE and event.status in ("planned", "proposed"):
        return "AGREE"
    return "REJECT" if kind in COOPERATIVE and event.status == "denied" else kind


def _score(event: Event, source: Span, target: Span, draft: Draft) -> float:
    words = draft.words_in(event.trigger[0])
    depth = sum(1 for w in words[:1] for _ in w.ancestors())
    score = 3.0 * _meets(event.initiators, source) + 3.0 * _meets(event.recipients, target)
    score += 1.5 * _meets(event.initiators, target) + 0.5 * _meets(event.recipients, source)
    between = min(source[1], target[1]) <= event.trigger[0][0] <= max(source[0], target[0])
    inside = overlaps(event.trigger[0], source) or overlaps(event.trigger[0], target)
    return score + 1.0 * between - 0.25 * depth - 0.5 * inside - 0.3 * (event.trigger[0][0] > target[1])


def _meets(parties: tuple[Party, ...], span: Span) -> bool:
    return any(overlaps(p.span, span) for p in parties)


def _fallback(draft: Draft) -> str:
    index = trigger_index()
    for word in draft.words:
        entries = index.verbs.get(word.lemma) or index.nouns.get(word.lemma) or index.adjs.get(word.lemma)
        if entries and word.pos in ("VERB", "NOUN", "ADJ"):
            return entries[-1].type
    return "ACCUSE"


def end_to_end(given: Sequence[dict[str, Any]], judged: bool) -> str:
    """For how many rows an event has both parties, and for how many the type too."""
    parties = right = 0
    for row in given:
        source, target = spans(row["marked"])
        draft = read(row["sentence"], judged=judged)
        both = [e for e in draft.layer("events") if _both(draft, e, source, target)]
        parties += bool(both)
        right += any(row["type"] in (coded(e), MERGED.get(coded(e))) for e in both)
    count = max(1, len(given))
    return f"both parties {100 * parties / count:.1f} %, and the type {100 * right / count:.1f} % of {len(given)} rows"


def _both(draft: Draft, event: Event, source: Span, target: Span) -> bool:
    if not meets(draft, event.initiators, source):
        return False
    return meets(draft, event.recipients, target) or meets(draft, event.initiators, target)


def main() -> None:
    """Predict and write."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--reader", choices=("judge", "rules"), default="judge", help="who answers (default judge)")
    parser.add_argument("--end-to-end", action="store_true", help="print how many rows come out right without marks")
    options = parser.parse_args()
    judged = options.reader == "judge"
    if options.end_to_end:
        print(end_to_end(list(rows(options.gold)), judged))
    write(options.predictions, _all(options.gold, judged))


def _all(gold: str, judged: bool) -> Iterator[dict[str, str]]:
    for row in rows(gold):
        yield {"type": predict(row, judged)}


if __name__ == "__main__":
    main()
