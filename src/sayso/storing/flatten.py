"""A reading and its accounts as rows of the tables, in the order of their columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from sayso.linking import actor_key
from sayso.model.reading import Actor, Reading, Statement
from sayso.model.record import Account, Who
from sayso.model.span import Span
from sayso.text.normal import fold

Row = tuple[Any, ...]
GAP = " … "


@dataclass(frozen=True)
class Flat:
    """One reading with what all its tables need: the report's number and its actors by id."""

    n: int
    reading: Reading
    actors: dict[str, Actor]

    def words(self, spans: Sequence[Span]) -> str:
        """The words of spans, a gap between them."""
        text = self.reading.text
        return GAP.join(text[b:e] for b, e in spans)

    def name(self, actor: str | None) -> str | None:
        """An actor's name."""
        return self.actors[actor].name if actor in self.actors else None

    def key(self, actor: str | None) -> str | None:
        """An actor's key over all reports."""
        return actor_key(self.actors[actor]) if actor in self.actors else None


def rows(n: int, reading: Reading) -> dict[str, list[Row]]:
    """The rows of every layer's table, by the table's name."""
    flat = Flat(n, reading, {actor.id: actor for actor in reading.actors})
    return {table: list(make(flat)) for table, make in _TABLES.items()}


def _actors(flat: Flat) -> Iterator[Row]:
    for a in flat.reading.actors:
        b, e = a.mentions[0].span if a.mentions else (None, None)
        called = sorted({flat.words((m.span,)) for m in a.mentions if m.form == "name"})
        folded = fold(" ".join((a.name, *called)))
        head = (flat.n, a.id, actor_key(a), a.name, folded, a.kind, a.ref, a.country)
        yield (*head, ";".join(a.sectors), a.role, len(a.mentions), b, e, msgspec.json.encode(called).decode())


def _places(flat: Flat) -> Iterator[Row]:
    for p in flat.reading.places:
        where = (p.lat, p.lon, p.country, p.admin1, p.feature, p.precision, p.radius_km, p.use)
        yield (flat.n, p.id, p.name, p.ref, *where, flat.words((p.span,)), *p.span)


def _times(flat: Flat) -> Iterator[Row]:
    for t in flat.reading.times:
        yield (flat.n, t.id, t.timex, t.type, t.start, t.end, t.anchor, t.fuzzy, flat.words((t.span,)), *t.span)


def _statements(flat: Flat) -> Iterator[Row]:
    days = {t.id: t.start for t in flat.reading.times}
    for s in flat.reading.statements:
        speaker = speaker_words(flat, s)
        name = flat.name(s.source.actor)
        day = days.get(s.time) if s.time else None
        head = (flat.n, s.id, s.act, s.form, s.negated, s.parent, day[:10] if day else None, speaker)
        who = (flat.key(s.source.actor), fold(f"{speaker or ''} {name or ''}"), flat.name(s.addressee))
        yield (*head, *who, flat.words(s.content), msgspec.json.encode(s.content).decode())


def speaker_words(flat: Flat, statement: Statement) -> str | None:
    """Who speaks, for people: the actor's name, or else the report's words."""
    return flat.name(statement.source.actor) or flat.words(statement.source.spans) or None


def _events(flat: Flat) -> Iterator[Row]:
    for v in flat.reading.events:
        head = (flat.n, v.id, v.type, v.mode, ";".join(v.contexts), v.status, flat.words(v.trigger))
        yield (*head, v.time, v.place, v.said_by, v.same_as)


def _parties(flat: Flat) -> Iterator[Row]:
    for v in flat.reading.events:
        for side, parties in (("initiator", v.initiators), ("recipient", v.recipients)):
            for i, p in enumerate(parties):
                yield (flat.n, v.id, side, i, p.actor, flat.words((p.span,)), *p.span)


def _counts(flat: Flat) -> Iterator[Row]:
    for v in flat.reading.events:
        for i, c in enumerate(v.counts):
            bounds = tuple(_fits(number) for number in (c.value, c.low, c.high))
            yield (flat.n, v.id, i, c.what, c.group, c.qualifier, *bounds, flat.words((c.span,)), *c.span)


def _fits(number: int | None) -> int | None:
    """SQLite's integers have 64 bits; a report may print a longer one."""
    return number if number is not None and abs(number) < 2**63 else None


def _relations(flat: Flat) -> Iterator[Row]:
    speakers = {s.id: speaker_words(flat, s) for s in flat.reading.statements}
    for r in flat.reading.relations:
        ends = (flat.key(r.from_), flat.name(r.from_), r.relation, flat.key(r.to), flat.name(r.to))
        if None not in ends:
            said_by = speakers.get(r.said_by) if r.said_by else None
            yield (flat.n, r.id, *ends, r.ended, said_by, flat.words((r.span,)), *r.span)


_TABLES: dict[str, Callable[[Flat], Iterator[Row]]] = {
    "actor": _actors,
    "place": _places,
    "time": _times,
    "statement": _statements,
    "event": _events,
    "party": _parties,
    "count": _counts,
    "relation": _relations,
}
COLUMNS = {"statement": "report, id, act, form, negated, parent, day, speaker, actor, folded, addressee, words, spans"}


def account_row(n: int, account: Account, text: str) -> Row:
    """A row of the table account, without its own number."""
    where = account.where
    place = (where.name, where.key, fold(where.name), where.country, where.lat, where.lon) if where else (None,) * 6
    b, e = account.sentence
    return (
        account.id, n, account.event, account.type, account.mode, account.status, account.day, account.day_end,
        _names(account.initiators), _names(account.recipients), *place,
        account.chain[0].name if account.chain else None, text[b:e], msgspec.json.encode(account).decode(),
    )  # fmt: skip


def party_rows(number: int, account: Account) -> Iterator[Row]:
    """Rows of the table account_party."""
    for side, parties in (("initiator", account.initiators), ("recipient", account.recipients)):
        for i, who in enumerate(parties):
            yield (number, side, i, who.key, fold(who.name))


def _names(parties: Sequence[Who]) -> str | None:
    return "; ".join(dict.fromkeys(who.name for who in parties)) or None
