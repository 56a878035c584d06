"""A statement as exporters see it: its words, its speaker, and ids that mean the same outside of the reading.

Every id is an absolute IRI. A report's is its own ("sha256:…", the hash of the text as UTF-8), a statement's is
"sha256:…/s2", as `sayso find --statements` prints it; an actor of the actor base is "urn:sayso:actor:person/…", any
other actor belongs to its report: "sha256:…/a4".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.model.reading import Actor, Reading, Statement, Time
from sayso.model.span import Span
from sayso.text.quotes import quotes

NAMESPACE = "urn:sayso:reading/1#"
ACTORS = "urn:sayso:actor:"
DENIALS = frozenset({"deny", "doubt"})
"""Acts that hold their content not to be so."""
OMITTED = " […] "
"""Stands where a statement is told in several pieces."""
BODIES = frozenset({"state", "government", "military", "armed-group", "party", "igo", "ngo", "company", "media"})
"""Kinds of actors that are organisations."""
_PAGE = re.compile(r"https?://[^\s<>\"{}|\\^`]+", re.IGNORECASE)
_PLAIN = re.compile(r"[A-Za-z0-9._~/-]+")


@dataclass(frozen=True)
class Telling:
    """A reading, indexed for its statements."""

    reading: Reading

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """By id."""
        return {actor.id: actor for actor in self.reading.actors}

    @cached_property
    def times(self) -> Mapping[str, Time]:
        """By id."""
        return {time.id: time for time in self.reading.times}

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """By id, in their order."""
        return {statement.id: statement for statement in self.reading.statements}

    @cached_property
    def inner(self) -> Mapping[str, list[Statement]]:
        """Those that stand in the content of another, by its id."""
        found: dict[str, list[Statement]] = {}
        for statement in self.reading.statements:
            if statement.parent:
                found.setdefault(statement.parent, []).append(statement)
        return found

    @cached_property
    def quotations(self) -> list[Span]:
        """What stands in quotation marks, without them and without what is quoted within, in text order."""
        return sorted(quote.inner for quote in quotes(self.reading.text) if quote.depth == 0)


@dataclass(frozen=True)
class Said:
    """A statement with what its ids mean."""

    statement: Statement
    telling: Telling

    @property
    def reading(self) -> Reading:
        """The reading that it is from."""
        return self.telling.reading

    @property
    def iri(self) -> str:
        """The statement's id, the same everywhere."""
        return self.within(self.statement.id)

    @property
    def content(self) -> list[str]:
        """The exact words of each piece of the content."""
        return self.words(self.statement.content)

    @property
    def source(self) -> list[str]:
        """The exact words for the speaker."""
        return self.words(self.statement.source.spans)

    @property
    def speaker(self) -> Actor | None:
        """Who speaks, as far as that is resolved."""
        return self.telling.actors.get(self.statement.source.actor or "")

    @property
    def behalf(self) -> Actor | None:
        """On whose behalf the speaker speaks."""
        return self.telling.actors.get(self.statement.source.on_behalf_of or "")

    @property
    def addressee(self) -> Actor | None:
        """To whom it was said."""
        return self.telling.actors.get(self.statement.addressee or "")

    @property
    def time(self) -> Time | None:
        """When it was said."""
        return self.telling.times.get(self.statement.time or "")

    @property
    def day(self) -> str | None:
        """The ISO day on which it was said, if the report gives one day for it."""
        found = self.time
        return found.timex if found and re.fullmatch(r"\d{4}-\d\d-\d\d", found.timex) else None

    @property
    def was_said(self) -> bool:
        """Whether it was said by all that is told: neither it, nor what it stands in, is negated, denied or doubted."""
        return not self.statement.negated and not any(s.negated or s.act in DENIALS for s in self.outer())

    def told(self) -> list[Span]:
        """The sentences in which the report says that it was said: those of its cue, else of its content."""
        spans = self.statement.cue or self.statement.content[:1]
        found = {sentence for span in spans for sentence in touching(self.reading.sentences, span)}
        return sorted(found)

    def outer(self) -> Iterator[Statement]:
        """The statements inside whose content it stands, the innermost first."""
        seen = {self.statement.id}
        parent = self.telling.statements.get(self.statement.parent or "")
        while parent is not None and parent.id not in seen:
            yield parent
            seen.add(parent.id)
            parent = self.telling.statements.get(parent.parent or "")

    def words(self, spans: Sequence[Span]) -> list[str]:
        """Exact words of the report."""
        return [self.reading.text[b:e] for b, e in spans]

    def within(self, id_: str) -> str:
        """The IRI of something of this reading."""
        return f"{self.reading.report.id}/{id_}"

    def actor_iri(self, actor: Actor) -> str:
        """The IRI of an actor of this reading."""
        return ACTORS + actor.ref if actor.ref and _PLAIN.fullmatch(actor.ref) else self.within(actor.id)


def statements(reading: Reading) -> list[Said]:
    """The statements of a reading in their order."""
    telling = Telling(reading)
    return [Said(statement, telling) for statement in reading.statements]


def touching(stretches: Sequence[Span], span: Span) -> Sequence[Span]:
    """Those of the stretches, which are in text order and do not overlap, that share a code point with `span`."""
    first = bisect_right(stretches, span[0], key=lambda stretch: stretch[1])
    return stretches[first : bisect_left(stretches, span[1], key=lambda stretch: stretch[0])]


def page(uri: str | None) -> str | None:
    """An address on the web; None: it is a path or a name of another kind."""
    return uri if uri and _PAGE.fullmatch(uri) else None


def agent_type(actor: Actor | None) -> str | None:
    """ "Person" or "Organization"; None where it is neither, or not known which."""
    if actor is None:
        return None
    return "Person" if actor.kind == "person" else "Organization" if actor.kind in BODIES else None


def known(fields: Mapping[str, object]) -> dict[str, object]:
    """The fields without those that are empty."""
    return {name: value for name, value in fields.items() if value is not None and value not in ("", [], {})}
