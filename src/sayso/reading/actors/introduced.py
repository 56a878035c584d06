"""Somebody told of first and named next: "A soldier told the court … Oleh Marenko, 34, said"."""

from __future__ import annotations

from sayso.knowledge.anaphors import anaphors
from sayso.model.span import Span
from sayso.reading.actors.cluster import Cluster, Gathered
from sayso.reading.draft import Draft, Word

_ONE = frozenset({"unnamed", "office"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def introduce(draft: Draft, found: Gathered) -> None:
    """Join whoever a sentence speaks of without a name to the person whose bare name opens the next one.

    A full name that nothing explains is that of somebody told of just before.
    """
    for before, sentence in zip(draft.sentences, draft.sentences[1:], strict=False):
        if draft.blocks[before.block].kind in ("title", "heading"):
            continue
        subject = next((w for w in sentence.words if w.dep in _SUBJECTS and w.head is sentence.root), None)
        named = found.at.get(subject.i) if subject is not None else None
        if subject is None or named is None or not _bare(subject, named, draft):
            continue
        told = {c.key: c for w in before.words if (c := found.at.get(w.i)) is not None and _nameless(w, c, before.span)}
        one = next(iter(told.values())) if len(told) == 1 else None
        if one is not None and (named.gender is None or one.gender in (None, named.gender)):
            join(found, named, one)


def _bare(word: Word, cluster: Cluster, draft: Draft) -> bool:
    """Whether this is the first mention of a full name, with no office or description beside it but an age or rank."""
    span = next((s for s in cluster.mentions if s[1] == word.end), None)
    body = [s for s in cluster.mentions if draft.kind_at(s[0]) not in ("title", "heading")]
    first = span is not None and bool(body) and span == min(body) and any(" " in n for n in cluster.names)
    if not first or cluster.ref is not None or cluster.kind not in ("person", "other") or word.having("relcl"):
        return False
    if cluster.kind == "other" and not cluster.unknown:
        return False
    explained = [c for c in word.children if c.dep == "appos" and not c.text.isdigit()]
    return not explained and cluster.role in (None, "officer")


def _nameless(word: Word, cluster: Cluster, sentence: Span) -> bool:
    """Whether a subject is a single person without a name who is told of in this sentence first."""
    if cluster.kind not in _ONE or word.dep not in _SUBJECTS or word.tag != "NN" or cluster.names:
        return False
    return word.lower not in anaphors().many and min(cluster.mentions) >= (sentence[0], 0)


def join(found: Gathered, kept: Cluster, gone: Cluster) -> None:
    """Whoever was told of without a name is the named person, who takes over the office."""
    kept.kind = "person"
    kept.gender = kept.gender or gone.gender
    kept.role = gone.role if kept.role in (None, "officer") and gone.role else kept.role
    kept.called += [c for c in gone.called if c not in kept.called]
    kept.roles += [r for r in gone.roles if r not in kept.roles]
    kept.sectors, kept.country = kept.sectors or gone.sectors, kept.country or gone.country
    kept.owner, kept.of = kept.owner or gone.owner, kept.of or gone.of
    found.merge(kept, gone)
