"""From the head of a noun phrase to a party: the local words, and the actor they mean."""

from __future__ import annotations

from sayso.model.reading import Party, Statement
from sayso.model.span import Span, trimmed
from sayso.reading.cast import Cast
from sayso.reading.draft import Draft, Word
from sayso.reading.events import syntax

_FIRST = frozenset({"we", "i", "us", "me", "our", "ours", "my", "ourselves"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_CHARGING = frozenset(
    {"accuse", "convict", "suspect", "acquit", "strip", "deprive", "rob", "warn", "inform", "remind", "clear"}
)
_GROUPS = frozenset({"hundred", "thousand", "dozen", "score", "group", "number", "lot", "million", "majority", "ten"})


def phrase(word: Word, text: str) -> Span:
    """The local noun phrase around its head, without clauses: what stands before it, and an "of" right after it."""
    if word.pos in ("PRON", "ADJ", "DET") or word.dep in ("poss", "compound", "amod", "nmod"):
        left = [c for c in word.children if c.dep in ("compound", "nmod") and c.i < word.i]
        return (min((c.start for c in left), default=word.start), word.end)
    begin = word
    for child in sorted((c for c in word.children if c.i < word.i), key=lambda c: -c.i):
        if child.dep not in syntax.LEFT or child.tag == "WP$":
            break
        begin = child.subtree()[0]
    end = word
    following = next((c for c in word.children if c.i == word.i + 1 and c.dep == "prep" and c.lower == "of"), None)
    if following is not None and following.child("pobj") is not None and word.head.lemma not in _CHARGING:
        end = _end_of(following.child("pobj") or word)
    span = trimmed(text, (begin.start, max(end.end, word.end)), keep=".")
    return span or word.span


def _end_of(word: Word) -> Word:
    """The last word of a noun phrase that takes in one more "of" and no clause."""
    following = next((c for c in word.children if c.i == word.i + 1 and c.dep == "prep" and c.lower == "of"), None)
    inner = following.child("pobj") if following is not None else None
    return inner if inner is not None else word


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
        return self.cast.at(named) if named is not None else None

    def party(self, word: Word, voice: Statement | None) -> Party:
        """A party; its span is the actor's mention there, else the noun phrase."""
        mention = self.cast.mention_at(word)
        return Party(span=mention or phrase(word, self.text), actor=self.actor_of(word, voice))

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
