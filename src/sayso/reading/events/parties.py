"""From the head of a noun phrase to a party: the local words, and the actor they mean."""

from __future__ import annotations

from sayso.knowledge.triggers import trigger_index
from sayso.model.reading import Party, Statement
from sayso.reading.cast import Cast
from sayso.reading.draft import Draft, Word
from sayso.reading.events import misread, syntax
from sayso.reading.events.opening import dateline
from sayso.reading.events.phrases import phrase

_FIRST = frozenset({"we", "i", "us", "me", "our", "ours", "my", "ourselves"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_GROUPS = frozenset({"hundred", "thousand", "dozen", "score", "group", "number", "lot", "million", "majority", "ten"})


class Parties:
    """Makes parties, with what the cast and the statements know of who is meant."""

    def __init__(self, draft: Draft, cast: Cast) -> None:
        self.text = draft.text
        self.draft = draft
        self.cast = cast

    def actor_of(self, word: Word, voice: Statement | None) -> str | None:
        """The actor that a head means: by its own mention, its name, its antecedent, or the speaker for "we"."""
        found = self.cast.at(word)
        if found is not None:
            return found
        if word.lower in _FIRST and voice is not None:
            return (voice.source.on_behalf_of if word.lower != "i" else None) or voice.source.actor
        if word.lower in _RELATIVE:
            noun = _antecedent(word)
            return self.cast.at(noun) if noun is not None else None
        if word.lemma.lower() in _GROUPS:
            inner = syntax.after(word, "of")
            return self.cast.at(inner) if inner is not None else None
        if (same := _identified(word)) is not None:
            return self.cast.at(same)
        named = next((c for c in reversed(word.children) if c.dep == "appos"), None)
        if named is None and word.pos == "NOUN" and trigger_index().has(("@weapon",), word.lemma):
            named = next((c for c in word.children if c.text[:1].isupper() and c.dep in ("amod", "compound")), None)
        return self.cast.at(named) if named is not None else None  # "a Turkish drone": Turkey's

    def party(self, word: Word, voice: Statement | None) -> Party:
        """A party; its span is the noun phrase there, title and all, and never less than the actor's mention."""
        span, mention = phrase(word, self.text), self.cast.mention_at(word)
        if mention is not None and mention[0] <= word.start < mention[1]:
            inside = any(misread.frame(c) is not None for c in word.children)  # "to storm parliament"
            inside = inside or dateline(word.sent) > 0
            span = (
                span[0] if inside else min(span[0], mention[0]),
                max(span[1], mention[1] if word.pos == "PROPN" else word.end),
            )
        return Party(span=span, actor=self.actor_of(word, voice))

    def parties(self, words: tuple[Word, ...], voice: Statement | None) -> tuple[Party, ...]:
        """Parties in the order of the text, each span once."""
        found = {p.span: p for p in (self.party(w, voice) for w in words)}
        return tuple(found[span] for span in sorted(found))


def _identified(word: Word) -> Word | None:
    """ "France is one of the countries …": the countries that count here are France."""
    one = word.head.head if word.dep == "pobj" and word.head.lower == "of" else None
    if one is None or one.lower != "one" or one.dep != "attr":
        return None
    return one.head.child("nsubj")


def _antecedent(word: Word) -> Word | None:
    """The noun that a relative pronoun takes up."""
    for above in word.ancestors():
        if above.dep == "relcl":
            return above.head
    return None
