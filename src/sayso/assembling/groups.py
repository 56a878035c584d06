"""Which accounts stand together: "same" joins them, a person's word or one report's telling them apart does not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sayso.model.judgement import Judgement
from sayso.model.record import Account


def groups_of(accounts: Sequence[Account], judgements: Iterable[Judgement]) -> list[list[str]]:
    """Account ids in groups, each sorted; the firmest judgements first, a person's before any rule's.

    Two accounts of one report in the same voice and status never come together through third ones: the report tells
    of them as two happenings.
    """
    by_id = {a.id: a for a in accounts}
    listed = [j for j in judgements if j.left in by_id and j.right in by_id]
    apart = {(j.left, j.right) for j in listed if j.verdict == "different"}
    by_person = {(j.left, j.right) for j in listed if j.by.startswith("person:")}
    group = {i: [i] for i in by_id}
    for j in sorted(
        (j for j in listed if j.verdict == "same"), key=lambda j: (not _person(j), -j.score, j.left, j.right)
    ):
        left, right = group[j.left], group[j.right]
        if left is right or ((j.left, j.right) in by_person and not _person(j)):
            continue
        if _person(j) or _may_join(left, right, by_id, apart):
            joined = sorted(left + right)
            group.update(dict.fromkeys(joined, joined))
    return sorted({id(g): g for g in group.values()}.values())


def _person(judgement: Judgement) -> bool:
    return judgement.by.startswith("person:")


def _may_join(left: list[str], right: list[str], by_id: Mapping[str, Account], apart: set[tuple[str, str]]) -> bool:
    for a in left:
        for b in right:
            one, other = by_id[a], by_id[b]
            if (min(a, b), max(a, b)) in apart or (one.report == other.report and _voice(one) == _voice(other)):
                return False
    return True


def _voice(account: Account) -> tuple[str, list[str]]:
    return account.status, [s.key or s.statement for s in account.chain]
