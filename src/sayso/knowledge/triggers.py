"""The trigger lexicon: words that name events, with the frames in which they do and where their parties stand.

An entry of `resources/lexicons/triggers-*.yaml` names lemmas (`verbs`, `nouns` or `adjs`) and what it asks of the words
around them; the first entry that fits wins, entries that ask for more being tried first. Lists hold lemmas, classes of
`event-classes.yaml` ("@weapon"; "@person" also takes nouns formed like its own), "*" (any), "" (also fits if absent).
Slots name where a party stands: subj, dobj, dative, a preposition ("against"), the clause below (comp-obj, comp-subj),
the object's own phrases (obj-of, obj-poss).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import msgspec

from sayso.errors import KnowledgeError
from sayso.knowledge.load import load
from sayso.knowledge.ontology import ontology

FILES = ("triggers-cooperation", "triggers-help", "triggers-pressure", "triggers-measures", "triggers-force")
Words = tuple[str, ...]
_SPECIAL = frozenset({"@name", "@place", "@pronoun", "@speaker", "@actor"})


class Trigger(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, eq=False):
    """One entry. What is empty is not asked for; `say` is a sentence of our own in which the entry fits."""

    type: str
    mode: str | None = None
    say: str
    verbs: Words = ()
    nouns: Words = ()
    adjs: Words = ()
    obj: Words = ()
    not_obj: Words = ()
    subj: Words = ()
    not_subj: Words = ()
    prep: Words = ()
    not_prep: Words = ()
    pobj: Words = ()
    not_pobj: Words = ()
    prt: Words = ()
    comp: Words = ()
    not_comp: Words = ()
    with_word: Words = ()
    not_mod: Words = ()
    not_with: Words = ()
    bare_or: Words = ()
    of_class: Words = ()
    bare: bool = False
    agent: bool = False
    passive: bool = False
    negated: bool = False
    future: bool = False
    finite: bool = False
    finite_comp: bool = True
    own: bool = False
    """the object is the subject's own doing: "stopped its attacks", not "stopped an attack by others\""""
    own_comp: bool = False
    """the clause below is of the subject's own doing: "warned that it would", not "warned that rebels would\""""
    other_comp: bool = False
    """the clause below has a doer of its own: "wants the island to leave", not "wants to leave\""""
    given: bool = False
    """somebody gets the object: "gave them two ferries\""""
    speech_only: bool = False
    light: bool = False
    mutual: bool = False
    mutual_with: bool = False
    number: str = "any"
    initiator: str = "subj"
    initiator_also: Words = ()
    recipient: Words = ("dobj", "dative", "against", "on", "at", "with", "to", "from", "none")
    of: str = "patient"
    status: str | None = None
    territory: str | None = None
    trigger: str = "self"

    @property
    def weight(self) -> int:
        """How much the entry asks for."""
        lists = (self.obj, self.subj, self.prep, self.pobj, self.comp, self.with_word, self.of_class)
        asked = sum(2 for words in lists if words) + sum(1 for words in lists if words and "*" not in words)
        flags = self.bare + 3 * self.negated + self.future + self.passive + self.speech_only
        return asked + flags + self.given + self.own_comp + self.other_comp + 2 * bool(self.prt and "" not in self.prt)


