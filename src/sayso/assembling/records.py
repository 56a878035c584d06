"""Records: for every group of accounts the values they give, who gives which, and on how many voices it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sayso.assembling.disputes import disputed
from sayso.assembling.groups import groups_of
from sayso.model.judgement import Judgement
from sayso.model.reading import REAL
from sayso.model.record import Account, Record, Who

FIRMNESS = (
    "happened", "ongoing", "ended", "attempted", "alleged", "threatened", "planned", "proposed", "demanded",
    "hypothetical", "denied",
)  # fmt: skip


def assemble(
    accounts: Sequence[Account],
    judgements: Iterable[Judgement],
    publishers: Mapping[str, str | None],
    texts: Mapping[str, str],
) -> tuple[Record, ...]:
    """Records of all accounts, ordered by day and id.

    `publishers` and `texts` give for a report's id its publisher and the group of its copies (`linking.copy_groups`).
    """
    by_id = {a.id: a for a in accounts}
    records = [_record([by_id[i] for i in group], publishers, texts) for group in groups_of(accounts, judgements)]
    return tuple(sorted(records, key=lambda r: (r.day or "9999", r.id)))


def _record(group: Sequence[Account], publishers: Mapping[str, str | None], texts: Mapping[str, str]) -> Record:
    first = min(group, key=lambda a: a.id)
    reports = {a.report for a in group}
    days = [a for a in group if a.day]
    firm = _firm(group)
    doers = _names(w for a in firm for w in a.initiators)
    exact = min(days, key=lambda a: (_length(a), a.day or "", a.id), default=None)
    return Record(
        id=f"E{first.id}",
        type=first.type,
        mode=_usual(a.mode for a in group),
        status=_status(group),
        day=exact.day if exact else None,
        day_end=exact.day_end if exact else None,
        place=_usual(a.where.name if a.where else None for a in group),
        country=_usual(a.where.country if a.where else None for a in group),
        initiators=doers,
        recipients=_names(w for a in firm for w in a.recipients) or _names(w for a in group for w in a.recipients),
        blamed=tuple(n for n in _names(w for a in group for w in a.initiators) if n not in doers),
        accounts=tuple(a.id for a in group),
        values=_values(group),
        reports=len(reports),
        outlets=len({publishers.get(r) or r for r in reports}),
        texts=len({texts.get(r, r) for r in reports}),
        speakers=len(
            {a.chain[0].key or f"{texts.get(a.report, a.report)} {a.chain[0].name}" for a in group if a.chain}
        ),
        disputed=disputed(group),
    )


def _firm(group: Sequence[Account]) -> list[Account]:
    """The accounts that tell of it as firmly as any: where some say that it happened, no accusation counts as much."""
    told = [a for a in group if a.status in REAL]
    firmest = min((a.status for a in group), key=FIRMNESS.index)
    return told or [a for a in group if a.status == firmest]


def _length(account: Account) -> int:
    """Days that the account leaves open; one where it gives a day and no end."""
    if account.day is None or account.day_end is None:
        return 1
    return (date.fromisoformat(account.day_end) - date.fromisoformat(account.day)).days


def _status(group: Sequence[Account]) -> str:
    """The firmest status; what happened only by somebody's word is alleged."""
    firmest = min((a.status for a in group), key=FIRMNESS.index)
    own_voice = any(a.status == firmest and not a.chain for a in group)
    return "alleged" if firmest in REAL and not own_voice else firmest


def _usual(values: Iterable[str | None]) -> str | None:
    """The value most accounts give; of equals the first in the alphabet."""
    counted = Counter(v for v in values if v)
    return min(counted, key=lambda v: (-counted[v], v), default=None)


def _names(parties: Iterable[Who]) -> tuple[str, ...]:
    """The parties' names, each party once under its most usual name; those most accounts name come first."""
    named: dict[str, Counter[str]] = {}
    for who in parties:
        named.setdefault(who.key, Counter())[who.name] += 1
    ranked = sorted(named.values(), key=lambda counted: (-counted.total(), min(counted)))
    return tuple(min(counted, key=lambda n: (-counted[n], n)) for counted in ranked)


def _values(group: Sequence[Account]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Field -> value -> the accounts that give it."""
    found: dict[str, dict[str, list[str]]] = {}
    for account in group:
        for field, value in _told(account):
            listed = found.setdefault(field, {}).setdefault(value, [])
            if account.id not in listed:
                listed.append(account.id)
    return {f: {v: tuple(found[f][v]) for v in sorted(found[f])} for f in sorted(found)}


def _told(account: Account) -> Iterable[tuple[str, str]]:
    if account.type:
        yield "type", account.type
    if account.mode:
        yield "mode", account.mode
    yield "status", account.status
    if account.day:
        yield "day", account.day
    if account.where:
        yield "place", account.where.name
    for who in account.initiators:
        yield "initiator", who.name
    for who in account.recipients:
        yield "recipient", who.name
    for count in account.counts:
        number = count.value if count.value is not None else count.low
        if number is not None:
            yield count.what, f"{count.qualifier} {number}" if count.qualifier != "exact" else str(number)
