"""The words and forms of time expressions (`resources/lexicons/times.yaml`), compiled for matching.

Each word of the lexicon and each shape of figures becomes one character; a sentence becomes a short string of
such codes, and every form a regular expression over codes. Words outside the lexicon share one code, which ends a run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import msgspec

from sayso.knowledge.calendars import feasts, hijri_months, plain
from sayso.knowledge.load import load

OTHER = "x"
SHAPES = {
    "dayfig": "D", "int": "DIHG", "yearfig": "Y", "ordfig": "O", "decadefig": "E", "clockfig": "C", "isofig": "S",
    "slashfig": "L", "fraction": "F", "century100": "H", "fourfig": "G", "shortyear": "Q",
}  # fmt: skip
_CORE_CLASSES = (
    "month", "weekday", "weekdays", "unit", "units", "season", "part", "parts", "fixedhour", "meridiem", "zone",
    "yearstart", "decadeword", "dayword", "pastword", "presentword", "futureword", "adverbial", "era",
)  # fmt: skip
_CORE_WORDS = ("century", "future", "past", "current", "present", "moment", "tonight", "then", "time", "clock",
               "period", "while", "possible", "hr", "hrs", "ago", "term")  # fmt: skip
_CORE_SHAPES = "YECSLHQO"
_PIECE = re.compile(
    r"\{(?:(?P<name>\w+):)?(?P<kind>\w+)\}|(?P<op>[()|?*])|&(?P<ahead>[^\s(){}|?*]+)|(?P<word>[^\s(){}|?*]+)"
)

Code = str | int


class _Forms(msgspec.Struct, frozen=True):
    words: dict[str, dict[str, Code]]
    cues: dict[str, list[str]]
    capital: list[str]
    abbreviations: list[str]
    macros: dict[str, str]
    rules: dict[str, list[str]]


@dataclass(frozen=True)
class Form:
    """One way to write a kind of expression: its rule's name, its pattern over codes, the class of each kept word."""

    rule: str
    pattern: re.Pattern[str]
    classes: dict[str, str]


@dataclass(frozen=True)
class Lexicon:
    """The compiled lexicon."""

    words: dict[str, dict[str, Code]]
    cues: dict[str, frozenset[str]]
    codes: dict[str, str]
    capital: frozenset[str]
    abbreviations: frozenset[str]
    forms: tuple[Form, ...]
    anything: re.Pattern[str]
    core: re.Pattern[str]
    prefix: tuple[Form, ...]
    joint: re.Pattern[str]


@cache
def lexicon() -> Lexicon:
    """The lexicon, compiled once a process."""
    given = load("lexicons/times.json", _Forms)
    maker = _Maker(given)
    prefix = tuple(maker.form("prefix", p) for p in given.rules["prefix"])
    forms = tuple(maker.form(rule, p) for rule, listed in given.rules.items() if rule != "prefix" for p in listed)
    joint = maker.form("joint", "( ( on | of | , ) the? )?").pattern
    anything = re.compile("|".join(re.sub(r"\?P<\w+>", "?:", f.pattern.pattern) for f in forms))
    core = {maker.codes[w] for c in _CORE_CLASSES for w in given.words[c]} | {
        maker.codes[w] for w in (*_CORE_WORDS, *maker.named) if w in maker.codes
    }
    return Lexicon(
        words=given.words,
        cues={kind: frozenset(listed) for kind, listed in given.cues.items()},
        codes=maker.codes,
        capital=frozenset(given.capital),
        abbreviations=frozenset(given.abbreviations),
        forms=forms,
        anything=anything,
        core=re.compile(f"[{_CORE_SHAPES}{''.join(sorted(core))}]"),
        prefix=prefix,
        joint=joint,
    )


class _Maker:
    """Translates forms into patterns, giving each new word the next free code."""

    def __init__(self, given: _Forms) -> None:
        self.given = given
        self.codes: dict[str, str] = {}
        for listed in given.words.values():
            for word in listed:
                self.code(word)
        self.codes["–"] = self.code("-")  # the dash of ranges
        feast_names = [name for feast in feasts() for name in feast.names]
        month_names = [name for names in hijri_months() for name in names]
        self.named: list[str] = []
        self.alternatives = {"feast": self._names(feast_names), "hijrimonth": self._names(month_names)}

    def code(self, word: str) -> str:
        return self.codes.setdefault(word, chr(0xE000 + len(self.codes)))

    def form(self, rule: str, pattern: str) -> Form:
        classes: dict[str, str] = {}
        return Form(rule, re.compile(self._translated(pattern, classes)), classes)

    def _translated(self, pattern: str, classes: dict[str, str]) -> str:
        out: list[str] = []
        for piece in _PIECE.finditer(pattern):
            if piece["op"]:
                out.append("(?:" if piece["op"] == "(" else piece["op"])
            elif piece["ahead"]:
                out.append(f"(?={re.escape(self.code(piece['ahead']))})")
            elif piece["word"]:
                out.append(re.escape(self.code(piece["word"])))
            else:
                name, kind = piece["name"], piece["kind"]
                if name:
                    classes[name] = kind
                out.append(f"(?P<{name}>{self._kind(kind)})" if name else f"(?:{self._kind(kind)})")
        return "".join(out)

    def _kind(self, kind: str) -> str:
        if kind in self.given.words:
            return "[" + "".join(self.code(w) for w in self.given.words[kind]) + "]"
        if kind in SHAPES:
            return f"[{SHAPES[kind]}]"
        if kind in self.given.macros:
            return self._translated(self.given.macros[kind], {})
        return self.alternatives[kind] if kind in self.alternatives else self.code(kind)

    def _names(self, names: list[str]) -> str:
        spelt = sorted({tuple(re.findall(r"'s|[^\W\d_]+|\S", n.lower())) for n in names}, key=lambda p: (-len(p), p))
        for pieces in spelt:
            self.named += [p for p in pieces if len(p) > 3]
        return "|".join("".join(re.escape(self.code("s" if p == "'s" else p)) for p in pieces) for pieces in spelt)


@cache
def hijri_month_of(name: str) -> int:
    """1..12 for a Hijri month, 0 if it is none."""
    wanted = plain(name)
    return next((n for n, names in enumerate(hijri_months(), 1) if wanted in map(plain, names)), 0)
