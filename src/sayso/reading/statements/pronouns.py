"""Pronouns that a statement leaves open: who "who" is, whose "It said" goes on, and what "denies it" denies."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from sayso.model.reading import Source, Statement
from sayso.reading.cast import Cast
from sayso.reading.draft import Word
from sayso.reading.statements.details import told
from sayso.reading.statements.finding import Finding
from sayso.reading.statements.lexicon import speakers
from sayso.reading.statements.subjects import is_passive

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
        several = [o for p in head.having("prep") for o in p.having("pobj")] if head.pos in ("NUM", "PRON") else []
        for child in (c for w in (head, *several) for c in w.children):
            told_of = _names(child) or (found is None and head.pos in ("NUM", "PRON"))
            other = cast.at(child) if child.dep == "appos" and told_of else None
            if other is not None and (found is None or cast.actors[other].kind == "person"):
                return other
    return found


def _names(word: Word) -> bool:
    return word.pos == "PROPN" or word.text.startswith("@")


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
        last = max((f for f in before if f.content and f.content[-1][1] < begin), key=lambda f: f.lead.i, default=None)
        if last is not None and finding.source is not None and last.source is not finding.source:
            finding.content = list(last.content)
    return findings


def resumed(statements: Iterable[Statement], findings: list[Finding], cast: Cast) -> list[Statement]:
    """The statements; "It said" of nobody known is given to the body or document that spoke in the sentence before.

    "I" and "me" inside what somebody says are that speaker.
    """
    out = list(statements)
    spoke: dict[int, Source] = {}
    for k in sorted(range(len(out)), key=lambda n: findings[n].lead.i):
        finding, statement = findings[k], out[k]
        at = finding.lead.sent.i
        source = finding.source
        if source is not None and source.lower == "it" and statement.source.actor is None:
            before = spoke.get(at) or spoke.get(at - 1)
            if before is not None:
                given = replace(
                    statement.source, actor=before.actor, kind=before.kind, on_behalf_of=before.on_behalf_of
                )
                out[k] = statement = replace(statement, source=given)
        actor = statement.source.actor
        body = statement.source.kind == "document" or (actor is not None and cast.actors[actor].kind in _BODIES)
        if statement.parent is None and body and not is_passive(finding.lead):
            spoke[at] = statement.source
        elif statement.parent is None and statement.source.spans and not body:
            spoke.pop(at, None)
    by_id = {s.id: s for s in out}
    return [_in_person(s, by_id[s.parent].source, f) if s.parent else s for s, f in zip(out, findings, strict=True)]


def _in_person(statement: Statement, speaker: Source, finding: Finding) -> Statement:
    """What stands inside somebody's words, with "I" and "me" taken for that speaker."""
    source, word = statement.source, told(finding, speakers())
    if finding.source is not None and finding.source.lower == "i" and source.actor is None:
        own = replace(source, actor=speaker.actor, kind=speaker.kind, on_behalf_of=speaker.on_behalf_of)
        statement = replace(statement, source=own)
    if word is not None and word.lower == "me" and statement.addressee is None:
        statement = replace(statement, addressee=speaker.actor)
    return statement
