"""Wire copy in capitals, given back its small letters, so that a parser trained on mixed case can read it.

Every offset stays the same: a letter whose small form has another length is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Container

_SHOUTED = 0.7  # share of capitals among the letters from which a text counts as written in capitals
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_START = re.compile(r"(?:^|[.!?][\"'”’)\]]*\s+|\n\s*\n\s*|[\"“]\s*)$")
_ACRONYM = re.compile(r"[\[(]([A-Z]{2,7})[\])]")
_PARTICLES = frozenset({"de", "la", "el", "los", "las", "del", "al", "bin", "ibn", "von", "van", "san", "santa"})


def in_capitals(text: str) -> bool:
    """Whether a text is written in capitals."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) >= _SHOUTED * len(letters)


def recased(text: str, names: Container[str]) -> str:
    """`text` with small letters, and capitals where a sentence begins or a name of `names` (small letters) stands.

    A word of two to seven letters in brackets is an acronym and stays, there and elsewhere. A text that is
    not in capitals is returned as it is.
    """
    if not in_capitals(text):
        return text
    codes = frozenset(_ACRONYM.findall(text))
    parts: list[str] = []
    at, named = 0, False
    for found in WORD.finditer(text):
        gap = text[at : found.start()]
        word = found[0]
        small = _lowered(word)
        starts = bool(_START.search(text[max(0, found.start() - 12) : found.start()])) or found.start() == 0
        if word in codes or (gap[-1:] == "." and len(word) == 1):
            shown, named = word, True
        elif small in names:
            shown, named = small[:1].upper() + small[1:], True
        elif named and gap == " " and small in _PARTICLES:
            shown = small
        else:
            shown, named = (small[:1].upper() + small[1:] if starts else small), False
        if len(shown) != len(word):
            shown = word
        parts += [gap, shown]
        at = found.end()
    return "".join(parts) + text[at:]


def _lowered(word: str) -> str:
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in word)
