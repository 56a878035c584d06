"""What verbs say of those who bear them: by the lists of fates, with the words around them."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.knowledge.fates import FateWords, Phrases
from sayso.knowledge.quantities import QuantityWords
from sayso.reading.draft import Draft, Word
from sayso.reading.events import syntax
from sayso.reading.events.counted import Counted

AHEAD = 9  # words after a verb in which its phrase may end; a longer phrase may reach further
_AMOUNTS = frozenset({"dozen", "dozens", "hundreds", "thousands", "scores", "several", "many"})
_FURTHER = 12
_MANNER = 6  # words after a verb in which "to death" may stand
_PARTICLES = frozenset({"off", "up", "down", "away", "out", "back", "in", "over"})
_FURTHERS = frozenset({"more", "others", "further"})  # "ten more killed"
_AGAIN = frozenset({"arrested", "abducted", "displaced"})
_STARTS = ("CD", "DT", "PRP$", "PRP", "NNP", "NNPS", "NNS", "NN", "JJ")
HARM = frozenset({"killed", "wounded"})


def _belongs(word: Word, verb: Word) -> bool:
    """Whether a particle is the verb's own: not so in "carried 85 people, was rammed off the coast"."""
    return word.lower not in _PARTICLES or word.head is verb or word.tag == "RP" or word.i == verb.i + 1


def _bared(table: Phrases, verb: Word) -> tuple[tuple[tuple[str, ...], str], ...] | None:
    """ "two drowned", "gutted": a form that the lemmatiser left as it was, or half of it."""
    plain = verb.lower
    if not plain.endswith("ed") or verb.tag not in ("JJ", "VBD", "VBN"):
        return None
    doubled = plain[-4:-3] == plain[-3:-2]
    return table.get(plain[:-2]) or table.get(plain[:-1]) or (table.get(plain[:-3]) if doubled else None)


def _dead(behind: tuple[Word, ...]) -> bool:
    """ "three shot dead", not "shot dead three recruits"."""
    return behind[0].lower == "dead" and (len(behind) == 1 or behind[1].tag not in _STARTS)


