"""Frames at work: what stands before or after a word in its sentence decides, where the tree is of little help."""

from __future__ import annotations

from sayso.knowledge.frames import Frame, frames
from sayso.model.reading import EventStatus
from sayso.reading.draft import Word
from sayso.reading.events import syntax

_HELPED = frozenset({"aux", "auxpass"})


def framed(word: Word, told: EventStatus) -> EventStatus:
    """The status by the first frame that fits, else `told`, the one by the tree."""
    known = frames()
    words = word.sent.words
    tried = sorted({n for w in words for n in known.by_key.get(w.lower, ())})
    tried = [n for n in tried if _asked(known.all[n], word, told)]
    if not tried:
        return told
    at = word.i - words[0].i
    before = "".join((" ", *(f"{w.lower} " for w in words[:at])))
    after = "".join(f"{w.lower} " for w in words[at + 1 :])
    return next((known.all[n].row.gives for n in tried if _fits(known.all[n], before, after, word)), told)


def _asked(frame: Frame, word: Word, told: EventStatus) -> bool:
    """Whether a frame is for such a word with such a status."""
    if told == frame.row.gives or (frame.told and told not in frame.told):
        return False
    if frame.lemmas is not None and word.lemma not in frame.lemmas:
        return False
    if frame.beside is not None and not any(w.lower in frame.beside for w in word.sent.words):
        return False
    match frame.row.form:
        case "ing":
            return word.tag == "VBG" or (word.pos == "NOUN" and word.lower.endswith("ing"))
        case "noun":
            return word.pos in syntax.NOUNS
        case "thing":
            return word.pos in syntax.NOUNS or word.tag == "VBG"
        case "base":
            return word.tag in ("VB", "VBP", "NN", "NNP") and word.lower == word.lemma.lower()
        case "participle":
            return word.tag in ("VBN", "VBD")
        case "verb":
            return word.pos in syntax.VERBAL
        case "past":
            return word.tag in ("VBD", "VBN") or any(c.dep in _HELPED for c in word.children)
    return True


def _fits(frame: Frame, before: str, after: str, word: Word) -> bool:
    if frame.before is not None:
        found = frame.before.search(before)
        if found is None:
            return False
        if frame.not_before is not None and frame.not_before.search(before[: found.start() + 1]):
            return False
        first = before.count(" ", 0, found.start() + 1) - 1
        if frame.reaching and _aside(word, word.sent.words[0].i + max(first, 0)):
            return False
    return frame.after is None or frame.after.match(after) is not None


def _aside(word: Word, first: int) -> bool:
    """Whether a word stands in a relative clause, or in a clause beside the one, that the frame's words begin."""
    step = word
    while step.head is not step and step.i >= first:
        head = step.head
        if step.dep == "relcl" and head.i >= first:
            return True
        if step.dep == "conj" and head.i <= first + 1 < step.i and step.pos in syntax.VERBAL:
            return True
        step = head
    return False
