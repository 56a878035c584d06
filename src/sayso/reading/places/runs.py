"""Runs of capitalised words: where names of places can stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.knowledge.gazetteer.lexicon import place_words
from sayso.reading.draft import Sentence, Word

_GLUE = frozenset({"-", "–", "'", "’", "&", "/"})
_LONGEST = 7


def capital(word: Word) -> bool:
    """Whether a word begins with a capital letter, or with a letter of a script that has none."""
    head = word.text[0]
    return head.isupper() or (not head.isascii() and head.isalpha() and not head.islower())


def runs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """[begin, end) in the sentence's words of each run that begins and ends with a capitalised word."""
    words, i = sentence.words, 0
    while i < len(words):
        if not capital(words[i]):
            i += 1
            continue
        end = i + 1
        while end < len(words) and end - i < 40:
            step = _step(words, end)
            if not step:
                break
            end += step
        yield _article(words, i), end
        i = end


def _article(words: Sequence[Word], i: int) -> int:
    """Where the run begins with its small article ("al-Wafa")."""
    joined = i > 1 and words[i - 1].text == "-" and words[i - 1].end == words[i].start
    return i - 2 if joined and words[i - 2].lower in place_words().inner else i


def begins(words: Sequence[Word], i: int) -> bool:
    """Whether a name can begin with a word: a capitalised one, or the small article of one."""
    return capital(words[i]) or (i + 2 < len(words) and capital(words[i + 2]) and _article(words, i + 2) == i)


def _step(words: Sequence[Word], k: int) -> int:
    """How many words a run goes on by: one capitalised, or a joining word and the capitalised one after it."""
    joining = place_words().inner
    if capital(words[k]):
        return 1
    if _hyphened(words, k):
        return 4
    for length in (1, 2):
        inner = words[k : k + length]
        nxt = words[k + length] if k + length < len(words) else None
        if nxt is None or not all(w.lower in joining or w.text in _GLUE for w in inner):
            return 0
        if capital(nxt) or (nxt.text[0].isdigit() and inner[-1].text == "-"):
            return length + 1
    return 0


def _hyphened(words: Sequence[Word], k: int) -> bool:
    """A small word between hyphens ("Port-au-Prince")."""
    if words[k].text != "-" or k + 3 >= len(words) or words[k + 2].text != "-" or not capital(words[k + 3]):
        return False
    return words[k + 1].text.islower() and words[k + 3].start - words[k].start == len(words[k + 1].text) + 2


def slices(begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches of a run that begin at `begin`, the longest first."""
    for last in range(min(end, begin + _LONGEST), begin, -1):
        yield begin, last


def headline(sentence: Sentence) -> bool:
    """Whether capitals tell nothing here: most longer words begin with one."""
    longer = [w for w in sentence.words if len(w.text) > 3]
    if sentence.words[-1].text in (".", "?", "!") and not all(w.text.isupper() for w in longer):
        return False
    return len(longer) > 3 and sum(w.text[0].isupper() for w in longer) > 0.75 * len(longer)
