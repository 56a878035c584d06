"""Rules and tagger together: what the tagger proposes, read as findings beside those of the rules.

The rules are sure of quotations that stand by themselves; for everything else the tagger says what is a statement, and
the rules lend it what they know of the construction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.model.span import Span
from sayso.reading.draft import Draft, Word
from sayso.reading.statements.details import is_negated
from sayso.reading.statements.finding import Finding
from sayso.reading.statements.lexicon import cues
from sayso.reading.statements.nesting import parents
from sayso.reading.statements.spans import one
from sayso.reading.tagging.decoding import Proposal, Run
from sayso.reading.tagging.tagger import Seen

# How sure the tagger must be: of what the rules see too, of words of saying elsewhere, and of other words
SEEN_TOO, KNOWN, UNKNOWN = 0.4, 0.55, 0.7
_KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
_FRAMES = {"ccomp": "clause", "xcomp": "infinitive", "dobj": "object", "parataxis": "inverted", "prep": "prep"}


def joined(found: list[Finding], seen: Iterable[Seen], draft: Draft) -> list[Finding]:
    """The findings of the rules as the tagger leaves them, and those that it adds."""
    by_word = {w.i: n for n, f in enumerate(found) for w in _cue_words(f, draft)}
    best: dict[int, tuple[float, Finding]] = {}
    added: list[Finding] = []
    for window in seen:
        for proposal in window.proposals:
            lead = window.words[proposal.lead]
            n = by_word.get(lead.i)
            if n is None:
                if proposal.sure >= (KNOWN if _speaks(lead) else UNKNOWN):
                    added += _finding(proposal, window.words, draft)
            elif proposal.sure > best.get(n, (SEEN_TOO,))[0]:
                for finding in _finding(proposal, window.words, draft, found[n]):
                    best[n] = proposal.sure, finding
    return [*_left(found, best), *added]


def _left(found: list[Finding], best: dict[int, tuple[float, Finding]]) -> Iterator[Finding]:
    """What the tagger was not taught is left to the rules: what stands inside other words, and what was not said."""
    above = parents(found)
    sure = {n for n, f in enumerate(found) if f.quoted or n in best or is_negated(f, "")}
    for n, finding in enumerate(found):
        if finding.quoted:
            yield finding
        elif n in best:
            yield best[n][1]
        elif n in sure or above[n] in sure:
            yield finding


def _cue_words(finding: Finding, draft: Draft) -> Iterable[Word]:
    return draft.words_in(finding.cue_span) if finding.cue_span else (finding.lead, *finding.cue)


def _finding(proposal: Proposal, words: tuple[Word, ...], draft: Draft, known: Finding | None = None) -> list[Finding]:
    """The proposal as a finding, or nothing if only marks are left of what is said."""
    text = draft.text
    content = [s for run in proposal.content for s in one(text, *_span(words, run))]
    source = next(iter(one(text, *_span(words, proposal.source))), None) if proposal.source else None
    head = draft.head_of(source) if source else None
    if not content:
        return []
    if known is not None:
        return [_mended(known, content, head, source)]
    lead = words[proposal.lead]
    cue = list(words[slice(*proposal.cue)])
    kind = _KINDS.get(lead.pos, "phrase")
    return [Finding(lead, _frame(lead, content, draft), cue, head, content, kind=kind, source_span=source)]


def _mended(known: Finding, content: list[Span], head: Word | None, source: Span | None) -> Finding:
    """A finding of the rules with what the tagger takes to be said, and its speaker if it sees one."""
    if source is None:
        return replace(known, content=content)
    return replace(known, content=content, source=head, source_span=source)


def _speaks(lead: Word) -> bool:
    """Whether the word stands in the lexicon as a word of saying or thinking."""
    known = cues()
    table = {"verb": known.verbs, "noun": known.nouns, "adjective": known.adjectives}.get(_KINDS.get(lead.pos, ""), {})
    return lead.lemma in table


def _frame(lead: Word, content: list[Span], draft: Draft) -> str:
    """By which construction the content hangs on the cue, as far as the parse tells."""
    head = draft.head_of(content[0])
    if head is not None and head.head is lead:
        return _FRAMES.get(head.dep, "tagged")
    return "tagged"


def _span(words: tuple[Word, ...], run: Run) -> Span:
    return words[run[0]].start, words[run[1] - 1].end
