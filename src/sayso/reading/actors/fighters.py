"""Nouns for the fighters of a group, which are the group: "Houthi fighters", "the rebels" after its name."""

from __future__ import annotations

from sayso.knowledge.actors import ActorBase
from sayso.knowledge.titles import Collective
from sayso.reading.actors.cluster import Cluster, Gathered
from sayso.reading.draft import Draft, Word

_BODIES = frozenset({"group", "movement", "militia", "organisation", "organization", "faction", "gang", "outfit"})
_THEY = frozenset({"rebels", "militants", "insurgents", "guerrillas", "guerillas", "jihadists", "separatists"})
_BACK = 2  # sentences
_ARMED = frozenset({"MIL", "REB", "PRM"})


def fighters(
    word: Word, collective: Collective, owner: Cluster | None, draft: Draft, found: Gathered
) -> Cluster | None:
    """The armed group that its own fighters stand for: all of them, not "two Houthi fighters"."""
    plural = collective.kind == "armed-group" and word.tag == "NNS"
    if owner is not None and owner.kind == "armed-group" and owner.names and (plural or word.lower in _BODIES):
        return owner if _whole(word, found) and word.dep not in ("compound", "nmod") else None
    if owner is not None or word.lower not in _THEY or not _bare(word):
        return None
    armed = [
        c for c in found.clusters.values() if c.kind == "armed-group" and c.mentions and min(c.mentions) < word.span
    ]
    begin = draft.sentences[max(0, word.sent.i - _BACK)].words[0].start
    near = [c for c in armed if c.names and any(begin <= s[0] < word.start for s in c.mentions)]
    return near[0] if len(armed) == len(near) == 1 else None


def _whole(word: Word, found: Gathered) -> bool:
    """Whether nothing but the name and "the" stands before the noun, and nothing after it tells some from others."""
    before = [c for c in word.children if c.i < word.i and c.dep != "punct"]
    named = [c for c in before if c.i in found.at]
    rest = [c for c in before if c.i not in found.at and not (c.dep == "det" and c.lower == "the")]
    return not rest and len(named) <= 1 and not word.having("relcl", "acl")


def _bare(word: Word) -> bool:
    """ "the rebels" and no more."""
    own = [c for c in word.children if c.dep not in ("punct", "cc", "conj")]
    return len(own) == 1 and own[0].lower == "the"


def commands(word: Word, owner: Cluster, base: ActorBase) -> bool:
    """ "Ali Darassa's men": whether they are the men of somebody who has men under arms."""
    known = base.known.get(owner.ref or "")
    return word.lower == "men" and known is not None and known.kind == "person" and bool(_ARMED & {*known.sectors})