class TriggerIndex:
    """Entries by lemma, those that ask for most first; and the classes of head words."""

    def __init__(self, entries: list[Trigger], classes: dict[str, list[str]]) -> None:
        self.classes = {name: frozenset(words) for name, words in classes.items()}
        self.verbs: dict[str, tuple[Trigger, ...]] = _by_lemma(entries, "verbs", self.classes)
        self.nouns: dict[str, tuple[Trigger, ...]] = _by_lemma(entries, "nouns", self.classes)
        self.adjs: dict[str, tuple[Trigger, ...]] = _by_lemma(entries, "adjs", self.classes)
        self._sets: dict[Words, tuple[frozenset[str], frozenset[str], bool]] = {}
        self._endings = tuple(sorted(self.classes["person-endings"]))
        self._needs = {entry: self._needed(entry) for entry in entries}

    def of_verbs(self, lemmas: Iterable[str]) -> tuple[Trigger, ...]:
        """The entries of the first of some verbs that has any."""
        return next((found for lemma in lemmas if (found := self.verbs.get(lemma))), ())

    def possible(self, entries: tuple[Trigger, ...], words: frozenset[str]) -> list[Trigger]:
        """Those of some entries that may fit in a sentence with these words: each word that they need is there."""
        return [e for e in entries if not any(need.isdisjoint(words) for need in self._needs[e])]

    def _needed(self, entry: Trigger) -> tuple[frozenset[str], ...]:
        """Of each list of words that an entry asks for, its lemmas, if nothing else would do."""
        lists = (entry.obj, entry.prep, entry.pobj, entry.prt, entry.comp, entry.with_word)
        needs = (self._expanded(words) for words in lists if words)
        return tuple(lemmas for lemmas, tags, people in needs if not tags and not people)

    def has(self, words: Words, lemma: str) -> bool:
        """Whether a list of an entry holds a lemma, itself or through a class."""
        lemmas, _, people = self._expanded(words)
        return lemma in lemmas or (people and self._is_person(lemma))

    def _is_person(self, lemma: str) -> bool:
        """Whether a noun is formed like one for a person ("birdwatcher", "sharecropper") and is none of the things."""
        return len(lemma) > 4 and lemma.endswith(self._endings) and lemma not in self.classes["things-like-persons"]

    def tags(self, words: Words) -> frozenset[str]:
        """The special members of a list: "@name", "@pronoun", "*" …"""
        return self._expanded(words)[1]

    def _expanded(self, words: Words) -> tuple[frozenset[str], frozenset[str], bool]:
        known = self._sets.get(words)
        if known is None:
            lemmas: set[str] = set()
            tags: set[str] = set()
            for word in words:
                members = self.classes.get(word[1:]) if word.startswith("@") else None
                for member in members or (word,):
                    (tags if member.startswith("@") or member in ("*", "") else lemmas).add(member)
            known = self._sets[words] = frozenset(lemmas), frozenset(tags), "@person" in words
        return known


def _by_lemma(entries: list[Trigger], part: str, classes: dict[str, frozenset[str]]) -> dict[str, tuple[Trigger, ...]]:
    found: dict[str, list[Trigger]] = {}
    for entry in entries:
        for word in getattr(entry, part):
            lemmas = sorted(classes[word[1:]]) if word.startswith("@") else [word]
            for lemma in lemmas:
                found.setdefault(lemma, []).append(entry)
    return {lemma: tuple(sorted(listed, key=lambda e: -e.weight)) for lemma, listed in found.items()}


@cache
def trigger_index() -> TriggerIndex:
    """The trigger lexicon that the package carries.

    Raises:
        KnowledgeError: if an entry names a type, mode or class that does not exist.
    """
    classes = load("lexicons/event-classes.json", dict[str, list[str]])
    entries = [e for name in FILES for e in load(f"lexicons/{name}.json", list[Trigger])]
    for entry in entries:
        if not ontology().knows(entry.type, entry.mode):
            raise KnowledgeError(f"trigger {entry.say!r}: no type {entry.type} with mode {entry.mode}")
        _check(entry, classes)
    return TriggerIndex(entries, classes)


def _check(entry: Trigger, classes: dict[str, list[str]]) -> None:
    for field in entry.__struct_fields__:
        words = getattr(entry, field)
        for word in words if isinstance(words, tuple) else ():
            if word.startswith("@") and word not in _SPECIAL and word[1:] not in classes:
                raise KnowledgeError(f"trigger {entry.say!r}: {field} names no class of event-classes.yaml: {word}")


@cache
def mode_words() -> dict[str, dict[str, frozenset[str]]]:
    """Words that decide an open mode or name a context: table ("instruments", "REQUEST" …) → mode → lemmas."""
    tables = load("lexicons/event-modes.json", dict[str, dict[str, str | list[str]]])
    return {
        name: {mode: frozenset(words) for mode, words in table.items() if not isinstance(words, str)}
        for name, table in tables.items()
    }
