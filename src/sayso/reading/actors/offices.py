"""Who holds an office on the day of a report: "the UN envoy to Libya", "Pakistan's army chief"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sayso.knowledge.actors import ActorBase, Known, Role
from sayso.knowledge.titles import Title
from sayso.reading.actors.derived import once
from sayso.reading.actors.earlier import FORMER
from sayso.reading.actors.phrases import indefinite, span_of
from sayso.reading.draft import Draft, Word

NOT_NOW = frozenset(
    {
        *FORMER, "then", "past", "next", "future", "shadow", "deputy", "vice", "assistant", "elect", "designate",
        "honorary", "rival",
    }
)  # fmt: skip
"""What makes an office another one, or one of another day."""
_PART = frozenset({"senior", "local", "regional", "provincial", "naval", "junior", "southern", "northern", "western"})
"""What makes an office that of a part."""
_PLAIN = frozenset(
    {"party", "group", "rebel", "militia", "state", "government", "caretaker", "politburo", "mission", "army"}
)
_ACTING = frozenset({"acting", "interim", "caretaker", "transitional", "provisional"})
_NEW, _OLD = frozenset({"new", "incoming"}), frozenset({"outgoing", "departing"})
_CHAIR = frozenset({"chairman", "chairwoman", "chairperson", "chair"})
_RULING = frozenset({"leader", "ruler", "strongman", "dictator"})
_RULERS = (
    "supreme leader",
    "leader",
    "head of state",
    "president",
    "interim president",
    "acting president",
    "chairperson",
)
_INTERIM = ("interim president", "acting president", "chairperson", "head of government", "interim prime minister")
_SOLE = ("prime minister", "chancellor", "head of government", "interim prime minister")
_MONARCHS = ("king", "emir", "sultan", "queen")
_FIRST = (
    "leader", "chairperson", "president", "commander", "secretary-general", "director-general", "director",
    "managing director", "high commissioner", "commissioner-general", "under-secretary-general", "governor",
    "high representative", "police chief",
)  # fmt: skip
_SECOND = ("prime minister", "head of government", "chief of staff", "secretary", "special envoy")
HEADS = (*_FIRST, *_SECOND)
_ARMY = (("chief of army staff",), ("chief of staff",), ("commander",))
_STAFF = (("chief of staff",), ("chief of army staff",))
_ENVOY = ("special envoy", "acting special envoy")
_ENVOYS = frozenset({"envoy", "representative", "mediator", "adviser", "advisor"})
_ONE_OF_MANY = frozenset(
    {"vice president", "deputy prime minister", "ambassador", "spokesperson", "minister", "officer"}
)
_AGENCIES = {
    "rights": "igo/ohchr", "humanitarian": "igo/ocha", "aid": "igo/ocha", "relief": "igo/ocha", "refugee": "igo/unhcr",
    "refugees": "igo/unhcr", "peacekeeping": "office/un-peacekeeping", "health": "igo/who", "nuclear": "igo/iaea",
}  # fmt: skip
_GRACE = 14  # days after which a vacant office brings nobody to mind
_UN = "igo/united-nations"


@dataclass(frozen=True)
class Offices:
    """Holders of offices. `named`: number of a name's last word -> the only actor of the base that bears the name."""

    draft: Draft
    base: ActorBase
    named: Mapping[int, str]

    def holder(self, word: Word, title: Title, owner: str | None, present: Iterable[str]) -> str | None:
        """The person who holds the office that a noun tells of; None if two may be meant or none is known.

        Args:
            word: the noun, the head of its phrase.
            title: what office it is.
            owner: the actor whose office it is, if one is told already.
            present: the persons whom the report names: they are meant before others.
        """
        owner = owner or self.after(word)
        if owner is None or self.draft.day is None or word.tag in ("NNS", "NNPS") or indefinite(word):
            return None
        said = self.said(word)
        if not self.whole(word, title):
            return None
        if any(w in NOT_NOW and w not in title.role.split() for w in said):
            return None
        ranked = [
            self._holding(titles, bodies, word, said) for titles, bodies in self._wanted(word, title, owner, said)
        ]
        told = {h[0] for held in ranked for h in held if h[0] in present}
        if len(told) == 1:
            return told.pop()
        held = _turn(next((h for h in ranked if h), []), said)
        return held[0][0] if len({h[0] for h in held}) == 1 else None

    def whole(self, word: Word, title: Title) -> bool:
        """Whether no word before the office makes it one of a part: not "the IRGC's aerospace commander"."""
        if _PART & {*self.said(word)}:
            return False
        forms = {w for form in title.forms for w in form.replace("-", " ").split()}
        return all(
            c.i in self.named
            or c.tag in ("NNP", "NNPS")
            or c.lower in forms
            or c.lower in _PLAIN
            or c.lower in _AGENCIES
            for c in word.having("compound", "nmod")
        )

    def said(self, word: Word) -> list[str]:
        """The words of the noun's phrase, in lower case."""
        b, words = span_of(word)[0], self.draft.words
        first = word.i
        while first and words[first - 1].start >= b:
            first -= 1
        return [w.lower for w in words[first : word.i + 3] if w.i <= word.i or _elect(w)]

    def after(self, word: Word) -> str | None:
        """Whose office it is, by "of", "for" or "to" and a name, which need not act itself."""
        long = self.draft.words[word.i + 1 : word.i + 3]
        nouns = (word, long[1]) if len(long) == 2 and long[0].lower == "of" and long[1].head is long[0] else (word,)
        for noun in nouns:
            for prep in noun.having("prep"):
                thing = prep.child("pobj")
                if thing is not None and prep.lower in ("of", "for", "to") and thing.i in self.named:
                    return self.named[thing.i]
        return None

    def _wanted(
        self, word: Word, title: Title, owner: str, said: list[str]
    ) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Which titles of which bodies would be it, the likeliest first."""
        state, acting = owner.startswith("state/"), bool(_ACTING & {*said})
        if word.lower in _ENVOYS or title.role == "special envoy":
            yield _ENVOY, self._missions(word, owner)
        elif owner == _UN and title.role == "leader":
            yield from ((HEADS, (_AGENCIES[w],)) for w in said if w in _AGENCIES)
            return
        elif title.role == "chief of staff":
            yield from ((t, self._armies(owner)) for t in (_ARMY if "staff" not in said else _STAFF))
        elif title.role == "commander":
            yield ("commander",), self._armies(owner) if state else (owner,)
        elif title.role == "leader" and state:
            yield from self._ruling(word, owner, said)
        elif title.role == "leader":
            yield from ((("chairperson",), (owner,)),) if word.lower in _CHAIR else ()
            rest = self._rules(owner)[1:]
            yield from ((titles, bodies) for bodies in ((owner,), rest) for titles in (_FIRST, _SECOND))
        elif title.role not in _ONE_OF_MANY and (title.exclusive or not state):
            if acting:
                yield tuple(f"{a} {title.role}" for a in ("acting", "interim")), self._rules(owner)
            yield (title.role,), self._rules(owner)
            if title.role == "president":
                yield ("interim president", "acting president", "head of state"), self._rules(owner)
            if title.role == "prime minister":
                yield ("interim prime minister", "acting prime minister", "head of government"), self._rules(owner)

    def _ruling(self, word: Word, owner: str, said: list[str]) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Who rules a state: its president or its head of government, where not both are."""
        if word.lower not in _RULING:
            return
        bodies = self._rules(owner)
        yield ("supreme leader", "leader"), bodies
        if _ACTING & {*said}:
            yield _INTERIM, bodies
        if {"military", "junta", "coup", *_ACTING} & {*said}:
            yield from ((_RULERS, bodies), (_SOLE, bodies))
        yield (*_RULERS, *_SOLE, *_MONARCHS), bodies

    def _rules(self, owner: str) -> tuple[str, ...]:
        """A state with the governments that stand for it; a state for the government that is derived from it."""
        known = self.base.known[owner]
        if owner.startswith("government/") and known.parent and known.source.startswith("derived"):
            return self._rules(known.parent)
        if known.parent and owner in governments(self.base).get(known.parent, ()):
            return (owner, known.parent)
        return (owner, *governments(self.base).get(owner, ()))

    def _armies(self, owner: str) -> tuple[str, ...]:
        known = self.base.known[owner]
        state = owner if owner.startswith("state/") else self.base.states.get(known.country or "")
        army = self.base.bodies.get(f"military/{state.removeprefix('state/')}") if state else None
        if owner.startswith("state/") or owner == army:
            return tuple(dict.fromkeys(r for r in (army, owner) if r))
        return (owner,)

    def _missions(self, word: Word, owner: str) -> tuple[str, ...]:
        """What an envoy is an envoy to: the country and the missions in it, not the one who sent him."""
        to = self.after(word) or owner
        return (to, *missions(self.base).get(to, ()))

    def _holding(
        self, titles: tuple[str, ...], bodies: tuple[str, ...], word: Word, said: list[str]
    ) -> list[tuple[str, Role]]:
        day = self.draft.day or ""
        roles = [
            (ref, r)
            for body in bodies
            for title in titles
            for ref in self.base.offices.get((title, body), ())
            for r in self.base.known[ref].roles
            if r.title == title
            and r.of == body
            and (title not in _ENVOY or self._sent(word, said, self.base.known[ref]))
        ]
        held = [(ref, r) for ref, r in roles if r.held_on(day)]
        dated = [(ref, r) for ref, r in held if r.from_]
        held = dated or held
        return held or [(ref, r) for ref, r in roles if r.to and _just_before(r.to, day)][:1]

    def _sent(self, word: Word, said: list[str], person: Known) -> bool:
        """Whether an envoy is of those who are told to have sent him: the United Nations if nobody is."""
        if "un" in said or "u.n." in said:
            return "UNO" in person.sectors
        sender = next((self.named[c.i] for c in word.children if c.i in self.named and c.i < word.i), _UN)
        if sender.startswith("state/"):
            return person.country == self.base.known[sender].country and "UNO" not in person.sectors
        return "UNO" in person.sectors if sender == _UN else "UNO" not in person.sectors


