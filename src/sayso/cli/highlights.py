"""What is worth showing first of a database: computed from what it holds, the same for the same reports."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sayso.views import ActorView, Contradiction, RecordRow, RecordView, ReportRow, StatementRow, Summary
    from sayso.workspace import Workspace


class Highlights(NamedTuple):
    """A database in a few views; None where it holds no such thing."""

    summary: Summary
    reports: list[ReportRow]
    timeline: list[RecordRow]
    event: RecordView | None
    actor: ActorView | None
    contradiction: Contradiction | None
    contradicted: RecordView | None


def chosen(workspace: Workspace) -> Highlights:
    """The best-told record, the actor who speaks most, and the contradiction with most voices."""
    timeline = workspace.timeline()
    event = _view(workspace, max(timeline, key=lambda row: (weight(row), row.id), default=None))
    contradiction = _contradiction(workspace.contradictions(), event)
    return Highlights(
        workspace.summary(),
        workspace.find(what="reports", limit=None),
        timeline,
        event,
        _actor(workspace, workspace.find(what="statements", limit=None)),
        contradiction,
        _view(workspace, contradiction.record if contradiction else None),
    )


def weight(row: RecordRow) -> tuple[int, bool, int, int]:
    """How much there is to tell of a record: how many outlets, whether they disagree, how many texts and speakers."""
    return row.outlets, row.disputed, row.texts, row.speakers


def _view(workspace: Workspace, row: RecordRow | None) -> RecordView | None:
    from sayso.views import RecordView

    view = workspace.show(row.id) if row else None
    return view if isinstance(view, RecordView) else None


def _actor(workspace: Workspace, rows: list[StatementRow]) -> ActorView | None:
    from sayso.views import ActorView

    spoken = Counter(row.actor for row in rows if row.actor)
    if not spoken:
        return None
    view = workspace.show(max(spoken, key=lambda key: (spoken[key], key)))
    return view if isinstance(view, ActorView) else None


def _contradiction(found: list[Contradiction], event: RecordView | None) -> Contradiction | None:
    """One of another record than the event that is shown already, if there is one."""
    shown = event.record.id if event else None
    ranked = sorted(found, key=lambda c: (c.record.id == shown, -len(c.claims), c.record.id, c.field))
    return ranked[0] if ranked else None
