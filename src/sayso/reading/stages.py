"""The stages of reading in their order."""

from __future__ import annotations

from sayso.reading.actors.names import Names
from sayso.reading.actors.stage import Actors
from sayso.reading.events.stage import Events
from sayso.reading.places.stage import Places
from sayso.reading.quantities import Quantities
from sayso.reading.relations.stage import Relations
from sayso.reading.stage import Stage
from sayso.reading.statements.stage import Statements
from sayso.reading.times.stage import Times


def stages(tagged: bool = True, judged: bool | None = None) -> tuple[Stage, ...]:
    """The stages; `tagged`: a trained tagger helps to find statements; `judged`: a trained judge helps with events."""
    events = Events(tagged if judged is None else judged)
    return (Names(), Times(), Quantities(), Places(), Actors(), Statements(tagged), events, Relations())
