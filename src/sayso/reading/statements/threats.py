"""Harm of one's own doing: what somebody says that he, or his own side, will do to others."""

from __future__ import annotations

from sayso.reading.cast import Cast
from sayso.reading.draft import Word
from sayso.reading.statements.lexicon import Cues
from sayso.reading.statements.pronouns import actor_of

_OWN = frozenset({"it", "they", "he", "she", "we", "i"})
_MINE = frozenset({"his", "her", "its", "their", "our", "my"})
_CONDITIONS = frozenset({"if", "unless", "until"})
_STATE = frozenset({"state", "government", "military", "office"})
_LEAVING = frozenset({"out", "away", "off"})


def harms(verb: Word, known: Cues, speaker: Word | None = None, cast: Cast | None = None) -> bool:
    """Whether a verb does harm; with a cast, whether the speaker's own side will do it."""
    if verb.lemma not in known.harm and not _renews(verb, known):
        return False
    return cast is None or _own_will(verb, known, speaker, cast)


def threatens_leave(verb: Word, known: Cues, speaker: Word | None, cast: Cast) -> bool:
    """ "will pull out if …", "will attack unless …": what the speaker's side will do unless others give way."""
    condition = any(
        c.dep == "advcl" and (mark := c.child("mark")) is not None and mark.lower in _CONDITIONS for c in verb.children
    )
    leaves = any(c.dep in ("prt", "advmod", "prep") and c.lower in _LEAVING for c in verb.children)
    hard = (leaves and verb.lemma in ("pull", "walk", "break")) or verb.lemma in known.harm or _renews(verb, known)
    return condition and hard and _own_will(verb, known, speaker, cast)


def _renews(verb: Word, known: Cues) -> bool:
    """ "resume operations", "carry out strikes"."""
    thing = verb.child("dobj")
    named = thing is not None and (thing.lemma in known.attacks or thing.lemma in known.campaigns)
    return named and verb.lemma in known.renewing


def _own_will(verb: Word, known: Cues, speaker: Word | None, cast: Cast) -> bool:
    soon = any(c.dep == "aux" and (c.lower in ("would", "shall") or c.lemma in ("will", "wo")) for c in verb.children)
    doer = verb.child("nsubj")
    return soon and doer is not None and _own(doer, known, speaker, cast)


def _own(doer: Word, known: Cues, speaker: Word | None, cast: Cast) -> bool:
    """Whether who will do it is the speaker or his side."""
    one = cast.at(doer)
    other = actor_of(speaker, cast) if speaker is not None else None
    if one is not None and one == other:
        return True
    if doer.lower in _OWN:
        return one is None or other is None
    if any(c.dep == "poss" and c.lower in _MINE for c in doer.children):
        return True
    if speaker is None:
        return False
    same = {w.lower for w in speaker.subtree() if w.pos == "PROPN"} | {speaker.lower}
    return doer.lower in same or _countrymen(one, other, cast) or _commanded(doer, speaker, other, known, cast)


def _countrymen(one: str | None, other: str | None, cast: Cast) -> bool:
    """Whether a speaker speaks for the state that will do it."""
    if one is None or other is None:
        return False
    doer, speaker = cast.actors[one], cast.actors[other]
    return doer.kind in _STATE and doer.country is not None and doer.country == speaker.country


def _commanded(doer: Word, speaker: Word, other: str | None, known: Cues, cast: Cast) -> bool:
    """ "the army will …, the general warned": the forces of nobody else, in the mouth of those who command them."""
    plain = not any(c.dep in ("poss", "amod", "compound", "nmod", "prep") for c in doer.children)
    if doer.lemma not in known.forces or not plain:
        return False
    role = cast.actors[other].role if other is not None else None
    titles = {w.lemma.lower() for w in speaker.subtree()} | set((role or "").lower().split())
    return bool(titles & known.commanders)
