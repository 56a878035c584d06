"""Nouns that speak of actors: "Haftar's militias", "a senior Turkish official", "Turkey's foreign minister"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.knowledge.actors import ActorBase
from sayso.knowledge.titles import Collective, Title, TitleWords
from sayso.model.span import Span
from sayso.reading.actors.cluster import Cluster, Gathered
from sayso.reading.draft import Draft, Word

_NEAR = 8  # words between a noun and whose it is
_STATE_FORCES = frozenset({"army", "military", "troops", "forces", "soldiers", "force", "servicemen"})
_STATE_RULE = frozenset({"government", "cabinet", "administration", "authorities", "leadership", "regime"})
_LEFT = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "advmod", "quantmod", "npadvmod", "predet"})
_UNNAMED = frozenset(
    {"source", "official", "officer", "member", "resident", "rebel", "activist", "doctor", "analyst", "journalist"}
)


@dataclass(frozen=True)
class Nominals:
    """Adds nominal mentions to what the names gave."""

    draft: Draft
    base: ActorBase
    words: TitleWords
    found: Gathered
    starts: Mapping[int, Cluster]
    """number of a name's first word -> whom it names"""

    def gather(self, pronouns: bool) -> None:
        """Go through the nouns of the report in order: first those without, then those with a possessive pronoun."""
        for word in self.draft.words:
            if (
                word.pos in ("NOUN", "PROPN", "ADJ")
                and word.i not in self.found.at
                and _pronoun_owned(word) == pronouns
            ):
                title, collective = self._looked_up(word)
                if collective and word.pos != "ADJ" and (not collective.agent or _agent(word)):
                    self._collective(word, collective)
                elif title and (word.pos == "NOUN" or word.dep in ("nsubj", "pobj", "dobj", "appos")):
                    self._titled(word, title)

    def _looked_up(self, word: Word) -> tuple[Title | None, Collective | None]:
        before = self.draft.words[word.i - 1].lower if word.i else ""
        title = self.words.titles.get((before, word.lower)) or self.words.titles.get((word.lower,))
        if title is None and word.tag == "NNS":
            title = self.words.titles.get((word.lemma.lower(),))
        collective = self.words.collectives.get(f"{before} {word.lower}") or self.words.collectives.get(word.lower)
        if title and title.sectors != ("CVL",) and word.tag != "NNS":
            return title, None
        return title, collective

    def _collective(self, word: Word, collective: Collective) -> None:
        if word.dep in ("compound", "nmod", "npadvmod") and word.head.pos in ("NOUN", "PROPN") and word.head.i > word.i:
            return
        owner = self._owner(word)
        if collective.kind == "state":
            self._country_of(word, owner)
            return
        ref = self._body_of(word, owner)
        named = _appositive(word, self.found)
        if named is not None and named.kind not in ("person", "state"):
            named.see(span_of(word), "nominal", word.i)
            self.found.at[word.i] = named
            return
        key = ref or f"{word.lemma.lower()} {self._modifiers(word)} of {owner.key if owner else ''}"
        alone = collective.kind == "people" and word.tag == "NN" and self._has_plural(word)
        cluster = self.found.get(key, "unnamed" if alone else collective.kind)
        cluster.ref = ref if ref in self.base.known else cluster.ref
        cluster.sectors = cluster.sectors or collective.sectors
        if owner:
            cluster.owner, cluster.country = owner.key, cluster.country or self._country(owner)
            if collective.kind == "military" and owner.kind in ("person", "armed-group", "party"):
                cluster.kind, cluster.sectors = "armed-group", ("REB",)
        cluster.see(self._with_owner(word), "nominal", word.i)
        self.found.at[word.i] = cluster

    def _with_owner(self, word: Word) -> Span:
        """The noun phrase, with "of the army" or "loyal to Ali Saleh" where that is whose they are."""
        b, e = span_of(word)
        for owner in self._owners_after(word):
            named = [
                s for s in self.found.at[owner.i].mentions if s[0] <= owner.start < s[1] and owner.i - word.i <= _NEAR
            ]
            e = max((s[1] for s in named), default=e)
        return b, e

    def _country_of(self, word: Word, owner: Cluster | None) -> None:
        """ "his country" is the state of whoever speaks; "the country" alone is not resolved."""
        ref = self.base.states.get(self._country(owner) or "") if owner else None
        if ref is not None and word.lower in ("country", "nation", "state"):
            cluster = self.found.get(ref, "state")
            cluster.ref = ref
            cluster.see(span_of(word), "nominal", word.i)
            self.found.at[word.i] = cluster

    def _has_plural(self, word: Word) -> bool:
        """ "a man", "a resident": one person, where "the population" is many."""
        return word.lower in ("man", "woman", "child") or f"{word.lower}s" in self.words.collectives

    def _titled(self, word: Word, title: Title) -> None:
        if word.dep in ("compound", "nmod") and word.head.i in self.found.at:
            self._describe(self.found.at[word.head.i], title, word)
            return
        if word.dep == "compound" and (word.head.lower,) in self.words.titles:
            return  # "justice" of "the justice minister" is nobody
        owner = self._owner(word)
        named = _appositive(word, self.found) or self._named_after(word)
        person = named if named is not None and named.kind == "person" else None
        if person is None:
            person = self._holder(title, owner) or self._earlier(word, title, owner)
        if person is None:
            person = self._unnamed(word, title, owner)
        else:
            self._describe(person, title, word, owner)
        person.see(span_of(word), "nominal", word.i)
        self.found.at[word.i] = person

    def _describe(self, person: Cluster, title: Title, word: Word, owner: Cluster | None = None) -> None:
        """What a title adds to a person: role, sectors, and by its owner the country."""
        if person.kind not in ("person", "other", "unknown"):
            return
        person.kind = "person"
        if title.role != "mr":
            person.role = person.role or title.role
        person.sectors = person.sectors or title.sectors
        owner = owner or self._owner(word)
        if owner and owner is not person:
            person.owner = person.owner or owner.key
            person.country = person.country or self._country(owner)

    def _named_after(self, word: Word) -> Cluster | None:
        """ "the coordinator for Libya, Yusuf Adam, said", "the envoy to Libya Alan Dorn": the name after it."""
        at = word.i + 1
        prep = next((p for p in word.having("prep") if p.i == at and p.lower in ("of", "for", "to", "in")), None)
        thing = prep.child("pobj") if prep is not None else None
        if thing is not None:
            land = thing.child("compound")  # the parser takes "Libya Alan Dorn" for one name
            both = land is not None and land.i in self.found.at and self.found.at[land.i].kind == "state"
            if both and thing.i in self.found.at and self.found.at[thing.i].kind == "person":
                return self.found.at[thing.i]
            at = thing.i + 1
        words = self.draft.words
        comma = at < len(words) and words[at].text == ","
        named = self.starts.get(at + comma)
        after = named is not None and words[at].sent is word.sent and (comma or thing is not None)
        return named if after and named is not None and named.kind in ("person", "other") else None

    def _holder(self, title: Title, owner: Cluster | None) -> Cluster | None:
        if owner is None or not owner.ref or not title.exclusive:
            return None
        ref = self.base.holder(title.role, owner.ref, self.draft.day)
        if ref is None:
            return None
        cluster = self.found.get(ref, "person")
        cluster.ref = ref
        return cluster

    def _earlier(self, word: Word, title: Title, owner: Cluster | None) -> Cluster | None:
        """ "the minister": the latest person of the report who bears the title."""
        definite = owner is not None or any(c.lower in ("the", "this", "that") for c in word.having("det"))
        if not definite or word.tag == "NNS":
            return None
        fits = [
            c
            for c in self.found.clusters.values()
            if c.kind == "person" and c.role and _same_role(c.role, title.role) and min(c.mentions) < word.span
            and (owner is None or c.owner in (None, owner.key))
        ]  # fmt: skip
        return max(fits, key=lambda c: max(s for s in c.mentions if s < word.span), default=None)

    def _unnamed(self, word: Word, title: Title, owner: Cluster | None) -> Cluster:
        kind = "people" if word.tag == "NNS" else "unnamed" if title.role in _UNNAMED else "office"
        noun = word.lemma.lower() if kind == "people" else title.role
        cluster = self.found.get(f"{noun} {self._modifiers(word)} of {owner.key if owner else ''}", kind)
        cluster.role, cluster.sectors = title.role, cluster.sectors or title.sectors
        if owner:
            cluster.owner, cluster.country = owner.key, self._country(owner)
        return cluster

    def _body_of(self, word: Word, owner: Cluster | None) -> str | None:
        """ "the Turkish army" is the army of the state; so is its government."""
        if owner is None or not owner.ref or not owner.ref.startswith("state/"):
            return None
        state = owner.ref.removeprefix("state/")
        if word.lower in _STATE_FORCES:
            return self.base.bodies.get(f"military/{state}")
        return self.base.bodies.get(f"government/{state}") if word.lower in _STATE_RULE else None

    def _modifiers(self, word: Word) -> str:
        """What tells one militia from another; names of owners aside."""
        kept = (c for c in word.children if c.dep in ("amod", "compound") and c.i < word.i and c.i not in self.found.at)
        return " ".join(c.lemma.lower() for c in kept)

    def _owner(self, word: Word) -> Cluster | None:
        """Whose it is: possessor, nationality, name before it, "whose", or "of" / "for" with a name."""
        owner = word.child("poss")
        if owner is not None and owner.lower == "whose":
            clause = next((w for w in word.ancestors() if w.dep == "relcl"), None)
            return self.found.at.get(clause.head.i) if clause is not None else None
        for c in word.children:
            if c.dep in ("poss", "amod", "compound", "nmod") and c.i in self.found.at:
                return self.found.at[c.i]
        return next((self.found.at[w.i] for w in self._owners_after(word)), None)

    def _owners_after(self, word: Word) -> Iterator[Word]:
        for prep in (*word.having("prep"), *(p for c in word.having("amod", "acl", "relcl") for p in _allegiance(c))):
            obj = prep.child("pobj") if prep.lower in ("of", "for", "from") or prep.head is not word else None
            if obj is not None and obj.i in self.found.at:
                yield obj

    def _country(self, owner: Cluster) -> str | None:
        return self.base.known[owner.ref].country if owner.ref in self.base.known else owner.country


