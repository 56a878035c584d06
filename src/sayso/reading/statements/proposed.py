"""Rules and tagger together: what the tagger proposes, read as findings beside those of the rules.

The rules are sure of quotations that stand by themselves; for everything else the tagger says what is a statement, and
the rules lend it what they know of the construction.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from functools import cache

from sayso.model.span import Span
from sayso.reading.draft import Draft, Word
from sayso.reading.statements.finding import Finding
from sayso.reading.statements.lexicon import cues
from sayso.reading.statements.nesting import in_order, parents
from sayso.reading.statements.spans import one
from sayso.reading.tagging.decoding import Proposal, Run
from sayso.reading.tagging.tagger import Seen

# How sure the tagger must be to leave a finding of the rules as it is, to mend it, and to add one: at a word of saying,
# and at any other
LEFT, MENDED, KNOWN, UNKNOWN = 0.25, 0.4, 0.55, 0.7
_KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
_FRAMES = {"ccomp": "clause", "xcomp": "infinitive", "dobj": "object", "parataxis": "inverted", "prep": "prep"}


def joined(found: list[Finding], firm: list[bool], seen: Iterable[Seen], draft: Draft) -> list[Finding]:
    """The findings of the rules as the tagger leaves them (it has no say on `firm` ones), and those that it adds."""
    by_word = {w.i: n for n, f in enumerate(found) for w in _cue_words(f, draft)}
    inner = _inside(found)
    taken = sorted(span for f, is_firm in zip(found, firm, strict=True) if is_firm for span in f.content)
    best: dict[int, tuple[float, Finding]] = {}
    added: list[Finding] = []
    for candidate in seen:
        sure, words = candidate.proposal.sure, candidate.words
        lead = words[candidate.proposal.lead]
        n = by_word.get(lead.i)
        if n is None and sure >= (KNOWN if speaks(lead) else UNKNOWN):
            added += _finding(candidate.proposal, words, draft, taken)
        elif n is not None and sure > best.get(n, (LEFT,))[0]:
            for finding in _finding(candidate.proposal, words, draft, taken):
                as_is = sure < MENDED or any(_left_out(lead.start, finding.content) for lead in inner.get(n, ()))
                best[n] = sure, found[n] if as_is else _mended(found[n], finding)
    told = [(best[n][1], True) if n in best and not firm[n] else (f, firm[n]) for n, f in enumerate(found)]
    return _uncrossed(_left([*told, *((f, True) for f in added)]), draft.text)


def _uncrossed(found: list[Finding], text: str) -> list[Finding]:
    """Words of one statement that run on into those of the next end where these begin."""
    spans = sorted(span for f in found for span in f.content)
    for finding in found:
        b, e = finding.content[-1]
        k = bisect_right(spans, (b, len(text)))
        if k < len(spans) and spans[k][0] < e < spans[k][1]:
            finding.content[-1:] = one(text, b, spans[k][0]) or [(b, e)]
    return found


def _inside(found: list[Finding]) -> dict[int, list[Word]]:
    """The cues that stand inside the words of each finding."""
    inner: dict[int, list[Word]] = {}
    for finding, parent in zip(found, parents(found), strict=True):
        if parent is not None:
            inner.setdefault(parent, []).append(finding.lead)
    return inner


def _left_out(offset: int, content: list[Span]) -> bool:
    """Whether an offset is left out of a content that goes on behind it: "that Turkey believes | the war is over"."""
    return offset < content[-1][1] and not any(b <= offset < e for b, e in content)


def _left(told: list[tuple[Finding, bool]]) -> list[Finding]:
    """The sure ones, and what stands inside them: that is left to the rules, as the tagger was not taught it."""
    sure = {id(f) for f, is_sure in told if is_sure}
    listed = in_order(f for f, _ in told)
    left: list[Finding] = []
    for finding, parent in zip(listed, parents(listed), strict=True):
        if id(finding) in sure or (parent is not None and id(listed[parent]) in sure):
            left.append(finding)
    return left


def _cue_words(finding: Finding, draft: Draft) -> Iterable[Word]:
    return draft.words_in(finding.cue_span) if finding.cue_span else (finding.lead, *finding.cue)


def _finding(proposal: Proposal, words: tuple[Word, ...], draft: Draft, taken: list[Span]) -> list[Finding]:
    """The proposal as a finding, or nothing if only marks are left of what is said outside the `taken` spans."""
    text = draft.text
    free = [s for run in proposal.content for s in _outside(_span(words, run), taken)]
    content = [s for b, e in free for s in one(text, b, e)]
    if not content:
        return []
    source = next(iter(one(text, *_span(words, proposal.source))), None) if proposal.source else None
    lead = words[proposal.lead]
    cue = list(words[slice(*proposal.cue)])
    kind = _KINDS.get(lead.pos, "phrase")
    head = draft.head_of(source) if source else None
    return [Finding(lead, _frame(lead, content, draft), cue, head, content, kind=kind, source_span=source)]


def _outside(span: Span, taken: list[Span]) -> list[Span]:
    """What is left of a span before, between and after the taken ones (in order)."""
    left, begin = [], span[0]
    for b, e in taken:
        if b < span[1] and e > begin:
            left.append((begin, b))
            begin = e
    return [(b, e) for b, e in [*left, (begin, span[1])] if b < e]


def _mended(known: Finding, better: Finding) -> Finding:
    """A finding of the rules with what the tagger takes to be said, and the speaker that it sees."""
    if better.source_span is None or better.source is known.source:
        return replace(known, content=better.content)
    return replace(known, content=better.content, source=better.source, source_span=better.source_span)


def speaks(word: Word) -> bool:
    """Whether the word stands in the lexicon as a word of saying or thinking."""
    return word.lemma in _words_of_saying().get(word.pos, ())


@cache
def _words_of_saying() -> Mapping[str, Container[str]]:
    known = cues()
    table: dict[str, Container[str]] = {"verb": known.verbs, "noun": known.nouns, "adjective": known.adjectives}
    return {pos: table[kind] for pos, kind in _KINDS.items()}


def _frame(lead: Word, content: list[Span], draft: Draft) -> str:
    """By which construction the content hangs on the cue, as far as the parse tells."""
    head = draft.head_of(content[0])
    if head is not None and head.head is lead:
        return _FRAMES.get(head.dep, "tagged")
    return "tagged"


def _span(words: tuple[Word, ...], run: Run) -> Span:
    return words[run[0]].start, words[run[1] - 1].end
