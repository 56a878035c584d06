"""The ways in which a sentence tells of a tie; each yields (from, relation, to, words from … to) by word."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.knowledge.ties import TieWords
from sayso.knowledge.titles import TitleWords
from sayso.model.reading import RelationKind
from sayso.reading.draft import Word

Tied = tuple[Word, RelationKind, Word]


def parties(word: Word | None) -> list[Word]:
    """A noun and all nouns coordinated with it."""
    return [word, *word.conjuncts()] if word is not None else []


def by_verb(word: Word, ties: TieWords) -> Iterator[Tied]:
    """ "Egypt supports the army", "Turkey supplies weapons to the government", "the two fight each other"."""
    relation = ties.verbs.get(word.lemma)
    needed = ties.objects.get(word.lemma)
    thing = word.child("dobj")
    before = word.child("compound")  # "Qatar funds the group": the parser takes the name for part of the verb
    givers = parties(word.child("nsubj") or (before if before is not None and before.i < word.i else None))
    if relation and thing is not None and word.child("nsubjpass") is None:
        yield from _pairs(givers, relation, parties(thing))
    elif needed and thing is not None and thing.lemma in needed[0]:
        yield from _pairs(givers, needed[1], parties(_receiver(word) or _receiver(thing)))
    elif relation == "mediates":
        yield from _pairs(givers, relation, between(word))
    elif relation == "fights":
        yield from _pairs(
            givers, relation, [w for p in word.having("prep") if p.lower == "against" for w in parties(p.child("pobj"))]
        )


def by_participle(word: Word, ties: TieWords) -> Iterator[Tied]:
    """ "the army backed by Russia and Egypt", "who is backed by", "the UN-backed government", "Turkish-led forces"."""
    relation = ties.participles.get(word.lower)
    if relation is None or word.tag not in ("VBN", "VBD", "JJ"):
        return
    taker = _described(word)
    if taker is None:
        return
    takers = between(word) or between(taker) if relation == "mediates" else [taker]
    agent = _agent(word) or next((a for c in word.conjuncts() if (a := _agent(c)) is not None), None)
    if agent is not None and word.lower not in ("opposed",):
        yield from _pairs(parties(agent.child("pobj")), relation, takers)
    elif relation == "allied-with":  # "Ethiopia and Eritrea are allied"
        yield from _pairs([taker], relation, taker.conjuncts())
    before = word.child("npadvmod", "compound", "nmod", "amod", "advmod")
    if before is None and relation == "mediates":
        before = next((c for c in taker.having("compound", "nmod") if c.i == word.i - 2), None)  # "UN-brokered talks"
    if before is not None and before.i < word.i and word.dep in ("amod", "compound"):
        yield from _pairs([before], relation, takers)


def by_adjective(word: Word, ties: TieWords) -> Iterator[Tied]:
    """ "a militia loyal to Haftar", "which is loyal to Haftar": who is described holds the tie."""
    relation = ties.adjectives.get(word.lower)
    holder = _described(word) if relation else None
    if relation is not None and holder is not None:
        for prep in word.having("prep"):
            if prep.lower == "to":
                yield from _pairs([holder], relation, parties(prep.child("pobj")))


def between(word: Word) -> list[Word]:
    """Those between whom something is."""
    return [w for p in word.having("prep") if p.lower in ("between", "among") for w in parties(p.child("pobj"))]


def _agent(word: Word) -> Word | None:
    return word.child("agent") or next((p for p in word.having("prep") if p.lower in ("by", "with", "to")), None)


def _described(word: Word) -> Word | None:
    """Whom a participle describes: its subject, or the noun it hangs on; "militias who is backed" is their owner."""
    subject = word.child("nsubjpass")
    first = word.head if word.dep == "conj" else word
    if first.dep == "acomp":  # "who are armed and funded by", "is loyal to"
        return first.head.head if first.head.dep == "relcl" else first.head.child("nsubj")
    if word.dep == "relcl" or (word.dep == "conj" and word.head.dep == "relcl"):
        noun = word.head if word.dep == "relcl" else word.head.head
        singular = any(a.lower in ("is", "was", "has") for a in word.having("auxpass", "aux"))
        owner = noun.child("poss")
        return owner if singular and noun.tag == "NNS" and owner is not None else noun
    if subject is not None:
        return subject
    return word.head if word.dep in ("acl", "amod", "compound") else None


def by_noun(word: Word, ties: TieWords, words: TitleWords) -> Iterator[Tied]:
    """ "a spokesman for the army", "Haftar's backers", "the leader of the group, Ali", "the French ambassador"."""
    relation: RelationKind | None = ties.nouns.get(word.lemma)
    title = words.titles.get((word.lower,))
    if relation is None and title is not None and "GOV" in title.sectors:
        relation = "official-of"
    if relation is None:
        return
    owners = [w for c in word.children if c.dep in ("poss", "amod", "compound", "nmod") for w in (c,)]
    for prep in word.having("prep"):
        if prep.lower in ("of", "for"):
            owners += parties(prep.child("pobj"))
    holder = word.head if word.dep == "appos" else word  # "Hezbollah, an ally of Syria"
    for owner in owners:
        yield word, relation, owner
        if holder is not word and relation not in ("official-of", "leads", "speaks-for", "member-of"):
            yield holder, relation, owner


def _receiver(word: Word) -> Word | None:
    dative = word.child("dative")
    if dative is not None:
        return dative.child("pobj") if dative.pos == "ADP" else dative
    return next((p.child("pobj") for p in word.having("prep") if p.lower in ("to", "for")), None)


def _pairs(left: list[Word], relation: RelationKind, right: list[Word]) -> Iterator[Tied]:
    for a in left:
        for b in right:
            yield a, relation, b
