"""Somebody whom a headline or a lead tells of by an office alone, and the report by name: "Minister threatens …"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.knowledge.anaphors import anaphors, body_nouns
from sayso.knowledge.titles import Title, title_words
from sayso.reading.actors.cluster import Cluster, Gathered
from sayso.reading.actors.earlier import in_power, nearness
from sayso.reading.actors.introduced import join
from sayso.reading.actors.phrases import indefinite, speaks
from sayso.reading.draft import Draft, Word

_ONE = frozenset({"unnamed", "office"})
_LOOSE = frozenset(
    {"official", "source", "member", "resident", "relative", "rebel", "activist", "journalist", "mr", "candidate"}
)
_HEADLINES = frozenset({"title", "heading"})
_ELSEWHERE = frozenset({"poss", "compound", "oprd", "attr", "amod", "nmod"})
_ELSE = frozenset({"new", "next", "another", "other"})
_DESCRIBED = ("relcl", "acl")


def name_later(draft: Draft, found: Gathered) -> None:
    """Join who a headline or the first sentence names by office to the only person of the report who holds it.

    Nobody of whom more than the office is told there ("who asked not to be named"), and no former holder.
    """
    for word in _opening(draft):
        one = found.at.get(word.i)
        if one is not None and word.lower in body_nouns():
            _body_later(word, one, found)
            continue
        title = title_words().titles.get((word.lower,))
        placed = word.dep not in _ELSEWHERE
        if one is None or title is None or not placed or not _unnamed(word, one, title):
            continue
        holders = [c for c in found.clusters.values() if _holds(word, title, c, one)]
        if len(holders) == 1 and not _rivals(title, one, found):
            join(found, holders[0], one)


def _body_later(word: Word, one: Cluster, found: Gathered) -> None:
    """ "A rights group said …", where the report names one such body only."""
    kinds = body_nouns()[word.lower][0] - {"other"}
    named = [c for c in found.clusters.values() if c.kind in kinds and c.names]
    plain = not one.names and one.ref is None and one.owner is None and one.country is None
    if plain and len(named) == 1 and speaks(word) and indefinite(word):
        found.merge(named[0], one)


def _opening(draft: Draft) -> Iterator[Word]:
    """The words of headlines and of the first sentence of the text."""
    lead = False
    for sentence in draft.sentences:
        headline = draft.blocks[sentence.block].kind in _HEADLINES
        if headline or not lead:
            yield from sentence.words
        lead = lead or (not headline and draft.blocks[sentence.block].kind == "body" and len(sentence.words) > _SHORT)


_SHORT = 8  # words of a dateline or of a line that announces the report


def _unnamed(word: Word, cluster: Cluster, title: Title) -> bool:
    plain = cluster.kind in _ONE and not cluster.names and cluster.ref is None and word.tag in ("NN", "NNP")
    if not plain or title.role in _LOOSE or any(c.lower in _ELSE for c in word.children):
        return False
    return not any("named" in w.lower or "anonym" in w.lower for c in word.having(*_DESCRIBED) for w in c.subtree())


def _holds(word: Word, title: Title, person: Cluster, one: Cluster) -> bool:
    """Whether a named person is told to hold the office, of no other country and as no other man or woman."""
    if person.kind != "person" or not person.names or nearness(word, title, person) == 0 or in_power(word, person):
        return False
    before = {c.lower for c in word.children} & anaphors().apart
    if not all(any(b in called.split() for called in person.called) for b in before):
        return False
    if None not in (person.country, one.country) and person.country != one.country:
        return False
    return None in (person.gender, one.gender) or person.gender == one.gender


def _rivals(title: Title, one: Cluster, found: Gathered) -> bool:
    """Whether the report tells of another holder without a name, of another country or body."""
    others = (c for c in found.clusters.values() if c is not one and c.kind in _ONE and not c.names)
    return any(title.role in c.roles and c.owner is not None and c.owner != one.owner for c in others)
