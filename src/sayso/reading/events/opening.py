"""How sentences open: a dateline before the subject, and phrases set in front of it that the parser ran into it."""

from __future__ import annotations

from sayso.knowledge.triggers import trigger_index
from sayso.reading.draft import Sentence, Word
from sayso.reading.events.tags import NAMING, VERBAL

_DASHES = frozenset({"-", "–", "—", "--"})
_LONG = 14  # words of a dateline with agency, author and day
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_HELPING = ("aux", "auxpass", "neg", "advmod")
_FRONTING = frozenset({"IN", "VBG", "VBN", "RB", "TO", "WRB"})
_SEPARATE = ("appos", "conj", "npadvmod", "dep", "nsubj")
_ASIDE = frozenset({"WDT", "WP", "VBN", "WRB"})


def dateline(sentence: Sentence) -> int:
    """How many words the dateline takes at the head of a sentence: "GENEVA, May 4 (Reuters) - The envoys met"."""
    words = sentence.words
    first = words[0]
    if not first.text.isupper() or len(first.text) < 2:
        return 0
    for k, word in enumerate(words[1:_LONG], 1):
        apart = word.text in _DASHES and words[k - 1].end < word.start
        if apart and k + 1 < len(words) and word.end < words[k + 1].start:
            return k + 1
        if word.pos in VERBAL:
            return 0
    return 0


def fronted(verb: Word) -> Word | None:
    """The subject that was taken for a part of what stands in front of it.

    "In a deal brokered by Norway, the clans swapped prisoners", "After talks in Doha, envoy Ana Ruiz said"
    """
    words = verb.sent.words
    first = _first_of(verb)
    k = first.i - words[0].i
    if (
        k < 3
        or (first is verb and verb.tag not in _FINITE)
        or (first is not verb and first.tag not in (*_FINITE, "MD"))
    ):
        return None
    end = k - 1
    if words[end].text == ",":  # "the governor, Ana Ruiz, asked"
        end = _before_aside(words, end)
    begin = end
    while begin >= 0 and words[begin].text != ",":
        begin -= 1
    if begin < 1 or end <= begin or not _is_adjunct(verb, words, begin):
        return None
    return _head(words[begin + 1 : end + 1])


def _first_of(verb: Word) -> Word:
    """The first word of a verb with its helpers and adverbs."""
    first = verb
    for child in reversed(verb.children):
        if child.i == first.i - 1 and child.dep in _HELPING:
            first = child
    return first


def _before_aside(words: tuple[Word, ...], comma: int) -> int:
    """Where the noun phrase ends that an apposition or a relative clause between commas follows."""
    k = comma - 1
    while k > 0 and words[k].text != ",":
        k -= 1
    aside = words[k + 1 : comma]
    named = all(w.pos in NAMING or w.tag in ("HYPH", "DT", "CD") for w in aside)
    return k - 1 if aside and (named or aside[0].tag in _ASIDE) else -1


def _is_adjunct(verb: Word, words: tuple[Word, ...], comma: int) -> bool:
    """Whether what stands before a comma is set in front: "Under a pact brokered by Oman", "Fleeing the war"."""
    front = words[dateline(verb.sent) : comma]
    if not front or front[0].tag not in _FRONTING:
        return False
    return not any(w.tag in _FINITE and w.head is verb for w in front)


def _head(phrase: tuple[Word, ...]) -> Word | None:
    """The head of a plain noun phrase, if it hangs on what stands before it."""
    if not phrase or any(w.pos in VERBAL or w.tag in ("WDT", "WP", "WRB", "PRP") for w in phrase):
        return None
    inside = {w.i for w in phrase}
    heads = [w for w in phrase if w.head.i not in inside]
    if not heads or heads[0].pos not in NAMING or heads[0].dep not in _SEPARATE or heads[0].head.i > heads[0].i:
        return None
    return heads[0] if len(heads) == 1 else None


def named_after(verb: Word, begin: int) -> Word | None:
    """The subject that the parser hung on a dateline: "NAIROBI, Aug 2 - Somalia's president met the elders"."""
    words = verb.sent.words
    first = words[0].i + begin
    between = words[begin : verb.i - words[0].i]
    return next((w for w in between if w.pos in NAMING and w.head.i < first and w.dep != "pobj"), None)


def of_helper(verb: Word) -> Word | None:
    """ "The church did not, contrary to reports, ask": the church, hung on the helper."""
    for helper in verb.children:
        if (
            helper.i < verb.i
            and helper.dep in ("advcl", "csubj")
            and helper.children
            and helper.children[0].dep == "nsubj"
        ):
            words, first = verb.sent.words, verb.sent.words[0].i
            who = helper.children[0]  # "The company, having refused for years, has begun"
            if words[who.i - first + 1].text == "," and words[verb.i - first - 1].text != ";":
                return who if any(c.lower == "having" for c in helper.having("aux")) else None
        if helper.dep == "aux" and helper.children and helper.lower in ("did", "does", "do", "has", "have", "had"):
            return helper.child("nsubj")
    return None


