"""Who stands where: from words and spans to the actors of a draft."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model.reading import Actor
from sayso.model.span import Span, covers
from sayso.reading.draft import Draft, Word


class Cast:
    """An index over the actor layer: the actor whose mention has a word as its head, or that stands inside a span."""

    def __init__(self, draft: Draft) -> None:
        self.actors: dict[str, Actor] = {a.id: a for a in draft.layer("actors")}
        self.words: tuple[Word, ...] = draft.words
        self._by_head: dict[int, tuple[str, Span]] = {}
        self._heads: dict[str, list[Word]] = {}
        self._mentions: list[tuple[Span, str]] = []
        for actor in self.actors.values():
            for mention in actor.mentions:
                self._mentions.append((mention.span, actor.id))
                head = draft.head_of(mention.span)
                if head is not None:
                    self._heads.setdefault(actor.id, []).append(head)
                    known = self._by_head.get(head.i)
                    if known is None or covers(mention.span, known[1]):
                        self._by_head[head.i] = (actor.id, mention.span)
        self._mentions.sort()

    def at(self, word: Word) -> str | None:
        """The actor whose mention has `word` as its syntactic head."""
        found = self._by_head.get(word.i)
        return found[0] if found else None

    def heads(self, actor: str) -> list[Word]:
        """The syntactic heads of all mentions of an actor."""
        return self._heads.get(actor, [])

    def mention_at(self, word: Word) -> Span | None:
        """The span of that mention."""
        found = self._by_head.get(word.i)
        return found[1] if found else None

    def within(self, spans: Iterable[Span]) -> list[str]:
        """Actors with a mention inside any of the spans, in the order of the text, each once."""
        wanted = list(spans)
        return list(dict.fromkeys(a for m, a in self._mentions if any(covers(s, m) for s in wanted)))
