"""Which speech act a statement is: the cue's own, bent by its construction and by what is said."""

from __future__ import annotations

from collections.abc import Callable

from sayso.reading.draft import Word
from sayso.reading.statements.details import is_negated
from sayso.reading.statements.finding import Finding
from sayso.reading.statements.lexicon import Cues

_SOON = frozenset({"will", "would", "shall", "wo", "'ll", "’ll"})
_OWN = frozenset({"it", "they", "he", "she", "we", "i"})
Rule = Callable[[Finding, str, Cues, str], "str | None"]


def act_of(finding: Finding, known: Cues, text: str) -> str:
    """The act (a name in cues.yaml)."""
    act = _of_cue(finding, known)
    said = " ".join(text[b:e] for b, e in finding.content).lower()
    for rule in _RULES:
        bent = rule(finding, act, known, said)
        if bent is not None:
            return bent
    return act


def _of_cue(finding: Finding, known: Cues) -> str:
    table = {"verb": known.verbs, "noun": known.nouns, "adjective": known.adjectives}.get(finding.kind)
    key = finding.lead.lower if finding.kind == "adjective" else finding.lead.lemma
    cue = table.get(key) if table is not None else None
    if cue is None and finding.kind == "adjective":
        cue = known.verbs.get(finding.lead.lemma)
    return cue.act if cue is not None else "assert"


def _by_construction(finding: Finding, act: str, known: Cues, said: str) -> str | None:
    """ "asked whether" and "asked them to" are two acts of one verb; the constructions are data."""
    bends = known.bends.get(finding.lead.lemma, {})
    return bends.get(finding.frame)


def _silent(finding: Finding, act: str, known: Cues, said: str) -> str | None:
    """ "declined to comment"."""
    if finding.frame == "silence":
        return "refuse-comment"
    if act == "respond" and is_negated(finding, act):
        return "refuse-comment"
    if act == "refuse" and (said.split() or [""])[0] == "to" and set(said.split()[1:3]) & known.commenting:
        return "refuse-comment"
    return None


def _claiming(finding: Finding, act: str, known: Cues, said: str) -> str | None:
    """ "claimed responsibility for the blast"."""
    if finding.lead.lemma in ("claim", "admit", "take", "accept") and said.split()[:1] == ["responsibility"]:
        return "claim-responsibility"
    if finding.lead.lemma == "claim" and finding.frame == "object":
        thing = finding.lead.child("dobj")
        return "claim-responsibility" if thing is not None and thing.lemma in known.attacks else None
    return None


def _denying(finding: Finding, act: str, known: Cues, said: str) -> str | None:
    """ "rejected the allegations": to reject what others say is to deny it."""
    if act in ("reject", "deny") and finding.frame == "object":
        thing = finding.lead.child("dobj")
        if thing is not None and thing.lemma in known.nouns:
            told = known.nouns[thing.lemma].act in ("accuse", "assert", "report")
            return "deny" if told else None
    return None


def _disowning(finding: Finding, act: str, known: Cues, said: str) -> str | None:
    """ "called the charge a lie": to call a thing false is to deny it."""
    named = set(said.split()[-3:]) & known.untruths if finding.frame == "predicate" else None
    return "deny" if named and act in ("describe", "assert", "reject", "condemn") else None


def _needing(finding: Finding, act: str, known: Cues, said: str) -> str | None:
    """ "stressed the need for talks"."""
    if act == "assert" and finding.frame == "object":
        thing = finding.lead.child("dobj")
        return "urge" if thing is not None and thing.lemma in ("need", "necessity", "importance", "urgency") else None
    return None


def _threatening(finding: Finding, act: str, known: Cues, said: str) -> str | None:
    """Harm of one's own doing: "warned that it would respond", "vowed to strike", "will get a proper response"."""
    if act in ("promise", "threaten") and finding.frame == "infinitive":
        verb = next((w for w in finding.lead.children if w.dep == "xcomp"), None)
        return "threaten" if verb is not None and verb.lemma in known.harm else None
    if act == "warn" and any(_own_harm(c, known) for c in finding.lead.children if c.dep == "ccomp"):
        return "threaten"
    if act in ("assert", "warn", "announce", "promise", "describe"):
        return "threaten" if any(phrase in said for phrase in known.threats) else None
    return None


def _own_harm(clause: Word, known: Cues) -> bool:
    soon = any(c.lower in _SOON or c.lemma == "will" for c in clause.children if c.dep == "aux")
    doer = clause.child("nsubj")
    return soon and clause.lemma in known.harm and doer is not None and doer.lower in _OWN


def _asking(finding: Finding, act: str, known: Cues, said: str) -> str | None:
    """A direct question is asked, whatever the verb."""
    if act in ("assert", "respond") and finding.quoted and finding.asks:
        return "ask"
    return None


_RULES: tuple[Rule, ...] = (_by_construction, _silent, _claiming, _denying, _disowning, _needing, _threatening, _asking)
