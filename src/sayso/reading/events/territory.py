"""Changes of control: which place, taken by whom, lost by whom, by force or not."""

from __future__ import annotations

from sayso.model.reading import Party, Place, Territory
from sayso.reading.draft import Word
from sayso.reading.events import syntax
from sayso.reading.events.finding import Found

_BY_FORCE = frozenset(
    {"seize", "capture", "storm", "conquer", "overrun", "recapture", "retake", "liberate", "wrest", "seizure",
     "conquest", "liberation", "invade"}
)  # fmt: skip
_LEAVING = frozenset({"withdraw", "retreat", "pull", "leave", "abandon", "evacuate", "vacate", "hand", "cede",
                      "withdrawal", "quit", "return", "transfer", "relinquish", "surrender", "turn"})  # fmt: skip


def territory_of(
    found: Found, initiators: tuple[Party, ...], recipients: tuple[Party, ...], places: tuple[Place, ...]
) -> Territory | None:
    """The change of control that an event is, or None. Only for seizures and withdrawals that name a place."""
    word = found.verb or found.word
    kind = found.entry.territory or ("left" if found.entry.type == "RETREAT" and word.lemma in _LEAVING else None)
    if kind is None:
        return None
    place = _place(_ground(found, kind), places)
    if place is None:
        return None
    doer = next((p.actor for p in initiators if p.actor), None)
    other = next((p.actor for p in recipients if p.actor), None)
    if kind == "left":
        given = word.lemma in ("hand", "cede", "return", "transfer", "surrender", "turn")
        return Territory(place=place, taken_by=other if given else None, lost_by=doer, by_force=False)
    if kind == "lost":
        return Territory(place=place, taken_by=doer, lost_by=other, by_force=None)
    force = True if word.lemma in _BY_FORCE or found.word.lemma in _BY_FORCE else None
    return Territory(place=place, taken_by=doer, lost_by=other, by_force=force)


def _ground(found: Found, kind: str) -> list[Word]:
    """The words that may name the ground: object, subject of "fall", what stands after "of" or "from"."""
    word = found.verb or found.word
    if kind == "left":
        after = syntax.prepositions(word)
        return syntax.bearers(word) + after.get("from", []) if word.pos == "VERB" else after.get("from", [])
    if word.pos == "VERB":
        things = syntax.bearers(word)
        below = [w for t in things for w in syntax.prepositions(t).get("of", [])]
        below += list(syntax.prepositions(word).get("of", []))
        if things or kind == "lost":
            return things + below
        subject = syntax.subject(word)
        return syntax.with_conjuncts(subject)
    return syntax.prepositions(word).get("of", [])


def _place(ground: list[Word], places: tuple[Place, ...]) -> str | None:
    for head in ground:
        near = [w for w in head.subtree() if w.dep in ("compound", "nmod", "appos", "pobj", "poss") or w is head]
        for place in places:
            if any(place.span[0] <= w.start < place.span[1] for w in near) and place.use != "metonym":
                return place.id
    return None
