"""From proper names to actors: which of several bearers, which earlier name a surname repeats, what brackets say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.knowledge.actors import ActorBase
from sayso.knowledge.ties import tie_words
from sayso.knowledge.titles import title_words
from sayso.reading.actors.cluster import Cluster, Gathered
from sayso.reading.actors.names import Name
from sayso.reading.draft import Draft, Word
from sayso.text.normal import fold

_LOCATIVE = frozenset({"in", "at", "near", "from", "to", "into", "inside", "outside", "across", "around", "throughout"})
_GENERATION = 30  # years
_ROLES = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "compound"})
_PARTNER = frozenset({"by", "with", "against", "between", "on"})


@dataclass(frozen=True)
class Resolver:
    """Gathers the names of one report. `uses`: first and last word of a place name -> the use of it."""

    draft: Draft
    base: ActorBase
    names: Sequence[Name]
    uses: Mapping[tuple[int, int], str]

    def gather(self) -> Gathered:
        """Clusters of all names that speak of actors."""
        found = Gathered()
        actors = [n for n in self.names if self._is_actor(n)]
        settled = self._settled(actors)
        full = self._full_names(actors)
        for name in actors:
            cluster = self._cluster(name, found, settled, full)
            text = self.draft.text[name.span[0] : name.span[1]]
            cluster.see(name.span, "nominal" if name.sort in ("demonym", "people") else "name", name.last, text)
            head = self.draft.head_of(name.span) or self.draft.words[name.last]
            found.at[head.i] = cluster
            found.at.setdefault(name.last, cluster)
        self._brackets(actors, found)
        return found

    def _is_actor(self, name: Name) -> bool:
        if name.kind == "place" and not name.refs:
            return False
        use = self.uses.get((name.first, name.last))
        if name.sort in ("demonym", "people"):
            return True
        if not name.refs:
            return use is None and (name.kind != "unknown" or _acts(self.draft, name))
        if not all(ref.startswith("state/") for ref in name.refs):
            return True
        if use in ("metonym", "modifier"):
            return True
        if name.sort == "metonym" and name.first == name.last:
            return False
        head = self.draft.head_of(name.span)
        while head is not None and head.dep == "conj":
            head = head.head
        if head is None or use is None:
            return not (head is not None and head.dep == "pobj" and head.head.lower in _LOCATIVE)
        return head.dep in _ROLES or (head.dep == "pobj" and _partner(head.head))

    def _settled(self, names: Sequence[Name]) -> frozenset[str]:
        """Actors that the report names beyond doubt: by a name that only one actor bears."""
        return frozenset(n.refs[0] for n in names if len(n.refs) == 1)

    def _full_names(self, names: Sequence[Name]) -> dict[str, list[str]]:
        """Last word of an unknown person's full name -> those names, folded, in the order of the text."""
        out: dict[str, list[str]] = {}
        for n in names:
            if not n.refs and n.kind in ("person", "unknown") and n.last > n.first:
                key = fold(self.draft.text[n.span[0] : n.span[1]])
                listed = out.setdefault(key.split()[-1], [])
                if key not in listed and _surname(key) is None:
                    listed.append(key)
        return out

    def _cluster(self, name: Name, found: Gathered, settled: frozenset[str], full: Mapping[str, list[str]]) -> Cluster:
        key = fold(self.draft.text[name.span[0] : name.span[1]])
        refs = self._refs(name, settled)
        surname = _surname(key)
        rivals = full.get(surname, []) if surname else []
        if name.sort == "people" and len(refs) == 1:
            people = found.get(f"people of {refs[0]}", "people")  # "Palestinians" are not their state
            people.country = self.base.known[refs[0]].country
            return people
        if len(refs) == 1 and not (rivals and self._only_surname(name, refs[0])):
            known = self.base.known[refs[0]]
            cluster = found.get(known.id, known.kind)
            cluster.ref = known.id
            return cluster
        if len(rivals) == 1:
            key = rivals[0]
        elif not rivals:
            key = self._same_person(key, full) if name.kind == "person" else key
        return found.get(key, "other" if name.kind == "unknown" else name.kind)

    def _only_surname(self, name: Name, ref: str) -> bool:
        """Whether the report never gives the known person's full name, so that its rival may be meant."""
        if name.first != name.last or not ref.startswith("person/"):
            return False
        return not self._named_in_full(ref)

    def _named_in_full(self, ref: str) -> bool:
        full = {fold(n) for n in self.base.known[ref].names if " " in n}
        return any(fold(self.draft.text[n.span[0] : n.span[1]]) in full for n in self.names if ref in n.refs)

    def _refs(self, name: Name, settled: frozenset[str]) -> tuple[str, ...]:
        """The bearers that fit: existing on the day, else named elsewhere in the report, else of its countries."""
        day = self.draft.day
        if name.first == name.last and day and len(name.refs) == 1 and self._long_gone(name.refs[0], day):
            return ()
        if len(name.refs) < 2:
            return name.refs
        alive = tuple(r for r in name.refs if _exists(self.base, r, day)) or name.refs
        named = tuple(r for r in alive if r in settled)
        if len(named) == 1:
            return named
        countries = {self.base.known[r].country for r in settled}
        home = tuple(r for r in alive if self.base.known[r].country in countries)
        return home if len(home) == 1 else alive

    def _long_gone(self, ref: str, day: str) -> bool:
        """A surname alone brings nobody back who left his last office a generation ago, unless the report names him."""
        roles = self.base.known[ref].roles
        if not ref.startswith("person/") or not roles or any(r.to is None for r in roles):
            return False
        last = max(r.to or "" for r in roles)
        return int(last[:4]) + _GENERATION < int(day[:4]) and not self._named_in_full(ref)

    @staticmethod
    def _same_person(key: str, full: Mapping[str, list[str]]) -> str:
        """An earlier full name with the same surname that this one shortens ("J. Smith"), else the key itself."""
        *given, last = key.split()
        for other in full.get(last, ()):
            if other != key and given and other.split()[0][0] == given[0][0] and len(given[0].rstrip(".")) == 1:
                return other
        return key

    def _brackets(self, names: Sequence[Name], found: Gathered) -> None:
        """ "Turkish American National Steering Committee (TASC)": the bracketed acronym is the same actor."""
        for a, b in pairwise(names):
            between = self.draft.text[a.span[1] : b.span[0]].strip()
            short = self.draft.text[b.span[0] : b.span[1]].replace(".", "")
            if between != "(" or not (short.isupper() and 1 < len(short) <= 8) or (b.refs and a.refs):
                continue
            initials = "".join(w.text[0] for w in self.draft.words_in(a.span) if w.text[0].isalnum()).upper()
            left, right = found.at.get(a.last), found.at.get(b.last)
            if left and right and left is not right and _subsequence(short, initials):
                _merge(found, *((right, left) if right.ref else (left, right)))


