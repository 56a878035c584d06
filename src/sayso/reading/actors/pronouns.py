"""Pronouns of the third person: the latest actor that fits, first in the sentence, then in the one or two before.

A wrong actor is worse than none: "it" and "they" are resolved only to a subject, "he" and "she" never to a collective,
and a pronoun inside a quotation never to whoever is named outside it in the same sentence (that is the speaker).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from sayso.model.span import Span
from sayso.reading.actors.cluster import Cluster, Gathered
from sayso.reading.draft import Draft, Word

_PERSON = frozenset({"he", "him", "his", "she", "her", "hers"})
_MALE = frozenset({"he", "him", "his"})
_BODY = frozenset({"it", "its"})
_PLURAL = frozenset({"they", "them", "their"})
_BODIES = frozenset({"state", "government", "military", "armed-group", "party", "igo", "ngo", "company", "media"})
_REACH = 2  # sentences back
_BESIDE = 8  # words back
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent", "appos"})


def resolve_pronouns(draft: Draft, found: Gathered, quoted: Iterable[Span]) -> None:
    """Add pronoun mentions to the clusters of a report."""
    inside = _inside(draft, quoted)
    spoken: dict[str, bool] = {}
    for word in draft.words:
        if word.pos != "PRON" or word.i in found.at:
            continue
        if word.lower in _PERSON:
            cluster = _person(draft, word, found, inside, spoken)
        elif word.lower in _BODY:
            cluster = _subject(draft, word, found, _BODIES, inside)
        elif word.lower in _PLURAL:
            cluster = _subject(draft, word, found, _BODIES | {"people"}, inside)
        else:
            continue
        if cluster is not None:
            cluster.see(word.span, "pronoun", word.i)
            found.at[word.i] = cluster


def _inside(draft: Draft, quoted: Iterable[Span]) -> dict[int, int]:
    """Word number -> number of the quotation that holds it."""
    return {w.i: n for n, span in enumerate(quoted) for w in draft.words_in(span)}


def _before(draft: Draft, word: Word, found: Gathered, inside: dict[int, int]) -> Iterable[tuple[Word, Cluster]]:
    """Earlier mentions, the sentence's own first, subjects before others within each sentence.

    For a pronoun outside quotations, sentences that are quoted as a whole are not counted: whoever was named before
    the quotation is still spoken of after it.
    """
    reach, k = _REACH, word.sent.i
    while reach >= 0 and k >= 0:
        sentence = draft.sentences[k]
        here = [(w, found.at[w.i]) for w in sentence.words if w.i in found.at and w.i < word.i]
        yield from sorted(here, key=partial(_rank, _reports(word), k == word.sent.i))
        quoted = word.i not in inside and all(w.i in inside or not w.text.isalnum() for w in sentence.words)
        reach, k = reach - (not quoted), k - 1


def _rank(reporting: bool, nearest: bool, pair: tuple[Word, Cluster]) -> tuple[bool, bool, int]:
    """For "he added" who spoke before comes first; then subjects; then the nearest in the sentence, else the first."""
    other = pair[0]
    return reporting and not _reports(other), other.dep not in _SUBJECTS, -other.i if nearest else other.i


def _reports(word: Word) -> bool:
    """Whether the word is the subject of a verb that reports what somebody says."""
    verb = word.head
    return word.dep == "nsubj" and (verb.dep == "parataxis" or verb.child("ccomp") is not None)


def _governed(word: Word, other: Word) -> bool:
    """Whether `other` stands in what the pronoun's verb reports: "Saleh, he noted, should leave": not himself."""
    verb = word.head
    if word.dep in ("dobj", "dative") and other.head is verb:
        return True  # "it denied it": an object is not its own subject, or it would be "itself"
    if word.dep not in ("nsubj", "nsubjpass") or verb is word:
        return False
    if verb.dep == "parataxis" or (verb.dep == "ccomp" and verb.head.i > verb.i and other.i < word.i):
        return other.sent is word.sent
    reported = [c for c in verb.children if c.dep in ("ccomp", "parataxis")]
    return other.sent is word.sent and any(a in reported for a in (other, *other.ancestors()))


def _person(
    draft: Draft, word: Word, found: Gathered, inside: dict[int, int], spoken: dict[str, bool]
) -> Cluster | None:
    male = word.lower in _MALE
    beside = _beside(word, found)
    if beside is not None:
        return beside
    for other, cluster in _before(draft, word, found, inside):
        if cluster.kind not in ("person", "unnamed", "office") or spoken.get(cluster.key, male) != male:
            continue
        if other.dep == "compound" or not _same_side(word, other, inside) or _governed(word, other):
            continue
        spoken[cluster.key] = male
        return cluster
    return None


def _beside(word: Word, found: Gathered) -> Cluster | None:
    """ "Haftar's conduct as well as his attacks": right after an owner, "his" is that owner again."""
    if word.dep != "poss":
        return None
    before = [w for w in word.sent.words if word.i - _BESIDE <= w.i < word.i and w.i in found.at]
    last = before[-1] if before else None
    cluster = found.at[last.i] if last is not None and last.dep == "poss" else None
    return cluster if cluster is not None and cluster.kind == "person" else None


def _same_side(word: Word, other: Word, inside: dict[int, int]) -> bool:
    """Not from inside a quotation to its speaker outside; from outside not into one."""
    here, there = inside.get(word.i), inside.get(other.i)
    return here == there if word.sent is other.sent else (here is None) == (there is None)


def _subject(
    draft: Draft, word: Word, found: Gathered, kinds: frozenset[str], inside: dict[int, int]
) -> Cluster | None:
    """The one fitting subject of the same sentence or, failing that, of the sentence before."""
    for back in (0, 1):
        k = word.sent.i - back
        if k < 0:
            return None
        fits = [
            found.at[w.i]
            for w in draft.sentences[k].words
            if w.i < word.i and w.i in found.at and w.dep in ("nsubj", "nsubjpass") and found.at[w.i].kind in kinds
            and _same_side(word, w, inside)
            and not _governed(word, w)
        ]  # fmt: skip
        if fits:
            return fits[-1] if all(f is fits[-1] for f in fits) else None
    return None
