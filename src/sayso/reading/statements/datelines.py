"""Datelines ("GENEVA, May 3 (Agency) — "): no speaker, and no part of what is said."""

from __future__ import annotations

import re

from sayso.reading.draft import Draft, Word
from sayso.reading.statements.finding import Finding
from sayso.reading.statements.spans import one

_DATELINE = re.compile(
    r"(?:[A-Z]{3,}[A-Z.’']*(?:[ ,/-]+[A-Z][\w.’']*){0,5}[^—–()\n-]{0,25})(?:\([^)]{2,40}\))?[ \u00a0]*(?:—|–|--|-)[ \u00a0]*(?=\S)"
    r"|\([A-Z][\w. ]{1,30}\)[ \u00a0]*(?:—|–|--|-)[ \u00a0]+"
)
_LONGEST = 80


def undated(findings: list[Finding], draft: Draft) -> list[Finding]:
    """The findings, with datelines taken out of their content and their speakers."""
    ends = [_end(draft.text, block.span) for block in draft.blocks]
    for finding in findings:
        end = ends[finding.lead.sent.block]
        if end <= finding.lead.start and finding.kind != "mark":
            if finding.source is not None and finding.source.start < end:
                finding.source = _nearest(finding.lead, end)
            finding.content = [
                s
                for b, e in finding.content
                if e > end
                for s in (one(draft.text, max(b, end), e) if b < end else [(b, e)])
            ]
    return findings


def _end(text: str, span: tuple[int, int]) -> int:
    found = _DATELINE.match(text, span[0], min(span[1], span[0] + _LONGEST))
    return found.end() if found else span[0]


def _nearest(lead: Word, begin: int) -> Word | None:
    """The head of the noun phrase just before the cue, if it stands after the dateline."""
    sentence = lead.sent.words
    for at in range(lead.i - sentence[0].i - 1, -1, -1):
        word = sentence[at]
        if word.start < begin:
            return None
        if word.pos in ("NOUN", "PROPN", "PRON"):
            return word
    return None
