"""Which places a mention may mean, and how likely each is before the rest of the report is asked."""

from __future__ import annotations

import re
from math import log10
from typing import NamedTuple

from sayso.knowledge.gazetteer import Entry, Gazetteer, key
from sayso.knowledge.gazetteer.entry import ALIAS, LOOSE
from sayso.knowledge.gazetteer.lexicon import place_words
from sayso.reading.places.mention import Mention, demonyms, kinds_by_word, state_abbreviations

_BASE = {"country": 8.5, "continent": 8.0, "region": 6.5, "sea": 6.3, "river": 4.5, "lake": 4.5, "mountain": 4.5,
         "island": 4.5, "quarter": 3.4, "admin2": 3.0}  # fmt: skip
_FEDERAL = frozenset({"USA", "CAN", "AUS", "GBR"})  # countries whose first-level units are named more than their towns
_USUAL = 2.0
_SEAT = 4.3  # how well known a place must be to lie in the name of an institution
_OF = re.compile(
    r"^(?:the )?(?:city|town|village|province|state|county|port|republic|kingdom|district|university) of ", re.I
)
_SPLIT = re.compile(r"\s*[,(/–]\s*")


class Option(NamedTuple):
    """A place that a mention may mean, with its score so far."""

    entry: Entry
    score: float


def prior(entry: Entry) -> float:
    """How likely a place is meant, on a scale of tenfold population: a country 8.5, a village of 1,000 3."""
    people = log10(max(entry.population, 300))
    if entry.kind in _BASE:
        score = _BASE[entry.kind] + (people / 20 if entry.kind in ("admin2", "country") else 0.0)
    elif entry.kind == "admin1":
        score = (6.3 if entry.country in _FEDERAL else 4.2) + people / 10
    else:
        score = people + (0.7 if entry.kind == "capital" else 0.0)
    if entry.rank == ALIAS and entry.kind not in ("country", "airport", "airbase"):
        score -= 0.4 if entry.population >= 100_000 else 1.0
    return score - (2.0 if entry.rank == LOOSE else 0.0)


def options(mention: Mention, gazetteer: Gazetteer) -> list[Option]:
    """The places a mention may mean, without regard to the rest of the report; the best first."""
    usual = place_words().senses.get(key(mention.name))
    found = [Option(e, prior(e) + (_USUAL if e.ref == usual else 0.0)) for e in _entries(mention, gazetteer)]
    if mention.kinds:
        fit = [o for o in found if agrees(o.entry, mention.kinds)]
        found = [Option(o.entry, o.score + 1.5) for o in fit] or found
    else:
        found = _countries_first(_towns_first(found))
    if mention.within:
        inside = [o for o in found if lies_in(o.entry, mention.within[0])]
        if mention.sure and inside:
            deeper = [o for o in inside if all(lies_in(o.entry, w) for w in mention.within)]
            found = deeper or inside
        else:
            found = [Option(o.entry, o.score + (2.5 if o in inside else 0.0)) for o in found]
    return sorted(found, key=lambda o: (-o.score, o.entry.id))


def agrees(entry: Entry, kinds: frozenset[str]) -> bool:
    """Whether a place is of one of the kinds that the type word allows (a capital is a town)."""
    return ("town" if entry.kind == "capital" else entry.kind) in kinds


def lies_in(entry: Entry, code: str) -> bool:
    """Whether a place lies properly inside a unit ("US.TX") or a country ("=USA")."""
    if code.startswith("="):
        return entry.country == code[1:] and entry.kind != "country"
    if code.count(".") == 2:
        return entry.admin2 == code and entry.kind not in ("admin2", "country")
    return entry.admin1 == code and entry.kind not in ("admin1", "country")


def _towns_first(found: list[Option]) -> list[Option]:
    """A bare name that a town shares with the unit around it means the town."""
    towns = {o.entry.admin1 for o in found if o.entry.kind in ("town", "capital") and o.entry.population >= 3000}
    return [
        Option(o.entry, o.score - 2.5) if o.entry.kind in ("admin1", "admin2") and o.entry.admin1 in towns else o
        for o in found
    ]


def _countries_first(found: list[Option]) -> list[Option]:
    """A country's own name ("Mexico") does not mean a town or a unit of that country."""
    countries = {o.entry.country for o in found if o.entry.kind == "country" and o.entry.rank != LOOSE}
    return [o for o in found if o.entry.kind == "country" or o.entry.country not in countries]


def _entries(mention: Mention, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    known = demonyms().get(mention.name)
    if known is not None and (mention.people or not gazetteer.named(mention.name)):
        return _of_people(known, gazetteer)
    for name in _names(mention.name):
        if name in place_words().short:
            full, iso3 = place_words().short[name]
            return tuple(e for e in gazetteer.named(full) if e.country == iso3)[:1]
        state = state_abbreviations().get(name)
        if state and (len(name) > 2 or mention.within):
            unit = gazetteer.of_code(state)
            return (unit,) if unit else ()
        found = gazetteer.named(name)
        if mention.word:
            found += tuple(e for e in gazetteer.named(f"{name} {mention.word}") if e.id not in {f.id for f in found})
        if name.isupper() and name.isalpha() and len(name) < 4:
            found = tuple(e for e in found if e.kind in ("country", "region"))
        if found:
            return found
    return gazetteer.alike(mention.name) or _seat(mention.name, gazetteer)


def _seat(name: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """Where an institution lies by its own name ("Colchester General Hospital", "Mexican Senate"); mostly nowhere."""
    words = name.split()
    if not any(w.lower() in place_words().institutions for w in words):
        return ()
    abroad = words[-1].lower() in place_words().abroad
    ends = [words[b:e] for size in (3, 2, 1) for b, e in ((0, size), (len(words) - size, len(words)))]
    for part in (" ".join(w) for w in ends if 0 < len(w) < len(words)):
        if part in demonyms() and not abroad:
            return _of_people(demonyms()[part], gazetteer)
        found = tuple(e for e in gazetteer.named(part) if e.rank == 0 and prior(e) >= _SEAT)
        if found and part.lower() not in place_words().institutions | place_words().directions:
            return found
    return ()


def _of_people(known: tuple[str, str | None], gazetteer: Gazetteer) -> tuple[Entry, ...]:
    name, iso3 = known
    if not name:
        country = gazetteer.country(iso3 or "")
        return (country,) if country else ()
    same = [e for e in gazetteer.named(name) if iso3 is None or e.country == iso3]
    return tuple(sorted(same, key=lambda e: (-prior(e), e.id))[:1])


def _names(name: str) -> list[str]:
    """The name, then what is left of it without a part in brackets, "City of", directions and type words."""
    first = _SPLIT.split(name)[0]
    tried = [name, first, _OF.sub("", first)]
    words = tried[-1].split()
    while len(words) > 1 and words[0].lower().rstrip("ern") in _directions():
        words = words[1:]
        tried.append(" ".join(words))
    lower = [w.lower() for w in words]
    for n in range(len(words) - 1, 0, -1):
        if " ".join(lower[n:]) in kinds_by_word() or lower[n] in kinds_by_word():
            tried.append(" ".join(words[:n]))
    return [t for t in dict.fromkeys(tried) if key(t)]


def _directions() -> frozenset[str]:
    return frozenset(d.rstrip("ern") for d in place_words().directions)
