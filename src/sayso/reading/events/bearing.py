"""Who bears a verb where its object stands with another verb, or above it: "attacked and burned the village"."""

from __future__ import annotations

from sayso.reading.draft import Word
from sayso.reading.events.links import after

_RECKONING = frozenset({"estimate", "reckon", "calculate", "believe"})
_GROUPS = frozenset({"column", "group", "convoy", "crowd", "party", "team", "band", "number", "busload", "handful",
                     "detachment", "fleet", "pair", "boatload", "delegation", "unit", "contingent",
                     "hundred", "thousand", "dozen", "score"})  # fmt: skip


def was_found(verb: Word) -> Word | None:
    """ "has been found strangled": who was found."""
    finding = verb.head
    if verb.dep not in ("xcomp", "oprd", "ccomp", "acomp") or finding.lemma != "find" or verb.tag != "VBN":
        return None
    return finding.child("nsubjpass") if finding.child("auxpass") is not None else finding.child("dobj")


def whole_group(verb: Word) -> Word:
    """ "the column of lorries ambushed by bandits": the column."""
    noun = verb.head
    above = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else None
    return above if above is not None and above.lemma in _GROUPS and verb.dep == "acl" else noun


def reckoned(who: Word, verb: Word) -> Word | None:
    """ "Officials estimated between 10 and 20 people were killed": not the officials were."""
    for told in (who, *who.having("acl")):
        if told.lemma in _RECKONING and told.i < verb.i and (people := after(told, "between", "about", "around")):
            return people if people.i < verb.i and verb.child("auxpass") is not None else None
    return None


def shared_object(verb: Word) -> Word | None:
    """ "attacked and burned the village": the object stands with the last verb."""
    last = verb.child("conj") or loose_second(verb)
    if verb.dep == "conj" and last is None and verb.tag == verb.head.tag and verb.child("ccomp", "xcomp") is None:
        return next(
            (c for c in verb.head.having("dobj") if c.i > verb.i), None
        )  # "ousted him and vetoed, by …, his plan"
    if (
        last is None
        or last.pos != "VERB"
        or last.child("nsubj", "nsubjpass") is not None
        or verb.child("prep", "ccomp")
    ):
        return None
    near = last.i - verb.i <= 3 or last.dep == "advcl"
    return last.child("dobj") if near else None


def loose_second(verb: Word) -> Word | None:
    """ "shadowed and then, to the fury of the port, boarded a ship": the second verb, hung as a clause."""
    if verb.child("cc") is None or verb.tag != "VBD":
        return None
    later = (c for c in verb.having("advcl", "dep") if c.i > verb.i and c.tag == "VBD")
    return next((c for c in later if c.child("nsubj", "mark", "advmod", "aux") is None), None)
