"""Words of a text as CoNLL formats want them: by rules that a user can run again, and never across a span's border."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.model.span import Span

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|\d+(?:[.,:]\d+)*"  # 1,000
    r"|\w+?(?=n['’]t\b)|n['’]t\b"  # did n't
    r"|(?<=\w)['’](?:s|re|ve|ll|d|m)\b"  # the army 's
    r"|\w+|\S",
    re.IGNORECASE,
)


def tokens(text: str, borders: Iterable[int] = ()) -> list[Span]:
    """Every code point that is no blank is in one token; a border that falls inside a token divides it."""
    cuts = sorted(set(borders))
    found: list[Span] = []
    at = 0
    for match in _TOKEN.finditer(text):
        begin, end = match.span()
        while at < len(cuts) and cuts[at] <= begin:
            at += 1
        while at < len(cuts) and cuts[at] < end:
            found.append((begin, cuts[at]))
            begin, at = cuts[at], at + 1
        found.append((begin, end))
    return found


def grouped(words: list[Span], sentences: Iterable[Span]) -> Iterator[list[Span]]:
    """The tokens sentence by sentence; what stands outside of all sentences is in groups of its own."""
    cuts = sorted({at for span in sentences for at in span})
    group: list[Span] = []
    at = 0
    for word in words:
        passed = at
        while at < len(cuts) and cuts[at] <= word[0]:
            at += 1
        if at != passed and group:
            yield group
            group = []
        group.append(word)
    if group:
        yield group
