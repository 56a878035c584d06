"""A reading and views made by hand, in our own words, for tests of how they are shown."""

from __future__ import annotations

from sayso.model.reading import (
    Actor,
    Count,
    Event,
    Mention,
    Party,
    Place,
    ReaderInfo,
    Reading,
    Relation,
    Source,
    Statement,
    Time,
    Venue,
)
from sayso.model.report import Block, Header, Published
from sayso.model.span import Span
from sayso.views import (
    AccountView,
    ActorView,
    BlockView,
    Claim,
    Contradiction,
    Difference,
    Evidence,
    Found,
    Merge,
    NameCount,
    Number,
    Origin,
    Quotation,
    RecordRow,
    RecordView,
    RelationRow,
    ReportRow,
    ReportView,
    StatementRow,
    Summary,
    Voice,
    WhyValue,
    WhyView,
)

TEXT = """Port shelled at dawn, harbour master says

Shells fell on the port of Qasr Lamta on Monday, killing at least three dockers, the harbour master said.

“Nobody warned us,” Salim Bukra told Radio Lamta.

The Coastal Brigade denied that its guns had fired on the port.

The brigade is armed by Northland.

READ MORE: What we know of the Coastal Brigade"""


def at(words: str, after: str = "") -> Span:
    """Where the words stand, first after other words."""
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return start, start + len(words)


READING = Reading(
    report=Header(
        id="sha256:" + "ab" * 32,
        uri="port.txt",
        title="Port shelled at dawn, harbour master says",
        publisher="Lamta Mail",
        published=Published("2020-03-03", "day", "inferred"),
    ),
    reader=ReaderInfo(version="0.1.0", models=("words",), knowledge="sha256:0"),
    text=TEXT,
    blocks=(
        Block(span=at("Port shelled at dawn, harbour master says"), kind="title"),
        Block(span=(at("Shells fell")[0], at("Northland.")[1]), kind="body"),
        Block(span=at("READ MORE: What we know of the Coastal Brigade"), kind="related"),
    ),
    sentences=(
        at("Port shelled at dawn, harbour master says"),
        (at("Shells fell")[0], at("master said.")[1]),
        (at("Nobody")[0], at("Radio Lamta.")[1]),
        at("The Coastal Brigade denied that its guns had fired on the port."),
        at("The brigade is armed by Northland."),
    ),
    actors=(
        Actor(
            id="a1",
            name="harbour master",
            kind="office",
            mentions=(Mention(span=at("the harbour master"), form="nominal"),),
        ),
        Actor(id="a2", name="Salim Bukra", kind="person", role="harbour master"),
        Actor(id="a3", name="Coastal Brigade", kind="armed-group", ref="group/coastal-brigade"),
        Actor(id="a4", name="Northland", kind="state", country="NLD"),
        Actor(id="a5", name="dockers", kind="people"),
    ),
    places=(
        Place(id="p1", span=at("Qasr Lamta"), name="Qasr Lamta", country="LBY", precision="town", lat=32.0, lon=14.0),
    ),
    times=(
        Time(
            id="t1",
            span=at("Monday"),
            timex="2020-03-02",
            type="DATE",
            start="2020-03-02",
            end="2020-03-03",
            anchor="report",
        ),
    ),
    statements=(
        Statement(
            id="s1",
            form="indirect",
            act="assert",
            source=Source(spans=(at("the harbour master"),), actor="a1", kind="person"),
            cue=(at("said", "harbour master said."),),
            content=(at("Shells fell on the port of Qasr Lamta on Monday, killing at least three dockers"),),
            events=("e1",),
        ),
        Statement(
            id="s2",
            form="direct",
            act="assert",
            source=Source(spans=(at("Salim Bukra"),), actor="a2", kind="person"),
            cue=(at("told"),),
            content=(at("Nobody warned us"),),
            venue=Venue(span=at("Radio Lamta"), kind="broadcast", name="Radio Lamta"),
        ),
        Statement(
            id="s3",
            form="indirect",
            act="deny",
            source=Source(spans=(at("The Coastal Brigade"),), actor="a3", kind="organisation"),
            cue=(at("denied"),),
            content=(at("its guns had fired on the port"),),
            events=("e2",),
        ),
    ),
    events=(
        Event(
            id="e1",
            type="ASSAULT",
            mode="heavy-weapons",
            trigger=(at("Shells fell"),),
            time="t1",
            place="p1",
            said_by="s1",
            recipients=(Party(span=at("dockers"), actor="a5"),),
            counts=(
                Count(
                    what="killed",
                    group="dockers",
                    qualifier="at-least",
                    value=3,
                    low=3,
                    span=at("at least three dockers"),
                ),
            ),
        ),
        Event(
            id="e2",
            type="ASSAULT",
            mode="heavy-weapons",
            trigger=(at("fired"),),
            status="denied",
            said_by="s3",
            initiators=(Party(span=at("its guns"), actor="a3"),),
        ),
    ),
    relations=(Relation(id="r1", from_="a4", relation="arms", to="a3", span=at("armed by Northland")),),
)

