"""Direct, mixed or indirect: how much of what is said lies within the quotation marks of its speaker."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sayso.model.reading import StatementForm
from sayso.model.span import Span
from sayso.reading.statements.finding import Finding
from sayso.text.quotes import Quote

_WHOLE = frozenset({"quote", "clause", "inverted", "according", "as-clause", "mark", "bare", "colon"})


def form_of(finding: Finding, outer: Sequence[Quote], nested: Sequence[Quote]) -> StatementForm:
    """The form of a finding, given the quotations of its text in order and those that lie inside others.

    Shares are counted in code points. Marks around the cue as well are somebody else's: "he told me to go" within a
    quotation is no direct speech of his. A quoted piece of a sentence ("condemned “the silence”") is mixed.
    """
    if finding.frame == "mark" and finding.quoted:
        return "direct"  # "HOST: …"
    quotes = nested if _around(finding, outer) else outer
    share = _share(finding.content, [q.inner for q in quotes])
    if share >= 0.9:
        return "direct" if finding.quoted or finding.frame in _WHOLE else "mixed"
    return "mixed" if share > 0.05 else "indirect"


def _around(finding: Finding, outer: Sequence[Quote]) -> bool:
    """Whether a quotation holds the cue and what it reports."""
    if finding.kind == "mark" or not finding.content:
        return False
    k = bisect_right(outer, finding.lead.start, key=lambda q: q.outer[0]) - 1
    return k >= 0 and finding.lead.end <= outer[k].outer[1] and finding.content[-1][1] <= outer[k].outer[1]


def _share(content: Sequence[Span], quoted: Sequence[Span]) -> float:
    total = inside = 0
    for b, e in content:
        total += e - b
        k = max(0, bisect_right(quoted, b, key=lambda q: q[0]) - 1)
        while k < len(quoted) and quoted[k][0] < e:
            inside += max(0, min(e, quoted[k][1]) - max(b, quoted[k][0]))
            k += 1
    return inside / total if total else 0.0
