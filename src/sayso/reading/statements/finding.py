"""What the finders of this room hand on: a statement in the making, still in words instead of offsets."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.span import Span
from sayso.reading.draft import Word


@dataclass(slots=True)
class Finding:
    """A reporting word with its speaker and what is said.

    `frame` says by which construction it was found (see cues.yaml); `lead` is the word that carries the cue's meaning;
    `source` heads the speaker's noun phrase, None where the text names none. `quoted`: the content was laid out by
    quotation marks; `asks`: and it is a question. `clause`: where a reporting clause that
    follows what is said begins.
    """

    lead: Word
    frame: str
    cue: list[Word]
    source: Word | None
    content: list[Span]
    kind: str = "verb"
    quoted: bool = False
    addressee: Word | None = None
    source_span: Span | None = None
    cue_span: Span | None = None
    asks: bool = False
    clause: int | None = None
