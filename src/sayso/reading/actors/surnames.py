"""Whom a part of a name means: the one person whom the report names in full with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.knowledge.anaphors import Gender, genders
from sayso.knowledge.titles import title_words
from sayso.reading.actors.names import Name
from sayso.reading.draft import Draft
from sayso.text.normal import fold


@dataclass(frozen=True, slots=True)
class Full:
    """A person's full name, folded, and the id in the base; `first` numbers the word with which it first begins."""

    name: str
    ref: str | None
    first: int
    gender: Gender | None


class FullNames:
    """The full names of a report by their last words, in the order of the text."""

    def __init__(self, draft: Draft, names: Sequence[Name]) -> None:
        self.draft = draft
        self.names = names
        self._by_surname: dict[str, list[Full]] = {}
        for n in names:
            person = all(r.startswith("person/") for r in n.refs) and len(n.refs) < 2
            if person and n.kind in ("person", "unknown") and n.last > n.first:
                name = self._text(n)
                listed = self._by_surname.setdefault(name.split()[-1], [])
                if surname_of(name) is None and all(f.name != name for f in listed):
                    gender = genders().of_names((draft.text[n.span[0] : n.span[1]],))
                    listed.append(Full(name, n.refs[0] if n.refs else None, n.first, gender))

    def of_surname(self, name: Name) -> list[Full]:
        """The persons whom a surname may mean: told apart by "Mrs" or "Mayor", else by who has been named so far.

        Somebody called by the surname alone twice, before another bearer of it comes up, keeps it.
        """
        surname = surname_of(self._text(name))
        full = _distinct(self._by_surname.get(surname, [])) if surname else []
        titled = self.draft.words[name.title : name.first] if name.title is not None else ()
        gender = genders().of_words(w.lower for w in titled)
        if gender is not None:
            told = [f for f in full if f.gender == gender]
            full = told if len(told) == 1 else [f for f in full if f.gender in (gender, None)]
        if titled:
            same = [f for f in full if self._ever_titled(f.name, fold(" ".join(w.text for w in titled)))]
            full = same if len(same) == 1 else full
        told = [f for f in full if f.first < name.first]
        if len(told) > 1:
            alone = sum(told[0].first < n.first < told[1].first for n in self.names if self._text(n) == surname)
            told = told[:1] if alone > 1 else told
        return told if len(told) == 1 else full

    def like(self, name: Name) -> Full | None:
        """The full name that another form of it means: with an initial, with a word before it, the given name alone."""
        words = self._text(name).split()
        bearers = self._by_surname.get(words[-1], []) if words else []
        if len(words) > 1:
            initial = words[0].rstrip(".")
            short = (f for f in bearers if len(initial) == 1 and f.name[0] == initial and f.name != " ".join(words))
            tail = (f for f in bearers if len(words) > 2 and " ".join(words).endswith(f" {f.name}"))
            return next(short, None) or next(tail, None)
        if not words or self.draft.words[name.first].text not in title_words().given:
            return None
        listed = [f for full in self._by_surname.values() for f in full if f.name.split()[0] == words[0]]
        given = _distinct([f for f in listed if f.first < name.first])
        return given[0] if len(given) == 1 else None

    def _ever_titled(self, full: str, title: str) -> bool:
        """Whether the report gives a full name that title somewhere."""
        words = self.draft.words
        return any(
            fold(" ".join(w.text for w in words[n.title : n.first])) == title
            for n in self.names
            if n.title is not None and n.last > n.first and self._text(n) == full
        )

    def _text(self, name: Name) -> str:
        return fold(self.draft.text[name.span[0] : name.span[1]])


def surname_of(name: str) -> str | None:
    """The surname that a folded name consists of, particles ("al", "von") aside; None if there is more to it."""
    *before, last = name.split() or [""]
    return last if all(p in title_words().particles for p in before) else None


def _distinct(full: Sequence[Full]) -> list[Full]:
    """One of each person: a known person may be written in several ways."""
    seen: dict[str, Full] = {}
    for f in full:
        seen.setdefault(f.ref or f.name, f)
    return list(seen.values())
