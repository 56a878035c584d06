"""Statements inside statements, and which findings to keep."""

from __future__ import annotations

from sayso.model.span import covers, hull
from sayso.reading.draft import Draft
from sayso.reading.statements.finding import Finding


def kept(findings: list[Finding], draft: Draft) -> list[Finding]:
    """The findings that have content, each content and cue once."""
    return [f for f in findings if f.content]


def parents(findings: list[Finding]) -> list[int | None]:
    """For each finding the index of the innermost one inside whose content its cue stands.

    The findings are in the order of their content.
    """
    out: list[int | None] = []
    for k, finding in enumerate(findings):
        best: tuple[int, int] | None = None
        for j in range(max(0, k - 40), min(len(findings), k + 40)):
            if j == k:
                continue
            for span in findings[j].content:
                if covers(span, finding.lead.span) and (best is None or span[1] - span[0] < best[0]):
                    best = (span[1] - span[0], j)
        out.append(best[1] if best is not None else None)
    return out
