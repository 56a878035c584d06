"""The border between two countries, as a report names it: "near the Algerian border", "the border with Chad"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.knowledge.gazetteer import Gazetteer
from sayso.model.reading import Place
from sayso.reading.places.made import made
from sayso.reading.places.offsets import border

_FRONTIER = re.compile(r"['’]?s? (?:border|frontier)s?\b(?! (?:guard|guards|police|force|forces|crossing|town|city))")
_BORDER_WITH = re.compile(r"\b(?:border|frontier)s? with (?:neighbou?ring )?$")


def frontier(text: str, place: Place, places: Sequence[Place], gazetteer: Gazetteer) -> Place | None:
    """The border of a country with the one that the report tells of most: "near the Algerian border"."""
    if place.precision != "country" or place.country is None:
        return None
    after = _FRONTIER.match(text, place.span[1])
    before = None if after else _BORDER_WITH.search(text[max(0, place.span[0] - 40) : place.span[0]])
    other = _other(place, places) if after or before else None
    one, two = gazetteer.country(place.country), gazetteer.country(other) if other else None
    met = border(one, two) if one and two else None
    if met is None:
        return None
    span = (
        (place.span[0], after.end())
        if after
        else (place.span[0] - len(before.group() if before else ""), place.span[1])
    )
    return made(text, span, *met, None, f"near:{place.ref}")


def _other(place: Place, places: Sequence[Place]) -> str | None:
    """The country that most other places of the report lie in; of equals the one named nearest."""
    others = [p for p in places if p.country and p.country != place.country and p.use != "part-of-name"]
    counts: dict[str, tuple[int, int]] = {}
    for p in others:
        much, near = counts.get(str(p.country), (0, -(1 << 30)))
        counts[str(p.country)] = (much + 1, max(near, -abs(p.span[0] - place.span[0])))
    return max(counts, key=lambda c: (counts[c], c), default=None)
