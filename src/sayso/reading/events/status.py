"""How real the text makes a happening, in the eyes of whoever tells it: tense, modals, negation, conditions, governors.

A word's own clause is read first; where it has no tense of its own (infinitive, gerund, noun), the word that governs it
decides: "managed to leave" left, "failed to leave" did not, "plans to leave" plans it, "without leaving" did not.
What governs a clause is in `status_clauses`, what governs a noun in `status_nouns`.
"""

from __future__ import annotations

from sayso.knowledge.status import status_words
from sayso.model.reading import REAL, EventStatus
from sayso.reading.draft import Draft, Word
from sayso.reading.events import syntax
from sayso.reading.events.composing import composed, flipped
from sayso.reading.events.frames import framed
from sayso.reading.events.signs import (
    asks_why,
    bare_finite,
    base_form,
    imperative,
    infinitive,
    inverted,
    negative,
    no_longer,
    since,
    speaks,
    to_come,
)
from sayso.reading.events.status_clauses import ClauseRules
from sayso.reading.events.status_nouns import DEEP

HEADLINES = frozenset({"title", "heading", "caption", "related"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PARTS = ("aux", "auxpass", "prt")  # of a verb: as real as it is
_IFS = ("if", "unless")


def status_of(word: Word, draft: Draft) -> EventStatus:
    """The status of the happening that a word names, in the eyes of the voice that tells it.

    Works for any verb, noun or predicate. The act of a surrounding statement is not looked at (`composing.in_voice`).
    """
    return framed(word, _Status(status_words(), draft.kind_at(word.start) in HEADLINES).of(word, 0))


class _Status(ClauseRules):
    """The rules, with the lists at hand. `headline`: the present tense tells of the past."""

    def of(self, word: Word, depth: int) -> EventStatus:
        if depth > DEEP:
            return "happened"
        if word.dep in _PARTS and word.head.pos in syntax.VERBAL:
            return self.clause(word.head, depth + 1)
        if word.pos in syntax.VERBAL and not (word.tag in ("NN", "NNS") or word.dep in ("dobj", "nsubj", "pobj")):
            return self.clause(word, depth)
        if word.pos == "ADJ" and word.dep in ("acomp", "oprd", "attr"):
            return self.clause(word.head, depth + 1)
        return self.noun(word, depth)

    def clause(self, verb: Word, depth: int) -> EventStatus:
        own = self._own(verb)
        governed = self.governed(verb, own, depth)
        status = self._hedged(verb, governed)
        if own is None and negative(verb, self.words):
            status = flipped(status)
        return status

    def _own(self, verb: Word) -> EventStatus | None:
        """The status by the verb's own tense and helpers; None if it has none (infinitive, participle)."""
        helpers = [c for c in verb.children if (c.dep in ("aux", "auxpass") and c.i < verb.i) or c.tag == "MD"]
        modal = next((h for h in helpers if h.tag == "MD"), None)
        if modal is not None:
            return self._modal(verb, modal, helpers)
        first = helpers[0] if helpers else verb
        if first.tag not in _FINITE and not bare_finite(verb, helpers):
            return None
        if not helpers and (self._led(verb) or (verb.tag == "VBP" and imperative(verb))):
            return None
        status = "hypothetical" if self._inverted(verb, first) else self._tense(verb, first, helpers)
        if negative(verb, self.words):
            return "ended" if no_longer(verb) and verb.lemma not in self.words.stative else "denied"
        return status

    def _led(self, verb: Word) -> bool:
        """ "may come and go", "had not left or called": the second verb has the first one's helpers, tagged or not."""
        head = verb.head
        if verb.dep != "conj" or head.pos not in syntax.VERBAL or verb.child("nsubj", "nsubjpass") is not None:
            return False
        if verb.tag == "VBD" and head.tag == "VBN" and any(c.lower in ("or", "nor") for c in head.having("cc")):
            return True
        return base_form(verb) and (head.tag == "VB" or imperative(head))

    def _inverted(self, verb: Word, first: Word) -> bool:
        """ "Had the guards come, …"."""
        who = verb.child("nsubj", "nsubjpass")
        return (
            verb.dep == "advcl" and first is not verb and first.lower == "had" and who is not None and first.i < who.i
        )

    def _modal(self, verb: Word, modal: Word, helpers: list[Word]) -> EventStatus:
        effect = self.words.modals.get(modal.lower, "hypothetical")
        groups = self.words.groups
        if negative(verb, self.words):
            return "hypothetical" if modal.lower in ("may", "might") else "denied"
        if modal.lower in ("can", "could") and verb.lemma in groups["perceived"] and helpers == [modal]:
            return "ongoing" if modal.lower == "can" else "happened"
        if modal.lower in ("would", "'d") and helpers == [modal]:
            if verb.lemma in groups["voiced"] and speaks(verb) and not self._conditional(verb):
                return "ongoing"
            if self._reported_future(verb):
                return "planned"
            if any(c.lower in groups["habits"] for c in verb.children):
                return "happened"
        if modal.lower == "must" and verb.lemma in groups["performed"] and speaks(verb):
            return "happened"
        if any(h.lemma == "have" for h in helpers) and effect == "demanded":
            return "hypothetical"
        return "planned" if effect == "planned" else "demanded" if effect == "demanded" else "hypothetical"

    def _reported_future(self, verb: Word) -> bool:
        """ "said it would leave": what "will" has become. Not so "feared it would leave", "said it would if …"."""
        if verb.dep != "ccomp" or verb.head.tag not in ("VBD", "VBN") or self._conditional(verb):
            return False
        return self.words.complements.get(verb.head.lemma) not in ("hypothetical", "denies")

    def _conditional(self, verb: Word) -> bool:
        return any(
            c.dep == "advcl" and any(m.lower in _IFS and m.dep in ("mark", "advmod") for m in c.children)
            for c in verb.children
        )

    def _tense(self, verb: Word, first: Word, helpers: list[Word]) -> EventStatus:
        if first is not verb and first.lemma == "be" and first.tag == "VBD" and self._under_way(verb, helpers):
            return "ongoing"
        if first.tag == "VBD":
            return "ended" if first is verb and verb.lemma == "use" and verb.child("xcomp") is not None else "happened"
        if verb.tag == "VBG" and verb.lemma == "go" and any(infinitive(c) for c in verb.having("xcomp")):
            return "planned"
        if first is not verb and first.lemma == "have":
            continuing = self._under_way(verb, helpers) or (verb.lemma in self.words.stative and since(verb))
            return "ongoing" if continuing else "happened"
        if not self.headline and to_come(verb, self.words.groups["later"]):
            return "planned"
        if first is not verb and verb.tag == "VBN" and not self._under_way(verb, helpers):
            return "ongoing" if not self.headline and verb.lemma in self.words.stative else "happened"
        if first is verb and self.headline and verb.lemma not in self.words.stative:
            return "happened"
        return "ongoing"

    def _under_way(self, verb: Word, helpers: list[Word]) -> bool:
        """ "was shelling", "is being shelled"."""
        return verb.tag == "VBG" or any(h.lower == "being" for h in helpers)

    def _hedged(self, verb: Word, status: EventStatus) -> EventStatus:
        """Adverbs that hedge, conditions, questions."""
        for child in verb.children:
            effect = self.words.adverbs.get(child.lower)
            if child.dep == "advmod" and effect in ("alleged", "hypothetical", "attempted") and status in REAL:
                status = composed(effect, status, child.lower)
            if child.dep == "mark" and child.lower in self.words.conjunctions:
                return "hypothetical"
            if child.dep == "advmod" and child.lower in ("if", "unless", "whether"):
                return "hypothetical"
        if status == "planned" and self._conditional(verb):
            status = "hypothetical"
        asked = verb.head is verb and status in REAL and verb.sent.words[-1].text == "?"
        return "hypothetical" if asked and inverted(verb) and not asks_why(verb) else status
