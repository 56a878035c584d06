"""Complement clauses of a reporting verb: that-clauses, infinitives, gerunds, wherever the parser hung them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sayso.model.span import Span
from sayso.reading.draft import Word
from sayso.reading.statements.lexicon import cues, speakers
from sayso.reading.statements.spans import runs
from sayso.reading.statements.subjects import loosened

Found = tuple[str, list[Span], Word | None]  # construction, content, addressee
_THROUGH = frozenset({"in", "by", "through", "via", "with", "during", "as"})
_ON_NOUNS = frozenset({"acl", "relcl", "advcl", "xcomp", "ccomp", "pcomp"})


def clause_kind(comp: Word) -> str:
    """How a complement clause is built: "infinitive", "gerund" or "clause"."""
    if any(c.tag == "TO" for c in comp.children if c.dep == "aux"):
        return "infinitive"
    if any(c.dep == "aux" and c.tag == "VBG" for c in comp.children):
        return "gerund"  # "denies having left"
    finite = comp.tag in ("VBD", "VBZ", "VBP", "MD") or any(c.dep in ("aux", "auxpass", "cop") for c in comp.children)
    return "gerund" if comp.tag == "VBG" and not finite else "clause"


def that_clause(verb: Word, text: str) -> Found | None:
    """ "said that talks failed"; also "wants the guards to leave", which the parser takes for one clause."""
    for comp in verb.children:
        if comp.dep == "ccomp" and comp.i > verb.i and not _bare_tail(verb, comp) and not _cut_off(verb, comp):
            words = complement(verb, comp)
            kind = clause_kind(comp)
            person = comp.child("nsubj") if kind == "infinitive" else None
            if person is not None and cues().verbs[verb.lemma].act not in cues().minds:
                at = next(c.i for c in comp.children if c.tag == "TO")
                return "person-infinitive", runs(text, [w for w in words if w.i >= at]), person
            person = verb.child("dative", "dobj")
            return kind, runs(text, words), person if person is not None and person.i < comp.i else None
    return None


def _bare_tail(verb: Word, comp: Word) -> bool:
    """Whether a clause is but a verb left over by the parser, what is said having come before."""
    told = any(c.dep == "ccomp" and c.i < verb.i for c in verb.children)
    return told and comp.child("mark", "nsubj", "nsubjpass", "expl") is None


def _cut_off(verb: Word, comp: Word) -> bool:
    """ "…, the ministry said; the army put the toll at nine": what follows the mark is a sentence of its own."""
    first = verb.sent.words[0].i
    begin = comp.subtree()[0].i
    between = verb.sent.words[verb.i - first + 1 : max(begin - first, verb.i - first) + 1]
    told = any(c.dep in ("ccomp", "parataxis") and c.i < verb.i for c in verb.children)
    return told and any(w.text == ";" for w in between)


def complement(verb: Word, comp: Word) -> list[Word]:
    """The words of a complement clause, without reporting clauses that belong to the same speaker as `verb`."""
    words = [w for w in comp.subtree() if w.i > verb.i]
    mark = comp.child("mark")
    if mark is not None and any(w.text == "," for w in words if w.i < mark.i):
        words = [w for w in words if w.i >= mark.i]
    words = _undated(words, comp)
    for child in comp.children:
        if child.dep in ("advcl", "conj") and (loosened(child) or _another(child, verb)):
            begin = child.subtree()[0].i
            return [w for w in words if w.i < begin]
    aside = _aside(words)
    if aside is not None:
        return [w for w in words if w.i < aside]
    return words + _and_that(words)


def _undated(words: list[Word], comp: Word) -> list[Word]:
    """The words without a day at their head: "said on Monday it would leave" is said on Monday."""
    first = words[0] if words else None
    if first is None or first.dep not in ("prep", "npadvmod") or first.head is not comp:
        return words
    day = first.child("pobj") if first.dep == "prep" else first
    dated = day is not None and day.lower in cues().days
    return [w for w in words if w not in first.subtree()] if dated else words


def _aside(words: list[Word]) -> int | None:
    """Where the reporter's own "…, a claim that the army denies" begins."""
    for before, word in pairwise(words):
        if before.text == "," and word.dep == "det" and word.head.dep == "appos" and word.head.lemma in cues().charges:
            return before.i
    return None


def _another(clause: Word, verb: Word) -> bool:
    """ "said the war was over, and monitors warned that it was not": a second voice, no part of what the first says."""
    speaker = clause.child("nsubj")
    if clause.dep != "conj" or clause.tag != verb.tag or clause.lemma not in cues().verbs:
        return False
    if speaker is None or speaker.pos not in ("NOUN", "PROPN") or clause.child("ccomp") is None:
        return False
    before = verb.sent.words[: speaker.subtree()[0].i - verb.sent.words[0].i]
    return len(before) > 1 and before[-1].pos == "CCONJ" and before[-2].text == ","


def _and_that(words: list[Word]) -> list[Word]:
    """ "…, and that the road was closed": a second that-clause that the parser hung elsewhere."""
    sentence = words[-1].sent.words if words else ()
    at = words[-1].i - sentence[0].i + 1 if words else 0
    at -= 1 if words and words[-1].pos == "CCONJ" else 0
    k = at + 1 if at < len(sentence) and sentence[at].text == "," else at
    if k + 1 < len(sentence) and sentence[k].pos == "CCONJ" and sentence[k + 1].lower == "that":
        verb = next((w for w in sentence[k + 1 :] if w.pos in ("VERB", "AUX")), None)
        verb = verb.head if verb is not None and verb.dep in ("aux", "auxpass") else verb
        end = max((w.i for w in verb.subtree()), default=0) - sentence[0].i + 1 if verb is not None else at
        return list(sentence[at : max(end, at)])
    return []


