"""Bare figures in a clause that leaves its verb out: "12 were killed on Monday, seven on Tuesday and four by noon"."""

from __future__ import annotations

from sayso.reading.draft import Word
from sayso.reading.events.counted import Counted

_OPENING = frozenset({",", ";", ":", "and", "or", "but", "while", "whereas", "against", "(", "–", "—", "then"})
_JOINED = frozenset({"and", "or", "but", "while", "whereas"})
_FINITE = ("VBD", "VBZ", "VBP", "MD", "VB", "VBG", "VBN")
_NAMING = ("DET", "PROPN", "NOUN", "ADJ", "PART", "NUM", "PRON", "ADV")
_MORE = frozenset({"more", "others", "further", "each", "apiece", "too", "likewise"})
_NUMBERED = frozenset(
    {"no.", "no", "number", "nr.", "page", "article", "highway", "route", "flight", "room", "aged", "than", "per"}
)
_AGED = frozenset({"aged", "ages", "aging", "between"})
_LONGEST = 7  # words of the source or the place before such a figure


def elliptic(one: Counted, other: Counted) -> bool:
    """Whether a figure says again of its own place, time, side or source what was told of the one before it."""
    if one.noun is not None or one.single or one.whole or one.top.sent is not other.top.sent:
        return False
    if one.part and one.quantity.qualifier == "vague":
        return False  # "some of them in their eighties"
    words = one.top.sent.words
    begin, end = one.first - words[0].i, one.last - words[0].i + 1
    after = other.last - words[0].i + 1
    opening = next((k for k in range(begin - 1, after - 1, -1) if words[k].lower in _OPENING), None)
    if opening is None or begin - opening > _LONGEST:
        return False
    if any(w.lower in _AGED for w in words[max(0, begin - _LONGEST) : begin]):
        return False
    return _names(words[opening + 1 : begin], words[opening]) and _ends(words[end:], one)


def _names(subject: tuple[Word, ...], opening: Word) -> bool:
    """Whether nothing stands before the figure but whose it is, or who says so: "and the 12th Lancers 22"."""
    if not subject:
        return True
    if subject[-1].lower in _NUMBERED or any(w.tag in _FINITE or w.pos == "AUX" for w in subject):
        return False
    if all(
        w.lower in ("another", "a", "further", "some", "perhaps", "maybe", "possibly", "even", "only") for w in subject
    ):
        return True
    named = all(w.pos in _NAMING for w in subject) and subject[-1].pos in ("NOUN", "PROPN")
    return named and (opening.text in (",", ";") or opening.lower in _JOINED)


def _ends(rest: tuple[Word, ...], one: Counted) -> bool:
    """Whether the clause of the figure goes on without a verb."""
    while rest and rest[0].lower in _MORE:
        rest = rest[1:]
    if not rest:
        return True
    first = rest[0]
    if first.lower == "of":
        return False
    if first.pos == "ADV" or first.tag == "RB":
        return len(rest) == 1 or rest[1].pos in ("PUNCT", "CCONJ", "ADP")
    if first.pos in ("PUNCT", "CCONJ"):
        return one.top.dep not in ("nsubj", "nsubjpass") or first.text != ","
    return (
        first.pos in ("ADP", "SCONJ")
        and first.lower not in ("that", "which", "than", "whether", "if")
        and first.tag != "TO"
    )