def _elect(word: Word) -> bool:
    return word.lower in ("elect", "designate", "-")


def _turn(held: list[tuple[str, Role]], said: list[str]) -> list[tuple[str, Role]]:
    """On a day of change: the new one, the outgoing one, or all."""
    if held and {*said} & _NEW:
        return [max(held, key=lambda h: h[1].from_ or "")]
    return [min(held, key=lambda h: h[1].from_ or "")] if held and {*said} & _OLD else held


def _just_before(end: str, day: str) -> bool:
    if len(end) != 10 or len(day) != 10 or end >= day:
        return False
    return (date.fromisoformat(day) - date.fromisoformat(end)).days <= _GRACE


@once
def governments(base: ActorBase) -> Mapping[str, tuple[str, ...]]:
    """State -> the bodies of the base that have governed it, where the base says so."""
    found: dict[str, tuple[str, ...]] = {}
    for ref, known in sorted(base.known.items()):
        whole = known.kind == "government" and known.from_ is not None  # a province has no first day
        if whole and known.parent and known.parent.startswith("state/"):
            found[known.parent] = (*found.get(known.parent, ()), ref)
    return found


@once
def missions(base: ActorBase) -> Mapping[str, tuple[str, ...]]:
    """State -> the missions of the United Nations whose names tell that they are there."""
    found: dict[str, tuple[str, ...]] = {}
    for ref, known in sorted(base.known.items()):
        if known.kind != "igo" or "UNO" not in known.sectors:
            continue
        words = known.names[0].split()
        for size in range(5, 0, -1):
            told = base.by_name.get(" ".join(words[-size:]).casefold(), ())
            if len(told) == 1 and told[0].startswith("state/"):
                found[told[0]] = (*found.get(told[0], ()), ref)
                break
    return found
