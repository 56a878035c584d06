"""The labelled reports of tests/cases/voices, and which found statement is which labelled one.

A found statement is aligned with one labelled statement, greedily: first by the Jaccard overlap of the contents' words,
from .5, then, where one of the two has no content ("the army did not comment"), by the words of their cues.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from sayso.model.reading import Statement
from sayso.model.span import Span

FOLDER = Path(__file__).parents[1] / "tests" / "cases" / "voices"
LEAST_OVERLAP = 0.5
WORD = re.compile(r"\w+")
SMALL = frozenset(
    WORD.findall("the a an this that these those of in on at to for and or as his her its their s mr mrs ms dr is was")
)
_TIMES = re.compile(r"(.+)#(\d+)", re.DOTALL)


@dataclass(frozen=True)
class Voice:
    """A labelled statement; see tests/cases/voices for what the fields hold."""

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: str
    act: str
    kind: str
    who: str | None
    on_behalf_of: str | None
    addressee: str | None
    venue: str | None
    negated: bool
    parent: str | None


@dataclass(frozen=True)
class Case:
    """A labelled report."""

    name: str
    text: str
    voices: tuple[Voice, ...]

    @property
    def held_back(self) -> bool:
        """Whether nobody who writes rules may look at it."""
        return self.name[:2].endswith(("0", "5"))


def located(text: str, words: str) -> Span:
    """Where labelled words stand; "he#2" is the second "he", inside longer words too.

    Raises:
        ValueError: if they do not stand there.
    """
    nth = _TIMES.fullmatch(words)
    plain, count = (nth[1], int(nth[2])) if nth else (words, 1)
    at = -1
    for _ in range(count):
        at = text.find(plain, at + 1)
        if at < 0:
            raise ValueError(f"{words!r} does not stand in the text")
    return at, at + len(plain)


def voice(text: str, row: dict[str, Any]) -> Voice:
    """One labelled statement; raises ValueError if its words do not stand in the text."""
    spans = {
        "source": [row["source"]] if row["source"] else [],
        "cue": [row["cue"]] if row["cue"] else [],
        "content": row["content"],
    }
    return Voice(**{**row, **{name: tuple(located(text, w) for w in words) for name, words in spans.items()}})


def cases(folder: Path = FOLDER) -> Iterator[Case]:
    """The labelled reports of a folder in order of their names; raises ValueError that names the file."""
    for path in sorted(folder.glob("*.yaml")):
        row = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
        try:
            voices = tuple(voice(row["text"], labelled) for labelled in row["statements"])
        except (ValueError, TypeError, KeyError) as error:
            raise ValueError(f"{path.name}: {error}") from error
        yield Case(name=path.stem, text=row["text"], voices=voices)


def words_inside(text: str, spans: Iterable[Span], *, small: bool = False) -> frozenset[int]:
    """Where the words inside spans begin; without the small ones unless there are no others or `small`."""
    found = [m for b, e in spans for m in WORD.finditer(text, b, e)]
    telling = found if small else [m for m in found if m.group().lower() not in SMALL]
    return frozenset(m.start() for m in telling or found)


def _jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _closeness(text: str, gold: Voice, found: Statement) -> tuple[float, float, float] | None:
    """How well two statements fit, contents first, then cues and sources; None if they are not the same."""
    cue = _jaccard(words_inside(text, gold.cue, small=True), words_inside(text, found.cue, small=True))
    content = _jaccard(words_inside(text, gold.content), words_inside(text, found.content))
    fits = content >= LEAST_OVERLAP if gold.content and found.content else cue > 0
    source = _jaccard(words_inside(text, gold.source), words_inside(text, found.source.spans))
    return (content, cue, source) if fits else None


def aligned(case: Case, statements: Sequence[Statement]) -> Iterator[tuple[Voice, Statement]]:
    """Pairs that mean the same words, each statement in one pair at most; the same cue and speaker break ties."""
    ranked = []
    for i, gold in enumerate(case.voices):
        for j, found in enumerate(statements):
            if close := _closeness(case.text, gold, found):
                ranked.append(([-c for c in close], i, j))
    used: tuple[set[int], set[int]] = set(), set()
    for _, i, j in sorted(ranked):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            yield case.voices[i], statements[j]
