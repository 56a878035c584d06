"""From accounts and judgements to records."""

from sayso.assembling.records import assemble

__all__ = ["assemble"]
