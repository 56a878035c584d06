"""Pronouns that a statement leaves open: who "who" is, whose "It said" goes on, and what "denies it" denies."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from sayso.model.reading import Source, Statement
from sayso.reading.cast import Cast
from sayso.reading.draft import Word
from sayso.reading.statements.finding import Finding

_POINTING = frozenset({"it", "this", "that"})
_BODIES = frozenset(
    {"state", "government", "military", "armed-group", "party", "igo", "ngo", "company", "media", "office", "other"}
)
_CLIMB = 4


def antecedent(word: Word) -> Word:
    """Whom a relative pronoun means: the noun that its clause hangs on; any other word means itself."""
    if word.tag not in ("WP", "WDT") or word.lower not in ("who", "which", "that"):
        return word
    verb = word.head
    for _ in range(_CLIMB):
        if verb.dep == "relcl":
            return verb.head
        verb = verb.head
    return word


def actor_of(word: Word, cast: Cast) -> str | None:
    """The actor that a speaker's head word stands for: a name rather than its bare title ("the envoy, Omar Pell")."""
    head = antecedent(word)
    found = cast.at(head)
    if found is None or cast.actors[found].ref is None:
        for child in head.children:
            other = cast.at(child) if child.dep == "appos" and child.pos == "PROPN" else None
            if other is not None and cast.actors[other].kind == "person":
                return other
    return found


def answered(findings: list[Finding], text: str) -> list[Finding]:
    """ "…; the army denies it": what is denied is what another was just said to say."""
    by_sentence: dict[int, list[Finding]] = {}
    for finding in findings:
        by_sentence.setdefault(finding.lead.sent.i, []).append(finding)
    for finding in findings:
        if finding.frame != "object" or [text[b:e].lower() in _POINTING for b, e in finding.content] != [True]:
            continue
        begin = finding.content[0][0]
        before = [f for f in by_sentence[finding.lead.sent.i] if f.lead.i < finding.lead.i and f.source is not None]
        told = max((f for f in before if f.content and f.content[-1][1] < begin), key=lambda f: f.lead.i, default=None)
        if told is not None and finding.source is not None and told.source is not finding.source:
            finding.content = list(told.content)
    return findings


def resumed(statements: Iterable[Statement], findings: list[Finding], cast: Cast) -> list[Statement]:
    """The statements; "It said" of nobody known is given to the body that spoke in the sentence before."""
    out = list(statements)
    spoke: dict[int, Source] = {}
    for k in sorted(range(len(out)), key=lambda n: findings[n].lead.i):
        finding, statement = findings[k], out[k]
        at = finding.lead.sent.i
        source = finding.source
        if source is not None and source.lower == "it" and statement.source.actor is None:
            before = spoke.get(at) or spoke.get(at - 1)
            if before is not None:
                told = msgspec.structs.replace(statement.source, actor=before.actor, kind=before.kind)
                out[k] = statement = msgspec.structs.replace(statement, source=told)
        actor = statement.source.actor
        if statement.parent is None and actor is not None and cast.actors[actor].kind in _BODIES:
            spoke[at] = statement.source
        elif statement.parent is None and statement.source.spans:
            spoke.pop(at, None)
    return out
