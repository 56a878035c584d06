"""Who "the minister" or "the group" is: the actor told before that the noun may stand for, or nobody."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.knowledge.anaphors import anaphors, body_nouns, genders
from sayso.knowledge.titles import Title, title_words
from sayso.model.span import Span
from sayso.reading.actors.cluster import Cluster, Gathered
from sayso.reading.actors.phrases import indefinite
from sayso.reading.draft import Draft, Word

_FAR = 600  # words back for the only one told of by a noun
_BACK = 3  # sentences back for a body
POWER = frozenset({"president", "prime minister", "supreme leader", "king", "emir", "chancellor", "foreign minister"})
FORMER = frozenset({"former", "ex", "late", "previous", "ousted", "deposed", "toppled", "overthrown", "exiled"})
_POINTING = frozenset({"the", "this", "that"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent", "poss", "appos"})


def points_back(word: Word) -> bool:
    """Whether a singular noun has "the", "this" or a possessive pronoun before it."""
    own = word.child("poss")
    return word.tag != "NNS" and (
        any(c.lower in _POINTING for c in word.having("det")) or (own is not None and own.pos == "PRON")
    )


def bearer(word: Word, title: Title, owner: Cluster | None, of: str | None, found: Gathered) -> Cluster | None:
    """ "the minister": the latest person of the report who bears the title, the very same title before others."""
    if (owner is None and not points_back(word)) or indefinite(word):
        return None
    gender = genders().words.get(word.lower)
    fits = [
        (nearness(word, title, c), max(s for s in c.mentions if s < word.span), c)
        for c in found.clusters.values()
        if c.kind == "person" and min(c.mentions) < word.span
        and (owner is None or (c is not owner and c.owner in (None, owner.key) and _of_country(c, owner)))
        and (of is None or c.of in (None, of))
        and (gender is None or c.gender in (None, gender))
        and not in_power(word, c)
    ]  # fmt: skip
    best = max((f for f in fits if f[0]), key=lambda f: f[:2], default=None)
    if best is None or any(f[0] == best[0] and f[2] is not best[2] and _together(f[1], best[1], found) for f in fits):
        return None
    return best[2]


def in_power(word: Word, cluster: Cluster) -> bool:
    """Whether "the opposition leader" would be somebody in power."""
    opposed = any(c.lower == "opposition" for c in word.having("compound", "amod"))
    return opposed and bool(POWER & {*cluster.called}) and "opposition leader" not in cluster.called


def _together(a: Span, b: Span, found: Gathered) -> bool:
    """Whether two mentions stand side by side, so that neither of two ministers is "the minister"."""
    return sum(a[1] <= s[0] and s[1] <= b[0] for c in found.clusters.values() for s in c.mentions) == 0


def nearness(word: Word, title: Title, cluster: Cluster) -> int:
    """0: not the same office; 2: worded the same; 1: the same office or the last word of it."""
    noun, near = word.lower, 0
    own = {c.lower for c in word.children}
    whole = [f"{c.lower} {noun}" for c in word.having("compound", "amod")]
    worded = {w for w in whole if tuple(w.split()) in title_words().titles} or {noun, *whole}
    for called in cluster.called:
        *before, last = called.replace("-", " ").split()
        if bool(own & FORMER) != (called.split()[0] in FORMER):
            continue
        if called in worded:
            return 2
        if noun == "minister" and title.role != "minister" and _role(called) != title.role:
            continue  # "the interior minister" is not the one of justice
        apart = anaphors().apart & {*before} != anaphors().apart & own
        if (last == noun or noun in before) and not apart and not (noun in before and last == "minister"):
            near = 1
    held = title.role in cluster.roles or cluster.role == title.role
    ended = {called.split()[0] in FORMER for called in cluster.called if _role(called) == title.role}
    past = bool(ended) and bool(own & FORMER) not in ended
    if title.role not in anaphors().loose and held and title.role != "minister" and not past:
        near = near or 1
    return near


def _role(called: str) -> str | None:
    words = tuple(w for w in called.split() if w not in FORMER)
    title = title_words().titles.get(words)
    return title.role if title is not None else called


def body(word: Word, owner: Cluster | None, draft: Draft, found: Gathered) -> Cluster | None:
    """ "the group", "the ministry": the latest named body that the noun may stand for; None if two may be meant."""
    kinds, worded = body_nouns().get(word.lower, (frozenset(), frozenset()))
    if not worded or not word.text.islower() or not points_back(word) or _told_apart(word, owner):
        return None
    for k in range(word.sent.i, max(-1, word.sent.i - _BACK - 1), -1):
        here = [w for w in draft.sentences[k].words if w.i < word.i and w.i in found.at]
        here = [w for w in here if _named(found.at[w.i]) and _of_country(found.at[w.i], owner)]
        same = [w for w in here if _worded(word, found.at[w.i]) and found.at[w.i].kind in worded | kinds]
        near = k >= word.sent.i - 1
        chosen = same or [w for w in here if _may_be(found.at[w.i], kinds, near and w.dep in _SUBJECTS, w)]
        if chosen:
            if any(_joined(w, found) for w in chosen):
                return None  # one of two: "the Lake Front and the River Army signed", "the group said"
            acting = [w for w in chosen if w.dep in _SUBJECTS]
            return _only(acting, found) or _only(chosen, found)
    return sole_body(word, owner, found)


def sole_body(word: Word, owner: Cluster | None, found: Gathered) -> Cluster | None:
    """The only named body of a report so far that the noun may stand for, with nobody else called by the noun."""
    kinds = body_nouns()[word.lower][0] - {"other"}
    told = [c for c in found.clusters.values() if c.mentions and min(c.mentions) < word.span]
    fits = [c for c in told if _named(c) and c.kind in kinds and _of_country(c, owner)]
    same = any(not c.names and c.key.startswith(f"{word.lemma.lower()} ") for c in told)
    return fits[0] if len(fits) == 1 and not same else None


def same_noun(word: Word, draft: Draft, found: Gathered) -> Cluster | None:
    """ "the ministry", after "the education ministry": the only one that the report has told of by the bare noun."""
    if word.tag != "NN" or not word.text.islower() or not points_back(word):
        return None
    if any(c.dep in ("amod", "compound", "nummod", "poss", "prep", "relcl", "acl") for c in word.children):
        return None
    same = [
        w
        for w in draft.words[max(0, word.i - _FAR) : word.i]
        if w.lemma == word.lemma and w.tag == "NN" and w.pos == "NOUN"
    ]
    told = {found.at[w.i].key: found.at[w.i] for w in same if w.i in found.at}
    return told.popitem()[1] if len(told) == 1 and all(w.i in found.at for w in same) else None


def _only(words: Iterable[Word], found: Gathered) -> Cluster | None:
    told = {found.at[w.i].key: found.at[w.i] for w in words}
    return told.popitem()[1] if len(told) == 1 else None


def _joined(word: Word, found: Gathered) -> bool:
    """Whether a name is joined to another by "and"."""
    pair = [(word.head, word)] if word.dep == "conj" else [(word, other) for other in word.having("conj")]
    linked = [(a, b) for a, b in pair if all(w.i in found.at and found.at[w.i].names for w in (a, b))]
    return any(c.lower == "and" for a, _ in linked for c in a.having("cc"))


def _told_apart(word: Word, owner: Cluster | None) -> bool:
    """Whether the noun has words of its own that tell it from others ("the committee on roads", "the new party")."""
    if owner is not None and owner.kind != "state":
        return True
    if any(p.lower in ("of", "for", "on", "in", "that") for p in word.having("prep", "relcl", "acl")):
        return True
    own = (c for c in word.children if c.dep in ("amod", "compound", "nummod", "poss") and c.i < word.i)
    return any(c.lower not in anaphors().sorts and not (owner and c.tag in ("JJ", "NNP")) for c in own)


def _worded(word: Word, cluster: Cluster) -> bool:
    """Whether a name of the actor has the noun in it, or its id tells that it is a government or an army."""
    room = {"government": "government/", "army": "military/"}.get(word.lower)
    known = room is not None and cluster.ref is not None and cluster.ref.startswith(room)
    return known or any(word.lower in name.lower().split() for name in cluster.names)


def _named(cluster: Cluster) -> bool:
    return bool(cluster.names or cluster.ref)


def _of_country(cluster: Cluster, owner: Cluster | None) -> bool:
    return owner is None or None in (owner.country, cluster.country) or owner.country == cluster.country


def _may_be(cluster: Cluster, kinds: frozenset[str], acts: bool, at: Word) -> bool:
    """A body of the kind; one of unknown kind only where it acts, right before, and not as people do ("Dorn said")."""
    if cluster.kind != "other" or cluster.ref is not None:
        return cluster.kind in kinds
    alone = all(" " not in name for name in cluster.names)
    return cluster.kind in kinds and acts and not (alone and at.head.child("ccomp", "parataxis") is not None)
