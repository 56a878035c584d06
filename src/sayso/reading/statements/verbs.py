"""Verbs that report: what is said, found by the construction in which the verb stands."""

from __future__ import annotations

from collections.abc import Callable, Container

from sayso.model.span import Span
from sayso.reading.draft import Word
from sayso.reading.statements.finding import Finding
from sayso.reading.statements.spans import runs
from sayso.reading.statements.subjects import agent, done_to, is_passive, loosened, own_subject, subject

_ABOUT = frozenset(
    {"about", "of", "for", "on", "to", "against", "with", "over", "at", "as", "from", "into", "by", "in"}
)
_LOOSE = frozenset(
    {"in", "on", "at", "during", "after", "before", "since", "until", "by", "following", "ahead", "while"}
)
_CLAUSAL = frozenset({"parataxis", "ccomp", "advcl", "dep", "conj", "relcl", "acl", "appos"})
Found = tuple[str, list[Span], Word | None]  # frame, content, addressee


def verb_finding(verb: Word, takes: Container[str], text: str) -> Finding | None:
    """The statement that a verb reports, if one of the constructions in `takes` is there; the surest is tried first."""
    passive = is_passive(verb)
    for attempt in _PASSIVE if passive else _ACTIVE:
        found = attempt(verb, text)
        if found is not None and found[0] in takes and found[1]:
            frame, content, addressee = found
            source = agent(verb) if passive else subject(verb)
            if frame in ("raising", "it-clause"):
                source = None
            return Finding(verb, frame, cue_words(verb), source, content, passive=passive, addressee=addressee)
    return None


def cue_words(verb: Word) -> list[Word]:
    """The verb with its auxiliaries, negation and particle."""
    near = [c for c in verb.children if c.dep in ("aux", "auxpass", "neg", "prt") and abs(c.i - verb.i) <= 5]
    return sorted([verb, *near], key=lambda w: w.i)


def clause_kind(comp: Word) -> str:
    """How a complement clause is built: "infinitive", "gerund" or "clause"."""
    if any(c.tag == "TO" for c in comp.children if c.dep == "aux"):
        return "infinitive"
    finite = comp.tag in ("VBD", "VBZ", "VBP", "MD") or any(c.dep in ("aux", "auxpass", "cop") for c in comp.children)
    return "gerund" if comp.tag == "VBG" and not finite else "clause"


def _clause(verb: Word, text: str) -> Found | None:
    for comp in verb.children:
        if comp.dep == "ccomp" and comp.i > verb.i:
            words = complement(verb, comp)
            kind = clause_kind(comp)
            if kind == "infinitive":
                person = comp.child("nsubj")
                if person is not None:
                    at = next(c.i for c in comp.children if c.tag == "TO")
                    return "person-infinitive", runs(text, [w for w in words if w.i >= at]), person
            person = verb.child("dative", "dobj")
            return kind, runs(text, words), person if person is not None and person.i < comp.i else None
    return None


def complement(verb: Word, comp: Word) -> list[Word]:
    """The words of a complement clause, without reporting clauses that belong to the same speaker as `verb`."""
    words = [w for w in comp.subtree() if w.i > verb.i]
    for child in comp.children:
        if child.dep in ("advcl", "conj") and loosened(child):
            begin = child.subtree()[0].i
            words = [w for w in words if w.i < begin]
            while words and (words[-1].pos in ("CCONJ", "PUNCT") or words[-1].dep == "cc"):
                words.pop()
    return words


def _infinitive(verb: Word, text: str) -> Found | None:
    for comp in verb.children:
        if comp.dep == "xcomp" and comp.i > verb.i:
            kind = clause_kind(comp)
            words = complement(verb, comp)
            if kind == "infinitive":
                person = verb.child("dobj", "dative")
                if person is not None and person.i < comp.i:
                    return "person-infinitive", runs(text, words), person
                return "infinitive", runs(text, words), None
            if kind == "gerund":
                return "gerund", runs(text, words), None
    return _called_upon(verb, text) or _strayed(verb, text)


