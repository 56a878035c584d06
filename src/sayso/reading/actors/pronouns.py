"""Pronouns of the third person: the latest actor that fits, first in the sentence, then in the one or two before.

A wrong actor is worse than none: "it" and "they" are resolved only to a subject, "he" and "she" never to a collective
nor against what a name, a title or an earlier pronoun tells of man or woman, and a pronoun inside a quotation never to
whoever is named outside it in the same sentence (that is the speaker).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from sayso.knowledge.anaphors import Gender, anaphors
from sayso.model.span import Span
from sayso.reading.actors.cluster import Cluster, Gathered
from sayso.reading.draft import Draft, Word

_PERSON: dict[str, Gender] = {
    "he": "man", "him": "man", "his": "man", "himself": "man",
    "she": "woman", "her": "woman", "hers": "woman", "herself": "woman",
}  # fmt: skip
_BODY = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "them", "their", "themselves"})
_BODIES = frozenset({"state", "government", "military", "armed-group", "party", "igo", "ngo", "company", "media"})
_ONE = frozenset({"person", "unnamed", "office"})
_REACH = 2  # sentences back
_LONG = 6  # sentences back for the only person there is
_BESIDE = 10  # words back
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent", "appos"})
_UNDER = frozenset({"ccomp", "relcl", "advcl"})
_SAYING = frozenset({"say", "tell", "add", "believe", "think", "argue", "explain", "recall", "note", "write", "warn"})
_STOPS = frozenset({";", ":"})
_MANY = frozenset({"NNS", "NNPS"})


class Pronouns:
    """Adds pronoun mentions to the clusters of a report, word by word in the order of the text."""

    def __init__(self, draft: Draft, found: Gathered, quoted: Iterable[Span]) -> None:
        self.draft = draft
        self.found = found
        self.inside = {w.i: n for n, span in enumerate(quoted) for w in draft.words_in(span)}
        """word number -> number of the quotation that holds it"""

    def add(self, word: Word) -> None:
        """Whom a pronoun of the third person means, if that is told."""
        if word.i in self.found.at:
            return
        if word.lower in _PERSON:
            cluster = self._person(word, _PERSON[word.lower])
        elif _aged(word):
            cluster = self._person(word, None)
        elif word.lower in _BODY:
            cluster = None if _impersonal(word) else self._agent(word) or self._single(word)
        elif word.lower in _PLURAL:
            cluster = self._many(word)
        else:
            return
        if cluster is not None:
            cluster.see(word.span, "pronoun", word.i)
            self.found.at[word.i] = cluster
            self._owned(word, cluster)

    def _owned(self, word: Word, owner: Cluster) -> None:
        """ "his lawyer, Ada Bell": whose lawyer she is."""
        theirs = self.found.at.get(word.head.i) if word.dep == "poss" else None
        if theirs is not None and theirs.kind == "person" and theirs is not owner:
            theirs.owner = theirs.owner or owner.key

    def _before(self, word: Word) -> Iterable[tuple[Word, Cluster]]:
        """Earlier mentions, the sentence's own first, subjects before others within each sentence.

        For a pronoun outside quotations, sentences that are quoted as a whole are not counted: whoever was named
        before the quotation is still spoken of after it.
        """
        reach, k = _REACH, word.sent.i
        while reach >= 0 and k >= 0:
            sentence = self.draft.sentences[k]
            here = [(w, self.found.at[w.i]) for w in sentence.words if w.i in self.found.at and w.i < word.i]
            yield from sorted(here, key=partial(_rank, _reports(word), k == word.sent.i))
            around = all(w.i in self.inside or not w.text.isalnum() for w in sentence.words)
            reach, k = reach - (word.i in self.inside or not around), k - 1

    def _person(self, word: Word, gender: Gender | None) -> Cluster | None:
        chosen = self._ahead(word, gender) or self._beside(word, gender)
        for other, cluster in self._before(word) if chosen is None else ():
            if cluster.kind not in _ONE or not _fits(cluster, gender):
                continue
            if other.dep != "compound" and self._same_side(word, other) and not _governed(word, other):
                chosen = cluster
                break
        chosen = chosen or self._unlike(word, gender) or self._told_of(word, gender) or self._alone(word, gender)
        if chosen is not None:
            chosen.gender = gender or chosen.gender
        return chosen

    def _unlike(self, word: Word, gender: Gender | None) -> Cluster | None:
        """ "Jafari said she felt", "Jonah Reed hid. He …": where nobody else fits, a name of unknown kind that acts."""
        for other, cluster in self._before(word):
            fits = cluster.kind == "other" and cluster.names and cluster.ref is None
            speaks = other.dep == "nsubj" and self._same_side(word, other) and not _governed(word, other)
            given = any(1 <= name.count(" ") <= 2 for name in cluster.names) and cluster.unknown
            if fits and speaks and _fits(cluster, gender) and (other.head.lemma in _SAYING or given):
                cluster.kind = "person"
                return cluster
        return None

    def _alone(self, word: Word, gender: Gender | None) -> Cluster | None:
        """The only person whom the report has told of in the last sentences."""
        begin = self.draft.sentences[max(0, word.sent.i - _LONG)].words[0].i
        near = (c for w, c in self.found.at.items() if begin <= w < word.i)
        told = {c.key: c for c in near if c.kind in _ONE or (c.unknown and any(" " in n for n in c.names))}
        cluster = next(iter(told.values())) if len(told) == 1 else None
        if cluster is None or cluster.kind not in ("person", "other") or not _fits(cluster, gender):
            return None
        outside = [w for w in self.draft.words[begin : word.sent.words[0].i] if self.found.at.get(w.i) is cluster]
        if word.i in self.inside or all(w.i in self.inside for w in outside):
            return None
        cluster.kind = "person"
        return cluster

    def _told_of(self, word: Word, gender: Gender | None) -> Cluster | None:
        """Inside a quotation: the one person whom the sentences before tell of and who does not speak in them."""
        if word.i not in self.inside:
            return None
        told = {
            c.key: c
            for w, c in self._before(word)
            if c.kind == "person" and w.i not in self.inside and w.sent is not word.sent
        }
        spoken = {c.key for w, c in self._before(word) if w.dep == "nsubj" and w.head.lemma in _SAYING}
        rest = [c for c in told.values() if c.key not in spoken and c.gender == gender]
        return rest[0] if len(rest) == 1 else None

    def _ahead(self, word: Word, gender: Gender | None) -> Cluster | None:
        """ "Discussing his fears in public, Ali Saleh said": the subject that the opening clause shares."""
        clause = next((a for a in word.ancestors() if a.dep == "advcl" and a.tag in ("VBG", "VBN")), None)
        if clause is None or clause.i > clause.head.i or clause.child("nsubj", "nsubjpass") is not None:
            return None
        subject = clause.head.child("nsubj", "nsubjpass")
        cluster = self.found.at.get(subject.i) if subject is not None and subject.i > word.i else None
        if subject is None or cluster is None or cluster.kind != "person" or not _fits(cluster, gender):
            return None
        return cluster if self._same_side(word, subject) else None

    def _beside(self, word: Word, gender: Gender | None) -> Cluster | None:
        """ "Haftar's conduct as well as his attacks": right after an owner, "his" is that owner again."""
        if word.dep != "poss":
            return None
        before = [w for w in word.sent.words if word.i - _BESIDE <= w.i < word.i and w.i in self.found.at]
        last = before[-1] if before else None
        cluster = self.found.at[last.i] if last is not None and last.dep == "poss" else None
        fits = cluster is not None and cluster.kind == "person" and _fits(cluster, gender)
        return cluster if fits else None

    def _same_side(self, word: Word, other: Word) -> bool:
        """Not from inside a quotation to its speaker outside; from outside not into one."""
        here, there = self.inside.get(word.i), self.inside.get(other.i)
        return here == there if word.sent is other.sent else (here is None) == (there is None)

    def _many(self, word: Word) -> Cluster | None:
        """Whom "they" means: the one body or group that acts; else the only ones who are many in the sentence."""
        agent = self._agent(word)
        if agent is not None:
            return agent
        cluster = self._subject(word, _BODIES | {"people"})
        if cluster is not None and (cluster.kind == "people" or self.draft.words[cluster.last].tag in _MANY):
            return cluster
        begin = cluster.last + 1 if cluster is not None else word.sent.words[0].i
        since = [w for w in self.draft.words[begin : word.i] if w.tag in _MANY or w.lower == "police"]
        plain = [w for w in since if w.pos in ("NOUN", "PROPN") and w.dep not in ("compound", "npadvmod")]
        others = {self.found.at[w.i].key: self.found.at[w.i] for w in plain if w.i in self.found.at}
        unknown = any(w.i not in self.found.at and w.sent is word.sent for w in plain)
        if len(others) == 1 and not unknown and all(self._same_side(word, w) for w in plain if w.i in self.found.at):
            return others.popitem()[1]
        return None if others or unknown else cluster

    def _single(self, word: Word) -> Cluster | None:
        """Whom "it" means: no noun of many ("the rebels")."""
        cluster = self._subject(word, _BODIES)
        return cluster if cluster is None or self.draft.words[cluster.last].tag != "NNS" else None

    def _agent(self, word: Word) -> Cluster | None:
        """ "mines laid by the rebels as they withdrew": the doer of the passive that the clause belongs to."""
        clause = word.head
        by = clause.head.child("agent") if word.dep == "nsubj" and clause.dep == "advcl" else None
        doer = by.child("pobj") if by is not None else None
        if doer is None or doer.i > word.i or not self._same_side(word, doer):
            return None
        cluster = self.found.at.get(doer.i)
        return cluster if cluster is not None and (doer.tag in _MANY or cluster.kind in _BODIES) else None

    def _subject(self, word: Word, kinds: frozenset[str]) -> Cluster | None:
        """The one fitting subject of the same sentence or, failing that, of the sentence before."""
        at = self.found.at
        for k in range(word.sent.i, max(-1, word.sent.i - 2), -1):
            fits = [
                at[w.i]
                for w in self.draft.sentences[k].words
                if w.i < word.i and w.i in at and _leads(w) and _is_of(at[w.i], kinds)
                and self._same_side(word, w)
                and not _governed(word, w)
            ]  # fmt: skip
            if fits:
                return fits[-1] if all(f is fits[-1] for f in fits) else None
        return None


def _rank(reporting: bool, nearest: bool, pair: tuple[Word, Cluster]) -> tuple[bool, bool, int]:
    """For "he added" who spoke before comes first; then subjects; then the nearest in the sentence, else the first."""
    other = pair[0]
    acts = other.dep in _SUBJECTS and (nearest or other.head.dep not in _UNDER or _reports(other))
    return reporting and not _reports(other), not acts, -other.i if nearest else other.i


def _is_of(cluster: Cluster, kinds: frozenset[str]) -> bool:
    """Whether an actor is of one of the kinds of bodies; a body told of by a noun alone may be of any."""
    return cluster.kind in kinds or (cluster.kind == "other" and not cluster.names)


def _leads(word: Word) -> bool:
    """Whether a word is a subject, or the head of a sentence in which the parser sees no verb."""
    return word.dep in ("nsubj", "nsubjpass") or (word.pos == "NOUN" and word is word.sent.root)


def _reports(word: Word) -> bool:
    """Whether the word is the subject of a verb that reports what somebody says."""
    verb = word.head
    told = verb.dep == "parataxis" or verb.child("ccomp") is not None or verb.lemma in anaphors().telling
    return word.dep == "nsubj" and told


def _governed(word: Word, other: Word) -> bool:
    """Whether `other` stands in what the pronoun's verb reports: "Saleh, he noted, should leave": not himself."""
    verb = word.head
    if other.sent is word.sent and any(w.text in _STOPS for w in word.sent.words if other.i < w.i < word.i):
        return False
    if word.dep in ("dobj", "dative") and other.head is verb:
        return not word.lower.endswith("self")  # "it denied it": an object is not its own subject
    if word.dep not in ("nsubj", "nsubjpass") or verb is word:
        return False
    if verb.dep == "parataxis" or (verb.dep == "ccomp" and verb.head.i > verb.i and other.i < word.i):
        return other.sent is word.sent and (verb.dep == "ccomp" or _within(other, verb.head))
    reported = [c for c in verb.children if c.dep in ("ccomp", "parataxis")]
    return other.sent is word.sent and any(a in reported for a in (other, *other.ancestors()))


def _within(word: Word, verb: Word) -> bool:
    """Whether a word hangs somewhere on a verb, or on the one whose auxiliary that is."""
    whole = verb.head if verb.dep in ("aux", "auxpass") else verb
    return whole in word.ancestors()


def _fits(cluster: Cluster, gender: Gender | None) -> bool:
    return gender is None or cluster.gender in (None, gender)


def _aged(word: Word) -> bool:
    """ "the 70-year-old": as good as a pronoun."""
    before = [c.lower for c in word.children if c.i < word.i]
    return word.lower == "old" and "the" in before and "year" in before


def _impersonal(word: Word) -> bool:
    """ "it was reported that", "it is a drill": nobody who acts."""
    verb = word.head
    return word.dep == "nsubjpass" or (word.dep == "nsubj" and verb.lemma == "be")
