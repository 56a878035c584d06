"""How many died or were hurt in the incidents of one kind: numbers told, and victims told one by one."""

from __future__ import annotations

from collections.abc import Sequence

from evals.fillers import Filler
from sayso.model.reading import REAL, Event
from sayso.reading.draft import Draft, Word

DEEDS = {
    "killed": frozenset(
        {"kill", "murder", "assassinate", "assassination", "killing", "death", "die", "execute", "massacre", "slay"}
    ),
    "wounded": frozenset({"wound", "injure", "hurt", "maim"}),
}


def harmed(events: Sequence[Event], victims: Sequence[Filler], what: str, draft: Draft) -> int | None:
    """The numbers of the event that tells of most; without any, the named ones who were harmed; or None."""
    heads = [h for f in victims if (h := draft.head_of(f.span)) is not None and _harmed(h, what)]
    named = {h.lemma.lower(): h for h in heads if h.pos == "PROPN"}
    single = [h for h in heads if h.tag == "NN"]
    told = max(events, key=lambda e: _sum(e, what), default=None)
    if told is not None and (total := _sum(told, what)):
        return total
    return len(named) or (1 if single else None) or len(_borne(events, what, draft)) or None


def _borne(events: Sequence[Event], what: str, draft: Draft) -> set[str]:
    """The single persons to whom events of killing (wounding) were done, by their last names."""
    found = set()
    for event in events:
        trigger = draft.words_in(event.trigger[0])
        if event.status in REAL and trigger and trigger[0].lemma.lower() in DEEDS[what]:
            heads = (draft.head_of(p.span) for p in event.recipients)
            found |= {h.lemma.lower() for h in heads if h is not None and h.tag in ("NN", "NNP")}
    return found


def _sum(event: Event, what: str) -> int:
    return sum(c.value or c.low or 0 for c in event.counts if c.what == what)


def _harmed(head: Word, what: str) -> bool:
    return any(w.lemma.lower() in DEEDS[what] for w in head.sent.words)
