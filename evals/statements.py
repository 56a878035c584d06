"""Who said what in gold reports: `python -m evals.statements GOLD --predictions OUT`.

Scored by ../shared/score/statements.py. PolNeAR marks no statement inside another, so
those with a parent are left out. Statements only: no other layer is read, so the figure is that of this stage.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from evals import gold
from sayso.model.report import Block, Header, Report
from sayso.reading.draft import Draft
from sayso.reading.parsing import parse, spacy_parser
from sayso.reading.reader import READERS
from sayso.reading.statements.stage import Statements


def draft_of(row: dict[str, Any]) -> Draft:
    """A gold row parsed, its first line taken for the title."""
    text, blocks, at = row["text"], [], 0
    for line in text.split("\n"):
        body = line.strip()
        if body:
            begin = at + line.index(body)
            blocks.append(Block(span=(begin, begin + len(body)), kind="body" if blocks else "title"))
        at += len(line) + 1
    report = Report(header=Header(id=row["id"]), text=text, blocks=tuple(blocks))
    return parse(report, spacy_parser())


def predictions(path: str, tagged: bool = True) -> Iterator[dict[str, Any]]:
    stage = Statements(tagged)
    for row in gold.rows(path):
        draft = draft_of(row)
        for layer in stage.reads:
            draft = draft.with_layer(layer, ())
        found = [
            {"source": s.source.spans, "cue": s.cue, "content": s.content} for s in stage(draft) if s.parent is None
        ]
        yield {"id": row["id"], "statements": found}


def main() -> None:
    parser = gold.arguments(__doc__ or "")
    parser.add_argument("--reader", choices=READERS, default=READERS[0], help="rules and tagger, or rules alone")
    given = parser.parse_args()
    gold.write(given.predictions, predictions(given.gold, given.reader == "tagger"))


if __name__ == "__main__":
    main()
