"""Nouns and adjectives that report ("allegations that", "is confident that"), and "according to"."""

from __future__ import annotations

from collections.abc import Container

from sayso.model.span import Span
from sayso.reading.draft import Word
from sayso.reading.statements.clauses import clause_kind
from sayso.reading.statements.finding import Finding
from sayso.reading.statements.lexicon import cues
from sayso.reading.statements.spans import runs, without
from sayso.reading.statements.subjects import agent, done_to, is_passive, subject

_ABOUT = frozenset({"about", "of", "for", "on", "to", "against", "with", "over", "at", "as", "regarding", "in"})


def noun_finding(noun: Word, takes: Container[str], light: Container[str], text: str) -> Finding | None:
    """The statement that a noun reports."""
    silent = _without_comment(noun, light, text)
    if silent is not None:
        return silent
    for frame, words in _complements(noun):
        if frame in takes:
            content = runs(text, words)
            if content:
                source = _holder(noun, light)
                if source is None and (frame != "clause" or cues().nouns[noun.lemma].act in cues().minds):
                    continue  # "doubts about the truce" are nobody's
                cue = [noun]
                if noun.dep == "dobj" and noun.head.lemma in light:
                    cue = [noun.head, noun]
                return Finding(noun, frame, cue, source, content, kind="noun")
    return None


def _without_comment(noun: Word, light: Container[str], text: str) -> Finding | None:
    """ "had no comment on the raid", "has not issued any statement about it", "there was no comment from the army"."""
    verb = noun.head
    there = noun.dep == "attr" and verb.child("expl") is not None
    made = there or (noun.dep == "dobj" and verb.lemma in light)
    if not made or noun.lemma not in cues().silent_nouns or noun.child("acl") is not None:
        return None
    if verb.child("neg") is None and not any(c.lower == "no" for c in noun.children):
        return None
    about = next((c for c in noun.children if c.dep == "prep" and c.lower in _ABOUT), None)
    by = next((c.child("pobj") for c in noun.children if c.dep == "prep" and c.lower in ("from", "by")), None)
    topic = about.child("pobj", "pcomp") if about is not None else None
    cue = [*(c for c in verb.children if c.dep in ("aux", "neg")), verb]
    said = runs(text, topic.subtree() if topic is not None else [noun])
    source = by if there else subject(verb)
    return Finding(noun, "silence", cue if topic is None else [*cue, noun], source, said, kind="noun")


def _complements(noun: Word) -> list[tuple[str, list[Word]]]:
    found = []
    found += _appealing(noun)
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep in ("acl", "ccomp", "relcl", "advcl", "appos") and child.pos in ("VERB", "AUX"):
            if clause_kind(child) == "infinitive":
                found.append(("infinitive", child.subtree()))
            elif _that(child):
                found.append(("clause", child.subtree()))
        elif child.dep == "prep" and child.lower in _ABOUT:
            words = [w for c in child.children if c.dep in ("pobj", "pcomp") for w in c.subtree()]
            found.append((f"prep-{child.lower}", words))
    return found + _copular(noun)


def _that(clause: Word) -> bool:
    """Whether a clause on a noun tells what is said: "that" is its mark, or was taken for its object."""
    if clause.dep == "relcl":
        return any(c.lower == "that" and c.tag == "IN" for c in clause.children)
    mark = clause.child("mark")
    return mark is not None and mark.lower in ("that", "whether", "if")


def _appealing(noun: Word) -> list[tuple[str, list[Word]]]:
    """ "made an appeal for both sides to stop": the infinitive that was hung on the verb."""
    prep = next((c for c in noun.children if c.dep == "prep" and c.lower == "for"), None)
    asked = prep.child("pobj") if prep is not None else None
    comp = noun.head.child("advcl", "xcomp") if asked is not None and noun.dep == "dobj" else None
    if asked is None or comp is None or clause_kind(comp) != "infinitive" or comp.i < asked.i:
        return []
    first = comp.subtree()[0].i
    return [("infinitive", comp.subtree())] if first == asked.subtree()[-1].i + 1 else []


def _copular(noun: Word) -> list[tuple[str, list[Word]]]:
    """ "Their demand is that …"; "issued a warning that" where the clause was hung on the verb."""
    verb = noun.head
    if noun.dep == "nsubj" and verb.lemma == "be":
        comp = verb.child("ccomp", "xcomp")
        if comp is not None and comp.i > verb.i:
            kind = clause_kind(comp)
            return [("clause" if kind == "clause" else "infinitive", comp.subtree())]
    if noun.dep == "dobj":
        for comp in verb.children:
            if comp.i > noun.i and comp.dep in ("ccomp", "advcl", "xcomp"):
                mark = comp.child("mark")
                if mark is not None and mark.lower == "that":
                    return [("clause", comp.subtree())]
    return []


