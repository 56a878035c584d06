"""Reports in capitals, given mixed case for the parser: offsets stay, and the report's own text stays as it is.

A word keeps a capital if it is a name of the actor base, a given name, or no English word at all ("HAFTAR", "SIRTE").
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sayso.knowledge.actors import ActorBase, actor_base
from sayso.knowledge.titles import title_words
from sayso.text.dates import MONTHS, WEEKDAYS
from sayso.text.normal import fold
from sayso.text.recase import WORD, in_capitals, recased

_DATES = frozenset({*MONTHS, *WEEKDAYS}) - {"may", "march"}
_ENDINGS = ("", "s", "es", "ed", "d", "ing", "er", "ers", "ly", "ies", "ied", "'s", "’s", "n't")


@dataclass(frozen=True)
class _Proper:
    """A container of the words (in small letters) that want a capital."""

    base: ActorBase
    given: frozenset[str]
    common: Callable[[str], bool]

    def __contains__(self, word: object) -> bool:
        small = str(word)
        bare = small.removesuffix("'s").removesuffix("’s")
        base = self.base
        if bare in _DATES:
            return True
        if bare in base.capitals and self.common(bare):
            return False
        if bare in base.demonyms or bare in base.peoples or bare in base.metonyms:
            return True
        if any(ref.startswith("state/") for ref in base.by_name.get(bare, ())):
            return True
        return not self.is_english(bare) or (bare in self.given and not self.common(bare))

    def is_english(self, word: str) -> bool:
        """Whether the word, or what it is an inflected form of, stands in the dictionary."""
        stems = (word.removesuffix(e) for e in _ENDINGS if word.endswith(e))
        return any(self.common(s) or self.common(s + "e") or self.common(s + "y") or self.common(s[:-1]) for s in stems)


def shown(text: str, common: Callable[[str], bool]) -> str:
    """`text` in mixed case if it is in capitals, else itself; of the same length. `common`: is this an English word?"""
    if not in_capitals(text):
        return text
    base = actor_base()
    given = frozenset(name.lower() for name in title_words().given)
    return _named(recased(text, _Proper(base, given, common)), text, base, common)


def _named(mixed: str, capitals: str, base: ActorBase, common: Callable[[str], bool]) -> str:
    """Capitals for the names of the actor base that are made of plain words ("Libyan National Army"); acronyms stay."""
    letters = list(mixed)
    words = [(m.start(), m.end()) for m in WORD.finditer(mixed)]
    at = 0
    while at < len(words):
        length = _longest(mixed, words, at, base)
        first = fold(mixed[slice(*words[at])])
        if length == 1 and first in base.capitals and not common(first):
            letters[slice(*words[at])] = capitals[slice(*words[at])]
        elif length > 1:
            for b, _ in words[at : at + length]:
                letters[b] = capitals[b]
        at += max(1, length)
    return "".join(letters)


def _longest(text: str, words: list[tuple[int, int]], at: int, base: ActorBase) -> int:
    """How many words from `at` on make the longest name of the base; 0: none."""
    first = fold(text[slice(*words[at])])
    best = 0
    for n in range(1, min(base.longest.get(first.split(" ", maxsplit=1)[0], 0), len(words) - at) + 1):
        if fold(text[words[at][0] : words[at + n - 1][1]]) in base.by_name:
            best = n
    return best
