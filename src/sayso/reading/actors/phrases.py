"""Noun phrases as far as actors need them: how long they are, whom they stand beside, whether they speak."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.knowledge.anaphors import anaphors
from sayso.model.span import Span
from sayso.reading.actors.cluster import Cluster, Gathered
from sayso.reading.draft import Word

_ONE_OF = frozenset({"one", "another", "first", "second", "third"})
_NAMING = frozenset({"know", "identify", "name", "call", "dub", "describe"})
_SELF = frozenset({"himself", "herself", "itself", "themselves"})
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
    """Whether a noun is who says something: subject or agent of a verb of saying, or told by "according to"."""
    if word.pos != "NOUN" or word.lemma.lower() in anaphors().voiceless:
        return False
    if any(_told_by(c, c.child("nsubj")) for c in word.having("relcl")):
        return True  # "the trader who says …"
    if word.dep == "appos" and word.head.pos in ("NUM", "PRON"):
        word = word.head  # "One of them, a baker, said"
    verb = word.head
    if word.dep == "pobj":
        according = verb.lower == "to" and verb.head.lower == "according"
        return according or (verb.dep == "agent" and verb.head.lemma in anaphors().addressing)
    return word.dep == "nsubj" and any(_tells(v) for v in (verb, *verb.conjuncts()))


def _told_by(clause: Word, subject: Word | None) -> bool:
    return subject is not None and subject.lower == "who" and _tells(clause)


def _tells(verb: Word) -> bool:
    said = verb.child("ccomp", "dobj", "dative", "xcomp", "prep", "advcl") is not None
    return verb.lemma in anaphors().telling and verb.pos == "VERB" and said


def one_of_several(word: Word) -> bool:
    """ "One of them shouted", "another replied": somebody of those told of before speaks."""
    others = [o for p in word.having("prep") for o in p.having("pobj")]
    if word.lower not in _ONE_OF or word.dep != "nsubj" or any(w.child("appos") for w in (word, *others)):
        return False
    return word.pos != "NOUN" and _tells(word.head)


def is_told(word: Word) -> bool:
    """Whether a noun is who is told, asked or urged something: "urged donors to pay", "told the ushers that …"."""
    if word.pos != "NOUN" or word.lemma.lower() in anaphors().voiceless:
        return False
    verb = word.head
    if word.dep == "nsubj" and verb.tag == "VB" and verb.dep in ("ccomp", "xcomp"):
        asked = any(c.lower == "to" and c.dep == "aux" for c in verb.children)
        return asked and verb.head.lemma in anaphors().addressing and word.i > verb.head.i
    if word.dep not in ("dobj", "dative") or verb.lemma not in anaphors().addressing or verb.pos != "VERB":
        return False
    return any(c.dep in ("ccomp", "xcomp", "parataxis") or _topic(c) for c in verb.children if c is not word)


def _topic(word: Word) -> bool:
    """ "asked the council for money", "warned residents of floods"."""
    return word.dep == "prep" and word.lower in ("for", "of", "about")


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


def _named_by(clause: Word) -> Iterator[Word]:
    yield from clause.having("oprd")
    yield from (o for p in clause.having("prep") if p.lower == "as" for o in p.having("pobj"))


def among(word: Word) -> bool:
    """ "One of the three envoys, Ada Bell": the name is that of the one."""
    return word.dep == "pobj" and word.head.lower == "of" and word.head.head.lower in _ONE_OF


def _beside(word: Word) -> Iterator[Word]:
    if not among(word):
        yield from word.having("appos")
    for clause in word.having("acl"):
        if clause.lemma in _NAMING:  # "a man known as Abu Zaki"
            yield from _named_by(clause)
    for clause in word.having("relcl"):  # "a man who called himself Abu Zaki", "who gave only her name, Ada"
        thing = clause.child("dobj")
        if thing is not None and thing.lower in _SELF and clause.lemma in _NAMING:
            yield from _named_by(clause)
        elif thing is not None and thing.lemma == "name" and clause.lemma in ("give", "use"):
            yield from thing.having("appos")
    if word.dep == "appos":
        yield word.head
    if (word.dep == "attr" and word.head.lemma in ("be", "become")) or (word.dep == "oprd" and word.pos == "NOUN"):
        subject = word.head.child("nsubj", "nsubjpass")
        if subject is not None:
            yield subject