def _holder(noun: Word, light: Container[str]) -> Word | None:
    """Whose word it is: the possessor, "by X", "from X", or the subject of the verb that the noun completes."""
    owner = noun.child("poss")
    his = owner is not None and owner.pos == "PRON" and noun.head.lemma in light
    if noun.dep == "dobj" and (his or noun.head.lemma in cues().uttering) and not is_passive(noun.head):
        return subject(noun.head) or owner  # "repeated his threat", "voiced the king's hope": who utters it
    if owner is not None:
        return owner
    for prep in noun.children:
        if prep.dep in ("prep", "agent") and prep.lower in ("by", "from", "among"):
            held = prep.child("pobj")
            if held is not None:
                return held
    through = noun.dep == "pobj" and noun.head.lower not in ("at", "about", "over", "against")
    verb = noun.head if noun.dep in ("dobj", "attr") else noun.head.head if through else None
    if verb is not None and verb.lemma in cues().drawn:
        return None  # "drew criticism", "faces questions": those of others
    if verb is not None and verb.pos in ("VERB", "AUX") and (verb.lemma in light or noun.dep == "pobj"):
        if is_passive(verb):
            return done_to(verb) if noun.dep == "pobj" else agent(verb)
        if noun.dep == "dobj" or verb.lemma in light:
            return subject(verb)
    for child in noun.children:
        if child.i < noun.i and child.dep in ("amod", "compound") and child.text[:1].isupper() and child.tag != "JJS":
            return child
    return None


def adjective_finding(word: Word, takes: Container[str], text: str) -> Finding | None:
    """The statement that an adjective or participle of mind reports ("is aware of …", "are worried that …")."""
    for frame, words in _of_adjective(word):
        if frame in takes:
            content = runs(text, words)
            if content:
                source = done_to(word) if word.tag in ("VBN", "VBD") else None
                if source is None:
                    source = subject(word.head) if word.dep in ("acomp", "oprd", "conj") else word.child("nsubj")
                if source is None and word.dep in ("ccomp", "xcomp") and word.head.lemma == "make":
                    source = subject(word.head)
                if source is None and word.dep in ("amod", "acl") and word.head.i < word.i:
                    source = word.head
                cue = [word.head, word] if word.dep == "acomp" and word.head.i == word.i - 1 else [word]
                return Finding(word, frame, cue, source, content, kind="adjective")
    return None


def _of_adjective(word: Word) -> list[tuple[str, list[Word]]]:
    found = []
    for child in word.children:
        if child.i < word.i:
            continue
        if child.dep in ("ccomp", "xcomp", "advcl"):
            kind = clause_kind(child)
            mark = child.child("mark")
            if child.dep != "advcl" or kind == "infinitive" or (mark is not None and mark.lower == "that"):
                found.append(("clause" if kind == "clause" else "infinitive", child.subtree()))
        elif child.dep == "prep" and child.lower in _ABOUT:
            words = [w for c in child.children if c.dep in ("pobj", "pcomp") for w in c.subtree()]
            found.append((f"prep-{child.lower}", words))
    return found


def according(word: Word, text: str) -> Finding | None:
    """ "according to X": what is said is the clause around it."""
    to = word.child("prep")
    if to is None and word.i + 1 <= word.sent.words[-1].i:
        nxt = next(w for w in word.sent.words if w.i == word.i + 1)
        to = nxt if nxt.lower == "to" else None
    if to is None or to.lower != "to":
        return None
    source = to.child("pobj", "pcomp") or word.child("pobj")
    if source is None:
        return None
    own = sorted({w.i: w for w in [*word.subtree(), *to.subtree()]}.values(), key=lambda w: w.i)
    content: list[Span] = runs(text, without(_around(word, own), own))
    return Finding(word, "according", [word, to], source, content, kind="preposition") if content else None


def _around(word: Word, own: list[Word]) -> list[Word]:
    """The clause that a phrase belongs to: the whole sentence if the phrase stands at one of its ends."""
    sentence = list(word.sent.words)
    at_start = own[0].i <= sentence[0].i + 1
    tail = [w for w in sentence if w.i > own[-1].i and w.pos != "PUNCT"]
    if at_start or not tail:
        return sentence
    clause = next((a for a in word.ancestors() if a.pos in ("VERB", "AUX")), None)
    return clause.subtree() if clause is not None else sentence
