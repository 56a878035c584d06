"""Reckoning on the globe: a point some way off another, the middle of two, the border between two countries."""

from __future__ import annotations

from math import cos, radians, sin

from sayso.knowledge.gazetteer import distance_km
from sayso.knowledge.gazetteer.entry import Entry

Point = tuple[float, float]
_DEGREE = 111.2  # kilometres of a degree of latitude


def moved(at: Point, km: float, bearing: float) -> Point:
    """The point that lies `km` from `at` in the direction of `bearing` (degrees from north, clockwise)."""
    lat = max(-89.0, min(89.0, at[0] + km * cos(radians(bearing)) / _DEGREE))
    lon = at[1] + km * sin(radians(bearing)) / (_DEGREE * cos(radians((at[0] + lat) / 2)))
    return round(lat, 4), round((lon + 180) % 360 - 180, 4)


def between(a: Point, b: Point, share: float = 0.5) -> Point:
    """The point on the way from `a` to `b` after `share` of it."""
    east = (b[1] - a[1] + 180) % 360 - 180
    return round(a[0] + share * (b[0] - a[0]), 4), round((a[1] + share * east + 180) % 360 - 180, 4)


def border(a: Entry, b: Entry) -> tuple[Point, float] | None:
    """About where two countries meet, with its radius in km; None if they lie too far apart to have a border.

    Nothing is known of frontiers but how large the countries are: the point parts the way between their middles as
    their radii do.
    """
    far = distance_km((a.lat, a.lon), (b.lat, b.lon))
    both = a.radius_km + b.radius_km
    if far > 1.5 * both + 100:
        return None
    return between((a.lat, a.lon), (b.lat, b.lon), a.radius_km / both), round(min(a.radius_km, b.radius_km), 1)
