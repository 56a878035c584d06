"""A reader of a tiny language, so that tests of everything above reading are fast and know what to expect.

On 2020-02-18 Alpha shelled Beta at Tripoli, killing 3.
Gamma said that on 2020-02-18 Alpha shelled Beta at Tripoli.
Gamma denied that on 2020-02-18 Alpha shelled Beta at Tripoli.
Alpha backs Beta.
"""

import hashlib
import os
import re
import time
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

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
)  # fmt: skip
from sayso.model.report import Block, Header, Published, Report

TYPES = {"shelled": ("ASSAULT", "heavy-weapons"), "bombed": ("ASSAULT", "aerial"), "visited": ("CONSULT", "visit")}
PLACES = {"Tripoli": ("geonames:2210247", 32.89, 13.19), "Sirte": ("geonames:2210554", 31.21, 16.59)}
TOLD = re.compile(
    r"(?:(?P<who>[A-Z]\w+) (?P<cue>said|denied) that )?[Oo]n (?P<day>[\d-]{10}) (?P<from>[A-Z]\w+)"
    r" (?P<verb>shelled|bombed|visited) (?P<to>[A-Z]\w+) at (?P<place>[A-Z]\w+)(?:, killing (?P<dead>\d+))?"
)
TIE = re.compile(r"(?P<from>[A-Z]\w+) (?P<verb>backs) (?P<to>[A-Z]\w+)")


def report(text, publisher="Daily", published="2020-02-19", uri=None, basis="given"):
    """A report as ingesting would make it."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    header = Header(
        id=f"sha256:{digest}",
        uri=uri or f"{publisher}/{digest[:6]}",
        title=text[:20],
        publisher=publisher,
        published=Published(published, "day" if published else "unknown", basis),
    )
    return Report(header=header, text=text, blocks=(Block(span=(0, len(text)), kind="body"),))


@dataclass(frozen=True)
class Fake:
    """`version` makes another reader; the words CRASH, FAULT and SLOW in a text make trouble while it is read."""

    version: str = "1"

    @property
    def info(self):
        return ReaderInfo(version=self.version, models=("fake",), knowledge="sha256:0")

    def read(self, report):
        if "FAULT" in report.text:
            raise ValueError("a fault in a stage")
        if "CRASH" in report.text:
            os._exit(3)
        if "SLOW" in report.text:
            time.sleep(0.2)
        return _Reads(report, self.info).reading()


class _Reads:
    def __init__(self, report, info):
        self.report, self.info, self.text = report, info, report.text
        self.actors, self.places, self.times, self.statements, self.events, self.relations = {}, [], [], [], [], []

    def actor(self, name, span):
        old = self.actors.get(name)
        mentions = (*(old.mentions if old else ()), Mention(span=span, form="name"))
        id_ = old.id if old else f"a{len(self.actors) + 1}"
        known = {"Alpha": "group/alpha"}.get(name)
        self.actors[name] = Actor(
            id=id_, name=name, kind="armed-group", ref=known, country="LBY", sectors=("REB", "MIL"), role="force",
            mentions=mentions,
        )  # fmt: skip
        return id_

    def event(self, m):
        n = len(self.events) + 1
        end = (date.fromisoformat(m["day"]) + timedelta(days=1)).isoformat()
        self.times.append(Time(id=f"t{n}", span=m.span("day"), timex=m["day"], type="DATE", start=m["day"], end=end))
        ref, lat, lon = PLACES.get(m["place"], (None, None, None))
        self.places.append(
            Place(id=f"p{n}", span=m.span("place"), name=m["place"], ref=ref, lat=lat, lon=lon, country="LBY",
                  admin1="Coast", feature="PPLC", precision="town" if ref else "unresolved", radius_km=5.0)
        )  # fmt: skip
        said = f"s{len(self.statements) + 1}" if m["who"] else None
        if said:
            source = Source(spans=(m.span("who"),), actor=self.actor(m["who"], m.span("who")), kind="person")
            act = "deny" if m["cue"] == "denied" else "assert"
            content = (m.end("cue") + 6, m.end())
            self.statements.append(
                Statement(id=said, form="indirect", act=act, source=source, cue=(m.span("cue"),), content=(content,),
                          events=(f"e{n}",))
            )  # fmt: skip
        kind, mode = TYPES[m["verb"]]
        dead = m["dead"]
        self.events.append(
            Event(
                id=f"e{n}", type=kind, mode=mode, contexts=("military",), trigger=(m.span("verb"),),
                initiators=(Party(span=m.span("from"), actor=self.actor(m["from"], m.span("from"))),),
                recipients=(Party(span=m.span("to"), actor=self.actor(m["to"], m.span("to"))),),
                time=f"t{n}", place=f"p{n}", said_by=said,
                status="denied" if m["cue"] == "denied" else "happened",
                counts=(Count(what="killed", value=int(dead), low=int(dead), high=int(dead), span=m.span("dead")),)
                if dead else (),
            )
        )  # fmt: skip

    def tie(self, m):
        self.relations.append(
            Relation(
                id=f"r{len(self.relations) + 1}", from_=self.actor(m["from"], m.span("from")), relation="backs",
                to=self.actor(m["to"], m.span("to")), span=m.span(),
            )
        )  # fmt: skip

    def reading(self):
        for m in TOLD.finditer(self.text):
            self.event(m)
        for m in TIE.finditer(self.text):
            self.tie(m)
        ends = [0, *(m.end() for m in re.finditer(r"\.\s+|$", self.text))]
        return Reading(
            report=self.report.header, reader=self.info, text=self.text, blocks=self.report.blocks,
            sentences=tuple((b, b + len(self.text[b:e].rstrip())) for b, e in pairwise(ends) if b < e),
            actors=tuple(self.actors.values()), places=tuple(self.places), times=tuple(self.times),
            statements=tuple(self.statements), events=tuple(self.events), relations=tuple(self.relations),
        )  # fmt: skip


STORY = (
    report("On 2020-02-18 Alpha shelled Beta at Tripoli, killing 3. It was loud.", "Daily"),
    report("We were there. On 2020-02-18 Alpha shelled Beta at Tripoli, killing 5. Alpha backs Gamma.", "Herald"),
    report("Delta denied that on 2020-02-18 Alpha shelled Beta at Tripoli. Nobody else spoke.", "Post", "2020-02-20"),
    report("On 2020-02-25 Gamma visited Beta at Sirte. A wire text printed by many outlets of the coast.", "Daily"),
    report("On 2020-02-25 Gamma visited Beta at Sirte. A wire text printed by many outlets of the town.", "Post"),
    report("Nothing of note took place anywhere; the markets were open.", "Herald", None, basis="unknown"),
)


def many(count, days=365):
    """So many small reports, a few of each happening."""
    for n in range(count):
        day = (date(2020, 1, 1) + timedelta(days=(n // 3) % days)).isoformat()
        names = ("Alpha", "Beta", "Gamma", "Delta", "Kappa", "Sigma")
        one, two, verb = names[n // 3 % 5], names[n // 3 % 5 + 1], ("shelled", "bombed", "visited")[n // 7 % 3]
        place = ("Tripoli", "Sirte")[n // 3 % 2]
        extra = f"Gamma said that on {day} {two} {verb} {one} at {place}. " * (n % 2)
        told = f"On {day} {one} {verb} {two} at {place}, killing {n % 4 + 1}."
        text = f"Story {n}. {told} {extra}Alpha backs Gamma. It ended."
        yield report(text, ("Daily", "Herald", "Post")[n % 3], day)
