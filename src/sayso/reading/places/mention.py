"""A name in the text that may be a place, before it is resolved, and what the words around it say of where it lies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sayso.knowledge.gazetteer import Gazetteer, key
from sayso.knowledge.gazetteer.lexicon import PlaceWords, place_words
from sayso.model.span import Span

_NEXT = re.compile(r"\s*(,|\()\s*(?:in\s+)?(?:the\s+)?((?:[a-z]+(?:-[a-z]+)?\s+)?)(?=[A-Z])")
_RUN = re.compile(r"(?:[A-Z]\.(?:\s?[A-Z][a-z]*\.)+|[A-Z][\w’'-]*\.?)(?: (?:of |al-|and )?[A-Z][\w’'-]*\.?){0,3}")
_LISTED = re.compile(r"\s*(?:,?\s*(?:and|or)\s+[A-Z]|,\s+[A-Z][\w.]+(?:\s[A-Z][\w.]+)?\s*(?:,|and|or)\s)")
_POSSESSOR = re.compile(r"([A-Z][\w.]+(?: [A-Z][\w.]+)?)['’]s? (?:[a-z]+ ){0,2}$")
_NATIONAL = re.compile(r"([A-Z][\w-]+) ((?:[a-z-]+ ){1,3})of (?:the )?$")
_INSIDE = re.compile(r"\s+(?:in|of)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Mention:
    """A span to be resolved. `name` is what to look up; `kinds`: what the words beside it say it is (none: anything).

    `word`: that type word in the singular. `within`: countries ("=USA") and codes of units ("US.TX") said to hold it,
    `sure` if by a comma ("Paris, Texas"). `people`: a demonym.
    """

    span: Span
    name: str
    kinds: frozenset[str] = frozenset()
    within: tuple[str, ...] = ()
    sure: bool = False
    people: bool = False
    word: str = ""


@cache
def kinds_by_word() -> dict[str, frozenset[str]]:
    """The kinds that a type word goes with, by the word or its plural ("airbase", "refugee camps")."""
    found = {w: frozenset(t.kinds) for t in place_words().types.values() for w in t.words}
    return {plural(w): kinds for w, kinds in found.items()} | found


def plural(word: str) -> str:
    """The regular plural of a type word."""
    return f"{word[:-1]}ies" if word.endswith(("ty", "ry", "cy")) else f"{word}s"


def singular(word: str) -> str:
    """A type word out of its plural."""
    return _singulars().get(word, word)


@cache
def _singulars() -> dict[str, str]:
    return {plural(w): w for t in place_words().types.values() for w in t.words}


@cache
def kinds_by_front_word() -> dict[str, frozenset[str]]:
    """The same for words that stand in front of a name ("lake", "gulf of")."""
    return {w: frozenset(t.kinds) for t in place_words().types.values() for w in t.before}


@cache
def demonyms() -> dict[str, tuple[str, str | None]]:
    """From a demonym to the place's name and its country's alpha-3 code."""
    words: PlaceWords = place_words()
    return {p: ("", iso3) for iso3, c in words.countries.items() for p in c.people} | dict(words.peoples)


@cache
def state_abbreviations() -> dict[str, str]:
    """Press and postal abbreviations of US states, to their codes ("W.Va." -> "US.WV")."""
    found = {}
    for postal, forms in place_words().us_states.items():
        found[postal] = f"US.{postal}"
        found.update((form, f"US.{postal}") for form in forms)
    return found


def container(text: str, gazetteer: Gazetteer, strong: bool) -> tuple[str, int] | None:
    """The unit named at the start of `text` and where its name ends; `strong`: abbreviations of states count."""
    match = _RUN.match(text)
    if match is None:
        return None
    words = match.group().split(" ")
    for n in range(len(words), 0, -1):
        name = " ".join(words[:n])
        code = state_abbreviations().get(name) if strong else None
        code = code or _unit(name.rstrip("."), gazetteer) or _unit(re.sub(r"['’]s?$", "", name), gazetteer)
        if code:
            return code, len(name)
    return None


def _unit(name: str, gazetteer: Gazetteer) -> str | None:
    if name in place_words().short:
        name, _ = place_words().short[name]
        if name == "Washington":
            return "US.DC"
    for entry in gazetteer.named(name):
        if entry.kind == "country" and (entry.rank == 0 or len(name) > 1):
            return f"={entry.country}"
        if entry.kind == "admin1" and entry.admin1:
            return entry.admin1
        if entry.kind == "admin2" and entry.admin2:
            return entry.admin2 if " " in key(name) else None
    return None


def containers(text: str, span: Span, gazetteer: Gazetteer) -> tuple[tuple[str, ...], bool]:
    """Codes of the units that the words right after (or before) a span put it in, and whether that is sure."""
    found: list[str] = []
    at = span[1]
    for _ in range(2):
        comma = _NEXT.match(text, at)
        if comma is not None and comma.group(2).strip() not in {"", *place_words().directions}:
            break  # "in Tripoli, northern Lebanon", not "in Tripoli, said Lebanon"
        unit = container(text[comma.end() : comma.end() + 60], gazetteer, True) if comma else None
        if comma is None or unit is None:
            break
        end = comma.end() + unit[1]
        short = text[comma.end() : end] in state_abbreviations()
        if (
            not short
            and comma.group(1) == ","
            and _LISTED.match(text, end)
            and _wide(text[span[0] : span[1]], gazetteer)
        ):
            break
        found.append(unit[0])
        at = end
    if found:
        return tuple(found), True
    inside = _INSIDE.match(text, span[1])
    unit = container(text[inside.end() : inside.end() + 60], gazetteer, False) if inside else None
    opening = text[max(0, span[0] - 60) : span[0]]
    before, national = _POSSESSOR.search(opening), _NATIONAL.search(opening)
    if unit is None and before is not None:
        unit = container(before.group(1), gazetteer, False)
    if unit is None and national is not None and (land := _national(national)) is not None:
        return (land,), False
    return ((unit[0],) if unit else ()), False


def _national(words: re.Match[str]) -> str | None:
    """ "the Lebanese port city of X": the country, if the last word before "of" is one for a place."""
    _, land = demonyms().get(words.group(1), ("", None))
    last = words.group(2).split()[-1]
    return f"={land}" if land is not None and (last in kinds_by_word() or last == "capital") else None


def _wide(name: str, gazetteer: Gazetteer) -> bool:
    return any(e.kind in ("country", "admin1") for e in gazetteer.named(name)[:3])
