"""Where everything comes from, as the W3C's PROV (PROV-JSON): one document, in it a bundle for each reading.

A reading is an entity derived from its report and attributed to the reader, a software agent with its version, models
and knowledge. Its members are the statements: entities quoted from the report and attributed to who spoke; one told
inside another is derived from that one. What was *not* said, or is denied to have been said, is
attributed to nobody. There are no times of making: the
same reports give the same bytes on any day.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import IO

import msgspec

from sayso.exporting.said import ACTORS, NAMESPACE, Said, agent_type, known, statements
from sayso.exporting.source import Source
from sayso.model.reading import Actor, Reading
from sayso.model.span import Span

PREFIXES = {"sayso": NAMESPACE, "sha256": "sha256:", "actor": ACTORS, "reader": "urn:sayso:reader:"}
"""With these the name of a report, statement or actor means the same as its id in the other exports."""


def write_prov(source: Source, stream: IO[str]) -> int:
    """One JSON document, a bundle a line, by day and report; how many bundles."""
    stream.write(f'{{"prefix":{_json(PREFIXES)},"bundle":{{')
    count = 0
    for reading in source.readings():
        stream.write(f"{',' if count else ''}\n{_json(reading.report.id + '/reading')}:{_json(bundle(reading))}")
        count += 1
    stream.write("\n}}\n")
    return count


def bundle(reading: Reading) -> dict[str, dict[str, object]]:
    """What PROV-JSON calls a bundle: kind of element or relation -> name -> attributes."""
    made = _Bundle(reading)
    made.origin()
    for said in statements(reading):
        made.add(said)
    return {kind: made.found[kind] for kind in sorted(made.found)}


class _Bundle:
    """Collects what there is to say of a reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.report = reading.report.id
        self.found: dict[str, dict[str, object]] = {}
        self.linked: set[tuple[str, ...]] = set()

    def origin(self) -> None:
        """The report, who published it, what read it, and what came of that."""
        report, made = self.reading.report, f"{self.report}/reading"
        self._put("entity", self.report, _type("sayso:Report"), **_labelled(report.title), **_facts(
            uri=report.uri, publisher=report.publisher, creditedTo=report.author, language=report.language,
            published=report.published.value, publishedBasis=report.published.basis,
        ))  # fmt: skip
        if report.publisher:
            publisher = f"{self.report}/publisher"
            self._put("agent", publisher, _type("prov:Organization"), **_labelled(report.publisher))
            self._link("wasAttributedTo", entity=self.report, agent=publisher)
        reader = self._reader()
        self._put("entity", made, _type("prov:Bundle", "prov:Collection", "sayso:Reading"))
        self._put("activity", f"{self.report}/read", _type("sayso:Read"))
        self._link("used", activity=f"{self.report}/read", entity=self.report)
        self._link("wasAssociatedWith", activity=f"{self.report}/read", agent=reader)
        self._link("wasGeneratedBy", entity=made, activity=f"{self.report}/read")
        self._link("wasAttributedTo", entity=made, agent=reader)
        self._link("wasDerivedFrom", generatedEntity=made, usedEntity=self.report)

    def _reader(self) -> str:
        info = self.reading.reader
        digest = hashlib.sha256(msgspec.json.encode(info)).hexdigest()[:12]
        name = f"reader:sayso-{info.version}-{digest}"
        facts = _facts(version=info.version, model=info.models, knowledge=info.knowledge)
        self._put("agent", name, _type("prov:SoftwareAgent"), **_labelled(f"sayso {info.version}"), **facts)
        return name

    def add(self, said: Said) -> None:
        """A statement: what it is, whose, and what it was taken from."""
        statement, venue, time = said.statement, said.statement.venue, said.time
        verbatim = len(said.content) == 1 and statement.form == "direct"
        self._put("entity", said.iri, _type("sayso:Statement"), **_facts(
            form=statement.form, act=statement.act, negated=statement.negated, kind=statement.source.kind,
            source=said.source, cue=said.words(statement.cue), content=said.content, span=_spans(statement.content),
            venueKind=venue and venue.kind, venue=venue and venue.name, time=time and time.timex,
            addressee=said.addressee and said.addressee.name,
        ), **({"prov:value": said.content[0]} if verbatim else {}))  # fmt: skip
        self._link("hadMember", collection=f"{self.report}/reading", entity=said.iri)
        self._link("wasDerivedFrom", "prov:Quotation", generatedEntity=said.iri, usedEntity=self.report)
        if statement.parent:
            outer = said.within(statement.parent)
            self._link("wasDerivedFrom", generatedEntity=said.iri, usedEntity=outer)
        if said.was_said:
            self._attribute(said)

    def _attribute(self, said: Said) -> None:
        speaker = said.speaker
        agent = self._actor(said, speaker) if speaker else f"{said.iri}/source"
        if speaker is None and not said.source:
            return
        if speaker is None:
            self._put(
                "agent", agent, {}, **_labelled(" … ".join(said.source)), **_facts(kind=said.statement.source.kind)
            )
        self._link("wasAttributedTo", entity=said.iri, agent=agent)
        if said.behalf:
            self._link("actedOnBehalfOf", delegate=agent, responsible=self._actor(said, said.behalf))

    def _actor(self, said: Said, actor: Actor) -> str:
        name = said.actor_iri(actor)
        name = f"actor:{name.removeprefix(ACTORS)}" if name.startswith(ACTORS) else name
        type_ = agent_type(actor)
        facts = _facts(kind=actor.kind, role=actor.role, country=actor.country)
        self._put("agent", name, _type(f"prov:{type_}") if type_ else {}, **_labelled(actor.name), **facts)
        return name

    def _put(self, kind: str, name: str, type_: dict[str, object], **attributes: object) -> None:
        self.found.setdefault(kind, {})[name] = {**type_, **attributes}

    def _link(self, kind: str, type_: str | None = None, **ends: str) -> None:
        """A relation, once however often it is given."""
        known_as = (kind, *ends.values())
        if known_as not in self.linked:
            self.linked.add(known_as)
            links = self.found.setdefault(kind, {})
            named = {f"prov:{end}": name for end, name in ends.items()}
            links[f"_:{kind}{len(links) + 1}"] = named | (_type(type_) if type_ else {})


def _type(*names: str) -> dict[str, object]:
    """The types of an element, as qualified names."""
    listed = [{"$": name, "type": "prov:QUALIFIED_NAME"} for name in names]
    return {"prov:type": listed[0] if len(listed) == 1 else listed}


def _labelled(label: str | None) -> dict[str, object]:
    return {"prov:label": label} if label else {}


def _facts(**facts: object) -> dict[str, object]:
    """Attributes under our own names, without what is empty; several values are a list."""
    listed = {f"sayso:{name}": list(v) if isinstance(v, tuple) else v for name, v in facts.items()}
    return known({name: v[0] if isinstance(v, list) and len(v) == 1 else v for name, v in listed.items()})


def _spans(spans: Iterable[Span]) -> list[str]:
    """Where words stand in the text, in code points: "120-164"."""
    return [f"{b}-{e}" for b, e in spans]


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
