"""From text to hits: words become codes, and the longest form that fits at a place is taken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.model.span import Span
from sayso.reading.times.lexicon import OTHER, Code, Lexicon, lexicon


@dataclass(frozen=True, slots=True)
class Token:
    """A word or figure of the text, in lower case, and where it stands."""

    word: str
    start: int
    end: int


@dataclass(frozen=True)
class Scan:
    """A text as tokens, and the string of their codes."""

    text: str
    tokens: list[Token]
    codes: str

    def word(self, i: int) -> str:
        """The word of a token, "" outside the text."""
        return self.tokens[i].word if 0 <= i < len(self.tokens) else ""

    def words_of(self, first: int, end: int) -> tuple[str, ...]:
        """The words of tokens [first, end)."""
        return tuple(token.word for token in self.tokens[first:end])

    def span(self, first: int, end: int) -> Span:
        """The characters of tokens [first, end)."""
        return self.tokens[first].start, self.tokens[end - 1].end


@dataclass(frozen=True)
class Hit:
    """A form that fits tokens [first, end). `kept` are the token ranges of its named words."""

    rule: str
    first: int
    end: int
    kept: dict[str, tuple[int, int]]
    classes: dict[str, str]
    scan: Scan

    def has(self, name: str) -> bool:
        """Whether the form kept such a word here."""
        return name in self.kept

    def text(self, name: str) -> str:
        """The kept words as they stand in the text, "" if there are none."""
        if name not in self.kept:
            return ""
        b, e = self.scan.span(*self.kept[name])
        return self.scan.text[b:e]

    def value(self, name: str) -> Code:
        """What the lexicon says of a kept word."""
        return lexicon().words[self.classes[name]][self.scan.word(self.kept[name][0]).rstrip(".")]

    def number(self, name: str) -> int:
        """The same where it is a number."""
        return int(self.value(name))

    def unit(self, name: str = "u") -> str:
        """The letter of a kept unit."""
        return str(self.value(name))

    @property
    def words(self) -> str:
        """All words of the hit, in lower case."""
        return " ".join(t.word for t in self.scan.tokens[self.first : self.end])

    @property
    def before(self) -> str:
        """The word that stands before."""
        return self.scan.word(self.first - 1)

    @property
    def after(self) -> str:
        """The word that stands behind."""
        return self.scan.word(self.end)


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(
        r"(?P<S>(?<![\w-])\d{4}-\d\d-\d\d(?![\d-]))|(?P<L>(?<![\w/.])\d{1,2}[/.]\d{1,2}[/.]\d{4}(?![\w/]))"
        r"|(?P<C>(?<![\w.,:])(?:[01]?\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?|\.[0-5]\d(?=\s?[ap]\.?m)))"
        r"|(?P<E>\b\d{3}0['’]?s\b|['’‘`]\d0s\b)|(?P<O>\b\d{1,2}(?:st|nd|rd|th)\b)|(?P<F>\b[1-9]/[2-9]\b|½)"
        r"|(?P<Q>['’](?=[0-9]{2}\b)\d\d\b)"
        r"|(?P<n>\d+(?:[,.]\d+)*)|(?P<m>\b[ap]\.m\.?)|(?P<w>[^\W\d_]+)|(?P<s>['’]s\b)|(?P<p>\n\s*\n\s*)|[^\w\s]"
    )


def scan(text: str, piece: Span) -> Scan:
    """Tokens and codes of a piece of a text; offsets are the text's."""
    known = lexicon()
    tokens: list[Token] = []
    codes: list[str] = []
    get, capital, abbreviations = known.codes.get, known.capital, known.abbreviations
    for found in _tokens().finditer(text, *piece):
        shape, word, end = found.lastgroup, found.group().lower(), found.end()
        if word == "." and tokens and tokens[-1].end == end:
            continue  # the point of "Sept." belongs to it
        code = OTHER
        if shape == "w":
            code = get(word, OTHER)
            if code is not OTHER:
                if word in capital and not text[found.start()].isupper():
                    code = OTHER
                elif word in abbreviations and text[end : end + 1] == ".":
                    word, end = word + ".", end + 1
        elif shape is None or shape == "m":
            code = get(word.rstrip(".") if shape else word, OTHER)
        elif shape == "s":
            word, code = "s", get("s", OTHER)
        elif shape == "n":
            code = _figure(word, found.start(), text)
        elif shape != "p":
            code = shape
        tokens.append(Token(word, found.start(), end))
        codes.append(code)
    return Scan(text, tokens, "".join(codes))


def _figure(word: str, start: int, text: str) -> str:
    glued = text[start - 1 : start]
    if glued and (glued.isalpha() or glued in "$£€#_" or (glued in "-./" and text[start - 2 : start - 1].isalpha())):
        return OTHER if not (glued in "-/." and word.isdigit() and len(word) == 4) else "Y" if _is_year(word) else OTHER
    if not word.isdigit():
        return "I" if re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d+\.\d+", word) else OTHER
    if len(word) == 4:
        return "Y" if _is_year(word) else "G"
    if len(word) <= 2 and 1 <= int(word) <= 31:
        return "D"
    return "H" if len(word) == 3 and word[0] != "0" else "I"


def _is_year(word: str) -> bool:
    return "1000" <= word <= "2100"


def hits(given: Scan) -> Iterator[Hit]:
    """The forms that fit, from left to right, none overlapping."""
    known = lexicon()
    for run in _runs(given.codes, known):
        at, end = run
        while at < end:
            start = known.anything.search(given.codes, at, end)
            if start is None:
                break
            found = _longest(given, known, start.start(), end)
            yield found
            at = found.end


def _runs(codes: str, known: Lexicon) -> Iterator[tuple[int, int]]:
    for run in re.finditer(f"[^{OTHER}]+", codes):
        if known.core.search(codes, run.start(), run.end()):
            yield run.span()


def _longest(given: Scan, known: Lexicon, at: int, end: int) -> Hit:
    best, chosen = None, known.forms[0]
    for form in known.forms:
        found = form.pattern.match(given.codes, at, end)
        if found is not None and (best is None or found.end() > best.end()):
            best, chosen = found, form
    assert best is not None  # `anything` is the union of all forms
    kept = {name: best.span(name) for name in chosen.classes if best.start(name) >= 0 and best[name]}
    return Hit(chosen.rule, best.start(), best.end(), kept, chosen.classes, given)
