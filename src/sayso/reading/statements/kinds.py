"""What kind of speaker it is: by the actor it stands for, else by the head of its noun phrase."""

from __future__ import annotations

from sayso.model.reading import Actor, SourceKind
from sayso.reading.cast import Cast
from sayso.reading.draft import Sentence, Word
from sayso.reading.statements.lexicon import Speakers

_BY_ACTOR: dict[str, SourceKind] = {
    "person": "person", "state": "government", "government": "government",
    "people": "collective", "unnamed": "anonymous",
}  # fmt: skip
_SOME = frozenset({"a", "an", "one", "another"})
_NAMED = frozenset({"named", "identified", "quoted"})
_BENCH = frozenset({"court", "tribunal", "police"})
_NOBODY = frozenset({"one", "someone", "somebody", "another", "nobody"})


def kind_of(head: Word, actor: str | None, cast: Cast, known: Speakers) -> SourceKind:
    """The kind of a speaker whose noun phrase `head` heads; somebody who is not to be named is anonymous."""
    one = cast.actors[actor] if actor is not None else None
    named = one.kind if one is not None else None
    if named == "people" and head.tag in ("NN", "NNP"):
        return _kind_of_words(head, known)
    if named != "person" and head.pos == "NOUN" and _secret(head, one, known) and not _apposed(head):
        return "anonymous"
    if one is not None and named in ("unnamed", "office") and head.pos == "PRON":
        return "collective" if head.lower == "they" else _of_one(one, cast, known)
    if one is not None and named == "office" and _rules(head, one, cast):
        return "government"
    if one is not None and named not in ("other", "unnamed", "office"):
        return _many(head, one, known) or _BY_ACTOR.get(one.kind, "organisation")
    return _kind_of_words(head, known)


def _apposed(head: Word) -> bool:
    return any(c.dep == "appos" and (c.pos == "PROPN" or c.text.startswith("@")) for c in head.children)


def _secret(head: Word, one: Actor | None, known: Speakers) -> bool:
    """Whether a noun speaks of somebody whose name the report keeps back."""
    if head.lemma in known.anonymous:
        return True
    if one is not None and (one.ref is not None or any(m.form == "name" for m in one.mentions)):
        return False
    if any(head.lemma in words for words in known.kinds.values()) or (head.tag == "NN" and not _private(head, known)):
        return False
    numbered = head.tag == "NNS" and head.lemma != "other" and head.child("nummod") is not None
    few = numbered and not any(c.lower in ("the", "all") for c in head.children)
    return few or _anybody(head, known) or _kept_back(head.sent)


def _kept_back(sentence: Sentence) -> bool:
    """ "on condition of anonymity", "asked not to be named", "that his station not be named"."""
    for word in sentence.words:
        if word.lower == "anonymity":
            return True
        if word.lower in _NAMED and word.tag == "VBN" and any(c.dep == "neg" for c in word.children):
            return True
    return False


def _of_one(one: Actor, cast: Cast, known: Speakers) -> SourceKind:
    """Whom "he" takes up: the kind of somebody without a name, by the noun that first tells of him."""
    noun = next((h for h in cast.heads(one.id) if h.pos in ("NOUN", "PROPN")), None)
    if noun is None or one.kind == "office" or one.role in ("relative", "officer"):
        return "person"
    return "anonymous" if _secret(noun, one, known) else "person"


def _rules(head: Word, one: Actor, cast: Cast) -> bool:
    """Whether a body is an office of state: "the State Department", "the governor's office"."""
    if head.pos == "PRON" or head.lemma.lower() not in ("office", "department", "desk", "cabinet"):
        return False
    owner = head.child("poss")
    actor = cast.at(owner) if owner is not None else None
    return "GOV" in (cast.actors[actor].sectors if actor is not None else one.sectors)


def _many(head: Word, one: Actor, known: Speakers) -> SourceKind | None:
    """What is told of a body by those who make it up: "the judges"; a court or the police are no government."""
    lemma = head.lemma.lower()
    if head.pos == "NOUN" and head.tag == "NNS":
        bare = one.kind in ("military", "armed-group") and not any(c.dep in ("det", "poss") for c in head.children)
        if (one.kind == "government" and lemma in known.holders) or (bare and lemma in known.collective):
            return "collective"
    return "organisation" if one.kind == "government" and lemma in _BENCH else None


def _kind_of_words(head: Word, known: Speakers) -> SourceKind:
    """The kind of a speaker that no actor stands for, by the head of its noun phrase."""
    lemma = head.lemma.lower()
    if head.pos not in ("NOUN", "PROPN"):
        if head.dep == "amod":
            return "government"
        if head.pos == "NUM" and _apposed(head):
            return "person"
        many = head.lower in known.collective or head.pos == "NUM"
        one = head.lower in _NOBODY
        return "anonymous" if one else "collective" if many else "organisation" if head.lower == "it" else "person"
    if head.pos == "NOUN" and lemma in known.anonymous and not _apposed(head):
        return "anonymous"
    for kind, words in known.kinds.items():
        if lemma in words:
            return kind
    named = head.text[:1].isupper() and head is not head.sent.words[0] and not head.text.isupper()
    if head.tag in ("NNS", "NNPS") and (not named or head.child("det", "amod", "nummod") is not None):
        return "collective"
    return "anonymous" if _anybody(head, known) else "person"


def _anybody(head: Word, known: Speakers) -> bool:
    """ "A clerk", "one survivor": somebody without name or office; a spokesman holds one."""
    first = {c.lower for c in head.children if c.dep in ("det", "nummod")}
    return head.tag == "NN" and bool(first & _SOME) and _private(head, known) and not _apposed(head)


def _private(head: Word, known: Speakers) -> bool:
    """Whether a noun names no office that speaks for others."""
    return head.lemma.lower() not in known.spokesmen and head.lemma.lower() not in known.holders
