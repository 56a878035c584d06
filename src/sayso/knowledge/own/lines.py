"""A line of the user's own actors: what it says, and how it is written.

    actor group/tesset-lions: Lions of Tesset; Tesset Lions; short=TL; country=MLI; sector=REB; from=2021-03
    alias group/libyan-national-army: Rajma Command
    apart person/aguila-saleh: Saleh al-Werfalli
    apart government/libya-gna: government/libya-gnu

After the colon stand names and `field=value`, a semicolon between two.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sayso.errors import KnowledgeError
from sayso.knowledge.faults import PREFIXES, Block

FIELDS = {
    "actor": ("short", "country", "sector", "parent", "from", "to", "role", "source"),
    "alias": ("short",),
    "apart": (),
}  # fmt: skip
"""Each kind of line and the fields that it may have"""
MANY = {"short": "short", "sector": "sectors", "role": "roles"}
"""fields that may stand there more than once, and what a block calls them"""
_LINE = re.compile(r"(?P<word>[^\s:]+)\s+(?P<id>[^\s:]+)\s*:\s*(?P<rest>.*)")
_FIELD = re.compile(r"(?P<field>[a-z]+)\s*=\s*(?P<value>.*)")
_ROLE = ("title", "of", "from", "to")


class Line(NamedTuple):
    """What a line says: its kind, the actor it is about, names (or ids), and fields. `at`: "file:number"."""

    at: str
    word: str
    id: str
    names: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]

    def block(self) -> Block:
        """The block that it stands for, as far as it tells one."""
        body: dict[str, Any] = {"id": self.id, "kind": PREFIXES.get(self.id.partition("/")[0]), "names": [*self.names]}
        for field, value in self.fields:
            if field == "role":
                body.setdefault("roles", []).append(_role(value))
            elif field in MANY:
                body.setdefault(MANY[field], []).append(value)
            else:
                body[field] = value
        return Block(self.at, body)


def parsed(at: str, text: str) -> Line:
    """A line read.

    Raises:
        KnowledgeError: if it does not have the form, or a word or field is not known; names the choices.
    """
    match = _LINE.fullmatch(text)
    if match is None:
        raise KnowledgeError(f"{at}: no line of the form `alias ID: NAME; NAME` (or actor, or apart): {text!r}")
    word = match["word"]
    if word not in FIELDS:
        raise KnowledgeError(f"{at}: {word!r} is not one of: {', '.join(FIELDS)}")
    names: list[str] = []
    fields: list[tuple[str, str]] = []
    for part in filter(None, (p.strip() for p in match["rest"].split(";"))):
        given = _FIELD.fullmatch(part)
        if given is None:
            names.append(part)
            continue
        field = given["field"]
        if field not in FIELDS[word]:
            choices = ", ".join(FIELDS[word]) or "none: names or ids stand there alone"
            raise KnowledgeError(f"{at}: {field!r} is no field of `{word}`; its fields: {choices}")
        if field not in MANY and field in dict(fields):
            raise KnowledgeError(f"{at}: {field} stands there twice")
        if field == "role" and given["value"].count(",") >= len(_ROLE):
            raise KnowledgeError(f"{at}: more than `role=TITLE, OF, FROM, TO`: {given['value']!r}")
        fields.append((field, given["value"]))
    if not names and not fields:
        raise KnowledgeError(f"{at}: nothing stands after the colon: `{word} ID: NAME`")
    return Line(at, word, match["id"], tuple(names), tuple(fields))


def written(word: str, ref: str, names: Sequence[str], fields: Mapping[str, Sequence[str]] | None = None) -> str:
    """A line that says so.

    Raises:
        KnowledgeError: if a name or value holds a character that parts lines.
    """
    parts = [*names, *(f"{field}={value}" for field, values in (fields or {}).items() for value in values)]
    parts = [" ".join(part.split()) for part in parts]
    for part in parts:
        if ";" in part or not part:
            raise KnowledgeError(f"{part!r} cannot be written in a line of its own: a semicolon parts names")
    return f"{word} {ref}: {'; '.join(parts)}"


def _role(value: str) -> dict[str, str]:
    """ "defence minister, government/x, 2019, 2021-03" as a role; what is left out is not known."""
    return {name: part for name, part in zip(_ROLE, map(str.strip, value.split(",")), strict=False) if part}
