"""The stage `Actors`: names, nouns and pronouns of a report gathered into actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sayso.knowledge.actors import actor_base
from sayso.knowledge.anaphors import genders
from sayso.knowledge.titles import TitleWords, title_words
from sayso.model.reading import Actor
from sayso.reading.actors.cluster import Gathered
from sayso.reading.actors.earlier import FORMER
from sayso.reading.actors.introduced import introduce
from sayso.reading.actors.leads import name_later
from sayso.reading.actors.names import Name
from sayso.reading.actors.nominals import Nominals
from sayso.reading.actors.offices import Offices
from sayso.reading.actors.pronouns import Pronouns
from sayso.reading.actors.resolving import Resolver
from sayso.reading.draft import Draft


@dataclass(frozen=True)
class Actors:
    """Actors with all their mentions. `pronouns`: whether he, she, it and they are resolved."""

    reads: ClassVar[tuple[str, ...]] = ("names", "places")
    writes: ClassVar[str] = "actors"
    pronouns: bool = True

    def __call__(self, draft: Draft) -> tuple[Actor, ...]:
        """Actors in the order of their first mention; ids a1, a2 …"""
        base, words = actor_base(), title_words()
        names: tuple[Name, ...] = draft.layer("names")
        uses = {(w[0].i, w[-1].i): p.use for p in draft.layer("places") if (w := draft.words_in(p.span))}
        found = Resolver(draft, base, names, uses).gather()
        _titles(draft, names, found, words)
        starts = {n.first: found.at[n.last] for n in names if n.last in found.at}
        nominals = Nominals(draft, base, words, found, starts, Offices(draft, base, _named(draft, names, found)))
        nominals.gather()
        introduce(draft, found)
        quoted = [q.inner for q in draft.quotes if q.depth == 0]
        pronouns = Pronouns(draft, found, quoted)
        for word in draft.words:  # "his wife" is somebody only once "his" is, and then "she" may be her
            if self.pronouns and (word.pos == "PRON" or word.lower == "old"):
                pronouns.add(word)
            else:
                nominals.add(word)
        introduce(draft, found)
        name_later(draft, found)
        return found.frozen(draft.text, base, draft.day)


def _named(draft: Draft, names: tuple[Name, ...], found: Gathered) -> dict[int, str]:
    """Number of a name's last word and of its head -> the one actor of the base that it can mean, acting or not."""
    told: dict[int, str] = {}
    for n in names:
        if len(n.refs) == 1:
            head = draft.head_of(n.span) if n.first < n.last else None
            told |= {n.last: n.refs[0]} | ({head.i: n.refs[0]} if head is not None else {})
    return told | {i: c.ref for i, c in found.at.items() if c.ref}


def _titles(draft: Draft, names: tuple[Name, ...], found: Gathered, words: TitleWords) -> None:
    """ "Turkish Foreign Minister Mevlut Cavusoglu": the title's role and, by the nationality before it, the country."""
    for name in names:
        cluster = found.at.get(name.last)
        if name.title is None or cluster is None:
            continue
        listed = draft.words[name.title : name.first]
        title = words.titles.get(tuple(w.lower for w in listed))
        if title is None:
            continue
        called = [w.lower for w in listed]
        past = name.title > 0 and draft.words[name.title - 1].lower in FORMER
        cluster.call(" ".join(["former", *called] if past else called), title.role)
        cluster.gender = genders().of_words(called) or cluster.gender
        cluster.sectors = cluster.sectors or title.sectors
        before = [found.at[k] for k in range(max(0, name.title - 2), name.title) if k in found.at]
        if before and before[-1] is not cluster:
            cluster.owner = cluster.owner or before[-1].key
            known = actor_base().known.get(before[-1].ref or "")
            cluster.country = cluster.country or (known.country if known else before[-1].country)
