"""Who does what a verb says: the head of its subject, wherever the syntax has left it."""

from __future__ import annotations

from sayso.reading.draft import Word
from sayso.reading.statements.lexicon import cues, speakers

_SUBJECTS = ("nsubj", "csubj")
_PASSIVE = ("nsubjpass", "csubjpass")
_DOING = frozenset({"urge", "demand", "accuse", "condemn", "request", "praise"})
NEVER_FIRST = frozenset({"tell", "inform", "assure", "remind"})  # "told the paper": never the teller
_LIMIT = 5
_PAIRS = {",": ",", ")": "("}
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_MARKS = frozenset({",", "”", '"', "''"})


def is_passive(verb: Word) -> bool:
    """Whether a verb stands in the passive, or is a participle that does ("Asked about it, she left")."""
    if any(c.dep in ("nsubjpass", "auxpass", "csubjpass") for c in verb.children):
        return True
    if verb.dep == "acl" and verb.tag == "VBN" and (_charges(verb) or any(c.dep == "agent" for c in verb.children)):
        return True  # "the general, accused by the court of theft", "two men accused of theft"
    bare = verb.dep == "advcl" and not any(c.dep in ("nsubj", "aux", "mark") for c in verb.children)
    return bare and (verb.tag == "VBN" or (verb.tag == "VBD" and verb is verb.sent.words[0]))


def _charges(verb: Word) -> bool:
    cue = cues().verbs.get(verb.lemma)
    return cue is not None and cue.act == "accuse"


def loosened(verb: Word) -> bool:
    """Whether a reporting verb, hung by the parser inside what another verb reports, goes on with that other speaker.

    "said talks had failed, adding that …", "said it had failed and warned that …".
    """
    if verb.lemma not in cues().verbs or verb.head is verb or verb.head.dep != "ccomp" or verb.i < verb.head.i:
        return False
    outer = verb.head.head
    if outer.i > verb.head.i or any(c.dep in ("nsubj", "nsubjpass") for c in verb.children):
        return False
    if verb.dep == "advcl" and verb.tag == "VBG":
        first = verb.subtree()[0]
        if first.lower == "while":
            return True
        at = first.i - verb.sent.words[0].i
        return at > 0 and verb.sent.words[at - 1].text in _MARKS
    if verb.dep != "conj":
        return False
    if (verb.child("ccomp") is not None or _steps_back(verb, outer)) and verb.tag == outer.tag:
        return True
    return _acts(verb) and _goes_on(verb, outer)


def _steps_back(verb: Word, outer: Word) -> bool:
    """ "said the rebels had fled and vowed to return": no longer what had been, but what he did who said it."""
    had = any(c.dep == "aux" and c.lower == "had" for c in verb.head.children)
    bare = not any(c.dep in ("aux", "auxpass") for c in verb.children)
    return outer.tag == "VBD" and had and bare and verb.child("xcomp") is not None


def _goes_on(verb: Word, outer: Word) -> bool:
    """ "said it was sorry and urged them to stop" (the same speaker either way), "said they had won, and accused …"."""
    if verb.tag != outer.tag and (verb.tag, outer.tag) != ("VBN", "VBD"):
        return False
    if any(c.dep in ("aux", "auxpass") for c in verb.children):
        return False
    first = verb.sent.words[0].i
    before = verb.sent.words[max(0, verb.i - first - 2) : verb.i - first]
    set_off = [w.text for w in before] == [",", "and"] and verb.tag == outer.tag
    return set_off or any(c.pos == "PRON" for c in verb.head.children if c.dep in ("nsubj", "nsubjpass"))


def _acts(verb: Word) -> bool:
    """Whether a verb of saying does something by its words, and to somebody: urges, accuses, demands."""
    acts = {cues().verbs[verb.lemma].act, *cues().bends.get(verb.lemma, {}).values()}
    return bool(acts & _DOING) and verb.child("dobj", "xcomp", "prep") is not None


def own_subject(verb: Word) -> Word | None:
    """The subject that hangs on the verb itself; in the passive, the agent."""
    passive = is_passive(verb)
    if passive:
        return agent(verb)
    return next((c for c in verb.children if c.dep in _SUBJECTS), None)


