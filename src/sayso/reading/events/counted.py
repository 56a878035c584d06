"""Whom a sentence counts: the amounts of people and things in it, and single victims ("a policeman")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sayso.knowledge.fates import FateWords, fate_words
from sayso.knowledge.quantities import QuantityWords
from sayso.reading.draft import Draft, Sentence, Word
from sayso.reading.events.people import is_person
from sayso.reading.quantities import Quantity

_PRONOUNS = frozenset({"them", "us", "whom", "you", "these", "those", "which"})
_ONE = frozenset({"a", "an", "another"})
_NOUNS = ("NOUN", "PROPN")
_OWN = frozenset({"own", "ours", "theirs", "hers", "yours", "mine"})
_DIRECTIONS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
_AGE = frozenset({"aged", "age", "ages", "youngest", "eldest", "oldest", "elder", "younger", "older"})
_CAPTIVE = frozenset({"hostage", "captive", "prisoner"})
_SHORT = frozenset({"displaced", "killed", "missing"})
_THIRD = frozenset({"second", "third", "fourth", "fifth"})
_YEARS = (1900, 2099)
_IN_ALL = (("in", "all"), ("in", "total"), ("of", "them"), ("according", "to"))
_PAIRS = {"twin": 2, "triplet": 3}
_ROUND = frozenset({"tens", "hundreds", "thousands", "millions"})
_AGO = frozenset({"year", "month", "week", "decade"})
_COUPLES = frozenset({"couple", "pair", "duo", "trio"})


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """A counted phrase: words `first` to `last`; `top`: the word by which it hangs in the sentence.

    `part`: it counts some of those counted before ("two of them"); `single`: no number, but one of its kind ("a monk");
    `whole`: that of which another takes a part ("two of the four hostages").
    """

    quantity: Quantity
    noun: Word | None
    top: Word
    first: int
    last: int
    part: bool = False
    single: bool = False
    whole: bool = False


def counted_in(
    sentence: Sentence, draft: Draft, quantities: Sequence[Quantity], words: QuantityWords, fates: FateWords
) -> list[Counted]:
    """What a sentence counts, in its order; amounts of money, time, distance … left out."""
    begin, end = sentence.span
    k = bisect_left(quantities, begin, key=lambda q: q.span[0])
    found: list[Counted] = []
    taken: set[int] = set()
    while k < len(quantities) and quantities[k].span[0] < end:
        one = _counted(quantities[k], draft, fates)
        taken.update(w.i for w in draft.words_in(quantities[k].span))
        if one is not None:
            found.append(replace(one, whole=True) if _whole(one, draft, fates) else one)
            taken.update(range(one.first, one.last + 1))
        k += 1
    found += _singles(sentence, draft, words, fates, taken)
    return sorted(found, key=lambda c: c.first)


def _counted(quantity: Quantity, draft: Draft, fates: FateWords) -> Counted | None:
    if quantity.kind not in ("people", "things") or quantity.value == 0:
        return None
    inside = draft.words_in(quantity.span)
    first, last = inside[0].i, inside[-1].i
    if _unreal(draft, first, last) or _year(quantity, draft):
        return None
    head = draft.words[quantity.head]
    noun = draft.words[quantity.noun] if quantity.noun is not None else None
    if noun is not None and noun.i <= last and noun.lower in _ROUND:
        noun = None  # "tens of thousands"
    if noun is not None and noun.lower in _CAPTIVE and last < noun.i - 1 and draft.words[noun.i - 1].tag == "NNS":
        noun = draft.words[noun.i - 1]  # "took 28 pupils hostage"
    if noun is not None and noun.lower not in fates.named and _told_at_once(draft, last, fates):
        noun, head = None, inside[-1]
    if noun is not None and last < noun.i:
        noun = _whole_noun(noun)
    if noun is not None and noun.i > last + 1 and _headlined(draft.words[last + 1], fates):
        noun, head = None, inside[-1]
    if noun is not None and noun.lower in _PRONOUNS:
        return Counted(quantity, None, head, first, noun.i, part=noun.lower in ("them", "whom", "which"))
    if noun is not None and noun.lower in _AGO and last + 1 < noun.i and draft.words[last + 1].pos == "DET":
        noun = None  # "15,000 a year ago"
    if noun is not None and noun.lower in _OWN:
        return Counted(quantity, None, head, first, noun.i)
    if noun is None and (all_ := _as_many(draft, first, last)) is not None:
        return Counted(quantity, all_, all_, first, last)
    if noun is not None and (_beyond(draft, last, noun) or noun.lower == "more"):
        noun = None
        head = inside[-1] if head in inside or head.tag.startswith("VB") else head
    if noun is None and draft.words[last].lower == "couple":
        return None
    if noun is None and quantity.value == 1 and inside[-1].dep == "nsubj" and inside[-1].head.tag in ("VBZ", "VBP"):
        return None  # "if one believes the prefect"
    if noun is None:
        around = _around(draft, first, last)
        if _is_age(around) or any(w.lower in _AGE for w in draft.words[max(0, first - 4) : first]):
            return None
        owner = _owner(draft, first, fates)
        if owner is not None:
            return Counted(quantity, owner, owner, first, last) if owner.lemma in fates.lists.collective else None
        return Counted(quantity, None, head, first, _past_whole(draft, last))
    through = any(w.lower == "of" for w in draft.words[last + 1 : noun.i])
    top = head if through and head.i != noun.i else noun
    if noun.i <= last:
        top = head
    them = through and any(w.lower in ("them", "whom") for w in draft.words[last + 1 : noun.i])
    return Counted(quantity, noun, top, first, max(last, _end(noun, draft)), part=them)  # "three of them women"


def _as_many(draft: Draft, first: int, last: int) -> Word | None:
    """The noun before an inserted figure: "whole villages, 23 by his reckoning", "the strikers, 340 in all"."""
    words = draft.words
    if first < 2 or last + 2 >= len(words) or words[first - 1].text not in (",", "(", "–", "—"):
        return None
    noun, behind = words[first - 2], tuple(w.lower for w in words[last + 1 : last + 3])
    told = behind in _IN_ALL or (behind[0] == "by" and words[last + 2].pos in ("DET", "PRON", "NOUN", "PROPN"))
    named = noun.lower in fate_words().named or noun.lower in fate_words().state
    return noun if told and noun.tag in ("NNS", "NNPS") and noun.dep.startswith("nsubj") and not named else None


def _whole_noun(noun: Word) -> Word:
    """ "forty lorry drivers", where the parser hangs the number on the first noun."""
    head = noun.head
    joined = noun.dep == "compound" and head.i == noun.i + 1 and head.lower not in _CAPTIVE
    plural = head.tag == "NNS" or (head.tag == "NN" and noun.tag in ("NNS", "NNPS", "NNP"))
    return head if joined and plural else noun


def _headlined(verb: Word, fates: FateWords) -> bool:
    """ "27,000 flee homes", where the parser takes the verb for a noun."""
    listed = fates.undergone.get(verb.lower)
    return listed is not None and verb.tag in ("NN", "VB", "VBP") and all(what in _SHORT for _, what in listed)


def _unreal(draft: Draft, first: int, last: int) -> bool:
    """ "not 30 but 13", "four times as many", and rates: "for every soldier lost, ten of the enemy"."""
    words = draft.words
    after = words[last + 1].lower if last + 1 < len(words) else ""
    if _one_by_one([w.lower for w in words[max(0, first - 2) : last + 4]]):
        return True
    if after == "times" or (first and words[first - 1].lower == "not"):
        return True
    sentence = [w.lower for w in words[first].sent.words]
    return any(a == "for" and b in ("every", "each") for a, b in pairwise(sentence))


def _one_by_one(near: list[str]) -> bool:
    """ "four people, one by one", "two at a time"."""
    said = " ".join(near)
    return " at a time" in said or any(
        b in ("by", "after") and c in (a, "another", "other") for a, b, c in zip(near, near[1:], near[2:], strict=False)
    )


def _year(quantity: Quantity, draft: Draft) -> bool:
    """ "over 2016 coup": a year before what happened in it."""
    digits = draft.text[slice(*quantity.span)][-4:]
    noun = draft.words[quantity.noun] if quantity.noun is not None else None
    singular = noun is not None and noun.tag == "NN"
    return singular and digits.isdigit() and _YEARS[0] <= int(digits) <= _YEARS[1] and quantity.low != quantity.high


def _beyond(draft: Draft, last: int, noun: Word) -> bool:
    """Whether what the parser takes for the noun is of another clause: "killing 42 and injuring scores"."""
    if noun.i <= last:
        return False
    if noun.tag in ("VBN", "VBD", "VBG", "VBP", "VBZ") and noun.lower not in fate_words().what:
        return True
    between = draft.words[last + 1 : noun.i]
    if any(w.pos == "ADP" and w.lower != "of" for w in between):
        return True  # "life terms to 337 over 2016 coup"
    return any(w.pos == "CCONJ" for w in between[:1]) and any(w.tag in ("VBG", "VBD") for w in between)


def _past_whole(draft: Draft, last: int) -> int:
    """The end of "26 of the 31", "six of those"."""
    words, k = draft.words, last + 1
    if k >= len(words) or words[k].lower != "of":
        return last
    while k + 1 < len(words) and (words[k + 1].pos in ("DET", "NUM", "PRON") or words[k + 1].tag == "PRP$"):
        k += 1
    return k if words[k].lower != "of" else last


def _told_at_once(draft: Draft, last: int, fates: FateWords) -> bool:
    """ "300 dead, 1,000 hurt and 5,000 homeless": no noun, whatever the parser takes for one."""
    words = draft.words
    if last + 1 >= len(words) or not (words[last + 1].lower in fates.state or words[last + 1].lower in fates.named):
        return False
    return last + 2 >= len(words) or words[last + 2].pos not in ("NOUN", "PROPN", "ADJ", "VERB", "NUM")


def _around(draft: Draft, first: int, last: int) -> tuple[Word | None, Word | None, Word | None]:
    words = draft.words
    return (
        words[first - 2] if first > 1 else None,
        words[first - 1] if first else None,
        words[last + 1] if last + 1 < len(words) else None,
    )


def _is_age(around: tuple[Word | None, Word | None, Word | None]) -> bool:
    """ "the mayor, 44, was shot", "Maria Silva (31)"."""
    before, comma, after = around
    if before is None or comma is None or before.pos not in _NOUNS or before.tag in ("NNS", "NNPS"):
        return False
    return comma.text in (",", "(") and (after is None or after.text in (",", ")", "."))


def _owner(draft: Draft, first: int, fates: FateWords) -> Word | None:
    """The noun before "of" and a bare number: "a crowd of 300", "a boy of 14"."""
    words, k = draft.words, first - 1
    if k > 0 and words[k].lower in ("between", "some", "about"):
        k -= 1
    if k < 1 or words[k].lower != "of":
        return None
    owner = words[k - 1]
    if owner.lemma in fates.lists.tolls or owner.lemma in fates.deeds:
        return None
    if owner.pos == "PROPN" or owner.lower in fates.lists.custodians:
        return None  # "the organisers speak of 60,000, the police of 15,000"
    return owner if owner.pos in _NOUNS else None


def _end(noun: Word, draft: Draft) -> int:
    """The last word of a noun, with what is hyphened to it: "passers-by"."""
    words, k = draft.words, noun.i
    while k + 2 < len(words) and words[k + 1].text == "-" and words[k + 1].start == words[k].end:
        k += 2
    return k


def _whole(one: Counted, draft: Draft, fates: FateWords) -> bool:
    """Whether an amount is only the whole of which another takes a part: "two of the four hostages"."""
    words, k = draft.words, one.first - 1
    while k > 1 and (words[k].pos in ("DET", "ADJ") or words[k].tag in ("PRP$", "POS")):
        k -= 2 if words[k].tag == "POS" else 1
    if k < 1 or words[k].lower != "of":
        return False
    before = words[k - 1]
    if k == one.first - 1:
        return before.pos == "NUM" and one.noun is not None  # "28 of 33 drones"
    return before.pos == "NUM" or before.lower in fates.lists.parts


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
        elif word.lower in _PAIRS and word.dep in ("amod", "compound") and (two := _twins(word, taken)) is not None:
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
        if noun.lower in _THIRD or (noun.tag == "VBN" and noun.lower not in words.lists.people):
            continue
        if (noun.dep in ("compound", "amod", "nmod", "npadvmod", "poss") and noun.i > word.head.i) or (
            _beside(noun, kept, taken) and not _included(word, draft, fates)
        ):
            continue
        kept.add(noun.i)
        kind = "people" if is_person(noun, words) else "things"
        one = Quantity(span, "exact", 1, 1, 1, kind, noun.i, noun.i)  # type: ignore[arg-type]
        found.append(Counted(one, noun, top, min(word.i, noun.i), _end(noun, draft), single=True))
    return found


def _twins(word: Word, taken: set[int]) -> Counted | None:
    """ "a mother and her twin daughters"."""
    noun, many = word.head, _PAIRS[word.lower]
    if noun.tag != "NNS" or noun.i in taken or noun.child("nummod") is not None:
        return None
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
    return words[k - 1].lower == "a" and (told or (word.dep == "dobj" and behind.lower != "of"))


def _whose(noun: Word, kept: set[int], taken: set[int], words: QuantityWords) -> bool:
    """Whether "their driver" stands beside people counted."""
    other = noun.head.i
    return other in kept or (other in taken and noun.dep == "conj" and is_person(noun, words))


def _named(article: Word, draft: Draft) -> Word:
    """The noun of an article, where the parser went on to a direction: "a granary south of Mykolaiv"."""
    noun = article.head
    if noun.lower in _DIRECTIONS and noun.i - 1 > article.i and draft.words[noun.i - 1].pos in (*_NOUNS, "ADJ"):
        return draft.words[noun.i - 1]
    return noun


def _included(article: Word, draft: Draft, fates: FateWords) -> bool:
    """ "all 19, among them a minister"."""
    before = tuple(w.lower for w in draft.words[max(0, article.i - 3) : article.i])
    if _among_them(draft, article.head.i):
        return True
    return any(before[-len(phrase) :] == phrase for phrase in fates.including)


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
