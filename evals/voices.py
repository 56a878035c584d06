"""The project's own gold for statements: `python -m evals.voices [FOLDER] [--held-back | --all] [--misses N]`.

Reads every report of tests/cases/voices with the whole reader, as plain text, and holds its statements against the
labelled ones. Files whose number ends in 0 or 5 are held back: their figures are shown on demand, their misses never.
A predicted statement is aligned with one labelled statement, greedily by the Jaccard overlap of the contents' words,
from .5 (one without content by its cue); every field is judged on aligned statements only. `who`, `addressee` and
`on_behalf_of` name an actor: it is the right one if one of its mentions stands on the head of that name, or one of its
names holds all the name's words.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from sayso.ingesting import from_text
from sayso.knowledge.actors import actor_base
from sayso.model.reading import Actor, Reading, Statement
from sayso.model.span import Span
from sayso.reading import Reader
from sayso.text.normal import fold

FOLDER = Path(__file__).parents[1] / "tests" / "cases" / "voices"
LEAST_OVERLAP = 0.5
FIELDS = ("form", "act", "kind", "who", "on_behalf_of", "addressee", "venue", "negated", "parent")
SPARSE = frozenset({"on_behalf_of", "addressee", "venue", "negated", "parent"})
_WORD = re.compile(r"\w+")
_TIMES = re.compile(r"(.+)#(\d+)", re.DOTALL)
_BEFORE_COMPLEMENT = re.compile(r",? (?:of|for|in|on|at|from|to|with|close|familiar|who|which|aged)\b|,")
_SMALL = frozenset(
    _WORD.findall("the a an this that these those of in on at to for and or as his her its their s mr mrs ms dr is was")
)


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


@dataclass(frozen=True)
class Marked:
    """A case with its reading: `pairs` are the aligned statements, `misses` says in words what went wrong."""

    case: Case
    reading: Reading
    pairs: tuple[tuple[Voice, Statement], ...]

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """The reading's actors by id."""
        return {actor.id: actor for actor in self.reading.actors}


@dataclass
class Tally:
    """Counts over several reports."""

    gold: int = 0
    predicted: int = 0
    content: int = 0
    speaker: int = 0
    judged: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)


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


def _inside(text: str, spans: Iterable[Span], *, small: bool = False) -> frozenset[int]:
    """Where the words inside spans begin; without the small ones unless there are no others or `small`."""
    found = [m for b, e in spans for m in _WORD.finditer(text, b, e)]
    telling = found if small else [m for m in found if m.group().lower() not in _SMALL]
    return frozenset(m.start() for m in telling or found)


def _jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def aligned(case: Case, statements: Sequence[Statement]) -> Iterator[tuple[Voice, Statement]]:
    """Pairs that mean the same words, each statement in one pair at most; the same speaker and cue break ties."""
    text, ranked = case.text, []
    for i, gold in enumerate(case.voices):
        for j, found in enumerate(statements):
            cue = _jaccard(_inside(text, gold.cue, small=True), _inside(text, found.cue, small=True))
            overlap = _jaccard(_inside(text, gold.content), _inside(text, found.content))
            if not gold.content and not found.content:  # "refused to comment"
                overlap = float(cue > 0)
            if overlap >= LEAST_OVERLAP:
                source = _jaccard(_inside(text, gold.source), _inside(text, found.source.spans))
                ranked.append((-overlap, -cue, -source, i, j))
    used: tuple[set[int], set[int]] = set(), set()
    for *_, i, j in sorted(ranked):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            yield case.voices[i], statements[j]


def mark(case: Case, reader: Reader) -> Marked:
    """Read a case and align what is found with what is labelled."""
    reading = reader.read(from_text(case.text))
    return Marked(case, reading, tuple(aligned(case, reading.statements)))


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(name))) - _SMALL


