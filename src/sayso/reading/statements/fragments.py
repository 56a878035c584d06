"""Quotations inside a reporting sentence: they are never cut in two, and may be the whole content of a cue."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from sayso.model.span import Span
from sayso.reading.draft import Draft, Word
from sayso.reading.statements.finding import Finding
from sayso.reading.statements.lexicon import Cues
from sayso.reading.statements.spans import one
from sayso.reading.statements.subjects import agent, is_passive, subject
from sayso.reading.statements.verbs import cue_words
from sayso.text.quotes import Quote

_BLANKS = 2


def completed(content: list[Span], outer: list[Quote], finding: Finding, draft: Draft) -> list[Span]:
    """Content that begins or ends in the middle of a quotation takes in the whole of it, sentences and all."""
    out: list[Span] = []
    begins = [q.outer[0] for q in outer]
    for span in content:
        b, e = _widened(span, outer, begins, finding, draft)
        if out and b <= out[-1][1]:
            out[-1] = (out[-1][0], max(e, out[-1][1]))
        else:
            out += one(draft.text, b, e)
    return out


def _widened(span: Span, outer: list[Quote], begins: list[int], finding: Finding, draft: Draft) -> Span:
    begin, end = span
    k = bisect_right(begins, end - 1) - 1
    if k >= 0 and begin <= outer[k].inner[0] and end < outer[k].inner[1] and not _holds(outer[k], finding):
        wider = one(draft.text, begin, outer[k].inner[1])
        end = max(end, wider[0][1]) if wider else end
    k = bisect_right(begins, begin) - 1
    if k >= 0 and outer[k].inner[0] < begin < outer[k].inner[1] < end + 2 and not _holds(outer[k], finding):
        opened = outer[k].inner[0]
        begin = _sentence_start(draft, opened) if finding.frame == "inverted" else opened
    return begin, end


def _holds(quote: Quote, finding: Finding) -> bool:
    return quote.outer[0] <= finding.lead.start < quote.outer[1]


def _sentence_start(draft: Draft, offset: int) -> int:
    words = draft.words_in((offset, offset + 1))
    return words[0].sent.span[0] if words else offset


def fragment(word: Word, known: Cues, draft: Draft, opening: Mapping[int, Quote]) -> Finding | None:
    """A cue right before a quotation that the parser could not hang on it."""
    if word.pos not in ("VERB", "AUX") or word.lemma not in known.verbs:
        return None
    if draft.text[word.start - 1 : word.start] == "-":  # "so-called"
        return None
    quote = next((opening[at] for at in range(word.end, word.end + _BLANKS + 1) if at in opening), None)
    if quote is None or not {"quote", "object"} & known.verbs[word.lemma].takes:
        return None
    source = agent(word) if is_passive(word) else subject(word)
    return Finding(word, "quote", cue_words(word), source, one(draft.text, *quote.inner))


def relayed(reported: list[Finding], quoted: list[Finding], text: str) -> None:
    """`"…," she said, according to the station`: the station's content is all of it, her quotation too."""
    by_sentence = {f.lead.sent.i: f for f in quoted}
    for finding in reported:
        told = by_sentence.get(finding.lead.sent.i)
        if finding.frame == "according" and told is not None and told.content:
            spans = sorted({*told.content, *finding.content})
            before = [s for s in spans if s[1] <= finding.lead.start]
            finding.content = before or spans


def unreported(findings: list[Finding], text: str) -> list[Finding]:
    """The findings, none of whose content runs on into the reporting clause that closes its sentence."""
    clauses = {f.lead.sent.i: (f.clause, f.lead) for f in findings if f.clause is not None}
    for finding in findings:
        closing = clauses.get(finding.lead.sent.i)
        if closing is None or closing[1] is finding.lead or finding.quoted:
            continue
        clause, last = closing[0] or 0, closing[1].sent.span[1]
        finding.content = [
            s for b, e in finding.content for s in (one(text, b, clause) if b < clause < e <= last else [(b, e)])
        ]
    return findings