def span_of(word: Word) -> Span:
    """The noun phrase that a noun heads: from its leftmost modifier to itself, no clauses."""
    left = word
    while True:
        outer = [c for c in left.children if c.i < left.i and c.dep in _LEFT]
        if not outer:
            return left.start, word.end
        left = min(outer, key=lambda c: c.i)


def _allegiance(word: Word) -> list[Word]:
    """ "forces loyal to X", "militias allied with X": the preposition that names whose they are."""
    return word.having("prep") if word.lemma in ("loyal", "ally", "allied", "aligned", "faithful", "affiliate") else []


def _agent(word: Word) -> bool:
    return word.dep == "nsubj" or (word.dep == "pobj" and word.head.dep == "agent")


def _pronoun_owned(word: Word) -> bool:
    owner = word.child("poss")
    return owner is not None and owner.pos == "PRON"


def _appositive(word: Word, found: Gathered) -> Cluster | None:
    """The name that a noun stands beside: "the spokesman, Ali Saleh" or "Ali Saleh, the spokesman"."""
    for other in _beside(word):
        if other.i in found.at and other.pos == "PROPN":
            return found.at[other.i]
    return None


def _beside(word: Word) -> Iterator[Word]:
    yield from word.having("appos")
    if word.dep == "appos":
        yield word.head
    if word.dep == "attr" and word.head.lemma == "be":
        subject = word.head.child("nsubj")
        if subject is not None:
            yield subject


def _same_role(a: str, b: str) -> bool:
    """ "foreign minister" is spoken of as "the minister"."""
    return a == b or a.endswith(f" {b}") or b.endswith(f" {a}")
