"""Frames: patterns of the words around a happening that settle how real it is (see `status-frames.yaml`)."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from sayso.knowledge.load import load
from sayso.model.reading import EventStatus

_FEW, _SPAN = r"(?:[\w'’-]+ ){0,3}", r"(?:[^\s.;:?!]+ )*?"


class FrameRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A frame as it stands in the file; the file's head tells what the fields mean."""

    keys: list[str]
    gives: EventStatus
    say: str
    before: str = ""
    after: str = ""
    not_before: str = ""
    told: frozenset[str] = frozenset()
    form: str = ""
    of: str = ""
    inside: bool = False
    with_: str = msgspec.field(default="", name="with")


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    classes: dict[str, frozenset[str]]
    frames: list[FrameRow]


class Frame:
    """A frame with its patterns ready. `told`: the statuses that it overrules, none for all."""

    def __init__(self, row: FrameRow, classes: dict[str, frozenset[str]]) -> None:
        self.row = row
        self.told = row.told - {"real"} | ({"happened", "ongoing"} if "real" in row.told else set())
        self.lemmas = classes[row.of] if row.of else None
        self.reaching = "SPAN" in row.before and not row.inside
        self.beside = classes[row.with_] if row.with_ else None
        self.before = _pattern(f"(?:{row.before})$", classes) if row.before else None
        self.after = _pattern(row.after, classes) if row.after else None
        self.not_before = _pattern(row.not_before, classes) if row.not_before else None


def _pattern(pattern: str, classes: dict[str, frozenset[str]]) -> re.Pattern[str]:
    for name, words in classes.items():
        pattern = pattern.replace(name.upper(), "(?:" + "|".join(map(re.escape, sorted(words))) + ")")
    return re.compile(pattern.replace("FEW", _FEW).replace("SPAN", _SPAN))


class Frames:
    """All frames, in their order, and by the words of which one must be in the sentence."""

    def __init__(self, file: _File) -> None:
        self.all = tuple(Frame(row, file.classes) for row in file.frames)
        self.by_key: dict[str, tuple[int, ...]] = {}
        for n, frame in enumerate(self.all):
            for key in dict.fromkeys(frame.row.keys):
                self.by_key[key] = (*self.by_key.get(key, ()), n)


@cache
def frames() -> Frames:
    """The frames that the package carries."""
    return Frames(load("lexicons/status-frames.json", _File))
