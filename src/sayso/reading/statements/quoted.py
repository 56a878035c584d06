"""Quotations that stand by themselves, and who speaks them: found by their layout, so that a bad parse does no harm.

A standing quotation begins a sentence or follows a reporting clause. Its cue is looked for after it, before it, then
in its own paragraph; one without a cue carries on the speaker of the quotation before.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.span import Span
from sayso.reading.draft import Draft, Word
from sayso.reading.statements.captions import all_quoted, captioned, dashed, in_words, signed, signed_below
from sayso.reading.statements.finding import Finding
from sayso.reading.statements.lexicon import Cues, speakers
from sayso.reading.statements.nearby import DASHES, local_subject, neighbour, puts_it
from sayso.reading.statements.spans import one
from sayso.reading.statements.subjects import agent, done_to, is_passive, subject
from sayso.reading.statements.turns import Turn, turns_of, within_sentence
from sayso.reading.statements.verbs import cue_words
from sayso.text.quotes import Quote

_CLOSING = "”\"'’"
_BREAKS = frozenset({"when", "while", "after", "before", "because", "although", "until", "and", "but"})
_LEAST = 3  # words of a sentence with a speaker, a verb and a full stop
_SHORT = 9  # words of a sentence that only says who agrees
_FAR = 32  # words between a quotation and its cue


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
            found = signed_below(turn, draft)
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
    if not held and not broken and _introduced(turn, draft):
        return _cue_before(turn, draft, cues, last) or after
    if not held and after is not None and after.lead.tag == "VBG" and _told_before(turn, cues):
        return _cue_before(turn, draft, cues, last) or after
    if held or (after is not None and not broken):
        return after
    return _cue_before(turn, draft, cues, last) or after


def _told_before(turn: Turn, cues: Cues) -> bool:
    """`said, "…," promising more`: the cue right before a quotation outdoes a participle after it."""
    verb = turn.before[-2] if len(turn.before) > 1 and turn.before[-1].text in (",", ":") else None
    cue = cues.verbs.get(verb.lemma) if verb is not None and verb.pos == "VERB" else None
    return cue is not None and "quote" in cue.takes


def _introduced(turn: Turn, draft: Draft) -> bool:
    """Whether a whole sentence of speech comes after a comma or a colon: its cue stands before it."""
    ended = draft.text[turn.quote.inner[0] : turn.quote.inner[1]].rstrip()[-1:] in ".!?"
    anew = bool(turn.after) and turn.after[0].text[:1].isupper()
    return ended and anew and bool(turn.before) and turn.before[-1].text in (",", ":")


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
    if segment[0].text.lstrip(_CLOSING) in DASHES:
        return signed(turn, segment, draft)
    if segment[0].lower == "according" and len(segment) > 2:
        return _according(segment)
    worded = in_words(segment)
    if worded is not None:
        return worded
    aside: Finding | None = None
    for word in segment[:_FAR]:
        found = _reporting(word, segment, cues)
        if found is not None and is_passive(word) and word.dep == "relcl":
            aside = aside or found
        elif found is not None:
            says_more = any(c.dep == "ccomp" and c.i > word.i and c.i <= segment[-1].i for c in word.children)
            return None if says_more and inner[-1:] in ".!?" else found
    return _noun_like(segment, inner, cues) or aside or _any_verb(segment, inner)


def _noun_like(segment: list[Word], inner: str, cues: Cues) -> Finding | None:
    """`"…," the visitors state in the paper`: a verb that the parser took for a noun with its subject."""
    if inner[-1:] != ",":
        return None
    for word in segment[:5]:
        before = next((c for c in word.children if c.dep == "compound" and c.i == word.i - 1), None)
        cue = cues.verbs.get(word.text.lower()) if word.tag == "NN" and before is not None else None
        if cue is not None and "quote" in cue.takes and before is not None and before.tag in ("NNS", "NNPS", "NNP"):
            return Finding(word, "quote", [word], before, [], quoted=True)
    return None


def _any_verb(segment: list[Word], inner: str) -> Finding | None:
    """`"…," mused the envoy`: whatever verb follows a quotation that ends in a comma reports it."""
    anew = segment[0].text[:1].isupper()
    if inner[-1:] != "," and (inner[-1:] not in "!?" or anew):
        return None
    for word in segment[:10]:
        if word.pos == "VERB" and word.tag in ("VBD", "VBZ", "VBP") and not is_passive(word):
            source = local_subject(word, {w.i for w in segment}) or neighbour(word, segment)
            return Finding(word, "quote", cue_words(word), source, [], quoted=True) if source is not None else None
    return None


def _according(segment: list[Word]) -> Finding:
    words = [w for w in segment if w.pos != "PUNCT"]
    source = next((c for w in words[:2] for c in w.children if c.dep == "pobj"), words[-1])
    return Finding(words[0], "quote", words[:2], source, [], kind="preposition", quoted=True)


def _opens_with_cue(segment: list[Word], cues: Cues) -> bool:
    told = [w for w in segment[:4] if w.pos == "VERB" and w.lemma in cues.verbs]
    return any("quote" in cues.verbs[w.lemma].takes and not _says_more(w) for w in told)


def _says_more(verb: Word) -> bool:
    """Whether a verb brings along what is said: `"…." She noted a plan for the dam.`"""
    told = verb.lemma in speakers().telling
    return any(c.i > verb.i and (c.dep == "ccomp" or (c.dep == "dobj" and not told)) for c in verb.children)


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
        return _ended(segment, cues) if mark == "." and turn.before else None
    if segment[0].lower == "according" and len(segment) > 2 and mark in ",:":
        return _according(segment)
    near = segment[-_FAR:]
    if mark == ":" and dashed(segment):
        return _colon(segment, cues)
    if mark == ":":
        near = _above(near)
    worded = in_words(segment)
    unheard = _verb_before(segment, draft.text[turn.quote.inner[0]], cues) if mark == "," else None
    if worded is not None or unheard is not None:
        return worded or unheard
    for word in reversed(near):
        found = _reporting(word, segment, cues)
        if found is not None and word.dep == "advcl" and is_passive(word) and found.source is None:
            continue  # `told them when asked about it: "…"`
        if found is not None:
            if last is not None and last.finding is not None and last.finding.lead is found.lead:
                return last.finding
            if found.source is None and word.tag == "VBG" and word.head is word and len(words) > len(segment):
                found.source = done_to(words[-len(segment) - 1].sent.root)  # `He left. Adding, "…"`
            return found
    if mark == ":":
        return _colon(segment, cues)
    return None


def _ended(segment: list[Word], cues: Cues) -> Finding | None:
    """`The mayor agreed. "We …"`, `She said in a statement. "We …"`: a sentence with a cue that says nothing itself."""
    if len(segment) < _LEAST:
        return None
    verb = next((w for w in segment if w.pos == "VERB" and w.head is w), None)
    interrupter = _interrupter(segment)
    if interrupter is not None:
        return interrupter
    if verb is None or verb.lemma not in cues.verbs or is_passive(verb) or verb.child("ccomp", "dobj", "xcomp", "neg"):
        return None
    cue, last = cues.verbs[verb.lemma], segment[-2] is verb
    told = "quote" in cue.takes if not last else "quote" in cue.takes or cue.act in ("agree", "respond")
    source = local_subject(verb, {w.i for w in segment})
    near = len(segment) <= _SHORT if last else verb.child("prep") is not None and cue.act in ("assert", "respond")
    return Finding(verb, "quote", cue_words(verb), source, [], quoted=True) if source and told and near else None


def _interrupter(segment: list[Word]) -> Finding | None:
    """`she said, and her husband cut in. "We …"`: a sentence that ends with somebody else taking the word."""
    last = segment[-2]
    verb = last.head if last.dep == "prt" else last
    subject_ = verb.child("nsubj")
    if verb.dep != "conj" or verb.tag != "VBD" or subject_ is None or subject_.tag == "WP" or is_passive(verb):
        return None
    return Finding(verb, "quote", cue_words(verb), subject_, [], quoted=True)


def _conditional(verb: Word) -> bool:
    """Whether a verb stands in a clause of time or condition: "said in May, when the story broke, …"."""
    return any(c.dep == "mark" or c.tag == "WRB" for c in verb.children)


def _verb_before(segment: list[Word], first: str, cues: Cues) -> Finding | None:
    """`The minister shot back, "We …"`: whatever verb stands right before the comma reports a whole sentence."""
    last = segment[-2] if len(segment) > 2 else None
    if last is not None and last.pos in ("ADP", "ADV") and last.head.i == last.i - 1:
        last = last.head
    if last is not None and last.dep == "dobj" and last.lemma in speakers().kinds["document"]:
        last = last.head  # `issued a statement, "…"`
    elif last is not None and last.lemma in cues.verbs:
        return None
    if last is None or last.tag not in ("VBD", "VBZ", "VBP") or not first.isupper() or _conditional(last):
        return None
    source = local_subject(last, {w.i for w in segment})
    told = source is not None and not is_passive(last)
    return Finding(last, "quote", cue_words(last), source, [], quoted=True) if told else None


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
    words = dashed(segment) or words
    if not words:
        return None
    if len(words) <= 6 and all(w.pos in ("PROPN", "ADJ", "NOUN", "ADP", "DET") for w in words):
        head = next((w for w in words if w.head not in words), words[-1])
        return Finding(mark, "colon", [mark], head, [], kind="mark", quoted=True)
    if len(words) <= 14 and not any(w.pos in ("VERB", "AUX") for w in words):
        return captioned(words, mark)
    root = _topmost(words)
    root = root or next((w for w in words if w.pos == "AUX"), None)
    if root is None:
        return None
    source = agent(root) if is_passive(root) else subject(root) or neighbour(root, segment)
    return Finding(root, "colon", cue_words(root), source, [], quoted=True)


def _topmost(words: list[Word]) -> Word | None:
    """The last verb of a clause that stands in no clause under it ("apologised for what happened:")."""
    verbs = [w for w in words if w.pos == "VERB"]
    main = [w for w in verbs if w.dep in ("ROOT", "conj", "ccomp", "parataxis", "xcomp")]
    return main[-1] if main else verbs[-1] if verbs else None


def _reporting(word: Word, segment: list[Word], cues: Cues) -> Finding | None:
    if (word.pos not in ("VERB", "AUX") and not _closes(word, segment)) or word.dep == "amod":
        return None
    cue = cues.verbs.get(word.lemma)
    if (cue is None or "quote" not in cue.takes) and not puts_it(word):
        return None
    inside = {w.i for w in segment}
    source = agent(word) if is_passive(word) else local_subject(word, inside)
    if source is None and not is_passive(word):
        source = neighbour(word, segment)
    if source is None and word.tag in ("VB", "VBG", "VBN"):
        above = subject(word)
        source = above if above is None or above.i in inside or word.head.i not in inside else None
    if source is None and is_passive(word) and word.lemma == "quote":
        source = done_to(word)
    if source is not None and source.lower in ("this", "something") and source.head is not source:
        source = done_to(source.head) if source.head is not word else subject(word.head)
    return Finding(word, "quote", cue_words(word), source, [], quoted=True)


def _closes(word: Word, segment: list[Word]) -> bool:
    """Whether a noun closes a segment: "the ad states", taken for a plural."""
    last = segment[-2] if segment[-1].pos == "PUNCT" and len(segment) > 1 else segment[-1]
    return word is last and word.tag == "NNS" and len(segment) > 1


def _carried(turn: Turn, last: Turn | None, following: list[Turn], draft: Draft, cues: Cues) -> Finding | None:
    """A quotation without a cue of its own: it belongs to the one before it, or shares the cue of the next."""
    if last is not None and last.finding is not None:
        if last.block == turn.block:
            between = sum(1 for w in turn.before if w.text in (".", "!", "?"))
            if between <= 1 or turn.quote.joins:
                return last.finding
        elif turn.quote.joins or (turn.block - last.block == 1 and all_quoted(turn, draft)):
            return last.finding
    if following and following[0].block == turn.block:
        return _cue_after(following[0], draft, cues) or None
    return None