@cache
def _base_names(ref: str) -> tuple[frozenset[str], ...]:
    known = actor_base().known.get(ref)
    return tuple(_words(n) for n in (*known.names, *known.short, *known.metonyms, *known.demonyms)) if known else ()


def _heads(text: str, who: str) -> Iterator[int]:
    """Where the head word of a naming stands: the last word before its complements ("spokesman" for …)."""
    cut = _BEFORE_COMPLEMENT.search(who)
    short = who[: cut.start()] if cut else who
    last = [m.start() for m in _WORD.finditer(short)]
    for m in re.finditer(re.escape(who), text):
        yield m.start() + (last[-1] if last else 0)


def is_actor(marked: Marked, actor_id: str | None, who: str | None) -> bool:
    """Whether an actor of the reading is the one that a label names (None: nobody, or nobody known by name)."""
    actor = marked.actors.get(actor_id or "")
    if who is None or actor is None:
        return who is None and (actor is None or actor.kind == "unnamed")
    text, wanted = marked.case.text, _words(who)
    spans = [m.span for m in actor.mentions if m.form != "pronoun"]
    labels = [_words(actor.name), *(_words(text[b:e]) for b, e in spans), *_base_names(actor.ref or "")]
    if wanted and any(wanted <= label for label in labels):
        return True
    return any(b <= head < e for head in _heads(text, who) for b, e in spans)


def _right_who(marked: Marked, gold: Voice, found: Statement) -> bool:
    """A document is nobody: no actor is right for it too, and so is whoever issued it."""
    actor = found.source.actor
    if gold.kind == "document" and (
        actor is None or (gold.on_behalf_of and is_actor(marked, actor, gold.on_behalf_of))
    ):
        return True
    return is_actor(marked, actor, gold.who)


def _right_parent(marked: Marked, gold: Voice, found: Statement) -> bool:
    parents = {g.id: f.id for g, f in marked.pairs}
    return found.parent == (None if gold.parent is None else parents.get(gold.parent, "not found"))


Judge = Callable[[Marked, Voice, Statement], bool]
JUDGES: dict[str, Judge] = {
    "form": lambda m, g, f: g.form == f.form,
    "act": lambda m, g, f: g.act == f.act,
    "kind": lambda m, g, f: g.kind == f.source.kind,
    "who": _right_who,
    "on_behalf_of": lambda m, g, f: is_actor(m, f.source.on_behalf_of, g.on_behalf_of),
    "addressee": lambda m, g, f: is_actor(m, f.addressee, g.addressee),
    "venue": lambda m, g, f: g.venue == (f.venue and f.venue.kind),
    "negated": lambda m, g, f: g.negated == f.negated,
    "parent": _right_parent,
}


def said(found: Statement, name: str) -> Any:
    """What the reader put into a field."""
    places = {"kind": found.source.kind, "who": found.source.actor, "on_behalf_of": found.source.on_behalf_of}
    return places[name] if name in places else getattr(found, name)


def right_speaker(text: str, gold: Voice, found: Statement) -> bool:
    """The source's spans share a word that tells, or both are empty."""
    if not gold.source:
        return not found.source.spans
    return bool(_inside(text, gold.source) & _inside(text, found.source.spans, small=True))


def count(all_marked: Iterable[Marked]) -> Tally:
    """The counts of several reports together."""
    tally = Tally()
    for marked in all_marked:
        tally.gold += len(marked.case.voices)
        tally.predicted += len(marked.reading.statements)
        tally.content += len(marked.pairs)
        for gold, found in marked.pairs:
            tally.speaker += right_speaker(marked.case.text, gold, found)
            for name in FIELDS:
                right = JUDGES[name](marked, gold, found)
                tally.judged[name] += 1
                tally.right[name] += right
                tally.said[name] += bool(said(found, name))
                tally.wanted[name] += bool(getattr(gold, name))
                tally.found[name] += right and bool(getattr(gold, name))
    return tally


