"""A counted phrase: the number, the noun that it counts, and the word by which it hangs in its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from sayso.knowledge.fates import FateWords, fate_words
from sayso.reading.draft import Draft, Word
from sayso.reading.events.tags import NAMING
from sayso.reading.quantities import Quantity

_PRONOUNS = frozenset({"them", "us", "whom", "you", "these", "those", "which"})
_OWN = frozenset({"own", "ours", "theirs", "hers", "yours", "mine"})
_AGE = frozenset({"aged", "age", "ages", "youngest", "eldest", "oldest", "elder", "younger", "older"})
_CAPTIVE = frozenset({"hostage", "captive", "prisoner"})
_SHORT = frozenset({"displaced", "killed", "missing"})
_YEARS = (1900, 2099)
_IN_ALL = (("in", "all"), ("in", "total"), ("of", "them"), ("according", "to"))
_ROUND = frozenset({"tens", "hundreds", "thousands", "millions"})
_AGO = frozenset({"year", "month", "week", "decade"})


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


def counted(quantity: Quantity, draft: Draft, fates: FateWords) -> Counted | None:
    """The phrase of an amount; None for ages, years, rates and what is no amount of people or things."""
    if quantity.kind not in ("people", "things") or quantity.value == 0:
        return None
    inside = draft.words_in(quantity.span)
    first, last = inside[0].i, inside[-1].i
    if _unreal(draft, first, last) or _year(quantity, draft):
        return None
    head = draft.words[quantity.head]
    noun = draft.words[quantity.noun] if quantity.noun is not None else None
    if (
        noun is not None
        and noun.lower == "shot"
        and last + 2 < len(draft.words)
        and draft.words[last + 2].lower == "dead"
    ):
        noun, head = None, inside[-1]  # "and three shot dead"
    if noun is not None and noun.lower == "head" and quantity.value != 1:
        return None  # "2,000 head of cattle"
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
        more = head.head.lower == "more" and head.head.i == last + 1 and head.dep in ("nummod", "quantmod")
        return Counted(quantity, None, head.head if more else head, first, _past_whole(draft, last))
    through = any(w.lower == "of" for w in draft.words[last + 1 : noun.i])
    top = head if through and head.i != noun.i else noun
    if noun.i <= last:
        top = head
    them = through and any(w.lower in ("them", "whom") for w in draft.words[last + 1 : noun.i])
    return Counted(quantity, noun, top, first, max(last, end_of(noun, draft)), part=them)  # "three of them women"


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
    """ "over 2016 coup": a year before what happened in it; "between 1980 and 2000"."""
    low, high = quantity.low, quantity.high
    if quantity.value is None and low is not None and high is not None and quantity.noun is None:
        return _YEARS[0] <= low <= high <= _YEARS[1] and draft.text[slice(*quantity.span)][:4].isdigit()
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
    if before is None or comma is None or before.pos not in NAMING or before.tag in ("NNS", "NNPS"):
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
    return owner if owner.pos in NAMING else None


def end_of(noun: Word, draft: Draft) -> int:
    """The last word of a noun, with what is hyphened to it: "passers-by"."""
    words, k = draft.words, noun.i
    while k + 2 < len(words) and words[k + 1].text == "-" and words[k + 1].start == words[k].end:
        k += 2
    return k


def is_whole(one: Counted, draft: Draft, fates: FateWords) -> bool:
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
