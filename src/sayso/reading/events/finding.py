"""Which words of a report name events: entries of the trigger lexicon, tried against the syntax around each word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import msgspec

from sayso.knowledge.triggers import Trigger, TriggerIndex, Words
from sayso.reading.draft import Sentence, Word
from sayso.reading.events import beside, misread, syntax
from sayso.reading.events.carrying import carrier_of
from sayso.reading.events.slots import beyond_agent, whole

_DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "AID", "RETREAT", "PROTEST"})
_HARSH = frozenset({"ASSAULT", "COERCE", "SANCTION", "AID"})
_REACH = 15  # words
_FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo"})
_VOLITION = frozenset({"will", "would", "wo", "do", "does", "ca", "can", "'ll", "refuse"})
_ACTORS = ("@person", "@armed", "@state", "@official", "@force", "@org", "@bloc")
_WOULD = frozenset({"would", "will", "'ll", "’ll", "'d", "’d", "might", "may", "could"})
_OWN = frozenset({"it", "they", "he", "she", "we", "i"})
_OWNING = frozenset({"its", "their", "his", "her", "our", "my"})
_PRONOUNS = frozenset({"he", "she", "they", "we", "i", "it", "him", "her", "them", "us", "me", "who", "whom", "you"})


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A word that names an event: `word` the trigger, `verb` the light verb that carries it, if any."""

    word: Word
    entry: Trigger
    verb: Word | None = None
    carrier: Word | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """The trigger lexicon, with what earlier layers know of the words.

    `ground`: words in places, `dates`: words in times, `headlines`: sentences that are titles.
    """

    index: TriggerIndex
    ground: frozenset[int] = frozenset()
    dates: frozenset[int] = frozenset()
    headlines: frozenset[int] = frozenset()

    def has(self, words: Words, word: Word) -> bool:
        """Whether a list of an entry holds a word, by lemma, as it stands, or through a class."""
        index = self.index
        return (
            index.has(words, word.lemma)
            or index.has(words, word.lower)
            or (word.tag in ("NNS", "NNPS", "NNP") and index.has(words, word.lower.removesuffix("s")))
        )

    def tags(self, words: Words) -> frozenset[str]:
        """The special members of a list: "@name", "@pronoun", "*" …"""
        return self.index.tags(words)


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
            entry = next((e for e in entries if _fits_noun(e, word, scene, carrier)), None)
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
    entries = next((e for lemma in (stem, stem + "e", undoubled) if (e := scene.index.verbs.get(lemma))), ())
    return tuple(
        as_noun(e) for e in entries if e.type in _DEEDS and "dobj" in e.recipient and not e.prt and not e.prep and e.obj
    )


def _verbal(word: Word, scene: Scene, used: set[int]) -> Iterator[Found]:
    """The event that a verb or predicate adjective names, if any; marks the words that its entry asked for."""
    if _is_gerund_noun(word) and (word.lower in scene.index.nouns or word.lemma in scene.index.nouns):
        return
    if word.pos in ("VERB", "AUX") or word.tag in ("VBN", "VBD", "VBG", "VB", "VBZ", "VBP"):
        described = word.dep in ("amod", "compound") and word.head.pos in syntax.NOUNS
        if word.dep in ("aux", "auxpass") or (described and misread.frame(word) is None):
            return
        entries = next((e for lemma in beside.lemmas(word) if (e := scene.index.verbs.get(lemma))), None)
    elif (
        beside.is_verb_by_frame(word) or _is_infinitive(word) or (word.tag == "NN" and misread.frame(word) is not None)
    ):
        entries = scene.index.verbs.get(word.lower)
    elif misread.leaving(word) is not None:
        entries = scene.index.verbs.get(word.lemma) or scene.index.verbs.get(word.lower.removesuffix("s"))
    elif word.pos == "ADJ" and word.dep in ("acomp", "oprd", "amod", "acl", "conj", "advcl"):
        entries = scene.index.adjs.get(word.lemma)
    else:
        return
    for entry in entries or ():
        if fits_verb(entry, word, scene):
            yield _made(entry, word, scene, used)
            return


def _is_infinitive(word: Word) -> bool:
    """ "attempts to storm parliament": whatever the tagger says, "to" makes it a verb."""
    return word.tag in ("NN", "JJ") and word.dep in ("acl", "xcomp", "advcl") and word.child("aux") is not None


