"""Whether what "of" brings in after a doer is his, or whom the deed befell: "the seizure by pirates of a tanker"."""

from __future__ import annotations

from sayso.knowledge.fates import fate_words
from sayso.knowledge.triggers import trigger_index
from sayso.reading.draft import Word
from sayso.reading.events.links import after


def _befallen(agent: Word) -> bool:
    """ "the killing by a militiaman of three nurses": people whom the "of" brings in anew are nobody's."""
    who = after(agent, "of")
    if agent.lemma in fate_words().lists.kin or who is None or not trigger_index().has(("@person",), who.lemma):
        return False
    fresh = who.child("nummod") is not None or any(
        c.lower in ("a", "an") for w in (who, who.child("poss")) if w is not None for c in w.having("det")
    )
    return fresh or (who.tag == "NNS" and who.child("det", "poss") is None)


def of_deed(agent: Word) -> bool:
    """Whether an "of" after a doer tells whom the deed befell: "the seizure by pirates of a tanker".

    Not so "the attack by members of a sect", nor where the deed has an "of" of its own.
    """
    deed = agent.head.head
    if agent.dep != "pobj" or agent.head.lower != "by" or deed.pos != "NOUN" or agent.pos not in ("NOUN", "PROPN"):
        return False
    if deed.tag == "NNS" or after(deed, "of", "on", "against") is not None:
        return False
    if (agent.lemma in fate_words().lists.related or agent.tag == "NN") and not _befallen(agent):
        return False
    return deed.dep != "pobj" or deed.head.lower != "of"