def _own(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words up to the next clause: "were hurt | and 220 taken into custody"."""
    end = next((k for k, w in enumerate(words) if w.pos in ("CCONJ", "VERB") or w.text in (",", ";")), len(words))
    return words[:end]


@dataclass(frozen=True, slots=True)
class Fate:
    """What happened, and the word that says so."""

    what: str
    word: Word


class Saying:
    """Questions to single verbs."""

    def __init__(self, draft: Draft, words: QuantityWords, fates: FateWords) -> None:
        self.draft, self.words, self.fates = draft, words, fates

    def phrase(self, table: Phrases, verb: Word) -> str | None:
        """What a verb with the words after it says, by the phrase that asks for most."""
        listed = table.get(verb.lemma) or table.get(verb.lower) or self._again(table, verb) or _bared(table, verb)
        if table is self.fates.done and self._to_death(verb):
            return "killed"
        if listed is None:
            return None
        words = verb.sent.words
        k = verb.i - words[0].i + 1
        near: set[str] | None = None
        for rest, what in listed:
            if not rest:
                return what
            if near is None:
                reach = _own(words[k : k + AHEAD]) if verb.pos == "AUX" else words[k : k + AHEAD]
                near = {x for w in reach if _belongs(w, verb) for x in (w.lower, w.lemma)} | self._passed(verb)
            if near.issuperset(rest) or (len(rest) > 1 and self._far(verb).issuperset(rest)):
                return what
        return None

    def _to_death(self, verb: Word) -> bool:
        """ "19 people were speared to death", whatever the verb."""
        words = verb.sent.words
        k = verb.i - words[0].i + 1
        near = [w.lower for w in words[k : k + _MANNER]]
        if "death" not in near or verb.pos != "VERB" or verb.lemma in self.fates.lists.to_death:
            return False
        return near[near.index("death") - 1] == "to"

    def _again(self, table: Phrases, verb: Word) -> tuple[tuple[tuple[str, ...], str], ...] | None:
        """ "rearrested", "re-arrested", "recaptured": what is done again."""
        if not verb.lemma.startswith("re"):
            return None
        plain = verb.lower[2:].removeprefix("-")
        listed = table.get(verb.lemma[2:].removeprefix("-")) or table.get(plain.removesuffix("ed"))
        return listed if listed is not None and all(what in _AGAIN for _, what in listed) else None

    def _far(self, verb: Word) -> set[str]:
        words = verb.sent.words
        k = verb.i - words[0].i + 1
        return {x for w in words[k : k + _FURTHER] if _belongs(w, verb) for x in (w.lower, w.lemma)} | self._passed(
            verb
        )

    def _passed(self, verb: Word) -> set[str]:
        """ "sentences were passed on": the thing that the passive has before it."""
        who = verb.child("nsubjpass")
        return {who.lemma.lower(), who.lower} if who is not None and who.i < verb.i else set()

    def _joint(self, word: Word, what: str) -> Fate:
        """ "killed or wounded", "killed and injured" of the same people: casualties."""
        words = word.sent.words
        k = word.i - words[0].i + 1
        if (
            k + 1 < len(words)
            and words[k].lower in ("or", "and", "and/or")
            and words[k + 1].tag in ("VBN", "VBD", "JJ", "VBG")
        ):
            other = self.fates.what.get(words[k + 1].lower) or self.fates.what.get(words[k + 1].lemma)
            if other is not None and {what, other} == HARM:
                return Fate("casualties", word)
            if words[k].lower == "or" and {what, other} == {"destroyed", "damaged"}:
                return Fate("damaged", word)
        return Fate(what, word)

    def _acts(self, verb: Word) -> bool:
        """Whether a past form does it to somebody: "12 rebels killed two soldiers"."""
        words = verb.sent.words
        k = verb.i - words[0].i + 1
        if k < len(words) and (words[k].tag in ("IN", ",", ".", "CC", "TO") or _dead(words[k:])):
            return False
        thing = verb.child("dobj")
        if thing is not None and thing.lower not in self.fates.state:
            return True
        if thing is not None:
            return False  # "15 others taken prisoner"
        return k < len(words) and words[k].tag in _STARTS and words[k].dep not in ("npadvmod", "nmod", "oprd", "acomp")

    def _of_another(self, verb: Word, one: Counted, *, aux: bool = False) -> bool:
        """ "3 guards dead, 8 hurt": whose number stands right before the verb (`aux`: with its auxiliary)."""
        words = verb.sent.words
        k = verb.i - words[0].i - 1
        while k > 0 and (
            words[k].tag == "RB"
            or words[k].lower in _FURTHERS
            or (aux and (words[k].pos == "AUX" or words[k].dep in ("aux", "auxpass")))
        ):
            k -= 1
        if k > 0 and (words[k - 1].lower == "aged" or (words[k - 1].lower == "in" and words[k].text.isdigit())):
            return False  # "a woman born in 1958 and a boy aged 13 were hurt"
        amount = words[k].pos == "NUM" or (aux and words[k].lower in _AMOUNTS)
        return k >= 0 and amount and words[k].i > one.last

    def _by_court(self, verb: Word, what: str) -> str:
        if what != "arrested" or verb.lemma not in ("jail", "imprison"):
            return what
        who = syntax.doer(verb)
        land = verb.tag in ("VBZ", "VBP") and who is not None and who.pos == "PROPN"  # "Minsk jails two for filming"
        if land or any(c.lower == "for" and self._offence(c) for c in verb.children):
            return "convicted"
        return "convicted" if who is not None and who.lemma in self.fates.lists.courts else what

    def _offence(self, prep: Word) -> bool:
        """ "for filming a rally": what a court found, not a length of time."""
        act = next((c for c in prep.children if c.dep in ("pcomp", "pobj")), None)
        return act is not None and act.tag == "VBG"
