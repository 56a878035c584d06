"""Quotations that stand by themselves, and who speaks them: found by their layout, so that a bad parse does no harm.

A standing quotation begins a sentence or follows a reporting clause. Its cue is looked for after it, before it, then
in its own paragraph; one without a cue carries on the speaker of the quotation before.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.span import Span
from sayso.reading.draft import Draft, Word
from sayso.reading.statements.finding import Finding
from sayso.reading.statements.lexicon import Cues
from sayso.reading.statements.spans import one
from sayso.reading.statements.subjects import NEVER_FIRST, agent, done_to, is_passive, subject
from sayso.reading.statements.turns import Turn, turns_of, within_sentence
from sayso.reading.statements.verbs import cue_words
from sayso.text.quotes import Quote

_DASHES = frozenset({"—", "–", "―", "-", "--"})
_CLOSING = "”\"'’"
_BREAKS = frozenset({"when", "while", "after", "before", "because", "although", "until", "and", "but"})
_FAR = 24  # words between a quotation and its cue


@dataclass(slots=True)
class Quoted:
    """What the layout gives: findings, the stretches that standing quotations fill, and those that nobody speaks."""

    findings: list[Finding]
    standing: list[Span]
    orphans: list[Turn]


def quoted_findings(draft: Draft, outer: list[Quote], cues: Cues, marked: set[int]) -> Quoted:
    """Statements made of standing quotations.

    `outer` are the quotations of the text that lie in no other, `marked` the blocks whose speaker a label names.
    """
    turns = [t for t in turns_of(draft, outer, cues) if t.block not in marked]
    orphans: list[Turn] = []
    findings: dict[int, Finding] = {}
    last: Turn | None = None
    joined: Turn | None = None
    for k, turn in enumerate(turns):
        held = orphans[-1] if turn.quote.joins and k and turns[k - 1] in (*orphans[-1:], joined) else None
        found = _cue_of(turn, draft, cues, last, held is not None)
        if held is not None and found is None:
            held.more.append(turn.quote.inner)
            joined = turn
            continue
        if held is not None and found is not None:
            orphans.pop()
            found.content = [s for part in (held.quote.inner, *held.more) for s in one(draft.text, *part)]
        if found is None:
            found = _carried(turn, last, turns[k + 1 : k + 2], draft, cues)
        if found is None:
            orphans.append(turn)
            continue
        found = findings.setdefault(found.lead.i, found)
        found.content += one(draft.text, *turn.quote.inner)
        found.asks = draft.text[turn.quote.inner[0] : turn.quote.inner[1]].rstrip().endswith("?")
        turn.finding = found
        last = turn
    spoken = [t for t in turns if t.finding is not None or not within_sentence(t)]
    return Quoted(
        list(findings.values()), [t.quote.outer for t in spoken], [t for t in orphans if not within_sentence(t)]
    )


def _cue_of(turn: Turn, draft: Draft, cues: Cues, last: Turn | None, held: bool) -> Finding | None:
    """The cue after a quotation, else the one before it; a new clause after it (", when she left") has no say."""
    after = _cue_after(turn, draft, cues)
    broken = bool(turn.after) and turn.after[0].lower in _BREAKS
    if held or (after is not None and not broken):
        return after
    return _cue_before(turn, draft, cues, last) or after


def _cue_after(turn: Turn, draft: Draft, cues: Cues) -> Finding | None:
    """`"…," said the minister`: the cue in the rest of the sentence."""
    inner = draft.text[turn.quote.inner[0] : turn.quote.inner[1]].rstrip()
    segment = _until_stop(turn.after)
    if not segment or (inner[-1:] == "." and segment[0].text[:1].isupper() and not _opens_with_cue(segment, cues)):
        return None
    if inner[-1:] in "!?" and _after_is_new(segment, cues):
        return None
    if segment[0].text in (".", ":", ";"):
        return None
    if segment[0].text.lstrip(_CLOSING) in _DASHES:
        return _signed(turn, segment, draft)
    if segment[0].lower == "according" and len(segment) > 2:
        return _according(segment)
    aside: Finding | None = None
    for word in segment[:_FAR]:
        found = _reporting(word, segment, cues)
        if found is not None and is_passive(word) and word.dep == "relcl":
            aside = aside or found
        elif found is not None:
            says_more = any(c.dep == "ccomp" and c.i > word.i and c.i <= segment[-1].i for c in word.children)
            return None if says_more and inner[-1:] in ".!?" else found
    return aside or _any_verb(segment, inner)


def _any_verb(segment: list[Word], inner: str) -> Finding | None:
    """`"…," mused the envoy`: whatever verb follows a quotation that ends in a comma reports it."""
    if inner[-1:] != ",":
        return None
    for word in segment[:6]:
        if word.pos == "VERB" and word.tag in ("VBD", "VBZ", "VBP") and not is_passive(word):
            source = _local_subject(word, {w.i for w in segment}) or _neighbour(word, segment)
            return Finding(word, "quote", cue_words(word), source, [], quoted=True) if source is not None else None
    return None


def _signed(turn: Turn, segment: list[Word], draft: Draft) -> Finding | None:
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


def _according(segment: list[Word]) -> Finding:
    words = [w for w in segment if w.pos != "PUNCT"]
    source = next((c for w in words[:2] for c in w.children if c.dep == "pobj"), words[-1])
    return Finding(words[0], "quote", words[:2], source, [], kind="preposition", quoted=True)


def _opens_with_cue(segment: list[Word], cues: Cues) -> bool:
    return any(w.lemma in cues.verbs and "quote" in cues.verbs[w.lemma].takes for w in segment[:4] if w.pos == "VERB")


def _after_is_new(segment: list[Word], cues: Cues) -> bool:
    first = segment[0]
    return first.text[:1].isupper() and first.pos not in ("PROPN", "PRON") and not _opens_with_cue(segment, cues)


def _until_stop(words: list[Word]) -> list[Word]:
    out: list[Word] = []
    for k, word in enumerate(words):
        if word.text in (".", "!", "?", ";", ":") and k > 0:
            break
        out.append(word)
    return out


def _last_sentence(words: list[Word]) -> list[Word]:
    for k in range(len(words) - 2, -1, -1):
        if words[k].text in (".", "!", "?") or (words[k].sent is not words[k + 1].sent and words[k].pos == "PUNCT"):
            return words[k + 1 :]
    return words


def _cue_before(turn: Turn, draft: Draft, cues: Cues, last: Turn | None) -> Finding | None:
    """`The minister said: "…"`, `he said, adding, "…"`: the cue in the sentence before the quotation."""
    words = turn.before
    if not words and (last is None or last.block != turn.block):
        words = _block_before(draft, turn)
        if not words or words[-1].text != ":":
            return None
    segment = _last_sentence(words)
    if not segment:
        return None
    mark = segment[-1].text
    if mark in (".", "!", "?"):
        return None
    if segment[0].lower == "according" and len(segment) > 2 and mark in ",:":
        return _according(segment)
    near = segment[-_FAR:]
    if mark == ":":
        near = _above(near)
    for word in reversed(near):
        found = _reporting(word, segment, cues)
        if found is not None:
            if last is not None and last.finding is not None and last.finding.lead is found.lead:
                return last.finding
            return found
    if mark == ":":
        return _colon(segment, cues)
    return None


def _above(segment: list[Word]) -> list[Word]:
    """The verbs that the words right before a colon hang on, the nearest last."""
    words = [w for w in segment if w.pos != "PUNCT"]
    if not words:
        return []
    inside = {w.i for w in segment}
    chain = [w for w in (words[-1], *words[-1].ancestors()) if w.i in inside]
    return [w for w in reversed(chain) if w.pos in ("VERB", "AUX", "NOUN")]


def _block_before(draft: Draft, turn: Turn) -> list[Word]:
    first = turn.words[0].i
    if first == 0:
        return []
    sentence = draft.words[first - 1]
    while sentence.pos == "PUNCT" and sentence.text != ":" and sentence.i > 0:
        sentence = draft.words[sentence.i - 1]
    if sentence.sent.block < turn.block - 1:
        return []
    return [w for w in sentence.sent.words if w.i <= sentence.i]


def _colon(segment: list[Word], cues: Cues) -> Finding | None:
    """`The ministry issued a statement: "…"`, `HAFEZ: "…"`: a noun of saying, or the subject before the colon."""
    mark = segment[-1]
    words = [w for w in segment if w.pos != "PUNCT"]
    if not words:
        return None
    if len(words) <= 6 and all(w.pos in ("PROPN", "ADJ", "NOUN", "ADP", "DET") for w in words):
        head = next((w for w in words if w.head not in words), words[-1])
        return Finding(mark, "colon", [mark], head, [], kind="mark", quoted=True)
    root = next((w for w in reversed(words) if w.pos == "VERB"), None)
    root = root or next((w for w in words if w.pos == "AUX"), None)
    if root is None:
        return None
    source = agent(root) if is_passive(root) else subject(root) or _neighbour(root, segment)
    return Finding(root, "colon", cue_words(root), source, [], quoted=True)


def _reporting(word: Word, segment: list[Word], cues: Cues) -> Finding | None:
    if word.pos not in ("VERB", "AUX") and not _closes(word, segment):
        return None
    cue = cues.verbs.get(word.lemma)
    if (cue is None or "quote" not in cue.takes) and not _put_it(word):
        return None
    inside = {w.i for w in segment}
    source = agent(word) if is_passive(word) else _local_subject(word, inside)
    if source is None and not is_passive(word):
        source = _neighbour(word, segment)
    if source is None and word.tag in ("VB", "VBG", "VBN") and word.head.i not in inside:
        source = subject(word)
    if source is None and is_passive(word) and word.lemma == "quote":
        source = done_to(word)
    return Finding(word, "quote", cue_words(word), source, [], quoted=True)


def _closes(word: Word, segment: list[Word]) -> bool:
    """Whether a noun closes a segment: "the ad states", taken for a plural."""
    last = segment[-2] if segment[-1].pos == "PUNCT" and len(segment) > 1 else segment[-1]
    return word is last and word.tag == "NNS" and len(segment) > 1


def _put_it(word: Word) -> bool:
    """ "as the minister put it"."""
    return word.lemma == "put" and any(c.lower == "it" and c.i == word.i + 1 for c in word.children)


def _local_subject(word: Word, inside: set[int]) -> Word | None:
    for child in word.children:
        if child.dep == "nsubj" and child.i in inside and child.text not in _DASHES and not _beyond(child, word):
            return child
    doing = _doing(word) if word.tag == "VBG" else None
    if doing is not None and doing.i in inside:
        return doing
    if word.tag in ("VBG", "VB", "VBN") or word.dep == "conj":
        found = subject(word)
        if found is not None and found.i in inside:
            return found
    return None


def _beyond(child: Word, verb: Word) -> bool:
    """Whether a subject after its verb is none: "told the paper", "said on the show"."""
    return child.i > verb.i and (
        verb.lemma in NEVER_FIRST or any(w.dep == "prep" and verb.i < w.i < child.i for w in verb.children)
    )


def _doing(word: Word) -> Word | None:
    """ "footage of the envoy saying, …": the noun right before; ", saying, …" in no relative clause: the subject."""
    before = next((w for w in word.sent.words if w.i == word.i - 1), None)
    if before is not None and before.pos in ("PROPN", "NOUN") and before.dep == "pobj":
        return before
    found = subject(word) if before is not None and before.text == "," else None
    return done_to(word.sent.root) if found is not None and found.tag in ("WP", "WDT") else None


def _neighbour(verb: Word, segment: list[Word]) -> Word | None:
    """The noun phrase right after or right before a verb whose subject the parser did not see."""
    at = next((k for k, w in enumerate(segment) if w is verb), -1)
    for word in segment[at + 1 : at + 7] if verb.lemma not in NEVER_FIRST else ():
        if word.pos in ("NOUN", "PROPN", "PRON"):
            head = word
            while (
                head.head is not head
                and head.head.pos in ("NOUN", "PROPN")
                and head.dep in ("compound", "poss", "amod", "nmod")
            ):
                head = head.head
            return head
        if (word.pos in ("VERB", "AUX", "ADP", "SCONJ") and word.tag != "VBN") or word.text in ",.:":
            break
    if at > 1 and segment[at - 1].text == "," and segment[0].pos in ("PROPN", "DET"):
        return next((w for w in segment[:at] if w.pos in ("NOUN", "PROPN") and w.dep != "compound"), None)
    for word in reversed(segment[max(0, at - 6) : at]):
        if word.pos in ("NOUN", "PROPN", "PRON") and word.text not in _DASHES:
            return _above_phrase(word)
        if word.pos == "VERB":
            break
    return None


def _above_phrase(word: Word) -> Word:
    """ "protesters in the street chanted": who the phrase before a verb is about."""
    above = word.head.head if word.dep == "pobj" else word
    if above.pos in ("VERB", "AUX"):
        return done_to(above) or word
    return above if above.pos in ("NOUN", "PROPN", "PRON") else word


def _carried(turn: Turn, last: Turn | None, following: list[Turn], draft: Draft, cues: Cues) -> Finding | None:
    """A quotation without a cue of its own: it belongs to the one before it, or shares the cue of the next."""
    if last is not None and last.finding is not None:
        if last.block == turn.block:
            between = sum(1 for w in turn.before if w.text in (".", "!", "?"))
            if between <= 1 or turn.quote.joins:
                return last.finding
        elif turn.quote.joins or (turn.block - last.block == 1 and _all_quoted(turn, draft)):
            return last.finding
    if following and following[0].block == turn.block:
        return _cue_after(following[0], draft, cues) or None
    return None


def _all_quoted(turn: Turn, draft: Draft) -> bool:
    begin, end = draft.blocks[turn.block].span
    inner = turn.quote.outer
    return not draft.text[begin : inner[0]].strip() and inner[1] - inner[0] >= 0.6 * (end - begin)
