"""What the trained judge says of a report's events, and when it is believed against the rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from sayso.knowledge.status import status_words
from sayso.model.reading import REAL, Event, EventStatus
from sayso.reading.draft import Draft, Sentence, Word
from sayso.reading.events.status import HEADLINES
from sayso.reading.judging.features import MERGED, TYPES, pair
from sayso.reading.judging.judge import Judge, Seen

# How much more the rules' status counts than others: where they found no sign of anything but a fact; where they did
_PLAIN, _MARKED = 2.5, 20.0
_SAFE = frozenset({"alleged", "attempted", "ended", "proposed", "threatened"})
# How probable the judge must find its own type, and how improbable the rules' one at most is, for it to be believed
_TYPE, _UNLIKELY = 0.8, 0.03
_SETTLED = frozenset({"VBD", "NN", "NNS", "NNP", "NNPS", "CD"})
_PAST = frozenset({"was", "were", "had", "been", "has", "have"})
_SIGNS = frozenset({"?", "no", "not", "n't", "n’t", "until"})
_VERBAL = frozenset({"REQUEST", "THREATEN", "AGREE"})  # given to deeds that are asked, threatened, promised
_FRIENDLY = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"})


def plain(word: Word) -> bool:
    """Whether a word tells of a past deed or of a state by its own form: "shelled", "was shelled", "backs"."""
    if word.tag == "VBD" or (word.tag in ("VBZ", "VBP") and word.lemma in status_words().stative):
        return True
    helpers = {c.lower for c in word.children if c.dep in ("aux", "auxpass")}
    if word.tag == "VBN" and helpers:
        return helpers <= _PAST
    return word.tag in ("VBN", "VBG") and word.dep in ("advcl", "acl") and not helpers and word.head.tag in _SETTLED


def signalled(sentence: Sentence) -> bool:
    """Whether any word of a sentence is a sign that something in it may not be so: a negation, a hedge, an "if"."""
    words = status_words()
    signs = (words.negative_words, words.adverbs, words.preposed, words.conjunctions, _SIGNS)
    return any(w.lower in found for w in sentence.words for found in signs)


def _in_doubt(word: Word, told: EventStatus) -> bool:
    """Whether the judge may know better than rules: not of what they are sure of, nor of a verb that nothing hedges."""
    if told in _SAFE:
        return False
    settled = plain(word) or (told in REAL and word.pos in ("VERB", "AUX"))
    return not settled or signalled(word.sent)


class Verdicts:
    """The verdicts on one report: sentences are looked at once, if they hold events that are in doubt."""

    def __init__(self, judge: Judge, draft: Draft, told: Iterable[tuple[Word, EventStatus]]) -> None:
        """`told`: the words that name events, with the status by the rules alone."""
        self.judge = judge
        self.draft = draft
        doubted = [word for word, status in told if _in_doubt(word, status)]
        self.doubted = frozenset(w.i for w in doubted)
        sentences = {w.sent.i: w.sent for w in doubted}
        seen = judge.look([s.words for s in sentences.values()])
        self.seen: dict[int, Seen] = dict(zip(sentences, seen, strict=True))

    def status(self, word: Word, told: EventStatus, said: bool = False) -> EventStatus:
        """The status of what a word names; `told`: by the rules, `said`: in the words of a statement.

        What somebody plainly says is not "alleged": the event keeps who says so.
        """
        seen = self.seen.get(word.sent.i)
        if seen is None or word.i - seen.words[0].i >= len(seen.words) or word.i not in self.doubted:
            return told
        if any(c.lower in status_words().modifiers for c in word.children):
            return told  # "the ongoing conflict", "an attempted coup": the word itself says so
        chances = self.judge.statuses(seen, word, told)
        weight = _PLAIN if told in ("happened", "ongoing") else _MARKED
        best = max(chances, key=lambda s: chances[s] * (weight if s == told else 1))
        if told == "happened" and best == "ongoing" and self.draft.kind_at(word.start) in HEADLINES:
            return told  # "Air strikes kill nine": the present tense of headlines tells of the past
        return told if said and best == "alleged" and told in REAL else best

    def typed(self, events: Sequence[Event]) -> list[Event]:
        """The events of one sentence, with another type where the judge is sure and the rules' one is out of question.

        Only deeds that are told as real, with both parties: what is asked for or promised the judge would take for the
        asking or promising. And only over the line between cooperation and conflict: on either side the sentences that
        it learnt from draw the lines between types elsewhere than the ontology does.
        """
        return [self._typed(e, events) for e in events]

    def _typed(self, event: Event, events: Sequence[Event]) -> Event:
        if event.status not in REAL or not event.initiators or not event.recipients or event.territory is not None:
            return event
        seen = self.seen.get(self.draft.words_in(event.trigger[0])[0].sent.i)
        old = MERGED.get(event.type or "", event.type or "")
        if seen is None or old not in TYPES:
            return event
        told = pair(self.draft, event.initiators[0].span, event.recipients[0].span, events, event)
        chances = self.judge.types(seen, told)
        best = max(chances, key=lambda t: chances[t])
        if (best in _FRIENDLY) == (old in _FRIENDLY) or best in _VERBAL or best == "YIELD":
            return event
        if chances[best] < _TYPE or chances[old] > _UNLIKELY:
            return event
        return msgspec.structs.replace(event, type=best, mode=None)
