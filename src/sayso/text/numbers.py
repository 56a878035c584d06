"""Numbers in running text: "three hundred and twelve", "1,000", "a dozen", "2.5 million", "tens of thousands".

Vague plurals get their lower reading (dozens 24, scores 40, hundreds 200, thousands 2,000) and are marked as vague.
A figure inside a name or code ("T-72", "F16", "5th") is no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.model.span import Span


def _counted(words: str, first: int = 0, step: int = 1) -> dict[str, int]:
    return {word: first + step * n for n, word in enumerate(words.split())}


_UNITS = _counted(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = _counted("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
_SCALES = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12,
}  # fmt: skip
_PLURALS = {"dozens": 24, "scores": 40, "tens": 20, "hundreds": 200, "thousands": 2000, "millions": 2 * 10**6,
            "billions": 2 * 10**9}  # fmt: skip
_ORDINALS = _counted(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth",
    1,
) | {f"{word[:-1]}ieth": n for word, n in _TENS.items()}
_ARTICLES = {"a": 1.0, "an": 1.0, "half a": 0.5, "several": 2.0, "a few": 2.0, "few": 2.0, "a couple": 2.0}


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands. `vague`: the words give no figure ("dozens"), `value` is the least they mean."""

    span: Span
    value: int | float
    vague: bool = False


@dataclass(slots=True)
class _Sum:
    """A number while its words come in: what is finished, the group below a thousand, the kind of the last word."""

    begin: int
    end: int
    total: float = 0
    group: float = 0
    last: str = ""
    scale: float = float("inf")
    vague: bool = False

    def number(self) -> Number:
        value = round(self.total + self.group, 6)
        return Number((self.begin, self.end), int(value) if value == int(value) else value, self.vague)


def numbers(text: str) -> list[Number]:
    """All numbers of a text, in its order. Years and clock times are figures too: the caller knows the context."""
    return list(_numbers(text))


def value_of(words: str) -> int | float | None:
    """The value of words that are one number and nothing else, such as "twenty-four" or "2.5 million"; else None."""
    found = numbers(words.strip())
    return found[0].value if len(found) == 1 and found[0].span == (0, len(words.strip())) else None


def ordinal_of(word: str) -> int | None:
    """1 for "first", 21 for "21st" and "twenty-first"; None for anything else."""
    word = word.lower().strip()
    if (found := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word)) is not None:
        return int(found[1])
    tens, _, unit = word.replace(" ", "-").rpartition("-")
    if tens:
        return _TENS[tens] + _ORDINALS[unit] if tens in _TENS and _ORDINALS.get(unit, 99) < 10 else None
    return _ORDINALS.get(word)


@cache
def _tokens() -> re.Pattern[str]:
    round_words = "hundred|thousand|million|billion|trillion|dozen"
    words = "|".join(sorted((*_UNITS, *_TENS), key=len, reverse=True))
    return re.compile(
        r"(?<![\w.,/])(?<![A-Za-z]-)(?P<figure>\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
        r"(?P<part>[ -]1/2\b|½)?(?:\s?(?P<short>k|m|mn|bn|tn)\b|(?![\w/]))"
        rf"|\b(?:(?P<article>half an?|an?|several|a few|few|a couple)(?=\s(?:{round_words}|couple)\b)"
        rf"|(?P<unit>{words})|(?P<half>and a half)|(?P<round>{round_words})"
        r"|(?P<plural>dozens|hundreds|thousands|millions|billions|tens(?= of)|scores(?= of))|(?P<couple>couple))\b",
        re.IGNORECASE,
    )


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(r"(?:\s|-|,\s(?=and))?(?P<word>and\s|of\s)?", re.IGNORECASE)


def _numbers(text: str) -> Iterator[Number]:
    running: _Sum | None = None
    for found in _tokens().finditer(text):
        if running is not None and _joins(running, text[running.end : found.start()], found):
            _take(running, found)
            continue
        if running is not None and running.last != "article":
            yield running.number()
        running = _start(found)
    if running is not None and running.last != "article":
        yield running.number()


def _start(found: re.Match[str]) -> _Sum | None:
    if found["half"]:
        return None
    start = _Sum(found.start(), found.end())
    if found["article"]:
        words = " ".join(found["article"].lower().split())
        words = words[:-1] if words == "half an" else words
        start.group, start.last = _ARTICLES[words], "article"
        start.vague = words in ("several", "a few", "few")
    elif found["round"]:
        return None  # "million" alone, as in "a multi-million deal"
    elif found["couple"]:
        return None
    else:
        _take(start, found)
    return start


def _joins(running: _Sum, gap: str, found: re.Match[str]) -> bool:
    between = _gap().fullmatch(gap)
    if between is None or found["figure"] or found["article"]:
        return False
    linked = (between["word"] or "").lower().strip()
    last = running.last
    if linked == "of":
        return bool(found["plural"]) and last == "plural"
    if found["half"]:
        return last in ("unit", "figure", "scale") and not linked
    if found["round"]:
        return not linked and _scales(running, found["round"].lower())
    if found["couple"]:
        return last == "article" and not linked
    if found["plural"]:
        return False
    value = _small(found)
    if last == "tens":
        return value < 10 and not linked
    return last in ("hundred", "scale") and value < 100 and running.scale > value


def _scales(running: _Sum, word: str) -> bool:
    if word in ("hundred", "dozen"):
        return running.last in ("unit", "article", "figure") and 0 < running.group < 100
    return running.group > 0 and _SCALES[word] < running.scale and running.last != "plural"


def _small(found: re.Match[str]) -> int:
    word = found["unit"].lower()
    return _UNITS[word] if word in _UNITS else _TENS[word]


def _take(running: _Sum, found: re.Match[str]) -> None:
    running.end = found.end()
    if found["figure"]:
        running.group = float(re.sub(r"[^\d.]", "", found["figure"])) + (0.5 if found["part"] else 0)
        running.last = "figure"
        if found["short"]:
            _scaled(running, _SCALES[found["short"].lower()])
    elif found["half"]:
        running.total += 0.5 * (running.scale if running.last == "scale" else 0)
        running.group += 0.0 if running.last == "scale" else 0.5
        running.last = "figure"
    elif found["plural"]:
        value = _PLURALS[found["plural"].lower()]
        running.group = running.group * value / 2 if running.last == "plural" else value
        running.last, running.vague = "plural", True
    elif found["couple"]:
        running.group, running.last = 2, "unit"
    elif found["round"]:
        _rounded(running, found["round"].lower())
    else:
        value = _small(found)
        running.group += value
        running.last = "tens" if value >= 20 else "unit"


def _rounded(running: _Sum, word: str) -> None:
    if word == "hundred":
        running.group *= 100
        running.last = "hundred"
    elif word == "dozen":
        running.group *= 12
        running.last = "dozen"
    else:
        _scaled(running, _SCALES[word])


def _scaled(running: _Sum, scale: float) -> None:
    running.total += running.group * scale
    running.group, running.last, running.scale = 0, "scale", scale
