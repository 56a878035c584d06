"""Quotations that stand by themselves, told from scare quotes, titles and nicknames by where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.model.span import Span
from sayso.reading.draft import Draft, Word
from sayso.reading.statements.finding import Finding
from sayso.reading.statements.lexicon import Cues
from sayso.text.quotes import Quote

_ENDS = ".!?"
_OPENERS = frozenset({"But", "And", "So", "Yet"})
_VERBAL = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})


@dataclass(slots=True)
class Turn:
    """A standing quotation with the unquoted words before and after it in its paragraph."""

    quote: Quote
    block: int
    words: tuple[Word, ...]
    before: list[Word] = field(default_factory=list)
    after: list[Word] = field(default_factory=list)
    finding: Finding | None = None
    more: list[Span] = field(default_factory=list)


def turns_of(draft: Draft, outer: list[Quote], cues: Cues) -> Iterator[Turn]:
    """The standing quotations of a text, in order."""
    at = 0
    for k, block in enumerate(draft.blocks):
        b, e = block.span
        while at < len(outer) and outer[at].outer[0] < b:
            at += 1
        own: list[Quote] = []
        while at < len(outer) and outer[at].outer[0] < e:
            own.append(outer[at])
            at += 1
        if own:
            yield from _of_block(draft, cues, k, own)


def _of_block(draft: Draft, cues: Cues, block: int, own: list[Quote]) -> Iterator[Turn]:
    begin, end = draft.blocks[block].span
    previous = begin
    standing: list[Turn] = []
    for quote in own:
        words = draft.words_in(quote.inner)
        if words and _stands(draft.text, quote, begin, previous, end, words, cues, draft):
            turn = Turn(quote, block, words)
            turn.before = list(draft.words_in((previous, quote.outer[0]))) if previous < quote.outer[0] else []
            if standing:
                standing[-1].after = turn.before
            standing.append(turn)
            previous = quote.outer[1]
    if standing and standing[-1].quote.outer[1] < end:
        standing[-1].after = list(draft.words_in((standing[-1].quote.outer[1], end)))
    yield from standing


def _stands(
    text: str, quote: Quote, begin: int, previous: int, end: int, words: tuple[Word, ...], cues: Cues, draft: Draft
) -> bool:
    lead = text[previous : quote.outer[0]].rstrip()
    inner = text[quote.inner[0] : quote.inner[1]].rstrip()
    tail = text[quote.outer[1] : min(end, quote.outer[1] + 3)].lstrip()
    count = sum(1 for w in words if w.pos != "PUNCT")
    verbal = any(w.tag in _VERBAL for w in words)
    if quote.joins:
        return True
    ended = inner[-1:] in ".!?,—–-…" or (tail[:1] in ",.!?" and tail != "") or not tail
    if not lead or lead[-1] in _ENDS + '”"’':
        if not ended and not _followed(quote, end, draft, cues):
            return False
        return (count >= 2 and ended) or (count >= 3 and verbal) or (count == 1 and inner[-1:] in ",!?")
    if lead[-1] in ":":
        return count >= 2
    opener = lead.rsplit(None, 1)
    if opener[-1] in _OPENERS and (len(opener) == 1 or opener[0][-1] in _ENDS + '”"'):
        return verbal and count >= 3 and ended  # `… he said. But "they will be back."`
    if lead[-1] in ",—–-;":
        return (verbal and count >= 3 and ended) or (inner[-1:] in ".!?" and count >= 2)
    if previous != begin and verbal and count >= 3 and lead.endswith((", but", ", and")):
        return True
    before = draft.words_in((max(previous, quote.outer[0] - 60), quote.outer[0]))
    if not before or not inner[:1].isupper() or count < 2 or inner[-1:] not in ".!?,":
        return False
    near = before[-1:] if count < 4 else before[-7:]
    return any(_speaks(w, cues) and w.child("ccomp") is None for w in near)


def _followed(quote: Quote, end: int, draft: Draft, cues: Cues) -> bool:
    """Whether a cue comes soon after a quotation that ends without a mark."""
    after = draft.words_in((quote.outer[1], min(end, quote.outer[1] + 60)))
    return any(_speaks(w, cues) for w in after[:6])


def _speaks(word: Word, cues: Cues) -> bool:
    cue = cues.verbs.get(word.lemma)
    return cue is not None and "quote" in cue.takes and word.pos in ("VERB", "AUX")


def within_sentence(turn: Turn) -> bool:
    """Whether a quotation goes on a sentence that began before it."""
    return bool(turn.before) and turn.before[-1].text in (",", ";", "—", "–", "-", "--")
