"""Fates told at a distance from whom they befell, for counts of which nothing is told by what they hang on.

A participle across an inserted phrase, a figure in the predicate, company in a phrase behind the clause, a pronoun that
resumes a single victim, those who fell in a battle told of before.
"""

from __future__ import annotations

from sayso.reading.draft import Word
from sayso.reading.events import syntax
from sayso.reading.events.counted import Counted
from sayso.reading.events.fates import Fates
from sayso.reading.events.leaving import leaving
from sayso.reading.events.people import is_person, is_thing
from sayso.reading.events.predicate import Predicate
from sayso.reading.events.saying import Fate

_INSERTED = 14  # words of an inserted phrase
_STRIKE = 20  # strikers, from which on they are not of a football team
_FEW = 3
_MANY = 5  # people shot, from which on a massacre is meant
_HARM = frozenset({"killed", "wounded", "arrested", "abducted", "missing", "displaced", "released"})
_ATTRIBUTES = frozenset({"destroyed", "killed", "wounded", "arrested", "abducted", "missing", "displaced"})
_SHE = frozenset({"he", "she", "they"})
_NOT_DEAD = frozenset(["ill", "sick", "asleep", "into", "out", "silent", "behind", "off", "short", "from"])
_VERBS = frozenset({"VBD", "VBZ", "VBP", "VBN"})


