"""Labelled cases of actors: a day, a text, words of it, and whom they mean."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from sayso.model.reading import Actor, Reading

CASES = Path(__file__).parents[2] / "cases"
_ARTICLE = re.compile(r"^(?:The|the|A|a|An|an) ")
_AFTER = re.compile(r" (?:of|to|for|in) ")


def cases(file: str) -> list[dict[str, str]]:
    """The rows of a file of cases: day, text, words, expected, why."""
    with (CASES / file).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def actor_at(reading: Reading, words: str) -> Actor | None:
    """The actor that the last occurrence of the words speaks of: the shortest mention that ends where they do."""
    b = reading.text.rfind(words)
    assert b >= 0, words
    e = b + len(words)
    found = [
        (m.span[1] - m.span[0], a) for a in reading.actors for m in a.mentions if m.span[0] <= b and m.span[1] == e
    ]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def meant(reading: Reading, words: str) -> Actor | None:
    """The same for a phrase of which only the noun may be marked: with or without its article and what follows it."""
    start = reading.text.rfind(words)
    for part in _parts(words):
        e = start + words.index(part) + len(part)
        b = e - len(part)
        found = [
            (m.span[1] - m.span[0], a) for a in reading.actors for m in a.mentions if m.span[0] <= b and m.span[1] == e
        ]
        if found:
            return min(found, key=lambda pair: pair[0])[1]
    return None


def _parts(words: str) -> Iterator[str]:
    cuts = [m.start() for m in _AFTER.finditer(words)]
    for part in (words, *(words[:cut] for cut in reversed(cuts))):
        yield part
        bare = _ARTICLE.sub("", part)
        if bare != part:
            yield bare


def is_right(actor: Actor | None, expected: str) -> bool:
    """Whether an actor is the expected one.

    "-": nobody; "unknown": nobody of the base; "kind:…": an actor of that kind who is not in the base; "name:…": of
    that name; else an id of the base.
    """
    if expected in ("-", "unknown"):
        return actor is None or (expected == "unknown" and actor.ref is None)
    if actor is None:
        return False
    if expected.startswith("kind:"):
        return actor.ref is None and actor.kind == expected.removeprefix("kind:")
    if expected.startswith("name:"):
        return actor.name == expected.removeprefix("name:")
    return actor.ref == expected
