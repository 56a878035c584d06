"""Places of names in news against gazetteer gold.

`python -m evals.places GOLD --predictions OUT [--given-spans]`, scored with `places.py` of the shared scorers.
Gold rows: id, text, domain, places with `span`; of the gold only the spans are used, and those only with --given-spans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from evals.gold import arguments, rows, write
from sayso.knowledge.gazetteer import Gazetteer, open_gazetteer
from sayso.model.report import Block, Header, Report
from sayso.reading.actors.names import Names
from sayso.reading.draft import Draft
from sayso.reading.parsing import parse, spacy_parser
from sayso.reading.places.around import mention_at, neighbours
from sayso.reading.places.candidates import Option
from sayso.reading.places.home import home
from sayso.reading.places.resolve import Context, resolve
from sayso.reading.places.stage import Places


def place(span: tuple[int, int], found: list[Option]) -> dict[str, Any] | None:
    if not found:
        return None
    entry = found[0].entry
    source, _, number = entry.ref.partition(":")
    return {
        "span": span,
        "geonameid": int(number) if source == "geonames" else None,
        "lat": entry.lat,
        "lon": entry.lon,
    }


def given_spans(row: dict[str, Any], gazetteer: Gazetteer) -> list[dict[str, Any]]:
    text, spans = row["text"], sorted({(p["span"][0], p["span"][1]) for p in row["places"]})
    mentions = [mention_at(text, span, gazetteer) for span in spans]
    countries, names = home(row.get("domain"), gazetteer)
    context = Context((*neighbours(text, spans, gazetteer), *names), countries)
    resolved = zip(mentions, resolve(mentions, gazetteer, context), strict=True)
    return [p for p in (place(m.span, options) for m, options in resolved) if p]


def drafted(text: str, publisher: str | None = None) -> Draft:
    """A draft with the layers that `Places` reads, each line a block."""
    blocks = tuple(Block(span=m.span(), kind="body") for m in re.finditer(r"[^\n]+", text))
    report = Report(header=Header(id="", publisher=publisher), text=text, blocks=blocks)
    draft = parse(report, spacy_parser())
    return draft.with_layer("names", Names()(draft))


def found(row: dict[str, Any]) -> list[dict[str, Any]]:
    places = Places()(drafted(row["text"], row.get("domain")))
    return [
        {"span": p.span, "geonameid": int(p.ref.split(":")[1]) if p.ref and p.ref.startswith("geonames:") else None,
         "lat": p.lat, "lon": p.lon}
        for p in places
    ]  # fmt: skip


def predictions(path: str, given: bool) -> Iterator[dict[str, Any]]:
    gazetteer = open_gazetteer()
    for row in rows(path):
        yield {"id": row["id"], "places": given_spans(row, gazetteer) if given else found(row)}


def main() -> None:
    parser = arguments("Places of names in news.")
    parser.add_argument("--given-spans", action="store_true", help="resolve the gold's spans instead of finding names")
    args = parser.parse_args()
    write(args.predictions, predictions(args.gold, args.given_spans))


if __name__ == "__main__":
    main()
