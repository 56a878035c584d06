"""Time expressions: found by a grammar over a small lexicon, resolved to TIMEX3 values and intervals."""

from sayso.reading.times.finding import find
from sayso.reading.times.stage import Times

__all__ = ["Times", "find"]
