"""What can be wrong with an actor of the base: one function for each kind of fault, one line for each fault.

`tools/check_actors.py` asks them of `resources/actors/`, the reader of the user's own actors.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any, get_args

from sayso.model.reading import ActorKind

KINDS = frozenset(get_args(ActorKind))
PREFIXES = {k: k for k in KINDS - {"armed-group", "unnamed", "other"}} | {"group": "armed-group"}
REQUIRED = ("id", "kind", "names", "sectors", "source")
TEXTS = ("id", "kind", "country", "source", "parent", "from", "to")
LISTS = ("names", "short", "demonyms", "peoples", "metonyms", "sectors", "never")
FIELDS = frozenset((*TEXTS, *LISTS, "roles"))
OF_STATES = {
    "demonyms": {"state", "people"},
    "peoples": {"state", "people"},
    "metonyms": {"state", "igo", "government"},
}
ROLE_FIELDS = frozenset(("title", "of", "from", "to"))
EXCLUSIVE = frozenset((
    "president", "prime minister", "foreign minister", "defence minister", "interior minister", "king", "emir",
    "sultan", "crown prince", "supreme leader", "chancellor", "secretary-general", "chief of staff",
    "secretary of state", "secretary of defense", "national security adviser", "director-general", "high commissioner",
))  # fmt: skip
ID = re.compile(r"([a-z]+)/[a-z0-9]+(?:-[a-z0-9]+)*")
DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")


@dataclass(frozen=True)
class Block:
    """One actor of the base and the file that it stands in."""

    file: str
    body: dict[str, Any]

    @property
    def id(self) -> str:
        """The actor's id, "?" where it lacks one."""
        return str(self.body.get("id", "?"))

    @property
    def roles(self) -> list[dict[str, Any]]:
        """The roles that are well formed enough to be looked at."""
        roles = self.body.get("roles")
        return [r for r in roles if isinstance(r, dict)] if isinstance(roles, list) else []

    def texts(self, field: str) -> list[str]:
        """The texts of a list field; none where the field is missing or no list."""
        value = self.body.get(field)
        return [v for v in value if isinstance(v, str)] if isinstance(value, list) else []

    def fault(self, reason: str) -> str:
        """The line that reports a fault of this actor."""
        return f"{self.file}: {self.id}: {reason}"


def shape_faults(block: Block) -> Iterator[str]:
    """Fields that are missing, unknown, empty or of the wrong type."""
    for field in REQUIRED:
        if not block.body.get(field):
            yield block.fault(f"lacks {field}")
    for field in sorted(set(block.body) - FIELDS):
        yield block.fault(f"unknown field {field}")
    for field in TEXTS:
        value = block.body.get(field)
        if value is not None and not isinstance(value, str):
            yield block.fault(f"{field} is not text: {value!r} (quote it)")
    for field in LISTS:
        value = block.body.get(field)
        if field in block.body and (not isinstance(value, list) or len(block.texts(field)) != len(value)):
            yield block.fault(f"{field} is not a list of texts (quote numbers and dates)")
        yield from _spelling_faults(block, field)


def _spelling_faults(block: Block, field: str) -> Iterator[str]:
    texts = block.texts(field)
    for text in texts:
        if text != " ".join(text.split()) or not text:
            yield block.fault(f"{field}: blanks around or doubled in {text!r}")
    for text in sorted({t for t in texts if texts.count(t) > 1}):
        yield block.fault(f"{field}: {text} stands there twice")


def _choices(known: Iterable[str]) -> str:
    return f"it is none of {', '.join(sorted(known))}"


def code_faults(block: Block, countries: frozenset[str], sectors: frozenset[str]) -> Iterator[str]:
    """Kinds, prefixes, sectors and countries that are not known."""
    kind, country = block.body.get("kind"), block.body.get("country")
    match = ID.fullmatch(block.id)
    if not match or match[1] not in PREFIXES:
        yield block.fault(f"not an id: PREFIX/slug in ASCII lower case, PREFIX one of {', '.join(sorted(PREFIXES))}")
    elif kind in KINDS and PREFIXES[match[1]] != kind:
        yield block.fault(f"prefix {match[1]} does not go with kind {kind}")
    if kind is not None and kind not in KINDS:
        yield block.fault(f"unknown kind {kind}: {_choices(KINDS)}")
    for sector in block.texts("sectors"):
        if sector not in sectors:
            yield block.fault(f"unknown sector {sector}: {_choices(sectors)}")
    if country is not None and country not in countries:
        yield block.fault(f"unknown country {country}: no state has it")
    for field, kinds in OF_STATES.items():
        if field in block.body and kind not in kinds:
            yield block.fault(f"{field} on a {kind}")


