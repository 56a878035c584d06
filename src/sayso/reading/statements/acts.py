"""Which speech act a statement is: the cue's own, bent by its construction and by what is said."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from sayso.reading.cast import Cast
from sayso.reading.draft import Word
from sayso.reading.statements.details import is_negated
from sayso.reading.statements.finding import Finding
from sayso.reading.statements.lexicon import Cue, Cues, cues, speakers
from sayso.reading.statements.threats import harms, threatens_leave

_FIRST = 3  # words at the head of what is said
_BAD = frozenset({"accuse", "assert", "report"})


@dataclass(frozen=True)
class Said:
    """What the rules look at: a finding, the act so far, and what is said in lower case (`last`: its last piece)."""

    finding: Finding
    act: str
    known: Cues
    words: str
    last: str
    asks: bool
    cast: Cast

    @property
    def lead(self) -> Word:
        """The word that carries the cue's meaning."""
        return self.finding.lead

    @property
    def thing(self) -> Word | None:
        """The object of the cue."""
        return self.lead.child("dobj")

    @property
    def clause(self) -> Word | None:
        """The head of the clause that tells what is said, after or before the cue."""
        return next((c for c in self.lead.children if c.dep in ("ccomp", "parataxis")), None)


Rule = Callable[[Said], "str | None"]


def act_of(finding: Finding, known: Cues, text: str, cast: Cast) -> str:
    """The act (a name in cues.yaml)."""
    words = " ".join(text[b:e] for b, e in finding.content).lower()
    ends = max((e for _, e in finding.content), default=0)
    asks = finding.asks or (finding.content != [] and text[ends : ends + 1] == "?")
    last = text[slice(*finding.content[-1])].lower() if finding.content else ""
    said = Said(finding, _of_cue(finding, known), known, words, last, asks, cast)
    return next((bent for bent in (rule(said) for rule in _RULES) if bent is not None), said.act)


def cue_of(finding: Finding, known: Cues) -> Cue | None:
    """The entry of the word that carries a finding's meaning."""
    table = {"verb": known.verbs, "noun": known.nouns, "adjective": known.adjectives}.get(finding.kind)
    key = finding.lead.lower if finding.kind == "adjective" else finding.lead.lemma
    cue = table.get(key) if table is not None else None
    return known.verbs.get(finding.lead.lemma) if cue is None and finding.kind == "adjective" else cue


def _of_cue(finding: Finding, known: Cues) -> str:
    cue = cue_of(finding, known)
    if cue is None:
        back = finding.kind == "verb" and any(c.lower == "back" and c.i > finding.lead.i for c in finding.lead.children)
        return "respond" if back else "assert"
    return cue.act


def _by_construction(said: Said) -> str | None:
    """ "asked whether" and "asked them to" are two acts of one verb; the constructions are data."""
    return said.known.bends.get(said.lead.lemma, {}).get(said.finding.frame)


def _briefly(said: Said) -> str | None:
    """ "said yes" agrees, "said no" refuses."""
    if said.act == "assert" and said.words in ("yes", "no"):
        return "agree" if said.words == "yes" else "reject"
    return None


def _requesting(said: Said) -> str | None:
    """ "asked that it be turned off" asks for something; "wanted to know" asks a question."""
    lead = said.lead
    if said.act == "ask" and said.finding.frame == "clause" and said.clause is not None:
        mark = said.clause.child("mark")
        return "request" if mark is not None and mark.lower == "that" else None
    knowing = next((c for c in lead.children if c.dep == "xcomp" and c.lemma == "know"), None)
    wanting = lead.lemma == "know" and lead.dep == "xcomp" and lead.head.lemma in ("want", "demand", "ask")
    return "ask" if wanting or (knowing is not None and lead.lemma in ("want", "demand", "ask")) else None


def _silent(said: Said) -> str | None:
    """ "declined to comment", "would not say", "said it had no further comment"."""
    known, words = said.known, said.words.split()[:_FIRST]
    if said.finding.frame == "silence":
        return "refuse-comment"
    if said.act == "refuse" and set(words) & known.commenting:
        return "refuse-comment"
    unsaid = said.lead.child("neg") is not None
    if said.act == "respond" and said.finding.kind == "verb" and (unsaid or is_negated(said.finding, said.act)):
        return "refuse-comment"
    if unsaid and said.lead.lemma in known.commenting and any(c.lower in ("would", "will") for c in said.lead.children):
        return "refuse-comment"
    if said.finding.frame != "quote" and said.act in ("assert", "announce"):
        return "refuse-comment" if any(phrase in said.words for phrase in known.silences) else None
    return None


def _claiming(said: Said) -> str | None:
    """ "claimed responsibility for the blast"."""
    lead, thing = said.lead, said.thing
    if lead.lemma in ("claim", "admit", "take", "accept") and said.words.split()[:1] == ["responsibility"]:
        return "claim-responsibility"
    if lead.lemma == "claim" and said.finding.frame == "object":
        return "claim-responsibility" if thing is not None and thing.lemma in said.known.attacks else None
    return None


