"""MUC reports as windows of words, each with its role in an incident (`muc4-*.jsonl.gz`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from evals import gold
from evals.incidents import flattened
from sayso.reading.draft import Draft
from sayso.reading.encoding.packing import packed
from sayso.reading.judging.features import KINDS, ROLES
from training.events.rows import LONGEST, Example, Rules, hints, kinds

SLOTS = {
    "perpetrator": ("PERP: INDIVIDUAL ID",),
    "organization": ("PERP: ORGANIZATION ID",),
    "target": ("PHYS TGT: ID",),
    "victim": ("HUM TGT: NAME", "HUM TGT: DESCRIPTION"),
    "weapon": ("INCIDENT: INSTRUMENT ID",),
}
_STRING = re.compile(r'"((?:\\"|[^"])+)"')
_WORD = re.compile(r"\w+")


def incidents(path: Path, rules: Rules, prefix: str) -> list[Example]:
    """The windows of the reports whose id starts with a prefix."""
    return [w for row in gold.rows(path) if row["id"].startswith(prefix) for w in windows(row, rules)]


def windows(row: dict[str, Any], rules: Rules) -> Iterator[Example]:
    """The windows of one report."""
    draft = rules.read(flattened(row["text"]))
    roles, told = labelled(draft, row["templates"])
    hinted = hints(draft)
    for sentences in packed(draft.sentences):
        numbers = [w.i for s in sentences for w in s.words][:LONGEST]
        yield {
            "task": "roles",
            "words": [draft.words[i].text for i in numbers],
            "told": hinted[numbers],
            "answer": [roles[i] for i in numbers],
            "kinds": kinds(kind for i in numbers for kind in told.get(i, ())),
        }


def labelled(draft: Draft, templates: Sequence[dict[str, Any]]) -> tuple[list[int], dict[int, set[str]]]:
    """The role of each word by the fillers of all incidents, and which kinds of incident it belongs to."""
    tokens = [(t, w.i) for w in draft.words for t in _WORD.findall(w.lower)]
    plain = [t for t, _ in tokens]
    roles, told = [0] * len(draft.words), dict[int, set[str]]()
    for template in templates:
        kind = template["INCIDENT: TYPE"][0].split(" / ")[0].lstrip("? ")
        for role, slots in SLOTS.items():
            for filler in (f for slot in slots for f in _fillers(template.get(slot, []))):
                for at in _found(plain, filler):
                    for i in {i for _, i in tokens[at : at + len(filler)]}:
                        if roles[i] == 0 or len(filler) > 1:
                            roles[i] = ROLES.index(role)
                        if kind in KINDS:
                            told.setdefault(i, set()).add(kind)
    return roles, told


def _fillers(lines: Sequence[str]) -> Iterator[list[str]]:
    for line in lines:
        for name in _STRING.findall(line):
            if words := _WORD.findall(name.replace('\\"', " ").lower()):
                yield words


def _found(plain: list[str], filler: list[str]) -> list[int]:
    n = len(filler)
    return [k for k in range(len(plain) - n + 1) if plain[k] == filler[0] and plain[k : k + n] == filler]
