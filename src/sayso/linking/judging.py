"""Judging pairs of accounts: only those of one type and about one day are compared at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from sayso.linking.features import FEATURES, days_of, reason
from sayso.model.judgement import Judgement, Reason, Verdict
from sayso.model.record import Account

RULE = "rule:accounts/1"
SAME = 0.6
UNSURE = 0.35
_LONGEST = 10  # days: what is told of a longer time is compared by its first day only


def blocks_of(account: Account) -> tuple[str, ...]:
    """Keys such that only accounts that share one are compared: type and day. None for an account with neither day."""
    days = days_of(account)
    if days is None or account.type is None:
        return ()
    length = (days[1] - days[0]).days
    count = length + 1 if length <= _LONGEST else 1
    return tuple(f"{account.type}|{days[0] + timedelta(days=n)}" for n in range(count))


def judge(accounts: Sequence[Account]) -> tuple[Judgement, ...]:
    """Judgements on all pairs that share a block and are not plainly different; ordered by their ids."""
    blocks: dict[str, list[Account]] = {}
    for account in sorted(accounts, key=lambda a: a.id):
        for block in blocks_of(account):
            blocks.setdefault(block, []).append(account)
    found: dict[tuple[str, str], Judgement] = {}
    for listed in blocks.values():
        for a, b in _pairs(listed):
            if (a.id, b.id) not in found:
                found[a.id, b.id] = compare(a, b)
    return tuple(found[k] for k in sorted(found) if found[k].verdict != "different")


def _pairs(listed: Sequence[Account]) -> Iterable[tuple[Account, Account]]:
    for n, a in enumerate(listed):
        for b in listed[n + 1 :]:
            if a.id != b.id:
                yield (a, b) if a.id < b.id else (b, a)


def compare(a: Account, b: Account) -> Judgement:
    """The judgement on one pair, with its reasons; `a.id` < `b.id`."""
    if a.report == b.report and not _two_voices(a, b):
        apart = Reason(feature="one_report", weight=-1.0, words="One report tells of them as two happenings.")
        return Judgement(left=a.id, right=b.id, verdict="different", score=-1.0, by=RULE, reasons=(apart,))
    reasons, score, contradicted = [], 0.0, False
    for feature, weight in FEATURES:
        value = feature(a, b)
        if value is None:
            continue
        contradicted = contradicted or value <= -0.6
        score += weight * value
        words = reason(feature, value)
        reasons.append(Reason(feature=feature.__name__, weight=round(weight * value, 3), words=words))
    verdict: Verdict = "same" if score >= SAME else "unsure" if score >= UNSURE else "different"
    if contradicted:
        verdict = "different"
    return Judgement(left=a.id, right=b.id, verdict=verdict, score=round(score, 3), by=RULE, reasons=tuple(reasons))


def _two_voices(a: Account, b: Account) -> bool:
    """Within one report only another voice or another status may tell of the same happening again."""
    return a.status != b.status or [s.key or s.statement for s in a.chain] != [s.key or s.statement for s in b.chain]
