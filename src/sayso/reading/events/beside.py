"""What stands beside a word where parsers slip: lists of subjects, two objects, hyphens, a noun that is a verb."""

from __future__ import annotations

from sayso.knowledge.triggers import trigger_index
from sayso.reading.draft import Word
from sayso.reading.events import listing
from sayso.reading.events.giving import apart, bare, objects
from sayso.reading.events.opening import (
    dateline,
    disguised,
    fronted,
    headless,
    in_front,
    interposed,
    named_after,
    of_helper,
    open_ended,
    taken,
    told_between,
)
from sayso.reading.events.tags import NOMINAL, VERBAL

HARMED = frozenset(
    {"kill", "wound", "injure", "maim", "arrest", "detain", "abduct", "kidnap", "displace", "behead", "hurt"}
)
_LINKING = frozenset({",", "and", "or", "nor", "&"})
_PARTICLES = frozenset({"off", "up", "down", "out", "away", "over", "back", "in"})
_OVER = frozenset({"hand", "turn", "give", "take", "sign", "throw", "knock", "win", "push", "pass", "lead", "help"})
_GIVEN_AT = frozenset({"dobj", "oprd", "npadvmod", "attr", "dep"})


def hyphened(word: Word) -> tuple[Word, str]:
    """The first word of what hyphens join to a word, and the whole as one: "sit-in", "cease-fire"."""
    words, k = word.sent.words, word.i - word.sent.words[0].i
    first = word
    while k >= 2 and words[k - 1].text == "-" and words[k - 1].end == words[k].start == words[k - 1].start + 1:
        if words[k - 2].end != words[k - 1].start:
            break
        k -= 2
        first = words[k]
    if first is word:
        return word, word.lower
    return first, "".join(w.lower for w in words[k : word.i - words[0].i + 1])


def joined(word: Word) -> bool:
    """Whether a hyphen joins a word to the next: it is a part of a longer one ("cease" of "cease-fire")."""
    words, k = word.sent.words, word.i - word.sent.words[0].i + 1
    return (
        k + 1 < len(words)
        and words[k].text == "-"
        and words[k].start == word.end
        and words[k + 1].start == words[k].end
    )


def own_subject(verb: Word) -> Word | None:
    """The subject of a verb; of two around a colon the second ("Zambia: police beat reporter")."""
    own = (
        styled(verb)
        or headless(verb)
        or at_head(verb, "nsubj")
        or told_between(verb)
        or of_helper(verb)
        or disguised(verb)
    )
    own = own or in_front(verb) or taken(verb)
    if own is not None and verb.dep == "ROOT" and verb.children[0].dep == "mark":
        own = fronted(verb) or own  # "After three rounds in Doha, envoy Ana Ruiz left", with "after" for a conjunction
    if own is None or own.i > verb.i:
        return own
    words = verb.sent.words
    others = [c for c in verb.children if c.dep == "nsubj" and own.i < c.i < verb.i]
    for other in reversed(others):
        if any(w.text in (":", ";", "—", "–") for w in words[own.i - words[0].i : other.i - words[0].i]):
            return other
    return own


def at_head(verb: Word, *deps: str) -> Word | None:
    """The subject of a verb; not the dateline or an inserted speaker, which the parser made one.

    "PARIS - The inn was attacked", "In the hills, said the bishop, soldiers hunted down the clan"
    """
    own = verb.child(*deps)
    if own is None or own.i > verb.i or own.dep not in ("nsubj", "nsubjpass"):
        return own
    others = [c for c in verb.children if c.dep == own.dep and own.i < c.i < verb.i]
    words = verb.sent.words
    if (after := dateline(verb.sent)) and own.i < words[0].i + after:
        return next((c for c in others if c.i >= words[0].i + after), None) or named_after(verb, after)
    if interposed(own, verb):
        return next(iter(others), None) or next((c for c in own.having("appos", "conj") if c.i < verb.i), own)
    return own


def joined_with(noun: Word) -> list[Word]:
    """Words coordinated after a noun; not what is the subject: "In a deal brokered by Oman, the clans swapped men"."""
    found = noun.conjuncts()
    words = noun.sent.words
    for k, other in enumerate(found):
        end = other.subtree()[-1].i - words[0].i + 1
        near = [w for w in words[end : end + 3] if w.dep == "conj" and w.pos in VERBAL]
        if near and taken(near[0]) is other:
            return found[:k]
    if not found or noun.dep != "pobj":
        return found
    root = noun.sent.root
    lost = in_front(root) if root.i > noun.i and root.child("nsubj") is None else None
    return found[: found.index(lost)] if lost in found else found


