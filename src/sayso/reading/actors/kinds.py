"""What an unknown name names: told by its title, by words inside it, by its given name and by its neighbours."""

from __future__ import annotations

from sayso.knowledge.anaphors import genders
from sayso.knowledge.titles import TitleWords, title_words
from sayso.reading.draft import Word

_PERSONAL = frozenset(
    {"say", "tell", "add", "believe", "think", "argue", "explain", "recall", "note", "joke", "write", "tweet"}
)
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii"})
_PLACE_BEFORE = frozenset({"in", "near", "at", "around", "outside", "inside", "throughout"})


def kind_of_run(listed: tuple[Word, ...], i: int, end: int, title: int | None, words: TitleWords) -> str:
    """An ActorKind, "place" for names of places, or "unknown"."""
    run = listed[i:end]
    org = next((words.org_words[w.text] for w in reversed(run) if w.text in words.org_words), None)
    if org and (len(run) > 1 or (i > 0 and listed[i - 1].tag == "JJ")):
        return "other" if org == "other" else org
    if title is not None or run[-1].lower in _SUFFIXES:
        return "person"
    if run[0].text in words.given and 1 < len(run) <= 6:
        return "person"
    if run[-1].dep == "appos" and run[-1].head.lower in genders().words and len(run) <= 3:
        return "person"  # "his mother, Alma"
    if i > 0 and listed[i - 1].lower in _PLACE_BEFORE:
        return "unknown"
    if _speaks_as_person(run) and len(run) <= 4 and not run[0].text.isupper():
        return "person"
    return "unknown"


def _is_body(word: Word) -> bool:
    """ "the Lasting Accord, a coalition of parties": no person."""
    collective = title_words().collectives.get(word.lower)
    return collective is not None and collective.kind not in ("people", "state")


def _speaks_as_person(run: tuple[Word, ...]) -> bool:
    """The subject of a verb that people do, described by an apposition or by "who"."""
    head = run[-1]
    if any(c.dep == "appos" and _is_body(c) for c in head.children):
        return False
    if head.dep == "nsubj" and head.head.lemma in _PERSONAL and len(run) > 1:
        return True
    return any(c.dep == "relcl" and any(g.lower in ("who", "whom") for g in c.children) for c in head.children)
