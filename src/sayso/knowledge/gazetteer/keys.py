"""How names of places are compared: a key without case, accents and punctuation, and a looser one across spellings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({
    "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ŋ": "n", "ħ": "h", "&": " and ",
    "'": "", "’": "", "‘": "", "ʻ": "", "ʼ": "", "ʿ": "", "ʾ": "", "`": "", "´": "", "′": "", ".": "",
})  # fmt: skip
_OTHER = re.compile(r"[\W_]+")
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_ARTICLES = frozenset({"al", "el", "as", "ash", "ad", "at", "an", "ar", "az", "es", "ez", "et", "er", "en", "il", "ul"})
_PAIRS = (("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ch", "s"), ("dj", "j"), ("ph", "f"),
          ("q", "k"), ("c", "k"), ("z", "s"), ("v", "w"), ("h", ""))  # fmt: skip
_VOWELS = re.compile(r"[aeiouyw]+")
_TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """The form under which a name is filed: "As-Sāliḥīyah" -> "as salihiyah", "St. Louis" -> "saint louis"."""
    low = name.casefold()
    if not low.isascii():
        parts = unicodedata.normalize("NFKD", low).casefold()  # again: circled letters come out as capitals
        low = "".join(c for c in unicodedata.normalize("NFKD", parts) if not unicodedata.combining(c))
    words = _OTHER.sub(" ", low.translate(_LETTERS)).split()
    if len(words) > 1:
        if words[0] == "the":
            words = words[1:]
        words = [_SHORT.get(w, w) for w in words]
    return " ".join(words)


def without_article(filed: str) -> str | None:
    """A key without a leading Arabic article ("al watiya" -> "watiya"); None if it has none."""
    first, _, rest = filed.partition(" ")
    return rest if rest and first in _ARTICLES else None


def loose(filed: str) -> str | None:
    """The consonants of a key, one letter a sound: "misurata", "misrata" -> "msrt". None if too few are left."""
    bare = (without_article(filed) or filed).replace(" ", "")
    if len(bare) < 5 or not bare.isascii():
        return None
    for old, new in _PAIRS:
        bare = bare.replace(old, new)
    bones = bare[:1] + _TWICE.sub(r"\1", _VOWELS.sub("", bare[1:]))
    return bones if len(bones) >= 4 else None
