"""The public form of a reading: what `sayso read` prints. The JSON Schema is generated from these types.

Every span is (begin, end) in Unicode code points of `Reading.text`, half-open; `text[b:e]` is exactly what is meant.
Ids ("a1", "p1", "t1", "s1", "e1", "r1") are unique within one reading. Unknown is None, never a guess.
"""

from typing import Literal

import msgspec

from sayso.model.report import Block, Header
from sayso.model.span import Span

SCHEMA = "sayso.reading/1"

ActorKind = Literal[
    "person", "state", "government", "military", "armed-group", "party", "igo", "ngo", "company", "media", "people",
    "office", "unnamed", "other",
]  # fmt: skip
MentionForm = Literal["name", "nominal", "pronoun"]
PlacePrecision = Literal["point", "town", "district", "region", "country", "unresolved"]
PlaceUse = Literal["location", "metonym", "modifier", "part-of-name"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
StatementForm = Literal["direct", "indirect", "mixed"]
SourceKind = Literal["person", "organisation", "government", "document", "anonymous", "collective", "implicit"]
VenueKind = Literal["interview", "speech", "press-conference", "written", "social", "court", "broadcast"]
EventStatus = Literal[
    "happened", "ongoing", "ended", "planned", "proposed", "demanded", "threatened", "attempted", "alleged", "denied",
    "hypothetical",
]  # fmt: skip
ViewStatus = Literal[EventStatus, "open"]
REAL: frozenset[str] = frozenset({"happened", "ongoing", "ended"})
"""The statuses of what took place."""
Qualifier = Literal["exact", "at-least", "more-than", "about", "up-to", "vague"]
RelationKind = Literal[
    "official-of", "leads", "member-of", "speaks-for", "backs", "arms", "funds", "allied-with", "opposes", "fights",
    "recognises", "mediates", "controls",
]  # fmt: skip


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """One place in the text that speaks of an actor."""

    span: Span
    form: MentionForm


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who acts, speaks or suffers. `ref` is an id of the actor base; None: known from this report only."""

    id: str
    name: str
    kind: ActorKind
    ref: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    mentions: tuple[Mention, ...] = ()


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """Another place that the name may mean, with its score in 0..1."""

    name: str
    ref: str
    country: str | None
    lat: float
    lon: float
    score: float


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """One mention of a place. `ref` is "geonames:ID", "site:ID" …; degrees WGS 84; `radius_km` says how exact."""

    id: str
    span: Span
    name: str
    ref: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    feature: str | None = None
    precision: PlacePrecision = "unresolved"
    radius_km: float | None = None
    use: PlaceUse = "location"
    candidates: tuple[Candidate, ...] = ()


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression. `timex`: TIMEX3 value; [start, end): ISO interval; `anchor`: what it is counted from."""

    id: str
    span: Span
    timex: str
    type: TimeType
    start: str | None = None
    end: str | None = None
    anchor: str | None = None
    fuzzy: bool = False


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Who is said to speak. No spans: the speaker stands nowhere in words ("implicit")."""

    spans: tuple[Span, ...] = ()
    actor: str | None = None
    kind: SourceKind = "implicit"
    on_behalf_of: str | None = None


class Venue(msgspec.Struct, frozen=True, kw_only=True):
    """Where or through what the words were said."""

    span: Span
    kind: VenueKind
    name: str | None = None


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """The report attributes words, a belief or an intention to someone."""

    id: str
    form: StatementForm
    act: str
    source: Source
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    addressee: str | None = None
    venue: Venue | None = None
    time: str | None = None
    negated: bool = False
    parent: str | None = None
    events: tuple[str, ...] = ()


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """Who takes part in an event: the local words, and the actor they mean (None: not resolved)."""

    span: Span
    actor: str | None = None


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """A number of people or things. [low, high] inclusive bounds; `value` None where the words give none ("dozens")."""

    what: str
    group: str | None = None
    qualifier: Qualifier = "exact"
    value: int | None = None
    low: int | None = None
    high: int | None = None
    span: Span


class Thing(msgspec.Struct, frozen=True, kw_only=True):
    """An object of an event: a weapon, agreement, facility, territory, sum of money …"""

    kind: str
    span: Span


class Territory(msgspec.Struct, frozen=True, kw_only=True):
    """A change of control over a place."""

    place: str | None
    taken_by: str | None = None
    lost_by: str | None = None
    by_force: bool | None = None


class View(msgspec.Struct, frozen=True, kw_only=True):
    """How real an event is in the eyes of one holder: a statement's speaker, or None, the report's own voice.

    An event's views begin with the statement that holds it, go on to the ones around that, and end with the report.
    "open": the holder takes no stand, because the words are somebody else's, are asked, or were not said.
    """

    holder: str | None
    status: ViewStatus


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something politically relevant that somebody does, did, would do or is said to do (types of the ontology)."""

    id: str
    type: str | None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    trigger: tuple[Span, ...]
    initiators: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    time: str | None = None
    place: str | None = None
    status: EventStatus = "happened"
    said_by: str | None = None
    views: tuple[View, ...] = ()
    same_as: str | None = None
    counts: tuple[Count, ...] = ()
    objects: tuple[Thing, ...] = ()
    territory: Territory | None = None


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """A tie between two actors of the reading."""

    id: str
    from_: str = msgspec.field(name="from")
    relation: RelationKind
    to: str
    time: str | None = None
    ended: bool = False
    span: Span
    said_by: str | None = None


class ReaderInfo(msgspec.Struct, frozen=True, kw_only=True):
    """What made a reading: same version, models and knowledge mean the same bytes."""

    version: str
    models: tuple[str, ...] = ()
    knowledge: str = ""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """All that was found in one report."""

    schema: str = SCHEMA
    report: Header
    reader: ReaderInfo
    text: str
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Span, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
