"""Datelines at the head of a paragraph ("GENEVA, May 3 (Agency) - The talks …") become blocks of their own.

They say where and when a report was written, not what happened; left in the sentence they would be read as its subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from sayso.model.report import Block
from sayso.text.dates import MONTH_PATTERN

LONGEST = 90  # characters
_DATE = rf"(?:{MONTH_PATTERN}\.?\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{MONTH_PATTERN}\.?(?:\s+\d{{2,4}})?)"
_DASH = r"\s*(?:—|–|--|\s-|_)\s+"
_PLACE = r"[A-Z][A-Z.’' -]{2,30}(?:/[A-Z][A-Z.’' -]{2,30})?"
_LAND = r"(?:,\s+(?!\d)[A-Z][\w.’' -]{1,25}?)?"
_DATELINE = re.compile(
    rf"(?:{_PLACE}{_LAND}(?:,\s*(?i:{_DATE}))?\s*(?:\([^()\n]{{2,40}}\))?|\([A-Z][\w ./-]{{1,30}}\))"
    rf"(?P<dash>{_DASH}(?:\[[A-Z]+\]\s*)?)"
    r"(?=[\"'“‘(]?[A-Z0-9])"
)
_WORDS = frozenset({"THE", "A", "AN", "IN", "ON", "OF", "BY", "IS", "ARE", "WAS", "HAS", "HAVE", "SAID", "SAYS"})


def split(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with each body block that begins with a dateline cut in two; `same_as` follows the new numbers."""
    pieces = [list(_pieces(text, block)) for block in blocks]
    begins = [sum(len(p) for p in pieces[:k]) for k in range(len(pieces))]
    # What repeats a block repeats its last piece: the words after the dateline.
    ends = [b + len(p) - 1 for b, p in zip(begins, pieces, strict=True)]
    return tuple(
        piece if piece.same_as is None else msgspec.structs.replace(piece, same_as=ends[piece.same_as])
        for listed in pieces
        for piece in listed
    )


def _pieces(text: str, block: Block) -> Iterator[Block]:
    b, e = block.span
    found = _DATELINE.match(text, b, min(e, b + LONGEST)) if block.kind == "body" and block.same_as is None else None
    if found is None or _WORDS & set(text[b : found.start("dash")].split()):
        yield block
        return
    yield Block(span=(b, b + len(text[b : found.end("dash")].rstrip())), kind="dateline")
    yield msgspec.structs.replace(block, span=(found.end("dash"), e))
