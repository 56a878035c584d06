"""From proper names to actors: which of several bearers, which earlier name a surname repeats, what brackets say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from sayso.knowledge.actors import ActorBase
from sayso.knowledge.anaphors import Gender, anaphors, genders
from sayso.knowledge.ties import tie_words
from sayso.knowledge.titles import title_words
from sayso.reading.actors.cluster import Cluster, Gathered
from sayso.reading.actors.names import Name
from sayso.reading.actors.phrases import indefinite
from sayso.reading.actors.surnames import FullNames
from sayso.reading.draft import Draft, Word
from sayso.text.normal import fold

_LOCATIVE = frozenset({"in", "at", "near", "from", "to", "into", "inside", "outside", "across", "around", "throughout"})
_SHORTENED = frozenset({"government", "military", "armed-group", "party", "igo", "ngo", "company", "media", "other"})
_JOINED = frozenset({"and", "for", "of", "on", "in", "against"})
_REST = 5  # words of a name that may stand between its first part and the acronym in brackets
_GENERATION = 30  # years
_LITTLE = 3  # letters of "and", "the"
_ROLES = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "compound"})
_POLICY = frozenset(
    {
        "official",
        "policy",
        "stance",
        "line",
        "position",
        "veto",
        "diplomat",
        "spokesman",
        "backing",
        "support",
        "decision",
    }
)
_BLAMING = frozenset(
    {"accuse", "blame", "condemn", "denounce", "criticise", "criticize", "rebuke", "fault", "defy", "sue"}
)
_PARTNER = frozenset({"by", "with", "against", "between", "on"})


@dataclass(frozen=True)
class Resolver:
    """Gathers the names of one report. `uses`: first and last word of a place name -> the use of it."""

    draft: Draft
    base: ActorBase
    names: Sequence[Name]
    uses: Mapping[tuple[int, int], str]

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of the full names of persons whom the report tells of."""
        full = (n for n in self.names if n.kind == "person" and n.first < n.last)
        return frozenset(self.draft.words[n.last].text for n in full)

    def gather(self) -> Gathered:
        """Clusters of all names that speak of actors."""
        found = Gathered()
        acting = [self._is_actor(n) for n in self.names]
        known = {self._text(n) for n, acts in zip(self.names, acting, strict=True) if acts and not n.refs}
        actors = [
            n
            for n, acts in zip(self.names, acting, strict=True)
            if acts or (n.kind == "unknown" and not n.refs and self._text(n) in known and self._mentioned(n))
        ]
        settled = self._settled(actors)
        full = FullNames(self.draft, actors)
        for name in actors:
            cluster = self._cluster(name, found, settled, full)
            text = self.draft.text[name.span[0] : name.span[1]]
            cluster.see(name.span, "nominal" if name.sort in ("demonym", "people") else "name", name.last, text)
            head = self.draft.head_of(name.span) or self.draft.words[name.last]
            found.at[head.i] = cluster
            found.at.setdefault(name.last, cluster)
            cluster.gender = cluster.gender or self._gender(cluster)
        self._brackets(actors, found)
        return found

    def _text(self, name: Name) -> str:
        return self.draft.text[name.span[0] : name.span[1]]

    def _mentioned(self, name: Name) -> bool:
        """Whether a name that acts elsewhere means the same actor here: not after "in", not as a place."""
        head = self.draft.head_of(name.span)
        away = head is not None and head.dep == "pobj" and head.head.lower in _LOCATIVE
        return not away and self.uses.get((name.first, name.last)) is None

    def _is_actor(self, name: Name) -> bool:
        if name.kind == "place" and not name.refs:
            return False
        use = self.uses.get((name.first, name.last))
        if not name.refs and name.first == name.last and use is not None and self._text(name) in self.surnames:
            return True
        if name.sort in ("demonym", "people"):
            return True
        if not name.refs:
            head = self.draft.head_of(name.span)
            kin = name.kind == "person" and head is not None and head.dep == "appos"  # "his wife, Victoria"
            return (use is None or kin) and (name.kind != "unknown" or _acts(self.draft, name))
        if not all(ref.startswith("state/") for ref in name.refs):
            return True
        if use == "modifier" and name.sort == "metonym" and name.first == name.last:
            return _ruled_from(self.draft.words[name.last].head)
        if use in ("metonym", "modifier"):
            return True
        head = self.draft.head_of(name.span)
        if name.sort == "metonym" and name.first == name.last and use is not None:
            if head is not None and head.dep == "poss":
                return _ruled_from(head.head)  # "Ankara's troops", not "Ankara's streets"
            return head is not None and _speaks(head)  # a seat that is no place ("the Kremlin") is always its power
        while head is not None and head.dep == "conj":
            head = head.head
        if head is None or use is None:
            away = head is not None and head.dep == "pobj" and head.head.lower in _LOCATIVE
            return not (away and head is not None and head.head.head.lower != "according")
        return head.dep in _ROLES or (head.dep == "pobj" and _partner(head.head))

    def _settled(self, names: Sequence[Name]) -> frozenset[str]:
        """Actors that the report names beyond doubt: by a name that only one actor bears."""
        return frozenset(n.refs[0] for n in names if len(n.refs) == 1)

    def _gender(self, cluster: Cluster) -> Gender | None:
        if cluster.kind not in ("person", "other"):
            return None
        known = self.base.known[cluster.ref].names if cluster.ref else ()
        return genders().of_names((*known[:1], *cluster.names))

    def _cluster(self, name: Name, found: Gathered, settled: frozenset[str], full: FullNames) -> Cluster:
        refs = self._refs(name, settled) or self._by_office(name, settled) or self._kin(name)
        refs = tuple(ref for ref in refs if not self._apart(name, ref))
        if len(refs) == 1 and self._stranger(name, refs[0]):
            refs = ()
        rivals = [f for f in full.of_surname(name) if refs != (f.ref,) and not self._apart(name, f.ref)]
        if name.sort == "people" and len(refs) == 1:
            people = found.get(f"people of {refs[0]}", "people")  # "Palestinians" are not their state
            people.country = self.base.known[refs[0]].country
            return people
        if len(refs) == 1 and not (rivals and self._only_surname(name, refs[0])):
            return self._known(refs[0], found)
        told = rivals[0] if len(rivals) == 1 else None if rivals else full.like(name)
        told = None if told is not None and self._apart(name, told.ref) else told
        body = self._shorter(name, found) if told is None else None
        if body is not None and not self._apart(name, body.ref):
            return body
        if told is not None and told.ref is not None:
            return self._known(told.ref, found)
        key = told.name if told is not None else fold(self._text(name))
        cluster = found.get(key, "other" if name.kind == "unknown" else name.kind)
        cluster.unknown = name.kind == "unknown"
        return cluster

    def _apart(self, name: Name, ref: str | None) -> bool:
        """Whether the base says that the name never means an actor."""
        return ref is not None and ref in self.base.apart.get(fold(self._text(name)), ())

    def _shorter(self, name: Name, found: Gathered) -> Cluster | None:
        """ "the Brigades", after "the Popular Brigades": the only body so far with the word at an edge of its name."""
        before = self.draft.words[name.first - 1].lower if name.first else ""
        if name.refs or name.first != name.last or before != "the":
            return None
        word = self._text(name).lower()
        bodies = [c for c in found.clusters.values() if c.kind in _SHORTENED]
        told = [c for c in bodies if _has_edge(c.names, word)]
        told = told or [c for c in bodies if c.ref and _has_edge(self.base.known[c.ref].names, word)]
        return told[0] if len(told) == 1 else None

    def _known(self, ref: str, found: Gathered) -> Cluster:
        cluster = found.get(ref, self.base.known[ref].kind)
        cluster.ref = ref
        cluster.country = cluster.country or self.base.known[ref].country
        if cluster.kind == "person" and not cluster.called and self.draft.day:
            cluster.called = [r.title for r in self.base.known[ref].roles if r.held_on(self.draft.day)]
        return cluster

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
        if len(name.refs) == 1 and day and self._to_come(name.refs[0], day):
            return ()
        if len(name.refs) < 2:
            return name.refs
        alive = tuple(r for r in name.refs if _exists(self.base, r, day)) or name.refs
        named = tuple(r for r in alive if r in settled)
        if len(named) == 1:
            return named
        countries = {self.base.known[r].country for r in settled}
        for near in (countries, self._lands):
            home = tuple(r for r in alive if self.base.known[r].country in near)
            if len(home) == 1:
                return home
        office = tuple(r for r in alive if r.startswith("person/") and self.base.role_on(r, day) is not None)
        return office if len(office) == 1 and len({r.split("/")[0] for r in alive}) == 1 else alive

    def _by_office(self, name: Name, settled: frozenset[str]) -> tuple[str, ...]:
        """ "Captain Traoré", "President Kabila": the one bearer of the surname who holds such an office on the day."""
        day = self.draft.day
        if name.title is None or name.first != name.last or name.kind != "person" or name.refs or day is None:
            return ()
        title = title_words().titles.get(tuple(w.lower for w in self.draft.words[name.title : name.first]))
        lands = {self.base.known[r].country for r in settled} | self._lands
        held = [
            ref
            for ref in self.base.surnames.get(fold(self._text(name)), ())
            if (role := self.base.role_on(ref, day)) is not None and self.base.known[ref].country in lands
            and title is not None
            and (title.role == role.title or "MIL" in {*title.sectors} & {*self.base.known[ref].sectors})
        ]  # fmt: skip
        return tuple(held) if len(held) == 1 else ()

    def _kin(self, name: Name) -> tuple[str, ...]:
        """ "Assad's brother Maher": the one known bearer of the given name and of the relative's surname."""
        words = self.draft.words
        if name.refs or name.first != name.last or name.title is None or name.title < 2:
            return ()
        title = title_words().titles.get(tuple(w.lower for w in words[name.title : name.first]))
        whose = next((n for n in self.names if n.last == name.title - 2 and len(n.refs) == 1), None)
        if title is None or title.role != "relative" or whose is None or words[name.title - 1].tag != "POS":
            return ()
        last = fold(self.base.known[whose.refs[0]].names[0]).split()[-1]
        given = fold(self._text(name))
        kin = [r for r in self.base.surnames.get(last, ()) if fold(self.base.known[r].names[0]).split()[0] == given]
        return tuple(kin) if len(kin) == 1 and kin[0] != whose.refs[0] else ()

    def _stranger(self, name: Name, ref: str) -> bool:
        """ "Imran Khan, a tailor": somebody of a known person's name whose trade is none that he would be told by."""
        if not ref.startswith("person/") or {"CVL", "MED"} & {*self.base.known[ref].sectors}:
            return False
        head = self.draft.head_of(name.span)
        for told in head.having("appos") if head is not None else ():
            trade = title_words().collectives.get(told.lower)
            common = trade is not None and trade.kind == "people" and trade.sectors in (("CVL",), ("MED",))
            if common and told.tag == "NN" and indefinite(told):
                return True
        return False

    @cached_property
    def _lands(self) -> frozenset[str | None]:
        """The countries of the report's places, capitals that act aside."""
        return frozenset(p.country for p in self.draft.layer("places") if p.country and p.use != "part-of-name")

    def _to_come(self, ref: str, day: str) -> bool:
        """Whether a body came to be in a later year than that of the report: then another bore its name."""
        known = self.base.known[ref]
        return known.kind not in ("state", "person") and bool(known.from_) and (known.from_ or "")[:4] > day[:4]

    def _long_gone(self, ref: str, day: str) -> bool:
        """A surname alone brings nobody back who left his last office a generation ago, unless the report names him."""
        roles = self.base.known[ref].roles
        if not ref.startswith("person/") or not roles or any(r.to is None for r in roles):
            return False
        last = max(r.to or "" for r in roles)
        return int(last[:4]) + _GENERATION < int(day[:4]) and not self._named_in_full(ref)

    def _brackets(self, names: Sequence[Name], found: Gathered) -> None:
        """ "Turkish American National Steering Committee (TASC)": the bracketed acronym is the same actor."""
        for a, b in pairwise(names):
            between = self.draft.text[a.span[1] : b.span[0]].strip()
            rest = self.draft.words_in((a.span[1], b.span[0]))[:-1] if between.endswith("(") else ()
            if rest and len(rest) <= _REST and rest[0].lower in _JOINED and all(w.text.isalpha() for w in rest):
                between = "("  # "Union of Bakers and Millers (UBM)": the name goes on after "and"
            short = self.draft.text[b.span[0] : b.span[1]].replace(".", "")
            if between != "(" or not (short.isupper() and 1 < len(short) <= 8):
                continue
            whole = (*self.draft.words_in(a.span), *rest)
            initials = "".join(w.text[0] for w in whole if w.text[0].isalnum()).upper()
            left, right = found.at.get(a.last), found.at.get(b.last)
            never = (left and self._apart(b, left.ref)) or (right and self._apart(a, right.ref))
            other = self.base.known[left.ref].names if left and left.ref else ()  # "(CNSP)", after its French name
            fits = any(_subsequence(short, i) for i in (initials, *(_initials(n) for n in other)))
            if left and right and left is not right and not never and fits:
                found.merge(*((right, left) if right.ref and self._same(left, right.ref) else (left, right)))

    def _same(self, whole: Cluster, ref: str) -> bool:
        """Whether the full name may be that of whom the base knows by the acronym: half of its words are."""
        if whole.ref is not None:
            return False
        told = {w for name in whole.names for w in fold(name).split() if len(w) > _LITTLE}
        return any(2 * len(told & {*fold(n).split()}) >= len(told) for n in self.base.known[ref].names if " " in n)


