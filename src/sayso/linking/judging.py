"""Judging pairs of accounts: only those of one type and about one day are compared at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from math import cos, floor, radians

from sayso.linking.features import FEATURES, NEAR_KM, days_of, reason
from sayso.model.judgement import Judgement, Reason, Verdict
from sayso.model.record import Account

RULE = "rule:accounts/1"
SAME = 0.6
UNSURE = 0.35
_REACH = NEAR_KM / 111.0  # degrees of latitude
_ANCHORS = frozenset({"same_place", "same_initiators", "same_recipients"})
_FIRM = 0.15  # the least that one of them must add before two accounts are one: a day and a number are not enough
_LONGEST = 10  # days: what is told of a longer time is compared by its first day only


def blocks_of(account: Account) -> tuple[str, ...]:
    """Keys such that only accounts that share one are compared: type, day, and a party or the neighbourhood.

    Two accounts that share neither could never be told to be one, so that comparing them would be idle; a day with
    thousands of accounts stays cheap. None for an account without any day.
    """
    days = days_of(account)
    if days is None or account.type is None:
        return ()
    length = (days[1] - days[0]).days
    told = [days[0] + timedelta(days=n) for n in range(length + 1 if length <= _LONGEST else 1)]
    return tuple(f"{account.type}|{day}|{about}" for day in told for about in _about(account))


def _about(account: Account) -> list[str]:
    """Parties, and the cells of a half-degree grid in which a place within reach of this one may lie."""
    found = {who.key for who in (*account.initiators, *account.recipients)}
    if account.where is not None and account.where.lat is not None and account.where.lon is not None:
        lat, lon = account.where.lat, account.where.lon
        wide = _REACH / max(0.1, cos(radians(lat)))
        for a in (lat - _REACH, lat + _REACH):
            found |= {f"{floor(2 * a)},{floor(2 * b)}" for b in (lon - wide, lon + wide)}
    return sorted(found)


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
    anchored = any(r.feature in _ANCHORS and r.weight >= _FIRM for r in reasons)
    verdict: Verdict = "same" if score >= SAME and anchored else "unsure" if score >= UNSURE else "different"
    if contradicted:
        verdict = "different"
    return Judgement(left=a.id, right=b.id, verdict=verdict, score=round(score, 3), by=RULE, reasons=tuple(reasons))


def _two_voices(a: Account, b: Account) -> bool:
    """Within one report only another voice or another status may tell of the same happening again."""
    return a.status != b.status or [s.key or s.statement for s in a.chain] != [s.key or s.statement for s in b.chain]
