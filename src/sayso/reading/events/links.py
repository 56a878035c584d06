"""What hangs on a word: coordinated nouns, phrases after a preposition, particles, clauses below."""

from __future__ import annotations

from sayso.knowledge.triggers import trigger_index
from sayso.reading.draft import Word
from sayso.reading.events import beside, listing, misread
from sayso.reading.events.tags import NOUNS, VERBAL

_ADVERBIAL = frozenset({"out", "off", "back", "away", "down", "up"})


def with_conjuncts(word: Word | None) -> list[Word]:
    """A noun and the nouns coordinated with it."""
    if word is None:
        return []
    found = [word, *(c for c in beside.joined_with(word) if c.pos in (*NOUNS, "NUM", "ADJ", "DET"))]
    if len(found) == 1:
        found += listing.enumerated(word)
    orphan = listing.orphaned(found[-1])
    if orphan is None and word.dep in ("pobj", "dobj") and len(found) == 1:
        orphan = hung_higher(word)
    return found if orphan is None else [*found, orphan]


def hung_higher(noun: Word) -> Word | None:
    """ "was signed by Uganda and three of its partners": the partners, coordinated with the verb by the parser."""
    words, k = noun.sent.words, noun.i - noun.sent.words[0].i + 1
    also = words[k] if k < len(words) else None
    above = noun.head.head if noun.dep == "pobj" else noun.head
    if also is None or also.dep != "cc" or also.head.pos not in VERBAL or also.head is not above:
        return None
    if noun.dep == "dobj" and (joined := also.head.child("conj")) is not None and joined.pos != "NUM":
        return None  # a noun there may be anything
    joined = also.head.child("conj")
    if joined is None or joined.pos not in ("NOUN", "PROPN", "NUM") or joined.child("nsubj", "dobj") is not None:
        return None
    return joined if joined.subtree()[0].i == also.i + 1 else None


def after(word: Word, *preps: str) -> Word | None:
    """The noun after one of the prepositions on a word ("by" also as agent; "away from" too)."""
    for child in _later_first(word):
        if child.dep in ("prep", "agent", "dative") and child.lower in preps:
            found = _noun_of(child)
            if found is not None:
                return found
    return None


def _noun_of(prep: Word) -> Word | None:
    """The noun after a preposition; of "threats from logging gangs" the gangs, of "by Accra hours later" Accra."""
    noun = prep.child("pobj")
    if noun is not None:
        name = noun.children[0] if noun.children and noun.pos == "NOUN" else noun
        led = name.pos == "PROPN" and name.dep == "compound" and name.i == prep.i + 1
        return name if led and trigger_index().has(("@stretch",), noun.lemma) else noun
    clause = prep.child("pcomp")
    if clause is None:
        return None
    doing = clause.child("nsubj") if clause.tag == "VBG" and prep.lower in ("against", "at", "on", "from") else None
    if doing is not None and doing.pos in ("NOUN", "PROPN"):
        return doing  # "used clubs against teachers marching on the ministry"
    return clause.child("dobj") if describes(clause) else None


def describes(word: Word) -> bool:
    """ "investigating judges", "logging gangs": a participle before its noun, which the parser took for a verb."""
    thing = word.child("dobj") if word.tag == "VBG" and word.dep == "pcomp" else None
    if thing is None or thing.i != word.i + 1 or thing.tag != "NNS":
        return False
    return trigger_index().has(("@describing",), word.lower)


def all_after(word: Word, *preps: str) -> list[Word]:
    """All nouns after a preposition, coordinated ones too, also where it is said twice ("with A and with B")."""
    found: list[Word] = []
    for child in _later_first(word):
        if child.dep in ("prep", "agent", "dative") and child.lower in preps:
            for again in (child, *(c for c in child.conjuncts() if c.lower in preps)):
                found += with_conjuncts(_noun_of(again) or misread.stranded(again))
            if found and not misread.is_day(found[0]):
                return [w for w in found if not misread.is_day(w)]
    return found


def _later_first(word: Word) -> list[Word]:
    """ "On the eve of the vote, the union called on its members": of a verb what follows it counts first."""
    children = word.children
    if word.pos != "VERB" or not children or children[0].i > word.i or children[0].dep != "prep":
        return children
    return [c for c in children if c.i > word.i] + [c for c in children if c.i < word.i]


def particles(verb: Word) -> set[str]:
    """Particles and small adverbs of a verb ("pull out", "laid down")."""
    return {
        c.lower
        for c in verb.children
        if c.dep in ("prt", "advmod", "acomp")
        or (c.dep == "prep" and (not c.children or c.lower in _ADVERBIAL or _near(c, verb)))
    }


def _near(prep: Word, verb: Word) -> bool:
    """Whether a preposition right after a verb may be its particle ("let in the monitors"); not "welcomed in Bern"."""
    where = prep.child("pobj") if prep.lower == "in" else None
    return prep.i == verb.i + 1 and (where is None or where.pos != "PROPN")


def prepositions(word: Word) -> dict[str, list[Word]]:
    """Preposition → nouns after it, for those that hang on the word."""
    found: dict[str, list[Word]] = {}
    for child in word.children:
        if child.dep in ("prep", "agent") or (child.dep == "dative" and child.pos == "ADP"):
            noun = _noun_of(child)
            if noun is not None:
                found.setdefault(child.lower, []).extend(with_conjuncts(noun))
    return found


def _completes(child: Word) -> bool:
    """ "asked them to leave", "set them free", wherever the parser hung the clause."""
    return any(c.lower == "to" for c in child.children) or (child.tag == "JJ" and not child.children)


def complements(word: Word) -> list[Word]:
    """Heads of the clauses and predicates that a word governs, through "to" and prepositions too."""
    found: list[Word] = []
    for child in word.children:
        if child.dep in ("xcomp", "ccomp", "acomp", "oprd", "attr", "pcomp") and child.i > word.i:
            found.append(child)
        elif child.dep == "prep":
            found += [c for c in child.children if c.dep == "pcomp"]
        elif child.dep == "advcl" and child.i > word.i and _completes(child):
            found.append(child)
    return [w for c in found for w in (c, *(x for x in c.conjuncts() if x.pos in VERBAL))]


def clause_of(word: Word) -> Word:
    """The verb of the clause in which a word stands (the word itself if it is a verb; the sentence's root at last)."""
    for found in (word, *word.ancestors()):
        if found.pos in VERBAL and found.dep not in ("aux", "auxpass", "amod", "compound"):
            return found
    return word.sent.root


def is_nominal(word: Word) -> bool:
    """Whether a word is used as a noun."""
    return word.pos in ("NOUN", "PROPN") or (word.tag in ("NN", "NNS", "VBG") and word.dep in ("dobj", "pobj", "nsubj"))


def negated(verb: Word) -> bool:
    """Whether "not", "never", "n't" or "no longer" stands on a verb."""
    if any(c.dep == "neg" or c.lower in ("never", "not", "n't", "n’t") for c in verb.children):
        return True
    longer = next((c for c in verb.having("advmod") if c.lower == "longer"), None)
    return longer is not None and any(c.lower == "no" for c in longer.children)