class Afar:
    """Looks for the fate of counted phrases beyond what they hang on."""

    def __init__(self, told: Fates) -> None:
        self.told, self.fates, self.words = told, told.fates, told.words
        self.predicate = Predicate(told)

    def of(self, one: Counted) -> list[Fate]:
        """What is told; nothing of what cannot be people."""
        if one.noun is not None and is_thing(one.noun, self.words):
            burnt = self._company(one) or (self._attribute(one) or self._in_state(one) if not one.single else None)
            return [burnt] if burnt is not None and burnt.what == "destroyed" and self.told.fits(one, burnt) else []
        looks = (
            self._in_state,
            self._company,
            self._inserted,
            self._fallen,
            self._held,
            self._netted,
            self._shot,
            self._leaving,
            self._itemised,
        )
        for look in (*looks, self.predicate.of, self._thronging, self.pronoun, self._fleeing, self._attribute):
            found = look(one)
            if found is not None:
                return [found] if self.told.fits(one, found) else []
        return []

    def _rest(self, one: Counted) -> tuple[Word, ...]:
        words = one.top.sent.words
        return words[max(0, one.last - words[0].i + 1) :]

    def _person(self, one: Counted) -> bool:
        return one.quantity.kind == "people" or one.noun is None or is_person(one.noun, self.words)

    def _attribute(self, one: Counted) -> Fate | None:
        """ "came home with five wounded lancers", "saw 12 dead farmers"."""
        noun = one.noun
        if noun is None or noun.i <= one.first or one.top.head.lemma in self.fates.lists.handing:
            return None  # "handed over eight captured soldiers"
        for word in noun.children:
            if not one.first <= word.i < noun.i or word.dep != "amod":
                continue
            what = self.fates.state.get(word.lower)
            if what is None and word.tag in ("VBN", "JJ"):
                what = self.told.phrase(self.fates.done, word)
            if what in _ATTRIBUTES and not (what == "displaced" and self._returning(one.top.head)):
                return Fate(what, word)
        return None

    def _hurt(self, rest: tuple[Word, ...]) -> bool:
        """ "15 with serious burns"."""
        return bool(rest) and rest[0].lower == "with" and any(w.lemma in self.fates.lists.hurts for w in rest[1:4])

    def _returning(self, verb: Word) -> bool:
        """ "60,000 displaced people have returned"."""
        lists = self.fates.lists
        words = verb.sent.words
        k = verb.i - words[0].i
        return verb.lemma in lists.returning and any(w.lemma in lists.homewards for w in words[k : k + 3])

    def _in_state(self, one: Counted) -> Fate | None:
        """ "1,200 people behind bars"."""
        rest = self._rest(one)
        while rest and (rest[0].pos == "AUX" or rest[0].lemma in ("remain", "lie", "stay")):
            rest = rest[1:]
        more = one.noun is None and rest[1:] and rest[0].lower in ("more", "others")
        rest = rest[1:] if more else rest
        lying = one.noun is None and tuple(w.lower for w in rest[:2]) == ("in", "hospital")
        if lying and more and "died" in (w.lower for w in one.top.sent.words[: one.first - one.top.sent.words[0].i]):
            return Fate("killed", rest[0])  # "eight died on the spot and three more in hospital"
        if lying or self._hurt(rest):
            return Fate("wounded", rest[0])
        for phrase, what in self.fates.in_state:
            if tuple(w.lower for w in rest[: len(phrase)]) == phrase:
                return Fate(what, rest[len(phrase) - 1])
        return None

    def _company(self, one: Counted) -> Fate | None:
        """ "together with 16 others", "as against 40 rebels": the fate of the clause."""
        words = one.top.sent.words
        k = one.first - words[0].i
        while k > 1 and (words[k - 1].pos == "DET" or words[k - 1].tag in ("PRP$", "PDT")):
            k -= 1  # "along with all nine terrorists"
        before = tuple(w.lower for w in words[max(0, k - 4) : k])
        phrase = next((p for p in self.fates.with_them if before[-len(p) :] == p), None)
        if phrase is None:
            return self._with(one)
        prep = words[k - len(phrase)]
        clause = self._clause(words, prep)
        if clause is None and prep is words[0]:
            ahead = (
                self.told._said(w, passive=False, thing=True) for w in words if w.pos == "VERB" and w.tag in _VERBS
            )
            clause = next((f for found in ahead for f in found), None)  # "In exchange for four pilots, Kyiv freed 32"
        if clause is not None and clause.what == "destroyed" and phrase in self.fates.spatial:
            return None
        if clause is None or (clause.what == "destroyed") is self._person(one):
            return None
        return clause if clause.what in _HARM | {"convicted", "expelled", "destroyed", "protested"} else None

    def _with(self, one: Counted) -> Fate | None:
        """ "perished with their captain and two stokers"."""
        top = one.top
        while top.dep == "conj" and top.head.pos in syntax.NOUNS:
            top = top.head
        prep = top.head
        if top.dep != "pobj" or prep.lower != "with" or not self._person(one) or one.noun is None:
            return None
        verb = prep.head
        what = self.told.phrase(self.fates.undergone, verb) if verb.pos == "VERB" else None
        return Fate(what, verb) if what == "killed" else None

    def _clause(self, words: tuple[Word, ...], before: Word) -> Fate | None:
        """What the nearest verb of harm before a word says."""
        for word in reversed(words[: before.i - words[0].i]):
            if word.tag not in (*_VERBS, "VBG", "VB") and word.lower not in self.fates.state:
                continue
            what = self.fates.state.get(word.lower)
            what = what or self.told.phrase(self.fates.done, word) or self.told.phrase(self.fates.undergone, word)
            called = what == "protested" and word.lemma in self.fates.lists.gathering
            if what is not None and not (called and not self.told._in_protest(word)):
                return self.told._joint(word, what)
        return None

    def _itemised(self, one: Counted) -> Fate | None:
        """ "They killed all in the house: a father, a mother, four daughters"."""
        words = one.top.sent.words
        before = [w for w in words[: one.first - words[0].i + 1] if w.i < one.first]
        while before and before[-1].pos in ("DET", "ADJ"):
            before.pop()
        if not before or before[-1].text != ":" or one.noun is None or not self._person(one):
            return None
        return self._clause(words, before[-1])

    def _inserted(self, one: Counted) -> Fate | None:
        """ "six students, all from one seminary, shot dead by the militia", "84, had been detained"."""
        rest = self._rest(one)
        if not rest or rest[0].text not in (",", "(", "-", "–", "—") or one.top.dep == "appos":
            return None
        if one.top.dep == "pobj" and one.top.head.head.child("nummod") is not None:
            return None  # "eight members of one household, the oldest 80, died"
        bare = one.noun is None
        k = 1
        if not (bare and rest[1:] and rest[1].pos == "AUX"):
            k = next((k for k, w in enumerate(rest[1:_INSERTED], 1) if w.text in (",", ")", "-", "–", "—")), 0) + 1
        if k == 1 and not bare:
            return None
        passive = False
        while k < len(rest) and (rest[k].pos in ("AUX", "ADV") or rest[k].dep in ("aux", "auxpass")):
            if rest[k].dep == "neg":
                return None
            passive |= rest[k].lemma == "be"
            k += 1
        if k >= len(rest) or rest[k].tag not in ("VBN", "VBD", "JJ"):
            return None
        return self._behind(rest[k], passive)

    def resumed(self, one: Counted) -> Fate | None:
        """ "nine were killed and 23, including four children, were wounded": a bare figure with its own clause."""
        if one.noun is not None or one.whole:
            return None
        rest = self._rest(one)
        if self._hurt(rest):
            return Fate("wounded", rest[0])
        if len(rest) < _MANY or rest[0].text != "," or (rest[1].lower,) not in self.fates.including:
            return None
        found = self._inserted(one)
        be = found.word.i - one.top.sent.words[0].i - 1 if found is not None else 0
        return found if be and one.top.sent.words[be].pos == "AUX" else None

    def _behind(self, verb: Word, passive: bool) -> Fate | None:
        state = self.fates.state.get(verb.lower)
        if state is not None and not self.told._acts(verb):
            return Fate(state, verb)
        what = self.told.phrase(self.fates.done, verb)
        if what is not None and (passive or not self.told._acts(verb)):
            return self.told._joint(verb, what)
        what = self.told.phrase(self.fates.undergone, verb)
        if what is not None and not passive:
            return Fate(what, verb)
        by = any(c.dep == "agent" for c in verb.children)
        return Fate("killed", verb) if verb.lemma == "shoot" and by else None

    def _fallen(self, one: Counted) -> Fate | None:
        """ "a skirmish in which two ensigns fell"."""
        top = one.top
        while top.dep == "conj" and top.head.pos in (*syntax.NOUNS, "NUM"):
            top = top.head
        verb = top.head
        if top.dep not in ("nsubj", "dobj") or verb.lemma not in self.fates.lists.fallen or not self._person(one):
            verb = next(iter(self._rest(one)), verb)
            if verb.lemma not in self.fates.lists.fallen or verb.tag not in _VERBS:
                return None
        rest = verb.sent.words[verb.i - verb.sent.words[0].i + 1 :]
        if rest and rest[0].lower in _NOT_DEAD:
            return None
        battle = any(w.lemma in self.fates.lists.battles and w.pos in syntax.NOUNS for w in verb.sent.words)
        return Fate("killed", verb) if battle else None

    def _held(self, one: Counted) -> Fate | None:
        """ "Border police are holding two Chechens"."""
        verb = self._governing(one)
        if verb is None and one.top.dep == "nsubjpass":
            verb = one.top.head
        if (kept := self._kept(one)) is not None:
            return kept
        if verb is None or verb.lemma not in ("hold", "keep") or not (self._person(one) or _named(one)):
            return None
        who = syntax.doer(verb)
        if who is None:
            return None
        if verb.lemma == "keep":  # "freed the women but kept 14 men"
            freeing = any(self.fates.what.get(w.lemma) == "released" for w in verb.sent.words)
            return Fate("abducted", verb) if freeing and who.lemma in self.fates.lists.captors else None
        custodian = {who.lemma.lower(), who.lower} & self.fates.lists.custodians
        return Fate("arrested", verb) if custodian or who.pos == "PROPN" else None

    def _kept(self, one: Counted) -> Fate | None:
        """ "The pirates want money for the ship and its crew of 21, who have been held since May"."""
        rest = [w for w in self._rest(one)[:6] if w.text != ","]
        k = next((k for k, w in enumerate(rest[1:], 1) if w.pos != "AUX"), 0)
        if len(rest) < _FEW or rest[0].lower not in ("who", "whom", "which", "that") or rest[k].lower != "held":
            return None
        captors = any(w.lemma in self.fates.lists.captors for w in one.top.sent.words)
        return Fate("abducted", rest[k]) if captors and k > 1 else None

    def _netted(self, one: Counted) -> Fate | None:
        """ "A dragnet brought in 23 suspects"."""
        verb = self._governing(one)
        if verb is None:
            return None
        who = syntax.subject(verb)
        what = self.told.phrase(self.fates.catching, verb)
        if what is None or who is None or who.lemma.lower() not in self.fates.lists.operations:
            return None
        return Fate(what, verb)

    def _shot(self, one: Counted) -> Fate | None:
        """ "The SS shot 149 inhabitants": so many are shot to be killed."""
        verb = self._governing(one)
        many = (one.quantity.value or one.quantity.low or 0) >= _MANY and one.quantity.kind == "people"
        if verb is None and one.top.dep == "nsubjpass" and any(c.dep == "agent" for c in one.top.head.children):
            verb = one.top.head
        if verb is None or verb.lemma != "shoot" or not many:
            return None
        spared = any(
            self.fates.what.get(w.lower) == "wounded" or w.lower in ("leg", "foot", "fatally") for w in verb.sent.words
        )
        return None if spared else Fate("killed", verb)

    def _leaving(self, one: Counted) -> Fate | None:
        return leaving(one, self.told)

    def _governing(self, one: Counted) -> Word | None:
        top = one.top
        while top.dep in ("conj", "appos") and top.head.pos in (*syntax.NOUNS, "NUM"):
            top = top.head
        verb = top.head
        if top.dep == "pobj" and top.head.lower == "in" and top.head.tag in ("RP", "IN"):
            verb = top.head.head  # "brought in 23 men", the particle taken for a preposition
        return verb if verb.pos in syntax.VERBAL and (top.dep in ("dobj", "pobj") and verb.i < top.i) else None

    def _thronging(self, one: Counted) -> Fate | None:
        """ "The call to strike filled the squares with 35,000", "5,000 marchers"."""
        words = one.top.sent.words
        noun = one.noun
        if one.single:
            return None
        many = (one.quantity.low or 0) >= _STRIKE and noun is not None and noun.lower == "strikers"
        if noun is not None and (many or noun.lower in self.fates.lists.protesting):
            return Fate("protested", noun)
        if noun is not None and not self._person(one):
            return None
        above = one.top
        for _ in range(4):
            above = above.head
            if above.pos == "VERB" and (above.lemma in self.fates.lists.thronging or above.lemma == "attend"):
                break
        else:
            return None
        lists = self.fates.lists
        near = words[max(0, above.i - words[0].i - 8) :]
        street = above.lemma == "attend" or any(w.lemma in lists.streets for w in near)
        deed = next((w for w in words if self.fates.deeds.get(w.lemma) == "protested"), None)
        deed = deed or next((w for w in words if w.lower in lists.protesting), None)
        deed = deed or (above if street and self._cause(above) else None)
        return Fate("protested", deed) if street and deed is not None else None

    def _cause(self, verb: Word) -> bool:
        """ "filled the avenue to demand that he step down"."""
        return any(c.lemma in self.fates.lists.causes for c in verb.having("advcl", "xcomp") if c.i > verb.i)

    def pronoun(self, one: Counted) -> Fate | None:
        """ "scalded an inmate, and he died of it"."""
        if not one.single or one.noun is None or not self._person(one):
            return None
        for word in self._rest(one):
            if word.lower in _SHE and word.dep == "nsubj" and word.head.lemma == "be":
                dead = word.head.child("acomp")
                return Fate("killed", dead) if dead is not None and dead.lower == "dead" else None
            if word.lower in _SHE and word.dep == "nsubj" and word.head.pos == "VERB":
                what = self.told.phrase(self.fates.undergone, word.head)
                negated = any(c.dep == "neg" for c in word.head.children)
                return Fate("killed", word.head) if what == "killed" and not negated else None
        return None

    def _escaping(self, one: Counted) -> Fate | None:
        """ "Fleeing the gangs, 40,000 people left the city", "1,000 have crossed into Iran to escape the fighting"."""
        verb = one.top.head
        if one.top.dep != "nsubj" or verb.pos != "VERB":
            return None
        first = verb.sent.words[0]
        if first.lower == "fleeing" and first.head is verb:
            return Fate("displaced", first)
        for flight in verb.having("advcl", "xcomp"):
            to = flight.child("aux")
            if flight.lemma in ("flee", "escape") and to is not None and to.lower == "to" and verb.tag in _VERBS:
                battle = any(w.lemma in self.fates.lists.battles for w in flight.children)
                return Fate("displaced", flight) if battle or flight.lemma == "flee" else None
        return None

    def _fleeing(self, one: Counted) -> Fate | None:
        """ "passed some 2,500 people fleeing the gunboats"."""
        rest = self._rest(one)
        leaving = self._escaping(one)
        if leaving is not None and not one.single and (self._person(one) or _named(one)):
            return leaving
        if not rest or rest[0].tag not in ("VBG", "VBN") or (one.single or not (self._person(one) or _named(one))):
            return None
        what = self.told.phrase(self.fates.undergone, rest[0])
        if rest[0].lower == "escaping" and any(w.lemma in self.fates.lists.battles for w in rest[1:5]):
            what = "displaced"
        return Fate(what, rest[0]) if what == "displaced" else None


def _named(one: Counted) -> bool:
    return one.noun is not None and one.noun.pos == "PROPN"