def _strayed(verb: Word, text: str) -> Found | None:
    """ "promised at a rally to end the war": an infinitive that the parser hung on a word in between."""
    for middle in verb.children:
        if middle.i < verb.i or middle.dep not in ("prep", "npadvmod", "advmod"):
            continue
        for word in (middle, *(c for c in middle.children if c.dep == "pobj")):
            for comp in word.children:
                if (
                    comp.i > word.i
                    and comp.dep in ("acl", "relcl", "advcl", "xcomp")
                    and clause_kind(comp) == "infinitive"
                ):
                    return "infinitive", runs(text, comp.subtree()), None
    return None


def _called_upon(verb: Word, text: str) -> Found | None:
    """ "called on the parties to …", "called for the camp to …": the infinitive, and who is asked."""
    for prep in verb.children:
        if prep.dep == "prep" and prep.lower in ("on", "upon", "to", "for", "with") and prep.i > verb.i:
            asked = prep.child("pobj")
            if asked is None:
                continue
            for comp in [*asked.children, *verb.children, *prep.children]:
                if comp.i > asked.i and comp.dep in ("acl", "relcl", "advcl", "xcomp", "pcomp"):
                    if clause_kind(comp) == "infinitive":
                        return f"{prep.lower}-infinitive", runs(text, comp.subtree()), asked
    return None


def _raising(verb: Word, text: str) -> Found | None:
    comp = verb.child("xcomp", "oprd", "acomp", "attr")
    subj = own_subject(verb)
    if comp is None or subj is None or comp.i < verb.i:
        return None
    return "raising", [*runs(text, subj.subtree()), *runs(text, comp.subtree())], None


def _inverted(verb: Word, text: str) -> Found | None:
    """The clause stands before its reporting verb ("Talks failed, she said") or around it ("Talks, she said, failed")."""
    for comp in verb.children:
        if (
            comp.dep in ("ccomp", "parataxis")
            and comp.i < verb.i
            and comp.pos in ("VERB", "AUX", "NOUN", "ADJ", "PROPN")
        ):
            return "inverted", _before(verb, comp, text), None
    if verb.head is verb or verb.dep not in ("parataxis", "ccomp", "advcl", "dep", "conj") or own_subject(verb) is None:
        return None
    if verb.child("ccomp", "xcomp", "dobj", "mark") is not None or verb.tag not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    own = verb.subtree()
    if not _set_off(own):
        return None
    host = verb.head.sent.words if verb.head.head is verb.head else verb.head.subtree()
    mine = {w.i for w in own}
    return "inverted", runs(text, [w for w in host if w.i not in mine]), None


def _before(verb: Word, comp: Word, text: str) -> list[Span]:
    inside = comp.subtree()
    edge = verb.i
    numbers = {w.i for w in inside}
    for child in verb.children:
        if child is not comp and child.dep not in ("punct", "cc", "mark"):
            first = child.subtree()[0].i
            if comp.i < first < edge:
                edge = first
    start = verb.sent.words[0].i
    if verb.head is not verb:
        start = min(inside[0].i, verb.i)
    words = [w for w in verb.sent.words if start <= w.i < edge or (w.i > verb.i and w.i in numbers)]
    return runs(text, words)


def _set_off(own: list[Word]) -> bool:
    """Whether marks divide a clause from what is around it."""
    sentence = own[0].sent.words
    at, to = own[0].i - sentence[0].i, own[-1].i - sentence[0].i
    marks = ',—–-:"”“;'
    before = own[0].text in marks or (at > 0 and sentence[at - 1].text in marks)
    after = own[-1].text in marks + "." or to + 1 >= len(sentence) or sentence[to + 1].text in marks + "."
    return before and after


def _as_clause(verb: Word, text: str) -> Found | None:
    """ "as the ministry put it": what is said is the clause that it hangs on."""
    mark = verb.child("mark", "advmod")
    if verb.dep != "advcl" or mark is None or mark.lower != "as" or verb.head is verb:
        return None
    if verb.child("ccomp", "xcomp", "dobj") is not None:
        return None
    own = {w.i for w in verb.subtree()}
    host = verb.head.sent.words if verb.head.head is verb.head else verb.head.subtree()
    return "as-clause", runs(text, [w for w in host if w.i not in own]), None