def _speaks(head: Word) -> bool:
    """Whether a seat of power speaks or is spoken to: "Moscow did not comment", "asked Damascus for visas"."""
    verb = head.head
    if verb.pos not in ("VERB", "AUX"):
        return False
    if head.dep == "nsubjpass":
        return verb.lemma in anaphors().addressing
    if head.dep == "nsubj":
        return verb.lemma in anaphors().telling | anaphors().addressing and verb.pos == "VERB"
    if head.dep == "dobj" and verb.lemma in _BLAMING:
        return True  # "accused Moscow"
    asked = any(c.dep in ("ccomp", "xcomp") or (c.dep == "prep" and c.lower == "for") for c in verb.children)
    return head.dep in ("dobj", "dative") and verb.lemma in anaphors().addressing and asked


def _ruled_from(thing: Word) -> bool:
    """Whether a capital before a noun is its power: "Kyiv officials", "Tripoli government", not "London buses"."""
    collective = title_words().collectives.get(thing.lower)
    title = title_words().titles.get((thing.lemma.lower(),))
    rules = (
        collective is not None
        and collective.kind in ("government", "military")
        and {"GOV", "MIL"} & {*collective.sectors}
    )
    return (
        bool(rules) or (title is not None and "GOV" in title.sectors) or thing.lemma in _POLICY or thing.pos == "PROPN"
    )