def _percent(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 0.0


def prf(hits: int, predicted: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall and F1 in percent."""
    return _percent(hits, predicted), _percent(hits, gold), _percent(2 * hits, predicted + gold)


def figures(tally: Tally) -> dict[str, float]:
    """The figures to watch, in percent: two F1, the accuracy of each field, the F1 of those that are mostly empty."""
    found = {
        "content": prf(tally.content, tally.predicted, tally.gold)[2],
        "content+speaker": prf(tally.speaker, tally.predicted, tally.gold)[2],
    }
    for name in FIELDS:
        found[name] = _percent(tally.right[name], tally.judged[name])
        if name in SPARSE:
            found[f"{name} F1"] = prf(tally.found[name], tally.said[name], tally.wanted[name])[2]
    return found


def table(tally: Tally, heading: str) -> str:
    """The figures as lines."""
    lines = [f"{heading}: {tally.gold} statements, {tally.predicted} predicted, {tally.content} aligned"]
    for name, hits in (("content", tally.content), ("content + speaker", tally.speaker)):
        p, r, f = prf(hits, tally.predicted, tally.gold)
        lines.append(f"  {name:18s} P {p:5.1f}  R {r:5.1f}  F1 {f:5.1f}")
    for name in FIELDS:
        line = f"  {name:18s} {_percent(tally.right[name], tally.judged[name]):5.1f} right"
        if name in SPARSE:
            p, r, f = prf(tally.found[name], tally.said[name], tally.wanted[name])
            line += f"   where there is one: P {p:5.1f}  R {r:5.1f}  F1 {f:5.1f}  of {tally.wanted[name]}"
        lines.append(line)
    return "\n".join(lines)


def misses(marked: Marked) -> Iterator[str]:
    """What went wrong in a report, a line each: missed, spurious, and every wrong field."""
    text, name = marked.case.text, marked.case.name
    golds, founds = {g.id for g, _ in marked.pairs}, {f.id for _, f in marked.pairs}

    def shown(source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span]) -> str:
        return " | ".join(" // ".join(text[b:e] for b, e in spans) for spans in (source, cue, content))

    def called(value: Any) -> Any:
        return f"{marked.actors[value].name} ({value})" if value in marked.actors else value

    for g in marked.case.voices:
        if g.id not in golds:
            yield f"missed    {name} {g.id}: {shown(g.source, g.cue, g.content)}"
    for f in marked.reading.statements:
        if f.id not in founds:
            yield f"spurious  {name} {f.id}: {shown(f.source.spans, f.cue, f.content)}"
    for g, f in marked.pairs:
        if not right_speaker(text, g, f):
            yield f"speaker   {name} {g.id}: {shown(f.source.spans, f.cue, f.content)} <- {shown(g.source, (), ())}"
        for key in FIELDS:
            if not JUDGES[key](marked, g, f):
                value = said(f, key)
                told = value.kind if key == "venue" and value else called(value)
                yield f"{key:9s} {name} {g.id}: {told} <- {getattr(g, key)}: {shown(g.source, g.cue, g.content)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--held-back", action="store_true", help="the held-back reports only")
    which.add_argument("--all", action="store_true", help="open and held-back reports, each with their own figures")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show N misses of each sort (open reports)")
    given = parser.parse_args()
    reader = Reader()
    wanted = [False, True] if given.all else [given.held_back]
    chosen = [c for c in cases(given.folder) if c.held_back in wanted]
    for held_back in wanted:
        marked = [mark(c, reader) for c in chosen if c.held_back == held_back]
        heading = f"{'held back' if held_back else 'open'}: {len(marked)} reports"
        print(table(count(marked), heading))
        if given.misses and not held_back:
            shown: Counter[str] = Counter()
            for line in sorted((m for one in marked for m in misses(one)), key=lambda m: m.split()[0]):
                sort = line.split()[0]
                shown[sort] += 1
                if shown[sort] <= given.misses:
                    print(line)


if __name__ == "__main__":
    main()
