"""Actors under construction: mentions are gathered under a key, then frozen in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import get_args

from sayso.knowledge.actors import ActorBase
from sayso.knowledge.anaphors import Gender
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
    unknown: bool = False
    """whether nothing tells what its name names"""
    of: str | None = None
    """what the office is an office of, where that is no actor ("the mayor of Osk")"""
    gender: Gender | None = None
    called: list[str] = field(default_factory=list)
    """titles and offices as the report words them, in lower case"""
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

    roles: list[str] = field(default_factory=list)
    """the offices that those titles stand for"""

    def call(self, title: str, role: str) -> None:
        """One more title; the first that is an office is the role, and a rank is none if there is one."""
        if title not in self.called:
            self.called.append(title)
        if role not in self.roles and role != "mr":
            self.roles.append(role)
        if role != "mr" and self.role in (None, "officer"):
            self.role = role


@dataclass
class Gathered:
    """All clusters of a report by key, and the cluster of the mention that a word heads."""

    clusters: dict[str, Cluster] = field(default_factory=dict)
    at: dict[int, Cluster] = field(default_factory=dict)

    latest: dict[str, Cluster] = field(default_factory=dict)
    """what somebody without a name is called -> who was last called so"""

    def anew(self, key: str, kind: str, word: int) -> Cluster:
        """Somebody new without a name ("a diplomat", "another diplomat"); `word` numbers the noun."""
        self.latest[key] = self.get(f"{key} {word}", kind)
        return self.latest[key]

    def called(self, key: str, kind: str) -> Cluster:
        """Whoever was last called so, else somebody new."""
        return self.latest.get(key) or self.get(key, kind)

    def merge(self, kept: Cluster, gone: Cluster) -> None:
        """All mentions of `gone` become mentions of `kept`."""
        for span, form in gone.mentions.items():
            kept.see(span, form, gone.last)
        kept.names += [n for n in gone.names if n not in kept.names]
        for index in (self.at, self.latest):
            for key, cluster in list(index.items()):
                if cluster is gone:
                    index[key] = kept  # type: ignore[index]  # each by its own keys
        self.clusters.pop(gone.key, None)

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
