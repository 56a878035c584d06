"""Small questions to the syntax: who does a verb, who bears it, and, from `links`, what hangs on a word."""

from __future__ import annotations

from sayso.knowledge.triggers import trigger_index
from sayso.reading.draft import Word
from sayso.reading.events import beside, giving, listing, misread, opening
from sayso.reading.events.bearing import reckoned, shared_object, was_found, whole_group
from sayso.reading.events.links import (
    after,
    all_after,
    clause_of,
    complements,
    is_nominal,
    negated,
    particles,
    prepositions,
    with_conjuncts,
)
from sayso.reading.events.opening import in_front
from sayso.reading.events.tags import NOUNS, VERBAL

__all__ = [
    "LEFT", "NOUNS", "VERBAL", "after", "all_after", "ancestors", "bearers", "charged_by", "clause_of", "complements",
    "doer", "governor", "is_nominal", "is_passive", "negated", "noun_before", "of_others", "owner", "particles",
    "prepositions", "subject", "with_conjuncts",
]  # fmt: skip
LEFT = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "advmod", "quantmod", "npadvmod", "predet"})
_DEEP = 6
_CHARGING = frozenset({"accuse", "suspect", "convict", "acquit", "blame"})
# "reported shelling", "survived the bombing": what others did. Not so "admitted", "denied", "stopped shelling".
_OF_OTHERS = frozenset(
    {
        "report",
        "witness",
        "hear",
        "see",
        "describe",
        "condemn",
        "denounce",
        "suffer",
        "survive",
        "escape",
        "fear",
        "face",
    }
)
_MANY = frozenset({"dozen", "hundred", "thousand", "score", "many", "several", "most", "some", "other"})
_BETWEEN = frozenset({"with", "in", "at", "on", "from", "near", "to", "over", "into", "outside", "inside", "after",
                      "during", "across", "off", "above", "along", "through", "before", "under"})  # fmt: skip
_DOWN = frozenset({"gun", "shoot", "mow", "blow", "hunt", "cut", "burn", "drag", "haul", "hack", "lock", "string"})
_TIDINGS = frozenset({"report", "rumour", "rumor", "news", "evidence", "proof", "sign", "indication"})
_STOPPING = frozenset({"thwart", "foil", "repel", "repulse", "block", "avert", "prevent", "stop", "resist", "condemn"})
_OWN_DOING = frozenset(
    {"end", "begin", "start", "continue", "extend", "resume", "cancel", "postpone", "cut", "conclude", "complete",
     "launch", "announce", "plan", "finish", "halt", "suspend", "signal", "express", "renew", "repeat",
     "reiterate", "declare", "delay", "shorten", "break", "interrupt"}
)  # fmt: skip
_OBJECT_KEEPS_SUBJECT = ("promise", "vow", "use", "threaten")


def is_passive(verb: Word) -> bool:
    """Whether a verb is passive: by its auxiliary, or a bare participle that describes a noun or follows a comma."""
    if any(c.dep in ("nsubjpass", "auxpass", "csubjpass", "agent") for c in verb.children):
        return True
    if verb.dep == "acl" and misread.frame(verb) is not None:
        return False
    if beside.whole_sentence(verb):
        return False
    if (
        verb.tag == "VBN"
        and verb.dep in ("pcomp", "acl", "advcl")
        and verb.child("aux") is None
        and verb.child("nsubj")
    ):
        return True
    if verb.tag == "VBN" and verb.dep == "ccomp" and verb.head.lemma in ("have", "get") and verb.child("aux") is None:
        return verb.child("dobj") is None  # "had his brother shot"
    if _reduced(verb):
        return True
    if verb.tag != "VBN" or any(c.dep in ("aux", "dobj", "nsubj") for c in verb.children):
        return False
    if verb.dep == "conj":
        return verb.head.tag == "VBN" and is_passive(verb.head)
    return verb.dep in ("acl", "amod", "advcl", "oprd")


def _reduced(verb: Word) -> bool:
    """A passive without its auxiliary: "Dozens killed as …", "nine were killed and ninety wounded"."""
    who = verb.child("nsubj")
    if who is None or verb.tag not in ("VBN", "VBD") or who.i > verb.i:
        return False
    if verb.lemma == "shoot" and beside.given(verb) is None and any(c.lower == "dead" for c in verb.children):
        return verb.child("aux") is None  # "Activist shot dead outside his home"
    if verb.child("aux", "dobj", "ccomp", "xcomp", "dative") is not None or shared_object(verb) is not None:
        return False
    if verb.child("prt") is not None and not (verb.lemma in _DOWN and opening.open_ended(verb)):
        return False
    aside = verb.dep == "ccomp" and verb.head.i > verb.i  # "Critic poisoned, say doctors"
    if opening.open_ended(verb) and (aside or verb.child("prep") is not None) and beside.reads_passive(verb):
        return True
    if _by_somebody(verb):
        return True
    gapped = verb.dep == "conj" and verb.head.child("auxpass") is not None and verb.tag == "VBN"
    counted = who.pos == "NUM" or who.lemma.lower() in _MANY or who.child("nummod") is not None
    harmed = verb.lemma in beside.HARMED or (verb.lemma == "shoot" and any(c.lower == "dead" for c in verb.children))
    return gapped or (harmed and (counted or verb.tag == "VBN"))


