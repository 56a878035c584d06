"""The light verb that carries a noun: "launched an attack", "flew in for talks", "voted nine billion in aid"."""

from __future__ import annotations

from sayso.knowledge.status import status_words
from sayso.knowledge.triggers import trigger_index
from sayso.reading.draft import Word
from sayso.reading.events import beside, syntax


def carrier_of(noun: Word) -> Word | None:
    """The light verb that carries a noun: "launched an attack", "entered into talks", "the attack was launched"."""
    head = noun.head
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
        going = head.lower == "for" and trigger_index().has(("@going",), above.lemma)
        return above if above.pos == "VERB" and (going or _is_light(above, status_words().doer_verbs)) else None
    if noun.dep in ("dobj", "nsubjpass", "attr") and head.pos in syntax.VERBAL:
        words = status_words()
        granted = trigger_index().has(("@granting",), head.lemma)
        return head if granted or _is_light(head, words.doer_verbs) or _is_light(head, words.sufferer_verbs) else None
    return None


def _is_light(verb: Word, known: frozenset[str]) -> bool:
    return any(lemma in known for lemma in beside.lemmas(verb))


_GROUPS = frozenset({"series", "wave", "round", "string", "number", "spate", "campaign", "barrage", "hundred", "dozen"})
