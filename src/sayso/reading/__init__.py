"""Reading: a report's words, and what they tell. The stages in their order stand in `stages`."""

from sayso.reading.reader import Reader, ReaderOptions

__all__ = ["Reader", "ReaderOptions"]
