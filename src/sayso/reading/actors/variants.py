"""Other transliterations of a known person's full name: "Usama bin Ladin", "Yulia Timoshenko", "Mohammed Sayala"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from sayso.knowledge.actors import ActorBase, Known
from sayso.knowledge.titles import title_words
from sayso.reading.actors.derived import once
from sayso.text.normal import fold

_SKIPPED = frozenset({"al", "el", "ul", "as", "ad", "ar", "an", "bin", "ben", "ibn", "ould"})
_SOUNDS = (
    ("sch", "x"), ("sh", "x"), ("ch", "x"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"),
    ("zh", "j"), ("dj", "j"), ("ck", "k"), ("q", "k"), ("c", "k"),
)  # fmt: skip
_VOWELS = re.compile("[aeiouwy]+")
_DOUBLE = re.compile(r"(.)\1+")
_SERVANT = re.compile("^abd[aeiou]l")
_EXACT = frozenset({"CHN", "TWN", "HKG", "KOR", "PRK", "VNM", "MMR"})
"""Where another letter is another name."""
_ENOUGH = 8  # letters of a key that tell somebody
_FOREIGN = ("\u0370", "\u137f")  # from Greek to Ethiopic, by way of Cyrillic and Arabic
_SHORT = 4  # letters of a surname that may stand alone


def variant(name: str, base: ActorBase) -> str | None:
    """The only known person whose full name a name writes in other letters; None if two are, or if it tells too little.

    A name of given names alone ("Salim Saleh") tells nobody: too many bear it.
    """
    words = fold(name).split()
    if not 2 <= len(words) <= 6 or not name[0].isalpha():
        return None
    if all(w.capitalize() in title_words().given or w in _SKIPPED for w in words):
        return None
    key, vowels = _key(words), _vowels(words)
    bearers = _by_key(base).get(key, {}) if len(key) >= _ENOUGH else {}
    refs = [ref for ref, written in bearers.items() if any(_alike(vowels, v) for v in written)]
    return refs[0] if len(refs) == 1 else None


@cache
def sound(word: str) -> str:
    """A folded word by its consonants, with its vowels told apart only as round and open."""
    word = _SERVANT.sub("abd", word.replace("'", "").replace(".", ""))
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    word = _VOWELS.sub(lambda m: "u" if any(c in "ouw" for c in m.group()) else "a", word)
    word = _DOUBLE.sub(r"\1", word)
    return word[:-1] if word.endswith("h") else word


def _key(words: list[str]) -> str:
    return "".join(sound(w) for w in words if w not in _SKIPPED)


def _vowels(words: list[str]) -> tuple[str, ...]:
    return tuple(_VOWELS.findall("".join(w for w in words if w not in _SKIPPED)))


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether no "a" stands for an "i": Khaled is Khalid, but Bashir is not Bashar."""
    pairs = ({*a} | {"/"} | {*b} if {*a} != {*b} else set() for a, b in zip(one, other, strict=False))
    return len(one) != len(other) or all(p not in ({"a", "/", "i"}, {"a", "/", "y"}) for p in pairs)


def _written(known: Known) -> set[tuple[str, tuple[str, ...]]]:
    """The keys of a person's full names, and of the first of the given names with each surname that may stand alone."""
    full = [words for n in known.names if n.isascii() and len(words := fold(n).split()) > 1]
    keys = {(_key(words), _vowels(words)) for words in full}
    given = fold(known.names[0]).split()[:1]
    for short in known.short:
        word = fold(short)
        if word.isascii() and " " not in word and len(word) > _SHORT and given != [word]:
            keys.add((_key([*given, word]), _vowels([*given, word])))
    return keys


def _spelt(known: Known) -> bool:
    """Whether a name is one that is spelt in several ways: the base has two, or a script that has to be transcribed."""
    plain = [_key(fold(n).split()) for n in known.names if n.isascii() and " " in n]
    return len(plain) > len({*plain}) or any(_FOREIGN[0] <= n[0] <= _FOREIGN[1] for n in known.names)


@once
def _by_key(base: ActorBase) -> Mapping[str, dict[str, list[tuple[str, ...]]]]:
    """Persons, with the vowels of their names, by the keys of names that are spelt in several ways, or whose surname
    nobody else's sounds like.
    """
    persons = [k for _, k in sorted(base.known.items()) if k.kind == "person" and k.country not in _EXACT]
    surnames = Counter(sound(fold(k.names[0]).split()[-1]) for k in persons)
    found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for known in persons:
        if _spelt(known) or surnames[sound(fold(known.names[0]).split()[-1])] == 1:
            for key, vowels in sorted(_written(known)):
                found.setdefault(key, {}).setdefault(known.id, []).append(vowels)
    return found