def _exists(base: ActorBase, ref: str, day: str | None) -> bool:
    known = base.known[ref]
    if day is None:
        return True
    return not ((known.from_ and known.from_ > day) or (known.to and known.to < day[: len(known.to)]))


def _has_edge(names: Sequence[str], word: str) -> bool:
    """Whether a name of several words begins or ends with the word."""
    return any(word in (parts[0], parts[-1]) for n in names if len(parts := n.lower().split()) > 1)


def _acts(draft: Draft, name: Name) -> bool:
    """Whether an unknown name stands where actors stand: subject, agent, object, possessor, apposition."""
    head = draft.head_of(name.span)
    if head is None:
        return False
    if head.dep == "pobj":
        return head.head.lower in ("by", "with", "against", "between", "to", "for")
    return head.dep in ("nsubj", "nsubjpass", "dobj", "dative", "poss", "appos", "conj")


def _partner(prep: Word) -> bool:
    """ "with", "against", "by"; and "to" where something is given, not where somebody goes."""
    if prep.head.lower == "according":
        return True
    given = prep.dep == "dative" or (prep.head.lemma in tie_words().objects and prep.head.child("dobj") is not None)
    return prep.lower in _PARTNER or (prep.lower == "to" and given)


def _initials(name: str) -> str:
    return "".join(w[0] for w in name.split() if w[0].isalnum()).upper()


def _subsequence(short: str, initials: str) -> bool:
    rest = iter(initials)
    return len(initials) >= 2 and all(c in rest for c in short)
