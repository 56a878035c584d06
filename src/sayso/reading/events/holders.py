"""The status of an event in the eyes of each holder in the chain: who is said to say so, who says that, the report.

"The envoy said the army had denied the shelling": for the army it did not happen; the envoy passes that on and takes
no stand, nor does the report. Some acts carry the one who reports them along: who writes that X admitted P, grants P.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sayso.knowledge.status import StatusWords
from sayso.model.reading import REAL, Event, Statement, View, ViewStatus
from sayso.model.span import Span
from sayso.reading.draft import Draft, Word
from sayso.reading.events.voices import Voices

_SETTLED = (*REAL, "denied")


@dataclass(frozen=True)
class Holders:
    """What the views are made from: the statements, and which acts commit whom (`holders` in status.yaml)."""

    draft: Draft
    voices: Voices
    words: StatusWords

    def views(self, event: Event, spoken: bool = False) -> tuple[View, ...]:
        """One view a holder: the innermost statement first, the report's own voice (None) last.

        Args:
            event: an event with its status and the statement that holds it.
            spoken: whether the event is done by these very words ("They will pay"): who tells of them, tells of it.
        """
        chain = list(self._chain(event.said_by))
        if not chain:
            return (View(holder=None, status=event.status),)
        held = self._speaker(chain[0], event)
        views = [View(holder=chain[0].id, status=held)]
        if spoken:
            views.append(View(holder=chain[1].id if len(chain) > 1 else None, status=event.status))
            chain, held = chain[1:], event.status
        for inner, outer in pairwise(chain):
            held = self._teller(outer, inner, held, event)
            views.append(View(holder=outer.id, status=held))
        if not chain:
            return tuple(views)
        return (*views, View(holder=None, status=self._granted(chain[-1], held, event)))

    def _chain(self, said_by: str | None) -> Iterator[Statement]:
        """The statement that holds the event, then the ones around it, outwards."""
        seen: set[str] = set()
        while said_by is not None and said_by in self.voices.by_id and said_by not in seen:
            seen.add(said_by)
            statement = self.voices.by_id[said_by]
            yield statement
            said_by = statement.parent

    def _speaker(self, statement: Statement, event: Event) -> ViewStatus:
        """In the eyes of the one whose words hold the event: as told, open if he is silent, asks or is not said to."""
        acts = self.words.holders
        if statement.act in acts["silent"]:
            return "open"
        if statement.act in acts["doubting"] and event.status in (*REAL, "alleged"):
            return "open" if statement.negated else "hypothetical"
        if event.status == "alleged" and self._claims(statement):
            return "happened" if not statement.negated else "open"
        if not statement.negated or statement.act in acts["presumed"]:
            return event.status
        thinks_not = event.status == "denied" and statement.act in acts["minded"]
        return event.status if thinks_not else "open"

    def _teller(self, outer: Statement, inner: Statement, held: ViewStatus, event: Event) -> ViewStatus:
        """In the eyes of one who tells of another's statement: open, unless he denies, confirms or doubts it."""
        acts = self.words.holders
        if outer.act in acts["silent"]:
            return "open"
        if held != "open" and self._nominal(inner):  # "denied the claim that …"
            if outer.act in (*acts["refusing"], *acts["vouching"], *acts["doubting"]) and outer.negated:
                return "open"
            if outer.act in acts["refusing"]:
                return "denied" if held in (*REAL, "alleged") else "open"
            if outer.act in acts["vouching"]:
                return "happened" if held == "alleged" else held
            if outer.act in acts["doubting"]:
                return "hypothetical"
        return "open" if outer.negated else self._granted(inner, held, event)

    def _granted(self, inner: Statement, held: ViewStatus, event: Event) -> ViewStatus:
        """What is granted in telling of a statement: "condemned the attack" grants it, "admitted that" grants that."""
        acts = self.words.holders
        charge = inner.act in acts["refusing"] and event.type == "ACCUSE"  # what is denied is what was alleged
        if inner.act in acts["silent"] and not self._noun(event):  # "would not say that it left"
            return "open"
        if inner.act in acts["presumed"] or charge:
            return event.status if event.status in REAL else "open"
        if inner.negated or held not in _SETTLED:
            return "open"
        return held if inner.act in acts["granted"] or self._factive(inner) else "open"

    def _noun(self, event: Event) -> bool:
        return all(w.pos in ("NOUN", "PROPN") or w.tag in ("NN", "NNS") for w in self._words(event.trigger[:1]))

    def _words(self, spans: tuple[Span, ...]) -> list[Word]:
        return [w for span in spans for w in self.draft.words_in(span)]

    def _factive(self, statement: Statement) -> bool:
        """Whether a cue such as "revealed" grants what it tells."""
        return any(self.words.complements.get(w.lemma) == "fact" for w in self._words(statement.cue))

    def _claims(self, statement: Statement) -> bool:
        """Whether a statement is a claim, "claimed that": to the claimant himself it took place."""
        return any(w.pos == "VERB" and w.lemma in self.words.holders["claiming"] for w in self._words(statement.cue))

    def _nominal(self, statement: Statement) -> bool:
        """Whether a statement is named by a noun ("the claim that …")."""
        cues = self._words(statement.cue)
        return bool(cues) and all(w.pos in ("NOUN", "PROPN", "DET", "PRON", "ADJ", "PART") for w in cues)
