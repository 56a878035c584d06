"""Spans: half-open ranges of Unicode code points in a report's text."""

from collections.abc import Iterable

Span = tuple[int, int]


def covers(outer: Span, inner: Span) -> bool:
    """Whether `inner` lies wholly within `outer`."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def overlaps(a: Span, b: Span) -> bool:
    """Whether the two share at least one code point."""
    return a[0] < b[1] and b[0] < a[1]


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that covers all of `spans` (at least one).

    Raises:
        ValueError: if `spans` is empty.
    """
    listed = list(spans)
    return min(b for b, _ in listed), max(e for _, e in listed)


# What never stands at the end of a span: blanks, quote marks, final punctuation (reading.md, Conventions).
_EDGE = frozenset(" \t\r\n\u00a0\u2009\u200b\ufeff\"'“”‘’„‟«»‹›`´,;:.!?…-–—")
_LEFT_ONLY = frozenset(")]}")
_RIGHT_ONLY = frozenset("([{")


def trimmed(text: str, span: Span, keep: str = "") -> Span | None:
    """`span` without blanks, quote marks and punctuation at its ends; None if nothing is left.

    `keep` names characters that may stay at the ends, such as "." for "U.S.".
    """
    b, e = max(0, span[0]), min(len(text), span[1])
    while b < e and text[b] not in keep and (text[b].isspace() or text[b] in _EDGE or text[b] in _LEFT_ONLY):
        b += 1
    while (
        e > b
        and text[e - 1] not in keep
        and (text[e - 1].isspace() or text[e - 1] in _EDGE or text[e - 1] in _RIGHT_ONLY)
    ):
        e -= 1
    return (b, e) if b < e else None
