"""The stage `Relations`: who backs, leads, arms, fights, speaks for whom, with the words and who says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from sayso.knowledge.ties import tie_words
from sayso.knowledge.titles import title_words
from sayso.model.reading import REAL, Relation, RelationKind, Statement
from sayso.model.span import Span, covers, hull
from sayso.reading.actors.names import Name
from sayso.reading.cast import Cast
from sayso.reading.draft import Draft, Word
from sayso.reading.events.status import status_of
from sayso.reading.relations.patterns import by_adjective, by_noun, by_participle, by_verb

# Nobody leads a person or is a member of one: "his head" is no leader's.
_OF_BODIES = frozenset({"leads", "member-of", "official-of"})
_PEOPLE = frozenset({"person", "unnamed", "office"})


@dataclass(frozen=True)
class Relations:
    """Ties that the text itself tells; what the actor base knows is not repeated here."""

    reads: ClassVar[tuple[str, ...]] = ("names", "actors", "statements", "times")
    writes: ClassVar[str] = "relations"

    def __call__(self, draft: Draft) -> tuple[Relation, ...]:
        """Relations in the order of the text; ids r1, r2 …"""
        cast = Cast(draft)
        statements: tuple[Statement, ...] = draft.layer("statements")
        found: list[Relation] = []
        seen: set[tuple[str, str, str, str | None]] = set()
        for left, relation, right, span, ended in sorted(_told(draft, cast), key=lambda t: (t[3], t[0], t[1], t[2])):
            said_by = _innermost(statements, span)
            if left == right or (left, relation, right, said_by) in seen:
                continue
            seen.add((left, relation, right, said_by))
            found.append(
                Relation(
                    id=f"r{len(found) + 1}",
                    from_=left,
                    relation=relation,
                    to=right,
                    ended=ended,
                    span=span,
                    said_by=said_by,
                )
            )
        return tuple(found)


Told = tuple[str, RelationKind, str, Span, bool]


def _told(draft: Draft, cast: Cast) -> Iterator[Told]:
    ties, words = tie_words(), title_words()
    for word in draft.words:
        if word.lower in ties.adjectives:
            yield from _resolved(draft, cast, by_adjective(word, ties), word)
        elif word.pos == "VERB" or word.tag in ("VBN", "JJ"):
            if word.lower in ties.participles:
                yield from _resolved(draft, cast, by_participle(word, ties), word)
            if (word.lemma in ties.verbs or word.lemma in ties.objects) and status_of(word, draft) in REAL:
                yield from _resolved(draft, cast, by_verb(word, ties), word)
        elif word.pos in ("NOUN", "PROPN"):
            yield from _resolved(draft, cast, by_noun(word, ties, words), word)
    yield from _titled(draft, cast)


def _resolved(draft: Draft, cast: Cast, tied: Iterator[tuple[Word, RelationKind, Word]], cue: Word) -> Iterator[Told]:
    former = any(c.lower in ("former", "ex", "late", "once") for c in cue.children)
    for a, relation, b in tied:
        left, right = cast.at(a), cast.at(b)
        if left and right and not (relation in _OF_BODIES and cast.actors[right].kind in _PEOPLE):
            ends = [cast.mention_at(a) or a.span, cue.span, cast.mention_at(b) or b.span]
            yield left, relation, right, hull(ends), former


def _titled(draft: Draft, cast: Cast) -> Iterator[Told]:
    """ "Turkish Foreign Minister Ali Kaya": an official of the state whose nationality stands before the title."""
    titles = title_words().titles
    states = {a.id for a in cast.actors.values() if a.kind == "state"}
    names: tuple[Name, ...] = draft.layer("names")
    for name in names:
        if name.title is None or name.title == 0:
            continue
        title = titles.get(tuple(w.lower for w in draft.words[name.title : name.first]))
        before = draft.words[name.title - 1]
        if before.lower in ("'s", "’s") and before.i:
            before = draft.words[before.i - 1]
        person, owner = cast.at(draft.words[name.last]), cast.at(before)
        if title is None or person is None or owner is None or before.sent is not draft.words[name.last].sent:
            continue
        if title.role == "spokesperson":
            yield person, "speaks-for", owner, (before.start, name.span[1]), False
        elif "GOV" in title.sectors and owner in states:
            yield person, "official-of", owner, (before.start, name.span[1]), False


def _innermost(statements: tuple[Statement, ...], span: Span) -> str | None:
    """The innermost statement whose content holds the words."""
    holding = [(min(e - b for b, e in s.content), s.id) for s in statements if any(covers(c, span) for c in s.content)]
    return min(holding)[1] if holding else None
