"""Past or future? What the verbs around a bare "Friday" or "March" say, read from the words alone."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from sayso.knowledge.load import load
from sayso.reading.times.grammar import Scan

Tense = Literal["past", "future", ""]
REACH = 12  # tokens looked at on each side
_STOP = frozenset(".?!;")


@cache
def _cues() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words) for kind, words in load("lexicons/tenses.json", dict[str, list[str]]).items()}


def tense_at(scan: Scan, first: int, end: int) -> Tense:
    """The tense of the verb nearest to tokens [first, end): before them first, as in "said Friday he will go"."""
    return _look(scan, range(first - 1, max(-1, first - 1 - REACH), -1)) or _look(
        scan, range(end, min(len(scan.tokens), end + REACH))
    )


def _look(scan: Scan, places: range) -> Tense:
    cues = _cues()
    for i in places:
        word = scan.tokens[i].word
        if word in _STOP:
            break
        if (
            word in cues["future"]
            or f"{word} {scan.word(i + 1)}" in cues["future"]
            or (word == "to" and scan.word(i - 1) in cues["intends"])
        ):
            return "future"
        if word in cues["past"] or (_past_form(word) and word not in cues["not_past"]):
            if _governed(scan, i):
                return "future"
            return "" if scan.word(i - 1) in ("is", "are") else "past"
        if word in cues["modal"] or (word == "as" and scan.word(i - 1) in ("soon", "early")):
            return "future"
    return ""


def _governed(scan: Scan, i: int) -> bool:
    """Whether "will be", "to be", "due to be" stands right before a participle."""
    near = [scan.word(k) for k in range(i - 1, i - 4, -1)]
    return "be" in near and any(w in _cues()["future"] or w in _cues()["modal"] or w == "to" for w in near)


def _past_form(word: str) -> bool:
    return len(word) > 4 and re.fullmatch(r"[a-z]+[^e]ed|[a-z]+eed", word) is not None
