"""From a reading to its accounts: every event with what is needed to compare it across reports."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Mapping

from sayso.model.reading import Actor, Event, Party, Place, Reading, Statement, Time
from sayso.model.record import Account, Speaker, Where, Who
from sayso.model.span import Span
from sayso.text.normal import slug


def accounts_of(reading: Reading) -> tuple[Account, ...]:
    """One account for each event of a reading that has a type.

    A later mention of a happening in the same voice and status adds its time, place and numbers to the first one's
    account and is none of its own. In another voice ("the army denied the attack") it is an account of its own that
    takes day, place and target from the first mention where it does not tell them: it is about that happening.
    """
    made = _Maker(reading)
    return tuple(made.account(root, mentions) for root, mentions in made.chains())


def actor_key(actor: Actor) -> str:
    """What makes actors of two reports one: the id in the actor base, a name, or else mere words ("gunmen")."""
    if actor.ref is not None:
        return actor.ref
    named = any(mention.form == "name" for mention in actor.mentions)
    return f"name:{slug(actor.name)}" if named else f"words:{_bare(actor.name)}"


def _bare(words: str) -> str:
    """A key for a noun phrase: "the camp" and "a camp" may be one."""
    first, _, rest = slug(words).partition("-")
    return rest if rest and first in ("a", "an", "the", "some", "any") else slug(words)


class _Maker:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.actors: Mapping[str, Actor] = {a.id: a for a in reading.actors}
        self.places: Mapping[str, Place] = {p.id: p for p in reading.places}
        self.times: Mapping[str, Time] = {t.id: t for t in reading.times}
        self.statements: Mapping[str, Statement] = {s.id: s for s in reading.statements}

    def chains(self) -> list[tuple[Event, list[Event]]]:
        """First mentions with their later mentions in the same voice and status, the chain's very first one last."""
        events = {e.id: e for e in self.reading.events if e.type}
        chains: dict[tuple[str, str, str | None], list[Event]] = {}
        for event in events.values():
            first = event.same_as if event.same_as in events else event.id
            chains.setdefault((first or event.id, event.status, self._voice(event)), []).append(event)
        return [(listed[0], [*listed, events[first]]) for (first, _, _), listed in chains.items()]

    def _voice(self, event: Event) -> str | None:
        statement = self.statements.get(event.said_by or "")
        return statement.source.actor or statement.id if statement else None

    def account(self, root: Event, mentions: list[Event]) -> Account:
        """The account of a chain of mentions; what the first does not tell is taken from the next that does."""
        report = self.reading.report
        time = next((self.times[e.time] for e in mentions if e.time and e.time in self.times), None)
        place = next((self.places[e.place] for e in mentions if e.place and e.place in self.places), None)
        day = time.start[:10] if time and time.start else None
        return Account(
            id=_digest(report.id, root),
            report=report.id,
            event=root.id,
            type=root.type,
            mode=next((e.mode for e in mentions if e.mode), None),
            status=root.status,
            trigger=root.trigger,
            sentence=self._sentence(root.trigger[0]),
            told=(report.published.value or "")[:10] or None,
            initiators=self._parties(next((e.initiators for e in mentions[:-1] if e.initiators), ())),
            recipients=self._parties(next((e.recipients for e in mentions if e.recipients), ())),
            where=_where(place) if place else None,
            day=day,
            day_end=time.end[:10] if day and time and time.end else None,
            counts=next((e.counts for e in mentions[:-1] if e.counts), ()),
            chain=self._chain(root),
        )

    def _sentence(self, trigger: Span) -> Span:
        k = bisect_right(self.reading.sentences, trigger[0], key=lambda s: s[0]) - 1
        return self.reading.sentences[k] if k >= 0 else trigger

    def _parties(self, parties: tuple[Party, ...]) -> tuple[Who, ...]:
        return tuple(self._who(p) for p in parties)

    def _who(self, party: Party) -> Who:
        actor = self.actors.get(party.actor or "")
        words = self.reading.text[party.span[0] : party.span[1]]
        if actor is None:
            return Who(key=f"words:{_bare(words)}", name=words, span=party.span)
        return Who(key=actor_key(actor), name=actor.name, country=actor.country, span=party.span)

    def _chain(self, event: Event) -> tuple[Speaker, ...]:
        """Who says so, innermost first."""
        found: list[Speaker] = []
        statement = self.statements.get(event.said_by or "")
        while statement is not None and all(s.statement != statement.id for s in found):
            actor = self.actors.get(statement.source.actor or "")
            words = " ".join(self.reading.text[b:e] for b, e in statement.source.spans)
            found.append(
                Speaker(
                    statement=statement.id,
                    key=actor_key(actor) if actor else None,
                    name=actor.name if actor else words,
                    act=statement.act,
                    kind=statement.source.kind,
                    source=statement.source.spans,
                    content=statement.content,
                )
            )
            statement = self.statements.get(statement.parent or "")
        return tuple(found)


def _where(place: Place) -> Where:
    return Where(
        key=place.ref,
        name=place.name,
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        precision=place.precision,
        span=place.span,
    )


def _digest(report: str, event: Event) -> str:
    told = f"{report}|{event.trigger}|{event.type}|{event.status}|{event.id}"
    return hashlib.sha256(told.encode()).hexdigest()[:12]
