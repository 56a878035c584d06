"""How real a happening is that a noun names: its articles and adjectives, then the word that governs it."""

from __future__ import annotations

from abc import ABC, abstractmethod

from sayso.knowledge.status import StatusWords
from sayso.model.reading import REAL, EventStatus
from sayso.reading.draft import Word
from sayso.reading.events import syntax
from sayso.reading.events.composing import composed
from sayso.reading.events.signs import definite, has_any, keyed, negative

DEEP = 8
_CLAIMS_OF = ("of", "for", "to", "on", "about", "against", "over")
_UNREAL_HEADS = frozenset({"planned", "attempted", "threatened", "proposed", "hypothetical", "denied"})
_ENDS = frozenset({"end", "close", "halt", "stop", "conclusion", "standstill"})
_TO_A_DAY = ("until", "till", "to", "from", "by")
_CARRIED = ("in", "into", "to", "with", "for")


class NounRules(ABC):
    """The rules for nouns, with the lists at hand. `headline`: the present tense tells of the past."""

    def __init__(self, words: StatusWords, headline: bool) -> None:
        self.words = words
        self.headline = headline

    @abstractmethod
    def of(self, word: Word, depth: int) -> EventStatus:
        """The status of any word."""

    @abstractmethod
    def clause(self, verb: Word, depth: int) -> EventStatus:
        """The status of a verb."""

    def noun(self, noun: Word, depth: int) -> EventStatus:
        """The status of a noun."""
        status = self._governed_noun(noun, depth)
        if status == "happened" and noun.lemma in self.words.groups["standing"] and self._stands(noun):
            return "ongoing"
        return "hypothetical" if status in REAL and has_any(noun) else status

    def _governed_noun(self, noun: Word, depth: int) -> EventStatus:
        own = self.described(noun)
        if own is not None:
            return "denied" if own == "planned" and self._dropped(noun) else own
        if depth > DEEP:
            return "happened"
        head = noun.head
        if noun.dep in ("conj", "appos") and head.pos in syntax.NOUNS:
            return self.noun(head, depth + 1)
        if noun.dep == "compound" and head.pos in syntax.NOUNS and noun.pos == "NOUN":
            return self._first_part(noun, head, depth)
        if noun.dep in ("dobj", "nsubjpass", "attr", "oprd") and head.pos in syntax.VERBAL:
            return self._object(noun, head, depth)
        if noun.dep == "nsubj" and head.pos in syntax.VERBAL:
            return self._subject(noun, head, depth)
        if noun.dep == "pobj":
            return self._after_preposition(noun, head, depth)
        return "happened"

    def _stands(self, noun: Word) -> bool:
        """ "lift the blockade", "despite the embargo": a known state goes on. Not so "imposed the embargo"."""
        head = noun.head
        if not definite(noun) or head.i == noun.i:
            return False
        if noun.dep in ("nsubj", "nsubjpass", "poss"):
            return head.lemma not in self.words.groups["existing"] and head.tag not in ("VBD", "VBN")
        if noun.dep == "dobj":
            return head.lemma not in self.words.doer_verbs and head.lemma not in self.words.sufferer_verbs
        return noun.dep == "pobj" and head.lower in ("despite", "of", "on", "against", "to")

    def _dropped(self, noun: Word) -> bool:
        """ "the planned march was called off", "has not taken place"."""
        verb = noun.head
        if noun.dep not in ("nsubj", "nsubjpass", "dobj") or verb.pos not in syntax.VERBAL:
            return False
        if self.words.objects.get(keyed(verb)) == "denied" and noun.dep != "nsubj":
            return True
        return noun.dep == "nsubj" and verb.lemma in self.words.groups["existing"] and negative(verb, self.words)

    def described(self, noun: Word) -> EventStatus | None:
        """What articles and adjectives before a noun say: "no attack", "the alleged attack"."""
        for child in noun.children:
            if child.i > noun.i:
                break
            if child.dep == "mark" and child.lower in self.words.conjunctions:
                return "hypothetical"
            if child.lower in self.words.negative_words and child.dep in ("det", "neg"):
                return "denied"
            effect = self.words.modifiers.get(child.lower)
            if effect is not None and child.dep in ("amod", "det", "advmod", "compound"):
                status = composed(effect, "happened", child.lower)
                if status != "hypothetical" or child.lower != "any":
                    return status
        return None

    def _first_part(self, noun: Word, head: Word, depth: int) -> EventStatus:
        """ "takeover bid", "peace plan": what is only bid for or planned; "no takeover bids": not even that."""
        effect = self.words.nouns.get(head.lemma)
        above = self.noun(head, depth + 1)
        if effect in _UNREAL_HEADS:
            return composed(effect, above, head.lemma)
        return above if above == "denied" == self.described(head) else "happened"

    def _object(self, noun: Word, verb: Word, depth: int) -> EventStatus:
        status = self.clause(verb, depth + 1)
        key = keyed(verb)
        effect = self.words.objects.get(key)
        if key in self.words.groups["breaking"] and noun.lemma in self.words.groups["lasting"]:
            effect = "ended" if status in REAL else effect
        if key in self.words.groups["putting"] and status in REAL:
            return "planned" if any(c.lower in _TO_A_DAY for c in verb.having("prep")) else "denied"
        if verb.lemma == "be":
            named = verb.child("expl") is not None or status == "denied"
            return status if named or (status == "hypothetical" and not definite(noun)) else "happened"
        if effect == "denied" and noun.lemma in self.words.groups["told"]:
            return "happened"
        if effect == "alleged" and status == "denied" and definite(noun):
            return "happened"  # "nobody claimed the attack"
        if effect is not None:
            return composed(effect, status, verb.lemma)
        if verb.lemma in self.words.doer_verbs or verb.lemma in self.words.sufferer_verbs:
            return status
        if definite(noun) or (noun.dep == "nsubjpass" and status == "denied" and not has_any(noun)):
            return "happened"
        return "happened" if status in REAL else status

    def _subject(self, noun: Word, verb: Word, depth: int) -> EventStatus:
        predicate = verb.child("acomp", "attr")
        status = self.clause(verb, depth + 1)
        course = self._course(verb, status)
        if course is not None:
            return course
        if predicate is not None:
            effect = self.words.adjectives.get(predicate.lemma) or self.words.modifiers.get(predicate.lower)
            if effect in (None, "fact", "implies", "planned") or (status == "denied" and definite(noun)):
                return "happened"
            return composed(effect or "implies", "happened" if status in REAL else status, predicate.lemma)
        if verb.lemma == "fail":
            return "attempted"
        if status == "hypothetical" and has_any(noun):
            return status
        return status if verb.lemma in self.words.groups["existing"] else "happened"

    def _course(self, verb: Word, status: EventStatus) -> EventStatus | None:
        """What a verb tells of the course of its subject: "petered out", "came to an end", "is over", "drags on"."""
        if verb.lemma in ("be", "stand", "seem", "remain", "declare"):
            said = next((c for c in verb.children if c.i > verb.i and c.lower in self.words.groups["placing"]), None)
            ended = said is not None and said.dep != "prep" and not said.having("prep")
            return composed("ended", status, verb.lemma) if ended and (status in REAL or status == "denied") else None
        effect = self.words.subjects.get(keyed(verb))
        if effect is None and verb.lemma in ("come", "draw", "grind", "last"):
            to = [p for c in verb.having("prep") if c.lower == "to" for p in c.having("pobj")]
            over = any(p.lemma in _ENDS for p in to) if verb.lemma != "last" else verb.tag == "VBD"
            effect = "ended" if over else None
        if effect == "ended" and (status in REAL or status == "denied"):
            return "ended" if status in REAL else "ongoing"
        return "ongoing" if effect == "ongoing" and status in REAL else None

    def _after_preposition(self, noun: Word, prep: Word, depth: int) -> EventStatus:
        above = prep.head
        before = next((c.lower for c in prep.children if c.i < prep.i), above.lower)
        effect = self.words.preposed.get(prep.lower) or (
            self.words.preposed.get(before) if prep.lower == "of" else None
        )
        if effect is not None:
            return composed(effect, "happened", prep.lower)
        if above.pos in syntax.NOUNS:
            return self._of_noun(noun, prep, above, depth)
        if above.pos == "ADJ" and above.dep in ("acomp", "oprd"):
            return self._of_adjective(noun, prep, above, depth)
        if above.pos not in syntax.VERBAL:
            return "happened"
        return self._of_verb(noun, prep, above, depth)

    def _of_noun(self, noun: Word, prep: Word, above: Word, depth: int) -> EventStatus:
        """ "plans for an attack", "no sign of an attack"."""
        inner = self.words.nouns.get(above.lemma) if prep.lower in _CLAIMS_OF else None
        if above.lemma in self.words.groups["talks"] and prep.lower in _CLAIMS_OF and not definite(noun):
            return "hypothetical"
        if inner is not None:
            return composed(inner, self.noun(above, depth + 1), above.lemma)
        if has_any(noun) or (prep.lower == "of" and not definite(noun) and noun.child("det") is None):
            status = self.noun(above, depth + 1)
            return status if status == "denied" or (has_any(noun) and status == "hypothetical") else "happened"
        return "happened"

    def _of_adjective(self, noun: Word, prep: Word, above: Word, depth: int) -> EventStatus:
        """ "subject to approval", "not available for comment"."""
        if self.words.adjectives.get(above.lemma) == "hypothetical" and prep.lower in ("to", "of"):
            return "hypothetical"
        status = self.clause(above.head, depth + 1)
        carried = status == "denied" and not definite(noun) and noun.child("det") is None
        return status if carried or (has_any(noun) and status not in REAL) else "happened"

    def _of_verb(self, noun: Word, prep: Word, above: Word, depth: int) -> EventStatus:
        """ "called for a strike", "agreed to a truce", "led to arrests"."""
        table = {"for": self.words.for_objects, "of": self.words.of_objects}.get(prep.lower)
        status = self.clause(above, depth + 1)
        if table is not None and above.lemma in table:
            return composed(table[above.lemma], status, above.lemma)
        if prep.lower == "to" and above.lemma in ("agree", "commit"):
            return composed("planned", status, above.lemma)
        if prep.lower == "against" and above.lemma in self.words.groups["deciding"]:
            return "hypothetical"
        if above.lemma in self.words.groups["leading"] and prep.lower in ("to", "in"):
            return status if status not in REAL else "happened"
        carried = (prep.lower in _CARRIED and not definite(noun)) or has_any(noun)
        return status if carried and status not in REAL else "happened"