def _by_somebody(verb: Word) -> bool:
    """ "Doctor shot in Novye Atagi by hooded men", "Consul expelled by junta": a headline, with or without its mark."""
    by = next((c for c in verb.having("prep") if c.lower == "by" and c.i > verb.i), None)
    agent = by.child("pobj") if by is not None else None
    harms = verb.lemma == "shoot" or trigger_index().has(("@never-bare",), verb.lemma)
    return harms and agent is not None and trigger_index().has(("@person", "@force", "@armed"), agent.lemma)


def doer(verb: Word, depth: int = 0) -> Word | None:
    """Who does what a verb says; for a passive the noun after "by", if there is one."""
    if is_passive(verb):
        return after(verb, "by") or _by_beyond(verb) or _by_later(verb)
    own = beside.own_subject(verb)
    if own is not None:
        return misread.shared(own) or own
    if (seen := misread.frame(verb)) is not None:
        return seen[0]
    if (leaving := misread.leaving(verb)) is not None:
        return leaving
    return _inherited(verb, depth)


def _by_beyond(verb: Word) -> Word | None:
    """ "beaten with pipes by guards": the guards, where the parser hung them on the pipes."""
    for prep in verb.having("prep"):
        if prep.lower == "as" and (agent := after(prep, "by")) is not None:
            return agent  # "was hailed as just by bishops"
        thing = prep.child("pobj", "pcomp") if prep.lower in _BETWEEN else None
        if thing is not None and (agent := after(thing, "by")) is not None:
            return agent
    kept = giving.retained(verb)
    if kept is not None:
        return after(kept, "by")
    near = next((c for c in verb.having("xcomp") if c.i == verb.i + 1), None)  # "were let go by their captors"
    return after(near, "by") if near is not None else None


def _by_later(verb: Word) -> Word | None:
    """ "were beaten and robbed by guards", "was sabotaged, prosecutors believe, by divers": a shared or late agent."""
    last = verb.child("conj")
    if last is not None and last.tag == "VBN" and last.child("nsubj", "nsubjpass", "aux", "auxpass", "dobj") is None:
        between = verb.sent.words[verb.i - verb.sent.words[0].i + 1 : last.i - verb.sent.words[0].i]
        plain = all(w.pos in ("CCONJ", "ADV", "PUNCT", "VERB") for w in between)
        return doer(last) if plain and last.child("agent") is not None else None
    for aside in verb.having("advcl"):  # "was beaten, as his wife watched, by three men"
        agent = next((c for c in aside.having("prep") if c.lower == "by" and c.i > aside.i), None)
        parted = agent is not None and agent.sent.words[agent.i - agent.sent.words[0].i - 1].text == ","
        if agent is not None and parted and not is_passive(aside):
            return agent.child("pobj")
    telling = verb.head
    if verb.dep != "ccomp" or telling.i < verb.i or telling.pos not in VERBAL:
        return None
    late = (c for c in telling.having("prep", "agent") if c.lower == "by" and c.i > telling.i)
    words, first = verb.sent.words, verb.sent.words[0].i
    return next((c.child("pobj") for c in late if words[c.i - first - 1].text == ","), None)


def noun_before(verb: Word) -> Word | None:
    """The noun right before "to": in "his campaign to seize" it governs, wherever the parser has hung the verb."""
    to = verb.child("aux")
    if to is None or to.lower != "to" or verb.dep not in ("xcomp", "advcl", "acl"):
        return None
    words = verb.sent.words
    k = to.i - words[0].i - 1
    before = words[k] if k >= 0 and words[k].pos == "NOUN" and words[k].dep == "pobj" else None
    return before if before is not None and before.head.dep != "agent" else None


def owner(noun: Word | None) -> Word | None:
    """Whose a noun is; of "ended his visit", "signalled its readiness" the subject, whose own deed it is."""
    own = noun.child("poss") if noun is not None else None
    if own is None or noun is None or own.tag != "PRP$" or noun.dep != "dobj" or noun.head.lemma not in _OWN_DOING:
        return own
    return noun.head.child("nsubj") or own


