"""The stage `Quantities`: numbers with their qualifier, bounds and the noun that they count."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from sayso.knowledge.quantities import QuantityWords, quantity_words
from sayso.model.reading import Qualifier, Time
from sayso.model.span import Span
from sayso.reading.draft import Draft, Word
from sayso.text.numbers import Number, numbers

Kind = Literal["people", "money", "percent", "distance", "weight", "duration", "things"]
_REACH = 24  # characters before a number in which a qualifier may begin
_RANGE = re.compile(r"\s*(?:-|–|—|to|and|or)\s*", re.IGNORECASE)
_WORDY = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount. `span`: qualifier and number; `noun`: index of the word counted, None if the text names none.

    `value` is None for vague words and ranges; `low` and `high` are inclusive bounds, None where open.
    """

    span: Span
    qualifier: Qualifier
    value: int | float | None
    low: int | float | None
    high: int | float | None
    kind: Kind
    head: int
    noun: int | None


@dataclass(frozen=True)
class Quantities:
    """Amounts in running text. Figures inside a time expression are no amounts."""

    reads: ClassVar[tuple[str, ...]] = ("times",)
    writes: ClassVar[str] = "quantities"

    def __call__(self, draft: Draft) -> tuple[Quantity, ...]:
        """Quantities in the order of the text."""
        words = quantity_words()
        times = [t.span for t in draft.layer("times") if isinstance(t, Time)]
        found: list[Quantity] = []
        for quantity in sorted(_all(draft, words), key=lambda q: q.span):
            if found and quantity.span[0] < found[-1].span[1]:
                continue
            if not _inside(quantity.span, times):
                found.append(quantity)
        return tuple(found)


def _inside(span: Span, times: list[Span]) -> bool:
    k = bisect_right(times, span[0], key=lambda t: t[0]) - 1
    return k >= 0 and times[k][1] >= span[1]


def _all(draft: Draft, words: QuantityWords) -> Iterator[Quantity]:
    text, previous = draft.text, None
    for sentence in draft.sentences:
        b, e = sentence.span
        part = text[b:e]
        for number in numbers(part):
            placed = replace(number, span=(number.span[0] + b, number.span[1] + b))
            quantity = _quantity(draft, placed, words, b)
            if quantity is None:
                continue
            joined = _ranged(text, previous, quantity) if previous is not None else None
            if joined is not None:
                yield joined
            elif previous is not None:
                yield previous
            previous = None if joined is not None else quantity
        if previous is not None:
            yield previous
        previous = None
        yield from _vague(draft, words, b, part)


def _quantity(draft: Draft, number: Number, words: QuantityWords, begin: int) -> Quantity | None:
    inside = draft.words_in(number.span)
    if not inside or number.value < 0:
        return None
    head = next((w for w in inside if w.head is w or w.head not in inside), inside[-1])
    if (
        head.text.lower() in ("one", "two")
        and head.dep in ("nsubj", "attr")
        and head.child("prep") is None
        and not number.vague
    ):
        return None
    b, e = number.span
    qualifier, start = _before(draft.text, b, words, begin)
    noun = _counted(head, inside)
    kind = _kind(draft, noun, head, words, number.span)
    value: int | float | None = number.value
    if number.vague:
        return Quantity((start, e), "vague", None, value, None, kind, head.i, noun.i if noun else None)
    after = words.behind.match(draft.text, e)
    if after is not None and qualifier == "exact":
        qualifier, e = words.lists.after[_plain(after[1])], after.end()
    strict = _plain(draft.text[start:b]) in words.lists.strict
    low, high = _bounds(qualifier, number.value, strict)
    return Quantity((start, e), qualifier, value, low, high, kind, head.i, noun.i if noun else None)


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