def _denying(said: Said) -> str | None:
    """ "rejected the allegations", "dismissed the account as theatre": to reject what others say is to deny it."""
    if said.act not in ("reject", "deny") or said.finding.frame not in ("object", "predicate", "prep-as"):
        return None
    thing = said.thing
    if thing is not None and thing.tag == "WDT" and said.lead.dep == "relcl":
        thing = said.lead.head  # "a charge which it rejects"
    lemma = thing.lemma.lower() if thing is not None else ""
    noun = said.known.nouns.get(lemma)
    return "deny" if lemma in said.known.charges or (noun is not None and noun.act in _BAD) else None


def _disowning(said: Said) -> str | None:
    """ "called the charge a lie", "the charges are baseless": to call a thing false is to deny it."""
    known = said.known
    if said.finding.frame == "predicate":
        told = said.act in ("describe", "assert", "reject", "condemn")
        words = said.words.replace("“", " ").replace('"', " ").split()
        near = {w.strip("”’',.") for w in (*words[-3:], *said.last.split()[:4])}
        return "deny" if told and near & known.untruths else None
    if said.act not in ("assert", "respond"):
        return None
    found = _verdict().match(said.words)
    return "deny" if found and (found[1] in known.charges or found[1] in known.nouns) else None


@lru_cache(maxsize=1)
def _verdict() -> re.Pattern[str]:
    """ "(that) the allegations were baseless": a thing said, and what it is said to be."""
    false = "|".join(sorted(cues().untruths))
    return re.compile(
        rf"(?:that )?(?:(?:the|these|those|such|all|any|his|her|its|their) )?(?:\w+ )?(\w+?)s? "
        rf"(?:is|are|was|were) (?:\w+ )?(?:a |an )?(?:{false})\b"
    )


def _noun_of(said: Said) -> str | None:
    """ "expressed regret for …": a verb that only carries its noun does what the noun says."""
    if said.lead.lemma in said.known.light and said.finding.kind == "verb" and said.thing is not None:
        noun = said.known.nouns.get(said.thing.lemma.lower())
        return noun.act if noun is not None else None
    return None


def _needing(said: Said) -> str | None:
    """ "stressed the need for talks"."""
    if said.act == "assert" and said.finding.frame == "object" and said.thing is not None:
        return "urge" if said.thing.lemma in ("need", "necessity", "importance", "urgency") else None
    return None


def _showing(said: Said) -> str | None:
    """ "a poll suggests that …" shows; "suggested that they were lost" says so; "that they should leave" proposes."""
    if said.lead.lemma != "suggest" or said.finding.frame != "clause" or said.clause is None:
        return None
    source = said.finding.source
    if source is not None and source.lemma.lower() in speakers().kinds["document"]:
        return "show"
    backshifted = said.lead.tag in ("VBD", "VBN") and said.clause.tag == "VBP"
    unreal = said.clause.tag == "VB" or backshifted or any(c.lower == "should" for c in said.clause.children)
    return "propose" if unreal else "assert"


def _swearing(said: Said) -> str | None:
    """ "swore that nobody would touch it" promises, "swore that he had not" does not."""
    if said.lead.lemma not in said.known.vows or said.clause is None:
        return None
    soon = any(c.dep == "aux" and (c.lower == "would" or c.lemma == "will") for c in said.clause.children)
    return "promise" if soon else "assert"


def _threatening(said: Said) -> str | None:
    """Harm of one's own doing: "warned that it would respond", "vowed to strike", "will get a proper response"."""
    known = said.known
    if said.act in ("promise", "threaten") and said.finding.frame == "infinitive":
        verb = next((w for w in said.lead.children if w.dep in ("xcomp", "advcl") and w.i > said.lead.i), None)
        return "threaten" if verb is not None and harms(verb, known) else None
    told = said.clause or (said.lead.head if said.lead.dep == "parataxis" else None)
    if told is not None and said.act in ("warn", "assert", "promise", "announce"):
        if said.act == "warn" and harms(told, known, said.finding.source, said.cast):
            return "threaten"
        if threatens_leave(told, known, said.finding.source, said.cast):
            return "threaten"
    if said.act in ("assert", "warn", "announce", "promise", "describe"):
        loud = any(phrase in said.words for phrase in known.threats)
        return "threaten" if loud or (said.finding.quoted and _blow().search(said.words)) else None
    return None


@lru_cache(maxsize=1)
def _blow() -> re.Pattern[str]:
    """ "or we shall sink you": harm in the first person."""
    blows = "|".join(sorted(cues().blows))
    return re.compile(rf"\b(?:we|i)(?: will| shall|[’']ll) (?:{blows})\b")


def _asking(said: Said) -> str | None:
    """A direct question is asked, whatever the verb."""
    return "ask" if said.act in ("assert", "respond") and said.finding.quoted and said.asks else None


_RULES: tuple[Rule, ...] = (
    _by_construction, _briefly, _requesting, _silent, _claiming, _denying, _disowning, _needing, _showing,
    _swearing, _noun_of, _threatening, _asking,
)  # fmt: skip
