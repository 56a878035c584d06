"""From words to spans of the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.model.span import Span, trimmed
from sayso.reading.draft import Word

_KEEP = "%$£€#@"


def runs(text: str, words: Iterable[Word]) -> list[Span]:
    """The spans of words in text order: one for each unbroken run, without marks at the ends."""
    spans: list[Span] = []
    first = last = None
    listed = list(words)
    while listed and (listed[-1].pos == "CCONJ" or listed[-1].dep == "punct"):
        listed.pop()
    for word in listed:
        if first is None or last is None or word.i != last.i + 1:
            if first is not None and last is not None:
                spans += one(text, first.start, last.end)
            first = word
        last = word
    if first is not None and last is not None:
        spans += one(text, first.start, last.end)
    return spans


def one(text: str, begin: int, end: int) -> list[Span]:
    """The trimmed span as a list of one, or nothing where only marks are left. A name's full stop stays ("Jr.")."""
    span = trimmed(text, (begin, end), keep=_KEEP)
    if span is None or not any(c.isalnum() for c in text[span[0] : span[1]]):
        return []
    b, e = span
    if e < end and text[e] == "." and _abbreviates(text, b, e):
        e += 1
    return [(b, _closed(text, b, e))]


def _closed(text: str, b: int, e: int) -> int:
    """The end of a span, behind the bracket that closes one opened inside it."""
    for opener, closer in ("()", "[]"):
        if text[e : e + 1] == closer and text.count(opener, b, e) > text.count(closer, b, e):
            return e + 1
    return e


def _abbreviates(text: str, b: int, e: int) -> bool:
    """Whether the full stop at `e` belongs to the word before it ("U.S.", "Jr.")."""
    start = max(text.rfind(" ", b, e), text.rfind("\n", b, e), b - 1) + 1
    last = text[start:e]
    return ("." in last and len(last) <= 6 and last.replace(".", "").isalpha()) or last in ("Jr", "Sr", "Inc", "Corp")


def without(words: Sequence[Word], taken: Iterable[Word]) -> list[Word]:
    """The words that are not among `taken`."""
    gone = {w.i for w in taken}
    return [w for w in words if w.i not in gone]


def subtree_outside(word: Word, barred: frozenset[str]) -> list[Word]:
    """The subtree without the branches that hang by one of the `barred` labels directly on `word`."""
    found = [word]
    for child in word.children:
        if child.dep not in barred:
            found += child.subtree()
    found.sort(key=lambda w: w.i)
    return found