def _made(entry: Trigger, word: Word, scene: Scene, used: set[int]) -> Found:
    things = syntax.bearers(word)
    if entry.obj and "*" not in entry.obj:
        used.update(t.i for t in things if scene.has(entry.obj, t))
    if entry.subj and entry.bare and (who := syntax.subject(word)) is not None and scene.has(entry.subj, who):
        used.add(who.i)
    at = _pobj(entry, word, scene)
    if at is not None and not (entry.trigger == "self" and at.child("prep") is not None and syntax.after(at, "with")):
        used.add(at.i)
    if entry.trigger == "obj" and things:
        named = next((t for t in things if scene.has(entry.obj, t)), things[0])
        return Found(named, entry, word)
    if entry.trigger == "pobj" and at is not None:
        return Found(at, entry, word)
    return Found(word, entry)


def fits_verb(entry: Trigger, word: Word, scene: Scene) -> bool:
    """Whether all that an entry asks for stands around a verb."""
    return (
        not (entry.type in _HARSH and _by_nature(word, scene))
        and _fits_particles(entry, word)
        and _fits_prepositions(entry, word, scene)
        and _fits_objects(entry, word, scene)
        and _fits_subject(entry, word, scene)
        and _fits_complement(entry, word, scene)
        and _fits_form(entry, word)
        and (not entry.with_word or _near(entry.with_word, word, scene))
        and not (entry.not_with and _near(entry.not_with, word, scene))
    )


def _by_nature(verb: Word, scene: Scene) -> bool:
    """ "The river destroyed nine homes": nobody did it."""
    who = _meant(syntax.doer(verb))
    return who is not None and who.pos == "NOUN" and scene.has(("@nature",), who)


def _fits_particles(entry: Trigger, word: Word) -> bool:
    if not entry.prt:
        return True
    there = syntax.particles(word)
    return any(p in there for p in entry.prt) or ("" in entry.prt)


def _fits_prepositions(entry: Trigger, word: Word, scene: Scene) -> bool:
    if not (entry.prep or entry.not_prep or entry.pobj or entry.not_pobj):
        return True
    there = {c.lower for c in word.children if c.dep in ("prep", "agent", "dative", "prt", "advmod")}
    there |= {c.lower for b in word.having("advcl", "xcomp", "ccomp") if b.i > word.i for c in b.having("mark")}
    things = word.child("dobj")
    if things is not None and entry.prep:
        there |= {c.lower for c in things.children if c.dep == "prep"}
    if entry.prep:
        there |= {c.lower for c in beyond_agent(word)}
    for particle in word.having("prt", "advmod", "prep"):
        there |= {c.lower for c in particle.children if c.dep == "prep"}
    if entry.prep and "" not in entry.prep and not any(p in there for p in entry.prep):
        return False
    if any(p in there for p in entry.not_prep):
        return False
    if entry.not_pobj and any(scene.has(entry.not_pobj, w) for ws in syntax.prepositions(word).values() for w in ws):
        return False
    return not entry.pobj or _pobj(entry, word, scene) is not None


def _pobj(entry: Trigger, word: Word, scene: Scene) -> Word | None:
    if not entry.pobj:
        return None
    for at in (word, word.child("dobj"), word.child("prt", "advmod", "prep")):
        for prep, nouns in syntax.prepositions(at).items() if at is not None else ():
            for noun in nouns if not entry.prep or prep in entry.prep else ():
                if scene.has(entry.pobj, noun):
                    return noun
    return None


def _fits_objects(entry: Trigger, word: Word, scene: Scene) -> bool:
    things = syntax.bearers(word)
    if entry.bare and (word.child("dobj") is not None or syntax.is_passive(word)):
        return False
    if entry.bare_or and not things:
        there = {c.lower for c in word.children if c.dep == "prep"}
        if not any(p in there for p in entry.bare_or) and word.child("nsubj") is None:
            return False
    if entry.own and any(syntax.of_others(t) for t in things):
        return False
    if entry.not_obj and any(scene.has(entry.not_obj, t) for t in things):
        return False
    return not entry.obj or _any_fits(entry.obj, things, scene)


def _any_fits(words: Words, things: list[Word], scene: Scene) -> bool:
    if not things:
        return "" in words
    if "*" in words:
        return True
    tags = scene.tags(words)
    for thing in map(_taken_up, things):
        if scene.has(words, thing):
            return True
        if "@place" in tags and thing.i in scene.ground and thing.tag not in ("NNPS", "NNS"):
            return True
        if "@name" in tags and (thing.pos == "PROPN" or thing.lower in _PRONOUNS or thing.pos == "NUM"):
            return True
        if "@pronoun" in tags and thing.lower in _PRONOUNS:
            return True
        if "@speaker" in tags and (thing.lower in _PRONOUNS or thing.pos == "PROPN"):
            return True
        inner = syntax.after(thing, "of")
        if inner is not None and (scene.has(words, inner) or ("@name" in tags and inner.pos == "PROPN")):
            return True
    return False


