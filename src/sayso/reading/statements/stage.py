"""The stage: who says, believes or intends what."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from sayso.model.reading import Statement
from sayso.model.span import Span
from sayso.reading.cast import Cast
from sayso.reading.draft import Draft, Word
from sayso.reading.statements.acts import act_of
from sayso.reading.statements.datelines import undated
from sayso.reading.statements.details import addressee_of, is_negated, time_of, times_by_verb, venue_of
from sayso.reading.statements.finding import Finding
from sayso.reading.statements.forms import form_of
from sayso.reading.statements.fragments import completed, fragment, parted, passed_on, relayed, unreported
from sayso.reading.statements.hints import hints
from sayso.reading.statements.interposed import interposed
from sayso.reading.statements.lexicon import Cues, cues, speakers
from sayso.reading.statements.nesting import claims_to_have, kept, parents
from sayso.reading.statements.nouns import according, adjective_finding, noun_finding
from sayso.reading.statements.orphans import adopted
from sayso.reading.statements.pronouns import answered, antecedent, resumed
from sayso.reading.statements.proposed import joined, speaks
from sayso.reading.statements.quoted import quoted_findings
from sayso.reading.statements.sources import source_of
from sayso.reading.statements.spans import one
from sayso.reading.statements.titles import marked_findings
from sayso.reading.statements.verbs import verb_finding
from sayso.reading.tagging.tagger import tagger
from sayso.text.quotes import Quote

_NAMED = frozenset({"NOUN", "PROPN"})
_OTHERS = frozenset({"everyone", "someone", "somebody", "everybody", "many", "some", "others", "he", "she", "they"})


@dataclass(frozen=True)
class Statements:
    """Finds reported speech, beliefs and intentions with their speakers.

    Quotations that stand by themselves are read from the layout of the text; everything else from the syntax of words
    of saying (verbs, nouns, adjectives, "according to", a colon or a dash in headlines). With `tagged`, a trained
    tagger that is told what the rules found decides on all that is no such quotation, and adds what they miss.
    """

    tagged: bool = False

    reads: ClassVar[tuple[str, ...]] = ("names", "times", "actors")
    writes: ClassVar[str] = "statements"

    def __call__(self, draft: Draft) -> tuple[Statement, ...]:
        """The statements in the order of the text."""
        telling = _Telling(draft)
        findings = by_rules(draft, telling.cast)
        if self.tagged:
            seen = tagger()(draft, hints(findings, draft), speaks)
            firm = [f.quoted or f.frame == "mark" or telling.unsaid(f) for f in findings]
            findings = kept(joined(findings, firm, seen, draft), telling.cast)
        statements = (
            telling.statement(n, finding, parent)
            for n, (finding, parent) in enumerate(zip(findings, parents(findings), strict=True), 1)
        )
        return tuple(resumed(statements, findings, telling.cast))


class _Telling:
    """Turns findings of one draft into statements."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.cast = Cast(draft)
        self.times = times_by_verb(draft)
        self.timed = {w.i for time in draft.layer("times") for w in draft.words_in(time.span)}
        self.outer = [q for q in draft.quotes if q.depth == 0]
        self.nested = [q for q in draft.quotes if q.depth == 1]

    def unsaid(self, finding: Finding) -> bool:
        """Whether a finding tells what was not said: negated, or a refusal to speak."""
        if is_negated(finding, ""):
            return True
        may_refuse = finding.frame in ("infinitive", "object", "silence")
        return may_refuse and act_of(finding, cues(), self.draft.text, self.cast) == "refuse-comment"

    def statement(self, number: int, finding: Finding, parent: int | None) -> Statement:
        text, known = self.draft.text, speakers()
        act = act_of(finding, cues(), text, self.cast)
        return Statement(
            id=f"s{number}",
            form=form_of(finding, self.outer, self.nested),
            act=act,
            source=source_of(finding, self.cast, known, text, self.timed),
            cue=_cue(finding, text),
            content=tuple(finding.content),
            addressee=addressee_of(finding, self.cast, known),
            venue=venue_of(finding, text, known),
            time=time_of(finding, self.times),
            negated=is_negated(finding, act),
            parent=None if parent is None else f"s{parent + 1}",
        )


