"""Readings made by hand for what is hard to export: divided, nested, mixed, denied and unsaid statements."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sayso.exporting import Told
from sayso.model.reading import Actor, ReaderInfo, Reading, Source, Statement, Time, Venue
from sayso.model.record import Record
from sayso.model.report import Header, Published
from sayso.model.span import Span

TEXT = (
    "Envoy resigns 🕊 after talks\r\n\r\n"
    "“The talks are over,” Mara Quill told reporters on Friday. “We tried\teverything.\r\n\r\n"
    "“And we failed.”\r\n\r\n"
    "The Reed Front denied that it had shelled the U.S. camp. The Reed Front denied that it had shelled the mill.\n"
    "Quill said a major had told her that the camp “burned for hours” and was empty.\u2028"
    "She did not say who fired. The ministry declined to comment.\n"
    "She denied that the major had said he was drunk. The front accused Hill-men of arson.\n"
    "Its spokesman, for the Reed Front, promised to leave.\n"
    "“No comment” 1,000 signs said."
)


def at(words: str, after: str = "") -> Span:
    """Where the words stand, first after other words."""
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return start, start + len(words)


def by(words: str, actor: str | None, after: str = "", kind: str = "person", behalf: str | None = None) -> Source:
    return Source(spans=(at(words, after),), actor=actor, kind=kind, on_behalf_of=behalf)


STATEMENTS = (
    Statement(
        id="s1", form="direct", act="assert", source=by("Mara Quill", "a1"), cue=(at("told"),),
        content=(at("The talks are over"), (at("We tried")[0], at("we failed")[1])),
        addressee="a4", venue=Venue(span=at("reporters"), kind="press-conference"), time="t1",
    ),
    Statement(
        id="s2", form="indirect", act="deny", source=by("The Reed Front", "a2", kind="organisation"),
        cue=(at("denied"),), content=(at("that it had shelled the U.S. camp"),),
    ),
    Statement(
        id="s3", form="indirect", act="deny", source=by("The Reed Front", "a2", "camp. ", "organisation"),
        cue=(at("denied", "camp. "),), content=(at("that it had shelled the mill"),),
    ),
    Statement(
        id="s4", form="mixed", act="assert", source=by("Quill", "a1", "mill."), cue=(at("said", "Quill said"),),
        content=((at("a major had told")[0], at("was empty")[1]),),
    ),
    Statement(
        id="s5", form="mixed", act="assert", source=by("a major", "a3", kind="anonymous"), cue=(at("had told"),),
        content=(at("that the camp “burned for hours” and was empty"),), addressee="a1", parent="s4",
    ),
    Statement(
        id="s6", form="indirect", act="assert", source=by("She", "a1"), cue=(at("did not say"),),
        content=(at("who fired"),), negated=True,
    ),
    Statement(
        id="s7", form="indirect", act="refuse-comment", source=by("The ministry", None, kind="government"),
        cue=(at("declined to comment"),),
    ),
    Statement(
        id="s8", form="indirect", act="deny", source=by("She", "a1", "She denied"), cue=(at("denied", "She denied"),),
        content=(at("that the major had said he was drunk"),),
    ),
    Statement(
        id="s9", form="indirect", act="assert", source=by("the major", "a3"), cue=(at("had said"),),
        content=(at("he was drunk"),), parent="s8",
    ),
    Statement(
        id="s10", form="indirect", act="accuse", source=by("The front", "a2", kind="organisation"),
        cue=(at("accused"),), content=(at("Hill"), at("of arson")),
    ),
    Statement(
        id="s11", form="indirect", act="promise", source=by("Its spokesman", "a5", behalf="a2"), cue=(at("promised"),),
        content=(at("to leave"),),
    ),
    Statement(id="s12", form="direct", act="assert", source=Source(), content=(at("No comment"),)),
)  # fmt: skip
"""s10 begins inside a word that a tokeniser may keep whole; s12 has neither a source nor a cue."""

READING = Reading(
    report=Header(
        id="sha256:" + hashlib.sha256(TEXT.encode()).hexdigest(), uri="https://example.org/talks?id=7",
        title="Envoy resigns 🕊 after talks", publisher="The Quay & Sons", author="Desk",
        published=Published("2020-03-07", "day", "given"),
    ),
    reader=ReaderInfo(version="0.1.0", models=("words", "more"), knowledge="sha256:0"),
    text=TEXT,
    sentences=(
        at("Envoy resigns 🕊 after talks"), at("“The talks are over,” Mara Quill told reporters on Friday."),
        at("“We tried\teverything."), at("“And we failed.”"),
        at("The Reed Front denied that it had shelled the U.S. camp."),
        at("The Reed Front denied that it had shelled the mill."),
        (at("Quill said")[0], at("was empty.")[1]), at("She did not say who fired."),
        at("The ministry declined to comment."), at("She denied that the major had said he was drunk."),
        at("The front accused Hill-men of arson."), at("Its spokesman, for the Reed Front, promised to leave."),
    ),
    actors=(
        Actor(id="a1", name="Mara Quill", kind="person", ref="person/mara-quill", country="LBY", role="envoy"),
        Actor(id="a2", name="Reed Front", kind="armed-group", ref="group/reed front"),
        Actor(id="a3", name="a major", kind="unnamed"),
        Actor(id="a4", name="reporters", kind="people"),
        Actor(id="a5", name="spokesman", kind="office"),
    ),
    times=(Time(id="t1", span=at("Friday"), timex="2020-03-06", type="DATE", start="2020-03-06", end="2020-03-07"),),
    statements=STATEMENTS,
)  # fmt: skip
"""The last sentence is missing, as a caption's may be; the ref of a2 is not fit for an IRI."""


class Shelf:
    """Readings to export."""

    def __init__(self, *readings: Reading) -> None:
        self._readings = readings

    def readings(self) -> Iterator[Reading]:
        return iter(self._readings)

    def stories(self) -> Iterator[tuple[Record, tuple[Told, ...]]]:
        return iter(())
