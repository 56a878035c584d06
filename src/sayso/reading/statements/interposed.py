"""Reporting clauses between marks, read from the order of words: ", said the envoy," and ", the envoy has said."

Parsers often hang such a clause in the wrong place; its marks do not lie.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.draft import Word
from sayso.reading.statements.finding import Finding
from sayso.reading.statements.lexicon import Cue
from sayso.reading.statements.spans import runs
from sayso.reading.statements.subjects import NEVER_FIRST, is_passive
from sayso.reading.statements.verbs import cue_words

_MARKS = frozenset({",", "—", "–", "-", "--", "”", '"', "''"})
_STOPS = frozenset({";", ":"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART"})
_PHRASE = _INSIDE | {"ADP"}
_LOOSE = frozenset({"ADP", "ADV", "DET", "NOUN", "PROPN", "NUM", "ADJ", "PRON", "PART"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_OPENERS = frozenset({"which", "that", "who", "because", "but", "and", "although", "while"})
_NAMES_NO_SPEAKER = frozenset({"which", "that", "who", "what", "it", "this", "there"})


def interposed(verb: Word, cue: Cue, text: str) -> Finding | None:
    """The statement around a reporting clause that stands between marks, or between a mark and the sentence's end."""
    if verb.tag not in _FINITE or "inverted" not in cue.takes or is_passive(verb):
        return None
    words = verb.sent.words
    at = verb.i - words[0].i
    clause = _verb_first(words, at, cue) or _speaker_first(words, at)
    if clause is None:
        return None
    begin, end, speaker = clause
    first = max((k + 1 for k in range(begin) if words[k].text in _STOPS), default=0)
    last = next((k for k in range(end, len(words)) if words[k].text in _STOPS), len(words))
    if begin > 1 and words[begin - 2].lower in _OPENERS:
        first = begin - 1  # ", in which, residents say, …": no more than the clause that just began
        if words[begin - 2].tag in ("WDT", "WP"):
            last = next((k for k in range(end + 1, last) if words[k].text == ","), last)
    if not _goes_on(words[first:begin], words[end:last], verb):
        last = end
    said = [*words[first:begin], *words[end:last]]
    if begin < 1 or not any(w.pos in ("VERB", "AUX") for w in said):
        return None
    closing = None if any(w.pos != "PUNCT" for w in words[end:]) else words[begin].start
    return Finding(verb, "inverted", cue_words(verb), speaker, runs(text, said), clause=closing)


def _verb_first(words: Sequence[Word], at: int, cue: Cue) -> tuple[int, int, Word] | None:
    """`, insisted the envoy,`: only for verbs that take no object of their own."""
    if words[at].lemma in NEVER_FIRST:
        return None
    if at < 2 or not _divides(words, at - 1) or verb_takes_things(words[at], cue) or words[at].tag == "VBN":
        return None
    k = at + 1
    while k < len(words) and words[k].pos in _INSIDE:
        k += 1
    phrase = words[at + 1 : k]
    if not phrase or phrase[-1].pos not in _NOMINAL or phrase[-1].lower in _NAMES_NO_SPEAKER:
        return None
    head = _titled(phrase[-1], phrase[0])
    named = any(w.pos == "PROPN" for w in phrase) or phrase[0].pos == "DET" or phrase[0].lower in ("he", "she", "they")
    end = _clause_end(words, k)
    return (at, end, head) if named and end is not None else None


def _divides(words: Sequence[Word], k: int) -> bool:
    """Whether a word is a mark between clauses: no hyphen inside a name."""
    glued = k > 0 and words[k].text == "-" and words[k - 1].end == words[k].start
    return words[k].text in _MARKS and not glued


def _titled(name: Word, first: Word) -> Word:
    """The head of a title with a name: "its spokesman Omar Pell" is headed by the spokesman."""
    return name.head if name.dep == "appos" and first.i <= name.head.i < name.i else name


def _goes_on(before: Sequence[Word], after: Sequence[Word], verb: Word) -> bool:
    """Whether what is said goes on behind the clause: no more is told of the speaker there (", who …", ", adding")."""
    finite = any(w.tag in ("VBD", "VBZ", "VBP", "MD") for w in before)
    following = next((w for w in after if w.pos != "PUNCT"), None)
    if not finite or following is None:
        return True
    return following.tag not in ("WP", "WDT", "VBG") and not _belongs(following, after, verb)


def _belongs(following: Word, after: Sequence[Word], verb: Word) -> bool:
    """Whether the words behind the clause go with its speaker or its date: ", a spokesman for …", ", 2020"."""
    numbers = {w.i for w in after}
    top = following
    while top.head is not top and top.head.i in numbers:
        top = top.head
    return top.dep in ("appos", "nummod", "npadvmod") and top.head is not verb and top.head.i < following.i


def verb_takes_things(verb: Word, cue: Cue) -> bool:
    """Whether a noun after the verb may be its object ("announced a plan"); what is said is no thing."""
    return "object" in cue.takes and verb.lemma not in ("say", "add", "note", "state")


def _speaker_first(words: Sequence[Word], at: int) -> tuple[int, int, Word] | None:
    """`, the envoy has said in an interview.`"""
    k = at - 1
    while k >= 0 and words[k].pos in ("AUX", "ADV"):
        k -= 1
    head = words[k] if k >= 0 else None
    if head is None or head.pos not in _NOMINAL or head.lower in _NAMES_NO_SPEAKER:
        return None
    last = k
    while k >= 0 and (words[k].pos in _PHRASE or words[k].text == "-" or _issued(words[k])) and not _divides(words, k):
        k -= 1
    if (head.pos == "PRON" and words[k + 1] is not head) or words[k + 1].pos == "ADP":
        return None
    if k < 1 or not _divides(words, k):
        return None
    end = _clause_end(words, at + 1)
    head = _phrase_head(words[k + 1 : last + 1])
    return (k + 1, end, head) if end is not None and head is not None else None


def _issued(word: Word) -> bool:
    """ "a communiqué issued after the talks"."""
    return word.tag == "VBN" and word.dep == "acl"


def _phrase_head(phrase: Sequence[Word]) -> Word | None:
    """The noun that a phrase is about: the last before its first preposition ("a doctor at a clinic")."""
    stop = next((n for n, w in enumerate(phrase) if w.pos == "ADP" or _issued(w)), len(phrase))
    head = phrase[stop - 1]
    return _titled(head, phrase[0]) if head.pos in _NOMINAL else None


def _clause_end(words: Sequence[Word], k: int) -> int | None:
    """Where the clause ends if only loose phrases follow: at a mark or at the end of the sentence."""
    first = k
    while k < len(words) and words[k].pos in _LOOSE:
        if k == first and words[k].pos not in ("ADP", "ADV") and words[k].dep not in ("npadvmod", "nummod", "compound"):
            return None
        k += 1
    if k >= len(words) or words[k].text in _MARKS or words[k].text in (".", "!", "?", ";"):
        return k
    return None
