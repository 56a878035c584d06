"""Verbs that the parser took for something else, with the subject and object that a look at the words gives them."""

from __future__ import annotations

from sayso.knowledge.triggers import trigger_index
from sayso.reading.draft import Word
from sayso.reading.events.tags import NAMING

Frame = tuple[Word | None, Word]
"""who does it, and what it is done to"""
_BEFORE = ("compound", "nmod", "amod")
_MARKS = (".", "!", "?", ":", ";", '"', "”", "’", "'", "…")


def frame(verb: Word) -> Frame | None:
    """The subject and object of a verb taken for a part of a noun phrase, or for a participle of its subject."""
    if verb.dep in _BEFORE:
        return _squeezed(verb)
    return _relative(verb) if verb.dep == "acl" and verb.tag in ("VBN", "VBD") else None


def _squeezed(verb: Word) -> Frame | None:
    """ "Police raid offices", "Kyiv, Bucharest sign pact", "a bid by rebels to overrun city hall"."""
    thing = verb.head
    while thing.dep in _BEFORE and thing.head.i > thing.i:
        thing = thing.head
    words, k = verb.sent.words, verb.i - verb.sent.words[0].i
    if k == 0 or thing.i < verb.i or thing.pos not in NAMING or not _names_event(verb):
        return None
    if words[k - 1].tag == "TO" and verb.tag in ("VB", "NN", "VBP"):
        return _trying(words[: k - 1]), thing
    return _in_headline(verb, thing, words[:k])


def _names_event(verb: Word) -> bool:
    verbs = trigger_index().verbs
    return verb.lower in verbs or (verb.tag in ("VBZ", "NNS") and verb.lemma in verbs)


def _trying(before: tuple[Word, ...]) -> Word | None:
    """ "bids by royalists to", "the royalists' bid to": the royalists."""
    noun = before[-1] if before and before[-1].pos in NAMING else None
    if noun is None:
        return None
    return noun if noun.dep == "pobj" and noun.head.lower == "by" else noun.child("poss")


def _in_headline(verb: Word, thing: Word, before: tuple[Word, ...]) -> Frame | None:
    """A headline that begins with a plural and a plain verb: a noun phrase only in the eyes of the parser."""
    who = before[-1]
    plain = who.tag in ("NNS", "NNPS") or (verb.tag in ("VB", "VBP", "VBZ") and who.pos == "PROPN")
    named = verb.tag == "NNS" and who.pos == "PROPN" and (thing.pos == "PROPN" or thing.tag == "NNS")
    if not (plain or named) or verb.sent.words[-1].text in _MARKS or thing.tag == "CD":
        return None
    if any(w.pos not in (*NAMING, "ADJ", "NUM", "CCONJ") and w.text not in ("-", ",") for w in before):
        return None
    words = verb.sent.words
    after = words[thing.i - words[0].i + 1] if thing is not words[-1] else None
    whole = thing.sent.root is thing or (after is not None and after.text == ",")
    return (who, thing) if whole else None


def _relative(verb: Word) -> Frame | None:
    """ "the grenades (that) the cadets hurled": the parser took a later main verb for that of the clause."""
    who = verb.head
    words = verb.sent.words
    first = who.subtree()[0]
    if first is words[0] or who.i + 1 != verb.i or who.pos not in (*NAMING, "PRON"):
        return None
    before = words[first.i - words[0].i - 1]
    taken = before.dep == "dobj" or (before.lower == "that" and before.dep == "mark" and before.head is who.head)
    if who.dep == "nsubj" and before.tag in ("WDT", "IN") and taken and who.head.dep in ("relcl", "acl"):
        noun = before.i - words[0].i - 1
        return who, words[noun] if noun >= 0 else who.head.head
    if who.dep == "nsubj" and before.dep == "nsubj" and before.head is who.head and first.dep == "det":
        return who, before  # "The economist the minister accused now teaches"
    if who.dep == "appos" and before is who.head and before.pos in NAMING and first.dep == "det":
        return who, before
    return None


def shared(thing: Word) -> Word | None:
    """ "Rebels raid village, burn granary": the subject of the second verb, which the parser took to be the village."""
    if thing.dep != "nsubj" or thing.sent.words[-1].text in _MARKS:
        return None
    frames = (_squeezed(c) for c in thing.children if c.dep in _BEFORE)
    return next((seen[0] for seen in frames if seen is not None), None)


