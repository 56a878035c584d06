"""The answers of the workspace: one type for each page or command."""

from sayso.views.rows import Number, Origin, Quotation, RecordRow, RelationRow, Row, StatementRow, Voice


class AccountView(Row, frozen=True, kw_only=True):
    """One event as one report tells it. `sentence` and `trigger` are exact words; `chain` ends with the publisher."""

    id: str
    record: str | None
    event: str
    type: str | None
    mode: str | None
    status: str
    day: str | None
    day_end: str | None
    initiators: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    country: str | None
    numbers: tuple[Number, ...]
    chain: tuple[Voice, ...]
    trigger: Quotation
    sentence: Quotation


class Claim(Row, frozen=True, kw_only=True):
    """One of the values that differ: who gives it, and in which words."""

    value: str
    account: str
    chain: tuple[Voice, ...]
    quotation: Quotation


class Difference(Row, frozen=True, kw_only=True):
    """A field on which the accounts of a record differ. `contradiction`: both cannot be true.

    `field` is "status", "type", "day", "place", "initiators", "recipients" or a count such as "killed".
    """

    field: str
    contradiction: bool
    claims: tuple[Claim, ...]


class RecordView(Row, frozen=True, kw_only=True):
    """A record with every account beside the others, earliest report first, and what differs between them."""

    record: RecordRow
    accounts: tuple[AccountView, ...]
    differences: tuple[Difference, ...]


class Contradiction(Row, frozen=True, kw_only=True):
    """Accounts of one record that cannot all be true: two tolls, or denied against happened."""

    record: RecordRow
    field: str
    claims: tuple[Claim, ...]


class NameCount(Row, frozen=True, kw_only=True):
    """A name or a role, and how many reports give it."""

    name: str
    reports: int


class ActorView(Row, frozen=True, kw_only=True):
    """An actor over all reports: names, ties, what it did, what was done to it, and what it said (newest last)."""

    id: str
    name: str
    kind: str
    country: str | None
    names: tuple[NameCount, ...]
    roles: tuple[NameCount, ...]
    reports: int
    ties: tuple[RelationRow, ...]
    as_initiator: tuple[RecordRow, ...]
    as_recipient: tuple[RecordRow, ...]
    statements: tuple[StatementRow, ...]


class BlockView(Row, frozen=True, kw_only=True):
    """A stretch of a report's text. `same_as` is the index of the block that it repeats."""

    kind: str
    words: str
    begin: int
    end: int
    same_as: int | None


class Found(Row, frozen=True, kw_only=True):
    """An actor, place or time of one report: `value` is a key, "lat, lon, country" or a TIMEX3 value."""

    layer: str
    id: str
    name: str
    kind: str
    value: str | None
    begin: int
    end: int


class ReportView(Row, frozen=True, kw_only=True):
    """A report with its blocks and what was read in it. `copies` are other places where the same text was found."""

    id: str
    title: str | None
    publisher: str | None
    author: str | None
    published: str | None
    precision: str
    basis: str
    uri: str | None
    language: str
    copies: tuple[Origin, ...]
    reader: str | None
    text: str
    blocks: tuple[BlockView, ...]
    found: tuple[Found, ...]
    statements: tuple[StatementRow, ...]
    accounts: tuple[AccountView, ...]
    relations: tuple[RelationRow, ...]


class Evidence(Row, frozen=True, kw_only=True):
    """Where a value comes from: the account, the exact words, and who says so (ending with the publisher)."""

    account: str
    quotation: Quotation
    chain: tuple[Voice, ...]


class WhyValue(Row, frozen=True, kw_only=True):
    """One value of a record and all the words that support it. `field` as in `Difference`, plus "mode"."""

    field: str
    value: str
    evidence: tuple[Evidence, ...]


class Merge(Row, frozen=True, kw_only=True):
    """Why two accounts are (not) the same: a verdict, its score, by whom, and the reasons in words with weights."""

    left: str
    right: str
    verdict: str
    score: float
    by: str
    reasons: tuple[tuple[str, float], ...]


class WhyView(Row, frozen=True, kw_only=True):
    """Down to the words: each value of a record with its quotations, and what joined its accounts."""

    record: RecordRow
    values: tuple[WhyValue, ...]
    merges: tuple[Merge, ...]


class Summary(Row, frozen=True, kw_only=True):
    """How much a database holds. `unread`: reports whose reading a stopped `add` left undone."""

    reports: int
    copies: int
    outlets: int
    words: int
    statements: int
    accounts: int
    relations: int
    actors: int
    places: int
    records: int
    disputed: int
    rejects: int
    unread: int
    first_day: str | None
    last_day: str | None
    readers: tuple[str, ...]
