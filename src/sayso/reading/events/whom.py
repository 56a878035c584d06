"""Whom a sentence counts: the amounts of people and things in it, and single victims ("a policeman")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sayso.knowledge.fates import FateWords
from sayso.knowledge.quantities import QuantityWords
from sayso.reading.draft import Draft, Sentence, Word
from sayso.reading.events.counted import Counted, counted, end_of, is_whole
from sayso.reading.events.people import is_person
from sayso.reading.events.tags import NAMING
from sayso.reading.quantities import Quantity

_ONE = frozenset({"a", "an", "another"})
_DIRECTIONS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
_THIRD = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
_PAIRS = {"twin": 2, "triplet": 3, "both": 2}
_COUPLES = frozenset({"couple", "pair", "duo", "trio"})


def counted_in(
    sentence: Sentence, draft: Draft, quantities: Sequence[Quantity], words: QuantityWords, fates: FateWords
) -> list[Counted]:
    """What a sentence counts, in its order; amounts of money, time, distance … left out."""
    begin, end = sentence.span
    k = bisect_left(quantities, begin, key=lambda q: q.span[0])
    found: list[Counted] = []
    taken: set[int] = set()
    while k < len(quantities) and quantities[k].span[0] < end:
        one = counted(quantities[k], draft, fates)
        taken.update(w.i for w in draft.words_in(quantities[k].span))
        if one is not None:
            found.append(replace(one, whole=True) if is_whole(one, draft, fates) else one)
            taken.update(range(one.first, one.last + 1))
        k += 1
    found += _singles(sentence, draft, words, fates, taken)
    return sorted(found, key=lambda c: c.first)


def _singles(
    sentence: Sentence, draft: Draft, words: QuantityWords, fates: FateWords, taken: set[int]
) -> list[Counted]:
    found: list[Counted] = []
    kept: set[int] = set()
    for word in sentence.words:
        if _another(word) and word.i not in taken:
            one = Quantity(word.span, "exact", 1, 1, 1, "people", word.i, None)
            found.append(Counted(one, None, word, word.i, word.i, single=True))
            continue
        if word.lower in _ONE and word.i not in taken and word.head.i > word.i:
            noun, span = _named(word, draft), word.span
            top = word.head
        elif (
            word.lower in _PAIRS
            and word.dep in ("amod", "compound", "det")
            and (two := _twins(word, taken, words)) is not None
        ):
            found.append(two)
            taken.update((two.first, two.last))
            continue
        elif word.tag == "PRP$" and _of_couple(word, words):
            noun, top, span = word.head, word.head, word.head.span  # "a couple and their lodger"
        elif word.tag == "PRP$" and _and_his(word, kept | taken, words):
            noun, top, span = word.head, word.head, word.head.span  # "a judge dead and his wife injured"
        elif word.tag == "PRP$" and word.head.dep in ("conj", "appos") and _whose(word.head, kept, taken, words):
            noun, top, span = word.head, word.head, word.head.span  # "a lawyer and her driver"
        else:
            continue
        if noun.tag not in ("NN", "NNP", "JJ", "VBN") or noun.i in taken or _no_unit(noun, fates):
            continue
        if noun.tag == "VBN" and noun.dep == "conj" and noun.head.tag in ("VBN", "VBD"):
            continue  # "killed and a fourth wounded"
        if noun.lower in _THIRD or (noun.tag == "VBN" and noun.lower not in words.lists.people):
            continue
        if (noun.dep in ("compound", "amod", "nmod", "npadvmod", "poss") and noun.i > word.head.i) or (
            _beside(noun, kept, taken) and not _included(word, draft, fates)
        ):
            continue
        kept.add(noun.i)
        kind = "people" if is_person(noun, words) else "things"
        one = Quantity(span, "exact", 1, 1, 1, kind, noun.i, noun.i)  # type: ignore[arg-type]
        found.append(Counted(one, noun, top, min(word.i, noun.i), end_of(noun, draft), single=True))
    return found


def _twins(word: Word, taken: set[int], words: QuantityWords) -> Counted | None:
    """ "a mother and her twin daughters"."""
    noun, many = word.head, _PAIRS[word.lower]
    if noun.tag != "NNS" or noun.i in taken or noun.child("nummod") is not None:
        return None
    if word.dep == "det" and (noun.dep == "appos" or not is_person(noun, words)):
        return None  # "two brothers, both farmers"; "both camps"
    return Counted(Quantity(word.span, "exact", many, many, many, "people", noun.i, noun.i), noun, noun, word.i, noun.i)


def _of_couple(owner: Word, words: QuantityWords) -> bool:
    inside = owner.sent.words
    k = owner.i - inside[0].i
    couple = k > 1 and inside[k - 1].lower == "and" and inside[k - 2].lemma in _COUPLES
    return couple and is_person(owner.head, words)


def _another(word: Word) -> bool:
    """ "and another was hurt", "and a third was hurt"."""
    if word.lower == "another":
        return word.dep in ("nsubj", "nsubjpass", "dobj", "conj")
    if word.lower not in _THIRD or word.i == word.sent.words[0].i:
        return False
    k = word.i - word.sent.words[0].i
    words = word.sent.words
    behind = words[k + 1] if k + 1 < len(words) else word
    told = behind.pos in ("AUX", "ADV") or behind.tag in ("VBN", "VBD")
    return words[k - 1].lower in ("a", "an") and (told or (word.dep == "dobj" and behind.lower != "of"))


def _whose(noun: Word, kept: set[int], taken: set[int], words: QuantityWords) -> bool:
    """Whether "their driver" stands beside people counted."""
    other = noun.head.i
    return other in kept or (other in taken and noun.dep == "conj" and is_person(noun, words))


def _named(article: Word, draft: Draft) -> Word:
    """The noun of an article, where the parser went on to a direction: "a granary south of Mykolaiv"."""
    noun = article.head
    if noun.lower in _DIRECTIONS and noun.i - 1 > article.i and draft.words[noun.i - 1].pos in (*NAMING, "ADJ"):
        return draft.words[noun.i - 1]
    return noun


def _included(article: Word, draft: Draft, fates: FateWords) -> bool:
    """ "all 19, among them a minister"."""
    before = tuple(w.lower for w in draft.words[max(0, article.i - 3) : article.i])
    if _among_them(draft, article.head.i) or _itemised(article):
        return True
    return any(before[-len(phrase) :] == phrase for phrase in fates.including)


def _itemised(article: Word) -> bool:
    """ "killed all in the house: a father, a mother, four daughters"."""
    for word in reversed(article.sent.words[: article.i - article.sent.words[0].i]):
        if word.text == ":":
            return True
        if word.pos in ("VERB", "AUX", "ADP") or word.text == ";":
            return False
    return False


def _among_them(draft: Draft, last: int) -> bool:
    """ "a toddler among them"."""
    return [w.lower for w in draft.words[last + 1 : last + 3]] == ["among", "them"]


def _and_his(owner: Word, counted: set[int], words: QuantityWords) -> bool:
    """Whether "and his wife" begins a clause after somebody counted."""
    before = owner.sent.words[owner.i - owner.sent.words[0].i - 1]
    subject = owner.head.dep in ("nsubj", "nsubjpass") and is_person(owner.head, words)
    return bool(counted) and before.lower == "and" and subject


def _no_unit(noun: Word, fates: FateWords) -> bool:
    return noun.lemma in fates.lists.uncounted or noun.lemma in fates.lists.collective


def _beside(noun: Word, kept: set[int], taken: set[int]) -> bool:
    """Whether a noun only says who somebody else is ("the mayor, a doctor"); not so in a list that goes on."""
    if noun.dep == "conj" and noun.head.dep == "appos" and noun.head.i not in kept | taken:
        return True
    if noun.dep != "appos":
        return False
    further = noun.conjuncts()
    if not further:
        return True
    if noun.head.i in kept:
        return False
    words = noun.sent.words
    k = further[-1].i - words[0].i + 1
    closed = (
        k < len(words) and words[k].text == "," and further[-1].tag in ("NN", "NNP")
    )  # "two brothers, a cook and a farmer, were killed"
    return noun.head.tag not in ("NNS", "NNPS") or closed
