"""How a place's name is used: for the place, for those who rule it, as an adjective, or inside another name."""

from __future__ import annotations

from sayso.knowledge.gazetteer import Entry
from sayso.knowledge.gazetteer.lexicon import PlaceWords, place_words
from sayso.model.reading import PlaceUse
from sayso.reading.draft import Word
from sayso.reading.places.cues import ROADS
from sayso.reading.places.find import Found
from sayso.reading.places.mention import kinds_by_word
from sayso.reading.places.words import relative_words

_RULED = frozenset({"country", "capital", "admin1", "region"})
_BEFORE = frozenset({"compound", "nmod", "amod"})
_CHAIN = frozenset({"conj", "appos"})


def use_of(found: Found, entry: Entry | None) -> PlaceUse:
    """The use of a found name, from its syntax."""
    word, words = found.head, place_words()
    if found.part or _signed(found, entry):
        return "part-of-name"
    if not found.mention.people:
        word = _typed(word)
    owner = word.dep == "poss" and entry is not None and entry.kind == "country"
    if found.mention.people or owner or word.dep in ("amod", "compound", "nmod"):
        return "modifier"
    if entry is not None and entry.kind in _RULED and _acts(_first(word), words):
        return "metonym"
    return "location"


def _signed(found: Found, entry: Entry | None) -> bool:
    """A town where something was agreed ("the Minsk agreements")."""
    head = found.head.head
    towns = entry is not None and entry.kind in ("town", "capital", "quarter")
    return (
        towns and found.head.dep in _BEFORE and head.lower in relative_words().treaties and head.i == found.head.i + 1
    )


def _typed(word: Word) -> Word:
    """The type word that the name describes, if any: "the Hamza and Yarmouk bases" are used as the bases are."""
    first = _first(word)
    if first.dep in ("compound", "nmod", "amod") and first.head.lower in kinds_by_word():
        return first.head
    return word


def _first(word: Word) -> Word:
    """The first of coordinated names: the others do what it does."""
    while word.dep in _CHAIN and word.head is not word and word.head.pos in ("PROPN", "ADJ"):
        word = word.head
    return word


def _acts(word: Word, words: PlaceWords) -> bool:
    head = word.head
    if word.dep == "nsubj":
        verb = head.lemma.lower()
        transitive = head.child("dobj", "ccomp", "xcomp") is not None and verb not in words.undergoing
        return verb in words.agentive or transitive
    if word.dep == "pobj" and head.dep == "agent":
        return True
    return word.dep == "pobj" and head.lower in words.dealing and head.head.lower not in ROADS
