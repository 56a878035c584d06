"""Speakers written beside a quotation without a verb: signatures, captions, "in the envoy's words"."""

from __future__ import annotations

import re

from sayso.reading.draft import Draft, Word
from sayso.reading.statements.finding import Finding
from sayso.reading.statements.nearby import DASHES
from sayso.reading.statements.turns import Turn

_SIGNATURE = re.compile(r"([-–—]|--)[ \u00a0]?([A-Z][\w.’'-]*(?: [\w.’'-]+){0,7})(?=[,.]|$)")
_CLOSING = "”\"'’"
_WHERE = frozenset({"at", "on", "in", "via", "during", "to"})


def signed(turn: Turn, segment: list[Word], draft: Draft) -> Finding | None:
    """`"…" — Name Surname` at the end of a paragraph."""
    words = [w for w in segment[1:] if w.pos != "PUNCT" and any(c.isalnum() for c in w.text)]
    end = draft.blocks[turn.block].span[1]
    if not words or len(words) > 8 or end - words[-1].end > 2 or not words[0].text[:1].isupper():
        return None
    if any(w.pos in ("VERB", "AUX") and w.text.islower() for w in words):
        return None
    span = (words[0].start, words[-1].end)
    head = draft.head_of(span) or words[-1]
    dash = (segment[0].end - len(segment[0].text.lstrip(_CLOSING)), segment[0].end)
    return Finding(
        segment[0], "mark", [segment[0]], head, [], kind="mark", quoted=True, source_span=span, cue_span=dash
    )


def signed_below(turn: Turn, draft: Draft) -> Finding | None:
    """A paragraph that is one quotation, and `- Name Surname` in the next."""
    if not all_quoted(turn, draft) or turn.block + 1 >= len(draft.blocks):
        return None
    begin, end = draft.blocks[turn.block + 1].span
    signature = _SIGNATURE.match(draft.text, begin, end)
    if signature is None:
        return None
    span, dash = signature.span(2), signature.span(1)
    below = draft.words_in((begin, end))
    name = draft.words_in(span)
    if not below or not name or any(w.pos in ("VERB", "AUX") for w in name):
        return None
    head = draft.head_of(span) or name[-1]
    return Finding(below[0], "mark", [below[0]], head, [], kind="mark", quoted=True, source_span=span, cue_span=dash)


def captioned(words: list[Word], mark: Word) -> Finding | None:
    """`Army spokesman Omar Pell at a briefing: "…"`: the speaker, and where."""
    at = next((k for k, w in enumerate(words) if w.pos not in ("NUM", "SYM", "X")), 0)
    end = next((k for k, w in enumerate(words) if k > at and w.lower in _WHERE), len(words))
    name = words[at:end]
    head = next((w for w in name if w.pos in ("NOUN", "PROPN") and w.head not in name), None)
    if head is None or not name[0].text[:1].isupper():
        return None
    span = (name[0].start, name[-1].end)
    return Finding(mark, "colon", [mark], head, [], kind="mark", quoted=True, source_span=span)


def dashed(segment: list[Word]) -> list[Word]:
    """`Ostland votes today - Rosa Pell: "…"`: the name between a dash and the colon."""
    at = next((k for k in range(len(segment) - 2, 0, -1) if segment[k].text in DASHES), None)
    name = segment[at + 1 : -1] if at is not None and segment[at].start > segment[at - 1].end else []
    return name if 0 < len(name) <= 6 and all(w.pos in ("PROPN", "ADJ", "NOUN", "ADP", "DET") for w in name) else []


def in_words(segment: list[Word]) -> Finding | None:
    """`In the envoy's words, "…"`, `"…", in the words of the envoy`."""
    noun = next((w for w in segment if w.lower == "words" and w.dep == "pobj" and w.head.lower == "in"), None)
    if noun is None or segment[0] is not noun.head:
        return None
    of = next((c for c in noun.children if c.lower == "of"), None)
    owner = noun.child("poss") or (of.child("pobj") if of is not None else None)
    return Finding(noun, "quote", [noun.head, noun], owner, [], kind="noun", quoted=True) if owner is not None else None


def all_quoted(turn: Turn, draft: Draft) -> bool:
    """Whether a paragraph is hardly more than one quotation."""
    begin, end = draft.blocks[turn.block].span
    inner = turn.quote.outer
    return not draft.text[begin : inner[0]].strip() and inner[1] - inner[0] >= 0.6 * (end - begin)
