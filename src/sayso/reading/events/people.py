"""Whether a noun means human beings, or cannot mean them."""

from __future__ import annotations

from sayso.knowledge.fates import fate_words
from sayso.knowledge.quantities import QuantityWords
from sayso.reading.draft import Word

_PEOPLE_ENDS = ("man", "woman", "er", "or", "ist", "ian", "ee", "ant", "eer")


def is_person(noun: Word, words: QuantityWords) -> bool:
    """Whether a noun means a human being: by the list, else by its ending."""
    lemma, lower = noun.lemma.lower(), noun.text.removesuffix("s")
    lists = fate_words().lists
    if lemma in lists.materiel or lemma in words.lists.not_people:
        return False
    nation = (
        noun.tag in ("NNPS", "NNS")
        and noun.text[:1].isupper()
        and noun.text.isalpha()
        and noun.i > noun.sent.words[0].i
    )
    if noun.tag == "NNPS" or nation or lemma in lists.collective or lower in words.lists.people:
        return True
    return lemma in words.lists.people or noun.lower in words.lists.people or lemma.endswith(_PEOPLE_ENDS)


def is_thing(noun: Word, words: QuantityWords) -> bool:
    """Whether a noun cannot mean people, by the lists and by its ending: "violations", "houses"."""
    if is_person(noun, words):
        return False
    lemma = noun.lemma.lower()
    if noun.tag in ("NNP", "NNPS") or noun.text[:1].isupper():
        return False
    return lemma in words.lists.not_people or lemma.endswith(words.lists.not_people_endings)
