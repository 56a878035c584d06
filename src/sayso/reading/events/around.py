"""What stands around an event: its mode where the trigger leaves it open, contexts, objects, time and place."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.knowledge.triggers import mode_words
from sayso.model.reading import Thing, Time
from sayso.model.span import Span
from sayso.reading.draft import Word
from sayso.reading.events import syntax
from sayso.reading.events.finding import Found, Scene
from sayso.reading.events.phrases import phrase

_BY_CONTENT = frozenset({"REQUEST", "REJECT", "THREATEN"})
_WITH = frozenset({"with", "by", "using", "from", "in"})
_GREAT = 3  # parties from which a meeting is multilateral


def mode_of(found: Found, parties: int) -> str | None:
    """The mode of an event: the entry's, else by the weapon named near it, or by what is asked, refused, threatened."""
    entry = found.entry
    if entry.mode is not None:
        return entry.mode
    if entry.type == "ASSAULT":
        return _by_instrument(found)
    if entry.type in _BY_CONTENT:
        return _by_content(found.word, mode_words()[entry.type])
    if entry.type == "CONSULT" and parties >= _GREAT:
        return "multilateral"
    return None


def _by_instrument(found: Found) -> str | None:
    table = mode_words()["instruments"]
    for word in _near(found.word):
        for mode, lemmas in table.items():
            if word.lower in lemmas or word.lemma in lemmas:
                return mode
    return None


def _near(word: Word) -> Iterable[Word]:
    """Words that may name the weapon: modifiers first, then the doer and what stands after "with" or "in"."""
    for child in word.children:
        if child.dep in ("compound", "amod", "nmod", "npadvmod") or (child.dep == "advmod" and child.i < word.i):
            yield child
            yield from child.children
    who = syntax.doer(word) if word.pos == "VERB" else syntax.after(word, "by")
    if who is not None:
        yield who
        yield from (c for c in who.children if c.dep in ("compound", "amod", "nmod"))
    for prep, nouns in syntax.prepositions(word).items():
        if prep in _WITH:
            for noun in nouns:
                yield from noun.subtree()
    for below in (w for w in word.having("advcl") if syntax.governor(w) is word):
        yield from (w for w in below.subtree() if w.dep in ("dobj", "compound"))


def _by_content(word: Word, table: dict[str, frozenset[str]]) -> str | None:
    inside = [w for w in word.subtree() if w.i > word.i] or word.subtree()
    if word.pos != "VERB" and word.head.pos == "VERB":
        inside += [w for w in word.head.subtree() if w.i > word.i]
    for found in inside:
        for mode, lemmas in table.items():
            if found.lemma in lemmas:
                return mode
    return None


def contexts_of(word: Word, table: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The contexts that words of the sentence name, at most three, by how many words name them."""
    found: dict[str, int] = {}
    for other in word.sent.words:
        named = table.get(other.lemma) or table.get(other.lower)
        for name in named or ():
            found[name] = found.get(name, 0) + 1
    ranked = sorted(found, key=lambda n: (-found[n], n))
    return tuple(sorted(ranked[:3]))


def context_table() -> dict[str, tuple[str, ...]]:
    """Lemma → contexts."""
    found: dict[str, list[str]] = {}
    for name, lemmas in mode_words()["contexts"].items():
        for lemma in sorted(lemmas):
            found.setdefault(lemma, []).append(name)
    return {lemma: tuple(sorted(names)) for lemma, names in found.items()}


def objects_of(found: Found, scene: Scene, text: str, means: tuple[Word, ...] = ()) -> tuple[Thing, ...]:
    """Weapons, agreements, facilities and territory that the event's own phrases name and that are no parties."""
    verb = found.verb or found.word
    things: list[Word] = [*means]
    things += list(syntax.bearers(verb)) if verb.pos == "VERB" else []
    for nouns in syntax.prepositions(found.word).values():
        things += nouns
    if found.verb is None and found.word.pos == "NOUN":
        things += [c for c in found.word.children if c.dep in ("compound", "amod") and scene.has(("@weapon",), c)]
    made: dict[Span, Thing] = {}
    for thing in things:
        kind = _kind(thing, found, scene)
        if kind is not None and thing is not found.word:
            span = phrase(thing, text)
            made.setdefault(span, Thing(kind=kind, span=span))
    return tuple(made[s] for s in sorted(made))


def _kind(thing: Word, found: Found, scene: Scene) -> str | None:
    if scene.has(("@weapon",), thing) or thing.lemma in mode_words()["instruments"]["heavy-weapons"]:
        return "weapon"
    if scene.has(("@agreement",), thing):
        return "agreement"
    if found.entry.territory and scene.has(("@territory",), thing):
        return "territory"
    if scene.has(("@facility",), thing):
        return "facility"
    if thing.lemma in ("dollar", "euro", "pound", "money", "fund", "loan", "ransom") or thing.text in ("$", "€", "£"):
        return "money"
    return None


def time_of(word: Word, times: tuple[Time, ...]) -> str | None:
    """The time in the same clause, nearest to the trigger; else one of the sentence that hangs on its main verb."""
    b, e = word.sent.span
    inside = [t for t in times if b <= t.span[0] and t.span[1] <= e and t.type in ("DATE", "TIME", "SET", "DURATION")]
    if not inside:
        return None
    clause = syntax.clause_of(word)
    ranked = sorted((_distance(t, word, clause), t.span, t.id) for t in inside)
    return ranked[0][2] if ranked[0][0] < _FAR else None


_FAR = 1000


def _of_saying(head: Word, clause: Word) -> bool:
    """ "The army said on Friday it killed nine": Friday is when it was said, wherever the parser hung it."""
    who, above = clause.child("nsubj", "nsubjpass"), clause.head
    if clause.dep != "ccomp" or who is None or above.pos != "VERB" or not above.i < head.i < who.subtree()[0].i:
        return False
    words = clause.sent.words
    between = words[above.i - words[0].i + 1 : head.i - words[0].i]
    return all(w.pos in ("ADP", "ADV", "DET", "ADJ") and w.lower != "that" for w in between)


def _distance(time: Time, word: Word, clause: Word) -> int:
    """How far a time is: its own clause first, then the clause above (for complements), else out of reach."""
    head = next((w for w in word.sent.words if w.end > time.span[0]), None)
    if head is None:
        return _FAR
    if _of_saying(head, clause):
        return _FAR
    gap = abs(head.i - word.i)
    mine = syntax.clause_of(head)
    if head in word.subtree() or mine is clause:
        return gap + (200 if time.type == "DURATION" else 0)
    if clause.dep in ("xcomp", "conj", "advcl", "pcomp", "acl") and mine is clause.head:
        return 100 + gap
    if mine.dep in ("conj", "advcl") and mine.head is clause and head.i < mine.i:
        return 300 + gap
    return _FAR
