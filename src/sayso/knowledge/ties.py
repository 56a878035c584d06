"""Words that tell of ties between actors, from `resources/lexicons/ties.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import msgspec

from sayso.knowledge.load import load
from sayso.model.reading import RelationKind


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """Words of one relation.

    `objects`: verbs that tell of it only with one of these objects; `adjectives`: tell of it before "to".
    """

    relation: RelationKind
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    participles: tuple[str, ...]
    objects: dict[str, tuple[str, ...]] = {}
    adjectives: tuple[str, ...] = ()


@dataclass(frozen=True)
class TieWords:
    """Lemma, participle or adjective -> relation; verb lemma -> (objects, relation)."""

    verbs: dict[str, RelationKind]
    nouns: dict[str, RelationKind]
    participles: dict[str, RelationKind]
    objects: dict[str, tuple[frozenset[str], RelationKind]]
    adjectives: dict[str, RelationKind]


@cache
def tie_words() -> TieWords:
    """The lists that the package carries, loaded once a process."""
    ties = load("lexicons/ties.json", list[Tie])
    return TieWords(
        verbs={v: t.relation for t in ties for v in t.verbs},
        nouns={n: t.relation for t in ties for n in t.nouns},
        participles={p: t.relation for t in ties for p in t.participles},
        objects={v: (frozenset(o), t.relation) for t in ties for v, o in t.objects.items()},
        adjectives={a: t.relation for t in ties for a in t.adjectives},
    )
