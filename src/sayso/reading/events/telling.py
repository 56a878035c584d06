"""Which events only tell of another: "the air strike killed nine" is one happening, named by its noun.

A verb of harm whose subject is an attack, or that hangs on one, names none of its own; who was hurt, how many, when and
where belong to the attack.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.draft import Word
from sayso.reading.events import beside, syntax
from sayso.reading.events.finding import Found

HARM = frozenset({"kill", "wound", "injure", "die", "hurt", "perish"})
_HITTING = HARM | {
    "hit",
    "strike",
    "destroy",
    "damage",
    "target",
    "maim",
    "rip",
    "devastate",
    "claim",
    "leave",
    "wreck",
    "flatten",
    "level",
    "gut",
    "raze",
    "shatter",
}
_HANGING = frozenset({"advcl", "acl", "relcl", "pcomp", "dep"})
_VIOLENT = frozenset({"ASSAULT", "COERCE", "PROTEST"})
Telling = dict[int, list[Word]]  # number of an attack's trigger -> verbs that tell of its harm


def split(found: Sequence[Found]) -> tuple[list[Found], Telling]:
    """The events of a sentence that are happenings of their own, and the verbs of harm that tell of them."""
    telling: Telling = {}
    nouns = {
        f.word.i: f for f in found if f.entry.type == "ASSAULT" and (f.word.pos in ("NOUN", "PROPN") or f.entry.nouns)
    }
    triggers = {i for f in found if f.entry.type in _VIOLENT for i in (f.word.i, f.verb.i if f.verb else f.word.i)}
    kept = []
    for one in found:
        attack = _attack_above(one.word, nouns)
        if attack is not None and attack != one.word.i:
            telling.setdefault(attack, []).append(one.word)
        elif not _hangs(one, triggers):
            kept.append(one)
    return kept, telling


def _attack_above(word: Word, nouns: dict[int, Found]) -> int | None:
    """The attack that is the subject of a verb of harm, also through coordination ("killed ten and wounded nine")."""
    if word.lemma not in _HITTING or word.pos not in syntax.VERBAL or syntax.is_passive(word):
        return None
    who = syntax.doer(word)
    if who is not None and who.i not in nouns:  # "two nights of shelling wrecked the fort"
        who = next((w for w in syntax.all_after(who, "of") if beside.stretch(w) is who), who)
    return who.i if who is not None and who.i in nouns else None


def _hangs(found: Found, triggers: set[int]) -> bool:
    """A verb of harm that hangs on an attack only tells its victims: "shelled the port, killing nine"."""
    word = found.word
    if word.lemma not in HARM or word.pos not in syntax.VERBAL:
        return False
    top = word
    while top.dep == "conj" and top.head is not top and top.head.lemma in HARM:
        top = top.head
    if top.dep not in _HANGING and not (top.dep == "conj" and word.tag == "VBG"):
        return False
    if top.dep == "relcl" and found.entry.pobj:  # "where nine died in a blast": a happening of its own
        return False
    return any(above.i in triggers and above is not word for above in syntax.ancestors(word))
