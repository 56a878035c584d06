"""What "and", commas and "along with" join to a noun where the parser hung it elsewhere."""

from __future__ import annotations

from sayso.knowledge.triggers import trigger_index
from sayso.reading.draft import Word
from sayso.reading.events.tags import NOMINAL


def orphaned(noun: Word) -> Word | None:
    """What "and" joins to a noun but the parser made a second subject of the verb after it.

    "a plan to deport the chaplain and her driver annoyed the bishops"
    """
    words = noun.sent.words
    if noun.child("conj") is not None or not any(w.dep == "cc" for w in words[noun.i - words[0].i + 1 :]):
        return None
    k = noun.subtree()[-1].i - words[0].i
    near = [w for w in words[k : k + 2] if w.dep == "cc" and w.i > noun.i]  # wherever the parser hung "and"
    if not near:
        return None
    also = near[0]
    for above in noun.ancestors():
        for other in above.children:
            twice = other.dep == "nsubj" and any(c.dep == "nsubj" and c.i < noun.i for c in above.children)
            if twice and other.i > also.i and other.subtree()[0].i == also.i + 1 and other.i < above.i:
                return other
    return None


def companions(who: Word) -> list[Word]:
    """ "The scouts, along with herdsmen, …", "rebels of the front and their allies": who does it too."""
    found: list[Word] = []
    hung = [c for c in who.head.children if who.i < c.i < who.head.i] if who.dep in ("nsubj", "nsubjpass") else []
    for prep in (*who.children, *hung):
        if prep.dep != "prep" or prep.i < who.i:
            continue
        inner = prep.child("pobj")
        beside_it = prep.child("prep") if prep.lower in ("along", "together") else None
        if beside_it is not None and beside_it.lower == "with" and (also := beside_it.child("pobj")) is not None:
            found += [also, *also.conjuncts()]
        elif (inner is not None and prep.lower == "alongside") or (
            inner is not None
            and any(c.lower in ("together", "along", "jointly") and c.i < prep.i for c in prep.children)
        ):
            found += [inner, *inner.conjuncts()]
        elif inner is not None and prep.lower in ("of", "from"):
            found += [c for c in inner.conjuncts() if (own := c.child("poss")) is not None and own.lower == "their"]
    return [w for w in found if w.pos in NOMINAL]


def after_aside(verb: Word, last: Word) -> list[Word]:
    """ "jailed the governor and, on a cousin's orders, her barber": what a phrase between commas parts from "and"."""
    parted = [c for c in verb.having("conj", "npadvmod", "appos", "dep", "dobj") if c.i > last.i and c.pos in NOMINAL]
    if not parted or last.child("conj") is not None:
        return []
    words = verb.sent.words
    k = last.subtree()[-1].i - words[0].i
    near = next((j for j in range(k, min(k + 3, len(words) - 1)) if words[j].dep == "cc"), None)
    if near is None or words[near + 1].text != ",":
        return []
    parted = [c for c in parted if c.i > words[near].i]
    return [c for c in parted if not trigger_index().has(("@stretch", "@day"), c.lemma)][:1]


def beyond(verb: Word) -> Word | None:
    """ "had occupied without bloodshed a mill", "besieged for a night the inn": an object that a phrase parts off."""
    prep = next((c for c in verb.having("prep") if c.i == verb.i + 1), None)
    between = prep.child("pobj") if prep is not None else None
    if between is None or prep is None or verb.tag not in ("VBD", "VBN", "VBZ", "VBP"):
        return None
    inside = between.child("dobj", "npadvmod") if between.pos == "NOUN" else None
    hung = next((c for c in verb.having("npadvmod", "dobj", "dep") if c.i > between.i and c.pos in NOMINAL), None)
    thing = inside if inside is not None and inside.i > between.i else hung
    if thing is None or trigger_index().has(("@stretch", "@day"), thing.lemma):
        return None
    if thing.child("det", "poss", "nummod") is None or thing.subtree()[0].i <= prep.i + 1:
        return None
    return thing


def enumerated(noun: Word) -> list[Word]:
    """ "The bishop, the imam and the rabbi appealed": a list whose second member the parser made an apposition."""
    second = next((c for c in noun.having("appos") if c.i > noun.i), None)
    also = second.child("conj") if second is not None and second.child("cc") is not None else None
    if second is None or also is None or also.pos not in NOMINAL:
        return []
    fresh = also.pos == "PROPN" or also.child("det", "poss", "nummod") is not None
    told = second.pos == "PROPN" or any(c.lower == "the" or c.dep in ("poss", "nummod") for c in second.children)
    words = noun.sent.words
    k = also.subtree()[-1].i + 1 - words[0].i
    closed = k < len(words) and words[k].text == ","
    return [second, *second.conjuncts()] if fresh and told and not closed else []
