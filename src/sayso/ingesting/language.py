"""Is it English? A count of small words that English always has: no model, a few microseconds."""

from __future__ import annotations

import re

from sayso.ingesting.furniture import words

FEWEST = 20  # words; shorter texts are never refused
LEAST_SHARE = 0.10  # of small English words; English news has 0.25 to 0.45, its neighbours below 0.06
BARE_SHARE = 0.04  # is enough where no other language has more of its own: lists of names, results, tables
_LOOKED_AT = 20_000  # characters
_ONE_SIGN = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"  # scripts without blanks: a sign counts as a word
_WORD = re.compile(rf"[{_ONE_SIGN}]|[^\W\d_{_ONE_SIGN}]+")


def english(text: str) -> bool:
    """Whether `text` is English, or too short to tell. Capitals make no difference."""
    found = [w.lower() for w in _WORD.findall(text[:_LOOKED_AT])]
    if len(found) < FEWEST:
        return True
    own = sum(w in words("english") for w in found)
    foreign = sum(w in words("foreign") for w in found)
    return own >= LEAST_SHARE * len(found) or (own >= BARE_SHARE * len(found) and own > foreign)