def listed_subjects(who: Word) -> list[Word]:
    """A subject, those coordinated with it, and those that the parser hung beside it ("Students, nurses marched")."""
    found = [*_headline_first(who), who, *(c for c in joined_with(who) if c.pos in (*NOMINAL, "ADJ", "DET"))]
    found += listing.enumerated(who) if found[-1] is who else []
    found += listing.companions(who)
    if who.dep not in ("nsubj", "nsubjpass"):
        return found
    words = who.sent.words
    for other in who.head.children:
        if (
            other.dep != who.dep
            or other in found
            or not who.i < other.i < who.head.i
            or other.tag in ("JJS", "DT", "WP")
            or any(w.tag in ("WDT", "WP") for w in other.subtree())  # "The students, hundreds of whom had walked"
        ):
            continue
        first = other.subtree()[0]
        before = words[first.i - words[0].i - 1]
        if any(c.dep == "pcomp" and who.i < c.i < other.i for p in who.head.having("prep") for c in p.children):
            continue  # "The king, after hearing the ulema and, later, the envoy, pardoned …"
        if (before.lower in _LINKING or before.dep == "cc") and not any(
            w.text == ":" for w in words[who.i - words[0].i : other.i - words[0].i]
        ):
            found += [other, *(c for c in other.conjuncts() if c.pos in NOMINAL)]
    return found


def _headline_first(who: Word) -> list[Word]:
    """ "Spain, Morocco agree": Spain, which hangs on the verb like a time."""
    words, k = who.sent.words, who.i - who.sent.words[0].i
    if who.dep != "nsubj" or k < 2 or words[k - 1].text != "," or not open_ended(who):
        return []
    first = words[k - 2]
    return (
        [first]
        if first.head is who.head and first.dep in ("npadvmod", "nsubj", "dep") and first.text[:1].isupper()
        else []
    )


def given(verb: Word) -> Word | None:
    """What is given where a receiver stands: the last of two objects, or a noun phrase that only measures."""
    things = [c for c in objects(verb) if c.lower != "dead"]
    if len(things) > 1:
        return things[0] if bare(things[-1]) or apart(things[-1]) else things[-1]
    if things:
        return things[0]
    if (found := verb.child("dobj")) is not None and found.lower != "dead":  # "whom they had beaten"
        return found
    if (found := _of_particle(verb)) is not None:
        return found
    if (found := verb.child("oprd")) is not None and found.pos == "NOUN" and verb.child("dative") is None:
        return found  # "called a strike"
    to = verb.child("dative", "iobj")
    if to is None or to.pos == "ADP":
        return _late(verb)
    return next((c for c in verb.children if c.i > to.i and c.dep in _GIVEN_AT and c.pos in NOMINAL), None)


def _late(verb: Word) -> Word | None:
    """ "released, without a word, the pilot": an object that stands late."""
    people = trigger_index()
    late = (c for c in verb.children if c.i > verb.i and c.dep in ("npadvmod", "appos", "dep") and c.pos in NOMINAL)
    told = [_not_while(c) for c in late]
    told = [c for c in told if c.child("det", "nummod", "poss") is not None]
    peoples = (c for c in told if c.tag == "NNPS" and c.subtree()[0].i == verb.i + 1)  # "freed 300 Yazidis"
    return next((c for c in told if people.has(("@person",), c.lemma)), next(peoples, None))


def _not_while(noun: Word) -> Word:
    """ "freed nine hostages minutes after the deal": the hostages, which the parser made a part of "minutes"."""
    inner = noun.child("compound") if trigger_index().has(("@stretch",), noun.lemma) else None
    return inner if inner is not None and inner.tag == "NNS" else noun


def _of_particle(verb: Word) -> Word | None:
    """ "cordoned off the square", "let in the monitors": the parser took the particle for a preposition."""
    prep = next((c for c in verb.children if c.dep == "prep" and c.i == verb.i + 1), None)
    if (
        prep is None
        or prep.lower not in _PARTICLES
        or (prep.lower == "over" and verb.lemma not in _OVER)
        or not any(trigger_index().has(("@phrasal",), lemma) for lemma in lemmas(verb))
    ):
        return None
    return prep.child("pobj") if prep.lower != "in" or verb.lemma == "let" else None


def reads_passive(verb: Word) -> bool:
    """Whether a past form without an object is a passive in a headline: "Bus attacked in the port, six hurt"."""
    if verb.tag == "VBN" and verb.sent.root is verb:
        return True
    return verb.dep in ("ROOT", "ccomp") and any(trigger_index().has(("@never-bare",), lemma) for lemma in lemmas(verb))


def bears(word: Word) -> bool:
    """Whether an "it" stands for something: an object, not so in "made it clear that"; who speaks of what "it" does."""
    verb = word.head
    if word.dep in ("nsubj", "nsubjpass"):
        acts = word.dep == "nsubj" and verb.pos == "VERB" and verb.child("dobj") is not None  # "whom it accuses"
        return _own_deed(verb) or (acts and verb.child("ccomp", "csubj", "expl") is None)
    return word.dep == "dobj" and verb.tag[:2] == "VB" and verb.child("oprd", "acomp", "ccomp", "xcomp", "attr") is None