def _predicated(verb: Word, text: str) -> Found | None:
    """ "called the raid a crime", "described it as an error": the thing and what it is called."""
    said = verb.child("oprd")
    thing = verb.child("dobj")
    if said is None:
        comp = verb.child("ccomp")
        if comp is not None and comp.i > verb.i and comp.pos in ("ADJ", "NOUN", "PROPN"):
            return "predicate", runs(text, [w for w in comp.subtree() if w.i > verb.i]), None
        as_ = next((c for c in verb.children if c.dep == "prep" and c.lower == "as" and c.i > verb.i), None)
        if as_ is None:
            return _named(verb, text) if thing is None else None
        said = as_
    words = [*(thing.subtree() if thing else ()), *said.subtree()]
    words.sort(key=lambda w: w.i)
    return "predicate", runs(text, words), None


def _named(verb: Word, text: str) -> Found | None:
    """ "called the protesters traitors" that the parser could not take apart: all up to the next mark."""
    comp = verb.child("ccomp", "xcomp", "oprd", "attr")
    if comp is None or comp.i < verb.i or comp.pos in ("VERB", "AUX"):
        return None
    return "predicate", runs(text, [w for w in comp.subtree() if w.i > verb.i]), None


def _object(verb: Word, text: str) -> Found | None:
    thing = verb.child("dobj")
    if thing is None or (thing.i < verb.i and thing.tag not in ("WP", "WDT")):
        return None
    words = thing.subtree()
    for child in verb.children:
        if child.i > thing.i and child.dep in ("prep", "dative") and child.lower not in _LOOSE:
            words += child.subtree()
    words.sort(key=lambda w: w.i)
    return "object", runs(text, words), verb.child("dative")


def _about(verb: Word, text: str) -> Found | None:
    for prep in verb.children:
        if prep.dep == "prep" and prep.i > verb.i and prep.lower in _ABOUT:
            words = [w for c in prep.children if c.dep in ("pobj", "pcomp") for w in c.subtree()]
            if words:
                return f"prep-{prep.lower}", runs(text, words), None
    return None


def _about_next(verb: Word, text: str) -> Found | None:
    found = [f for f in _abouts(verb, text) if f[1]]
    return found[1] if len(found) > 1 else None


def _abouts(verb: Word, text: str) -> list[Found]:
    out: list[Found] = []
    for prep in verb.children:
        if prep.dep == "prep" and prep.i > verb.i and prep.lower in _ABOUT:
            words = [w for c in prep.children if c.dep in ("pobj", "pcomp") for w in c.subtree()]
            out.append((f"prep-{prep.lower}", runs(text, words), None))
    return out


def _passive_clause(verb: Word, text: str) -> Found | None:
    found = _clause(verb, text)
    subj = done_to(verb)
    if found is None or found[0] not in ("clause", "gerund"):
        return None
    expletive = subj is not None and subj.lower == "it"
    return "it-clause" if expletive else "passive-clause", found[1], None if expletive else subj


def _passive_infinitive(verb: Word, text: str) -> Found | None:
    comp = next((c for c in verb.children if c.dep in ("xcomp", "ccomp", "oprd", "advcl") and c.i > verb.i), None)
    if comp is None or clause_kind(comp) != "infinitive":
        return None
    subj = done_to(verb)
    head = [] if subj is None else runs(text, subj.subtree())
    return "passive-infinitive", [*head, *runs(text, comp.subtree())], None


def _passive_object(verb: Word, text: str) -> Found | None:
    subj = done_to(verb)
    if subj is None:
        return None
    spans = runs(text, subj.subtree())
    words: list[Word] = []
    for child in verb.children:
        if child.i > verb.i and (child.dep == "oprd" or (child.dep == "prep" and child.lower not in _LOOSE)):
            words += child.subtree()
    return "passive", [*spans, *runs(text, sorted(words, key=lambda w: w.i))], None


_Attempt = Callable[[Word, str], "Found | None"]
_ACTIVE: tuple[_Attempt, ...] = (
    _clause, _infinitive, _raising, _as_clause, _inverted, _predicated, _object, _about, _about_next,
)  # fmt: skip
_PASSIVE: tuple[_Attempt, ...] = (
    _passive_clause, _inverted, _passive_infinitive, _as_clause, _passive_object, _about,
)  # fmt: skip
