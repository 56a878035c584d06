"""The stage `Quantities`: numbers with their qualifier, bounds and the noun that they count."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from sayso.knowledge.fates import fate_words
from sayso.knowledge.quantities import QuantityWords, quantity_words
from sayso.model.reading import Qualifier, Time
from sayso.model.span import Span
from sayso.reading.draft import Draft, Word
from sayso.text.numbers import Number, numbers

Kind = Literal["people", "money", "percent", "distance", "weight", "duration", "things"]
_REACH = 36  # characters before a number in which a qualifier may begin
_RANGE = re.compile(r"\s*(?:-|–|—|to|and|or)\s*", re.IGNORECASE)
_PARTICLES = frozenset({"over", "around", "about", "under", "up", "past"})
_HANDED = re.compile(r"\b(?:hand|turn)(?:s|ed|ing)?\s+$", re.IGNORECASE)
_STOP = re.compile(r"[:;]")
_WORDY = re.compile(r"[A-Za-z]")
_HEAD, _TAIL = re.compile(r"\d{1,3}"), re.compile(r"\d{3}")
# "one in every 40", "three more than last year"
_SHARE = re.compile(r"\s+(?:in\s+(?:every\b|\d+\b(?!\s+\w+s\b))|(?:more|fewer|less)\s+than\b)", re.IGNORECASE)
_NOBODY = re.compile(r"(?:\bno|\bany|\bevery|\bsome|\beach|\bnot|\bnot even|\bnot a single)[\s-]+$", re.IGNORECASE)
_BUT = re.compile(r"\b(?:all but|except|except for|bar|other than|for every|for each)\s+$", re.IGNORECASE)
_AS_MANY = re.compile(r"\b(?:as|how|so|too|that|not)\s+$", re.IGNORECASE)
_FROM = re.compile(
    r"\b(?:from|(?:rose|risen|rises|rising|grew|grown|climbed|increased|jumped|up|fell|dropped|swelled|went) by)\s+$",
    re.IGNORECASE,
)
_VARYING = re.compile(
    r"\b(?:vary|varies|varied|varying|ranges?|ranged|ranging|runs?|anything|anywhere)\s+from\s+$", re.IGNORECASE
)
_REST = re.compile(r"(?:-[\w’']+)+")  # "passers-by"
_FRACTION = re.compile(
    r"\b(an?|another|one|two|three|four|five|seven|nine)[\s-]+([a-z]+)\s+of\s+an?\s+(hundred|thousand|million|billion)\b",
    re.IGNORECASE,
)
# "a dozen and a half", "two score", "three score and ten": sums of old units
_OLD = re.compile(
    r"\b(an?|half an?|two|three|four|five|six)\s+(dozen|score)\b(?:\s+(?:and\s+(?:(a half)|(\w+))\b))?", re.IGNORECASE
)
_OLD_UNITS = {"dozen": 12, "score": 20}
_WHOLES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_SCORES = re.compile(r"\b(scores)\b(?!\s+of\b)", re.IGNORECASE)
_NAMED = ("NNS", "NNPS", "NNP", "NN")


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
        for quantity in sorted(_all(draft, words), key=lambda q: (q.span[0], -q.span[1])):
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
        for number in _grouped(part):
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
        yield from _scores(draft, words, b, part)
        yield from _vague(draft, words, b, part)


def _grouped(part: str) -> Iterator[Number]:
    """The numbers of a sentence, with "1 500" as one and "three quarters of a million" as one."""
    held: Number | None = None
    fractions = [*_fractions(part), *_old_sums(part)]
    for number in sorted((*numbers(part), *fractions), key=lambda n: n.span):
        if any(n is not number and n.span[0] <= number.span[0] < n.span[1] for n in fractions):
            continue
        if held is not None and _continues(part, held, number):
            held = Number((held.span[0], number.span[1]), held.value * 1000 + number.value)
            continue
        if held is not None:
            yield held
        held = number
    if held is not None:
        yield held


def _fractions(part: str) -> Iterator[Number]:
    """ "a quarter of a million", "two thirds of a million"."""
    for found in _FRACTION.finditer(part):
        parts = quantity_words().lists.fraction_parts.get(found[2].lower())
        if parts is None:
            continue
        times = numbers(found[1]) or [Number((0, 1), 1)]
        whole = times[0].value * parts * _WHOLES[found[3].lower()]
        yield Number(found.span(), round(whole) if abs(whole - round(whole)) < 1 else whole)


def _old_sums(part: str) -> Iterator[Number]:
    """ "a dozen and a half", "two score and five"; a plain "dozen" is left to `numbers`."""
    for found in _OLD.finditer(part):
        unit, half, more = _OLD_UNITS[found[2].lower()], found[3], found[4]
        rest = numbers(more) if more is not None and unit == _OLD_UNITS["score"] else []
        if unit == _OLD_UNITS["dozen"] and half is None:
            continue
        times = {"a": 1, "an": 1}.get(found[1].lower()) or numbers(found[1])[0].value if found[1][0] != "h" else 0.5
        whole = times * unit + (unit // 2 if half is not None else 0) + (rest[0].value if rest else 0)
        end = found.end() if half is not None or rest else found.end(2)
        yield Number((found.start(), end), int(whole))


def _continues(part: str, held: Number, number: Number) -> bool:
    """Whether two figures are one with a blank between its thousands."""
    if part[held.span[1] : number.span[0]] not in (" ", "\u00a0", "\u202f"):
        return False
    return bool(_HEAD.fullmatch(part, *held.span) and _TAIL.fullmatch(part, *number.span))


def _quantity(draft: Draft, number: Number, words: QuantityWords, begin: int) -> Quantity | None:
    inside = draft.words_in(number.span)
    if not inside or number.value < 0:
        return None
    head = next((w for w in inside if w.head is w or w.head not in inside), inside[-1])
    b, e = number.span
    if (
        _SHARE.match(draft.text, e)
        or _BUT.search(draft.text, max(begin, b - _REACH), b)
        or (number.value == 1 and _NOBODY.search(draft.text, begin, b))
    ):
        return None
    qualifier, start = _before(draft, b, words, begin)
    noun = _counted(head, inside)
    if noun is not None and noun.text in words.lists.months and noun.tag == "NNP":
        return None  # "between 1 and 15 May"
    if noun is not None and noun.start > e and _STOP.search(draft.text, e, noun.start):
        noun = None  # "the dead at 61: 40 rebels"
    kind = _kind(draft, noun, head, words, number.span)
    value: int | float | None = number.value
    if number.vague or _plain(draft.text[b:e]) in words.lists.vague:
        return Quantity((start, e), "vague", None, value, None, kind, head.i, noun.i if noun else None)
    after = words.behind.match(draft.text, e)
    if after is not None and qualifier == "exact":
        qualifier, e = words.lists.after[_plain(after[1])], after.end()
    strict = _plain(draft.text[start:b]) in words.lists.strict
    low, high = _bounds(qualifier, number.value, strict)
    return Quantity((start, e), qualifier, value, low, high, kind, head.i, noun.i if noun else None)


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


def _before(draft: Draft, begin: int, words: QuantityWords, sentence: int) -> tuple[Qualifier, int]:
    """The qualifier right before a number, and where the amount then begins; not the particle of "handed over 12"."""
    text = draft.text
    first = max(sentence, begin - _REACH)
    found = words.before.search(text[first:begin])
    if found is None:
        return "exact", begin
    start = first + found.start(1)
    alone = _plain(found[1]) in _PARTICLES
    if alone and any((w.dep == "prt" or w.tag == "RP") and w.start == start for w in draft.words_in((start, begin))):
        return "exact", begin
    if alone and _HANDED.search(text, first, start):
        return "exact", begin
    return words.lists.qualifiers[_plain(found[1])], start


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
    begin = max(0, first.span[0] - _REACH)
    if _FROM.search(text, begin, first.span[0]) and not _VARYING.search(text, begin, first.span[0]):
        return None  # "rose from 38 to 41", "by 3 to 41"
    if gap.strip().lower() == "and" and not text[: first.span[0]].rstrip().lower().endswith("between"):
        return None
    named = second if second.noun is not None or first.noun is None else first
    return replace(
        named, span=(first.span[0], second.span[1]), qualifier="about", value=None, low=first.value, high=second.value
    )


def _counted(head: Word, inside: tuple[Word, ...]) -> Word | None:
    """The noun that a number counts: "12 soldiers", "dozens of people", "12 dead"; by the words if the parser errs."""
    if head.dep in ("nummod", "amod", "compound", "nmod", "quantmod", "det") and head.head not in inside:
        noun = head.head
        if noun.pos == "NUM" and noun.dep == "nummod":
            return _counted(noun, inside)
        if noun.tag == "JJR":
            return None
        if noun.tag == "CD":
            return _noun_after(inside[-1])  # "from 40 to 60"
        if noun.i > head.i and not (noun.tag in ("NN", "VB", "VBP") and noun.lemma in fate_words().undergone):
            return noun
    of = next((c for c in head.children if c.dep == "prep" and c.lower == "of" and c.i > head.i), None)
    if of is not None and of.child("pobj") is not None:
        return of.child("pobj")
    return _noun_after(inside[-1])


def _noun_after(last: Word) -> Word | None:
    """The head of the noun phrase right after a number, or after the "of" there."""
    found: Word | None = None
    words, k = last.sent.words, last.i - last.sent.words[0].i + 1
    if k < len(words) and words[k].lower == "of":
        k += 1
        while k < len(words) and (words[k].pos in ("DET", "NUM") or words[k].tag == "PRP$"):
            k += 1
    while k < len(words) and words[k].tag in ("JJ", *_NAMED):
        found = words[k] if words[k].tag in _NAMED and words[k].pos in ("NOUN", "PROPN") else found
        k += 1
    return found if found is not None and (found.tag in ("NNS", "NNPS") or found.lower.endswith("s")) else None


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


def _harm_after(last: Word, words: QuantityWords) -> bool:
    """ "several injured": no noun, but what happened to them."""
    k = last.i - last.sent.words[0].i + 1
    inside = last.sent.words
    while k < len(inside) and (inside[k].pos in ("AUX", "ADV") or inside[k].lower in ("more", "others")):
        k += 1  # "several were hurt"
    after = inside[k] if k < len(inside) else None
    return (
        after is not None
        and after.tag in ("VBN", "VBD", "JJ")
        and (after.lemma in words.what or after.lower in words.what or after.lemma in fate_words().done)
    )


def _scores(draft: Draft, words: QuantityWords, begin: int, part: str) -> Iterator[Quantity]:
    """ "killed 42 and injured scores", "scores were hurt", "scores more"."""
    for found in _SCORES.finditer(part):
        span = (begin + found.start(), begin + found.end())
        (word,) = draft.words_in(span)[:1]
        before = draft.words[word.i - 1] if word.i > word.sent.words[0].i else None
        harmed = before is not None and (before.lemma in words.what or before.lower in words.what)
        if harmed or _harm_after(word, words) or _more(draft, word) or _again(word, before):
            yield Quantity(span, "vague", None, 40, None, "people", word.i, None)


def _again(word: Word, before: Word | None) -> bool:
    """ "dozens in Minsk, scores in Brest"."""
    inside = word.sent.words
    k = word.i - inside[0].i
    after = inside[k + 1].lower if k + 1 < len(inside) else ""
    return before is not None and before.text in (",", "and") and word.tag == "NNS" and after in ("in", "at", "near")


def _more(draft: Draft, word: Word) -> bool:
    """Whether a plural amount stands for people: "scores more", "scores were"."""
    after = draft.words[word.i + 1] if word.i + 1 < len(draft.words) else None
    return after is not None and word.tag == "NNS" and after.lower in ("more", "others", "were", "are", "have", "had")


def _vague(draft: Draft, words: QuantityWords, begin: int, part: str) -> Iterator[Quantity]:
    """ "several soldiers", "a number of villages": amounts without a figure."""
    for found in words.vague.finditer(part):
        if _AS_MANY.search(part, 0, found.start()):
            continue
        span = (begin + found.start(), begin + found.end())
        inside = draft.words_in(span)
        head = next((w for w in inside if w.head is w or w.head not in inside), None)
        if head is None:
            continue
        noun = _counted(head, inside)
        them = noun is not None and noun.lower in ("them", "whom")
        if noun is None or noun in inside or not (them or noun.tag in ("NNS", "NNPS", "NN")):
            if not _harm_after(inside[-1], words):
                continue
            noun = None
        if noun is not None and not _WORDY.match(noun.text):
            continue
        kind = _kind(draft, noun, head, words, span)
        low = words.lists.vague[_plain(found[1])].low
        yield Quantity(span, "vague", None, low, None, kind, head.i, noun.i if noun else None)
