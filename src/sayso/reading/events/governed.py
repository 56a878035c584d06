"""What is told of counted phrases by the verb, noun or clause that they hang on."""

from __future__ import annotations

from sayso.reading.draft import Word
from sayso.reading.events import syntax
from sayso.reading.events.counted import Counted
from sayso.reading.events.groups import group_of
from sayso.reading.events.people import is_person
from sayso.reading.events.saying import HARM, Fate, Saying

_CLIMB = 8
_CAPTIVE = {"hostage": "abducted", "captive": "abducted", "prisoner": "arrested"}
_OTHERS = frozenset({"second", "third", "fourth", "fifth", "sixth", "another"})
_DESCRIBING = ("acl", "relcl", "amod", "acomp", "advmod")
_OBJECTS = ("dobj", "dative", "attr", "oprd", "conj", "npadvmod")
_COMPLEMENTS = frozenset({"acomp", "oprd", "xcomp", "attr", "acl", "ccomp", "prep", "advcl", "amod"})


class Governed(Saying):
    """Follows the syntax upwards from a counted phrase."""

    def _by_governor(self, one: Counted, *, telling: bool) -> list[Fate]:
        top = one.top
        found = self.described(top, one)
        for _ in range(_CLIMB):
            head = top.head
            if head is top:
                break
            if top.dep in ("conj", "appos") and head.pos in (*syntax.NOUNS, "NUM", "ADJ"):
                if one.part or not telling or (one.noun is None and top is one.top and self._elsewhere(one)):
                    break
                top = head
            elif top.dep in ("nummod", "quantmod", "compound") and head.pos in (*syntax.NOUNS, "NUM"):
                top = head
            elif top.dep == "pobj" and head.lower in ("of", "by") and head.head.pos in (*syntax.NOUNS, "NUM"):
                deed = self._deed(head.head, head.lower) if not one.single else None
                if deed is not None and one.noun is None and head.head.lemma == "loss":
                    return found  # of what, the context tells
                if deed is not None:
                    return [*found, deed]
                part = head.head
                if part.dep == "dobj" and self.phrase(self.fates.done, part.head) and part.lemma in ("throat", "life"):
                    return [*found, Fate("killed", part.head)]
                if head.head.pos != "NUM" and head.head.lemma not in self.fates.lists.collective:
                    break
                top = head.head
            else:
                return [*found, *self._borne(top, one, telling)]
        return found

    def _deed(self, noun: Word, prep: str) -> Fate | None:
        what = self.fates.deeds.get(noun.lemma) or self.fates.deeds.get(noun.lower)
        if what is None or (prep == "by" and what not in ("protested", "surrendered")):
            return None
        return Fate(what, noun)

    def described(self, noun: Word, one: Counted | None = None) -> list[Fate]:
        """Clauses that describe the noun: "12 people who died", "nine crewmen snatched off the coast"."""
        found: list[Fate] = []
        for child in noun.children:
            if child.lower == "among" and child.dep == "prep" and child.i > noun.i:
                found += self._among(child)
            if child.i < noun.i or child.dep not in _DESCRIBING or (one is not None and self._of_another(child, one)):
                continue
            if child.dep == "acl" and child.child("nsubj", "dobj") is not None and self._acts(child):
                continue
            if child.lower == "held" and child.dep == "acl" and child.child("dobj", "xcomp", "oprd", "agent") is None:
                found.append(Fate("arrested", child))  # "charges against 25 of the 102 people held"
                continue
            state = self.fates.state.get(child.lower)
            if state is not None and child.dep != "relcl" and not self._acts(child):
                found.append(self._joint(child, state))
                continue
            if child.dep in ("acl", "amod") and child.tag in ("VBN", "VBD"):
                found += self._said(child, passive=True)
            elif child.dep == "relcl":
                who = child.child("nsubj", "nsubjpass")
                if who is not None and (who.tag in ("WP", "WDT") or who.lower == "all"):
                    found += self._said(child, passive=syntax.is_passive(child), subject=True)
                elif who is not None and not syntax.is_passive(child) and child.child("dobj") is None:
                    what = self.phrase(self.fates.done, child)
                    found += [Fate(what, child)] if what is not None and who.tag not in ("CD",) else []
        return found

    def _among(self, prep: Word) -> list[Fate]:
        """ "11 women among the 19 people killed", "two Danes among the dead"."""
        of = prep.child("pobj")
        if of is None:
            return []
        what = self.fates.state.get(of.lower) or self.fates.named.get(of.lower)
        return [Fate(what, of)] if what is not None else self.described(of)

    def _borne(self, top: Word, one: Counted, telling: bool) -> list[Fate]:
        """What the verb says that a phrase hangs on, by where it stands there."""
        verb = top.head
        if top.dep == "pobj":
            bounded = top.head.dep == "prep" and top.head.i == one.first and top.i < verb.head.i
            if bounded and syntax.is_passive(verb.head) and verb.head.child("nsubj", "nsubjpass") is None:
                return self._said(verb.head, passive=True, subject=True)  # "under 50 of them have been exchanged"
            inside = one.first <= top.head.i < one.last and top.head.head.pos == "VERB" and top.head.lower == "to"
            if inside or (top.head.lower == "between" and top.head.i == one.first - 1):
                return self._between(one, top.head)
            return self._onto(top)
        if verb.pos not in syntax.VERBAL and verb.tag not in ("VBN", "VBD", "VBG"):
            state = self.fates.state.get(verb.lower) if top.dep in ("nsubj", "dobj") else None
            return [Fate(state, verb)] if state is not None and top.dep == "nsubj" else []
        if not telling and (verb.lemma in self.fates.lists.telling or top.dep == "conj"):
            return []
        if top.dep in ("nsubj", "nsubjpass"):
            if self._of_another(verb, one) or (not telling and self._of_another(verb, one, aux=True)):
                return []
            if verb.lemma == "lose" and top.dep == "nsubjpass":
                return self._lost(one, verb)
            state = self.fates.state.get(verb.lower)
            if state is not None and verb.tag == "VBG":  # "are still missing"
                return [Fate(state, verb)]
            passive = top.dep == "nsubjpass" or syntax.is_passive(verb)
            found: list[Fate] = []
            for each in (verb, *(v for v in verb.conjuncts() if self._sharing(v, one))):
                suffers = (passive or syntax.is_passive(each)) and each.child("dobj") is None
                found += self._said(each, passive=suffers, subject=True)
            to = verb.child("aux", "auxpass") if not found and verb.dep in ("ccomp", "xcomp") else None
            if to is not None and to.lower == "to" and verb.head.i < top.i:
                return self._said(verb.head, passive=False, thing=True)  # "told three of his staff to be gone"
            return found
        if top.dep in _OBJECTS and top.i > verb.i:
            if (one.part or (one.noun is None and self._elsewhere(one))) and top.dep != "dobj":
                return []
            if top.dep in ("conj", "npadvmod") and not _near(verb, top):
                return []
            if verb.lemma in ("lose", "cost"):
                return self._lost(one, verb)
            if verb.lemma in self.fates.lists.drawing:
                return self._drawn(verb)
            found = self._said(verb, passive=False, thing=True)
            sharing = verb.head if verb.dep == "conj" and verb.head.child("dobj") is None else None
            if sharing is not None and verb.i - sharing.i <= 3 and sharing.pos == "VERB":
                found = self._shared(found, self._said(sharing, passive=False, thing=True))
            return found
        return []

    def _between(self, one: Counted, prep: Word) -> list[Fate]:
        """ "cost the attackers between 20 and 30 men": a preposition that belongs to the number."""
        verb = next((a for a in syntax.ancestors(prep) if a.pos == "VERB"), None)
        if verb is None or verb.i > prep.i:
            return []
        return self._lost(one, verb) if verb.lemma in ("lose", "cost") else self._said(verb, passive=False, thing=True)

    def _elsewhere(self, one: Counted) -> bool:
        """ "left two dead, 11 in hospital"."""
        words = self.draft.words
        after = words[one.last + 1] if one.last + 1 < len(words) else None
        if after is not None and after.lower in ("more", "others") and after.i + 1 < len(words):
            after = words[after.i + 1]
        return after is not None and (after.lower in ("in", "under", "on") or after.pos == "VERB")

    def _sharing(self, verb: Word, one: Counted) -> bool:
        words = verb.sent.words
        k = verb.i - words[0].i
        named = words[k - 1].pos in ("NOUN", "PROPN", "PRON") and words[k - 1].head is verb and verb.dep == "conj"
        if k > 1 and named and words[k - 1].i > one.last and words[k - 1].dep not in ("dobj", "pobj"):
            return False  # "a woman was killed and a couple hospitalised"
        if (
            k > 1
            and words[k - 1].tag in ("JJ", "CD", "DT")
            and words[k - 1].i > one.last
            and words[k - 1].lower in _OTHERS
        ):
            return False  # "three were killed and a fourth wounded"
        own = verb.pos == "AUX" and any(c.dep == "prep" and c.i < verb.i for c in verb.children)  # "and among them are"
        return not own and verb.child("nsubj", "nsubjpass") is None and not self._of_another(verb, one, aux=True)

    def _onto(self, top: Word) -> list[Fate]:
        """ "set fire to 30 shops", "handed life terms to nine rebels"."""
        at = top.head
        verb = at.head if at.head.pos in syntax.VERBAL else at.head.head
        if at.lower == "for" and verb.lemma in self.fates.lists.trading:
            what = self.phrase(self.fates.done, verb)
            return [Fate(what, verb)] if what == "released" else []  # "swapped 40 prisoners for two pilots"
        if at.lower == "for" and (term := self._term(at)) is not None:
            return [term]
        if at.lower == "for":
            if at.head.lemma in self.fates.lists.mourning and at.head.pos in syntax.NOUNS:
                return [Fate("killed", at.head)]
            what = self.phrase(self.fates.for_them, verb)
            return [Fate(what, verb)] if what is not None else []
        if at.lower == "with":
            what = self.phrase(self.fates.off_with, verb)
            return [Fate(what, verb)] if what is not None else []  # "made off with six of its crew"
        if at.lower not in ("to", "on"):
            return []
        for above in (verb, *syntax.ancestors(verb)):
            if (what := self.phrase(self.fates.onto, above)) is not None:
                return [Fate(what, above)]  # "handed terms of 2 to 9 years to the eleven"
            if above.pos == "VERB" and above.tag != "VBG":
                break
        return self._set_on_fire(at)

    def _term(self, prep: Word) -> Fate | None:
        """ "Thirty days in jail for six who burned a flag"."""
        words = prep.sent.words
        near = words[max(0, prep.i - words[0].i - 2) : prep.i - words[0].i]
        term = next((w for w in near if w.lemma in self.fates.lists.terms and w.pos in syntax.NOUNS), None)
        return Fate("convicted", term) if term is not None else None

    def _set_on_fire(self, to: Word) -> list[Fate]:
        """ "a splinter set fire to a garage", where the parser takes "set" for an attribute."""
        words = to.sent.words
        k = to.i - words[0].i
        named = k > 1 and words[k - 1].lower == "fire" and words[k - 2].lower in ("set", "sets", "setting")
        return [Fate("destroyed", words[k - 2])] if to.lower == "to" and named else []

    def _drawn(self, verb: Word) -> list[Fate]:
        """ "the demonstration drew 5,000"."""
        who = syntax.subject(verb)
        what = self.fates.deeds.get(who.lemma) if who is not None else None
        return [Fate(what, verb)] if what == "protested" else []

    def _lost(self, one: Counted, verb: Word) -> list[Fate]:
        """ "lost 14 men, 12 tanks": not seats, jobs or matches."""
        noun = one.noun
        if noun is None:
            last = self.draft.words[one.last]
            own = last.lower in ("own", "ours", "theirs")  # "lost two of its own"
            bare = last.i + 1 < len(self.draft.words) and self.draft.words[last.i + 1].lower in ("in", "at", ",", ".")
            return [Fate("killed", verb)] if own or (bare and self._in_battle(verb)) else []
        if noun.lemma in self.fates.lists.materiel:
            return [Fate("destroyed", verb)]
        losable = self.fates.lists.losable
        named = noun.lower in losable or group_of(one, self.draft, self.words, self.fates) in losable
        named = named or (
            noun.lemma not in self.fates.lists.unlosable and is_person(noun, self.words) and self._in_battle(verb)
        )
        return [Fate("killed", verb)] if named else []

    def _in_battle(self, verb: Word) -> bool:
        """Whether a verb of loss is told of a fight, or of those who fight."""
        lists = self.fates.lists
        who = syntax.subject(verb)
        if who is not None and (
            who.lemma in lists.military or who.lower in lists.military or who.lemma in lists.captors
        ):
            return True
        return any(w.lemma in lists.battles and w.pos in syntax.NOUNS for w in verb.sent.words)

    def _shared(self, own: list[Fate], other: list[Fate]) -> list[Fate]:
        if {f.what for f in (*own, *other)} == HARM and own and other:
            return [Fate("casualties", own[0].word)]
        return [*own, *other]

    def _said(self, verb: Word, *, passive: bool, subject: bool = False, thing: bool = False) -> list[Fate]:
        """What a verb says of its object (`thing`), or of its subject."""
        if any(c.dep == "neg" for c in verb.children) and subject and not passive:
            return []
        if passive or thing:
            what = self.phrase(self.fates.done, verb)
            if what is not None:
                return [self._joint(verb, self._by_court(verb, what))]
            if passive:
                what = self.phrase(self.fates.undergone, verb)
        else:
            what = self.phrase(self.fates.undergone, verb)
            if what == "destroyed" and (burnt := verb.child("dobj")) is not None and burnt.i > verb.i:
                return []  # "six who burned a flag"
        if what is not None and not thing:
            return [Fate(what, _bearing(verb))]
        return self._told(verb, subject=subject)

    def _told(self, verb: Word, *, subject: bool) -> list[Fate]:
        """ "left 12 dead", "are reported missing", "listed … as missing", "are believed to have drowned"."""
        if verb.lemma not in self.fates.lists.telling and verb.pos != "AUX":
            return []
        below = [c for c in verb.children if c.dep in _COMPLEMENTS and (c.i > verb.i or c.lower == "among")]
        for child in below:
            if child.dep == "ccomp" and child.child("nsubj", "nsubjpass") is not None and not syntax.is_passive(verb):
                continue  # "a spokesman said four were wounded"
            word = child
            if child.dep == "prep" and child.lower in ("as", "among"):
                word = next((c for c in child.children if c.dep in ("pobj", "pcomp", "amod")), child)
            if child.dep == "attr" and child.tag == "NNS" and child.child("nummod") is None:
                what = _CAPTIVE.get(child.lemma)
                if what is not None:
                    return [Fate(what, child)]  # "the other nine are hostages"
            state = self.fates.state.get(word.lower) or (
                self.fates.named.get(word.lower) if child.dep == "prep" else None
            )
            if state is not None and not self._acts(word):
                return [Fate(state, word)]
            if child.dep == "prep" and (inner := self.described(word)):
                return inner
            if subject and child.dep == "xcomp" and child.pos == "VERB" and child.tag != "VBN":
                return self._said(child, passive=syntax.is_passive(child), subject=True)
            if child.tag == "VBN" and child.dep in ("oprd", "ccomp", "acl", "xcomp", "acomp"):
                what = self.phrase(self.fates.done, child)
                if what is not None:
                    return [self._joint(child, what)]
        return []


def _bearing(verb: Word) -> Word:
    """The word of "be" and "remain" that names the state: "is under arrest"."""
    prep = verb.child("prep") if verb.pos == "AUX" else None
    noun = prep.child("pobj") if prep is not None else None
    return noun if noun is not None else verb


def _near(verb: Word, noun: Word) -> bool:
    words = verb.sent.words
    between = words[verb.i - words[0].i + 1 : noun.i - words[0].i]
    return not any(w.pos in syntax.VERBAL and w.dep not in ("aux", "auxpass", "amod") for w in between)
