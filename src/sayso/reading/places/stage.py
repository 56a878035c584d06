"""The stage `Places`: the names of places in a report, where each lies, how sure that is, and how the name is used."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import ClassVar

from sayso.knowledge.gazetteer import Gazetteer, distance_km, gazetteer
from sayso.knowledge.gazetteer.entry import LOOSE
from sayso.model.reading import Candidate, Place, PlacePrecision
from sayso.model.span import trimmed
from sayso.reading.draft import Draft
from sayso.reading.places.candidates import Option, prior
from sayso.reading.places.capitals import capitals
from sayso.reading.places.find import FAIR, STRONG, Found, found_in
from sayso.reading.places.home import home, parties
from sayso.reading.places.lodge import LONELY, NEARBY
from sayso.reading.places.mention import Mention
from sayso.reading.places.relative import with_relatives
from sayso.reading.places.resolve import Context, resolve
from sayso.reading.places.use import use_of
from sayso.reading.places.weigh import shares

_PRECISION: dict[str, PlacePrecision] = {
    "country": "country", "continent": "region", "region": "region", "sea": "region", "river": "region",
    "mountain": "region", "admin1": "region", "island": "region", "lake": "region", "admin2": "district",
    "town": "town", "capital": "town", "quarter": "town",
}  # fmt: skip
_FEATURE = {"admin1": "province", "admin2": "district", "capital": "town"}
_SHOWN = 3
_BESIDE = 50.0  # km
_SURE = 0.95
_LEAST = 0.25  # of candidates that none is likelier than this, none is taken
_UNHEARD = 4.0  # the score of all villages that no source knows; with it the shares are true chances


@dataclass(frozen=True)
class Places:
    """Finds and resolves names of places. `sharp`: how fast a worse candidate's score sinks beside a better one's."""

    sharp: float = 1.2

    reads: ClassVar[tuple[str, ...]] = ("names",)
    writes: ClassVar[str] = "places"

    def __call__(self, draft: Draft) -> tuple[Place, ...]:
        """Places in the order of the text; `unresolved` where the words call for a place that no source knows."""
        world = gazetteer()
        found = found_in(draft, world)
        countries, names = home(draft.report.header.publisher, world)
        votes = parties(draft)
        for iso3, vote in countries.items():
            votes[iso3] += vote
        judged = resolve([f.mention for f in found], world, Context(tuple(names), votes))
        resolved = [placed(f, options) for f, options in zip(found, judged, strict=True)]
        kept = [(f, options) for f, options in zip(found, resolved, strict=True) if believed(f, options)]
        kept += capitals(draft, world)
        kept.sort(key=lambda pair: pair[0].mention.span)
        places = [self._place(draft, world, f, o, n) for n, (f, o) in enumerate(kept, 1)]
        return tuple(with_relatives(draft.text, places, world))

    def _place(self, draft: Draft, world: Gazetteer, found: Found, options: list[Option], number: int) -> Place:
        span = trimmed(draft.text, found.mention.span, keep=".") or found.mention.span
        words = draft.text[span[0] : span[1]]
        candidates = self._candidates(options) if options else ()
        if not options or (candidates and _together(candidates) < _LEAST):
            country = _held_in(found.mention, world)
            return Place(
                id=f"p{number}", span=span, name=words, country=country, use=use_of(found, None), candidates=candidates
            )
        entry = options[0].entry
        unit = world.of_code(entry.admin1) if entry.admin1 else None
        return Place(
            id=f"p{number}",
            span=span,
            name=entry.name if entry.name.isascii() else words,
            ref=entry.ref,
            lat=entry.lat,
            lon=entry.lon,
            country=entry.country,
            admin1=unit.name if unit else None,
            feature=_FEATURE.get(entry.kind, entry.kind),
            precision=_PRECISION.get(entry.kind, "point"),
            radius_km=round(entry.radius_km, 1),
            use=use_of(found, entry),
            candidates=candidates,
        )

    def _candidates(self, options: list[Option]) -> tuple[Candidate, ...]:
        """The best few with their shares of the belief, if there is a choice or a doubt."""
        known = 1 / (1 + self._unheard(options))
        listed = [(e, round(share * known, 3)) for e, share in shares(options, self.sharp)[:_SHOWN]]
        if len(listed) < 2 and known > _SURE:
            return ()
        return tuple(
            Candidate(name=e.name, ref=e.ref, country=e.country, lat=e.lat, lon=e.lon, score=share)
            for e, share in listed
        )

    def _unheard(self, options: list[Option]) -> float:
        """How likely some place that no source knows is meant, for each chance of all that are known together."""
        top = options[0].score
        return exp(self.sharp * (_UNHEARD - top)) / sum(exp(self.sharp * (o.score - top)) for o in options)


def _together(candidates: tuple[Candidate, ...]) -> float:
    """The share of the best candidate and of those beside it: a town and its district are one answer."""
    lat, lon = candidates[0].lat, candidates[0].lon
    return sum(c.score for c in candidates if distance_km((lat, lon), (c.lat, c.lon)) <= _BESIDE)


def _held_in(mention: Mention, world: Gazetteer) -> str | None:
    """The country that the words beside an unknown name put it in ("the village of X in Syria")."""
    if not mention.within:
        return None
    code = mention.within[-1]
    unit = world.country(code[1:]) if code.startswith("=") else world.of_code(code)
    return unit.country if unit else None


def placed(found: Found, options: list[Option]) -> list[Option]:
    """Candidates that only sound alike, or bear part of the name, count where the rest of the report plays.

    The village that is meant stands in no source; its namesake on another continent is a wrong answer, not a guess.
    """
    best = options[0] if options else None
    if best is not None and best.entry.rank == NEARBY:
        return []
    doubtful = best is not None and (found.guess or best.entry.rank == LOOSE)
    if best is not None and doubtful and best.score - prior(best.entry) < LONELY:
        return []
    return options


def believed(found: Found, options: list[Option]) -> bool:
    """Whether a name is taken for a place: well known, called one by its words, or near the report's other places."""
    if not options:
        return found.cued and not found.part
    if found.strength >= STRONG or found.cued:
        return True
    best = options[0]
    return best.entry.population >= 5000 and found.strength >= FAIR - 0.8 and best.score - prior(best.entry) >= LONELY