def _inherited(verb: Word, depth: int) -> Word | None:
    """The doer that a verb without a subject shares with the word it hangs on."""
    head = beside.finite_head(verb)
    if depth > _DEEP or head is verb or verb.child("expl", "csubj") is not None:
        return None
    if verb.dep == "xcomp" and (wanting := beside.cleft(verb)) is not None:
        return wanting
    if verb.dep == "xcomp" and (told := beside.told_to(verb)) is not None:
        return told
    if (late := _after_stretch(verb)) is not None:
        return late
    if verb.tag == "VBG" and verb.dep in ("pcomp", "xcomp") and verb.child("dobj", "aux") is None:
        by = after(verb, "by")  # "left after repeated shelling by the army"
        if by is not None and (by.pos == "PROPN" or trigger_index().has(("@armed", "@force", "@acting"), by.lemma)):
            return by
    if verb.dep == "conj" and head.pos == "NOUN" and (own := head.child("nsubj")) is not None:
        return own  # "Guards shot and wounded a woman", with "shot" for a noun
    if (whose := owner(noun_before(verb))) is not None:
        return whose
    if verb.dep in ("acl", "relcl"):
        return _of_noun(verb, head, depth)
    if verb.dep == "pcomp" and head.dep in ("prep", "agent"):
        over = head.lower in ("of", "from", "for", "into") or (head.lower == "with" and head.head.lemma == "charge")
        thing = head.head.child("dobj") if over else None
        if thing is not None and thing.i < verb.i and head.head.pos in VERBAL:
            return thing
        if head.lower == "with" and head.head.lemma == "threaten" and is_passive(head.head):
            return doer(head.head, depth + 1)
        if head.lower in ("as", "in", "during", "amid") and is_passive(head.head):
            return None  # "killed in shelling": no deed of those killed
        return _topmost(head.head, verb, depth)
    if verb.dep in ("ccomp", "parataxis") and verb.tag not in ("VB", "VBG"):
        return None
    if verb.tag == "VBG" and head.lemma in _OF_OTHERS and verb.dep in ("xcomp", "ccomp"):
        return None
    if verb.dep == "advcl" and (nearer := governor(verb)) is not head:
        return subject(nearer, depth + 1)
    if verb.dep in ("conj", "xcomp", "advcl", "ccomp", "acomp", "dep", "oprd", "attr"):
        if verb.dep == "conj" and head.tag == "VBN" and verb.tag in ("VBD", "VBN"):
            return subject(head, depth + 1)
        return _topmost(head, verb, depth)
    return None


def _after_stretch(verb: Word) -> Word | None:
    """ "has for years sheltered the clan": the subject of "has", which the parser took for the main verb."""
    noun = verb.head
    prep = noun.head
    has = prep.head
    if verb.tag != "VBN" or noun.dep != "pobj" or prep.dep != "prep" or has.lemma != "have" or not has.i < noun.i:
        return None
    known = trigger_index().has(("@stretch",), noun.lemma)
    return has.child("nsubj") if known and verb.i > noun.i and has.child("dobj") is None else None


def governor(verb: Word) -> Word:
    """What a verb hangs on; a participle after a clause of its own place or time hangs on that clause.

    "fled since May, when rebels stormed the town, killing nine": the rebels killed, wherever the parser hung it.
    """
    head = verb.head
    if verb.dep != "advcl" or verb.tag != "VBG" or verb.i < head.i or verb.child("nsubj", "mark") is not None:
        return head
    words = verb.sent.words
    between = words[head.i - words[0].i + 1 : verb.i - words[0].i]
    if head.tag == "VB" and between and between[-1].text == "," and head.child("aux") is not None:
        above = head.head  # "told the owner to leave, burning his barn": who told him burned it
        if head.dep in ("xcomp", "ccomp") and above.pos in VERBAL and above.child("dobj") is not None:
            return above
        if head.dep == "acl" and above.dep == "dobj" and above.head.pos in VERBAL:  # "hailed the plan to go, calling"
            return above.head
    told = [w for w in between if w.tag == "VBD" and beside.told_aside(w)]
    return told[-1] if told and told[-1].child("nsubj") is not None else head


def ancestors(word: Word) -> list[Word]:
    """The words above one; up to the clause of an aside, where the word hangs on one by `governor`."""
    found: list[Word] = []
    while (above := governor(word)) is not word and above not in found:
        found.append(above)
        if above is not word.head:
            break
        word = above
    return found