def _before(text: str, begin: int, words: QuantityWords, sentence: int) -> tuple[Qualifier, int]:
    """The qualifier right before a number, and where the amount then begins."""
    first = max(sentence, begin - _REACH)
    found = words.before.search(text[first:begin])
    if found is None:
        return "exact", begin
    return words.lists.qualifiers[_plain(found[1])], first + found.start(1)


def _bounds(qualifier: Qualifier, value: int | float, strict: bool) -> tuple[int | float | None, int | float | None]:
    if qualifier == "exact":
        return value, value
    step = 1 if isinstance(value, int) else 0
    if qualifier == "at-least":
        return value, None
    if qualifier == "more-than":
        return value + step, None
    if qualifier == "up-to":
        return None, value - step if strict else value
    return None, None


def _ranged(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """ "20 to 30", "between 20 and 30": one amount with two bounds."""
    gap = text[first.span[1] : second.span[0]]
    if not _RANGE.fullmatch(gap) or first.value is None or second.value is None or second.value <= first.value:
        return None
    if gap.strip().lower() == "and" and not text[: first.span[0]].rstrip().lower().endswith("between"):
        return None
    return replace(
        second, span=(first.span[0], second.span[1]), qualifier="about", value=None, low=first.value, high=second.value
    )


def _counted(head: Word, inside: tuple[Word, ...]) -> Word | None:
    """The noun that a number counts: "12 soldiers", "dozens of people"; a participle for "12 killed"."""
    if head.dep in ("nummod", "amod", "compound", "nmod", "quantmod", "det") and head.head not in inside:
        noun = head.head
        return _counted(noun, inside) if noun.pos == "NUM" and noun.dep == "nummod" else noun
    of = next((c for c in head.children if c.dep == "prep" and c.lower == "of"), None)
    if of is not None and of.child("pobj") is not None:
        return of.child("pobj")
    return None


def _kind(draft: Draft, noun: Word | None, head: Word, words: QuantityWords, span: Span) -> Kind:
    lists = words.lists
    text = draft.text
    if (span[0] and text[span[0] - 1] in lists.signs) or any(c.lower in lists.signs for c in head.children):
        return "money"
    if text[span[1] : span[1] + 1] == "%":
        return "percent"
    if noun is None:
        return "people" if _people_near(head, words) else "things"
    lemma = noun.lemma.lower()
    unit = _unit(lemma, words)
    if unit is not None:
        return unit
    if lemma in lists.people or noun.text in lists.people or noun.lemma in lists.people:
        return "people"
    return "people" if noun.tag in ("VBN", "VBD", "JJ") and lemma in words.what else "things"


def _unit(lemma: str, words: QuantityWords) -> Kind | None:
    lists = words.lists
    if lemma in lists.currency:
        return "money"
    if lemma in lists.percent:
        return "percent"
    if lemma in lists.distance:
        return "distance"
    if lemma in lists.weight:
        return "weight"
    return "duration" if lemma in lists.duration else None


def _people_near(head: Word, words: QuantityWords) -> bool:
    """ "killed 12", "12 were wounded", "12 dead": a bare number beside a word of harm or arrest counts people."""
    near = (head.head, *head.children)
    return any(w.lemma in words.what or w.lower in words.what for w in near)


def _vague(draft: Draft, words: QuantityWords, begin: int, part: str) -> Iterator[Quantity]:
    """ "several soldiers", "a number of villages": amounts without a figure."""
    for found in words.vague.finditer(part):
        span = (begin + found.start(), begin + found.end())
        inside = draft.words_in(span)
        head = next((w for w in inside if w.head is w or w.head not in inside), None)
        if head is None:
            continue
        noun = _counted(head, inside)
        if noun is None or noun.tag not in ("NNS", "NNPS", "NN") or noun in inside:
            continue
        if not _WORDY.match(noun.text):
            continue
        kind = _kind(draft, noun, head, words, span)
        low = words.lists.vague[_plain(found[1])].low
        yield Quantity(span, "vague", None, low, None, kind, head.i, noun.i)