def listed(who: Word) -> list[Word]:
    """Those that commas and "and" set before the subject of a misread headline: "Kyiv, Bucharest sign pact"."""
    words, k = who.sent.words, who.i - who.sent.words[0].i
    found = [who]
    while k >= 2 and words[k - 1].lower in (",", "and", "&"):
        k -= 2
        found.insert(0, words[k])
        while k and words[k - 1].head is words[k]:
            k -= 1
    return found


def seeming_adjective(word: Word) -> bool:
    """ "The state armed and fed the rebels": a verb that the tagger took for an adjective."""
    return (
        word.tag == "JJ"
        and word.lower.endswith("ed")
        and word.child("nsubj") is not None
        and word.child("cop", "aux") is None
    )


def in_progress(word: Word) -> bool:
    """ "have been bargaining with envoys": a verb that the tagger took for a noun."""
    if word.pos != "NOUN" or not word.lower.endswith("ing") or word.child("nsubj") is None:
        return False
    return any(c.dep == "aux" and c.lemma == "be" for c in word.children)


def heading(verb: Word) -> Word | None:
    """ "Seoul, Tokyo to hold talks": in a headline, whoever stands before "to"."""
    noun, words = verb.head, verb.sent.words
    if noun is not verb.sent.root or words[-1].text in _MARKS or verb.tag != "VB" or verb.child("nsubj") is not None:
        return None
    to = verb.child("aux")
    k = to.i - words[0].i if to is not None and to.lower == "to" else 0
    plain = all(w.pos in (*NAMING, "ADJ", "NUM", "CCONJ") or w.text in (",", "-") for w in words[:k])
    return words[k - 1] if k and plain and words[k - 1].pos in NAMING else None


def leaving(word: Word) -> Word | None:
    """ "Mayor steps aside after claims": the mayor, where the parser took the verb for a plural."""
    if word.sent.root is not word or word.tag not in ("NNS", "NNPS") or word.sent.words[-1].text in _MARKS:
        return None
    words, k = word.sent.words, word.i - word.sent.words[0].i
    who = words[k - 1] if k else None
    yields = k + 1 < len(words) and words[k + 1].lower == "to" and who is not None  # "Rebel leader surrenders to"
    small = k + 1 < len(words) and words[k + 1].lower in _PARTICLES
    small = small or (yields and who is not None and trigger_index().has(("@official",), who.lemma))
    return who if small and who is not None and who.head is word and who.dep == "compound" else None


_PARTICLES = ("aside", "down", "out", "off", "up", "in", "back")


def object_of(verb: Word) -> Word | None:
    """The object of a verb that the parser misread, and that of a clause without "that": "the men the guards beat"."""
    if (seen := frame(verb)) is not None:
        return seen[1]
    noun, own = verb.head, verb.child("nsubj")
    if verb.sent.root.pos not in ("VERB", "AUX"):
        return None
    if verb.dep != "relcl" or own is None or noun.pos not in ("NOUN", "PROPN") or own.subtree()[0].i != noun.i + 1:
        return None
    if trigger_index().has(("@day", "@stretch"), noun.lemma) or own.tag[0] == "W":
        return None
    stranded = any(c.dep in ("prep", "ccomp", "xcomp") and not c.children for c in verb.children)
    return None if stranded else noun


def is_day(word: Word) -> bool:
    """Whether a word names a day or a part of one: after "on" it is when, not whom."""
    return trigger_index().has(("@day",), word.lower)


def stranded(prep: Word) -> Word | None:
    """ "sent letters to, and fired on, three judges": what a comma parts from its preposition."""
    words, k = prep.sent.words, prep.i - prep.sent.words[0].i + 1
    if k + 1 >= len(words) or words[k].text != "," or prep.children:
        return None
    for noun in words[k + 1 : k + 6]:
        if noun.pos in (*NAMING, "PRON") and noun.dep not in _LEFT:
            return noun if noun.subtree()[0].i == words[k].i + 1 else None
    return None


_LEFT = (*_BEFORE, "det", "poss", "nummod", "quantmod", "advmod")
