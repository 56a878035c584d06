"""Who speaks beside a quotation, by where the words stand: for clauses that the parser left in pieces."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.draft import Word
from sayso.reading.statements.lexicon import cues, speakers
from sayso.reading.statements.subjects import NEVER_FIRST, done_to, subject

DASHES = frozenset({"—", "–", "―", "-", "--"})


def puts_it(word: Word) -> bool:
    """ "as the minister put it", "the minister wanted to know"."""
    if word.lemma == "want" and any(c.dep == "xcomp" and c.lemma == "know" for c in word.children):
        return True
    return word.lemma == "put" and any(c.lower == "it" and c.i == word.i + 1 for c in word.children)


def local_subject(word: Word, inside: set[int]) -> Word | None:
    """The subject of a verb, if it is among the words numbered `inside`."""
    for child in word.children:
        if child.lower == "it" and puts_it(word):
            continue
        if child.dep == "nsubj" and child.i in inside and child.text not in DASHES and not _beyond(child, word):
            return child
    doing = _doing(word) if word.tag == "VBG" else None
    if doing is not None and doing.i in inside:
        return doing
    if word.tag in ("VBG", "VB", "VBN") or word.dep == "conj":
        found = subject(word)
        if found is not None and found.i in inside:
            return found
    return None


def _beyond(child: Word, verb: Word) -> bool:
    """Whether a subject after its verb is none: "told the paper", "said on the show"."""
    return child.i > verb.i and (
        verb.lemma in NEVER_FIRST or any(w.dep == "prep" and verb.i < w.i < child.i for w in verb.children)
    )


def _doing(word: Word) -> Word | None:
    """ "footage of the envoy saying, …": the noun right before; ", saying, …" in no relative clause: the subject."""
    before = next((w for w in word.sent.words if w.i == word.i - 1), None)
    if before is not None and before.pos in ("PROPN", "NOUN") and before.dep == "pobj":
        paper = before.head.head if before.head.lower == "to" else before
        paper = (paper.child("dobj") or paper) if paper.pos == "VERB" else paper
        sent = paper.dep == "dobj" and paper.lemma in speakers().kinds["document"]
        return subject(paper.head) if sent else before  # "sent a letter to members saying, …"
    found = subject(word) if before is not None and before.text == "," else None
    return done_to(word.sent.root) if found is not None and found.tag in ("WP", "WDT") else None


def neighbour(verb: Word, segment: list[Word]) -> Word | None:
    """The noun phrase right after or right before a verb whose subject the parser did not see."""
    at = next((k for k, w in enumerate(segment) if w is verb), -1)
    for word in segment[at + 1 : at + 7] if verb.lemma not in NEVER_FIRST else ():
        if word.pos in ("NOUN", "PROPN", "PRON") or (word is segment[at + 1] and word.text[:1].isupper()):
            if word.lower in cues().days:
                continue
            head = word
            while (
                head.head is not head
                and head.head.pos in ("NOUN", "PROPN")
                and head.dep in ("compound", "poss", "amod", "nmod")
            ):
                head = head.head
            return head
        if (word.pos in ("VERB", "AUX", "ADP", "SCONJ") and word.tag != "VBN") or word.text in ",.:":
            break
    before = at - 1
    while before > 0 and segment[before].pos == "ADV":
        before -= 1
    opens = 1 if segment and segment[0].pos == "CCONJ" else 0
    if before > opens and segment[before].text == "," and segment[opens].pos in ("PROPN", "DET"):
        return next((w for w in segment[opens:at] if w.pos in ("NOUN", "PROPN") and w.dep != "compound"), None)
    for word in _outside_brackets(segment[max(0, at - 8) : at]):
        if word.pos in ("NOUN", "PROPN", "PRON") and word.text not in DASHES:
            return _above_phrase(word)
        if word.pos == "VERB":
            break
    return None


def _outside_brackets(words: list[Word]) -> Iterator[Word]:
    """Words from the last to the first, without those in brackets: "Senator Pell (O-Kharat), said"."""
    inside = False
    for word in reversed(words):
        inside = (inside or word.text == ")") and word.text != "("
        if not inside and word.text != "(":
            yield word


def _above_phrase(word: Word) -> Word:
    """ "protesters in the street chanted": who the phrase before a verb is about."""
    above = word.head.head if word.dep == "pobj" else word
    if above.pos in ("VERB", "AUX"):
        return done_to(above) or word
    return above if above.pos in ("NOUN", "PROPN", "PRON") else word
