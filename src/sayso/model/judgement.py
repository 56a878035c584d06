"""Judgements: two things are the same, different, or it is not sure. A person's word outlives every re-reading."""

from typing import Literal

import msgspec

Verdict = Literal["same", "different", "unsure"]


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """One feature of a comparison: what was looked at, in words for people, and what it added to the score."""

    feature: str
    weight: float
    words: str


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """`left` and `right` are account ids, left < right. `by` is "rule:NAME" or "person:NAME"."""

    left: str
    right: str
    verdict: Verdict
    score: float
    by: str
    reasons: tuple[Reason, ...] = ()
