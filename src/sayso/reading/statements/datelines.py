"""Datelines ("GENEVA, May 3 (Agency) — "): no speaker, and no part of what is said."""

from __future__ import annotations

import re

from sayso.model.span import Span
from sayso.reading.draft import Draft, Word
from sayso.reading.statements.finding import Finding
from sayso.reading.statements.spans import one

_DATELINE = re.compile(
    r"(?:[A-Z]{3,}[A-Z.’']*(?:[ ,/-]+[A-Z][\w.’']*){0,5}[^—–()\n-]{0,25})(?:\([^)]{2,40}\))?"
    r"[ \u00a0]*(?:—|–|--|-)[ \u00a0]*(?=\S)"
    r"|\([A-Z][\w. ]{1,30}\)[ \u00a0]*(?:—|–|--|-)[ \u00a0]+"
)
_COLONED = re.compile(r"([A-Z][A-Z.’']+(?:,? [A-Z.’']{2,}){0,5}):[ \u00a0]+(?=[A-Z])")
_LONGEST = 80


def undated(findings: list[Finding], draft: Draft) -> list[Finding]:
    """The findings, with datelines taken out of their content and their speakers."""
    datelines = [coloned(draft, n) or _dateline(draft.text, block.span) for n, block in enumerate(draft.blocks)]
    for finding in findings:
        begin, end = datelines[finding.lead.sent.block]
        if begin == end or finding.lead.start < end or finding.kind == "mark":
            continue
        if finding.source is not None and begin <= finding.source.start < end:
            finding.source = _nearest(finding.lead, end)
        cut = [(end, e) if begin <= b < end else (b, e) for b, e in finding.content if not begin <= b < e <= end]
        finding.content = [s for b, e in cut for s in one(draft.text, b, e)]
    return findings


def coloned(draft: Draft, number: int) -> Span | None:
    """ "LAHORE: The court …": capitals before a colon that open the first paragraph, and no other, are no speaker."""
    told = (n for n, b in enumerate(draft.blocks) if b.kind not in ("title", "heading", "credit") or _is_long(b.span))
    first = next(told, None)
    begin, end = draft.blocks[number].span
    found = _COLONED.match(draft.text, begin, min(end, begin + _LONGEST)) if number == first else None
    if (
        found is None
        or draft.text.count(f"{found[1]}:") > 1
        or any(_labels(draft, b.span) for b in draft.blocks[number + 1 :])
    ):
        return None
    return found.span()


def _is_long(span: Span) -> bool:
    """Whether a block is too long for a headline."""
    return span[1] - span[0] > 2 * _LONGEST


def _labels(draft: Draft, span: Span) -> bool:
    """Whether a paragraph opens with a label: the report is a transcript."""
    return _COLONED.match(draft.text, *span) is not None


def _dateline(text: str, span: Span) -> Span:
    """Where the dateline of a block stands; an empty span if it has none."""
    found = _DATELINE.match(text, span[0], min(span[1], span[0] + _LONGEST))
    return found.span() if found else (span[0], span[0])


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
