"""The words that tell of one place by another: how far, which way, how near; before a name, and after one."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sayso.reading.places.words import relative_words

_BACK = 110  # characters before a name that may tell how it is meant
_BESIDE = 40.0  # km: "south of X", no distance given
_HINT = re.compile(r"\b(?:of|from|off|near|nearby|outside|close|around|overlooking|above)\b")
_ABOUT = r"(?:(?:about|some|around|roughly|nearly|almost|just|only|more than|at least|less than|over) )*"
_LIES = r"(?:(?:which|that) )?(?:(?:is|lies|sits|located|situated|lying) )?"
_GO_ON = "in|near|of|on|north|south|east|west|outside|about|some|that|which|where|with|close|just"
_TOLD_OF = re.compile(rf"\s*[,(]?\s*{_LIES}(?:(?:a|an|the) (?:[a-z-]+ ){{1,4}})?{_LIES}{_ABOUT}$")


class Offset(NamedTuple):
    """What the words before a name say: where they begin, kilometres, and degrees from north if a direction is told.

    `exact`: the distance is told.
    """

    begin: int
    km: float
    bearing: float | None
    exact: bool


@cache
def _measures() -> tuple[str, str]:
    """Alternatives for a unit of length, and for a direction."""
    words = relative_words()
    units = "|".join(sorted(words.lengths, key=len, reverse=True))
    return units, "|".join(f"{w[:5]}[- ]?{w[5:]}" if len(w) > 5 else w for w in words.compass)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words, (units, compass) = relative_words(), _measures()
    counts = "|".join(sorted(words.counts, key=len, reverse=True))
    vicinity = "|".join(sorted(words.vicinity, key=len, reverse=True))
    seat = r"(?:[A-Z][a-z]+ (?=capital|city|town|port|village))?"
    tail = rf"(?:the |its )?{seat}(?:(?:[a-z]+(?:-[a-z]+)?,? ){{0,3}}?(?:of |with )?)?(?:the )?$"
    number = rf"(?P<number>\d[\d,]*(?:\.\d+)?|(?:{counts})(?= ))"
    aside = r"(?: ?\([^)]{2,24}\)|,? or [\d.,]+ [a-z]+,?)?"
    aim = rf"(?:to the |due |further )?(?P<compass>{compass})(?:ern)?(?: side)? (?:of|from)"
    toward = rf"(?:{aim}|away from|from|off|outside|(?:down|up) the coast from)"
    far = re.compile(rf"(?<![\w.,]){number}[ -]?(?P<unit>{units}){aside} {toward} {tail}")
    aimed = re.compile(rf"\b(?:(?:just|to the|due) )?(?P<compass>{compass})(?:ern)? (?:of|from) {tail}")
    near = re.compile(rf"\b(?P<near>{vicinity}) (?:the )?(?:(?:[a-z]+ ){{1,2}}of )?(?:the )?$")
    return far, aimed, near


def offset_before(text: str, begin: int) -> Offset | None:
    """What the words before the name that begins at `begin` say of something beside it."""
    base = max(0, begin - _BACK)
    window = text[base:begin]
    if not _HINT.search(window[-60:]):
        return None
    words, (far, aimed, near) = relative_words(), _patterns()
    if match := far.search(window):
        km = _number(match["number"]) * words.lengths[match["unit"]]
        return Offset(base + match.start(), km, _bearing(match["compass"]), True)
    if match := aimed.search(window):
        return Offset(base + match.start(), _BESIDE, _bearing(match["compass"]), False)
    if match := near.search(window):
        return Offset(base + match.start(), words.vicinity[match["near"]], None, False)
    return None


def _number(text: str) -> float:
    known = relative_words().counts.get(text)
    return known if known is not None else float(text.replace(",", "").rstrip("."))


def _bearing(word: str | None) -> float | None:
    return relative_words().compass[re.sub(r"[- ]", "", word)] if word else None


@cache
def _after() -> re.Pattern[str]:
    units, compass = _measures()
    number = rf"(?:\d[\d,.]*|{'|'.join(relative_words().counts)})"
    place = rf"(?:a|the) (?:[a-z-]+ ){{0,3}}(?:village|town|hamlet|settlement)(?=[,.;)]| (?:{_GO_ON}|\d))"
    far = rf"{_ABOUT}{number}[ -]?(?:{units})\b[^,.;]{{0,30}} (?:of|from|outside|off) (?:[a-z]+ ){{0,4}}[A-Z]"
    return re.compile(rf"(?:,| \() ?{_LIES}(?:{place}|{far}|{_ABOUT}(?:{compass}) of [A-Z])")


def told_after(text: str, end: int) -> bool:
    """Whether the words after a name say that it is a place's: "X, 20 km south of Y", "X, a village"."""
    return text[end : end + 1] in (",", " ") and _after().match(text, end) is not None


def told_of(text: str, end: int, offset: Offset) -> bool:
    """Whether the words of an offset speak of the name that ends at `end`."""
    return end <= offset.begin and _TOLD_OF.fullmatch(text, end, offset.begin) is not None
