"""How real the text makes a happening, in the eyes of whoever tells it: tense, modals, negation, conditions, governors.

A word's own clause is read first; where it has no tense of its own (infinitive, gerund, noun), the word that governs it
decides: "managed to leave" left, "failed to leave" did not, "plans to leave" plans it, "without leaving" did not.
"""

from __future__ import annotations

from sayso.knowledge.status import StatusWords, status_words
from sayso.model.reading import REAL, EventStatus
from sayso.reading.draft import Draft, Word
from sayso.reading.events import syntax
from sayso.reading.events.composing import composed, flipped
from sayso.reading.events.signs import asks_why, bare_finite, definite, negative, no_longer, since

_DEEP = 8
_PAST_PAPERS = frozenset({"title", "heading", "caption", "related"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_EXISTING = frozenset(
    {
        "begin",
        "start",
        "erupt",
        "occur",
        "happen",
        "resume",
        "continue",
        "break",
        "be",
        "come",
        "follow",
        "ensue",
        "go",
        "last",
    }
)
_CLAIMS_OF = ("of", "for", "to", "on", "about", "against", "over")
_DENY_FINITE = frozenset({"deny", "dispute", "reject", "refute", "dismiss", "disprove", "debunk", "rule"})
_TALKS = frozenset({"talk", "negotiation", "discussion", "meeting", "dialogue", "conversation", "agreement", "deal"})
_CHARGES = frozenset({"allegation", "accusation", "claim", "charge", "report", "rumour", "rumor", "suggestion"})
_FINITE_HOPES = frozenset({"hope", "expect", "want", "wish", "wait", "look", "desire"})


def status_of(word: Word, draft: Draft) -> EventStatus:
    """The status of the happening that a word names, in the eyes of the voice that tells it.

    Works for any verb, noun or predicate. The act of a surrounding statement is not looked at (`composing.in_voice`).
    """
    return _Status(status_words(), draft.kind_at(word.start) in _PAST_PAPERS).of(word, 0)


class _Status:
    """The rules, with the lists at hand. `headline`: the present tense tells of the past."""

    def __init__(self, words: StatusWords, headline: bool) -> None:
        self.words = words
        self.headline = headline

    def of(self, word: Word, depth: int) -> EventStatus:
        if depth > _DEEP:
            return "happened"
        if word.pos in syntax.VERBAL and not (word.tag in ("NN", "NNS") or word.dep in ("dobj", "nsubj", "pobj")):
            return self.clause(word, depth)
        if word.pos == "ADJ" and word.dep in ("acomp", "oprd", "attr"):
            return self.clause(word.head, depth + 1)
        return self.noun(word, depth)

    # --- verbs ---

    def clause(self, verb: Word, depth: int) -> EventStatus:
        own = self._own(verb)
        governed = self._governed(verb, own, depth)
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
        status = self._tense(verb, first, helpers)
        if negative(verb, self.words):
            return "ended" if no_longer(verb) and verb.lemma not in self.words.stative else "denied"
        return status

    def _modal(self, verb: Word, modal: Word, helpers: list[Word]) -> EventStatus:
        effect = self.words.modals.get(modal.lower, "hypothetical")
        if negative(verb, self.words):
            return "hypothetical" if modal.lower in ("may", "might") else "denied"
        if any(h.lemma == "have" for h in helpers) and effect == "demanded":
            return "hypothetical"
        return "planned" if effect == "planned" else "demanded" if effect == "demanded" else "hypothetical"

    def _tense(self, verb: Word, first: Word, helpers: list[Word]) -> EventStatus:
        if first.tag == "VBD":
            if first is verb or not any(h.lemma == "be" for h in helpers) or verb.tag != "VBG":
                return "ended" if first.lemma == "use" and verb.child("xcomp") is not None else "happened"
            return "happened"
        if first is not verb and first.lemma == "have":
            continuing = verb.tag == "VBG" or (verb.lemma in self.words.stative and since(verb))
            return "ongoing" if continuing else "happened"
        if first is not verb and verb.tag == "VBN":
            return "ongoing" if not self.headline and verb.lemma in self.words.stative else "happened"
        if first is verb and self.headline and verb.lemma not in self.words.stative:
            return "happened"
        return "ongoing"

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
            if (
                child.dep == "advcl"
                and status == "planned"
                and any(c.lower in ("if", "unless") and c.dep in ("mark", "advmod") for c in child.children)
            ):
                status = "hypothetical"
        if verb.head is verb and status in REAL and verb.sent.words[-1].text == "?" and not asks_why(verb):
            return "hypothetical"
        return status

    def _governed(self, verb: Word, own: EventStatus | None, depth: int) -> EventStatus:
        """What the governor makes of a clause."""
        top, head = verb, verb.head
        while top.dep == "conj" and top.head is not top:
            top = top.head
            if own is None and top.pos in syntax.VERBAL:
                return self.clause(top, depth + 1) if depth < _DEEP else "happened"
        head = top.head
        if own is None and (noun := syntax.noun_before(top)) is not None and noun.lemma in self.words.nouns:
            return self._by_noun(noun, "planned", depth)
        if head is top:
            return own or self._rootless(verb)
        if depth >= _DEEP:
            return own or "happened"
        if top.dep in ("xcomp", "ccomp") and head.pos in syntax.VERBAL:
            return self._under_verb(top, head, own, depth)
        if top.dep in ("xcomp", "ccomp", "acl", "advcl") and head.pos == "ADJ":
            return self._under_adjective(head, own, depth)
        if top.dep == "pcomp":
            return self._under_preposition(top, head, own, depth)
        if top.dep in ("acl", "ccomp", "relcl") and head.pos in syntax.NOUNS:
            return self._under_noun(top, head, own, depth)
        if top.dep == "advcl":
            return self._adverbial(top, head, own, depth)
        if own is not None:
            return own
        return self.of(head, depth + 1) if head.pos in syntax.VERBAL else "happened"

    def _rootless(self, verb: Word) -> EventStatus:
        """A sentence without a finite verb: headline infinitives plan, imperatives demand."""
        if verb.tag == "VB":
            if any(c.lower == "to" and c.dep == "aux" for c in verb.children):
                return "planned"
            return "demanded" if verb.child("nsubj") is None else "happened"
        return "ongoing" if verb.tag == "VBG" else "happened"

    def _under_verb(self, verb: Word, head: Word, own: EventStatus | None, depth: int) -> EventStatus:
        effect = self.words.complements.get(head.lemma)
        if syntax.is_passive(head) and head.lemma in self.words.passive_hearsay and verb.dep == "xcomp":
            effect = "alleged" if effect != "implies" else effect
        if own is not None:
            return self._finite_under(head, own, effect)
        governor = self.clause(head, depth + 1)
        perfect = verb.tag == "VBN" and any(c.lower == "have" for c in verb.children)
        infinitive = verb.tag == "VB" and any(c.lower == "to" for c in verb.children)
        if head.lemma == "go" and head.tag == "VBG" and infinitive:
            return governor if governor not in REAL else "planned"
        if head.lemma == "have" and infinitive:
            return governor if head.tag == "VBD" or governor not in REAL else "demanded"
        if head.lemma == "be" and infinitive:
            return "planned" if governor in REAL else governor
        if effect is None:
            effect = "happened" if perfect else "planned" if infinitive else "implies"
        if effect == "planned" and verb.child("nsubj") is not None and head.lemma in ("want", "wish", "like"):
            effect = "demanded"
        if effect == "planned" and syntax.is_passive(head) and head.lemma == "expect":
            effect = "hypothetical"
        return composed(effect, governor, head.lemma)

    def _finite_under(self, head: Word, own: EventStatus, effect: str | None) -> EventStatus:
        """A clause with a tense of its own keeps its status, unless the governor denies, doubts or charges it."""
        negated = syntax.negated(head)
        if head.lemma in self.words.opinion and negated:
            return flipped(own)
        if head.lemma in _DENY_FINITE:
            return own if negated else flipped(own) if own in REAL or own == "denied" else own
        if own not in REAL:
            return own
        if head.lemma in _FINITE_HOPES or effect == "hypothetical":
            return "hypothetical"
        return (
            "alleged"
            if effect == "alleged" and not negated
            else "demanded"
            if effect == "demanded"
            and (head.lemma in ("demand", "insist", "urge", "order", "require"))
            and own == "ongoing"
            else own
        )

    def _under_adjective(self, head: Word, own: EventStatus | None, depth: int) -> EventStatus:
        effect = self.words.adjectives.get(head.lemma)
        if effect is None or (
            own is not None and effect in ("planned", "denied") and head.lemma not in ("false", "untrue", "impossible")
        ):
            return own or "hypothetical"
        above = self.clause(head.head, depth + 1) if head.dep in ("acomp", "oprd", "attr", "conj") else "happened"
        if effect == "fact":
            return own or composed("fact", above, head.lemma)
        return composed(effect, "happened" if above in REAL else above, head.lemma)

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
            governor = self.clause(above, depth + 1)
            inner = self.words.complements.get(above.lemma)
            if lower == "against":
                return "hypothetical"
            if lower in ("of", "from", "in", "on", "to", "about", "at", "with") and inner is not None:
                return composed(inner, governor, above.lemma)
            if lower == "for" and above.lemma in ("arrest", "charge", "investigate", "try", "wanted", "sue", "detain"):
                return "alleged"
            return "happened" if lower in ("after", "for", "since") else governor
        if above.pos in syntax.NOUNS:
            return self._by_noun(above, "implies", depth)
        if above.pos == "ADJ":
            return self._under_adjective(above, own, depth)
        return "happened"

    def _under_noun(self, verb: Word, noun: Word, own: EventStatus | None, depth: int) -> EventStatus:
        if verb.dep == "relcl" and not (verb.child("mark") is not None and noun.lemma in self.words.nouns):
            return own or "planned"
        infinitive = verb.tag == "VB" and any(c.lower == "to" for c in verb.children)
        if own is not None:
            effect = self.words.nouns.get(noun.lemma)
            if effect in ("shows", "told") and own in REAL:
                return self._reported(noun, own, effect, depth)
            return composed(effect, "happened", noun.lemma) if effect not in (None, "implies") and own in REAL else own
        if infinitive:
            return self._by_noun(noun, "planned", depth)
        if verb.tag == "VBG":
            return "ongoing"
        return "happened"

    def _reported(self, noun: Word, own: EventStatus, effect: str, depth: int) -> EventStatus:
        """A clause under "evidence" is open if there is none; under "reports" it is alleged where they are denied."""
        if effect == "shows":
            return own if composed(effect, self.noun(noun, depth + 1), noun.lemma) == "happened" else "hypothetical"
        above = noun.head.lemma if noun.dep in ("dobj", "nsubjpass") else ""
        return "alleged" if above in _DENY_FINITE else own

    def _by_noun(self, noun: Word, default: str, depth: int) -> EventStatus:
        """The status under a noun such as "plan", "threat", "allegation", itself real or not."""
        effect = self.words.nouns.get(noun.lemma, default)
        governor = self.noun(noun, depth + 1)
        return composed(effect, governor, noun.lemma)

    def _adverbial(self, verb: Word, head: Word, own: EventStatus | None, depth: int) -> EventStatus:
        mark = verb.child("mark")
        if mark is not None and mark.lower in self.words.conjunctions:
            return "hypothetical"
        governor = self.of(head, depth + 1) if own in (None, "ongoing") else "happened"
        if own is not None:
            until = mark is not None and mark.lower in ("until", "before", "once", "so")
            waits = until or verb.child("advmod") is not None
            return "hypothetical" if waits and own == "ongoing" and governor in ("planned", "hypothetical") else own
        if verb.tag == "VB":
            return "planned" if governor in REAL else governor
        return governor

    # --- nouns ---

    def noun(self, noun: Word, depth: int) -> EventStatus:
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
        if depth > _DEEP:
            return "happened"
        head = noun.head
        if noun.dep in ("conj", "appos") and head.pos in syntax.NOUNS:
            return self.noun(head, depth + 1)
        if noun.dep in ("dobj", "nsubjpass", "attr", "oprd") and head.pos in syntax.VERBAL:
            return self._object(noun, head, depth)
        if noun.dep == "nsubj" and head.pos in syntax.VERBAL:
            return self._subject(head, depth)
        if noun.dep == "pobj":
            return self._after_preposition(noun, head, depth)
        if head is noun or noun.dep == "ROOT":
            return "happened"
        return "happened"

    def _object(self, noun: Word, verb: Word, depth: int) -> EventStatus:
        status = self.clause(verb, depth + 1)
        effect = self.words.objects.get(verb.lemma)
        if verb.lemma == "be":
            return status if verb.child("expl") is not None or status == "denied" else "happened"
        if effect == "denied" and noun.lemma in _CHARGES:
            return "happened"
        if effect == "alleged" and status == "denied" and definite(noun):
            return "happened"  # "nobody claimed the attack"
        if effect is not None:
            return composed(effect, status, verb.lemma)
        if verb.lemma in self.words.doer_verbs or verb.lemma in self.words.sufferer_verbs:
            return status
        if definite(noun):
            return "happened"
        return "happened" if status in REAL else status

    def _subject(self, verb: Word, depth: int) -> EventStatus:
        predicate = verb.child("acomp", "attr")
        status = self.clause(verb, depth + 1)
        if predicate is not None:
            effect = self.words.adjectives.get(predicate.lemma) or self.words.modifiers.get(predicate.lower)
            if effect not in (None, "fact"):
                return composed(effect or "implies", "happened" if status in REAL else status, predicate.lemma)
            return "happened"
        if verb.lemma in ("end", "stop", "cease", "halt", "finish") and status in REAL:
            return "ended"
        if verb.lemma == "fail":
            return "attempted"
        if verb.lemma in ("continue", "rage", "persist") and status in ("happened", "ongoing"):
            return "ongoing" if status == "ongoing" else "happened"
        return status if verb.lemma in _EXISTING else "happened"

    def _after_preposition(self, noun: Word, prep: Word, depth: int) -> EventStatus:
        above = prep.head
        before = next((c.lower for c in prep.children if c.i < prep.i), above.lower)
        effect = self.words.preposed.get(prep.lower) or (
            self.words.preposed.get(before) if prep.lower == "of" else None
        )
        if effect is not None:
            return composed(effect, "happened", prep.lower)
        if above.pos in syntax.NOUNS and prep.lower in _CLAIMS_OF:
            inner = self.words.nouns.get(above.lemma)
            if above.lemma in _TALKS and not definite(noun):
                return "hypothetical"
            return composed(inner, self.noun(above, depth + 1), above.lemma) if inner is not None else "happened"
        if above.pos not in syntax.VERBAL:
            return "happened"
        table = {"for": self.words.for_objects, "of": self.words.of_objects}.get(prep.lower)
        status = self.clause(above, depth + 1)
        if table is not None and above.lemma in table:
            return composed(table[above.lemma], status, above.lemma)
        if prep.lower == "to" and above.lemma in ("agree", "commit"):
            return composed("planned", status, above.lemma)
        if prep.lower == "against" and above.lemma in ("warn", "advise", "decide"):
            return "hypothetical"
        carried = prep.lower in ("in", "into", "to", "with") and not definite(noun)
        return status if carried and status not in REAL else "happened"