def _topmost(head: Word, verb: Word, depth: int) -> Word | None:
    if misread.seeming_adjective(head):  # "the state armed and fed the rebels"
        return head.child("nsubj")
    if head.pos in ("ADJ",):
        return _topmost(head.head, verb, depth + 1) if head.dep in ("acomp", "oprd") and depth <= _DEEP else None
    if head.pos not in VERBAL:
        return _of_noun(verb, head, depth) if head.pos in NOUNS else None
    if verb.dep in ("xcomp", "ccomp") and head.lemma not in _OBJECT_KEEPS_SUBJECT:
        thing = head.child("dobj", "dative")
        if thing is not None and thing.i < verb.i and not trigger_index().has(("@stretch",), thing.lemma):
            return thing
        if (follower := _asked(head, verb)) is not None:
            return follower
    allowed = head.lemma in ("give", "allow", "grant") and verb.tag == "VB" and verb.dep == "advcl"
    given = (giving.receiver(head) or head.child("dobj")) if allowed else None
    if given is not None and given.i < verb.i and given.pos in ("PROPN", "PRON"):
        return given  # "gave the Serbs till midnight to pull back"
    return subject(head, depth + 1)


def charged_by(prep: Word) -> Word | None:
    """ "accused by the governor of burning": the charge, where the parser hung "of" on the governor."""
    who = prep.head
    if prep.lower != "of" or who.dep != "pobj" or who.head.dep not in ("agent", "prep") or who.head.lower != "by":
        return None
    return who.head.head if who.head.head.lemma in _CHARGING else None


def _asked(head: Word, verb: Word) -> Word | None:
    """ "called on the army to stop": the army."""
    if head.lemma not in ("call", "appeal", "plead"):
        return None
    asked = after(head, "on") or after(head, "upon") or after(head, "to")
    return asked if asked is not None and asked.i < verb.i else None


def subject(verb: Word, depth: int = 0) -> Word | None:
    """The grammatical subject, of an active or a passive verb, its own or a shared one."""
    own = beside.own_subject(verb) or verb.child("nsubjpass")
    if own is not None or depth > _DEEP:
        return own
    if verb.dep in ("acl",) and verb.head.pos in NOUNS:
        return verb.head
    return _inherited(verb, depth)


def _of_noun(verb: Word, noun: Word, depth: int) -> Word | None:
    """ "rebels fighting …": the rebels. "his decision to attack", "took steps to attack": the owner, the subject."""
    if noun.pos not in NOUNS or depth > _DEEP:
        return None
    if noun.dep == "dobj" and noun.head.lemma in _CHARGING and verb.dep == "pcomp":
        return noun
    plain = any(c.lower == "to" and c.dep == "aux" for c in verb.children) or verb.dep == "pcomp"
    if not plain:
        return noun
    if (heading := misread.heading(verb)) is not None:
        return heading
    if noun.dep == "pobj" and noun.head.lower == "by" and noun.head.head.pos == "NOUN":
        return noun  # "an attempt by loyalists to seize …", where the parser hung the clause on the loyalists
    told = after(noun, "to", "for") if trigger_index().has(("@command",), noun.lemma) else None
    if told is not None and told.i < verb.i and told.pos in NOUNS:
        return told
    whose = owner(noun) or after(noun, "by")
    if whose is not None:
        return whose
    above = noun.head.head if noun.dep == "pobj" else noun.head
    if noun.lemma in _TIDINGS or above.lemma in _STOPPING:  # what others did or tried
        return next((c for c in noun.children if c.i < noun.i and c.dep == "amod" and c.text[:1].isupper()), None)
    if noun.dep in ("dobj", "pobj", "attr") and above.pos in VERBAL:
        return subject(above, depth + 1)
    return None


def bearers(verb: Word) -> list[Word]:
    """Who or what bears the act: the objects, or the subject of a passive, or the noun a participle describes."""
    if not is_passive(verb):
        thing = beside.given(verb) or shared_object(verb) or misread.object_of(verb) or listing.beyond(verb)
        found = with_conjuncts(thing)
        return [*found, *listing.after_aside(verb, found[-1])] if found else found
    own = giving.retained(verb) or beside.at_head(verb, "nsubjpass", "nsubj") or in_front(verb) or was_found(verb)
    if own is not None:
        return beside.listed_subjects(reckoned(own, verb) or own)
    if verb.dep in {"acl", "amod"}:
        return [whole_group(verb)] if verb.head.pos in NOUNS or verb.head.pos == "NUM" else []
    return with_conjuncts(reckoned(verb.head, verb) if verb.dep == "ccomp" else subject(verb))


def of_others(deed: Word) -> bool:
    """Whether a deed that somebody stops is another's: "an attack", "the attack by the rebels"."""
    return deed.tag == "NN" and any(
        c.lower in ("a", "an", "by") and c.dep in ("det", "prep", "agent") for c in deed.children
    )
