"""The stage `Places`: the names of places in a report, where each lies, how sure that is, and how the name is used."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import ClassVar

from sayso.knowledge.gazetteer import Gazetteer, gazetteer
from sayso.knowledge.gazetteer.entry import LOOSE
from sayso.model.reading import Candidate, Place, PlacePrecision
from sayso.model.span import trimmed
from sayso.reading.draft import Draft
from sayso.reading.places.candidates import Option, prior
from sayso.reading.places.capitals import capitals
from sayso.reading.places.find import FAIR, STRONG, Found, found_in
from sayso.reading.places.home import home
from sayso.reading.places.resolve import Context, resolve
from sayso.reading.places.use import use_of
from sayso.reading.places.weigh import shares

_PRECISION: dict[str, PlacePrecision] = {
    "country": "country", "continent": "region", "region": "region", "sea": "region", "river": "region",
    "mountain": "region", "admin1": "region", "island": "region", "lake": "region", "admin2": "district",
    "town": "town", "capital": "town", "quarter": "town",
}  # fmt: skip
_FEATURE = {"admin1": "province", "admin2": "district", "capital": "town"}
_LONELY = 0.6  # what the rest of the report must add to a weak name that no preposition calls a place
_SHOWN = 3
_SMALL = 30_000  # inhabitants
_COMPANY = 3  # names in the report, from which a lone foreign village is not believed


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
        judged = resolve([f.mention for f in found], world, Context(tuple(names), countries))
        resolved = [placed(f, options) for f, options in zip(found, judged, strict=True)]
        kept = [(f, options) for f, options in zip(found, resolved, strict=True) if believed(f, options)]
        kept = at_home(kept)
        kept += capitals(draft, world)
        kept.sort(key=lambda pair: pair[0].mention.span)
        return tuple(self._place(draft, world, f, o, n) for n, (f, o) in enumerate(kept, 1))

    def _place(self, draft: Draft, world: Gazetteer, found: Found, options: list[Option], number: int) -> Place:
        span = trimmed(draft.text, found.mention.span, keep=".") or found.mention.span
        words = draft.text[span[0] : span[1]]
        if not options:
            return Place(id=f"p{number}", span=span, name=words, use=use_of(found, None))
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
            candidates=self._candidates(options),
        )

    def _candidates(self, options: list[Option]) -> tuple[Candidate, ...]:
        """The best few, if there is a choice, with their shares of the belief."""
        listed = shares(options, self.sharp)[:_SHOWN]
        if len(listed) < 2:
            return ()
        return tuple(
            Candidate(name=e.name, ref=e.ref, country=e.country, lat=e.lat, lon=e.lon, score=round(share, 3))
            for e, share in listed
        )


def placed(found: Found, options: list[Option]) -> list[Option]:
    """Candidates that only sound alike, or bear part of the name, count where the rest of the report plays."""
    best = options[0] if options else None
    doubtful = best is not None and (found.guess or best.entry.rank == LOOSE)
    if best is not None and doubtful and best.score - prior(best.entry) < _LONELY:
        return []
    return options


def at_home(kept: list[tuple[Found, list[Option]]]) -> list[tuple[Found, list[Option]]]:
    """Leaves a small town unresolved whose country nothing else in the report speaks of.

    The village that is meant stands in no source; its namesake on another continent is a wrong answer, not a guess.
    """
    countries = Counter(o[0].entry.country for _, o in kept if o)
    named = {f.mention.name for f, o in kept if o}
    if len(named) < _COMPANY:
        return kept
    own = Counter((f.mention.name, o[0].entry.country) for f, o in kept if o)
    return [
        (
            f,
            []
            if o and _small(o[0]) and own[f.mention.name, o[0].entry.country] == countries[o[0].entry.country]
            else o,
        )
        for f, o in kept
    ]


def _small(option: Option) -> bool:
    return option.entry.kind in ("town", "quarter") and option.entry.population < _SMALL


def believed(found: Found, options: list[Option]) -> bool:
    """Whether a name is taken for a place: well known, called one by its words, or near the report's other places."""
    if not options:
        return found.cued and not found.part
    if found.strength >= STRONG or found.cued:
        return True
    best = options[0]
    return best.entry.population >= 5000 and found.strength >= FAIR - 0.8 and best.score - prior(best.entry) >= _LONELY
