"""Parsed texts with the layers that the stage reads, given by hand."""

from sayso.model.reading import Actor, Mention, Time
from sayso.model.report import Block, BlockKind, Header, Report
from sayso.model.span import Span
from sayso.reading.draft import Draft
from sayso.reading.parsing import parse, spacy_parser


def draft_of(text: str, kinds: tuple[BlockKind, ...] = ()) -> Draft:
    """Each line is a block; all layers are empty."""
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            kind = kinds[len(blocks)] if len(blocks) < len(kinds) else "body"
            blocks.append(Block(span=(at, at + len(line)), kind=kind))
        at += len(line) + 1
    draft = parse(Report(header=Header(id="x"), text=text, blocks=tuple(blocks)), spacy_parser())
    for layer in ("names", "times", "actors"):
        draft = draft.with_layer(layer, ())
    return draft


def span_of(text: str, words: str) -> Span:
    begin = text.index(words)
    return begin, begin + len(words)


def with_actors(draft: Draft, actors: dict[str, tuple[str, ...]], kind: str = "government") -> Draft:
    """Actors a1, a2 … by name, each with its mentions in words."""
    layer = tuple(
        Actor(
            id=f"a{n}",
            name=name,
            kind=kind,  # type: ignore[arg-type]
            mentions=tuple(Mention(span=span_of(draft.text, m), form="name") for m in mentions),
        )
        for n, (name, mentions) in enumerate(actors.items(), 1)
    )
    return draft.with_layer("actors", layer)


def with_times(draft: Draft, *words: str) -> Draft:
    layer = tuple(
        Time(id=f"t{n}", span=span_of(draft.text, w), timex="XXXX", type="DATE") for n, w in enumerate(words, 1)
    )
    return draft.with_layer("times", layer)


def shown(text: str, spans: tuple[Span, ...]) -> str:
    return " | ".join(text[b:e] for b, e in spans)
