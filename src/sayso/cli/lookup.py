"""Names for the ids of a reading: who speaks, who acts, where, when, in which words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from sayso.cli import phrases
from sayso.model.reading import Actor, Event, Party, Place, Reading, Statement, Time
from sayso.model.span import Span

IMPLICIT = "somebody unnamed"


@dataclass(frozen=True)
class Lookup:
    """A reading with its items by id."""

    reading: Reading

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Actors by id."""
        return {actor.id: actor for actor in self.reading.actors}

    @cached_property
    def places(self) -> dict[str, Place]:
        """Places by id."""
        return {place.id: place for place in self.reading.places}

    @cached_property
    def times(self) -> dict[str, Time]:
        """Times by id."""
        return {time.id: time for time in self.reading.times}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Statements by id."""
        return {statement.id: statement for statement in self.reading.statements}

    def words(self, spans: Iterable[Span]) -> str:
        """The text of the spans on one line; a gap between two is shown."""
        return " … ".join(" ".join(self.reading.text[b:e].split()) for b, e in spans)

    def actor(self, key: str | None) -> str | None:
        """An actor's name."""
        return self.actors[key].name if key in self.actors else None

    def speaker(self, statement: Statement) -> str:
        """Who speaks: the actor, else the words of the report, else that nobody is named."""
        return self.actor(statement.source.actor) or self.words(statement.source.spans) or IMPLICIT

    def party(self, party: Party) -> str:
        """Who takes part: the actor, else the words of the report."""
        return self.actor(party.actor) or self.words([party.span])

    def parties(self, parties: Iterable[Party]) -> tuple[str, ...]:
        """Names, each once, in the order of the text."""
        return tuple(dict.fromkeys(self.party(party) for party in parties))

    def chain(self, key: str | None) -> tuple[str, ...]:
        """Who says so, innermost first; empty: the report's own voice. A loop in the data ends the chain."""
        names: list[str] = []
        seen: set[str] = set()
        while key in self.statements and key not in seen:
            seen.add(str(key))
            statement = self.statements[str(key)]
            names.append(f"{self.speaker(statement)} ({statement.act})")
            key = statement.parent
        return tuple(names)

    def day(self, key: str | None) -> str | None:
        """The day a time begins (or its year or month, where no more is known)."""
        time = self.times.get(key or "")
        return None if time is None else _start(time)

    def when(self, key: str | None) -> str:
        """A day or period for a person; where it has no end, what its words say of its start."""
        time = self.times.get(key or "")
        if time is not None and time.start and time.end:
            return phrases.period(time.start[:10], time.end[:10])
        return phrases.period(self.day(key))

    def place(self, key: str | None) -> str | None:
        """A place's name, with its country where the place is a smaller one."""
        place = self.places.get(key or "")
        if place is None:
            return None
        alone = place.country is None or place.precision == "country"
        return place.name if alone else f"{place.name}, {place.country}"

    def sentence(self, event: Event) -> Span:
        """The sentence that holds an event's trigger (the trigger itself, should there be none)."""
        first = event.trigger[0]
        return next((s for s in self.reading.sentences if s[0] <= first[0] < s[1]), first)


def _start(time: Time) -> str | None:
    """The start of a time as exact as its timex: "2019" for a year, "2020-01" for a month."""
    if time.start is None:
        return None
    value = time.timex
    return value if time.type == "DATE" and time.start.startswith(value) else time.start[:10]
