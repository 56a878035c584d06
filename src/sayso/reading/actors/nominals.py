"""Nouns that speak of actors: "Haftar's militias", "a senior Turkish official", "Turkey's foreign minister"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.knowledge.actors import ActorBase
from sayso.knowledge.anaphors import anaphors, genders
from sayso.knowledge.titles import Collective, Title, TitleWords
from sayso.model.span import Span
from sayso.reading.actors.cluster import Cluster, Gathered
from sayso.reading.actors.described import described
from sayso.reading.actors.earlier import FORMER, bearer, body, points_back, same_noun
from sayso.reading.actors.fighters import commands, fighters
from sayso.reading.actors.offices import Offices
from sayso.reading.actors.phrases import (
    agent,
    allegiance,
    appositive,
    bearing,
    indefinite,
    is_told,
    one_of_several,
    pronoun_owned,
    span_of,
    speaks,
)
from sayso.reading.actors.runs import title_at, title_edges
from sayso.reading.draft import Draft, Word

_BODIES = frozenset({"government", "military", "armed-group", "party", "igo", "ngo", "company", "media", "other"})
_UNLIKE = frozenset({"person", "state", "people"})  # what no body is
_NEAR = 8  # words between a noun and whose it is
_STATE_FORCES = frozenset({"army", "military", "troops", "forces", "soldiers", "force", "servicemen"})
_STATE_RULE = frozenset({"government", "cabinet", "administration", "authorities", "leadership", "regime"})
_UNNAMED = frozenset(
    {
        "source",
        "official",
        "officer",
        "member",
        "resident",
        "rebel",
        "activist",
        "doctor",
        "analyst",
        "journalist",
        "relative",
    }
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
    offices: Offices

    def gather(self) -> None:
        """Go through the nouns of the report, those with a possessive pronoun aside: whose they are is still open."""
        for word in self.draft.words:
            if not pronoun_owned(word) or appositive(word, self.found):
                self.add(word)

    def add(self, word: Word) -> None:
        """The actor that a noun speaks of, if it does."""
        if word.i not in self.found.at and one_of_several(word):
            self._speaker(word)  # "one of them said", "another replied"
        if word.pos not in ("NOUN", "PROPN", "ADJ") or word.i in self.found.at:
            return
        title, collective = self._looked_up(word)
        if collective and word.pos != "ADJ" and (not collective.agent or agent(word)):
            self._collective(word, collective)
        elif not title and word.pos == "NOUN" and self._body(word):
            return
        elif title and (word.pos == "NOUN" or word.dep in ("nsubj", "pobj", "dobj", "appos")):
            self._titled(word, title)
        elif speaks(word) or is_told(word):
            self._speaker(word)

    def _looked_up(self, word: Word) -> tuple[Title | None, Collective | None]:
        before = self.draft.words[word.i - 1].lower if word.i else ""
        long = self._long_title(word)
        if long is not None:
            return (self.words.titles[tuple(w.lower for w in long)] if bearing(long) is word else None), None
        title = self.words.titles.get((before, word.lower)) or self.words.titles.get((word.lower,))
        if title is None and word.tag == "NNS":
            title = self.words.titles.get((word.lemma.lower(),))
        collective = self.words.collectives.get(f"{before} {word.lower}") or self.words.collectives.get(word.lower)
        if title and title.sectors != ("CVL",) and word.tag != "NNS":
            return title, None
        return title, collective

    def _long_title(self, word: Word) -> tuple[Word, ...] | None:
        """The words of "secretary of state", "vice-president" or "foreign policy chief" if it begins or ends here."""
        for i in (word.i, max(0, word.i - 2)) if word.lower in title_edges() else ():
            three = self.draft.words[i : i + 3]
            if len(three) == 3 and tuple(w.lower for w in three) in self.words.titles:
                return three
        return None

    def _collective(self, word: Word, collective: Collective) -> None:
        if word.dep in ("compound", "nmod", "npadvmod") and word.head.pos in ("NOUN", "PROPN") and word.head.i > word.i:
            post = self.words.titles.get((self.draft.words[word.i + 1].lower,))
            if post is None or post.role != "spokesperson":  # "army spokesman" tells of the army, "army truck" does not
                return
        owner = self._owner(word)
        if collective.kind == "state":
            beside = word.lemma.lower() in ("ally", "neighbour", "neighbor")
            if beside and (speaks(word) or is_told(word) or (owner is not None and owner.kind == "person")):
                self._speaker(word)  # "her neighbours think": no states
            else:
                self._country_of(word, owner)
            return
        group = fighters(word, collective, owner, self.draft, self.found)
        if group is not None:
            group.see(span_of(word), "nominal", word.i)
            self.found.at[word.i] = group
            return
        ref = self._body_of(word, owner)
        named = appositive(word, self.found) or self._called(word)
        alone = collective.kind == "people" and word.tag == "NN" and self._is_one(word)
        if named is not None and (named.kind not in _UNLIKE or (alone and named.kind == "person")):
            _is_person(named, alone)
            named.see(span_of(word), "nominal", word.i)
            self.found.at[word.i] = named
            return
        if ref is None and self._body(word):
            return
        key = ref or f"{_noun(word)} {self._modifiers(word)} of {owner.key if owner else ''}"
        kind = "unnamed" if alone else collective.kind
        cluster = self.found.anew(key, kind, word.i) if alone and indefinite(word) else self.found.called(key, kind)
        cluster.ref = ref if ref in self.base.known else cluster.ref
        cluster.sectors = cluster.sectors or collective.sectors
        if owner:
            cluster.owner, cluster.country = owner.key, cluster.country or self._country(owner)
            armed = collective.kind == "military" and owner.kind in ("person", "armed-group", "party")
            if armed or commands(word, owner, self.base):
                cluster.kind, cluster.sectors = "armed-group", ("REB",)
        cluster.gender = cluster.gender or (genders().words.get(word.lower) if alone else None)
        cluster.see(self._with_owner(word), "nominal", word.i)
        self.found.at[word.i] = cluster

    def _speaker(self, word: Word) -> None:
        """Whoever speaks or is told under a noun that no list has: "a neighbour", "traders at the crossing"."""
        named = appositive(word, self.found) or (self._named_after(word) if points_back(word) else None)
        owner = self._owner(word)
        client = self._client(word, owner)
        if client is not None:
            client.see(span_of(word), "nominal", word.i)
            self.found.at[word.i] = client
            return
        body = "other" if word.lower in anaphors().camps else "unnamed"
        kind = "people" if word.tag == "NNS" or word.lower in anaphors().many else body
        key = f"{_noun(word)} {self._modifiers(word)} of {owner.key if owner else self._of(word, owner) or ''}"
        fresh = kind == "unnamed" and indefinite(word)
        told = self.found.anew(key, kind, word.i) if fresh else self.found.called(key, kind)
        cluster = named if named is not None and named.kind in ("person", "other") else told
        _is_person(cluster, word.tag == "NN" and not _of_many(word))
        cluster.gender = cluster.gender or (genders().words.get(word.lower) if kind == "unnamed" else None)
        cluster.see(span_of(word), "nominal", word.i)
        self.found.at[word.i] = cluster

    def _client(self, word: Word, owner: Cluster | None) -> Cluster | None:
        """ "her client", of a lawyer whose clients are told: "his lawyer, Ada Bell"."""
        if owner is None or word.lemma != "client" or "lawyer" not in (owner.role, *owner.roles):
            return None
        one = self.found.clusters.get(owner.owner or "")
        return one if one is not None and one.kind == "person" else None

    def _body(self, word: Word) -> bool:
        """ "the group": a mention of the body named before, if one is meant; else of the only one told of so."""
        owner = self._owner(word, sorts=False)
        told = body(word, owner, self.draft, self.found) or (
            same_noun(word, self.draft, self.found) if not owner else None
        )
        if told is not None:
            told.see(span_of(word), "nominal", word.i)
            self.found.at[word.i] = told
        return told is not None

    def _with_owner(self, word: Word) -> Span:
        """The noun phrase, with "of the army" or "loyal to Ali Saleh" where that is whose they are."""
        b, e = span_of(word, whose=True)
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

    def _is_one(self, word: Word) -> bool:
        """ "a man", "a resident": one person, where "the crowd" is many."""
        if word.lower in anaphors().many:
            return False
        forms = {f"{word.lower}s", f"{word.lower}es"}
        return word.lower in ("man", "woman", "child") or bool(forms & self.words.collectives.keys())

    def _titled(self, word: Word, title: Title) -> None:
        if word.dep in ("compound", "nmod") and word.head.i in self.found.at:
            self._describe(self.found.at[word.head.i], title, word)
            return
        if word.dep == "compound" and (word.head.lower,) in self.words.titles:
            return  # "justice" of "the justice minister" is nobody
        owner = self._owner(word)
        named = self._named_after(word)
        named = named if named is not None and named.kind == "person" else appositive(word, self.found) or named
        person = named if named is not None and (named.kind == "person" or self._personal(named, word, title)) else None
        if person is None:
            person = self._holder(word, title, owner)
            if person is None and (owner is None or self.offices.whole(word, title)):
                person = bearer(word, title, owner, self._of(word, owner), self.found)
            person = person or described(word, title, owner, self.offices, self.found)
        if person is None:
            person = self._unnamed(word, title, owner)
        else:
            self._describe(person, title, word, owner)
        long = self._long_title(word) or (word,)
        person.see((min(span_of(w)[0] for w in long), max(w.end for w in long)), "nominal", word.i)
        self.found.at[word.i] = person

    def _personal(self, named: Cluster, word: Word, title: Title) -> bool:
        """Whether an office told of a name of unknown kind makes it a person's: not "Norfield, a leader in pumps"."""
        shouted = all(name.isupper() for name in named.names)
        if named.kind != "other" or named.ref is not None or word.tag not in ("NN", "NNP") or shouted:
            return False
        return title.role not in ("leader", "member", "source") or all(p.lower == "of" for p in word.having("prep"))

    def _describe(self, person: Cluster, title: Title, word: Word, owner: Cluster | None = None) -> None:
        """What a title adds to a person: role, sectors, and by its owner the country."""
        if person.kind not in ("person", "other", "unknown"):
            return
        person.kind = "person"
        before = self.draft.words[word.i - 1].lower if word.i else ""
        called = f"{before} {word.lower}" if (before, word.lower) in self.words.titles else word.lower
        past = any(c.lower in FORMER for c in word.children)
        person.call(f"former {called}" if past else called, title.role)
        person.gender = person.gender or genders().words.get(word.lower)
        person.sectors = person.sectors or title.sectors
        owner = owner or self._owner(word)
        person.of = person.of or self._of(word, owner)
        if owner and owner is not person:
            person.owner = person.owner or owner.key
            person.country = person.country or self._country(owner)

    def _named_after(self, word: Word) -> Cluster | None:
        """ "the coordinator for Libya, Yusuf Adam, said", "the envoy to Libya Alan Dorn": the name after it."""
        at = max((word, *(self._long_title(word) or ())), key=lambda w: w.i).i + 1
        prep = next((p for p in word.having("prep") if p.i == at and p.lower in ("of", "for", "to", "in")), None)
        thing = prep.child("pobj") if prep is not None else None
        if thing is not None:
            land = thing.child("compound")  # the parser takes "Libya Alan Dorn" for one name
            both = land is not None and land.i in self.found.at and self.found.at[land.i].kind == "state"
            if both and thing.i in self.found.at and self.found.at[thing.i].kind == "person":
                return self.found.at[thing.i]
            at = thing.i + 1
        words = self.draft.words
        if prep is not None and thing is not None:
            comma = next((w.i for w in words[prep.i + 1 : thing.i] if w.text == ","), None)
            at = at if comma is None else comma  # "The mayor of Osk, Iva Mala": the parser takes it for one phrase
        comma = at < len(words) and words[at].text == ","
        named = self.starts.get(at + comma)
        if named is None and comma:
            named = self.starts.get(at + 1 + title_at(words[at + 1 : at + 6], 0, self.words))  # ", Colonel Ali Karim"
        after = named is not None and words[at].sent is word.sent and (comma or thing is not None)
        return named if after and named is not None and named.kind in ("person", "other") else None

    def _called(self, word: Word) -> Cluster | None:
        """ "The regional bloc ECOWAS", "the mission in the east, UNEA, said": the name right after a body's noun."""
        words, at = self.draft.words, word.i + 1
        named = self.starts.get(at)
        if named is None:
            thing = next((p.child("pobj") for p in word.having("prep") if p.i == at), None)
            at = thing.i + 1 if thing is not None else at
            named = self.starts.get(at + 1) if at < len(words) and words[at].text == "," else None
            after = next((w for w in words[at + 1 : at + 8] if w.text == "," or w.pos in ("VERB", "AUX")), None)
            if after is None or after.text != ",":
                return None
        return named if points_back(word) and named is not None and named.kind in _BODIES else None

    def _holder(self, word: Word, title: Title, owner: Cluster | None) -> Cluster | None:
        """Who held the office on the day of the report, by the actor base."""
        if owner is not None and owner.ref is None:
            return None
        present = (c.ref for c in self.found.clusters.values() if c.ref and c.kind == "person")
        ref = self.offices.holder(word, title, owner.ref if owner else None, tuple(present))
        if ref is None:
            return None
        cluster = self.found.get(ref, "person")
        cluster.ref = ref
        return cluster

    def _of(self, word: Word, owner: Cluster | None) -> str | None:
        """What an office is an office of, where no actor is named: "the mayor of Osk"."""
        thing = next((p.child("pobj") for p in word.having("prep") if p.lower in ("of", "for")), None)
        if thing is not None and thing in (self._long_title(word) or ()):
            return None  # "head of state"
        return thing.lower if owner is None and thing is not None else None

    def _unnamed(self, word: Word, title: Title, owner: Cluster | None) -> Cluster:
        one = "unnamed" if title.role in _UNNAMED or indefinite(word) else "office"
        kind = "people" if word.tag == "NNS" else one
        noun = _noun(word) if kind == "people" or title.role == "relative" else title.role
        whose = owner.key if owner else self._of(word, owner) or ""
        key = f"{noun} {self._modifiers(word)} of {whose}"
        fresh = kind != "people" and indefinite(word)
        cluster = self.found.anew(key, kind, word.i) if fresh else self.found.called(key, kind)
        cluster.gender = cluster.gender or (genders().words.get(word.lower) if kind != "people" else None)
        cluster.role, cluster.sectors = title.role, cluster.sectors or title.sectors
        cluster.call(word.lower, title.role)
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

    def _owner(self, word: Word, sorts: bool = True) -> Cluster | None:
        """Whose it is: possessor, nationality, name before it, "whose", or "of" / "for" with a name.

        `sorts`: whether also a word that tells what sort it is ("rebel group").
        """
        owner = word.child("poss")
        if owner is not None and owner.lower == "whose":
            clause = next((w for w in word.ancestors() if w.dep == "relcl"), None)
            return self.found.at.get(clause.head.i) if clause is not None else None
        for c in word.children:
            if (
                c.dep in ("poss", "amod", "compound", "nmod")
                and c.i in self.found.at
                and (sorts or c.lower not in anaphors().sorts)
            ):
                return self.found.at[c.i]
        return next((self.found.at[w.i] for w in self._owners_after(word)), None)

    def _owners_after(self, word: Word) -> Iterator[Word]:
        tail = self.draft.words[word.i + 1 : word.i + 3]
        parts = tail[1].having("prep") if len(tail) == 2 and tail[0].text == "-" and tail[1].head is word else []
        own = [p for p in (*word.having("prep"), *parts) if p.lower in ("of", "for", "from")]
        for prep in (*own, *(p for c in word.having("amod", "acl", "relcl") for p in allegiance(c))):
            obj = prep.child("pobj")
            if obj is not None and obj.i in self.found.at:
                yield obj

    def _country(self, owner: Cluster) -> str | None:
        return self.base.known[owner.ref].country if owner.ref in self.base.known else owner.country


def _of_many(word: Word) -> bool:
    """Whether a singular noun is one for a body or for many."""
    return word.lower in anaphors().camps or word.lower in anaphors().many


def _is_person(cluster: Cluster, alone: bool) -> None:
    """Somebody who is told to be one person ("one passenger, Mira") is no body."""
    if alone and cluster.kind == "other" and cluster.unknown:
        cluster.kind = "person"


def _noun(word: Word) -> str:
    """A noun as part of a key: "women" are not "a woman"."""
    return word.lower if word.tag == "NNS" else word.lemma.lower()
