"""Signs in a clause that decide how real it is: negation, "no longer", "since", questions, tense, definite nouns."""

from __future__ import annotations

from sayso.knowledge.status import StatusWords
from sayso.reading.draft import Word

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "such"})
_OPEN = frozenset({"anyone", "anybody", "anything", "someone", "somebody", "something", "whoever", "whatever"})
_ASKING = ("why", "how", "who", "what", "when", "where", "which")
_SAYING = ("believe", "say", "think", "know", "claim", "report", "add", "note")
_ONLY = frozenset({"only", "just", "merely", "simply", "solely", "alone"})
_NOT = frozenset({"not", "n't", "n’t"})
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "attr")
_PARTICLES = frozenset({"out", "off", "up", "down", "away", "on", "apart", "back"})
_PRESENT = ("VBZ", "VBP")


def negative(verb: Word, words: StatusWords) -> bool:
    """Negation on the verb, or in its subject or object ("no troops entered", "signed no deal", "nobody left")."""
    if _only(verb):
        return False
    if verb.dep == "conj" and any(c.lower == "nor" and verb.head.i < c.i < verb.i for c in verb.head.having("cc")):
        return True
    for child in verb.children:
        if child.dep == "neg" or (
            child.dep in ("advmod", "preconj", "cc") and words.adverbs.get(child.lower) == "denied" and child.i < verb.i
        ):
            return True
        if child.dep == "advmod" and any(c.dep == "neg" for c in child.children):
            return True
        if child.dep in _ARGUMENTS and (child.lower in words.negative_words or _none(child)):
            return True
    return False


def _none(noun: Word) -> bool:
    return any(
        (c.lower in ("no", "neither") and not _hyphened(c) and c.dep in ("det", "neg", "preconj", "cc"))
        or (c.lower == "few" and c.dep == "amod" and c.i == noun.i - 1 and noun.child("det") is None)
        for c in noun.children
    )


def _hyphened(word: Word) -> bool:
    """ "a no-fly zone" is one."""
    words, at = word.sent.words, word.i - word.sent.words[0].i + 1
    return at < len(words) and words[at].text == "-"


def _only(verb: Word) -> bool:
    """ "not only attacked but …": it did; "does not just attack" too."""
    only = {w.i for c in verb.children for w in (c, *c.children) if w.lower in _ONLY and w.i < verb.i}
    if not only:
        return False
    return any(w.i + 1 in only and w.lower in _NOT for c in verb.children for w in (c, *c.children))


def bare_finite(verb: Word, helpers: list[Word]) -> bool:
    """A plural present that the tagger took for an infinitive: "that the allies no longer trust him"."""
    if helpers or verb.tag != "VB" or verb.child("nsubj") is None:
        return False
    return verb.dep == "ccomp" and verb.head.lemma in _SAYING


def base_form(verb: Word) -> bool:
    """Whether a verb looks like its dictionary form, whatever the tagger took it for ("put", "set", "go")."""
    return verb.tag in ("VB", "VBP", "VBD") and verb.lower == verb.lemma


def infinitive(verb: Word) -> bool:
    """Whether "to" stands on a verb ("to leave", "to be seen")."""
    return verb.tag in ("VB", "VBN", "VBG") and any(c.lower == "to" and c.dep == "aux" for c in verb.children)


def perfect(verb: Word) -> bool:
    """Whether a verb is in the perfect ("to have left")."""
    return verb.tag == "VBN" and any(c.lower == "have" for c in verb.children)


def asking(verb: Word) -> bool:
    """ "how to leave", "what to do": an infinitive with a question word before it."""
    return infinitive(verb) and any(c.lower in (*_ASKING, "whether") and c.i < verb.i for c in verb.children)


def imperative(verb: Word) -> bool:
    """A bare verb at the head of a sentence, without a subject or helper."""
    if verb.tag not in ("VB", "VBP") or not base_form(verb) or verb.head is not verb:
        return False
    return not any(c.dep in ("nsubj", "nsubjpass", "expl", "csubj", "aux", "auxpass", "neg") for c in verb.children)


def inverted(verb: Word) -> bool:
    """Whether a helper, or "be" itself, stands before the subject, as in a question."""
    who = verb.child("nsubj", "nsubjpass", "expl")
    if who is None:
        return True
    first = next((c for c in verb.children if c.dep in ("aux", "auxpass")), verb)
    return first.i < who.i


def present(verb: Word) -> bool:
    """Whether a clause stands in the present or the perfect: after "when" or "until" it may be yet to come."""
    first = next((c for c in verb.children if c.dep in ("aux", "auxpass") and c.i < verb.i), verb)
    return first.tag in _PRESENT


def to_come(verb: Word, later: frozenset[str]) -> bool:
    """Whether a word of time to come stands on a verb ("leaves tomorrow", "meet next week")."""
    for child in verb.children:
        if child.dep in ("npadvmod", "advmod", "tmod") and (
            (child.lower in later and child.lower not in ("next", "later", "coming"))
            or (child.pos in ("NOUN", "PROPN") and any(c.lower in ("next", "coming") for c in child.children))
        ):
            return True
    return False


def no_longer(verb: Word) -> bool:
    """Whether "longer", "more" or "anymore" stands on a verb."""
    return any(c.lower in ("longer", "more", "anymore") and c.dep == "advmod" for c in verb.children)


def since(verb: Word) -> bool:
    """Whether "since" or "for" stands on a verb: it goes on."""
    return any(c.lower in ("since", "for") and c.dep in ("prep", "mark") for c in verb.children)


def asks_why(verb: Word) -> bool:
    """Whether a question takes its happening for granted ("why", "how", "who" …)."""
    return any(c.lower in _ASKING for w in verb.children for c in (w, *w.children))


def speaks(verb: Word) -> bool:
    """Whether "I" or "we" is the subject, or nobody is."""
    who = verb.child("nsubj")
    return who is None or who.lower in ("i", "we")


def definite(noun: Word) -> bool:
    """Whether a noun points to something known: an article, an owner, a number."""
    return any(
        (c.dep == "det" and c.lower in _DEFINITE) or c.dep == "poss" or (c.dep == "nummod" and c.i < noun.i)
        for c in noun.children
    )


def open_noun(noun: Word) -> bool:
    """Whether a noun points to nothing known: "any attack", "someone", "a strike"."""
    return noun.lower in _OPEN or any(c.dep == "det" and c.lower in ("any", "a", "an") for c in noun.children)


def has_any(noun: Word) -> bool:
    """Whether "any" stands on a noun."""
    return any(c.lower == "any" and c.dep == "det" for c in noun.children)


def keyed(verb: Word) -> str:
    """A verb's lemma with its particle, if it has one: "call-off", "lift"."""
    for child in verb.children:
        if child.i > verb.i and (child.dep == "prt" or (child.dep == "advmod" and child.lower in _PARTICLES)):
            return f"{verb.lemma}-{child.lower}"
    return verb.lemma
