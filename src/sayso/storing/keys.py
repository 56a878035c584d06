"""The key of an actor over all reports."""

from __future__ import annotations

from sayso.model.reading import Actor
from sayso.text.normal import slug


def actor_key(actor: Actor) -> str:
    """What makes actors of two reports one, as in accounts: the id in the actor base, a name, or mere words."""
    if actor.ref is not None:
        return actor.ref
    named = any(mention.form == "name" for mention in actor.mentions)
    return f"{'name' if named else 'words'}:{slug(actor.name)}"
