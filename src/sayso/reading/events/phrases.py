"""The local words of a noun phrase around its head: title and name, modifiers, an "of" right after; no clauses."""

from __future__ import annotations

from sayso.knowledge.triggers import trigger_index
from sayso.model.span import Span, trimmed
from sayso.reading.draft import Word
from sayso.reading.events import beside, giving, misread, syntax
from sayso.reading.events.befallen import of_deed
from sayso.reading.events.opening import dateline

_BEFORE = ("poss", "compound", "amod", "nmod")
# "accused the militia of theft", "warned the island of consequences": the "of" is no part of who is charged or told.
_CHARGING = frozenset(
    {"accuse", "convict", "suspect", "acquit", "strip", "deprive", "rob", "warn", "inform", "remind", "clear",
     "relieve", "absolve", "rid", "cleanse", "cure", "purge", "assure"}
)  # fmt: skip
_DEPTH = 2


def phrase(word: Word, text: str) -> Span:
    """The local noun phrase around its head, without clauses: what stands before it, and an "of" right after it."""
    adjective = word.pos == "ADJ" and word.child("det", "poss", "nummod") is None
    counted = word.tag == "NNS" and word.child("nummod", "det") is not None  # "freed 52 hostages minutes after …"
    if word.dep in _BEFORE and word.head.dep == "dobj" and giving.receiver(word.head.head) is word:
        return word.head.subtree()[0].start, word.end  # "paid white farmers compensation"
    if adjective or word.pos in ("PRON", "DET") or (word.dep in _BEFORE and word.dep != "poss" and not counted):
        return _name_before(word)
    begin = _first(word)
    words = word.sent.words
    if (opens := dateline(word.sent)) and begin.i < words[0].i + opens <= word.i:
        begin = words[opens]
    if word.dep == "poss":
        return trimmed(text, (begin.start, word.end), keep=".") or word.span
    above = word.head.head if word.dep == "pobj" else word.head
    charged = above.lemma in _CHARGING and word.dep in ("dobj", "nsubjpass", "pobj") and word.i > above.i
    end = word if charged or (of_deed(word) and (_takes_of(word.head.head) or _is_name_apart(word))) else _last(word, 0)
    end = _hyphened_on(_not_hostage(end))
    span = trimmed(text, (begin.start, max(end.end, word.end)), keep=".")
    return span or word.span


def _is_name_apart(word: Word) -> bool:
    """ "the lifting by Washington of sanctions": a name has no common plural after "of"."""
    inner = syntax.after(word, "of")
    return word.pos == "PROPN" and inner is not None and inner.tag == "NNS" and inner.child("det") is None


def _takes_of(deed: Word) -> bool:
    """ "the seizure by pirates of a tanker"; not so "a walkout by pilots of the airline", which is theirs."""
    entries = trigger_index().nouns.get(deed.lemma, ())
    return not entries or any(e.of == "patient" for e in entries)


def _not_hostage(end: Word) -> Word:
    """ "took two nurses and a driver hostage": the driver."""
    before = [c for c in end.children if c.dep == "compound" and c.i == end.i - 1]
    return before[0] if before and end.lower in ("hostage", "captive") else end


def _name_before(word: Word) -> Span:
    """ "Boko Haram" of "Boko Haram fighters"; of a pronoun only itself."""
    left = [c for c in word.children if c.i < word.i and c.dep in ("compound", "nmod")]
    left += [
        c for c in word.children if c.i < word.i and c.dep == "amod" and c.text[:1].isupper() and word.i - c.i == 1
    ]
    return min((c.start for c in left), default=word.start), word.end


def _first(word: Word) -> Word:
    begin = beside.hyphened(word)[0]
    if begin is not word and begin.dep in syntax.LEFT:
        begin = _first(begin)  # "President Díaz-Canel"
    for child in sorted((c for c in word.children if c.i < word.i), key=lambda c: -c.i):
        if child.tag == "HYPH" or (child.text == "-" and child.dep == "punct"):
            continue
        if child.i >= begin.i:
            continue
        if (
            child.dep not in syntax.LEFT
            or (child.lower == "dead" and child.i == word.head.i + 1)  # "shot dead two herdsmen"
            or misread.frame(child) is not None
            or child.tag == "WP$"
            or child.lower in ("neither", "either")
        ):
            break
        begin = child.subtree()[0]
    words, k = word.sent.words, begin.i - word.sent.words[0].i
    return words[k - 1] if begin.text == "-" and k and words[k - 1].end == begin.start else begin  # "ex-premier"


def _last(word: Word, depth: int) -> Word:
    """The end of a noun phrase: a name set beside it ("the opposition figure Ana Ruiz"), and what "of" adds."""
    end = word
    for child in word.children:
        beside_it = child.dep == "appos" and child.subtree()[0].i == word.i + 1 and child.pos == "PROPN"
        if beside_it and (word.pos != "PROPN" or child.child("det") is None):  # not "to Seoul the North"
            end = child
    if end is word and word.pos == "NOUN" and trigger_index().has(("@named",), word.lemma):
        end = _name_after(word)
    following = next((c for c in end.children if c.i == end.i + 1 and c.dep == "prep" and c.lower == "of"), None)
    inner = following.child("pobj") if following is not None else None
    measured = word.pos == "PROPN" and inner is not None and inner.pos == "NOUN" and inner.child("nummod") is not None
    if (
        inner is None or depth >= _DEPTH or inner.tag == "VBG" or inner.text.isdigit() or measured
    ):  # not "to Malawi of nine million kroner"
        return _clothed(end)
    also = inner.child("conj")
    if word.tag == "NNS" and inner.pos == "PROPN" and also is not None and also.pos == "PROPN":
        return _last(inner.conjuncts()[-1], depth + 1)  # "the towns of Shire and Axum"
    return _last(inner, depth + 1)


def _name_after(word: Word) -> Word:
    """ "the mining company Korvex": a name right after, wherever the parser hung it."""
    words, k = word.sent.words, word.i - word.sent.words[0].i + 1
    end = word
    while k < len(words) and words[k].pos == "PROPN":
        end, k = words[k], k + 1
    return end if end.dep in ("npadvmod", "appos", "oprd", "dep", "nmod") else word


def _hyphened_on(word: Word) -> Word:
    """ "vice-president", where the parser took the first part for the head."""
    words, k = word.sent.words, word.i - word.sent.words[0].i
    while k + 2 < len(words) and words[k + 1].text == "-" and words[k + 1].start == words[k].end:
        if words[k + 2].start != words[k + 1].end:
            break
        k += 2
    return words[k]


def _clothed(word: Word) -> Word:
    """ "men in Ethiopian uniforms": what they wear tells who they are."""
    words, k = word.sent.words, word.i - word.sent.words[0].i + 1
    near = words[k] if k < len(words) and words[k].lower == "in" else None  # wherever the parser hung it
    worn = near.child("pobj") if word.pos == "NOUN" and near is not None else None
    return worn if worn is not None and trigger_index().has(("@clothing",), worn.lemma) else word
