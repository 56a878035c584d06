"""Whose words an event stands in: the innermost statement whose content holds it, and the statements' own cues."""

from __future__ import annotations

from sayso.model.reading import Statement
from sayso.model.span import Span, covers
from sayso.reading.draft import Draft, Word

_ASIDE = frozenset({"relcl", "advcl", "acl", "parataxis"})


class Voices:
    """An index over the statements of a draft, by sentence."""

    def __init__(self, draft: Draft) -> None:
        statements: tuple[Statement, ...] = draft.layer("statements")
        self.by_id = {s.id: s for s in statements}
        self._contents: dict[int, list[tuple[int, Span, str]]] = {}
        self._cues: dict[int, Statement] = {}
        for statement in statements:
            for content in statement.content:
                size = content[1] - content[0]
                for i in {w.sent.i: None for w in draft.words_in(content)}:
                    self._contents.setdefault(i, []).append((size, content, statement.id))
            for cue in statement.cue:
                for word in draft.words_in(cue):
                    self._cues.setdefault(word.i, statement)

    def holding(self, word: Word) -> Statement | None:
        """The innermost statement whose content holds a word."""
        near = self._contents.get(word.sent.i, ())
        inside = [(size, int(key[1:]), key) for size, span, key in near if covers(span, word.span)]
        return self.by_id[min(inside)[2]] if inside else None

    def cued_by(self, word: Word) -> Statement | None:
        """The statement whose cue a word belongs to."""
        return self._cues.get(word.i)

    def is_main(self, word: Word, statement: Statement) -> bool:
        """Whether a word carries a statement's content, rather than standing in an aside of it."""
        content = next((c for c in statement.content if covers(c, word.span)), None)
        if content is None:
            return False
        for step in (word, *word.ancestors()):
            if not covers(content, step.head.span) or step.head is step:
                return True
            if step.dep in _ASIDE and step.head is not step:
                return False
        return True

    def deniers(self, statement: Statement) -> list[Statement]:
        """Statements that deny one: beside it ("X says so; Y denies it") or around it ("denied allegations that …")."""
        beside = (s for s in self.by_id.values() if s is not statement and s.content == statement.content)
        found = [s for s in beside if s.act == "deny" and not s.negated]
        at = statement.parent
        while at is not None and at in self.by_id and len(found) < 4:
            above = self.by_id[at]
            if above.act == "deny" and not above.negated:
                found.append(above)
            at = above.parent if above.parent != at else None
        return found
