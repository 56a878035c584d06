"""Actors: names are found first (`names`), then gathered with nouns and pronouns into actors (`stage`)."""

from sayso.reading.actors.names import Name, Names

__all__ = ["Name", "Names"]
