"""One dataclass for each answer, built from the store."""

from sayso.views.actor import actor_view
from sayso.views.answers import (
    AccountView,
    ActorView,
    BlockView,
    Claim,
    Contradiction,
    Difference,
    Evidence,
    Found,
    Merge,
    NameCount,
    RecordView,
    ReportView,
    Summary,
    WhyValue,
    WhyView,
)
from sayso.views.find import find_records, find_reports, find_statements
from sayso.views.lookup import look_up, record_of
from sayso.views.record import contradictions, record_view, why_view
from sayso.views.report import report_view, statement_view
from sayso.views.rows import (
    Number,
    Origin,
    Quotation,
    RecordRow,
    RejectRow,
    RelationRow,
    ReportRow,
    Row,
    StatementRow,
    Voice,
)
from sayso.views.summary import rejects, summary

__all__ = [
    "AccountView",
    "ActorView",
    "BlockView",
    "Claim",
    "Contradiction",
    "Difference",
    "Evidence",
    "Found",
    "Merge",
    "NameCount",
    "Number",
    "Origin",
    "Quotation",
    "RecordRow",
    "RecordView",
    "RejectRow",
    "RelationRow",
    "ReportRow",
    "ReportView",
    "Row",
    "StatementRow",
    "Summary",
    "Voice",
    "WhyValue",
    "WhyView",
    "actor_view",
    "contradictions",
    "find_records",
    "find_reports",
    "find_statements",
    "look_up",
    "record_of",
    "record_view",
    "rejects",
    "report_view",
    "statement_view",
    "summary",
    "why_view",
]
