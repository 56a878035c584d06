"""Places told by others: "140 km southwest of Tripoli", "halfway between A and B", "X, a village near Y"."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from sayso.knowledge.gazetteer import Gazetteer, distance_km
from sayso.model.reading import Place
from sayso.reading.places.borders import frontier
from sayso.reading.places.made import WIDE, made, pointed
from sayso.reading.places.offsets import Point, between, moved
from sayso.reading.places.phrases import Offset, offset_before, told_of

_LONGEST_ROAD = 700.0  # km
_ROAD = re.compile(r" (?:road|highway|axis|route|motorway|railway)\b")
_JOINT = re.compile(r" (?:and|to|with) (?:the (?:[a-z]+ ){0,2}(?:of )?)?")
_BETWEEN = re.compile(
    r"\b(?:(?:about |roughly )?(?:halfway|half-way|midway)(?: point)?|road|highway|route|motorway|railway|somewhere|"
    r"stretch|corridor)(?: (?:that )?(?:running|leading|runs))? (?:between|linking|links|connecting|from) "
    r"(?:the (?:[a-z]+ ){0,2}(?:of )?)?$"
)


def with_relatives(text: str, places: Sequence[Place], gazetteer: Gazetteer) -> list[Place]:
    """The places with those added that they tell of, in the order of the text.

    "Near X" widens the reach of X; a distance or two ends of a road make a place of their own, or give a point to the
    unresolved name they speak of ("Zalqa, 20 km south of X").
    """
    found = list(places)
    added: list[Place] = []
    for n, place in enumerate(places):
        if place.lat is None or place.use == "part-of-name":
            continue
        road = _between(text, found[n - 1], place) if n else None
        if road is not None:
            added.append(road)
            continue
        edge = frontier(text, place, places, gazetteer)
        if edge is not None:
            added.append(edge)
            continue
        told = offset_before(text, place.span[0]) if place.use != "modifier" else None
        if told is not None:
            named = _named(text, found, n, told)
            if named is not None:
                found[named] = _lying(found[named], place, told)
            elif told.exact:
                added.append(_beside(text, place, told))
            elif place.feature not in WIDE:
                found[n] = msgspec.structs.replace(place, radius_km=round((place.radius_km or 0.0) + told.km, 1))
    ordered = sorted([*found, *added], key=lambda p: (p.span[0], p.span[1], p.id))
    return [msgspec.structs.replace(p, id=f"p{n}") for n, p in enumerate(ordered, 1)] if added else found


def _named(text: str, found: Sequence[Place], n: int, told: Offset) -> int | None:
    """The number of the unresolved name right before the words, of which they speak."""
    if n == 0 or found[n - 1].lat is not None or found[n - 1].use == "part-of-name":
        return None
    return n - 1 if told_of(text, found[n - 1].span[1], told) else None


def _at(place: Place, told: Offset) -> tuple[Point, float]:
    """Where the words put something that lies beside a place, and how exactly, in km."""
    at, reach = (place.lat or 0.0, place.lon or 0.0), place.radius_km or 0.0
    if place.feature in WIDE or told.bearing is None:
        return at, round(reach + told.km, 1)
    if not told.exact:
        return moved(at, told.km / 2, told.bearing), round(reach + told.km / 2, 1)
    return moved(at, told.km, told.bearing), round(min(reach, told.km) + 2 + 0.15 * told.km, 1)


def _lying(name: Place, place: Place, told: Offset) -> Place:
    """An unresolved name with the point that the words after it give."""
    at, radius = _at(place, told)
    return pointed(name, at, radius, place.country, f"near:{place.ref}")


def _beside(text: str, place: Place, told: Offset) -> Place:
    """A place of its own out of a distance from another."""
    at, radius = _at(place, told)
    return made(text, (told.begin, place.span[1]), at, radius, place.country, f"near:{place.ref}")


def _between(text: str, a: Place, b: Place) -> Place | None:
    """What lies between two places: "halfway between A and B", "the road between A and B", "the A-B highway"."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None or a.use == "part-of-name":
        return None
    joint = text[a.span[1] : b.span[0]]
    if len(joint) > 12 or a.feature in WIDE or b.feature in WIDE:
        return None
    before = _BETWEEN.search(text[max(0, a.span[0] - 60) : a.span[0]]) if _JOINT.fullmatch(joint) else None
    after = _ROAD.match(text, b.span[1]) if joint in ("-", "–", "—", " - ", " – ") else None
    far = distance_km((a.lat, a.lon), (b.lat, b.lon))
    if (before is None and after is None) or far > _LONGEST_ROAD:
        return None
    begin = a.span[0] - len(before.group()) if before else a.span[0]
    end = after.end() if after else b.span[1]
    half = before is not None and bool(re.search("half|mid", before.group()))
    country = a.country if a.country == b.country else None
    radius = round(max(10.0, far / 5 if half else far / 2), 1)
    at = between((a.lat, a.lon), (b.lat, b.lon))
    return made(text, (begin, end), at, radius, country, f"near:{a.ref};{b.ref}")
