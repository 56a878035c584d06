"""What the words around a name say of whether it is a place's: prepositions, verbs, nouns, appositions, lists."""

from __future__ import annotations

from collections.abc import Callable, Set

from sayso.knowledge.gazetteer.lexicon import place_words
from sayso.knowledge.titles import title_words
from sayso.reading.draft import Word
from sayso.reading.places.mention import kinds_by_word, singular
from sayso.reading.places.words import relative_words

_AFTER = frozenset({"in", "near", "outside", "inside", "around", "throughout"})
_WAYS = frozenset({"to", "from", "towards", "toward", "into"})
_ARMED = frozenset({"military", "armed-group"})
_DESCRIBING = frozenset({"compound", "amod", "nmod", "poss"})
_OBJECTS = frozenset({"dobj", "nsubjpass"})
ROADS = frozenset(
    {
        "somewhere",
        "halfway",
        "midway",
        "road",
        "roads",
        "highway",
        "axis",
        "route",
        "railway",
        "border",
        "pipeline",
        "corridor",
    }
)
_LONGEST = 4


def calls_for_place(words: tuple[Word, ...], b: int, e: int) -> bool:
    """Whether words[b:e], known or not, must name a place: "in X", "south of X", "fell on X", "X, a village"."""
    before, last = words[b - 1].lower if b else "", words[e - 1]
    return (
        before in _AFTER
        or _entered(last)
        or _moved(words, b, last)
        or called(last)
        or (before in place_words().directions and last.dep not in _DESCRIBING)
    )


def allows_place(words: tuple[Word, ...], b: int, e: int) -> bool:
    """Whether the name may be a place's: after any preposition of place, or the object of what is done to places."""
    before, last = words[b - 1].lower if b else "", words[e - 1]
    return before in place_words().locating or taken(last)


def taken(word: Word) -> bool:
    """The object of a verb that is done to places, or what falls to somebody."""
    first = _first(word)
    if first.dep == "nsubj" and first.head.lemma == "fall":
        return any(c.dep == "prep" and c.lower == "to" for c in first.head.children)
    verb = first.head
    if first.dep not in _OBJECTS or (verb.lemma == "take" and any(c.lower == "to" for c in verb.children)):
        return False  # "took X to prison"
    return verb.lemma in place_words().taking or verb.lemma in place_words().entering


def stormed(word: Word, armed: Callable[[Word], bool]) -> bool:
    """The object of such a verb whose subject is armed or falls on places ("rebels captured X", "shells hit X")."""
    first = _first(word)
    if first.dep != "dobj" or first.head.lemma not in place_words().taking or not taken(first):
        return False
    verb = first.head
    doer = verb.child("nsubj") or (verb.head.child("nsubj") if verb.dep in ("conj", "xcomp", "advcl") else None)
    if doer is None:
        return False
    collective = title_words().collectives.get(doer.lower)
    if doer.lemma.lower() in place_words().moving["on"] or armed(doer):
        return True
    return collective is not None and collective.kind in _ARMED


def joined(word: Word, sited: Set[int]) -> bool:
    """Whether a list joins the name to a place: "in Jilib and X"."""
    while word.dep == "conj" and word.head is not word:
        word = word.head
        if word.i in sited:
            return True
    return False


def paired(words: tuple[Word, ...], k: int) -> bool:
    """Whether word k is the hyphen between the ends of a road ("the Damascus-Homs highway")."""
    if not 0 < k < len(words) - 2 or words[k].text not in ("-", "–"):
        return False
    ends = words[k - 1].text[0].isupper() and words[k + 1].text[0].isupper()
    return ends and any(w.lower in ROADS for w in words[k + 2 : k + 2 + _LONGEST] if w.text.islower())


def _first(word: Word) -> Word:
    while word.dep == "conj" and word.head.pos == "PROPN":
        word = word.head
    return word


def _entered(word: Word) -> bool:
    """The object of a verb whose objects are places."""
    return word.dep == "dobj" and word.head.lemma in place_words().entering


def _moved(words: tuple[Word, ...], b: int, last: Word) -> bool:
    """After a verb or noun and its preposition, which put on the map what follows ("withdrew from X", "base at X")."""
    before = words[b - 1].lower if b else ""
    heads = place_words().moving.get(before)
    link = last.head if last.dep == "pobj" else None
    if heads is None or link is None or link.lower != before:
        return False
    head = link.head.lower
    nearest = words[b - 2].lower if b > 1 else ""
    return link.head.lemma in heads or head in heads or singular(head) in heads or nearest in heads


def marched(last: Word) -> bool:
    """After "to" or "from" and a word of an army's or a crowd's going ("retreated to X")."""
    link = last.head if last.dep == "pobj" else last
    if link.dep != "prep" or link.lower not in _WAYS:
        return False
    goer = link.head.head if link.head.lower == "from" else link.head  # "from X | to Y"
    return goer.lemma.lower() in relative_words().marching


def called(word: Word) -> bool:
    """An apposition or a subject says what it is: "two villages, X and Y", "X, a village north of …"."""
    told = [c for c in word.children if c.dep == "appos"] + ([word.head] if word.dep == "appos" else [])
    if word.dep == "attr":
        told += word.head.having("nsubj")  # "the villages were X and Y"
    return any(w.lower in kinds_by_word() and w.lower not in place_words().not_alone for w in told)