def infinitive(verb: Word, text: str) -> Found | None:
    """ "vowed to leave", "urged them to leave", "called on them to leave"."""
    for comp in verb.children:
        if comp.dep == "xcomp" and comp.i > verb.i:
            kind = clause_kind(comp)
            words = complement(verb, comp)
            person = verb.child("dobj", "dative")
            if kind == "infinitive" and person is not None and person.i < comp.i:
                return "person-infinitive", runs(text, words), person
            called = _called_upon(verb, text) if kind == "infinitive" else None
            if called is not None and called[0] in cues().verbs[verb.lemma].takes:
                return called
            if kind != "clause":
                return kind, runs(text, words), None
    return _for_them(verb, text) or _called_upon(verb, text) or _strayed_infinitive(verb, text)


def _for_them(verb: Word, text: str) -> Found | None:
    """ "called for the parties to stop": the infinitive, and who is asked."""
    for comp in verb.children:
        mark = comp.child("mark") if comp.i > verb.i and comp.dep in ("advcl", "ccomp", "xcomp") else None
        if mark is None or mark.lower != "for" or clause_kind(comp) != "infinitive":
            continue
        at = next(c.i for c in comp.children if c.tag == "TO")
        words = [w for w in comp.subtree() if w.i >= at]
        words += [w for c in verb.children if c.dep == "conj" and c.tag == "VB" for w in c.subtree()]
        return "for-infinitive", runs(text, sorted(words, key=lambda w: w.i)), comp.child("nsubj")
    return None


def _called_upon(verb: Word, text: str) -> Found | None:
    """ "called on the parties to …", "called for the camp to …": the infinitive, and who is asked."""
    for prep in verb.children:
        asked = prep.child("pobj") if prep.dep == "prep" and prep.i > verb.i else None
        if asked is None or asked.lower in cues().days or prep.lower not in ("on", "upon", "to", "for", "with"):
            continue
        if prep.lower == "for" and asked.lemma in cues().means:
            continue  # "called for efforts to end the war"
        for comp in (*asked.children, *verb.children, *prep.children):
            if comp.i > asked.i and comp.dep in _ON_NOUNS and clause_kind(comp) == "infinitive":
                return f"{prep.lower}-infinitive", runs(text, comp.subtree()), asked
    return None


def _strayed_infinitive(verb: Word, text: str) -> Found | None:
    """ "promised at a rally to end the war", "advised them in May to leave"."""
    for comp in _beyond(verb):
        if clause_kind(comp) == "infinitive":
            return "infinitive", runs(text, comp.subtree()), None
    person = verb.child("dobj", "dative")
    if person is not None and person.lower in cues().days:
        person = None
    asked = person is not None and verb.lemma in speakers().telling
    if person is None or asked:
        for comp in verb.children:
            if comp.dep == "advcl" and comp.i > verb.i and clause_kind(comp) == "infinitive" and not comp.child("mark"):
                words = complement(verb, comp)
                return ("person-infinitive" if asked else "infinitive"), runs(text, words), person if asked else None
    return None


def strayed_clause(verb: Word, text: str) -> Found | None:
    """ "said in a statement that …": a that-clause hung on a word in between."""
    for comp in _beyond(verb):
        mark = comp.child("mark")
        if mark is not None and mark.lower in ("that", "whether") and clause_kind(comp) == "clause":
            return "clause", runs(text, [w for w in comp.subtree() if w.i >= mark.i]), verb.child("dative", "dobj")
    return None


def told_to(verb: Word, text: str) -> Found | None:
    """ "they were told to leave": the infinitive, and who is asked."""
    person = next((c for c in verb.children if c.dep == "nsubjpass"), None)
    comp = next((c for c in verb.children if c.dep == "xcomp" and c.i > verb.i), None)
    if person is None or comp is None or clause_kind(comp) != "infinitive":
        return None
    by = next((c for c in comp.children if c.dep == "agent"), None)
    gone = {w.i for w in by.subtree()} if by is not None and by.subtree()[-1] is comp.subtree()[-1] else set()
    return "person-infinitive", runs(text, [w for w in comp.subtree() if w.i not in gone]), person


def told_clause(verb: Word, text: str) -> Found | None:
    """ "tells audiences she may go", "asked the pupils if …": a clause hung on the person who is told."""
    person = verb.child("dobj", "dative") if verb.lemma in speakers().telling else None
    if person is None or person.i < verb.i:
        return None
    for comp in person.children:
        if comp.i > person.i and comp.dep in ("relcl", "acl", "ccomp") and clause_kind(comp) == "clause":
            mark = comp.child("mark")
            opens = mark.lower in ("that", "if", "whether") if mark is not None else comp.child("nsubj") is not None
            if opens and not any(w.tag in ("WDT", "WP", "WRB") for w in comp.children):
                return "clause", runs(text, comp.subtree()), person
    return None


def _beyond(verb: Word) -> Iterator[Word]:
    """Clauses on the loose phrases after a verb."""
    for middle in verb.children:
        if middle.i > verb.i and middle.dep in ("prep", "npadvmod", "advmod"):
            for word in (middle, *(c for c in middle.children if c.dep == "pobj")):
                if not _told_by_itself(word, middle):
                    yield from (c for c in word.children if c.i > word.i and c.dep in _ON_NOUNS and c.dep != "pcomp")


def _told_by_itself(word: Word, prep: Word) -> bool:
    """ "horror at reports that …", "called for efforts to …": the clause is that of the reports, of the efforts."""
    if prep.lower == "for" and word.lemma in cues().means:
        return True
    return prep.dep == "prep" and prep.lower not in _THROUGH and word.lemma in cues().nouns