def _own_deed(verb: Word) -> bool:
    """ "The agency says it is ready to help", "denied that it had armed them"; not "says it is clear that"."""
    above = verb.head
    teller = above.child("nsubj") if verb.dep == "ccomp" and verb.i > above.i else None
    if teller is None or teller.pos not in ("NOUN", "PROPN") or verb.child("ccomp", "csubj", "expl") is not None:
        return False
    told = verb.child("acomp", "attr")
    return verb.lemma != "be" or (told is not None and told.child("xcomp") is not None and told.lemma in _MINDED)


_MINDED = frozenset({"ready", "willing", "prepared", "open", "able", "unwilling", "determined", "reluctant", "eager"})


def lemmas(word: Word) -> tuple[str, ...]:
    """The lemma of a past form, and what it may be where the lemmatizer slips ("staged" is no "stag")."""
    lower = word.lower
    if not lower.endswith("ed") or len(lower) < 5:
        return (word.lemma,)
    return tuple(dict.fromkeys((word.lemma, lower[:-1], lower[:-2], lower[:-3])))


def is_verb_by_frame(word: Word) -> bool:
    """A word that the tagger took for a noun but that has a subject and an object of its own: "gunmen ambush bus"."""
    if headless(word) is not None:
        return True
    return (
        word.pos in ("NOUN", "PROPN", "ADJ")
        and word.child("nsubj") is not None
        and word.child("dobj") is not None
        and word.child("cop", "det") is None
    )


def finite_head(verb: Word) -> Word:
    """The verb that a coordinated one goes with: in "let him go but shot the guard" the guard's killer let him go."""
    head = verb.head
    if verb.dep != "conj" or verb.tag not in ("VBD", "VBZ", "VBP"):
        return head
    if head.tag == "VBN" and verb.tag == "VBD" and head.dep == "ccomp" and head.head.tag == "VBD":
        also = next((c for c in head.having("cc") if c.i < verb.i), None)
        words, first = verb.sent.words, verb.sent.words[0].i
        apart = also is not None and words[also.i - first - 1].text == ","
        plain = verb.child("aux", "auxpass", "nsubj", "nsubjpass") is None and head.child("auxpass") is not None
        return head.head if apart and plain else head  # "said two had been taken, and appealed for help"
    if head.tag != "VB":
        return head
    above = next((w for w in head.ancestors() if w.tag in ("VBD", "VBZ", "VBP") and w.pos in VERBAL), None)
    return above if above is not None else head


def cleft(verb: Word) -> Word | None:
    """ "What the generals want is to arrest him": the generals."""
    wanted = verb.head.child("csubj") if verb.head.lemma == "be" else None
    return wanted.child("nsubj") if wanted is not None else None


def told_to(verb: Word) -> Word | None:
    """ "the men said to have kidnapped him": the men, wherever the parser hung the participle."""
    told = verb.head
    words = verb.sent.words
    k = told.i - words[0].i
    if (
        (told.tag != "VBN" and told.lemma not in ("say", "believe", "think", "know"))
        or told.child("nsubj", "nsubjpass", "aux", "auxpass") is not None
        or k == 0
    ):
        return None
    return words[k - 1] if words[k - 1].pos in NOMINAL else None


def told_aside(verb: Word) -> bool:
    """ "…, when gunmen stormed the town": not so the cause in "fired when the crowd stormed the gate"."""
    when = next((c for c in verb.children if c.tag == "WRB" and c.i < verb.i), None)
    if when is None or verb.dep not in ("relcl", "advcl"):
        return False
    k = when.i - verb.sent.words[0].i
    return verb.dep == "relcl" or (k > 0 and verb.sent.words[k - 1].text == ",")


def whole_sentence(verb: Word) -> bool:
    """ "A crowd of fishermen set upon two clerks." is no noun phrase: its past form is the verb of the sentence."""
    noun = verb.head
    if verb.dep != "acl" or noun is not verb.sent.root or noun.pos not in NOMINAL or open_ended(verb):
        return False
    if verb.lemma in HARMED:
        return False
    return not any(w.pos in VERBAL and w is not verb and verb not in (w.head, *w.ancestors()) for w in verb.sent.words)


def stretch(noun: Word) -> Word | None:
    """ "two nights of shelling", "a wave of attacks": the noun above that only measures a deed."""
    above = noun.head.head if noun.dep in ("pobj", "pcomp") and noun.head.lower == "of" else None
    return above if above is not None and measures(above) else None


def measures(noun: Word) -> bool:
    """ "nights", "a wave", "two million crowns": how much there is of something."""
    counted = noun.child("nummod")
    return trigger_index().has(("@stretch",), noun.lemma) or (counted is not None and counted.lower.endswith("illion"))


def styled(verb: Word) -> Word | None:
    """ "Gunmen styling themselves the Red Lanterns have shot": the gunmen, where the rest became a clause."""
    head = verb.head
    if verb.dep != "ccomp" or head.tag != "VBG" or head is not head.sent.root or head.child("aux") is not None:
        return None
    themselves = head.child("dobj")
    return head.child("nsubj") if themselves is not None and themselves.lower.endswith(("self", "selves")) else None
