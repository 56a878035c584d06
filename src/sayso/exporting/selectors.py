"""Where words stand, in the selectors of the W3C's Web Annotation Data Model: by position and by quotation."""

from __future__ import annotations

from sayso.model.span import Span

CONTEXT_WIDTH = 32  # code points before and after; more where these do not single the words out
WIDEST = 1024  # where even these are repeated word for word, the position tells which is meant


def selectors(text: str, span: Span) -> list[dict[str, object]]:
    """Both selectors of a span; positions are code points, as the model demands.

    The quotation comes with as much of the text around it as makes it unique, so that it is found again in a copy of
    the text in which the positions have moved.
    """
    begin, end = span
    prefix, suffix = around(text, span)
    return [
        {"type": "TextPositionSelector", "start": begin, "end": end},
        {"type": "TextQuoteSelector", "exact": text[begin:end], "prefix": prefix, "suffix": suffix},
    ]


def around(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after a span: enough that the three together occur once, up to `WIDEST`."""
    begin, end = span
    width = CONTEXT_WIDTH
    while True:
        left, right = max(0, begin - width), min(len(text), end + width)
        if width >= min(WIDEST, len(text)) or _is_unique(text, text[left:right]):
            return text[left:begin], text[end:right]
        width *= 2


def _is_unique(text: str, part: str) -> bool:
    return text.find(part, text.find(part) + 1) < 0
