"""What else a reporting clause tells: to whom, where, when, and whether it was said at all."""

from __future__ import annotations

from sayso.model.reading import Venue
from sayso.reading.cast import Cast
from sayso.reading.draft import Draft
from sayso.reading.statements.finding import Finding
from sayso.reading.statements.lexicon import Speakers


def addressee_of(finding: Finding, cast: Cast, known: Speakers) -> str | None:
    return None


def venue_of(finding: Finding, draft: Draft, known: Speakers) -> Venue | None:
    return None


def time_of(finding: Finding, draft: Draft) -> str | None:
    return None


def is_negated(finding: Finding) -> bool:
    return False
