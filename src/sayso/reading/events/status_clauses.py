"""What a governor makes of a clause: verbs, adjectives, prepositions, nouns and other clauses above it."""

from __future__ import annotations

from sayso.model.reading import REAL, EventStatus
from sayso.reading.draft import Word
from sayso.reading.events import syntax
from sayso.reading.events.composing import composed, flipped
from sayso.reading.events.signs import (
    asking,
    base_form,
    has_any,
    infinitive,
    negative,
    open_noun,
    perfect,
    present,
    speaks,
)
from sayso.reading.events.status_nouns import DEEP, NounRules

_ORDER = frozenset({"first", "last", "second", "third", "latest"})


class ClauseRules(NounRules):
    """The rules for clauses, finite or not, by what they hang on."""

    def governed(self, verb: Word, own: EventStatus | None, depth: int) -> EventStatus:
        """What the governor makes of a clause. `own`: its status by its own tense, None if it has no tense."""
        top, head = verb, verb.head
        while top.dep == "conj" and top.head is not top:
            top = top.head
            if own is None and top.pos in syntax.VERBAL:
                return self.clause(top, depth + 1) if depth < DEEP else "happened"
        head = top.head
        if asking(top):
            return "hypothetical"
        if own is None and (noun := syntax.noun_before(top)) is not None and noun.lemma in self.words.nouns:
            return self._by_noun(noun, "planned", depth)
        if head is top:
            return own or self._rootless(verb)
        if depth >= DEEP:
            return own or "happened"
        if top.dep in ("xcomp", "ccomp") and head.pos in syntax.VERBAL:
            return self._under_verb(top, head, own, depth)
        if top.dep in ("xcomp", "ccomp", "acl", "advcl") and (head.pos == "ADJ" or head.dep == "acomp"):
            return self._under_adjective(head, own, depth)
        if top.dep == "pcomp":
            return self._under_preposition(top, head, own, depth)
        if top.dep in ("acl", "ccomp", "relcl") and head.pos in syntax.NOUNS:
            return self._under_noun(top, head, own, depth)
        if top.dep == "advcl":
            return self._adverbial(top, head, own, depth)
        if own is not None:
            return own
        return self._hanging(top, head, depth)

    def _hanging(self, verb: Word, head: Word, depth: int) -> EventStatus:
        """Participles before a noun, prepositions that were verbs, gerunds as subjects, and the rest."""
        if verb.dep == "prep":
            return "happened"
        if verb.dep == "amod" and head.pos in syntax.NOUNS:
            return "denied" if self.described(head) == "denied" else "happened"
        above = self.of(head, depth + 1) if head.pos in syntax.VERBAL else "happened"
        if verb.dep == "csubj" and (infinitive(verb) or above == "ongoing"):
            return above if above == "happened" else "hypothetical"
        return above

    def _rootless(self, verb: Word) -> EventStatus:
        """A sentence without a finite verb: headline infinitives plan, imperatives demand."""
        if base_form(verb) and verb.tag in ("VB", "VBP"):
            if infinitive(verb):
                return "planned"
            if verb.child("nsubj") is not None:
                return "happened"
            return "ongoing" if verb.lemma in self.words.groups["felt"] else "demanded"
        return "ongoing" if verb.tag == "VBG" else "happened"

    def _under_verb(self, verb: Word, head: Word, own: EventStatus | None, depth: int) -> EventStatus:
        effect = self._effect(head)
        if syntax.is_passive(head) and head.lemma in self.words.passive_hearsay and verb.dep == "xcomp":
            effect = "alleged" if effect != "implies" else effect
        if own is not None:
            return self._finite_under(verb, head, own, effect)
        governor = self.clause(head, depth + 1)
        to = infinitive(verb)
        if to and (special := self._special(verb, head, governor, effect)) is not None:
            return special
        if (
            effect is None
            and not to
            and verb.dep == "ccomp"
            and verb.tag == "VB"
            and verb.child("nsubj", "aux") is None
        ):
            return "demanded"  # "Stop the fire, they chanted"
        if effect is None:
            effect = "happened" if perfect(verb) else "planned" if to else "implies"
        if effect == "planned" and verb.child("nsubj") is not None and head.lemma in ("want", "wish", "like"):
            effect = "demanded"
        other = syntax.is_passive(head) or verb.child("nsubj") is not None
        if effect == "planned" and head.lemma == "expect" and other:
            effect = "hypothetical"  # what others will do
        return composed(effect, governor, head.lemma)

    def _effect(self, head: Word) -> str | None:
        if head.lemma == "rule":  # only "rule out"
            return "denies" if "out" in syntax.particles(head) else None
        if head.lemma in self.words.groups["voiced"] and any(c.tag == "MD" for c in head.children):
            return "planned"  # "would like to leave"; who likes to leave, leaves
        return self.words.complements.get(head.lemma)

    def _special(self, verb: Word, head: Word, governor: EventStatus, effect: str | None) -> EventStatus | None:
        """Verbs whose infinitive has a sense of its own ("used to", "is to", "has to", "rose to reach")."""
        groups, real = self.words.groups, governor in REAL
        if head.lemma in ("hesitate", "forget") and head.tag == "VB" and head.child("nsubj") is None:
            return "demanded" if syntax.negated(head) else governor  # "do not hesitate to call"
        if head.lemma in ("have", "be") and any(c.lower == "yet" for c in head.children):
            return "denied" if real else governor
        if real and verb.lemma in groups["performed"] and effect == "planned" and speaks(head):
            return "happened"
        if head.lemma == "go" and head.tag == "VBG":
            return governor if not real else "planned"
        if head.lemma == "use" and head.tag == "VBD" and real:
            return "ended"
        if head.lemma == "have":
            return governor if head.tag == "VBD" or not real else "demanded"
        if head.lemma == "remain" or (head.lemma == "take" and governor == "ongoing"):
            return "hypothetical"
        if head.lemma == "be":
            said = head.child("acomp")
            if said is not None and said.i < verb.i:  # "it was hard to find"
                return self._under_adjective(said, None, DEEP - 2)
            return "planned" if real else governor
        if head.lemma in groups["changing"] and verb.lemma in groups["reaching"]:
            return governor
        return None

    def _finite_under(self, verb: Word, head: Word, own: EventStatus, effect: str | None) -> EventStatus:
        """A clause with a tense of its own keeps its status, unless the governor denies, doubts or charges it."""
        groups, negated = self.words.groups, negative(head, self.words)
        if head.lemma in self.words.opinion and negated:
            return flipped(own)
        if head.lemma in groups["denying"] and (head.lemma != "rule" or effect == "denies"):
            return own if negated else flipped(own) if own in (*REAL, "denied", "planned") else own
        if own in (*REAL, "planned") and (head.lemma in groups["hoping"] or effect == "hypothetical"):
            return "hypothetical"
        if own not in REAL:
            return own
        if negated and head.lemma in groups["vouching"]:
            return "hypothetical"
        if effect == "alleged" and not negated:
            return "alleged"
        if own == "ongoing" and head.lemma in groups["mandating"] | {"insist"}:
            bare = base_form(verb) and not any(c.dep in ("aux", "auxpass") for c in verb.children)
            if head.lemma == "insist" or bare or head.lemma in ("demand", "urge", "order", "require"):
                return "proposed" if effect == "proposed" else "demanded"
        return own

    def _under_adjective(self, head: Word, own: EventStatus | None, depth: int) -> EventStatus:
        effect = self.words.adjectives.get(head.lemma)
        if head.lemma == "sure" and head.head.lemma == "make":
            return own if own not in (None, "ongoing") else "hypothetical"
        if effect is None and own is not None:
            return own
        if own is not None and effect in ("planned", "denied") and head.lemma not in ("false", "untrue", "impossible"):
            return own
        carrier = head.head if head.dep in ("acomp", "oprd", "attr", "conj") else None
        above = self.clause(carrier, depth + 1) if carrier is not None else "happened"
        if effect == "fact":
            return own or composed("fact", above, head.lemma)
        past = carrier is not None and carrier.tag in ("VBD", "VBN")
        if own is None and past and above in REAL and self._came_true(head, effect):
            return above
        return composed(effect or "hypothetical", "happened" if above in REAL else above, head.lemma)

    def _came_true(self, adjective: Word, effect: str | None) -> bool:
        """ "was able to leave", "was hard to find", "was strong enough to leave": done. Not so "too weak to leave"."""
        if any(c.lower == "too" for c in adjective.children):
            return False
        return adjective.lemma == "able" or effect in (None, "implies")

    def _under_preposition(self, verb: Word, prep: Word, own: EventStatus | None, depth: int) -> EventStatus:
        above = syntax.charged_by(prep) or prep.head
        lower = prep.lower
        first = next((c.lower for c in prep.children if c.i < prep.i), above.lower) if lower == "of" else lower
        effect = self.words.preposed.get(first)
        if effect is not None:
            return composed(effect, "happened", lower)
        if own is not None:
            return own
        if above.pos in syntax.VERBAL:
            return self._beside(above, lower, depth)
        if above.pos in syntax.NOUNS:
            if lower == "for" and above.lemma not in self.words.nouns:
                return "happened" if above.lemma in self.words.groups["reasons"] else "hypothetical"
            return self._by_noun(above, "implies", depth)
        if above.pos == "ADJ":
            inner = self.words.adjectives.get(above.lemma) or ("implies" if lower == "at" else "hypothetical")
            return self._under_adjective(above, own, depth) if inner != "hypothetical" else "hypothetical"
        return "happened"

    def _beside(self, above: Word, lower: str, depth: int) -> EventStatus:
        """A gerund after a verb's preposition: "thanked for leaving", "barred from leaving", "after leaving"."""
        governor = self.clause(above, depth + 1)
        inner = self.words.complements.get(above.lemma)
        if lower == "against":
            return "hypothetical"
        if lower in ("of", "from", "in", "on", "to", "about", "at", "with") and inner is not None:
            return composed(inner, governor, above.lemma)
        if lower == "for" and above.lemma in self.words.groups["charged"]:
            return "alleged"
        if lower == "for" and above.lemma in self.words.groups["blaming"]:
            return "happened"
        if lower == "by" and governor == "denied":
            return "hypothetical"
        return "happened" if lower in ("after", "for", "since") else governor

    def _under_noun(self, verb: Word, noun: Word, own: EventStatus | None, depth: int) -> EventStatus:
        if verb.dep == "relcl" and not (verb.child("mark") is not None and noun.lemma in self.words.nouns):
            return self._relative(verb, noun, own, depth)
        if own is not None:
            effect = self.words.nouns.get(noun.lemma)
            if effect in ("shows", "told") and own in REAL:
                return self._reported(noun, own, effect, depth)
            return composed(effect, "happened", noun.lemma) if effect not in (None, "implies") and own in REAL else own
        if infinitive(verb):
            if noun.lemma == "order" and noun.head.lower == "in":
                return self._purpose(noun.head.head, depth)
            return self._by_noun(noun, "planned", depth)
        if self.described(noun) == "denied" or (has_any(noun) and self.noun(noun, depth + 1) == "denied"):
            return "denied"
        return "ongoing" if verb.tag == "VBG" else "happened"

    def _relative(self, verb: Word, noun: Word, own: EventStatus | None, depth: int) -> EventStatus:
        ordered = any(c.lower in _ORDER or c.tag == "JJS" for c in noun.children)
        if own is None and ordered and infinitive(verb) and not present(syntax.clause_of(noun)):
            return "happened"  # "was the first envoy to visit the town"
        if own == "ongoing" and has_any(noun):
            return "hypothetical"
        if own == "ongoing" and open_noun(noun):
            top = syntax.clause_of(noun)
            if top is not verb and self.clause(top, depth + 1) in ("hypothetical", "demanded", "planned"):
                return "hypothetical"
        return own or "planned"

    def _reported(self, noun: Word, own: EventStatus, effect: str, depth: int) -> EventStatus:
        """A clause under "evidence" is open if there is none; under "reports" it is alleged where they are denied."""
        if effect == "shows":
            return own if composed(effect, self.noun(noun, depth + 1), noun.lemma) == "happened" else "hypothetical"
        above = noun.head.lemma if noun.dep in ("dobj", "nsubjpass") else ""
        return "alleged" if above in self.words.groups["denying"] else own

    def _by_noun(self, noun: Word, default: str, depth: int) -> EventStatus:
        """The status under a noun such as "plan", "threat", "allegation", itself real or not."""
        effect = self.words.nouns.get(noun.lemma, default)
        governor = self.noun(noun, depth + 1)
        return composed(effect, governor, noun.lemma)

    def _adverbial(self, verb: Word, head: Word, own: EventStatus | None, depth: int) -> EventStatus:
        mark = verb.child("mark")
        if mark is not None and mark.lower in self.words.conjunctions:
            return "hypothetical"
        if own is not None:
            return self._awaited(verb, head, own, mark, depth)
        if verb.tag == "VB" and verb.child("nsubj", "aux", "mark", "advmod") is None:
            return "demanded"  # "Stop the fire, they chanted"
        if verb.tag == "VB" or infinitive(verb):
            if head.lemma in self.words.groups["changing"] and verb.lemma in self.words.groups["reaching"]:
                return self.of(head, depth + 1)
            return self._purpose(head, depth)
        governor = self.of(head, depth + 1)
        if governor == "denied":  # "refused, saying": the participle is outside the negation
            return "ongoing" if verb.tag == "VBG" else "happened"
        return governor

    def _purpose(self, head: Word, depth: int) -> EventStatus:
        governor = self.of(head, depth + 1)
        return "planned" if governor in REAL else "hypothetical" if governor == "denied" else governor

    def _awaited(self, verb: Word, head: Word, own: EventStatus, mark: Word | None, depth: int) -> EventStatus:
        """ "will stay until the envoy leaves", "leave when they come": the leaving is yet to come."""
        if own not in REAL or not present(verb):
            return own
        awaiting = self.words.groups["awaiting"]
        said = [*verb.having("advmod"), *([mark] if mark is not None else [])]
        as_soon = mark is not None and mark.lower == "as" and head.lower in awaiting
        if not as_soon and all(w.lower not in awaiting for w in said):
            return own
        above = head.head if head.pos == "ADV" else head
        real = self.of(above, depth + 1) in (*REAL, "alleged")
        return own if real else "hypothetical"
