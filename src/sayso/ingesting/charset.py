"""Bytes to text: byte order mark, then UTF-8 if it is that, then what the page declares, then the likeliest guess.

UTF-8 comes before the declaration: running text is never valid UTF-8 by chance, and wrong declarations are common.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from sayso.errors import RejectedInput

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KNOWN_OTHERS: Final = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "an RTF file"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "a database"),
)
_DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,200}?\b(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_WEB = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}
_INSIDE = re.compile(r"(?<=[^\W\d_])[¹²³¼½¾¿ª°±¥¦§¨©«¬®¯´¶·¸»](?=[^\W\d_])")
_ICELANDIC = frozenset({0xD0, 0xDD, 0xDE, 0xF0, 0xFD, 0xFE})  # in Windows-1252; Ğ İ Ş ğ ı ş in 1254
_GUESS_FROM = 65_536  # bytes: enough for a guess, and quick


def decode(raw: bytes) -> str:
    """The text of `raw`. Every byte string that is text in some known encoding gives text; the mark is left out.

    Raises:
        RejectedInput: "not-text", if it is a known kind of binary file or no encoding fits.
    """
    for start, name in _KNOWN_OTHERS:
        if raw.startswith(start):
            raise RejectedInput("not-text", f"this is {name}: turn it into text first")
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    for likely in (_two_byte(raw), "utf-8", _declared(raw)):
        text = _strict(raw, likely)
        if text is not None and (likely == "utf-8" or "\0" not in text):
            return text
    return _guessed(raw)


def _declared(raw: bytes) -> str | None:
    found = _DECLARED.search(raw[:4096])
    name = found[1].decode("ascii", "replace").lower() if found else None
    return None if name in (None, "utf-16", "utf-32") else _WEB.get(str(name), name)


def _two_byte(raw: bytes) -> str | None:
    """UTF-16 without a mark: every other byte is zero in English."""
    head = raw[:2000]
    if len(head) < 20 or head.count(0) * 3 < len(head):
        return None
    return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"


def _strict(raw: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        return codecs.lookup(encoding).decode(raw, "strict")[0] if _is_text(encoding) else None
    except (LookupError, ValueError):
        return None


def _is_text(encoding: str) -> bool:
    """Whether it is an encoding of text: a page may declare "rot13" or "zlib"."""
    return bool(getattr(codecs.lookup(encoding), "_is_text_encoding", True))


def _western(raw: bytes) -> str | None:
    """English with a few letters of other tongues, in one of three encodings that differ in just those letters.

    A statistical guess is no better than a coin there. Windows-1252 is by far the commonest; what is a sign inside a
    word in it ("Wa³esa") is a letter in 1250, and what is Icelandic in it is Turkish in 1254.
    """
    high = [b for b in raw if b > 0x7F]
    if not high or 0 in raw[:_GUESS_FROM] or len(high) * 8 > len(raw):
        return None
    text = _strict(raw, "cp1252")
    if text is None or _INSIDE.search(text):
        return _strict(raw, "cp1250") or text
    return _strict(raw, "cp1254") if _ICELANDIC & set(high) else text


def _guessed(raw: bytes) -> str:
    from charset_normalizer import from_bytes

    western = _western(raw)
    if western is not None:
        return western
    best = None if raw[:_GUESS_FROM].count(0) > 4 else from_bytes(raw[:_GUESS_FROM]).best()
    if best is None:
        raise RejectedInput("not-text", "no character set fits these bytes")
    return raw.decode(best.encoding, "replace")
