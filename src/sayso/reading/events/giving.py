"""To whom something is given: "gave the rebels rifles", also where the parser made one phrase of both."""

from __future__ import annotations

from itertools import pairwise

from sayso.knowledge.triggers import trigger_index
from sayso.reading.draft import Word
from sayso.reading.events.opening import open_ended
from sayso.reading.events.tags import NAMING, NOMINAL, SOMEBODY

# Verbs whose first object is whom, whatever they give.
_TO_SOMEBODY = frozenset({"offer", "promise", "give", "grant", "deny", "lend", "pledge", "award", "guarantee", "refuse",
                          "accord", "owe", "assure", "pay", "allow"})  # fmt: skip


def receiver(verb: Word) -> Word | None:
    """To whom something is given: "gave the rebels rifles", also where the parser saw two objects or one phrase."""
    found = verb.child("dative", "iobj")
    if found is not None:
        return found.child("pobj") if found.pos == "ADP" else found
    if retained(verb) is not None:
        return verb.child("nsubjpass")
    things = objects(verb)
    if len(things) > 1 and things[0].pos in NOMINAL and not bare(things[-1]) and not apart(things[-1]):
        return things[0]
    if len(things) == 1:
        return _run_together(things[0]) or (things[0] if _parted(things[0]) else None)
    return None


def objects(verb: Word) -> list[Word]:
    """The objects after a verb; not what a clause parts from the first: "lends planes as fire nears Belarus"."""
    things = [c for c in verb.children if c.dep == "dobj" and c.i > verb.i]
    if len(things) < 2:
        return things
    clauses = [c.i for c in verb.having("advcl", "ccomp", "conj", "parataxis") if c.tag[:2] == "VB"]
    return [t for t in things if not any(things[0].i < i < t.i for i in clauses)]


def _parted(thing: Word) -> bool:
    """ "offered the islanders, through a broker, a share": whether an object is whom, a comma parting it from what."""
    verb, words = thing.head, thing.sent.words
    if verb.lemma not in _TO_SOMEBODY or not _is_somebody(thing) or thing.child("conj") is not None:
        return False
    k = thing.subtree()[-1].i + 1 - words[0].i
    return k < len(words) and words[k].text == "," and verb.child("prt") is None


def _is_somebody(noun: Word) -> bool:
    index = trigger_index()
    return noun.pos in ("PROPN", "PRON") or index.has(SOMEBODY, noun.lemma)


def retained(verb: Word) -> Word | None:
    """The object that a passive keeps: "the teachers were promised a rise"."""
    thing = verb.child("dobj")
    if thing is None or verb.child("nsubjpass") is None or not trigger_index().has(("@giving",), verb.lemma):
        return None
    return thing


def bare(noun: Word) -> bool:
    """ "took two officers hostage": no second object."""
    return noun.tag == "NN" and not noun.children


def apart(thing: Word) -> bool:
    """ "expelled 105 officials, the largest such move", "jailed four mayors pending trial": no second object."""
    first = thing.subtree()[0]
    if first.tag == "VBG" or thing.head.i + 1 == first.i:
        return first.tag == "VBG"
    before = first.sent.words[first.i - first.sent.words[0].i - 1]
    if before.i and before.head.lower in ("among", "including") and before.dep == "pobj":
        return True  # "outlawed 54 charities, among them groups that …"
    return before.text == "," or before.lower in ("among", "not")


def _run_together(thing: Word) -> Word | None:
    """ "promised Chisinau two hospitals": a name before the article or number of what is promised."""
    before = [c for c in thing.children if c.i < thing.i]
    if before and _is_squeezed_receiver(before[-1], thing):
        return before[-1]
    for name, after in pairwise(before):
        if (
            name.dep in ("compound", "nmod", "nummod")
            and name.pos == "PROPN"
            and after.dep in ("det", "nummod", "poss")
        ):
            return name
        if name is before[0] and name.i == thing.head.i + 1 and _is_bare_receiver(name, after, thing):
            return name
        if _ends_phrase(name, after, thing):
            return name
    return None


def _ends_phrase(noun: Word, after: Word, thing: Word) -> bool:
    """ "offered its counterpart joint efforts", "promised the government air cover": whose phrase ends in between."""
    verb = thing.head
    if verb.lemma not in _TO_SOMEBODY or noun.dep not in ("compound", "nmod", "nummod") or noun.pos not in NAMING:
        return False
    words, k = thing.sent.words, verb.i + 1 - thing.sent.words[0].i
    begun = (
        words[k].dep in ("det", "poss") or words[k].tag in ("PRP$", "DT") or noun.tag == "NNS" or noun.pos == "PROPN"
    )
    if not begun or not _is_somebody(noun) or any(c.dep == "dative" for c in verb.children):
        return False
    if any(c.dep == "prep" and c.lower == "to" for w in (verb, thing) for c in w.children):
        return False
    fresh = after.pos == "ADJ" and not after.text[:1].isupper()
    mass = thing.tag in ("NN", "VBP", "VB") and thing.child("nummod") is None
    return fresh or (mass and after.pos == "NOUN" and words[k].tag in ("DT", "PRP$") and noun.pos == "NOUN")


def _is_squeezed_receiver(name: Word, thing: Word) -> bool:
    """ "paid white farmers compensation", "denied the Red Cross entry": no compound, after a verb of giving."""
    if name.dep not in ("compound", "nmod") or not trigger_index().has(("@giving",), thing.head.lemma):
        return False
    people = name.tag == "NNS" and trigger_index().has(("@person",), name.lemma)
    named = name.pos == "PROPN" and not name.text.isupper()
    helped = named and thing.head.lemma in _TO_SOMEBODY and trigger_index().has(("@aid-goods",), thing.lemma)
    return people or helped or (name.pos == "PROPN" and trigger_index().has(("@admission",), thing.lemma))


def _is_bare_receiver(name: Word, after: Word, thing: Word) -> bool:
    """ "to lend Belize patrol planes": a name right after a verb of giving, before the compound that is given."""
    verb = thing.head
    plain = (
        name.pos == "PROPN"
        and name.dep in ("compound", "nmod")
        and after.pos in ("NOUN", "ADJ")
        and not name.text.isupper()
    )
    taken = any(c.dep in ("prep", "dative") and c.lower in ("to", "for") for w in (verb, thing) for c in w.children)
    return plain and not taken and open_ended(verb) and trigger_index().has(("@giving",), verb.lemma)