def by_rules(draft: Draft, cast: Cast) -> list[Finding]:
    """What the rules alone find worth telling."""
    return kept(answered(find(draft, cues()), draft.text), cast)


def find(draft: Draft, known: Cues) -> list[Finding]:
    """Every statement in the making."""
    outer = [q for q in draft.quotes if q.depth == 0]
    marked, labelled = marked_findings(draft)
    quoted = quoted_findings(draft, outer, known, labelled)
    claimed = {f.lead.i for f in quoted.findings}
    reported = list(_reported(draft, known, quoted.standing, claimed, outer))
    relayed(reported, quoted.findings, draft.text)
    parted(reported, quoted.findings, draft.text)
    passed_on(reported, quoted.findings)
    found = undated([*marked, *quoted.findings, *reported], draft)
    return [*unreported(found, draft.text), *adopted(quoted.orphans, found, draft)]


def _reported(
    draft: Draft, known: Cues, standing: list[Span], claimed: set[int], outer: list[Quote]
) -> Iterator[Finding]:
    begins = [s[0] for s in standing]
    fragments = {q.outer[0]: q for q in outer}
    for word in draft.words:
        if word.i in claimed or word.pos in ("PUNCT", "DET", "NUM", "SPACE", "PRON", "CCONJ"):
            continue
        found = _of_word(word, known, draft.text) or fragment(word, known, draft, fragments)
        if found is None:
            continue
        k = bisect_right(begins, word.start) - 1
        if k >= 0 and word.start < standing[k][1]:
            if _told_within(found, known):
                yield found
            continue
        found.content = completed(_clipped(found.content, standing, begins, draft.text), outer, found, draft)
        if found.content:
            yield found


def _told_within(found: Finding, known: Cues) -> bool:
    """Whether a statement inside a quotation is speech of a third party; thoughts there are the speaker's."""
    source, cue = found.source, known.verbs.get(found.lead.lemma)
    if source is None or cue is None:
        return False
    if found.frame not in ("clause", "person-infinitive") and not claims_to_have(found):
        return False
    third = antecedent(source).pos in _NAMED or antecedent(source).lower in _OTHERS
    return third and "quote" in cue.takes and cue.act not in known.minds


def _of_word(word: Word, known: Cues, text: str) -> Finding | None:
    found = None
    if word.tag == "VB" and not any(c.dep in ("aux", "nsubj") for c in word.children):
        return None
    if word.pos in ("VERB", "AUX"):
        cue = known.verbs.get(word.lemma)
        if cue is not None:
            found = verb_finding(word, cue.takes, text)
            if found is None or found.frame in ("inverted", "object"):
                found = interposed(word, cue, text) or found
    elif word.pos == "NOUN":
        cue = known.nouns.get(word.lemma)
        if cue is not None:
            found = noun_finding(word, cue.takes, known.light, text)
    elif word.lower == "according":
        return according(word, text)
    if found is None and (word.pos == "ADJ" or word.tag == "VBN"):
        cue = known.adjectives.get(word.lower)
        if cue is not None:
            found = adjective_finding(word, cue.takes, text)
    if found is None and word.lower == "according":
        found = according(word, text)
    return found


def _clipped(content: list[Span], standing: list[Span], begins: list[int], text: str) -> list[Span]:
    """Content up to the next standing quotation: that one is a turn of its own."""
    out: list[Span] = []
    for b, e in content:
        k = bisect_right(begins, b)
        if k < len(begins) and begins[k] < e:
            out += one(text, b, begins[k])
        elif k > 0 and b < standing[k - 1][1]:
            continue
        else:
            out.append((b, e))
    return out


def _cue(finding: Finding, text: str) -> tuple[Span, ...]:
    if finding.cue_span is not None:
        return (finding.cue_span,)
    spans: list[Span] = []
    for word in finding.cue:
        if spans and word.start - spans[-1][1] <= 1 and text[spans[-1][1] : word.start].strip() == "":
            spans[-1] = (spans[-1][0], word.end)
        else:
            spans.append(word.span)
    return tuple(spans)
