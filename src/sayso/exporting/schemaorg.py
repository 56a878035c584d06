"""Statements as schema.org's Quotation and Claim (JSON-LD): one a line, each complete in itself.

What is put in whose mouth decides the type:

- Words given word for word are a `Quotation` by the speaker.
- What is asserted in the reporter's words is a `Claim` by the speaker, with the report as its `appearance`; words in
  quotation marks within it are Quotations that are its parts.
- Who denies or doubts something does not claim it: the denial is a `CreativeWork` of the speaker `about` a `Claim`
  that has no author.
- Demands, promises, praise and the like claim nothing: a `CreativeWork` of the speaker, its content the `abstract`.

What the report says was *not* said ("did not say who", "denied that he had told them") stays out: schema.org has no
way to say so, and without that it would be a lie.
"""

from __future__ import annotations

from typing import IO

import msgspec

from sayso.exporting.said import DENIALS, NAMESPACE, OMITTED, Said, agent_type, known, page, statements, touching
from sayso.exporting.source import Source
from sayso.model.reading import Actor, Reading
from sayso.model.span import Span, overlaps, trimmed

CONTEXT = ["https://schema.org", {"sayso": NAMESPACE}]
CLAIMS = frozenset({
    "accuse", "admit", "announce", "assert", "believe", "boast", "claim-responsibility", "confirm", "describe",
    "expect", "explain", "know", "learn", "report", "respond", "show", "warn",
})  # fmt: skip
"""Acts that hold their content to be so."""
TYPES = {
    "state": "GovernmentOrganization", "government": "GovernmentOrganization", "party": "PoliticalParty", "ngo": "NGO",
    "company": "Corporation", "media": "NewsMediaOrganization",
}  # fmt: skip


def write_schema_org(source: Source, stream: IO[str]) -> int:
    """One statement a line, by day and report; how many."""
    count = 0
    for reading in source.readings():
        for said in statements(reading):
            if said.was_said and said.content:
                stream.write(msgspec.json.encode({"@context": CONTEXT, **work(said)}).decode() + "\n")
                count += 1
    return count


def work(said: Said) -> dict[str, object]:
    """A statement as schema.org has it; the statement must have been said."""
    statement = said.statement
    if statement.form == "direct":
        return _quotation(said)
    if statement.act in DENIALS:
        claim = _claim(said, said.iri + "/content")
        return _node(said, "CreativeWork") | {"about": claim, **_by(said), "citation": _article(said.reading)}
    if statement.act in CLAIMS:
        return _node(said, "Claim") | _claim(said, said.iri) | _by(said) | _parts(said)
    article = {"citation": _article(said.reading)}
    return _node(said, "CreativeWork") | {"abstract": OMITTED.join(said.content)} | _by(said) | article | _parts(said)


def _node(said: Said, type_: str) -> dict[str, object]:
    """What every type has."""
    statement = said.statement
    return known({
        "@type": type_,
        "@id": said.iri,
        "inLanguage": said.reading.report.language,
        "description": OMITTED.join(said.words(said.told())) if statement.form != "direct" else None,
        "dateCreated": said.day,
        "audience": said.addressee and {"@type": "Audience", "name": said.addressee.name},
        "isPartOf": {"@id": said.within(statement.parent) if statement.parent else said.reading.report.id},
        "sayso:act": statement.act,
        "sayso:form": statement.form,
        "sayso:kind": statement.source.kind,
        "sayso:onBehalfOf": said.behalf and _agent(said, said.behalf),
    })  # fmt: skip


def _quotation(said: Said) -> dict[str, object]:
    found = _node(said, "Quotation") | {"text": OMITTED.join(said.content)} | _spoken(said)
    if len(said.content) > 1:
        found["hasPart"] = [
            {"@type": "Quotation", "position": n, "text": words} for n, words in enumerate(said.content, 1)
        ]
    return found | {"citation": _article(said.reading)}


def _claim(said: Said, id_: str) -> dict[str, object]:
    """The content alone, without anybody who holds it to be so."""
    text = OMITTED.join(said.content)
    return {"@type": "Claim", "@id": id_, "text": text, "appearance": _article(said.reading)}


def _by(said: Said) -> dict[str, object]:
    return known({"author": said.speaker and _agent(said, said.speaker), "creditText": OMITTED.join(said.source)})


def _spoken(said: Said) -> dict[str, object]:
    """Whose words they are."""
    agent = said.speaker and _agent(said, said.speaker)
    return known({"creator": agent, "spokenByCharacter": agent, "creditText": OMITTED.join(said.source)})


def _parts(said: Said) -> dict[str, object]:
    """The words in quotation marks, but for those that it quotes from others."""
    parts = [
        {"@type": "Quotation", "position": n, "text": said.reading.text[b:e], **_spoken(said)}
        for n, (b, e) in enumerate(quoted(said), 1)
    ]
    return {"hasPart": parts} if parts else {}


def quoted(said: Said) -> list[Span]:
    """The stretches of a mixed statement that are the speaker's own words."""
    statement, text = said.statement, said.reading.text
    if statement.form != "mixed":
        return []
    theirs = [span for other in said.telling.inner.get(statement.id, ()) for span in other.content]
    found = [
        trimmed(text, (max(span[0], quotation[0]), min(span[1], quotation[1])))
        for span in statement.content
        for quotation in touching(said.telling.quotations, span)
    ]
    return [own for own in found if own and not any(overlaps(span, own) for span in theirs)]


def _agent(said: Said, actor: Actor) -> dict[str, object] | None:
    """The speaker as a Person or an Organization; None: it is not known which, and `creditText` has the words."""
    type_ = agent_type(actor)
    if type_ is None:
        return None
    return known({
        "@type": TYPES.get(actor.kind, type_),
        "@id": said.actor_iri(actor),
        "name": actor.name,
        "jobTitle": actor.role if type_ == "Person" else None,
    })  # fmt: skip


def _article(reading: Reading) -> dict[str, object]:
    """The report."""
    report = reading.report
    return known({
        "@type": "NewsArticle",
        "@id": report.id,
        "url": page(report.uri),
        "headline": report.title,
        "publisher": {"@type": "Organization", "name": report.publisher} if report.publisher else None,
        "creditText": report.author,
        "datePublished": report.published.value,
        "inLanguage": report.language,
    })  # fmt: skip
