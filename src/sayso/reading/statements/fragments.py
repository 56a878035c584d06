"""Quotations inside a reporting sentence: they are never cut in two, and may be the whole content of a cue."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from sayso.model.span import Span
from sayso.reading.draft import Draft, Word
from sayso.reading.statements.finding import Finding
from sayso.reading.statements.lexicon import Cues, cues, speakers
from sayso.reading.statements.spans import one
from sayso.reading.statements.subjects import agent, is_passive, subject
from sayso.reading.statements.verbs import cue_words
from sayso.text.quotes import Quote

_BLANKS = 2
_TELLING = frozenset({"clause", "inverted", "quote", "colon"})
_THING = 8  # words between "called" and what a thing is called
_PHRASE = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART"})


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
    takes = known.verbs[word.lemma].takes
    if quote is None and not is_passive(word) and ("predicate" in takes or word.lemma in speakers().telling):
        return _called(word, draft, opening, "predicate" in takes)
    if quote is None or not {"quote", "object"} & known.verbs[word.lemma].takes:
        return None
    source = agent(word) if is_passive(word) else subject(word)
    return Finding(word, "quote", cue_words(word), source, one(draft.text, *quote.inner))


def _called(verb: Word, draft: Draft, opening: Mapping[int, Quote], named: bool) -> Finding | None:
    """`called her “the best of us”`, `asked the crowd "If …"`: a thing and what it is called, or who is told what."""
    words = verb.sent.words
    k = verb.i - words[0].i + 1
    first = k
    while k < len(words) and k - first < _THING and words[k].pos in _PHRASE and words[k].start not in opening:
        k += 1
    at = words[k].start if k < len(words) else -1
    if k == first or at not in opening or words[k - 1].pos not in ("NOUN", "PROPN", "PRON"):
        return None
    source = subject(verb)
    said = one(draft.text, words[first].start if named else opening[at].inner[0], opening[at].inner[1])
    told = None if named else next((w for w in words[first:k] if w.head is verb), None)
    return Finding(verb, "predicate" if named else "quote", cue_words(verb), source, said, addressee=told)


def relayed(reported: list[Finding], quoted: list[Finding], text: str) -> None:
    """`"…," she said, according to the station`: the station's content is all of it, her quotation too."""
    by_sentence = {f.lead.sent.i: f for f in quoted}
    for finding in reported:
        told = by_sentence.get(finding.lead.sent.i)
        if finding.frame == "according" and told is not None and told.content:
            spans = sorted({*told.content, *finding.content})
            before = [s for s in spans if s[1] <= finding.lead.start]
            finding.content = before or spans


def passed_on(reported: list[Finding], others: list[Finding]) -> None:
    """ "State radio, citing a military source, said …": what the radio says is what the source says."""
    hosts = {f.lead.i: f for f in (*reported, *others) if f.content}
    for finding in reported:
        lead, cited = finding.lead, finding.lead.child("dobj")
        if lead.lemma not in ("cite", "quote") or lead.tag != "VBG" or finding.frame != "object" or cited is None:
            continue
        above = lead.head.head if lead.dep == "acl" else lead.head
        host = hosts.get(above.i)
        if host is not None and host is not finding and host.frame in _TELLING and _speaks(cited):
            finding.source, finding.content, finding.frame = cited, list(host.content), "according"


def _speaks(noun: Word) -> bool:
    """Whether a noun names somebody who can be cited for what another says."""
    lemma, known = noun.lemma.lower(), speakers()
    groups = (known.anonymous, known.collective, known.spokesmen, cues().commanders, *known.kinds.values())
    return noun.pos == "PROPN" or any(lemma in group for group in groups)


def parted(reported: list[Finding], quoted: list[Finding], text: str) -> None:
    """`insisted it was early, while adding, "…"`: what is insisted ends where the clause of the next cue begins."""
    for cue in quoted:
        if cue.frame != "quote" or not cue.content or cue.content[0][0] < cue.lead.end:
            continue
        left = [c for c in cue.lead.children if c.i < cue.lead.i and c.dep in ("mark", "aux", "advmod", "nsubj", "cc")]
        begin = min([cue.lead.start, *(w.start for c in left for w in c.subtree())])
        for finding in reported:
            if (
                finding.lead.sent is cue.lead.sent
                and finding.lead.i < cue.lead.i
                and finding.frame in ("clause", "object")
            ):
                finding.content = [
                    s
                    for b, e in finding.content
                    for s in (one(text, b, begin) if b < begin < e <= cue.content[0][0] else [(b, e)])
                ]


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