def identity_faults(blocks: list[Block]) -> Iterator[str]:
    """Ids used twice, full names that two actors share."""
    ids: dict[str, Block] = {}
    names: dict[str, Block] = {}
    for block in blocks:
        if (first := ids.setdefault(block.id, block)) is not block:
            yield block.fault(f"id used twice, first in {first.file}")
            continue
        for name in block.texts("names"):
            if (owner := names.setdefault(name.casefold(), block)) is not block:
                yield block.fault(f"name {name!r} is also that of {owner.id} ({owner.file})")


def link_faults(block: Block, ids: frozenset[str]) -> Iterator[str]:
    """Roles, parents and `never` that point to no actor or to the actor itself."""
    found = [("of", role.get("of")) for role in block.roles]
    found += [("never", other) for other in block.texts("never")] + [("parent", block.body.get("parent"))]
    for field, target in found:
        if target is None:
            continue
        if target not in ids:
            yield block.fault(f"{field}: no actor {target}{near(target, ids - {block.id})}")
        elif target == block.id:
            yield block.fault(f"{field}: points to itself")


def near(target: object, ids: Iterable[str]) -> str:
    """Ids that a wrong one may mean, as the end of a message; empty where none is like it."""
    bare = {i: i.partition("/")[2] for i in ids if i != target}
    wrong = str(target).partition("/")[2] or str(target)
    like = get_close_matches(wrong, sorted(set(bare.values())), 3, 0.75)
    alike = [i for slug in like for i in sorted(bare) if bare[i] == slug]
    alike = alike or [i for i in sorted(bare) if len(wrong) > 3 and wrong in i]
    return f" (did you mean {' or '.join(alike[:3])}?)" if alike else ""


def role_faults(block: Block) -> Iterator[str]:
    """Roles without title or body, with unknown fields or a title in capitals."""
    roles = block.body.get("roles", [])
    if not isinstance(roles, list) or len(block.roles) != len(roles):
        yield block.fault("roles is not a list of {title, of, from, to}")
    for role in block.roles:
        title = role.get("title")
        if not isinstance(title, str) or not isinstance(role.get("of"), str):
            yield block.fault(f"a role lacks title or of: {role}")
        elif title != title.lower():
            yield block.fault(f"role title not in lower case: {title}")
        for field in sorted(set(role) - ROLE_FIELDS):
            yield block.fault(f"unknown field {field} in a role")


def date_faults(block: Block) -> Iterator[str]:
    """Dates that are no quoted ISO dates, or that end before they begin."""
    for holder in (block.body, *block.roles):
        begin, end = holder.get("from"), holder.get("to")
        what = f" ({holder['title']} of {holder.get('of')})" if "title" in holder else ""
        wrong = [d for d in (begin, end) if d is not None and not _is_date(d)]
        for value in wrong:
            yield block.fault(f"not a quoted date YYYY[-MM[-DD]]: {value!r}{what}")
        if begin and end and not wrong and end[: len(begin)] < begin[: len(end)]:
            yield block.fault(f"ends before it begins: {begin} to {end}{what}")


def _is_date(value: Any) -> bool:
    if not isinstance(value, str) or not DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value + "-01" * ((10 - len(value)) // 3))
    except ValueError:
        return False
    return True


def office_faults(blocks: list[Block]) -> Iterator[str]:
    """Two terms in one exclusive office that overlap by more than the month of the handover."""
    terms: dict[tuple[str, str], list[tuple[str, str, Block]]] = defaultdict(list)
    for block in blocks:
        for role in block.roles:
            begin, end = role.get("from"), role.get("to", "9999")
            if role.get("title") in EXCLUSIVE and _is_date(begin) and _is_date(end):
                terms[str(role["title"]), str(role.get("of"))].append((*_months(str(begin), str(end)), block))
    for (title, of), held in sorted(terms.items(), key=lambda term: term[0]):
        held.sort(key=lambda term: (term[0], term[1], term[2].id))
        for k, (_, end, block) in enumerate(held):
            for begin, _, other in held[k + 1 :]:
                if begin < end:
                    yield other.fault(f"{title} of {of} from {begin}, while {block.id} is it until {end}")


def _months(begin: str, end: str) -> tuple[str, str]:
    """First and last month of a term; a bare year is read so that it makes the term short."""
    return (begin if len(begin) > 4 else f"{begin}-12")[:7], f"{end}-01"[:7]
