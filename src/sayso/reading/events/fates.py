"""What happened to those whom a sentence counts: by the words right around them, else by the verb they hang on."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from sayso.reading.draft import Word
from sayso.reading.events import syntax
from sayso.reading.events.counted import Counted
from sayso.reading.events.governed import Governed
from sayso.reading.events.groups import group_of
from sayso.reading.events.people import is_person, is_thing
from sayso.reading.events.saying import AHEAD, Fate

_NOT = frozenset({"not", "n't", "n’t", "never"})
_BEFORE_HOME = ("DET", "PRON", "ADJ", "ADP")  # "to their home"
_PASSED = ("RB", "``", "''")
_DEADLY = frozenset({"fatally", "mortally"})
_PARTICIPLES = ("d", "t", "n")
# What need not be told beside the other: "killed or wounded" are casualties; "hanged three men convicted of arson".
_WIDER = {"casualties": ("killed", "wounded"), "killed": ("convicted",)}
_OF_PEOPLE = frozenset({"protested", "abducted", "poisoned", "released"})


class Fates(Governed):
    """Looks for the fate of counted phrases in a report."""

    def of(self, one: Counted) -> list[Fate]:
        """All that is told of a counted phrase by itself, each thing once."""
        if one.whole:
            return [*self.described(one.top, one), *self._named(one), *self._participle(one)][:1]
        after = self._right_after(one)
        if one.noun is None and any(f.word.lower in self.fates.lists.bare for f in after):
            return [f for f in after if self.fits(one, f)]  # "30 held after clashes, 2 dead"
        noun = self._right_before(one, nominal=True) or self._beside(one)
        if after and self._of_whole(one, after[0].word):
            after = []  # "200 of the 310 girls abducted are missing"
        found = [*self._opening(one), *after, *(noun or self._by_governor(one, telling=not after)), *self._whom(one)]
        if not found:
            found = self._named(one) or self._right_before(one)
        kept: dict[str, Fate] = {}
        for fate in (self._scorched(one, f) for f in found):
            if self.fits(one, fate):
                kept.setdefault(fate.what, fate)
        if not kept:
            kept.update({f.what: f for f in self._named(one)})
        if any(f.word.lower in _DEADLY for f in kept.values()):
            kept.pop("wounded", None)
        for wider, narrower in _WIDER.items():
            if wider in kept and not any(_own_clause(kept[n]) for n in narrower if n in kept):
                for what in narrower:
                    kept.pop(what, None)
        return list(kept.values())

    def _of_whole(self, one: Counted, word: Word) -> bool:
        """Whether a participle describes the whole that a part is taken of."""
        number = one.noun.child("nummod") if one.noun is not None else None
        return number is not None and number.i > one.quantity.head and word.dep == "acl" and word.head is one.noun

    def _opening(self, one: Counted) -> list[Fate]:
        """ "Abducted in April, the 21 girls were released"."""
        words = one.top.sent.words
        first, k = words[0], one.first - words[0].i
        while (k > 1 and words[k - 1].pos in ("DET", "ADJ")) or words[k - 1].tag == "PRP$":
            k -= 1
        if first.tag != "VBN" or one.top.dep not in ("nsubj", "nsubjpass") or words[k - 1].text != ",":
            return []
        own = any(w.dep in ("nsubj", "nsubjpass") for w in words[1:k])
        what = None if own or one.part else self.phrase(self.fates.done, first)
        return [Fate(what, first)] if what is not None else []

    def _participle(self, one: Counted) -> list[Fate]:
        """ "one of two soldiers hurt on Monday had since died", where the parser takes "hurt" for the main verb."""
        words = one.top.sent.words
        rest = words[one.last - words[0].i + 1 :]
        if not rest or rest[0].tag != "VBN" or not self._main(rest[0]):
            return []
        what = self.fates.state.get(rest[0].lower) or self.phrase(self.fates.done, rest[0])
        return [Fate(what, rest[0])] if what is not None else []

    def _scorched(self, one: Counted, fate: Fate) -> Fate:
        """ "two passengers were badly burned": they live."""
        person = one.quantity.kind == "people" or (one.noun is not None and is_person(one.noun, self.words))
        burnt = fate.what == "destroyed" and fate.word.lemma == "burn" and person and syntax.is_passive(fate.word)
        return replace(fate, what="wounded") if burnt else fate

    def _right_after(self, one: Counted) -> list[Fate]:
        """ "12 killed", "nine were later found dead", "3,000 flee"."""
        words = one.top.sent.words
        k = one.last - words[0].i + 1
        between, crossed = self.fates.lists.between, False
        while k < len(words) and (words[k].lower in between or words[k].tag in _PASSED):
            if words[k].lower in _NOT or words[k].dep == "neg":
                return self._not_survived(words[k + 1 :])
            state = self.fates.state.get(words[k].lower)
            if state is not None or self.phrase(self.fates.undergone, words[k]) is not None:
                break
            crossed |= words[k].pos == "AUX" or words[k].tag in ("VBD", "VBZ", "VBP")
            k += 1
        own = k < len(words) and any(a is one.top for a in words[k].ancestors())
        if k >= len(words) or (crossed and not own and self._inside_other(one)):
            return []
        word = words[k]
        if word.lower == "shot" and k + 1 < len(words) and words[k + 1].lower == "dead" and not self._acts(word):
            return [Fate("killed", word)]
        if not crossed and word.lower in self.fates.lists.bare and self._in_short(word, one):
            return [Fate(self.fates.lists.bare[word.lower], word)]
        state = self.fates.state.get(words[k + 1].lower) if k + 1 < len(words) and word.lower == "taken" else None
        state = state or self.fates.state.get(word.lower)
        if word.lower == "taken" and k + 1 < len(words) and words[k + 1].lower in ("to", "into"):
            return []  # "the wounded were taken to Turkey"
        if state is not None and (word.tag in ("JJ", "VBN", "NN", "RB", "VBG") or not self._acts(word)):
            return [self._joint(word, state), *(() if crossed or word.tag != "VBN" else self._main(word))]
        if word.tag in ("VBN", "VBD") and (what := self.phrase(self.fates.done, word)) is not None:
            if word.tag == "VBD" and not word.lower.endswith(_PARTICIPLES):
                return []  # "a boat sank"
            passive = crossed and word.tag == "VBN" and syntax.is_passive(word)
            if not passive and (self._acts(word) or (one.single and word.tag == "VBD")):
                return []
            own_word = self._joint(word, self._by_court(word, what))
            main = [] if crossed else self._main(word)
            those = words[one.last - words[0].i].lower == "those"  # "42 of those arrested were freed"
            return main if main and those else [own_word, *main]
        what = self.phrase(self.fates.undergone, word)
        told = what is not None and word.tag != "VBG" and (own or not self._inside_other(one))
        return [Fate(what, word)] if what is not None and told else []

    def _not_survived(self, rest: tuple[Word, ...]) -> list[Fate]:
        """ "23 did not survive", "39 have never been found"."""
        verb = next((w for w in rest if w.pos != "AUX"), None)
        if verb is not None and verb.lemma in self.fates.lists.survivals:
            return [Fate("killed", verb)]
        traced = verb is not None and verb.tag == "VBN" and verb.lemma in self.fates.lists.traced
        return [Fate("missing", verb)] if verb is not None and traced else []

    def _in_short(self, word: Word, one: Counted) -> bool:
        """Whether a sentence is a headline without its auxiliary: "Nine held after raid"."""
        bare = one.noun is None and word.tag in ("VBN", "VBD")  # "3 police hurt, 12 held in clash"
        return (bare or word.sent.root in (one.top, word)) and not self._acts(word)

    def _inside_other(self, one: Counted) -> bool:
        """ "a bus with 30 pilgrims was hit": what follows is told of the bus."""
        top = one.top
        if top.dep == "dobj":
            return top.head.dep in ("acl", "relcl") or top.head.tag == "VBG"
        if top.dep == "pobj" and top.head.lower == "of" and top.head.head.pos == "NOUN":
            whole = top.head.head  # "a village of 600 souls had lost its roof"
            listed = self.fates.lists
            return not ({whole.lemma, whole.lower} & (listed.collective.keys() | listed.tolls | listed.parts)) and not (
                whole.lemma in self.fates.deeds or whole.lower in self.fates.what
            )
        return top.dep == "pobj" and top.head.lower not in ("of", "between", "about", "over", "under")

    def _main(self, participle: Word) -> list[Fate]:
        """ "Eight men kidnapped in May have been set free", where the parser took the participle for the main verb."""
        found: list[Fate] = []
        for verb in participle.having("dep", "conj", "ccomp", "parataxis", "advcl"):
            if (
                verb.i > participle.i
                and verb.child("nsubj", "nsubjpass", "cc", "mark") is None
                and verb.child("aux", "auxpass")
            ):
                found += self._said(verb, passive=syntax.is_passive(verb), subject=True)
        return found

    def _right_before(self, one: Counted, nominal: bool = False) -> list[Fate]:
        """ "killing 11", "shot dead a fisherman"; `nominal`: the parser takes the verb for a noun ("wounds 150")."""
        words = one.top.sent.words
        k = one.first - words[0].i - 1
        if one.noun is not None and one.noun.dep == "poss" and one.noun.head.i > one.last:
            return []  # "received 30 prisoners' letters"
        for step in range(3):
            if k - step < 0:
                break
            word = words[k - step]
            verbal = word.tag in ("NNS", "NN", "NNP") and step == 0 if nominal else word.tag.startswith("VB")
            what = self.phrase(self.fates.done, word) if verbal else None
            if what is not None and not (word.tag == "VBN" and syntax.is_passive(word)):
                return [self._joint(word, what)]
            if word.pos not in ("ADV", "ADJ", "ADP", "PART") or (word.pos == "ADP" and word.tag != "RP"):
                break
        return []

    def _beside(self, one: Counted) -> list[Fate]:
        """ "killing 42 and injuring scores": the participle right before a bare figure."""
        words = one.top.sent.words
        k = one.first - words[0].i - 1
        if one.noun is not None or k < 0 or words[k].tag != "VBG":
            return []
        what = self.phrase(self.fates.done, words[k])
        return [self._joint(words[k], what)] if what is not None else []

    def _whom(self, one: Counted) -> list[Fate]:
        """ "hanged two leaders at dawn, whom a court had sentenced", where the parser hung the clause elsewhere."""
        words = one.top.sent.words
        if one.noun is None or not is_person(one.noun, self.words):
            return []
        begin = one.last - words[0].i + 1
        for word in words[begin : begin + AHEAD]:
            if word.pos == "NUM" or word.lower == "of":
                return []
            verb = word.head
            if word.lower != "whom" or word.dep != "dobj" or verb.dep != "relcl" or verb.head is one.noun:
                continue
            what = None if is_person(verb.head, self.words) else self.phrase(self.fates.done, verb)
            return [Fate(what, verb)] if what is not None else []
        return []

    def _named(self, one: Counted) -> list[Fate]:
        """ "300 dead", "two deaths"."""
        noun = one.noun
        if noun is None or one.single or (one.top.dep == "pobj" and one.top.head.lower == "for"):
            return []
        what = self.fates.named.get(noun.lower) or self.fates.named.get(noun.lemma)
        return [self._joint(noun, what)] if what is not None else []

    def fits(self, one: Counted, fate: Fate) -> bool:
        """Whether such people or things can meet with it."""
        noun, what = one.noun, fate.what
        if noun is not None and not self._can(noun, what):
            return False
        if noun is not None and what not in ("destroyed", "damaged") and is_thing(noun, self.words):
            return noun.lower in self.fates.named or noun.lemma in self.fates.named
        if what == "destroyed":
            if noun is None and fate.word.lemma in self.fates.undergone and not syntax.is_passive(fate.word):
                return fate.word.child("dobj") is not None
            if fate.word.lemma == "level" and noun is not None and noun.lemma in self.fates.lists.levelled:
                return False
            return noun is None or not is_person(noun, self.words)
        if noun is not None and noun.lemma in self.fates.deeds and noun.lemma not in self.fates.named:
            return False
        person = one.quantity.kind == "people" or noun is None or is_person(noun, self.words)
        if one.single and not person:
            living = fate.word.pos == "VERB" and fate.word.lemma in self.fates.lists.of_living
            return what == "damaged" or (living and one.top.dep not in ("pobj", "nsubj"))
        person = person or (noun is not None and noun.pos == "PROPN" and not one.single)
        if not person and what in _OF_PEOPLE and fate.word.lemma not in self.fates.lists.of_people:
            return False
        if not person and (
            (what == "wounded" and fate.word.lemma == "leave") or fate.word.lemma in self.fates.lists.of_either
        ):
            return False
        if what == "displaced" and fate.word.lemma == "flee" and noun is not None:
            group = self.words.group.get(noun.lemma.lower())
            if noun.lemma in self.fates.lists.fugitives or group in self.fates.lists.military:
                return False  # "15 gunmen raided the bank and fled"
        if what == "deployed":
            return noun is not None and self._military(one) and not self._led_away(fate.word)
        if what == "protested":
            group = group_of(one, self.draft, self.words, self.fates)
            gathered = fate.word.lemma in self.fates.lists.gathering and not self._in_protest(fate.word)
            return group in self.fates.lists.protesting if gathered else group not in ("soldiers", "fighters")
        return True

    def _can(self, noun: Word, what: str) -> bool:
        """Whether those whom a noun names by what befell them, or by their escape, can meet with something else."""
        lists = self.fates.lists
        if noun.lemma in lists.materiel:
            return what in ("destroyed", "damaged")
        if what == "killed":
            return noun.lemma not in lists.unharmed
        dead = (self.fates.named.get(noun.lower) or self.fates.named.get(noun.lemma)) == "killed"
        return not dead or what == "casualties"

    def _in_protest(self, verb: Word) -> bool:
        """ "gathered outside the embassy to protest"."""
        words = verb.sent.words
        rest = words[verb.i - words[0].i + 1 :]
        for_it = any(a.lower == "to" and b.lemma in self.fates.lists.causes for a, b in pairwise(rest))
        return for_it or any(self.fates.deeds.get(w.lemma) == "protested" for w in rest)

    def _military(self, one: Counted) -> bool:
        return group_of(one, self.draft, self.words, self.fates) in self.fates.lists.military

    def _led_away(self, verb: Word) -> bool:
        """ "sent two men to prison", "flew its last 120 men home" are no deployments."""
        words = verb.sent.words
        k = verb.i - words[0].i + 1
        ahead = words[k : k + AHEAD]
        homeward = any(b.lower == "home" and a.pos not in _BEFORE_HOME for a, b in pairwise(ahead))
        return homeward or any(
            w.lemma in self.fates.lists.not_to and any(to.lower in ("to", "into") for to in ahead[max(0, j - 3) : j])
            for j, w in enumerate(ahead)
        )


def _own_clause(fate: Fate) -> bool:
    """Whether a finite clause of its own tells it: "whom a court had sentenced"."""
    return fate.word.dep == "relcl" and fate.what == "convicted"
