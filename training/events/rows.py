"""Labelled sentences, our own and gold ones, as what the judge sees and what it should say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from evals import gold
from evals.reading import plain
from sayso.model.span import Span
from sayso.reading.draft import Draft, Word
from sayso.reading.events.status import status_of
from sayso.reading.judging.features import HINTS, KINDS, RULES, STATUSES, TYPES, columns, hinted, pair
from sayso.reading.parsing import parse, spacy_parser
from sayso.reading.stage import Pipeline
from sayso.reading.stages import stages

Example = dict[str, Any]
OWN = Path(__file__).parents[1] / "data" / "events"
LABELS = (
    "ABDUCT_DISSAP", "AGREEMENT", "AIR_STRIKE", "ARMED_CLASH", "ARREST", "ART_MISS_ATTACK", "ATTACK", "ATTRIB",
    "CHANGE_TO_GROUP_ACT", "CHEM_WEAP", "DIPLO", "DISR_WEAP", "FORCE_AGAINST_PROTEST", "GOV_REGAINS_TERIT", "GRENADE",
    "HQ_ESTABLISHED", "MAN_MADE_DISASTER", "MOB_VIOL", "NATURAL_DISASTER", "NON_STATE_ACTOR_OVERTAKES_TER",
    "NON_VIOL_TERRIT_TRANSFER", "ORG_CRIME", "OTHER", "PEACE_PROTEST", "PROPERTY_DISTRUCT", "PROTEST_WITH_INTER",
    "REM_EXPLOS", "SEX_VIOL", "SUIC_BOMB", "VIOL_DEMONSTR",
)  # fmt: skip
LONGEST = 190  # words of one text
_MARKS = re.compile(r"(</?[st]>)")


class Rules:
    """The reader's rules, without the judge."""

    def __init__(self) -> None:
        self.parser = spacy_parser()
        self.pipeline = Pipeline([s for s in stages(judged=False) if s.writes != "relations"])

    def read(self, text: str) -> Draft:
        """The draft of a text, up to the events."""
        return self.pipeline(parse(plain(text), self.parser))


def unmarked(marked: str) -> tuple[str, dict[str, Span]]:
    """A sentence without its marks, and where source ("s") and target ("t") first stand."""
    text, begin, found = "", 0, dict[str, Span]()
    for part in _MARKS.split(marked):
        if part in ("<s>", "<t>"):
            begin = len(text)
        elif part in ("</s>", "</t>"):
            found.setdefault(part[2], (begin, len(text)))
        else:
            text += part
    return text, found


def typed(marked: str, kind: str, rules: Rules) -> Example:
    """A sentence with marked parties and the type of what is between them."""
    text, spans = unmarked(marked)
    draft = rules.read(text)
    seen = pair(draft, spans.get("s"), spans.get("t"), draft.layer("events"), None)
    return {
        "task": "types",
        "words": [w.text for w in draft.words][:LONGEST],
        "masks": [_within(m) for m in (seen.source, seen.target, seen.path)],
        "told": columns(seen.rules, RULES),
        "answer": TYPES.index(kind),
    }


def snippet(text: str, label: str, rules: Rules) -> Example:
    """A snippet and its label."""
    words = [w.text for w in parse(plain(text), rules.parser).words]
    return {"task": "labels", "words": words[:LONGEST], "answer": LABELS.index(label)}


def stated(text: str, word: str, status: str, rules: Rules) -> Example | None:
    """A word that names a happening, and its status; None if the parser has no such word."""
    draft = rules.read(text)
    named = next((w for w in draft.words if w.text == word), None)
    if named is None or named.i >= LONGEST:
        return None
    told = by_rules(draft, named)
    return {
        "task": "statuses",
        "words": [w.text for w in draft.words][:LONGEST],
        "masks": [(named.i,), _within([named.i, *(w.i for w in named.ancestors())])],
        "told": columns([STATUSES.index(told)], len(STATUSES)),
        "answer": STATUSES.index(status),  # type: ignore[arg-type]
    }


def by_rules(draft: Draft, word: Word) -> Any:
    """The status by rules: of the event that the word names, else of the word."""
    for event in draft.layer("events"):
        if any(b <= word.start < e for b, e in event.trigger):
            return event.status
    return status_of(word, draft)


def _within(numbers: Iterable[int]) -> tuple[int, ...]:
    return tuple(i for i in numbers if i < LONGEST)


def own(rules: Rules) -> Iterator[Example]:
    """Our own sentences, file by file."""
    for path in sorted(OWN.glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            cells = line.split("\t")
            if path.name.startswith("types"):
                yield typed(cells[2], cells[0], rules)
            elif path.name.startswith("snippets"):
                yield snippet(cells[1], cells[0], rules)
            elif (found := stated(cells[0], cells[1], cells[2], rules)) is not None:
                yield found


def plover(path: Path, rules: Rules) -> list[Example]:
    """PLV: sentences with marked parties."""
    return [typed(row["marked"], row["type"], rules) for row in gold.rows(path)]


def case(path: Path, rules: Rules) -> list[Example]:
    """CASE 2021: snippets."""
    return [snippet(row["text"], row["type"], rules) for row in gold.rows(path)]


def hints(draft: Draft) -> np.ndarray[Any, np.dtype[np.float32]]:
    """One row a word: its part in the rules' events."""
    return np.stack([columns([n], HINTS) for n in hinted(draft, draft.layer("events"))])


def kinds(found: Iterable[str]) -> list[float]:
    """Which kinds of incident are told of."""
    known = set(found)
    return [float(kind in known) for kind in KINDS]
