"""Signs in a clause that decide how real it is: negation, "no longer", "since", why-questions, definite nouns."""

from __future__ import annotations

from sayso.knowledge.status import StatusWords
from sayso.reading.draft import Word

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "such"})


def negative(verb: Word, words: StatusWords) -> bool:
    """Negation on the verb, or in its subject or object ("no troops entered", "signed no deal", "nobody left")."""
    for child in verb.children:
        if child.dep == "neg" or (
            child.dep in ("advmod", "preconj", "cc") and words.adverbs.get(child.lower) == "denied" and child.i < verb.i
        ):
            return True
        if child.dep == "advmod" and any(c.dep == "neg" for c in child.children):
            return True
        if child.dep in ("nsubj", "nsubjpass", "dobj", "attr") and (
            child.lower in words.negative_words
            or any(c.lower in ("no", "neither") and c.dep in ("det", "neg", "preconj", "cc") for c in child.children)
        ):
            return True
    return False


def bare_finite(verb: Word, helpers: list[Word]) -> bool:
    """A plural present that the tagger took for an infinitive: "that the allies no longer trust him"."""
    if helpers or verb.tag != "VB" or verb.child("nsubj") is None:
        return False
    return verb.dep == "ccomp" and verb.head.lemma in (
        "believe",
        "say",
        "think",
        "know",
        "claim",
        "report",
        "add",
        "note",
    )


def no_longer(verb: Word) -> bool:
    """Whether "longer", "more" or "anymore" stands on a verb."""
    return any(c.lower in ("longer", "more", "anymore") and c.dep == "advmod" for c in verb.children)


def since(verb: Word) -> bool:
    """Whether "since" or "for" stands on a verb: it goes on."""
    return any(c.lower in ("since", "for") and c.dep in ("prep", "mark") for c in verb.children)


def asks_why(verb: Word) -> bool:
    """Whether a question takes its happening for granted ("why", "how", "who" …)."""
    return any(
        c.lower in ("why", "how", "who", "what", "when", "where", "which")
        for w in verb.children
        for c in (w, *w.children)
    )


def definite(noun: Word) -> bool:
    """Whether a noun points to something known: an article, an owner, a number."""
    return any(
        (c.dep == "det" and c.lower in _DEFINITE) or c.dep == "poss" or (c.dep == "nummod" and c.i < noun.i)
        for c in noun.children
    )
