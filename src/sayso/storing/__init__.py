"""Keeping reports and all that was read in them: one SQLite file."""

from sayso.storing.adding import Adding, AddSummary
from sayso.storing.store import Store

__all__ = ["AddSummary", "Adding", "Store"]
