"""The kind of every block of a text. What is not surely furniture is body: a lost paragraph is worse than a stray line.

`RULES` is the table: the first rule that says yes names the kind.
"""

from __future__ import annotations

from collections.abc import Callable

from sayso.ingesting import captions, headlines
from sayso.ingesting.context import Context, Hints
from sayso.ingesting.furniture import Furniture, whole
from sayso.ingesting.paragraphs import paragraphs_of
from sayso.model.report import Block, BlockKind

LONGEST_FURNITURE = 420  # characters
Rule = Callable[[Context, int], bool]


def _is(kind: Furniture) -> Rule:
    def rule(context: Context, k: int) -> bool:
        text = context.paragraphs[k].text
        return len(text) <= LONGEST_FURNITURE and whole(kind).fullmatch(text) is not None

    return rule


RULES: tuple[tuple[BlockKind, Rule], ...] = (
    ("title", headlines.given_title),
    ("caption", captions.marked),
    ("boilerplate", _is("boilerplate")),
    ("credit", _is("credit")),
    ("dateline", _is("dateline")),
    ("title", headlines.title),
    ("caption", _is("caption")),
    ("related", _is("related")),
    ("caption", captions.caption),
    ("related", headlines.related),
    ("boilerplate", headlines.scrap),
    ("heading", headlines.heading),
)


def blocks_of(text: str, title: str | None = None, hints: Hints | None = None) -> tuple[Block, ...]:
    """The blocks of a text in order. They do not overlap and cover every character that is not blank.

    Args:
        text: a report's text, lines ended by "\\n".
        title: the report's title if it is known; None: the first line may be one.
        hints: kinds that the markup gave.
    """
    context = Context(tuple(paragraphs_of(text)), title, hints or {})
    first: dict[str, int] = {}
    out: list[Block] = []
    for k, paragraph in enumerate(context.paragraphs):
        earlier = first.setdefault(paragraph.text, k)
        kind = out[earlier].kind if earlier < k else _kind(context, k)
        out.append(Block(span=paragraph.span, kind=kind, same_as=earlier if earlier < k else None))
        context.kinds.append(kind)
    return tuple(out)


def _kind(context: Context, k: int) -> BlockKind:
    return next((kind for kind, rule in RULES if rule(context, k)), "body")
