"""Actors under construction: mentions are gathered under a key, then frozen in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import get_args

from sayso.knowledge.actors import ActorBase
from sayso.model.reading import Actor, ActorKind, Mention, MentionForm
from sayso.model.span import Span

KINDS: frozenset[str] = frozenset(get_args(ActorKind))


@dataclass(slots=True)
class Cluster:
    """Mentions that speak of one actor. `names` are the texts of its named mentions, `owner` whose it is."""

    key: str
    kind: str
    ref: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    owner: str | None = None
    names: list[str] = field(default_factory=list)
    mentions: dict[Span, MentionForm] = field(default_factory=dict)
    last: int = -1
    """number of the word of the latest mention, for pronouns"""

    def see(self, span: Span, form: MentionForm, word: int, name: str | None = None) -> None:
        """One more mention."""
        self.mentions.setdefault(span, form)
        self.last = max(self.last, word)
        if name and name not in self.names:
            self.names.append(name)


@dataclass
class Gathered:
    """All clusters of a report by key, and the cluster of the mention that a word heads."""

    clusters: dict[str, Cluster] = field(default_factory=dict)
    at: dict[int, Cluster] = field(default_factory=dict)

    def get(self, key: str, kind: str) -> Cluster:
        """The cluster of a key, made if there is none."""
        if key not in self.clusters:
            self.clusters[key] = Cluster(key, kind)
        return self.clusters[key]

    def frozen(self, text: str, base: ActorBase, day: str | None) -> tuple[Actor, ...]:
        """Actors in the order of their first mention."""
        ordered = sorted((c for c in self.clusters.values() if c.mentions), key=lambda c: (min(c.mentions), c.key))
        return tuple(_actor(f"a{n}", c, text, base, day) for n, c in enumerate(ordered, 1))


def _actor(number: str, cluster: Cluster, text: str, base: ActorBase, day: str | None) -> Actor:
    known = base.known.get(cluster.ref) if cluster.ref else None
    spans = sorted(cluster.mentions)
    plain = next((s for s in spans if cluster.mentions[s] == "nominal" and not _possessed(text, s)), spans[0])
    name = known.names[0] if known else max(cluster.names, key=len, default=text[plain[0] : plain[1]])
    office = base.role_on(known.id, day) if known else None
    kind = known.kind if known else cluster.kind if cluster.kind in KINDS else "other"
    return Actor(
        id=number,
        name=name,
        kind=kind,  # type: ignore[arg-type]  # checked against KINDS
        ref=cluster.ref,
        country=known.country if known else cluster.country,
        sectors=known.sectors if known and known.sectors else cluster.sectors,
        role=cluster.role or (office.title if office else None),
        mentions=tuple(Mention(span=s, form=cluster.mentions[s]) for s in spans),
    )


def _possessed(text: str, span: Span) -> bool:
    """ "his militias" names nobody once the pronoun stands alone."""
    return text[span[0] : span[1]].split(maxsplit=1)[0].lower() in (
        "his",
        "her",
        "its",
        "their",
        "whose",
        "our",
        "my",
        "your",
    )
