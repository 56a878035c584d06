"""Which speech act a statement is: the cue's own, bent by what is said."""

from __future__ import annotations

from sayso.reading.statements.finding import Finding
from sayso.reading.statements.lexicon import Cues


def act_of(finding: Finding, known: Cues, text: str) -> str:
    """The act (a name in cues.yaml)."""
    table = {"verb": known.verbs, "noun": known.nouns, "adjective": known.adjectives}.get(finding.kind)
    key = finding.lead.lower if finding.kind == "adjective" else finding.lead.lemma
    cue = table.get(key) if table is not None else None
    return cue.act if cue is not None else "assert"
