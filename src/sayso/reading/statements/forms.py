"""Direct, mixed or indirect: how much of what is said lies within quotation marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sayso.model.reading import StatementForm
from sayso.model.span import Span


def form_of(content: Sequence[Span], quoted: Sequence[Span]) -> StatementForm:
    """The form of a content, given all quotations of the text in order; shares are counted in code points."""
    begins = [q[0] for q in quoted]
    total = inside = 0
    for b, e in content:
        total += e - b
        k = max(0, bisect_right(begins, b) - 1)
        while k < len(quoted) and quoted[k][0] < e:
            inside += max(0, min(e, quoted[k][1]) - max(b, quoted[k][0]))
            k += 1
    share = inside / total if total else 0.0
    return "direct" if share >= 0.9 else "mixed" if share > 0.05 else "indirect"