def agent(verb: Word) -> Word | None:
    """The noun after "by"."""
    for child in verb.children:
        if child.dep == "agent" or (child.dep == "prep" and child.lower == "by" and is_passive(verb)):
            return child.child("pobj")
    return None


def subject(verb: Word, depth: int = 0) -> Word | None:
    """The speaker of a verb: its own subject, or the one it shares with the word it hangs on."""
    if is_passive(verb):
        return agent(verb)
    mine = own_subject(verb)
    if mine is None and depth <= _LIMIT and verb.head is not verb:
        mine = _shared(verb, depth)
    return mine if mine is not None or depth else _beside(verb)


def _beside(verb: Word) -> Word | None:
    """The noun before a finite verb whose subject the parser put elsewhere: "the envoy (Ostland), a lawyer, said"."""
    if verb.tag not in ("VBD", "VBZ", "VBP"):
        return None
    sentence = verb.sent.words
    at = verb.i - sentence[0].i - 1
    while at >= 0 and sentence[at].pos in ("ADV", "AUX"):
        at -= 1
    if at >= 0 and sentence[at].text in _PAIRS:
        opening = _PAIRS[sentence[at].text]
        at = next((k for k in range(at - 1, -1, -1) if sentence[k].text == opening), 0) - 1
    return sentence[at] if at >= 0 and sentence[at].pos in _NOMINAL else None


def done_to(verb: Word) -> Word | None:
    """The subject of a passive, else of an active verb: who "was quoted" and "says"."""
    for child in verb.children:
        if child.dep in ("nsubj", "nsubjpass"):
            return child
    return None


def _shared(verb: Word, depth: int) -> Word | None:
    head = verb.head
    if loosened(verb):
        return done_to(head.head) or subject(head.head, depth + 1)
    if verb.dep in ("acl", "relcl") and head.pos in ("NOUN", "PROPN", "PRON"):
        if verb.tag == "VBN":
            return None
        if head.dep == "npadvmod" and head.head is not head:
            return done_to(head.head) or subject(head.head, depth + 1)  # "wrote last week, adding …"
        if head.dep == "dobj" and head.lemma in speakers().kinds["document"] and head.head.pos == "VERB":
            return subject(head.head, depth + 1) or head
        return head
    if verb.dep == "pcomp" and head.dep == "prep":
        head = head.head
        if head.pos in ("VERB", "AUX"):
            quoted = head.child("dobj") if head.lemma in ("quote", "cite") and not is_passive(head) else None
            return quoted or done_to(head) or subject(head, depth + 1)
        return _of_noun(head, depth)
    if verb.dep == "xcomp":
        object_ = head.child("dobj")
        if object_ is not None and object_.i < verb.i and head.lemma not in ("promise", "use", "take", "make"):
            return object_
        if head.pos in ("ADJ",):
            return subject(head.head, depth + 1) if head.dep == "acomp" else None
        return done_to(head) or subject(head, depth + 1)
    if verb.dep in ("conj", "advcl", "ccomp", "dep", "parataxis", "acomp", "attr"):
        if verb.dep == "ccomp" and head.i < verb.i and verb.tag in ("VBD", "VBZ", "VBP"):
            return None
        if head.pos in ("VERB", "AUX"):
            return done_to(head) or (subject(head, depth + 1) if verb.dep == "conj" or head.head is not head else None)
        if head.pos == "ADJ":
            return subject(head, depth + 1)
    if verb.dep in ("acl", "relcl"):
        return _of_noun(head, depth)
    return None


def _of_noun(noun: Word, depth: int) -> Word | None:
    """ "his decision to warn": the owner; "took the opportunity to warn": the verb's subject."""
    owner = noun.child("poss")
    if owner is not None:
        return owner
    if noun.dep in ("dobj", "pobj", "attr"):
        verb = noun.head if noun.dep != "pobj" else noun.head.head
        if verb.pos in ("VERB", "AUX"):
            return done_to(verb) or subject(verb, depth + 1)
    return None
