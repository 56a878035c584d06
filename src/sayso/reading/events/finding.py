"""Which words of a report name events: entries of the trigger lexicon, tried against the syntax around each word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import msgspec

from sayso.knowledge.triggers import Trigger
from sayso.reading.draft import Sentence, Word
from sayso.reading.events import beside, misread, syntax
from sayso.reading.events.carrying import carrier_of
from sayso.reading.events.fitting import Scene, fits_noun, fitting, pobj_of
from sayso.reading.events.links import describes

__all__ = ["Found", "Scene", "as_noun", "find"]
_DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "AID", "RETREAT", "PROTEST"})

_PARTICIPLES = ("VBG", "VBN", "VBD")


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A word that names an event: `word` the trigger, `verb` the light verb that carries it, if any."""

    word: Word
    entry: Trigger
    verb: Word | None = None
    carrier: Word | None = None


@cache
def as_noun(entry: Trigger) -> Trigger:
    """The entry of a verb as one of its gerund: the object is what stands after "of"."""
    return msgspec.structs.replace(
        entry, nouns=entry.verbs, verbs=(), of="patient", recipient=("of",), of_class=entry.obj, obj=(), subj=()
    )


def find(sentence: Sentence, scene: Scene) -> list[Found]:
    """The events of a sentence in its order; words that only complete another trigger name none of their own."""
    found: dict[int, Found] = {}
    used: set[int] = set()
    for word in sentence.words:
        for one in _verbal(word, scene, used):
            found[one.word.i] = one
    for word in sentence.words:
        if word.i in used or word.i in found:
            continue
        entries = _noun_entries(word, scene)
        if entries and word.i not in scene.dates and _is_noun(word):
            carrier = carrier_of(word)
            entry = next((e for e in entries if fits_noun(e, word, scene, carrier)), None)
            if entry is not None:
                found[word.i] = Found(word, entry, None, carrier)
    return [found[i] for i in sorted(found)]


def _is_gerund_noun(word: Word) -> bool:
    """ "There has been shelling of villages": no verb, whatever the tagger says."""
    if word.tag == "VBG" and word.dep == "pcomp" and beside.stretch(word) is not None:
        return word.child("dobj", "nsubj") is None  # "four days of shelling by separatists"
    return (
        word.tag == "VBG"
        and any(c.lower == "of" and c.i == word.i + 1 for c in word.children)
        and word.child("dobj", "nsubj") is None
    )


def _is_noun(word: Word) -> bool:
    if _is_gerund_noun(word):
        return True
    if beside.hyphened(word)[0] is not word and word.dep in ("dobj", "pobj", "nsubj", "nsubjpass", "attr", "ROOT"):
        return True
    if word.dep == "nsubj" and word.tag in ("VB", "JJ") and word.child("nsubj", "dobj") is None:
        return word.child("prep") is not None  # "Strike on academy kills nine"
    return syntax.is_nominal(word) and word.dep not in ("compound", "nmod")


def _noun_entries(word: Word, scene: Scene) -> tuple[Trigger, ...]:
    """The entries of a noun: of the whole that hyphens make of it, and of none if it is only a part of one."""
    nouns = scene.index.nouns
    first, whole = beside.hyphened(word)
    if first is not word:
        found = nouns.get(whole) or nouns.get(whole.removesuffix("s"))
        return found or nouns.get(word.lemma, ())
    lemma = word.lemma if word.pos != "PROPN" else word.lower.removesuffix("s")
    found = nouns.get(lemma) or nouns.get(word.lower)
    if found is None and word.lower.endswith("ing") and any(c.lower == "of" for c in word.children):
        return _gerunds(word, scene)
    return () if found and beside.joined(word) else found or ()


def _gerunds(word: Word, scene: Scene) -> tuple[Trigger, ...]:
    """ "the clubbing of two students": what the verb names, the object standing after "of"."""
    stem = word.lower[:-3]
    undoubled = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
    entries = scene.index.of_verbs((stem, stem + "e", undoubled))
    return tuple(
        as_noun(e) for e in entries if e.type in _DEEDS and "dobj" in e.recipient and not e.prt and not e.prep and e.obj
    )


def _verbal(word: Word, scene: Scene, used: set[int]) -> Iterator[Found]:
    """The event that a verb or predicate adjective names, if any; marks the words that its entry asked for."""
    if word.tag in _PARTICIPLES and (describes(word) or _is_somebody(word)):
        return
    if _is_gerund_noun(word) and (word.lower in scene.index.nouns or word.lemma in scene.index.nouns):
        return
    if word.pos in ("VERB", "AUX") or word.tag in ("VBN", "VBD", "VBG", "VB", "VBZ", "VBP"):
        described = word.dep in ("amod", "compound") and word.head.pos in syntax.NOUNS
        if word.dep in ("aux", "auxpass") or (described and misread.frame(word) is None):
            return
        entries = scene.index.of_verbs(beside.lemmas(word))
    elif (
        beside.is_verb_by_frame(word)
        or _is_infinitive(word)
        or (word.tag in ("NN", "NNS") and misread.frame(word) is not None)
    ):
        entries = scene.index.of_verbs((word.lower, word.lemma))
    elif word.tag in ("JJ", "NN") and (misread.seeming_adjective(word) or misread.in_progress(word)):
        stem = word.lower.removesuffix("ing")
        lemmas = beside.lemmas(word) if stem == word.lower else (stem, stem + "e", stem[:-1])
        entries = scene.index.of_verbs(lemmas)
    elif misread.leaving(word) is not None:
        entries = scene.index.of_verbs((word.lemma, word.lower.removesuffix("s")))
    elif word.pos == "ADJ" and word.dep in ("acomp", "oprd", "amod", "acl", "conj", "advcl"):
        entries = scene.index.adjs.get(word.lemma, ())
    else:
        return
    entry = fitting(entries, word, scene)
    if entry is not None:
        yield _made(entry, word, scene, used)


def _is_somebody(word: Word) -> bool:
    """ "the evacuation of the wounded", "the accused": those to whom it was done."""
    stands = word.tag in ("VBN", "VBD") and word.dep in ("pobj", "dobj", "nsubj", "nsubjpass")
    return stands and word.child("det") is not None and word.child("dobj") is None


def _is_infinitive(word: Word) -> bool:
    """ "attempts to storm parliament": whatever the tagger says, "to" makes it a verb."""
    return word.tag in ("NN", "JJ") and word.dep in ("acl", "xcomp", "advcl") and word.child("aux") is not None


def _is_theirs(noun: Word) -> bool:
    """ "ignored the bishops' plea": an event of its own, of the bishops."""
    own = noun.child("poss")
    return own is not None and own.pos in ("NOUN", "PROPN")


def _made(entry: Trigger, word: Word, scene: Scene, used: set[int]) -> Found:
    things = syntax.bearers(word)
    if entry.obj and "*" not in entry.obj:
        used.update(t.i for t in things if scene.has(entry.obj, t) and not (entry.type == "REJECT" and _is_theirs(t)))
    if entry.subj and entry.bare and (who := syntax.subject(word)) is not None and scene.has(entry.subj, who):
        used.add(who.i)
    at = pobj_of(entry, word, scene)
    if at is not None and not (entry.trigger == "self" and at.child("prep") is not None and syntax.after(at, "with")):
        used.add(at.i)
    if entry.trigger == "obj" and things:
        named = next((t for t in things if scene.has(entry.obj, t)), things[0])
        return Found(named, entry, word)
    if entry.trigger == "pobj" and at is not None:
        return Found(at, entry, word)
    return Found(word, entry)
