"""Keys for comparing names: case, diacritics, apostrophes and hyphens make no difference."""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHES = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "ʿ": "'",
        "ʾ": "'",
        "`": "'",
        "´": "'",
        "-": " ",
        "‐": " ",
        "‑": " ",
        "–": " ",
        "ı": "i",
        "İ": "I",
    }
)
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe"}
)


def fold(text: str) -> str:
    """A key for names: "Çavuşoğlu" and "CAVUSOGLU" give "cavusoglu", "al-Sarraj" gives "al sarraj"."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).translate(_LETTERS))
        text = "".join(c for c in text if not unicodedata.combining(c))
    elif "-" in text or "`" in text:
        text = text.translate(_APOSTROPHES)
    return " ".join(text.casefold().split())


def slug(text: str) -> str:
    """A short ASCII word for ids: "Mevlüt Çavuşoğlu" gives "mevlut-cavusoglu"; other scripts keep their letters."""
    return re.sub(r"[^\w]+", "-", fold(text)).strip("-")
