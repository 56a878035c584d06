"""What speaks for and against a place being where an event happened: how the two hang together in the sentence."""

from __future__ import annotations

from sayso.knowledge.gazetteer.lexicon import place_words
from sayso.model.reading import Place
from sayso.reading.draft import Word

Ways = tuple[list[Word], list[Word] | None]
_NAMING = frozenset({"compound", "appos", "conj", "nmod", "amod", "poss"})  # inside the place's own phrase
_FAR = 12  # steps up at most
_APART = 30  # words


def signs(word: Word, head: Word, place: Place, rules: float, between: Ways) -> dict[str, float]:
    """Named signs with their strength, mostly 1.

    `head`: of the place's name, `rules`: the score that rules give, `between`: the ways from the one to the other.
    """
    up, down = between
    found = {"rules": rules / 8, "rules>3": float(rules >= 3), "after": float(head.i > word.i)}
    found["apart"] = min(abs(head.i - word.i), _APART) / _APART
    found["spoken"] = float(word.lemma in place_words().spoken)
    if down is None:
        return found | {"no way": 1.0}
    prepositions = [w.lower for w in down if w.dep in ("prep", "agent") or w.pos == "ADP"]
    first, last = (prepositions[0], prepositions[-1]) if prepositions else ("-", "-")
    short = "<".join(w.dep for w in down if w.dep not in _NAMING)
    way = ">".join(w.dep for w in up)
    pairs = {"up": way, "last": last, "use": f"{place.use} {place.precision}", "head": head.dep}
    named = [f"way:{way}|{'<'.join(w.dep for w in down)}", f"down:{short}", f"first:{first}", f"is:{place.use}"]
    named += [f"exact:{place.precision}", f"word:{word.dep}", f"pos:{word.pos}"]
    named += [f"steps up:{min(len(up), 5)}", f"steps down:{min(len(down), 6)}"]
    named += [f"above:{d}" for d in sorted({w.dep for w in up})] + [f"below:{d}" for d in sorted({w.dep for w in down})]
    named += [f"{k}:{v}" for k, v in pairs.items()]
    listed = list(pairs.items())
    named += [f"{a}:{x} & {b}:{y}" for n, (a, x) in enumerate(listed) for b, y in listed[n + 1 :]]
    return found | dict.fromkeys(named, 1.0)


def ways(word: Word, head: Word) -> Ways:
    """The words on the way up from the event's word, and from the place's, to the first that is above both."""
    mine, its = word.line(_FAR), head.line(_FAR)
    above = {w.i: n for n, w in enumerate(its)}
    top = next((n for n, w in enumerate(mine) if w.i in above), None)
    return (mine, None) if top is None else (mine[:top], its[: above[mine[top].i]])