def _exists(base: ActorBase, ref: str, day: str | None) -> bool:
    known = base.known[ref]
    if day is None:
        return True
    return not ((known.from_ and known.from_ > day) or (known.to and known.to < day[: len(known.to)]))


def _surname(key: str) -> str | None:
    """The surname that a folded name consists of, particles ("al", "von") aside; None if there is more to it."""
    *before, last = key.split() or [""]
    return last if all(p in title_words().particles for p in before) else None


def _acts(draft: Draft, name: Name) -> bool:
    """Whether an unknown name stands where actors stand: subject, agent, object, possessor, apposition."""
    head = draft.head_of(name.span)
    if head is None:
        return False
    if head.dep == "pobj":
        return head.head.lower in ("by", "with", "against", "between", "to", "for")
    return head.dep in ("nsubj", "nsubjpass", "dobj", "dative", "poss", "appos", "conj", "compound")


def _partner(prep: Word) -> bool:
    """ "with", "against", "by"; and "to" where something is given, not where somebody goes."""
    given = prep.dep == "dative" or (prep.head.lemma in tie_words().objects and prep.head.child("dobj") is not None)
    return prep.lower in _PARTNER or (prep.lower == "to" and given)


def _subsequence(short: str, initials: str) -> bool:
    rest = iter(initials)
    return len(initials) >= 2 and all(c in rest for c in short)


def _merge(found: Gathered, kept: Cluster, gone: Cluster) -> None:
    """All mentions of `gone` become mentions of `kept`."""
    for span, form in gone.mentions.items():
        kept.see(span, form, gone.last)
    kept.names += [n for n in gone.names if n not in kept.names]
    for word, cluster in list(found.at.items()):
        if cluster is gone:
            found.at[word] = kept
    found.clusters.pop(gone.key, None)
