"""Verbs that report: what is said, found by the construction in which the verb stands."""

from __future__ import annotations

from collections.abc import Callable, Container

from sayso.model.span import Span
from sayso.reading.draft import Word
from sayso.reading.statements.clauses import Found, infinitive, strayed_clause, that_clause, told_clause, told_to
from sayso.reading.statements.finding import Finding
from sayso.reading.statements.phrases import (
    about,
    about_next,
    brief,
    charged,
    passive_infinitive,
    passive_thing,
    predicated,
    ruled_out,
    silence,
    thing,
    toll,
)
from sayso.reading.statements.spans import runs
from sayso.reading.statements.subjects import agent, done_to, is_passive, own_subject, subject

_HOSTED = frozenset({"parataxis", "ccomp", "advcl", "dep", "conj"})
_SAID = frozenset({"VERB", "AUX", "NOUN", "ADJ", "PROPN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_MARKS = frozenset(',—–-:"”“;')


def verb_finding(verb: Word, takes: Container[str], text: str) -> Finding | None:
    """The statement that a verb reports, if one of the constructions in `takes` is there; the surest is tried first."""
    passive = is_passive(verb)
    for attempt in _PASSIVE if passive else _ACTIVE:
        found = attempt(verb, text)
        if found is not None and found[0] in takes and found[1]:
            frame, content, addressee = found
            source = None if frame == "it-clause" else agent(verb) if passive else subject(verb)
            cue = [w for w in cue_words(verb) if frame != "silence" or w is not verb]
            span = _accuser(verb) if frame == "passive" else None
            return Finding(verb, frame, cue, source, content, addressee=addressee, source_span=span)
    return None


def _accuser(verb: Word) -> Span | None:
    """The words for those who bring a charge, without the charge; None where the parser kept the two apart."""
    by, charge = agent(verb), charged(verb)
    if by is None or charge is None:
        return None
    begin = by.subtree()[0]
    return (begin.start, max(w.end for w in by.subtree() if w.i < charge.i))


def cue_words(verb: Word) -> list[Word]:
    """The verb with its auxiliaries, negation and particle."""
    near = [c for c in verb.children if c.dep in ("aux", "auxpass", "neg", "prt") and abs(c.i - verb.i) <= 5]
    return sorted([verb, *near], key=lambda w: w.i)


def _inverted(verb: Word, text: str) -> Found | None:
    """The clause stands before its verb ("Talks failed, she said") or around it ("Talks, she said, failed")."""
    for comp in verb.children:
        if comp.dep in ("ccomp", "parataxis") and comp.i < verb.i and comp.pos in _SAID and not _points_back(verb):
            return "inverted", _before(verb, comp, text), None
    if verb.head is verb or verb.dep not in _HOSTED or verb.tag not in _FINITE or own_subject(verb) is None:
        return None
    if verb.child("ccomp", "xcomp", "dobj", "mark") is not None or not _set_off(verb.subtree()):
        return None
    return "inverted", _hosting(verb, text), None


def _points_back(verb: Word) -> bool:
    """ "…; the army denies it": the clause before the verb is a sentence of its own."""
    thing_ = verb.child("dobj")
    return thing_ is not None and thing_.i > verb.i and thing_.lower in ("it", "this", "that")


def _hosting(verb: Word, text: str) -> list[Span]:
    """The clause that a reporting clause stands in."""
    own = {w.i for w in verb.subtree()}
    host = verb.head.sent.words if verb.head.head is verb.head else verb.head.subtree()
    return runs(text, [w for w in host if w.i not in own])


def _before(verb: Word, comp: Word, text: str) -> list[Span]:
    inside = {w.i for w in comp.subtree()}
    edge = verb.i
    for child in verb.children:
        if child is not comp and child.dep not in ("punct", "cc", "mark"):
            first = child.subtree()[0].i
            if comp.i < first < edge:
                edge = first
    start = min(*inside, verb.i) if verb.head is not verb else verb.sent.words[0].i
    stop = max((w.i + 1 for w in verb.sent.words if w.text == ";" and start < w.i < comp.i), default=start)
    start = max(start, stop)
    after = [w for w in verb.sent.words if w.i > verb.i and w.i in inside]
    if not any(w.pos in ("VERB", "AUX") for w in after) or any(w.tag in ("WP", "WDT") for w in after[:2]):
        after = []
    return runs(text, [*(w for w in verb.sent.words if start <= w.i < edge), *after])


def _set_off(own: list[Word]) -> bool:
    """Whether marks divide a clause from what is around it."""
    sentence = own[0].sent.words
    at, to = own[0].i - sentence[0].i, own[-1].i - sentence[0].i
    before = own[0].text in _MARKS or (at > 0 and sentence[at - 1].text in _MARKS)
    closing = own[-1] if own[-1].pos == "PUNCT" or to + 1 >= len(sentence) else sentence[to + 1]
    return before and (to + 1 >= len(sentence) or closing.text in _MARKS or closing.text == ".")


def _as_clause(verb: Word, text: str) -> Found | None:
    """ "as the ministry put it": what is said is the clause that it hangs on."""
    mark = verb.child("mark", "advmod")
    if verb.dep != "advcl" or mark is None or mark.lower != "as" or verb.head is verb:
        return None
    if verb.child("ccomp", "xcomp", "dobj") is not None:
        return None
    return "as-clause", _hosting(verb, text), None


def _passive_clause(verb: Word, text: str) -> Found | None:
    """ "It is believed that …", "they were told that …"."""
    found = that_clause(verb, text) or _whether(verb, text)
    if found is None or found[0] not in ("clause", "gerund"):
        return None
    person = done_to(verb)
    expletive = person is not None and person.lower == "it"
    return "it-clause" if expletive else "passive-clause", found[1], None if expletive else person


def _whether(verb: Word, text: str) -> Found | None:
    """ "Asked if it was true": a question that the parser took for a condition."""
    for comp in verb.children:
        mark = comp.child("mark") if comp.dep == "advcl" and comp.i > verb.i else None
        if mark is not None and mark.lower in ("if", "whether") and verb.lemma == "ask":
            return "clause", runs(text, comp.subtree()), None
    return None


_Attempt = Callable[[Word, str], "Found | None"]
_ACTIVE: tuple[_Attempt, ...] = (
    that_clause, told_clause, infinitive, strayed_clause, _as_clause, _inverted, predicated, toll, silence,
    brief, ruled_out, thing, about, about_next,
)  # fmt: skip
_PASSIVE: tuple[_Attempt, ...] = (
    _passive_clause, _inverted, told_to, passive_infinitive, _as_clause, passive_thing, about,
)  # fmt: skip
