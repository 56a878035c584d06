"""Capitals that a report does not name: "the Libyan capital", "Syria's capital", "the capital of Mali"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.knowledge.actors import ActorBase, actor_base
from sayso.knowledge.gazetteer import Entry, Gazetteer
from sayso.reading.draft import Draft, Word
from sayso.reading.places.candidates import Option
from sayso.reading.places.find import STRONG, Found
from sayso.reading.places.mention import Mention
from sayso.text.normal import fold


def capitals(draft: Draft, world: Gazetteer) -> Iterator[tuple[Found, list[Option]]]:
    """Each such phrase with the one place it means, in the order of the text."""
    base = actor_base()
    for word in draft.words:
        if word.lower != "capital" or word.pos != "NOUN" or _named(word):
            continue
        land = _land(word, base)
        entry = _capital(land, base, world) if land else None
        if entry is None:
            continue
        before = [c for c in word.children if c.dep in ("amod", "poss") and c.i < word.i]
        first = min(before, key=lambda c: c.i, default=word)
        mention = Mention((first.start, word.end), entry.name, sure=True)
        yield Found(mention, word, STRONG, True, False, False), [Option(entry, STRONG)]


def _named(word: Word) -> bool:
    """Whether the name stands beside it: "the Libyan capital, Tripoli", "the capital Tripoli"."""
    if any(c.dep == "appos" for c in word.children) or word.dep in ("appos", "compound"):
        return True
    words = word.sent.words
    after = words[word.i - words[0].i + 1 :][:2]
    if after and after[0].text == ",":
        after = after[1:]
    return bool(after) and after[0].pos == "PROPN"


def _land(word: Word, base: ActorBase) -> str | None:
    """The state whose capital it is."""
    for child in word.children:
        key = fold(child.text)
        if child.dep == "amod" and key in base.demonyms:
            return base.demonyms[key]
        if child.dep == "poss":
            return _state(key, base)
        if child.dep == "prep" and child.lower == "of" and (obj := child.child("pobj")) is not None:
            return _state(fold(obj.text), base)
    return None


def _state(key: str, base: ActorBase) -> str | None:
    refs = [r for r in base.by_name.get(key, ()) if r.startswith("state/")]
    return refs[0] if len(refs) == 1 else None


def _capital(land: str, base: ActorBase, world: Gazetteer) -> Entry | None:
    known = base.known[land]
    found = (e for m in known.metonyms for e in world.named(m) if e.kind == "capital" and e.country == known.country)
    return next(found, None)
