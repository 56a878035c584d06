"""The group that a counted phrase names, and its public form."""

from __future__ import annotations

import re

from sayso.knowledge.fates import FateWords, fate_words
from sayso.knowledge.quantities import QuantityWords
from sayso.model.reading import Count
from sayso.reading.draft import Draft, Word
from sayso.reading.events.counted import Counted
from sayso.reading.events.people import is_person

_WORD = re.compile(r"[\w’'-]+")


def group_of(one: Counted, draft: Draft, words: QuantityWords, fates: FateWords) -> str | None:
    """The group that is counted; None where the text names none but what happened ("12 dead")."""
    noun = one.noun
    if noun is None or noun.pos not in ("NOUN", "PROPN", "ADJ", "VERB"):
        return None
    lower, lemma = noun.lower, noun.lemma.lower()
    if lower in fates.named or lemma in fates.named or lemma in fates.lists.nameless:
        return _of_kind(noun, words)
    behind = draft.words[noun.i + 1].lower if noun.i + 1 < len(draft.words) else ""
    if lemma in fates.lists.sides and (behind in fates.named or draft.words[noun.i - 1].pos == "DET"):
        return None
    body = one.top is not noun and noun.tag == "NN" and fates.lists.collective.get(lemma, lemma) is None
    if body or (noun.i < one.first and lemma in fates.lists.collective):
        return fates.lists.collective[lemma]
    if lemma == "officer" and not _of_police(noun):
        return lower
    if noun.i != one.last or draft.text[noun.start - 1 : noun.start] == "-":
        found = next((w for w in _WORD.finditer(draft.text, max(0, noun.start - 20)) if w.end() > noun.start), None)
        lower = found[0].lower() if found is not None else lower
    return words.group.get(lemma) or words.group.get(lower) or lower


def _of_kind(noun: Word, words: QuantityWords) -> str | None:
    """Whose the dead are: "3 civilian deaths", "12 police dead"."""
    of = next((c.child("pobj") for c in noun.children if c.lower == "of" and c.i == noun.i + 1), None)
    if of is not None and of.tag == "NNS" and of.child("nummod", "det") is None and is_person(of, words):
        return words.group.get(of.lemma.lower()) or of.lower  # "12 murders of journalists"
    kind = next((c for c in noun.children if c.i == noun.i - 1 and c.dep in ("amod", "compound", "nmod")), None)
    if kind is None or kind.lemma.lower() not in words.lists.people or kind.lower in words.what:
        return None
    return words.group.get(kind.lemma.lower()) or (kind.lower if kind.lower.endswith("s") else kind.lower + "s")


def _of_police(officer: Word) -> bool:
    """Whether an officer is one of the police: the sentence speaks of them, and he is called nothing else."""
    lists = fate_words().lists
    if any(c.lower in lists.soldierly or (c.dep == "amod" and c.text[:1].isupper()) for c in officer.children):
        return False
    return any(w.lower == "police" or w.lemma in lists.riots for w in officer.sent.words)


def as_count(one: Counted, what: str, group: str | None) -> Count:
    """The public form."""
    quantity = one.quantity
    return Count(
        what=what,
        group=group,
        qualifier=quantity.qualifier,
        value=_int(quantity.value),
        low=_int(quantity.low),
        high=_int(quantity.high),
        span=quantity.span,
    )


def _int(value: int | float | None) -> int | None:
    return int(value) if value is not None else None
