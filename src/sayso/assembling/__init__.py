"""From accounts and judgements to records."""

from sayso.assembling.disputes import TOLD, compatible, count_field
from sayso.assembling.records import assemble

__all__ = ["TOLD", "assemble", "compatible", "count_field"]
