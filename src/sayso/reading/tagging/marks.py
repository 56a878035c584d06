"""In which quotation each word stands."""

from __future__ import annotations

from sayso.reading.draft import Draft


def quoted(draft: Draft) -> list[int]:
    """For each word the number of the outermost quotation around it, or -1."""
    found = [-1] * len(draft.words)
    for n, quote in enumerate(q for q in draft.quotes if q.depth == 0):
        for word in draft.words_in(quote.inner):
            found[word.i] = n
    return found
