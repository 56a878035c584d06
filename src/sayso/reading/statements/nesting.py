"""Statements inside statements: which to keep, and which stands inside which."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from sayso.model.span import covers
from sayso.reading.cast import Cast
from sayso.reading.draft import Word
from sayso.reading.statements.finding import Finding
from sayso.reading.statements.lexicon import cues, speakers
from sayso.reading.statements.pronouns import antecedent

_FIRST = frozenset({"i", "we", "you", "me", "us", "this", "that", "these", "those"})
_THIRD = frozenset({"he", "she", "it", "they"})
_SAID = frozenset({"clause", "inverted", "quote", "according", "as-clause", "it-clause", "passive-clause"})
_REACH = 40  # neighbours looked at on either side, in the order of the text


def kept(findings: list[Finding], cast: Cast) -> list[Finding]:
    """The findings worth telling.

    Inside somebody's words only what a third party says there is a statement of its own: "the minister said France had
    told them that" has two, "the minister said he wanted to go" has one.
    """
    listed = in_order(findings)
    above = parents(listed)
    told: dict[int, bool] = {}
    for k in range(len(listed)):
        chain = [k]
        while (up := above[chain[-1]]) is not None and up not in told:
            chain.append(up)
        for n in reversed(chain):
            outer = above[n]
            while outer is not None and not told[outer]:
                outer = above[outer]
            told[n] = outer is None or _third_party(listed[n], listed[outer], cast)
    return [f for k, f in enumerate(listed) if told[k]]


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in the order of their content; those that say nothing fall away."""
    return sorted((f for f in findings if f.content), key=lambda f: (f.content[0], f.lead.i))


def _third_party(inner: Finding, outer: Finding, cast: Cast) -> bool:
    if inner.source is None or inner.source.lower in _FIRST or _to_be_said(inner.lead):
        return False
    source, speaker = antecedent(inner.source), outer.source
    one, other = cast.at(source), cast.at(speaker) if speaker is not None else None
    if (speaker is not None and source.i == speaker.i) or (one is not None and one == other):
        return False
    said = inner.frame in _SAID or claims_to_have(inner)
    if source is not inner.source:
        return said
    if source.lower in _THIRD:
        return (one is not None and other is not None) or _no_person(speaker, cast)
    named = source.pos in ("NOUN", "PROPN", "PRON", "NUM") or source.dep == "amod"
    return named and (said or not minded(inner))


def claims_to_have(finding: Finding) -> bool:
    """ "claims to have seized power": an infinitive that tells what is so."""
    return finding.frame == "infinitive" and cues().bends.get(finding.lead.lemma, {}).get("infinitive") == "assert"


def _to_be_said(lead: Word) -> bool:
    """ "urged the army to declare a truce": what is asked for is not yet said."""
    return lead.tag == "VB" and any(c.tag in ("TO", "MD") for c in lead.children)


def _no_person(speaker: Word | None, cast: Cast) -> bool:
    """Whether who speaks is words on paper, so that a "he" among them is somebody else."""
    return speaker is not None and cast.at(speaker) is None and speaker.lemma in speakers().kinds["document"]


def minded(finding: Finding) -> bool:
    """Whether a finding reports what somebody thinks or wills, and not what he says."""
    known = cues()
    table = {"verb": known.verbs, "noun": known.nouns, "adjective": known.adjectives}.get(finding.kind)
    cue = table.get(finding.lead.lemma) if table is not None else None
    return cue is not None and cue.act in known.minds


def parents(findings: list[Finding]) -> list[int | None]:
    """For each finding the index of the innermost one inside whose content its cue stands.

    The findings are in the order of their content. No finding stands inside itself, by however many steps.
    """
    above = [_parent(findings, k) for k in range(len(findings))]
    for k in range(len(above)):
        seen, at = {k}, above[k]
        while at is not None and at not in seen:
            seen.add(at)
            at = above[at]
        if at is not None:
            above[k] = None
    return above


def _parent(findings: list[Finding], k: int) -> int | None:
    lead = findings[k].lead.span
    best: tuple[int, int] | None = None
    for j in range(max(0, k - _REACH), min(len(findings), k + _REACH)):
        content = findings[j].content
        if j == k or content[0][0] > lead[0]:
            continue
        at = bisect_right(content, (lead[0], lead[1] + 1_000_000_000)) - 1
        if at >= 0 and covers(content[at], lead) and findings[j].lead is not findings[k].lead:
            size = sum(e - b for b, e in content)
            if best is None or size < best[0]:
                best = (size, j)
    return best[1] if best is not None else None
