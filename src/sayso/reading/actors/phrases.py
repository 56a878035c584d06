"""Noun phrases as far as actors need them: how long they are, whom they stand beside, whether they speak."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.knowledge.anaphors import anaphors
from sayso.model.span import Span
from sayso.reading.actors.cluster import Cluster, Gathered
from sayso.reading.draft import Word

_LEFT = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "advmod", "quantmod", "npadvmod", "predet"})


def span_of(word: Word, whose: bool = False) -> Span:
    """The noun phrase that a noun heads: from its leftmost modifier to itself, no clauses, no "whose" unless asked."""
    left = word
    while True:
        outer = [c for c in left.children if c.i < left.i and c.dep in _LEFT and (whose or c.lower != "whose")]
        if not outer:
            return left.start, word.end
        left = min(outer, key=lambda c: c.i)


def allegiance(word: Word) -> list[Word]:
    """ "forces loyal to X", "militias allied with X": the preposition that names whose they are."""
    return word.having("prep") if word.lemma in ("loyal", "ally", "allied", "aligned", "faithful", "affiliate") else []


def bearing(long: tuple[Word, ...]) -> Word:
    """Which word of a long title stands for its bearer: of two with a hyphen the one that the other hangs on."""
    first, middle, last = long
    return first if middle.lower == "of" or (middle.text == "-" and last.head is first) else last


def speaks(word: Word) -> bool:
    """Whether a noun is the subject of a verb of saying, or told by "according to"."""
    if word.pos != "NOUN" or word.lemma.lower() in anaphors().voiceless:
        return False
    verb = word.head
    if word.dep == "pobj":
        return verb.lower == "to" and verb.head.lower == "according"
    told = verb.child("ccomp", "dobj", "dative", "xcomp", "prep") is not None
    return word.dep == "nsubj" and verb.lemma in anaphors().telling and verb.pos == "VERB" and told


def indefinite(word: Word) -> bool:
    """ "a diplomat", "another diplomat": not whoever was told of before."""
    return any(c.lower in ("a", "an", "another", "one") for c in word.children if c.dep in ("det", "nummod"))


def agent(word: Word) -> bool:
    """Whether a noun does something: the subject, or "by" whom it is done."""
    return word.dep == "nsubj" or (word.dep == "pobj" and word.head.dep == "agent")


def pronoun_owned(word: Word) -> bool:
    """ "his wife", "their commander"."""
    owner = word.child("poss")
    return owner is not None and owner.pos == "PRON"


def appositive(word: Word, found: Gathered) -> Cluster | None:
    """The name that a noun stands beside: "the spokesman, Ali Saleh" or "Ali Saleh, the spokesman"."""
    for other in _beside(word):
        if other.i in found.at and (other.pos == "PROPN" or found.at[other.i].names):
            return found.at[other.i]
    return None


def _beside(word: Word) -> Iterator[Word]:
    yield from word.having("appos")
    for clause in word.having("acl"):
        if clause.lemma in ("know", "identify", "name", "call", "dub"):  # "a man known as Abu Zaki"
            yield from (o for p in (clause, *clause.having("prep")) for o in p.having("pobj", "oprd"))
    if word.dep == "appos":
        yield word.head
    if (word.dep == "attr" and word.head.lemma in ("be", "become")) or (word.dep == "oprd" and word.pos == "NOUN"):
        subject = word.head.child("nsubj", "nsubjpass")
        if subject is not None:
            yield subject
