"""Places that stand in no source: made of a phrase, or of a name with the point that other words give it."""

from __future__ import annotations

import msgspec

from sayso.model.reading import Place, PlacePrecision
from sayso.model.span import Span
from sayso.reading.places.offsets import Point

RELATIVE = "relative"  # the feature of a place that is told by another
WIDE = frozenset({"country", "continent", "region", "province", "district", "sea", "river", "mountain", "lake"})


def made(text: str, span: Span, at: Point, radius: float, country: str | None, ref: str) -> Place:
    """A place that stands for a phrase; its reference tells the point too, for no two such places are one."""
    name = " ".join(text[slice(*span)].split())
    return pointed(Place(id="p", span=span, name=name, feature=RELATIVE), at, radius, country, ref)


def pointed(place: Place, at: Point, radius: float, country: str | None, ref: str) -> Place:
    """A place with a point and a radius in km; `ref` names what it was reckoned from."""
    precision: PlacePrecision = "town" if radius <= 15 else "district" if radius <= 60 else "region"
    return msgspec.structs.replace(
        place,
        lat=at[0],
        lon=at[1],
        radius_km=radius,
        country=country,
        precision=precision,
        ref=f"{ref}@{at[0]:.2f},{at[1]:.2f}",
    )
