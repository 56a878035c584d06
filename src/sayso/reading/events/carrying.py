"""The light verb that carries a noun: "launched an attack", "flew in for talks", "voted nine billion in aid"."""

from __future__ import annotations

from sayso.knowledge.status import status_words
from sayso.knowledge.triggers import trigger_index
from sayso.reading.draft import Word
from sayso.reading.events import beside, syntax


def carrier_of(noun: Word) -> Word | None:
    """The light verb that carries a noun: "launched an attack", "entered into talks", "the attack was launched"."""
    head = noun.head
    told = next((c for c in noun.having("amod") if c.tag in ("VBN", "VBD") and c.child("nsubj") is not None), None)
    if told is not None and noun.dep == "ROOT" and told.i < noun.i and _is_light(told, status_words().doer_verbs):
        return told  # "The chief held talks", read as a noun phrase
    if noun.dep == "conj" and head.pos in syntax.NOUNS:
        return carrier_of(head)
    if (
        noun.dep == "pobj"
        and head.dep == "prep"
        and head.lower in ("in", "into", "to", "on", "for", "with", "out", "of")
    ):
        above = head.head
        if above.lemma in _GROUPS or beside.measures(above):  # "a wave of", "nine billion in"
            return carrier_of(above) if head.lower in ("of", "out", "in") else None
        if head.lower in ("of", "out") and above.pos in syntax.NOUNS:
            return None
        going = head.lower == "for" and (trigger_index().has(("@going",), above.lemma) or _is_there(above))
        if going and above.pos == "AUX":
            return above
        return above if above.pos == "VERB" and (going or _is_light(above, status_words().doer_verbs)) else None
    if noun.dep in ("dobj", "nsubjpass", "attr") and head.pos in syntax.VERBAL:
        if _conveyed(noun, head):
            return head
        words = status_words()
        granted = trigger_index().has(("@granting",), head.lemma)
        light = _is_light(head, words.doer_verbs) or _is_light(head, words.sufferer_verbs) or _phased(head)
        return head if granted or light else None
    return None


def _conveyed(noun: Word, verb: Word) -> bool:
    """ "An offer was passed to the rebels", "put the demand to the governor"."""
    index = trigger_index()
    return index.has(("@message",), noun.lemma) and index.has(("@conveying",), verb.lemma)


def does(verb: Word) -> bool:
    """Whether the subject of a light verb does what the noun names: "launched an attack", "cut short a visit"."""
    known = _is_light(verb, status_words().doer_verbs) or trigger_index().has(
        ("@going", "@granting", "@conveying"), verb.lemma
    )
    return known or _phased(verb) or _is_there(verb)


def _phased(verb: Word) -> bool:
    """ "cut short a visit", "broke off the talks"."""
    particle = _PHASES.get(verb.lemma)
    return particle is not None and any(c.lower == particle for c in verb.children)


def _is_there(verb: Word) -> bool:
    """ "is due in Khartoum for talks", "was in town for the summit"."""
    if verb.lemma != "be" or verb.pos != "AUX" or verb.child("nsubj") is None:
        return False
    return any(
        c.lower in ("due", "in", "here", "there") and c.dep in ("acomp", "prep", "advmod") for c in verb.children
    )


def _is_light(verb: Word, known: frozenset[str]) -> bool:
    return any(lemma in known for lemma in beside.lemmas(verb))


_PHASES = {"cut": "short", "break": "off", "call": "off", "wrap": "up", "wind": "up", "kick": "off", "shrug": "off"}
_GROUPS = frozenset({"series", "wave", "round", "string", "number", "spate", "campaign", "barrage", "hundred", "dozen"})
