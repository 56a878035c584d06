"""The speaker of a statement: the words that name it, who that is, and of what kind."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from sayso.model.reading import Source
from sayso.model.span import Span
from sayso.reading.cast import Cast
from sayso.reading.draft import Word
from sayso.reading.statements.finding import Finding
from sayso.reading.statements.kinds import kind_of
from sayso.reading.statements.lexicon import Speakers
from sayso.reading.statements.pronouns import actor_of, antecedent
from sayso.reading.statements.spans import one, subtree_outside

_AROUND = frozenset(
    {"relcl", "acl", "punct", "advcl", "cc", "ccomp", "parataxis", "advmod", "neg", "dep", "preconj", "npadvmod"}
)
_GENITIVES = frozenset({"'s", "’s", "'", "’"})
_BACK = 8  # sentences between a document and what else it says
_YEAR = re.compile(r"\d")


def source_words(head: Word, cue: Container[int], timed: Container[int] = ()) -> list[Word]:
    """The noun phrase of a speaker: titles, complements and apposition, without relative clauses and dates.

    `cue` and `timed` hold the numbers of the words of the cue and of times.
    """
    dates = [c for c in head.children if c.i in timed or any(o.i in timed for o in c.having("pobj"))]
    gone = {w.i for date in dates for w in date.subtree() if w.i > head.i}
    words = [w for w in subtree_outside(head, _AROUND) if w.i not in cue and w.i not in gone]
    conjoined = head.child("conj")
    if conjoined is not None and conjoined.pos not in ("NOUN", "PROPN", "PRON", "NUM"):
        gone = {w.i for w in conjoined.subtree()}
        words = [w for w in words if w.i not in gone]
    at = next((k for k, w in enumerate(words) if w is head), 0)
    low = high = at
    while low > 0 and words[low - 1].i >= words[low].i - 2:
        low -= 1
    while high + 1 < len(words) and words[high + 1].i <= words[high].i + 2:
        high += 1
    words = words[low : high + 1]
    while len(words) > 1 and (words[-1].pos == "CCONJ" or (words[-1].pos == "PART" and words[-1].lower in _GENITIVES)):
        words.pop()
    return words


def source_of(finding: Finding, cast: Cast, known: Speakers, text: str, timed: Container[int] = ()) -> Source:
    """The public form of a finding's speaker."""
    head = finding.source
    if head is None and finding.source_span is None:
        return Source()
    spans = _spans(finding, text, timed)
    if not spans or head is None:
        return Source(spans=spans)
    actor = actor_of(head, cast)
    if actor is None and head.dep in ("compound", "flat"):
        actor = cast.at(head.head)
    if actor is None:
        inside = cast.within(spans)
        actor = inside[0] if len(inside) == 1 and head.pos == "PROPN" else None
    return Source(
        spans=spans,
        actor=actor,
        kind=kind_of(antecedent(head), actor, cast, known),
        on_behalf_of=_behalf(head, actor, cast, known),
    )


def _spans(finding: Finding, text: str, timed: Container[int]) -> tuple[Span, ...]:
    if finding.source_span is not None:
        return tuple(one(text, *finding.source_span))
    assert finding.source is not None
    words = source_words(finding.source, {w.i for w in finding.cue}, timed)
    return tuple(one(text, words[0].start, words[-1].end)) if words else ()


def _issuer(head: Word, cast: Cast, known: Speakers) -> str | None:
    """Whose document speaks: "a ministry statement", "the court's ruling", "a report by the agency".

    "The letter" of nobody is the last one that somebody was said to have written, or to have spoken in.
    """
    found = _author(head, cast)
    if found is not None or not any(c.lower in ("the", "this") for c in head.having("det")):
        return found
    for word in reversed(cast.words[: head.i]):
        if head.sent.i - word.sent.i > _BACK:
            return None
        if word.lemma.lower() in known.kinds["document"] and word.pos == "NOUN":
            found = _author(word, cast) or _author_by_verb(word, cast)
            if found is not None and (word.lemma == head.lemma or head.lemma in ("document", "text")):
                return found
    return None


def _author(head: Word, cast: Cast) -> str | None:
    for child in head.children:
        owner = child.child("pobj") if child.dep in ("prep", "agent") and child.lower in ("by", "from", "of") else child
        if owner is not None and (owner is not child or child.dep in ("poss", "compound", "amod", "nmod")):
            found = cast.at(owner)
            if found is not None:
                return found
    return None


def _author_by_verb(document: Word, cast: Cast) -> str | None:
    """ "In a communiqué the army said", "the ministry issued a note": the subject of the verb."""
    prep = document.head
    verb = prep.head if document.dep == "pobj" and prep.lower in ("in", "by", "through") else prep
    subject = verb.child("nsubj") if verb.pos == "VERB" and document.dep in ("pobj", "dobj") else None
    if subject is None and verb.dep == "conj" and document.dep == "dobj":
        subject = verb.head.child("nsubj")  # "summoned the envoy and handed him a note"
    return cast.at(subject) if subject is not None else None


def _behalf(head: Word, actor: str | None, cast: Cast, known: Speakers) -> str | None:
    """Whom a spokesman speaks for: "spokesman for X", "X's spokesman", "X spokesman", "on behalf of X".

    Somebody told to be a spokesman once is one wherever the report lets him speak.
    """
    if head.lemma.lower() in known.kinds["document"]:
        return _issuer(head, cast, known)
    said = _expressly(head, cast)
    heads = [head, *(cast.heads(actor) if actor is not None and cast.actors[actor].kind == "person" else ())]
    told = (o for h in heads for w in _posts(h, known) for o in _principals(w, h, cast) if o != actor)
    return said or next(told, None)


def _posts(head: Word, known: Speakers) -> list[Word]:
    """The nouns of a noun phrase that make its bearer a spokesman."""
    phrase = [head, *(c for c in head.children if c.dep in ("appos", "compound", "nmod"))]
    return [w for w in phrase if w.lemma.lower() in known.spokesmen]


def _principals(post: Word, head: Word, cast: Cast) -> Iterator[str]:
    """Those for whom a spokesman may speak: owners, complements, and a name or body right before the post."""
    for child in post.children:
        object_ = child.child("pobj") if child.dep == "prep" and child.lower in ("for", "of", "to") else None
        owner = child if child.dep in ("poss", "compound", "amod", "nmod") else object_
        found = cast.at(owner) if owner is not None else None
        if found is not None and (post.lemma.lower() != "office" or cast.actors[found].kind == "person"):
            yield found  # "Ali Saleh's office" is he; "the RSF's media office" is a body of its own
    before = [c for c in head.children if post is not head and c.i < post.i and c.dep in ("compound", "nmod", "poss")]
    yield from (found for c in before if (found := cast.at(c)) is not None)


def _expressly(head: Word, cast: Cast) -> str | None:
    """ "speaking on behalf of the council", "on its behalf"."""
    verbs = [head.head, *(c for v in (head, head.head) for c in v.children if c.dep in ("advcl", "acl"))]
    for prep in (p for v in verbs for p in v.children if p.dep == "prep" and p.lower == "on"):
        object_ = prep.child("pobj")
        if object_ is not None and object_.lemma == "behalf":
            owner = object_.child("poss") or next((p.child("pobj") for p in object_.children if p.lower == "of"), None)
            return cast.at(owner) if owner is not None else None
    return None
