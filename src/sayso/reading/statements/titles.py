"""Speakers marked off by a colon or a dash: headlines ("Minister: talks failed"), transcripts ("HOST: Why?")."""

from __future__ import annotations

import re

from sayso.model.span import Span
from sayso.reading.draft import Draft, Word
from sayso.reading.statements.datelines import coloned
from sayso.reading.statements.finding import Finding
from sayso.reading.statements.lexicon import cues, speakers
from sayso.reading.statements.spans import one

_SPEAKER = re.compile(
    r"[\"“]?((?:[A-Z][\w.'’&-]*|U\.S\.)(?:[ \u00a0](?:(?:of|the|for|and|de|al|el|bin)\b|[A-Z][\w.'’&()-]*)){0,5})"
    r"[ ]?(?:\([^)]{1,30}\))?:(?:[ \u00a0]+(?=\S)|(?=[\"“]))"
)
_DASHED = re.compile(r"[ \u00a0](?:[-–—]|--)[ \u00a0](\w[^-–—:\"“]{2,60})$")
_ROLED = re.compile(r"(\w[\w’']*(?: [\w’']+){0,3}):[ \u00a0]+(?=\S)")
_CLOSING = {"“": "”"}
_OPENING = '"“'
_UNSPOKEN = frozenset({"credit", "boilerplate", "related", "dateline"})


def marked_findings(draft: Draft) -> tuple[list[Finding], set[int]]:
    """Statements whose cue is a mark, and the numbers of the body blocks that a label fills ("HOST: …")."""
    found: list[Finding] = []
    labelled: set[int] = set()
    for number, block in enumerate(draft.blocks):
        if block.same_as is not None or block.kind in _UNSPOKEN:
            continue
        b, e = block.span
        headline = block.kind in ("title", "heading")
        if not headline and coloned(draft, number):
            continue
        finding = _colon(draft, b, e, headline) or (_dash(draft, b, e) if headline else None)
        if finding is not None:
            found.append(finding)
            if not headline:
                finding.quoted = True
                labelled.add(number)
        elif labelled and number - 1 in labelled and draft.text[b] in '"“' and draft.text[b + 1 : b + 2] != "(":
            found[-1].content += one(draft.text, b, e)
            labelled.add(number)
    return found, labelled


def _colon(draft: Draft, b: int, e: int, headline: bool) -> Finding | None:
    text = draft.text
    at = _SPEAKER.match(text, b, e) or (_ROLED.match(text, b, e) if headline else None)
    if at is None or (at.re is _ROLED and not _role(draft, at.span(1))):
        return None
    name = at.group(1)
    if _leads(name) or _topic(draft, at.span(1), text[at.end()]):
        return None
    if not headline and not (name.isupper() or len(name.split()) <= 4):
        return None
    if not headline and text[at.end()] in _OPENING and _quoted_twice(text, at.end(), e):
        return None
    if len(name) < 2 or (headline and e - at.end() < 12) or not _says(draft, (at.end(), e)):
        return None
    colon = at.end(0)
    while text[colon - 1] != ":":
        colon -= 1
    return _marked(draft, (at.start(1), at.end(1)), (colon - 1, colon), (at.end(), e))


def _quoted_twice(text: str, b: int, e: int) -> bool:
    """Whether a labelled quotation ends before its paragraph does, so that somebody else may speak there."""
    close = _CLOSING.get(text[b], text[b])
    at = text.find(close, b + 1, e)
    return -1 < at < e - 3


def _leads(name: str) -> bool:
    """Whether a label announces something instead of naming a speaker ("READ MORE", "The Latest")."""
    words = name.lower().split()
    return any(" ".join(words[:n]) in speakers().labels for n in (1, 2))


def _role(draft: Draft, span: Span) -> bool:
    """Whether a label ends in a role that speaks: "Union ally: …", "… – minister"."""
    words = draft.words_in(span)
    known = speakers()
    last = words[-1].lemma.lower() if words else ""
    return last in cues().commanders or any(
        last in group for group in (known.spokesmen, known.collective, known.anonymous)
    )


def _topic(draft: Draft, label: Span, first: str) -> bool:
    """Whether a label is a country or place that the headline is about ("Libya: …")."""
    named = any(n.span == label and n.kind in ("place", "state") for n in draft.layer("names"))
    return named and first not in "\"“‘'"


def _says(draft: Draft, span: Span) -> bool:
    """Whether something is said: a verb or a quotation, no mere list."""
    words = draft.words_in(span)
    return any(w.pos in ("VERB", "AUX") for w in words[:40]) or draft.text[span[0]] in "\"“‘'"


def _dash(draft: Draft, b: int, e: int) -> Finding | None:
    end = e - 1 if draft.text[e - 1 : e] == "." else e
    at = _DASHED.search(draft.text, b, end)
    if at is None or len(at.group(1).split()) > 7:
        return None
    words = draft.words_in((at.start(1), at.end(1)))
    if any(w.pos in ("VERB", "AUX", "SCONJ") for w in words) or _leads(at.group(1)):
        return None
    if not (at.group(1)[0].isupper() or _role(draft, at.span(1))) or not _says(draft, (b, at.start())):
        return None
    return _marked(draft, (at.start(1), at.end(1)), (at.start() + 1, at.start(1) - 1), (b, at.start()))


def _marked(draft: Draft, name: Span, mark: Span, said: Span) -> Finding | None:
    head: Word | None = draft.head_of(name)
    content = one(draft.text, *said)
    if head is None or not content:
        return None
    words = draft.words_in(mark)
    lead = words[0] if words else head
    return Finding(lead, "mark", [], head, content, kind="mark", source_span=name, cue_span=mark)
