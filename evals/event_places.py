"""The place of an event, given its verb: which of the sentence's places, or none.

`python -m evals.event_places GOLD --predictions OUT`.
Scored with `event_places.py` of the shared scorers. Gold rows: text, verb spans.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from evals.gold import arguments, rows, write
from evals.places import drafted
from sayso.reading.places.of_event import coordinated, place_of
from sayso.reading.places.stage import Places


def predictions(path: str) -> Iterator[dict[str, Any]]:
    stage = Places()
    for row in rows(path):
        draft = drafted(row["text"])
        places = stage(draft)
        begin, end = row["verb"][0]
        word = draft.head_of((begin, max(end, begin + 1)))
        found = place_of(word, places, draft) if word else None
        yield {"place": [list(p.span) for p in coordinated(found, places, draft)] if found else []}


def main() -> None:
    args = arguments("The place of an event, given its verb.").parse_args()
    write(args.predictions, predictions(args.gold))


if __name__ == "__main__":
    main()
