"""The stage `Events`: triggers, their parties, status and voice, and what belongs to them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import ClassVar

import msgspec

from sayso.knowledge.status import status_words
from sayso.knowledge.triggers import trigger_index
from sayso.model.reading import REAL, Count, Event, EventStatus, Party, Place, Statement, Time
from sayso.model.span import Span
from sayso.reading.cast import Cast
from sayso.reading.draft import Draft, Word
from sayso.reading.events import around, beside, syntax
from sayso.reading.events.composing import in_voice
from sayso.reading.events.counts import Counts
from sayso.reading.events.finding import Found, Scene, find
from sayso.reading.events.holders import Holders
from sayso.reading.events.parties import Parties
from sayso.reading.events.roles import Roles, roles_of
from sayso.reading.events.same import same_as
from sayso.reading.events.status import status_of
from sayso.reading.events.telling import Telling, split
from sayso.reading.events.territory import territory_of
from sayso.reading.events.verdicts import Verdicts
from sayso.reading.events.voices import Voices
from sayso.reading.judging.judge import judge
from sayso.reading.places.of_event import place_of

_NEEDS_PARTY = frozenset({"AID", "COOPERATE", "AGREE", "SUPPORT"})


@dataclass(frozen=True)
class Events:
    """The trigger lexicon for what, the syntax for who, the statements for whose word it is.

    With `judged`, the trained judge has the last word on statuses, and on types where the rules are far off.
    """

    judged: bool = False
    reads: ClassVar[tuple[str, ...]] = ("times", "quantities", "places", "actors", "statements")
    writes: ClassVar[str] = "events"

    def __call__(self, draft: Draft) -> tuple[Event, ...]:
        """Events in the order of the text; ids e1, e2 …"""
        return _Maker(draft, self.judged).events()


@cache
def _contexts() -> dict[str, tuple[str, ...]]:
    return around.context_table()


class _Maker:
    def __init__(self, draft: Draft, judged: bool) -> None:
        self.draft = draft
        self.judged = judged
        self.verdicts: Verdicts | None = None
        self.ruled: dict[int, EventStatus] = {}
        self.scene = Scene(
            trigger_index(),
            ground=_ground(draft),
            lands=_words_of(draft, tuple(p for p in draft.layer("places") if p.feature == "country")),
            dates=_words_of(draft, draft.layer("times")),
            headlines=_headlines(draft),
        )
        self.voices = Voices(draft)
        self.parties = Parties(draft, Cast(draft))
        self.times = _by_sentence(draft, draft.layer("times"))
        self.places = _by_sentence(draft, draft.layer("places"))
        self.acts = status_words().acts
        self.holders = Holders(draft, self.voices, status_words())
        self.telling: Telling = {}

    def events(self) -> tuple[Event, ...]:
        found = [f for s in self.draft.sentences for f in self._of_sentence(find(s, self.scene))]
        triggers = {(f.verb or f.word).i: (f.word.i, f.entry.type, f.entry.mode) for f in found}
        triggers |= {f.word.i: (f.word.i, f.entry.type, f.entry.mode) for f in found}
        triggers |= {verb.i: triggers[i] for i, verbs in self.telling.items() if i in triggers for verb in verbs}
        counting = Counts(self.draft)
        counts = counting.by_trigger(triggers)
        found = sorted([*found, *counting.untold], key=lambda f: f.word.i)
        if self.judged:
            doubtful = [f for f in found if not _done_by_saying(f)]
            self.verdicts = Verdicts(judge(), self.draft, [(f.word, self._by_rules(f)) for f in doubtful])
        made: list[tuple[Event, Word]] = []
        for one in found:
            made += [(e, one.word) for e in self._made(one, counts.get(one.word.i, []), len(made) + 1)]
        return _chained(self._typed(made), self.draft)

    def _typed(self, made: list[tuple[Event, Word]]) -> list[tuple[Event, Word]]:
        if self.verdicts is None:
            return made
        typed: list[tuple[Event, Word]] = []
        for _, group in groupby(made, key=lambda m: m[1].sent.i):
            told = list(group)
            typed += zip(self.verdicts.typed([e for e, _ in told]), [w for _, w in told], strict=True)
        return typed

    def _of_sentence(self, found: list[Found]) -> list[Found]:
        """Leaves out what only tells of another event, and words that need a speaker and have none."""
        kept, telling = split(found)
        self.telling.update(telling)
        return [f for f in kept if not (f.entry.speech_only and not self._spoken(f))]

    def _spoken(self, found: Found) -> bool:
        return self.voices.holding(found.word) is not None

    def _made(self, found: Found, counts: list[Count], number: int) -> list[Event]:
        word = found.word
        voice = self.voices.holding(word)
        roles = roles_of(found, self.scene)
        initiators, recipients = self._parties(found, roles, voice)
        if found.entry.type in _NEEDS_PARTY and not initiators and not recipients:
            return []
        status = self._status(found, voice)
        places = self.places.get(word.sent.i, ())
        told = (word, *self.telling.get(word.i, ()))  # the trigger, then the verbs that tell of its harm
        place = next((p for w in told if (p := place_of(w, places, self.draft)) is not None), None)
        times = self.times.get(word.sent.i, ())
        event = Event(
            id=f"e{number}",
            type=found.entry.type or None,
            mode=around.mode_of(found, len(initiators) + len(recipients)),
            contexts=around.contexts_of(word, _contexts()),
            trigger=_trigger(found),
            initiators=initiators,
            recipients=recipients,
            time=next((t for w in told if (t := around.time_of(w, times)) is not None), None),
            place=place.id if place is not None else None,
            status=status,
            said_by=voice.id if voice is not None else None,
            counts=tuple(counts),
            objects=around.objects_of(found, self.scene, self.draft.text, roles.means),
            territory=territory_of(found, initiators, recipients, places),
        )
        denied = self._denied(event, word, voice, number)
        charged = denied and voice is not None and voice.act == "deny" and event.said_by == denied[0].said_by
        made = [_unsaid(event) if charged else event, *denied]  # the denier does not allege what he denies
        spoken = found.entry.initiator == "speaker" or found.entry.speech_only
        return [msgspec.structs.replace(e, views=self.holders.views(e, spoken)) for e in made]

    def _denied(self, event: Event, word: Word, voice: Statement | None, number: int) -> list[Event]:
        """The same deed in the mouth of those who deny the charge around it."""
        if voice is None or event.status not in ("alleged", *REAL):
            return []
        if voice.act == "deny" and not voice.negated and event.status == "alleged":
            return [_with(event, f"e{number + 1}", "denied", voice.id)]
        if not self.voices.is_main(word, voice):
            return []
        replaced = [
            _with(event, f"e{number + 1 + n}", "denied", s.id) for n, s in enumerate(self.voices.deniers(voice))
        ]
        return replaced[:1]

    def _parties(
        self, found: Found, roles: Roles, voice: Statement | None
    ) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        doers = tuple(w for w in roles.initiators if not self._is_event(w) and self._is_somebody(w))
        initiators = self.parties.parties(doers, voice)
        harmed = (b for v in self.telling.get(found.word.i, ()) for b in syntax.bearers(v) if b.pos != "NUM")
        borne = tuple(w for w in (roles.recipients or tuple(harmed)) if self._is_somebody(w))
        recipients = self.parties.parties(borne, voice)
        cued = self.voices.cued_by(found.word)
        speaker = voice if found.entry.initiator == "speaker" else cued if not initiators else None
        passive = found.word.pos == "VERB" and syntax.is_passive(found.word)
        if speaker is not None and speaker.source.spans and not passive and not self._nobody(speaker):
            initiators = (Party(span=speaker.source.spans[0], actor=speaker.source.actor),)
        return initiators, recipients

    def _is_somebody(self, word: Word) -> bool:
        """An "it" that stands for nobody known is no party: it may be the empty one of "it is clear that"."""
        if word.lower in ("which", "that"):  # a relative that stands for an actor
            clause = word.head.head if word.dep == "pobj" else word.head
            return clause.dep == "relcl" and self.parties.actor_of(word, None) is not None
        if any(c.lower == "no" and c.dep in ("det", "neg") for c in word.children):
            return False
        if word.lower == "it" and self.parties.cast.at(word) is None:
            return beside.bears(word)
        return not any(c.lower == "neither" for c in word.children) or any(c.lower == "nor" for c in word.children)

    def _nobody(self, speaker: Statement) -> bool:
        head = self.draft.head_of(speaker.source.spans[0])
        return head is not None and not self._is_somebody(head)

    def _is_event(self, word: Word) -> bool:
        """ "The shelling killed nine": no shelling is an actor."""
        named = word.lemma in self.scene.index.nouns or word.lower in self.scene.index.nouns
        person = word.pos == "NOUN" and self.scene.has(("@person",), word)
        return word.pos in ("NOUN", "PROPN", "VERB") and named and not person and self.parties.cast.at(word) is None

    def _by_rules(self, found: Found) -> EventStatus:
        """The status by the words around alone, worked out once."""
        word = found.verb or found.word
        if word.i not in self.ruled:
            self.ruled[word.i] = status_of(word, self.draft)
        return self.ruled[word.i]

    def _status(self, found: Found, voice: Statement | None) -> EventStatus:
        if _done_by_saying(found):
            return "happened"
        word = found.verb or found.word
        status = self._by_rules(found)
        if found.entry.status == "ongoing" and status == "happened":
            status = "happened" if syntax.clause_of(word).tag == "VBD" else "ongoing"
        charge = found.entry.type == "ACCUSE" and word.pos == "NOUN"  # what is denied is what was alleged
        topic = voice is not None and voice.act == "ask" and word.pos == "NOUN"  # "asked about the shelling"
        if voice is not None and not charge and not topic and self.voices.is_main(word, voice):
            status = in_voice(status, voice.act, self.acts) if not voice.negated else status
        thought = voice is not None and voice.act in status_words().holders["minded"]  # real in his mind
        if self.verdicts is None or charge or thought:
            return status
        return self.verdicts.status(found.word, status, voice is not None)


def _done_by_saying(found: Found) -> bool:
    """Whether an event is done by the very words that tell of it: a refusal, a threat, a charge."""
    return found.entry.negated or found.entry.initiator == "speaker" or found.entry.speech_only


def _chained(made: list[tuple[Event, Word]], draft: Draft) -> tuple[Event, ...]:
    """The events, a later mention of a happening pointing to the first."""
    events: list[Event] = []
    earlier: dict[str, list[tuple[Event, int]]] = {}
    for event, word in made:
        kept = _pointing(event, same_as(event, word.i, earlier.get(event.type or "", []), draft))
        events.append(kept)
        earlier.setdefault(kept.type or "", []).append((kept, word.i))
    return tuple(events)


def _with(event: Event, id_: str, status: EventStatus, said_by: str) -> Event:
    return msgspec.structs.replace(event, id=id_, status=status, said_by=said_by, counts=())


def _unsaid(event: Event) -> Event:
    return msgspec.structs.replace(event, said_by=None)


def _pointing(event: Event, same: str | None) -> Event:
    return event if same is None else msgspec.structs.replace(event, same_as=same)


def _trigger(found: Found) -> tuple[Span, ...]:
    """The word that names the happening, with its particle: "pulled … out", "broke off"."""
    spans = [(beside.hyphened(found.word)[0].start, found.word.end) if found.entry.nouns else found.word.span]
    if found.entry.prt and found.word.pos == "VERB":
        spans += [
            c.span for c in found.word.children if c.lower in found.entry.prt and c.dep in ("prt", "advmod", "prep")
        ]
    return tuple(sorted(spans))


def _words_of(draft: Draft, items: tuple[Time, ...] | tuple[Place, ...]) -> frozenset[int]:
    return frozenset(w.i for item in items for w in draft.words_in(item.span))


def _ground(draft: Draft) -> frozenset[int]:
    return _words_of(draft, tuple(p for p in draft.layer("places") if p.use != "part-of-name"))


def _headlines(draft: Draft) -> frozenset[int]:
    """Sentences of titles and headings: there a bare past participle is a passive ("Hospital shelled")."""
    return frozenset(s.i for s in draft.sentences if draft.blocks[s.block].kind in ("title", "heading"))


def _by_sentence(draft: Draft, items: tuple[Time, ...] | tuple[Place, ...]) -> dict[int, tuple]:  # type: ignore[type-arg]
    """Sentence number → the times or places in it."""
    found: dict[int, list[Time | Place]] = {}
    for item in items:
        words = draft.words_in(item.span)
        if words:
            found.setdefault(words[0].sent.i, []).append(item)
    return {i: tuple(listed) for i, listed in found.items()}