def interposed(own: Word, verb: Word) -> bool:
    """ "In the hills, said the bishop, soldiers …": whether a subject only says what the rest tells."""
    words, k = verb.sent.words, own.i - verb.sent.words[0].i
    while k and words[k - 1].head is own:
        k -= 1
    said = words[k - 1] if k > 1 else None
    if said is None or said is not verb.head or said.tag not in _FINITE or said.child("nsubj") is not None:
        return False
    return words[k - 2].text in (",", '"', "”") and trigger_index().has(("@speech-verb",), said.lemma)


def disguised(verb: Word) -> Word | None:
    """ "Guards rappelling from a helicopter seized the tanker": the guards, subject of a subject clause."""
    clause = verb.child("csubj")
    if clause is None or clause.tag != "VBG" or verb.lemma == "be" or verb.tag not in _FINITE:
        return None
    return clause.child("nsubj")


def _run_in(verb: Word) -> Word | None:
    """ "During a visit to Seoul the North fired", "By nightfall the village had been looted": no comma between."""
    words = verb.sent.words
    first = _first_of(verb)
    k = first.i - words[0].i
    if k < 3 or words[0].tag not in _FRONTING or (first is verb and verb.tag not in _FINITE):
        return None
    twice = next((c for c in verb.children if c.dep == "prep" and len(c.having("pobj")) > 1), None)
    if twice is not None and twice.i < verb.i:
        return twice.having("pobj")[-1]
    near = words[k - 1]
    if near.pos not in NAMING or near.dep != "appos":
        return None
    begin = k - 1
    while begin and words[begin - 1].head is near and words[begin - 1].dep in ("det", "compound", "amod", "nummod"):
        begin -= 1
    plain = words[begin - 1] is near.head and (near.pos == "PROPN" or words[begin].dep == "det")
    return near if begin and plain else None


def in_front(verb: Word) -> Word | None:
    """The subject lost in a phrase set before it, of the main verb of a sentence."""
    if verb.dep not in ("ROOT", "ccomp") or verb.child("nsubjpass", "expl", "attr", "csubj") is not None:
        return None
    return fronted(verb) or _run_in(verb)


def open_ended(word: Word) -> bool:
    """Whether the sentence ends without a mark, as headlines do."""
    return word.sent.words[-1].text not in (".", "!", "?", ":", ";", '"', "”", "’", "'", "…")


def told_between(verb: Word) -> Word | None:
    """ "Gunboats, said the skipper, seized him": the gunboats, which the parser made the subject of "said"."""
    for said in verb.children:
        if said.i > verb.i or said.dep not in ("parataxis", "ccomp", "advcl") or said.tag not in _FINITE:
            continue
        who, teller = said.child("nsubj"), said.child("dobj")
        if who is None or teller is None or not who.i < said.i < teller.i < verb.i:
            continue
        words, k = verb.sent.words, said.i - verb.sent.words[0].i
        if k and words[k - 1].text in (",", "–", "—") and trigger_index().has(("@speech-verb",), said.lemma):
            return who
    return None


def headless(verb: Word) -> Word | None:
    """ "Two gunmen on a motorcycle shot the prosecutor.": the gunmen, where the parser saw no verb of the sentence."""
    root = verb.sent.root
    if verb.dep != "acl" or verb.tag not in ("NN", "VBD") or root.pos not in NAMING or root.i > verb.i:
        return None
    thing = verb.child("dobj")
    if thing is None or thing.i < verb.i or open_ended(verb) or verb.head is root:
        return None
    words = verb.sent.words
    return None if any(w.tag in _FINITE and w is not verb and w.head is root for w in words) else root


def taken(verb: Word) -> Word | None:
    """ "met the elders in Kano, and traders, who had paid, left": the traders, whom the parser joined to Kano."""
    if verb.dep != "conj" or verb.tag not in _FINITE or verb.child("nsubj", "nsubjpass", "expl") is not None:
        return None
    words, first = verb.sent.words, verb.sent.words[0].i
    k = _first_of(verb).i - first - 1
    k -= words[k].text == ","
    if k < 2 or words[k].dep == "cc":
        return None
    for noun in (words[k], *words[k].ancestors()):
        if noun.dep == "conj" and noun.pos in NAMING and noun.i > verb.head.i and noun.head.pos in NAMING:
            begin, end = noun.subtree()[0].i - first, noun.subtree()[-1].i - first
            parted = begin > 1 and words[begin - 1].dep == "cc" and words[begin - 2].text == ","
            return noun if parted and end in (k, k + 1) else None
    return None
