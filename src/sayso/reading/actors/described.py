"""Whom a description means that fits only one of the persons named before: "the general", "the former president"."""

from __future__ import annotations

from sayso.knowledge.actors import Known, Role
from sayso.knowledge.anaphors import genders
from sayso.knowledge.titles import Title
from sayso.reading.actors.cluster import Cluster, Gathered
from sayso.reading.actors.earlier import FORMER, POWER, points_back
from sayso.reading.actors.offices import HEADS, Offices
from sayso.reading.actors.phrases import indefinite
from sayso.reading.draft import Word

_BACK = 2  # sentences
_OTHERS = frozenset({"other", "another", "rival", "second", "new", "next", "deputy", "vice", "assistant", "opposing"})
_ARMED, _PARTY = frozenset({"REB", "PRM", "SEP", "INS"}), frozenset({"PTY", "OPP"})
_SORTS = {
    "rebel": _ARMED, "militia": _ARMED, "militant": _ARMED, "separatist": _ARMED, "guerrilla": _ARMED,
    "opposition": _PARTY, "party": _PARTY, "military": frozenset({"MIL"}), "junta": frozenset({"MIL"}),
}  # fmt: skip
_SECTORS = {
    "officer": frozenset({"MIL", "REB", "PRM"}), "cleric": frozenset({"REL"}), "lawmaker": frozenset({"LEG"}),
    "judge": frozenset({"JUD"}), "journalist": frozenset({"JRN"}),
}  # fmt: skip
_ALIKE = {
    "chief of staff": frozenset({"chief of staff", "chief of army staff", "commander"}),
    "commander": frozenset({"commander", "chief of staff"}),
    "president": frozenset({"president", "interim president", "acting president", "head of state"}),
    "prime minister": frozenset({"prime minister", "acting prime minister", "head of government"}),
    "secretary of state": frozenset({"secretary of state", "foreign minister"}),
    "spokesperson": frozenset({"spokesperson", "presidential spokesperson", "government spokesperson"}),
    "special envoy": frozenset({"special envoy", "acting special envoy"}),
    "ambassador": frozenset({"ambassador", "special envoy", "acting special envoy"}),
    "leader": frozenset({*HEADS, "supreme leader", "interim president", "king", "emir"}),
}
_DIPLOMATS = frozenset(
    {"ambassador", "special envoy", "acting special envoy", "foreign minister", "deputy foreign minister"}
)


def described(word: Word, title: Title, owner: Cluster | None, offices: Offices, found: Gathered) -> Cluster | None:
    """The only person of the base, named in the sentence or the two before, whom a definite description fits."""
    if word.tag == "NNS" or offices.draft.day is None or (owner is None and not points_back(word)) or indefinite(word):
        return None
    if (owner is not None and owner.kind == "person") or not any(c.kind == "person" for c in found.clusters.values()):
        return None
    said = {*offices.said(word)}
    if _OTHERS & said - {*title.role.split()} or (owner is not None and not offices.whole(word, title)):
        return None
    begin = offices.draft.sentences[max(0, word.sent.i - _BACK)].words[0].start
    gender = genders().words.get(word.lower)
    fits = [
        c
        for c in found.clusters.values()
        if c.kind == "person" and c.ref and any(begin <= s[0] and s[1] <= word.start for s in c.mentions)
        and (gender is None or c.gender in (None, gender))
        and _fits(offices.base.known[c.ref], word, title, said, owner, offices)
    ]  # fmt: skip
    return fits[0] if len(fits) == 1 else None


def _fits(known: Known, word: Word, title: Title, said: set[str], owner: Cluster | None, offices: Offices) -> bool:
    sorts = [_SORTS[w] for w in said if w in _SORTS and w != word.lower]
    if not all(s & {*known.sectors} for s in sorts):
        return False
    if "opposition" in said and any(r.title in POWER and r.held_on(offices.draft.day) for r in known.roles):
        return False
    if title.role in _SECTORS and not said & FORMER:
        return _SECTORS[title.role] & {*known.sectors} != frozenset() and _compatible(known, None, owner, offices)
    role = title.role.removeprefix("former ")
    alike = _DIPLOMATS if word.lower == "diplomat" else _ALIKE.get(role, frozenset({role}))
    if title.role == "officer" or (title.role == "official" and word.lower != "diplomat"):
        return False
    return any(
        r.title in alike
        and (role != "chief of staff" or (r.of or "").startswith("military/"))
        and _at_the_time(r, said, offices.draft.day or "")
        and _compatible(known, r, owner, offices)
        for r in known.roles
    )


def _at_the_time(role: Role, said: set[str], day: str) -> bool:
    if "then" in said:
        return True
    if said & FORMER:
        return role.to is not None and role.to <= day
    return role.held_on(day)


def _compatible(known: Known, role: Role | None, owner: Cluster | None, offices: Offices) -> bool:
    """Whether it may be the owner's: the same country, or the very body whose office it is."""
    if owner is None:
        return True
    if role is not None and role.of is not None and owner.ref is not None and not owner.ref.startswith("state/"):
        body = offices.base.known[role.of]
        return owner.ref in (role.of, body.parent) or owner.country in (known.country, body.country)
    land = offices.base.known[owner.ref].country if owner.ref else owner.country
    return land is None or land == known.country or (role is not None and role.of == owner.ref)
