"""Whether an entry of the trigger lexicon fits a word: what it asks of the objects, phrases and clauses around it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sayso.knowledge.triggers import Trigger, TriggerIndex, Words, trigger_index
from sayso.reading.draft import Sentence, Word
from sayso.reading.events import beside, giving, syntax
from sayso.reading.events.slots import beyond_agent, may_be_party, whole

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
class Scene:
    """The trigger lexicon, with what earlier layers know of the words.

    `ground`: words in places, `lands`: in countries among them, `dates`: words in times, `headlines`: sentences that
    are titles.
    """

    index: TriggerIndex
    ground: frozenset[int] = frozenset()
    lands: frozenset[int] = frozenset()
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


def entry_of(word: Word, scene: Scene) -> Trigger | None:
    """The entry that a verb fits, if any."""
    return fitting(scene.index.of_verbs(beside.lemmas(word)), word, scene)


def fitting(entries: tuple[Trigger, ...], word: Word, scene: Scene) -> Trigger | None:
    """The first entry that fits a verb, if any."""
    if not entries:
        return None
    there = bag(word.sent)
    return next((e for e in scene.index.possible(entries, there) if fits_verb(e, word, scene)), None)


@lru_cache(maxsize=4)
def bag(sentence: Sentence) -> frozenset[str]:
    """The words of a sentence as `Scene.has` looks at them: lemmas, as they stand, without the s of a plural."""
    words = sentence.words
    plurals = (w.lower.removesuffix("s") for w in words if w.tag in ("NNS", "NNPS", "NNP"))
    return frozenset((*(w.lemma for w in words), *(w.lower for w in words), *plurals))


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
    small = (c for c in word.children if c.dep in ("prep", "agent", "dative", "prt", "advmod"))
    there = {c.lower for c in small if not (c.lower == "on" and any(p.i in scene.dates for p in c.having("pobj")))}
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
    if _not_after(entry, word, scene):
        return False
    return not entry.pobj or pobj_of(entry, word, scene) is not None


def pobj_of(entry: Trigger, word: Word, scene: Scene) -> Word | None:
    """The noun after a preposition that an entry asks for; names, places and pronouns by what they are."""
    if not entry.pobj:
        return None
    for at in (word, word.child("dobj"), word.child("prt", "advmod", "prep")):
        for prep, nouns in syntax.prepositions(at).items() if at is not None else ():
            for noun in nouns if not entry.prep or prep in entry.prep else ():
                if _stands_for(entry.pobj, noun, scene):
                    return noun
    return None


def _stands_for(words: Words, noun: Word, scene: Scene) -> bool:
    """Whether a list holds what stands after a preposition; a day is no name and a year no place."""
    if scene.has(words, noun):
        return True
    return bool(scene.tags(words)) and noun.i not in scene.dates and _any_fits(words, [noun], scene)


def _not_after(entry: Trigger, word: Word, scene: Scene) -> bool:
    """Whether what an entry bars stands after a preposition of a word."""
    if not entry.not_pobj:
        return False
    return any(_stands_for(entry.not_pobj, w, scene) for ws in syntax.prepositions(word).values() for w in ws)


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
    if who is None or _is_means(who, scene):
        return not entry.subj or "" in entry.subj or (syntax.is_passive(word) and not entry.agent)
    if entry.not_subj and scene.has(entry.not_subj, who):
        return False
    tags = scene.tags(entry.subj)
    if "@actor" in tags:
        return who.pos in ("PROPN", "PRON") or scene.has(_ACTORS, who)
    return not entry.subj or _any_fits(entry.subj, syntax.with_conjuncts(who), scene)


def _is_means(who: Word, scene: Scene) -> bool:
    """ "were threatened by telephone": how, not who."""
    return who.dep == "pobj" and not who.children and who.pos == "NOUN" and scene.has(("@manner",), who)


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
    if entry.other_comp:
        there = [w for w in there if w.child("nsubj") is not None or syntax.bearers(word)]
    if not entry.finite_comp:
        there = [w for w in there if (w.tag == "VB" and not _foretold(w)) or w.pos == "ADJ"]
    if entry.not_comp and any("*" in entry.not_comp or scene.has(entry.not_comp, w) for w in there):
        return False
    if not entry.comp:
        return True
    return any("*" in entry.comp or scene.has(entry.comp, w) for w in there)


def _foretold(below: Word) -> bool:
    """ "told reporters that Tehran would talk": news, no order."""
    return any(c.dep == "aux" and c.lower in _WOULD for c in below.children)


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
    if entry.given and giving.receiver(word) is None:
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


def fits_noun(entry: Trigger, word: Word, scene: Scene, carrier: Word | None) -> bool:
    """Whether all that an entry asks for stands around a noun, which a light verb may carry."""
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
    if _not_after(entry, word, scene):
        return False
    if entry.number == "plural" and word.tag != "NNS":
        return False
    if entry.of_class:
        agent = syntax.after(word, "by")
        owned = syntax.after(word, "of") or (syntax.after(agent, "of") if agent is not None else None)
        owned = owned or (agent if entry.of == "agent" else None)
        if owned is None or not _any_fits(entry.of_class, [owned], scene):
            return False
    if entry.light and carrier is None:
        return _has_party(entry, word)
    return True


def _has_party(entry: Trigger, word: Word) -> bool:
    """Whether a noun that is an event only in company has it: an owner, or a phrase that names a party."""
    there = {c.lower for c in word.children if c.dep in ("prep", "agent")}
    told = (syntax.after(word, name) for name in entry.initiator_also)
    if any(w is not None and may_be_party(w) for w in told):  # "threats from the gang"
        return True
    if there & {"by", "between", *(r for r in entry.recipient if r != "of")}:
        return True
    if "of" in there and entry.of in ("patient", "agent"):
        return True
    if (
        trigger_index().has(("@message",), word.lemma)
        and word.child("det", "poss") is not None
        and word.child("relcl", "acl", "ccomp")
    ):
        return True  # "The demand that the company leave", "the promise that envoys had brought"
    harms = word.dep == "nsubj" and entry.type == "ASSAULT" and word.head.lemma in ("kill", "wound", "injure", "maim")
    return word.child("poss") is not None or harms
