"""Ties between actors, as the text tells them."""

from sayso.reading.relations.stage import Relations

__all__ = ["Relations"]
