"""How firmly an organisation is blamed: claimed, reported as fact, or suspected, and by whom (MUC's confidences)."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.draft import Draft, Sentence

CLAIMING = frozenset({"claim", "admit", "acknowledge", "assume", "accept", "take", "vindicate"})
CLAIMED = frozenset({"responsibility", "credit"})
BLAMING = frozenset(
    {"accuse", "blame", "attribute", "suspect", "allege", "presume", "implicate", "presumably", "allegedly"}
)
POSSIBLE = frozenset({"possible", "possibly", "possibility", "suspicion", "hypothesis"})
AUTHORITY = frozenset(
    {
        "police", "authority", "government", "army", "military", "official", "minister", "president", "general",
        "colonel", "force", "prosecutor", "attorney", "commander", "das", "ministry", "spokesman", "officer", "agent",
    }
)  # fmt: skip
ANSWERS = ("CLAIMED OR ADMITTED", "SUSPECTED OR ACCUSED BY AUTHORITIES", "SUSPECTED OR ACCUSED", "POSSIBLE")


def confidence(names: Sequence[str], draft: Draft) -> str:
    """MUC's word for the firmest way in which a sentence that names one of the organisations ties it to a deed."""
    last = {name.split()[-1].lower() for name in names if name.split()}
    told = {_told(s) for s in draft.sentences if any(w.lower in last for w in s.words)}
    return next((answer for answer in ANSWERS if answer in told), "REPORTED AS FACT")


def _told(sentence: Sentence) -> str:
    lemmas = {w.lemma.lower() for w in sentence.words}
    if lemmas & CLAIMED and lemmas & CLAIMING:
        return "CLAIMED OR ADMITTED"
    if lemmas & BLAMING or any(w.lemma == "believe" and w.tag == "VBN" for w in sentence.words):
        return "SUSPECTED OR ACCUSED BY AUTHORITIES" if lemmas & AUTHORITY else "SUSPECTED OR ACCUSED"
    return "POSSIBLE" if lemmas & POSSIBLE else "REPORTED AS FACT"