def _fits_subject(entry: Trigger, word: Word, scene: Scene) -> bool:
    if not entry.subj and not entry.not_subj:
        return True
    who = _meant(syntax.doer(word))
    if who is None:
        return not entry.subj or "" in entry.subj or (syntax.is_passive(word) and not entry.agent)
    if entry.not_subj and scene.has(entry.not_subj, who):
        return False
    tags = scene.tags(entry.subj)
    if "@actor" in tags:
        return who.pos in ("PROPN", "PRON") or scene.has(_ACTORS, who)
    return not entry.subj or _any_fits(entry.subj, syntax.with_conjuncts(who), scene)


def _taken_up(thing: Word) -> Word:
    """The noun that a relative pronoun stands for, or that a part is a part of: "several of the grenades that …"."""
    meant = _meant(thing) if thing.tag in ("WDT", "WP", "IN") else thing
    return whole(meant or thing)


def _meant(who: Word | None) -> Word | None:
    """The noun that a relative pronoun stands for."""
    if who is None or who.lower not in ("who", "which", "that") or who.head.dep != "relcl":
        return who
    return who.head.head


def _fits_complement(entry: Trigger, word: Word, scene: Scene) -> bool:
    if not (entry.comp or entry.not_comp):
        return True
    there = syntax.complements(word)
    if entry.own_comp:
        there = [w for w in there if _is_own(w)]
    if not entry.finite_comp:
        there = [w for w in there if w.tag == "VB" or w.pos == "ADJ"]
    if entry.not_comp and any("*" in entry.not_comp or scene.has(entry.not_comp, w) for w in there):
        return False
    if not entry.comp:
        return True
    return any("*" in entry.comp or scene.has(entry.comp, w) for w in there)


def _is_own(below: Word) -> bool:
    """ "warned that it would close the strait", "that its navy would"."""
    who = below.child("nsubj")
    if who is None or who.i > below.i or not any(c.dep == "aux" and c.lower in _WOULD for c in below.children):
        return False
    return who.lower in _OWN or any(c.lower in _OWNING for c in who.having("poss"))


def _fits_form(entry: Trigger, word: Word) -> bool:
    helpers = {c.lower for c in word.children if c.dep in ("aux", "auxpass")}
    if entry.negated and not (syntax.negated(word) and helpers & _VOLITION):
        return False
    if entry.future and not helpers & _FUTURE and not (word.tag == "VBP" and _conditional(word)):
        return False
    if entry.given and beside.receiver(word) is None:
        return False
    if entry.passive and not syntax.is_passive(word):
        return False
    return not (entry.finite and word.tag == "VBN" and word.dep in ("acl", "relcl") and syntax.is_passive(word))


def _conditional(word: Word) -> bool:
    """ "If you do this, you get …"."""
    return any(c.lower == "if" for below in word.having("advcl") for c in below.children)


def _near(words: Words, word: Word, scene: Scene) -> bool:
    """Whether one of the words hangs on a verb, or on what follows it within reach."""
    has = scene.index.has
    return any((has(words, w.lemma) or has(words, w.lower)) and abs(w.i - word.i) <= _REACH for w in word.subtree())


def _fits_noun(entry: Trigger, word: Word, scene: Scene, carrier: Word | None) -> bool:
    modifiers = [c for c in word.children if c.dep in ("compound", "amod", "nmod", "poss") and c.i < word.i]
    lowers = {m for c in modifiers for m in (c.lower, c.lemma, *(x.lower for x in c.children))}
    if entry.with_word and not any(w in lowers for w in entry.with_word):
        return False
    if word.dep == "pobj" and word.head.lower in entry.not_prep:
        return False
    if entry.prep and not any(c.dep == "prep" and c.lower in entry.prep for c in word.children):
        return False
    if any(w in lowers for w in entry.not_mod):
        return False
    if entry.not_pobj and any(scene.has(entry.not_pobj, w) for ws in syntax.prepositions(word).values() for w in ws):
        return False
    if entry.number == "plural" and word.tag != "NNS":
        return False
    if entry.of_class:
        owned = syntax.after(word, "of")
        if owned is None or not _any_fits(entry.of_class, [owned], scene):
            return False
    if entry.light and carrier is None:
        return _has_party(entry, word)
    return True


def _has_party(entry: Trigger, word: Word) -> bool:
    """Whether a noun that is an event only in company has it: an owner, or a phrase that names a party."""
    there = {c.lower for c in word.children if c.dep in ("prep", "agent")}
    if there & {"by", "between", *(r for r in entry.recipient if r != "of")}:
        return True
    if "of" in there and entry.of in ("patient", "agent"):
        return True
    harms = word.dep == "nsubj" and entry.type == "ASSAULT" and word.head.lemma in ("kill", "wound", "injure", "maim")
    return word.child("poss") is not None or harms