MAIL = Origin(
    report="sha256:" + "ab" * 32,
    title="Port shelled at dawn",
    publisher="Lamta Mail",
    published="2020-03-03",
    uri="port.txt",
)
WIRE = Origin(
    report="sha256:" + "cd" * 32, title="Toll rises", publisher="Northern Wire", published="2020-03-04T08:00", uri=None
)
RECORD = RecordRow(
    id="r-5e1f0c",
    day="2020-03-02",
    day_end=None,
    type="ASSAULT",
    mode="heavy-weapons",
    status="happened",
    initiators=("Coastal Brigade",),
    recipients=("dockers",),
    place="Qasr Lamta",
    country="LBY",
    reports=2,
    outlets=2,
    texts=2,
    speakers=3,
    disputed=True,
    words="Shells fell on the port of Qasr Lamta on Monday, killing at least three dockers, the harbour master said.",
)
MASTER = (
    Voice(name="the harbour master", act="assert", kind="person", actor="harbour master"),
    Voice(name="Lamta Mail", act="", kind="publisher"),
)
WIRED = (Voice(name="Northern Wire", act="", kind="publisher"),)
FIRST = Quotation(words=RECORD.words, begin=43, end=148, origin=MAIL)
SECOND = Quotation(
    words="Seven dockers died when gunners of the Coastal Brigade\nshelled Qasr Lamta.", begin=12, end=86, origin=WIRE
)
ACCOUNTS = (
    AccountView(
        id="c-1",
        record=RECORD.id,
        event="e1",
        type="ASSAULT",
        mode="heavy-weapons",
        status="happened",
        day="2020-03-02",
        day_end=None,
        initiators=(),
        recipients=("dockers",),
        place="Qasr Lamta",
        country="LBY",
        numbers=(
            Number(
                what="killed",
                group="dockers",
                qualifier="at-least",
                value=3,
                low=3,
                high=None,
                words="at least three dockers",
            ),
        ),
        chain=MASTER,
        trigger=FIRST,
        sentence=FIRST,
    ),
    AccountView(
        id="c-2",
        record=RECORD.id,
        event="e4",
        type="ASSAULT",
        mode="heavy-weapons",
        status="happened",
        day="2020-03-02",
        day_end=None,
        initiators=("Coastal Brigade",),
        recipients=("dockers",),
        place="Qasr Lamta",
        country="LBY",
        numbers=(
            Number(what="killed", group="dockers", qualifier="exact", value=7, low=7, high=7, words="Seven dockers"),
        ),
        chain=WIRED,
        trigger=SECOND,
        sentence=SECOND,
    ),
)
CLAIMS = (
    Claim(value="at least 3", account="c-1", chain=MASTER, quotation=FIRST),
    Claim(value="7", account="c-2", chain=WIRED, quotation=SECOND),
)
RECORD_VIEW = RecordView(
    record=RECORD, accounts=ACCOUNTS, differences=(Difference(field="killed", contradiction=True, claims=CLAIMS),)
)
CONTRADICTION = Contradiction(record=RECORD, field="killed", claims=CLAIMS)
WHY = WhyView(
    record=RECORD,
    values=(
        WhyValue(
            field="place",
            value="Qasr Lamta, LBY",
            evidence=(
                Evidence(
                    account="c-1", quotation=Quotation(words="Qasr Lamta", begin=70, end=80, origin=MAIL), chain=MASTER
                ),
            ),
        ),
        WhyValue(field="killed", value="7", evidence=(Evidence(account="c-2", quotation=SECOND, chain=WIRED),)),
    ),
    merges=(
        Merge(left="c-1", right="c-2", verdict="same", score=0.92, by="rule:first", reasons=(("the same day", 0.4),)),
    ),
)
STATEMENT = StatementRow(
    id="sha256:" + "ab" * 32 + "/s2",
    speaker="Salim Bukra",
    actor="salim bukra",
    act="assert",
    form="direct",
    negated=False,
    addressee=None,
    day=None,
    words="Nobody warned us",
    spans=((151, 167),),
    parent=None,
    origin=MAIL,
)
TIE = RelationRow(
    id="sha256:" + "ab" * 32 + "/r1",
    from_="Northland",
    from_actor="northland",
    relation="arms",
    to="Coastal Brigade",
    to_actor="group/coastal-brigade",
    ended=False,
    said_by=None,
    quotation=Quotation(words="armed by Northland", begin=272, end=290, origin=MAIL),
)
ACTOR = ActorView(
    id="group/coastal-brigade",
    name="Coastal Brigade",
    kind="armed-group",
    country="LBY",
    names=(NameCount(name="Coastal Brigade", reports=2), NameCount(name="the brigade", reports=1)),
    roles=(),
    reports=2,
    ties=(TIE,),
    as_initiator=(RECORD,),
    as_recipient=(),
    statements=(STATEMENT,),
)
REPORT_ROW = ReportRow(
    id=MAIL.report,
    title=MAIL.title,
    publisher=MAIL.publisher,
    published=MAIL.published,
    basis="inferred",
    uri=MAIL.uri,
    accounts=1,
    statements=1,
    copies=1,
    words="Shells fell on the port",
)
REPORT_VIEW = ReportView(
    id=MAIL.report,
    title=MAIL.title,
    publisher=MAIL.publisher,
    author=None,
    published="2020-03-03",
    precision="day",
    basis="inferred",
    uri="port.txt",
    language="en",
    copies=(WIRE,),
    reader="0.1.0",
    text=TEXT,
    blocks=(
        BlockView(kind="body", words="Shells fell on the port.", begin=43, end=67, same_as=None),
        BlockView(kind="related", words="READ MORE: What we know", begin=300, end=323, same_as=None),
    ),
    found=(Found(layer="place", id="p1", name="Qasr Lamta", kind="town", value="32, 14, LBY", begin=70, end=80),),
    statements=(STATEMENT,),
    accounts=ACCOUNTS[:1],
    relations=(TIE,),
)
SUMMARY = Summary(
    reports=2,
    copies=1,
    outlets=2,
    words=140,
    statements=4,
    accounts=3,
    relations=1,
    actors=5,
    places=1,
    records=2,
    disputed=1,
    rejects=0,
    unread=0,
    first_day="2020-03-02",
    last_day="2020-03-04",
    readers=("0.1.0",),
)
