"""The project's own gold for statements: `python -m evals.voices [FOLDER] [--held-back | --all] [--misses N]`.

Reads every report of tests/cases/voices with the whole reader, as plain text, and holds its statements against the
labelled ones. Files whose number ends in 0 or 5 are held back: their figures are shown on demand, their misses never.
`--misses N` shows N misses of each sort, `--field act` those of one field only (all of them without N). Fields are
judged on aligned statements only (`evals.voice_cases`). `who`, `addressee` and `on_behalf_of` name an actor: it is the
right one if one of its mentions stands on the head of that name, or one of its names holds all the name's words.
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

from evals.voice_cases import FOLDER, SMALL, WORD, Case, Voice, aligned, cases, words_inside
from sayso.ingesting import from_text
from sayso.knowledge.actors import actor_base
from sayso.model.reading import Actor, Reading, Statement
from sayso.model.span import Span
from sayso.reading import Reader
from sayso.text.normal import fold

FIELDS = ("form", "act", "kind", "who", "on_behalf_of", "addressee", "venue", "negated", "parent")
SPARSE = frozenset({"on_behalf_of", "addressee", "venue", "negated", "parent"})
SORTS = ("missed", "spurious", "speaker", *FIELDS)
_BEFORE_COMPLEMENT = re.compile(r",? (?:of|for|in|on|at|from|to|with|close|familiar|who|which|aged)\b|,")


@dataclass(frozen=True)
class Marked:
    """A case with its reading: `pairs` are the aligned statements."""

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


def mark(case: Case, reader: Reader) -> Marked:
    """Read a case and align what is found with what is labelled."""
    reading = reader.read(from_text(case.text))
    return Marked(case, reading, tuple(aligned(case, reading.statements)))


def _words(name: str) -> frozenset[str]:
    return frozenset(WORD.findall(fold(name))) - SMALL


@cache
def _base_names(ref: str) -> tuple[frozenset[str], ...]:
    known = actor_base().known.get(ref)
    return tuple(_words(n) for n in (*known.names, *known.short, *known.metonyms, *known.demonyms)) if known else ()


def _heads(text: str, who: str) -> Iterator[int]:
    """Where the head word of a naming stands: the last word before its complements ("spokesman" for …)."""
    cut = _BEFORE_COMPLEMENT.search(who)
    short = who[: cut.start()] if cut else who
    last = [m.start() for m in WORD.finditer(short)]
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
    return bool(words_inside(text, gold.source) & words_inside(text, found.source.spans, small=True))


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


def misses(marked: Marked) -> Iterator[tuple[str, str]]:
    """What went wrong in a report: the sort (`SORTS`) and a line, for all missed, spurious and wrong."""
    text, name = marked.case.text, marked.case.name
    golds, founds = {g.id for g, _ in marked.pairs}, {f.id for _, f in marked.pairs}

    def shown(source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span]) -> str:
        return " | ".join(" // ".join(text[b:e] for b, e in spans) for spans in (source, cue, content))

    def called(value: Any) -> Any:
        return f"{marked.actors[value].name} ({value})" if value in marked.actors else value

    for g in marked.case.voices:
        if g.id not in golds:
            yield "missed", f"{name} {g.id}: {shown(g.source, g.cue, g.content)}"
    for f in marked.reading.statements:
        if f.id not in founds:
            yield "spurious", f"{name} {f.id}: {shown(f.source.spans, f.cue, f.content)}"
    for g, f in marked.pairs:
        if not right_speaker(text, g, f):
            yield "speaker", f"{name} {g.id}: {shown(f.source.spans, f.cue, f.content)} <- {shown(g.source, (), ())}"
        for key in FIELDS:
            if not JUDGES[key](marked, g, f):
                value = said(f, key)
                told = value.kind if key == "venue" and value else called(value)
                yield key, f"{name} {g.id}: {told} <- {getattr(g, key)}: {shown(g.source, g.cue, g.content)}"


def listed(all_marked: Sequence[Marked], sorts: Sequence[str], most: int | None) -> Iterator[str]:
    """The misses of some sorts as lines, sort by sort, at most so many of each."""
    found = [miss for marked in all_marked for miss in misses(marked)]
    for sort in sorts:
        lines = [line for its_sort, line in found if its_sort == sort]
        yield from (f"{sort:12s} {line}" for line in lines[:most])


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--held-back", action="store_true", help="the held-back reports only")
    which.add_argument("--all", action="store_true", help="open and held-back reports, each with their own figures")
    parser.add_argument("--misses", type=int, metavar="N", help="show N misses of each sort (open reports)")
    parser.add_argument("--field", choices=SORTS, help="show the misses of this sort only (open reports)")
    return parser.parse_args()


def main() -> None:
    given = _given()
    reader = Reader()
    labelled = list(cases(given.folder))
    for held_back in [False, True] if given.all else [given.held_back]:
        marked = [mark(c, reader) for c in labelled if c.held_back == held_back]
        print(table(count(marked), f"{'held back' if held_back else 'open'}: {len(marked)} reports"))
        if not held_back and (given.misses or given.field):
            for line in listed(marked, [given.field] if given.field else SORTS, given.misses):
                print(line)


if __name__ == "__main__":
    main()
