"""Coreference gold in CoNLL-U with `Entity=` annotations (GUM): texts, mentions, chains, Wikipedia identity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

Span = tuple[int, int]

MARK = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")  # "(1-person-new-…" opens, with ")" at once whole; "1)" closes


@dataclass(frozen=True)
class Token:
    """A syntactic word: `at` its code points in the report, `deprel` how it hangs on a word with tag `over`."""

    at: Span
    tag: str
    deprel: str
    over: str
    entity: str


@dataclass(frozen=True)
class Told:
    """A gold mention: `heads` are the spans of the words that make it up without its modifiers."""

    span: Span
    heads: tuple[Span, ...]
    chain: str
    type: str
    identity: str | None
    tag: str
    deprel: str
    over: str


@dataclass
class GoldReport:
    """A gold report: its text, one paragraph a line, and its mentions."""

    id: str
    day: str | None = None
    text: str = ""
    mentions: list[Told] = field(default_factory=list)


def reports(folder: str | Path) -> Iterator[GoldReport]:
    """The reports of a folder of .conllu files, in the order of their names."""
    for path in sorted(Path(folder).glob("*.conllu")):
        yield report_of(path.stem, path.read_text(encoding="utf-8"))


def report_of(name: str, conllu: str) -> GoldReport:
    """One document."""
    report, tokens = GoldReport(name), []
    for block in conllu.split("\n\n"):
        lines = block.strip().split("\n")
        day = re.search(r"^# meta::dateCreated = (\S+)", block, re.MULTILINE)
        report.day = day.group(1) if day else report.day
        text = re.search(r"^# text = (.+)", block, re.MULTILINE)
        if text is None:
            continue
        new = any(line.startswith("# newpar") and "block" not in line for line in lines)
        report.text += ("\n" if new else " ") if report.text else ""
        tokens += list(_tokens(lines, len(report.text), text.group(1)))
        report.text += text.group(1)
    report.mentions = sorted(_mentions(tokens), key=lambda m: m.span)
    return report


def _tokens(lines: list[str], base: int, text: str) -> Iterator[Token]:
    """Words with their places in the sentence; parts of a contraction ("don't") share what is left of it."""
    rows = [line.split("\t") for line in lines if line and line[0].isdigit()]
    tags = {row[0]: row[3] for row in rows}
    at, whole, until = 0, (0, 0), 0
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            begin = text.index(row[1], at)
            whole, until, at = (begin, begin + len(row[1])), int(row[0].split("-")[1]), begin
            continue
        inside = int(row[0]) <= until
        begin = text.find(row[1], at, whole[1] if inside else len(text))
        span = (begin, begin + len(row[1])) if begin >= 0 else whole
        at = span[1] if begin >= 0 or int(row[0]) == until else at
        entity = next((v[7:] for v in row[9].split("|") if v.startswith("Entity=")), "")
        yield Token((base + span[0], base + span[1]), row[4], row[7], tags.get(row[6], ""), entity)


def _mentions(tokens: list[Token]) -> Iterator[Told]:
    open_: dict[str, list[tuple[int, list[str]]]] = {}
    for i, token in enumerate(tokens):
        for begun, whole, ended in MARK.findall(token.entity):
            if begun:
                values = begun.split("-", 6)
                open_.setdefault(values[0], []).append((i, values))
            if whole or ended:
                chain = ended or begun.split("-", 1)[0]
                if open_.get(chain):
                    yield _told(tokens, i, *open_[chain].pop())


def _told(tokens: list[Token], last: int, first: int, values: list[str]) -> Told:
    """`values`: chain, type, information status, salience, centering, minimal words, "link-identity"."""
    least = [first + int(n) - 1 for n in re.findall(r"\d+", values[5])] if len(values) > 5 else [last]
    heads = [tokens[n] for n in least if n <= last] or [tokens[last]]
    inside = {t.at for t in tokens[first : last + 1]}
    root = next((t for t in heads if t.deprel not in ("flat", "compound") and t.at in inside), heads[0])
    named = values[6].split("-", 1) if len(values) > 6 else []
    return Told(
        span=(tokens[first].at[0], tokens[last].at[1]),
        heads=tuple(t.at for t in heads),
        chain=values[0],
        type=values[1],
        identity=unquote(named[1]).replace("_", " ") if len(named) > 1 else None,
        tag=root.tag,
        deprel=root.deprel,
        over=root.over,
    )
