"""Numbers of an event: how many were killed, wounded, arrested …, of which group, and the words that say so."""

from __future__ import annotations

from sayso.knowledge.quantities import QuantityWords, quantity_words
from sayso.model.reading import Count
from sayso.reading.draft import Draft, Word
from sayso.reading.events import syntax
from sayso.reading.quantities import Quantity

_BY_TYPE = {
    "PROTEST": "protested", "MOBILIZE": "deployed", "SANCTION": "expelled",
}  # fmt: skip
_BY_MODE = {
    "abduct": "abducted", "arrest": "arrested", "deport": "expelled", "release": "released", "disarm": "surrendered",
    "expel": "displaced", "convict": "convicted", "torture": "tortured", "sexual": "raped",
}  # fmt: skip
# Whoever can be killed or held need not be in a list of people: "30 cadets".
_OF_ANY = frozenset({"destroyed", "killed", "wounded", "arrested", "abducted", "released", "missing"})
_PAIRED = {"dead": "killed", "injured": "wounded", "wounded": "wounded", "missing": "missing"}
_STEPS = 6
Triggers = dict[int, tuple[int, str, str | None]]  # word or its light verb -> (trigger word, type, mode)


def what_is_counted(quantity: Quantity, draft: Draft, words: QuantityWords) -> tuple[str, Word] | None:
    """What happened to those counted, and the word that says it; None for amounts of other things."""
    start = draft.words[quantity.head]
    noun = draft.words[quantity.noun] if quantity.noun is not None else None
    for word in (noun, start):
        if word is None:
            continue
        own = words.what.get(word.lower) or (words.what.get(word.lemma) if word.pos != "NUM" else None)
        if (own is not None and word.lower not in ("people", "life", "body")) or word.lower in ("lives", "bodies"):
            return own or "killed", word
        for child in word.children:
            if child.i > word.i and child.lower in _PAIRED and child.dep in ("acl", "amod", "advmod", "acomp", "oprd"):
                return _PAIRED[child.lower], child
            if child.dep in ("acl", "relcl") and child.lemma in words.what and syntax.is_passive(child):
                return words.what[child.lemma], child
    return _by_governor(noun or start, words)


def _by_governor(word: Word, words: QuantityWords) -> tuple[str, Word] | None:
    top = word
    for _ in range(_STEPS):
        head = top.head
        if head is top:
            return None
        if top.dep in ("conj", "appos", "nummod", "quantmod") or (top.dep == "pobj" and head.lower in ("of", "than")):
            top = head
            continue
        if top.dep == "pobj" and head.lower == "between" and (harm := _reckoned_harm(top)) is not None:
            return _said_of(top, harm, words)
        if top.dep == "prep" and top.lower in ("of", "than"):
            top = head
            continue
        if head.pos in ("VERB", "NOUN", "ADJ", "AUX") or head.tag in ("VBN", "VBD"):
            return _said_of(top, head, words)
        return None
    return None


def _reckoned_harm(noun: Word) -> Word | None:
    """ "estimated between 10 and 20 people were killed": the verb after the noun."""
    return next((w for w in noun.sent.words if w.i > noun.i and w.tag == "VBN" and noun in syntax.bearers(w)), None)


def _said_of(noun: Word, head: Word, words: QuantityWords) -> tuple[str, Word] | None:
    if head.pos == "AUX" or head.lemma in ("leave", "find", "be", "lie", "go", "remain", "pronounce"):
        for child in head.having("acomp", "oprd", "xcomp", "attr", "acl", "ccomp"):
            what = words.what.get(child.lower) or words.what.get(child.lemma)
            if what is not None:
                return what, child
    what = words.what.get(head.lemma) or words.what.get(head.lower)
    if what is None:
        return None
    harmed = noun in syntax.bearers(head) or noun.dep in ("dobj", "nsubjpass")
    suffers = noun.dep == "nsubj" and head.lemma in (
        "die", "perish", "flee", "disappear", "vanish", "surrender", "march", "protest", "demonstrate", "rally", "riot",
    )  # fmt: skip
    own = head.pos in ("NOUN", "ADJ") or (noun.dep == "nsubj" and syntax.is_passive(head))
    return (what, head) if harmed or suffers or own else None


def count_of(quantity: Quantity, what: str, draft: Draft, words: QuantityWords) -> Count:
    """The public form of a quantity."""
    noun = draft.words[quantity.noun] if quantity.noun is not None else None
    group = None
    if noun is not None and noun.pos in ("NOUN", "PROPN", "ADJ") and noun.lower not in words.what:
        group = words.group.get(noun.lemma.lower(), noun.lower)
    return Count(
        what=what,
        group=group,
        qualifier=quantity.qualifier,
        value=_whole(quantity.value),
        low=_whole(quantity.low),
        high=_whole(quantity.high),
        span=quantity.span,
    )


def _whole(value: int | float | None) -> int | None:
    return int(value) if value is not None else None


class Counts:
    """Gives each count of people to the event it belongs to: the word of harm itself, else the clause it hangs on."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.words = quantity_words()
        self.quantities: tuple[Quantity, ...] = draft.layer("quantities")

    def by_trigger(self, triggers: Triggers) -> dict[int, list[Count]]:
        """Trigger word → counts."""
        found: dict[int, list[Count]] = {}
        for quantity in self.quantities:
            if quantity.kind not in ("people", "things"):
                continue
            told = what_is_counted(quantity, self.draft, self.words)
            if told is not None and (told[0] in _OF_ANY or quantity.kind == "people" or quantity.noun is None):
                at = _event_near(told[1], triggers, self.draft)
                if at is not None:
                    found.setdefault(triggers[at][0], []).append(count_of(quantity, told[0], self.draft, self.words))
                continue
            if quantity.kind == "people":
                self._of_party(quantity, triggers, found)
        return found

    def _of_party(self, quantity: Quantity, triggers: Triggers, found: dict[int, list[Count]]) -> None:
        """ "sent 300 soldiers", "hundreds of students marched": the type says what is counted."""
        noun = self.draft.words[quantity.noun if quantity.noun is not None else quantity.head]
        head = noun.head
        while head.pos in ("ADP", "NUM") and head.head is not head:
            head = head.head
        kind = triggers.get(head.i)
        if kind is None:
            return
        what = _BY_MODE.get(kind[2] or "") or _BY_TYPE.get(kind[1])
        subject = noun.dep == "nsubj"
        if what is not None and subject == (what in ("protested", "surrendered")):
            found.setdefault(kind[0], []).append(count_of(quantity, what, self.draft, self.words))


def _event_near(word: Word, triggers: Triggers, draft: Draft) -> int | None:
    """The event that a word of harm belongs to: its own, one it hangs on, one in its clause, one in its sentence."""
    if word.i in triggers:
        return word.i
    for above in syntax.ancestors(word):
        if above.i in triggers:
            return above.i
    inside = [w.i for w in word.sent.words if w.i in triggers and triggers[w.i][1] in ("ASSAULT", "COERCE", "PROTEST")]
    if inside:
        return min(inside, key=lambda i: (abs(i - word.i), i))
    any_ = [w.i for w in word.sent.words if w.i in triggers]
    return min(any_, key=lambda i: (abs(i - word.i), i)) if any_ else None
