"""What the rules found, in the form that the tagger is told of it."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model.span import Span
from sayso.reading.draft import Draft
from sayso.reading.statements.finding import Finding
from sayso.reading.statements.sources import source_words
from sayso.reading.tagging.features import Hint


def hints(findings: Iterable[Finding], draft: Draft) -> list[Hint]:
    """One hint for each finding, in their order."""
    return [_hint(f, draft) for f in findings]


def _hint(finding: Finding, draft: Draft) -> Hint:
    cue = _numbers(draft, finding.cue_span) if finding.cue_span else frozenset(w.i for w in finding.cue)
    if finding.source_span is not None:
        source = _numbers(draft, finding.source_span)
    elif finding.source is not None:
        source = frozenset(w.i for w in source_words(finding.source, cue))
    else:
        source = frozenset()
    content = frozenset(i for span in finding.content for i in _numbers(draft, span))
    return Hint(source, cue, content)


def _numbers(draft: Draft, span: Span) -> frozenset[int]:
    return frozenset(w.i for w in draft.words_in(span))
