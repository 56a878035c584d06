"""Making a mention of a span: what the words beside it say of its kind and of what holds it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from sayso.knowledge.gazetteer import Gazetteer
from sayso.knowledge.gazetteer.lexicon import place_words
from sayso.model.span import Span, overlaps
from sayso.reading.places.candidates import prior
from sayso.reading.places.mention import (
    Mention,
    containers,
    demonyms,
    kinds_by_front_word,
    kinds_by_word,
    singular,
    state_abbreviations,
)

_POSSESSIVE = re.compile(r"['’]s?$")
_WORD_AFTER = re.compile(r"[ -]([A-Za-z-]+)(?: ([a-z]+))?")
_WORDS_BEFORE = re.compile(r"([A-Za-z]+)(?: (of))? (?:the )?$")
_LISTED_BEFORE = re.compile(r"\b([A-Z][\w.]+(?: [A-Z][\w.]+)?)(?:(,)| and|, and) $")
_WORD_SHARED = re.compile(r"(?:, [A-Z][\w’'-]+)*,? and [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? ([a-z]+s)\b")
_TOWN = frozenset({"town"})
_UNIT = frozenset({"admin1"})
_TOKEN = re.compile(r"[A-Z][\w’'-]*(?:\.[A-Z][\w]*)*\.?")
_KNOWN = 5.3  # names at least this likely to be places may speak for their neighbourhood unasked


def mention_at(text: str, span: Span, gazetteer: Gazetteer) -> Mention:
    """The mention that a span makes."""
    name = " ".join(_POSSESSIVE.sub("", text[span[0] : span[1]]).split())
    within, sure = containers(text, span, gazetteer)
    people = name in demonyms() and not sure
    kinds, word = typed(text, span)
    return Mention(span, name, kinds or _kinds_of_list(text, span, name, gazetteer), within, sure, people, word)


def _kinds_of_list(text: str, span: Span, name: str, gazetteer: Gazetteer) -> frozenset[str]:
    """A name of a state and of a town ("New York") is the state after a town in it and in a list of states."""
    units = [e.admin1 for e in gazetteer.named(name)[:4] if e.kind == "admin1" and e.admin1]
    before = _LISTED_BEFORE.search(text[max(0, span[0] - 40) : span[0]]) if units else None
    if before is None:
        return frozenset()
    previous = [e for e in gazetteer.named(before.group(1)) if e.admin1 and e.admin1[:3] == units[0][:3]]
    holds = bool(before.group(2)) and any(e.admin1 in units and e.kind != "admin1" for e in previous)
    return _UNIT if holds or any(e.kind == "admin1" and e.rank == 0 for e in previous[:3]) else frozenset()


def typed(text: str, span: Span) -> tuple[frozenset[str], str]:
    """The kinds that the type word after the span allows, or the one before it, and that word."""
    after = _WORD_AFTER.match(text, span[1])
    if after:
        one, two = after.group(1).lower(), f"{after.group(1).lower()} {after.group(2) or ''}".strip()
        for word in (two, one):
            if word in kinds_by_word():
                return kinds_by_word()[word], singular(word)
    shared = _WORD_SHARED.match(text, span[1])
    if shared and shared.group(1) in kinds_by_word():
        return kinds_by_word()[shared.group(1)], singular(shared.group(1))
    before = _WORDS_BEFORE.search(text[max(0, span[0] - 40) : span[0]])
    if before:
        word, of = before.group(1).lower(), before.group(2)
        found = kinds_by_front_word().get(f"{word} of" if of else word)
        if found:
            return found, word
        if (of and singular(word) in place_words().of_words) or (word == "capital" and not of):
            return (_TOWN if word == "capital" else kinds_by_word().get(word, frozenset())), singular(word)
    return frozenset(), ""


def neighbours(text: str, spans: Iterable[Span], gazetteer: Gazetteer) -> list[Mention]:
    """Names in the text, outside the given spans, that are well known as places: they tell where the text plays."""
    taken = sorted(spans)
    tokens = [m.span() for m in _TOKEN.finditer(text)]
    found: list[Mention] = []
    i = 0
    while i < len(tokens):
        n = _longest(text, tokens, i, gazetteer)
        span = (tokens[i][0], tokens[i + max(n, 1) - 1][1])
        if n and not _overlaps_any(span, taken):
            found.append(mention_at(text, span, gazetteer))
        i += max(n, 1)
    return found


def _longest(text: str, tokens: Sequence[Span], i: int, gazetteer: Gazetteer) -> int:
    for n in range(min(3, len(tokens) - i), 0, -1):
        words = text[tokens[i][0] : tokens[i + n - 1][1]]
        if len(words.split()) == n and _known(words, gazetteer):
            return n
    return 0


def _known(name: str, gazetteer: Gazetteer) -> bool:
    if name in state_abbreviations():
        return len(name) > 2
    name = _POSSESSIVE.sub("", name).rstrip(".")
    if name in place_words().traps or len(name) < 3:
        return False
    if name in demonyms():
        return True
    found = gazetteer.named(name)
    return any((e.kind == "admin2" and " " in name and e.rank == 0) or prior(e) >= _KNOWN for e in found[:8])


def _overlaps_any(span: Span, taken: Sequence[Span]) -> bool:
    k = bisect_left(taken, span)
    return any(overlaps(span, other) for other in taken[max(0, k - 1) : k + 2])
