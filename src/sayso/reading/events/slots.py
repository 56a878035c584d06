"""The heads that stand in a named slot of a verb: its subject, its object, a preposition, the clause below."""

from __future__ import annotations

from sayso.knowledge.triggers import trigger_index
from sayso.reading.draft import Word
from sayso.reading.events import beside, giving, misread, syntax
from sayso.reading.events.links import hung_higher
from sayso.reading.events.tags import SOMEBODY


def slot(verb: Word, name: str) -> list[Word]:
    """The heads that stand in a slot of a verb."""
    if name == "subj":
        return _subjects(verb)
    if name == "dobj":
        return syntax.bearers(verb)
    if name == "dobj-person":
        asked = any(w.tag == "VB" for w in syntax.complements(verb))
        people = ("@person", "@org", "@official")
        return [w for w in syntax.bearers(verb) if asked or w.pos in ("PROPN", "PRON") or _is_one_of(people, w)]
    if name == "dative":
        return syntax.with_conjuncts(giving.receiver(verb))
    if name == "subj-of":
        return _of_subject(verb)
    if name.startswith("comp"):
        return _of_complement(verb, name)
    if name.startswith(("obj-", "pobj-")):
        return _of_object(verb, name.split("-", 1)[1], name.startswith("pobj"))
    if name in ("none", "speaker"):
        return []
    return after(verb, name)


def _is_one_of(classes: tuple[str, ...], word: Word) -> bool:
    return word.pos == "NOUN" and trigger_index().has(classes, word.lemma)


def _subjects(verb: Word) -> list[Word]:
    """The doer of a verb and those listed with it."""
    who = syntax.doer(verb)
    if who is None:
        return []
    if misread.heading(verb) is who:
        return misread.listed(who)
    listed = beside.listed_subjects(who)
    if who.dep == "pobj" and who.head.head is verb and syntax.is_passive(verb):
        listed += [w for w in syntax.all_after(verb, "by") if w not in listed]
    if len(listed) == 1 and who.dep == "pobj" and (also := hung_higher(who)) is not None:
        listed.append(also)
    if (seen := misread.frame(verb)) is not None and seen[0] is who and verb.dep != "acl":
        return misread.listed(who)
    if verb.dep == "pcomp" and verb.head.lower == "in" and verb.head.head.lemma == "join" and verb.tag == "VBG":
        listed += [w for w in syntax.bearers(verb.head.head) if w not in listed]  # "joined its allies in urging"
    if verb.dep == "conj" and who is verb.head:  # "Premier, bishop meet"
        listed += [c for c in verb.having("compound") if c not in listed]
    return listed


def _of_subject(verb: Word) -> list[Word]:
    head = syntax.subject(verb)
    if head is None:
        return []
    return after(head, "between") or after(head, "of") or after(head, "with")


def _hails(thing: Word) -> bool:
    """ "robbed a pedlar from Benin": where he comes from; an envoy is recalled from where he is."""
    index = trigger_index()
    return index.has(("@person",), thing.lemma) and not index.has(("@official", "@visitor"), thing.lemma)


def after(verb: Word, prep: str) -> list[Word]:
    """Nouns after a preposition that hangs on the verb, or, as parsers often have it, on its object."""
    found = syntax.all_after(verb, prep)
    if not found:
        for thing in syntax.bearers(verb)[-1:]:
            from_there = prep == "from" and _hails(thing)
            if (thing.i > verb.i or thing.dep == "nsubjpass") and not from_there:
                found = syntax.all_after(thing, prep) or syntax.all_after(whole(thing), prep)
    if not found and verb.tag == "VBD":  # "sent flour and lentils to the camp", where "lentils" was taken for a verb
        plural = next((c for c in verb.having("conj") if c.tag == "VBZ" and c.child("nsubj", "dobj") is None), None)
        found = syntax.all_after(plural, prep) if plural is not None else []
    if not found:
        particle = verb.child("prt", "advmod", "prep")
        beyond = particle is not None and particle.i > verb.i and particle.lower not in _SOURCES
        found = syntax.all_after(particle, prep) if particle is not None and beyond else []
    if not found and prep == "between":  # "mediated for months between the clans"
        spans = (c.child("pobj") for c in verb.having("prep") if c.lower in ("for", "over", "during", "in"))
        found = next((f for w in spans if w is not None and (f := syntax.all_after(w, prep))), [])
    if not found and prep == "from":  # "pulled its last troops out of Lebanon"
        out = next((c for c in verb.having("prep", "prt", "advmod") if c.lower == "out" and c.i > verb.i), None)
        found = syntax.all_after(out, "of") if out is not None else []
    if not found and prep in ("to", "against", "at", "toward", "towards"):
        found = _right_after(verb, prep)
    if not found and prep in ("on", "from", "to"):
        found = _past_measure(verb, prep)
    if not found and prep in ("on", "at", "to"):
        found = _past_list(verb, prep)
    if not found and prep == "against":  # "lodged a complaint with the council against the junta"
        between = (c.child("pobj") for w in (verb, *syntax.bearers(verb)[-1:]) for c in w.having("prep"))
        found = next((f for w in between if w is not None and (f := syntax.all_after(w, prep))), [])
    return [w for w in found if w.children or not w.text[0].isdigit()]  # "by 480 votes to 329"


def _past_measure(verb: Word, prep: str) -> list[Word]:
    """ "duties of up to 38 per cent on cars", "a curfew from seven to five on the valley": past what only measures."""
    things = [w for w in syntax.bearers(verb) if w.i > verb.i and w.pos == "NOUN"]
    if not things or things[-1].child("prep") is None:
        return []
    for word in things[-1].subtree():
        if word.lower != prep or word.dep != "prep" or word.head in things or word.head.pos not in ("NOUN", "NUM"):
            continue
        hung = word.head
        while hung not in things and hung.pos in ("NOUN", "NUM", "ADP", "ADJ") and not may_be_party(hung):
            hung = hung.head
        found = syntax.with_conjuncts(word.child("pobj")) if hung in things else []
        if found and not any(trigger_index().has(("@day", "@stretch"), w.lemma) or w.pos == "NUM" for w in found):
            return found
    return []


def _past_list(verb: Word, prep: str) -> list[Word]:
    """ "handed the camp, its pumps and a dog to the mayor", "opened fire without warning on the students"."""
    for thing in verb.having("npadvmod", "prep"):
        last = thing.conjuncts()[-1] if thing.dep == "npadvmod" and thing.conjuncts() else thing.child("pcomp")
        if last is not None and thing.i > verb.i and last.child("dobj") is None:
            found = syntax.all_after(last, prep)
            if found and may_be_party(found[0]):
                return found
    return []


def _right_after(verb: Word, prep: str) -> list[Word]:
    """ "one of the states supplying arms to the marshal": a phrase right after the object, hung on a verb above."""
    things = [w for w in syntax.bearers(verb) if w.i > verb.i]
    words = verb.sent.words
    k = (things[-1].subtree()[-1].i if things else verb.i) + 1 - words[0].i
    there = words[k] if k < len(words) else None
    if there is None or there.lower != prep or there.pos != "ADP" or there.head.i > verb.i:
        return []
    above = there.head in (verb.head, *verb.ancestors())
    return syntax.with_conjuncts(there.child("pobj")) if above else []


def _of_complement(verb: Word, name: str) -> list[Word]:
    for below in syntax.complements(verb):
        if name == "comp-subj":
            own = below.child("nsubj", "nsubjpass")
            if own is None and below.tag == "NN" and below.child("mark") is not None:
                own = below.child("compound")  # "demanded that the governor resign", with "resign" for a noun
            if own is not None and own is not verb.child("nsubj"):
                return syntax.with_conjuncts(own)
        elif name == "comp-from":
            return after(below, "from")
        else:
            return borne_below(below)
    return []


def borne_below(below: Word) -> list[Word]:
    """Whom the act of a clause below concerns: "vowed to bomb the port", "threatened to cut aid to the camp"."""
    things = syntax.bearers(below) if not syntax.is_passive(below) else []
    given = below.child("dative", "iobj")
    if things and given is not None and given.pos in syntax.NOUNS:  # "teach the rebels a lesson"
        return syntax.with_conjuncts(given)
    helped = next((c.child("nsubj") for c in below.having("ccomp", "xcomp")), None)
    if below.lemma in ("help", "let", "make") and not things and helped is not None:
        return syntax.with_conjuncts(helped)
    if things and things[0].pos != "NOUN":
        return things
    inner = _side_of(below) or _owner_of(things)
    if not inner and things and not may_be_party(things[0]):
        beyond = (after(below, name) for name in ("on", "upon", "to", "into", "between", "against"))
        inner = next((f for f in beyond if f and may_be_party(f[0]) and f[0] not in things), [])
    if things and _is_one_of(("@abstract",), things[0]):
        things = []  # "declined to take part"
    return inner or things or [w for w in _deeper(below) if may_be_party(w)]


def far_with(verb: Word, deed: Word) -> list[Word]:
    """ "discussed the release of captives with the rebels": the other side, hung on what stands between."""
    words = deed.sent.words
    k = deed.i - words[0].i + 1
    for word in words[k : k + _FAR]:
        if word.text in (";", ":") or (word.pos == "VERB" and word.dep in ("conj", "relcl", "ccomp", "ROOT")):
            break
        who = word.child("pobj") if word.lower == "with" and word.dep == "prep" else None
        if who is None or not may_be_party(who):
            continue
        hung = word.head
        while (
            hung.pos in ("NOUN", "PROPN", "NUM", "ADP", "ADV", "ADJ", "SYM")
            and hung.head is not hung
            and hung is not deed
        ):
            hung = hung.head
        if hung in (verb, deed):
            return syntax.with_conjuncts(who)
    return []


def may_be_party(word: Word) -> bool:
    """Whether a noun can stand for somebody: names, pronouns, people, forces, bodies."""
    return word.pos in ("PROPN", "PRON") or _is_one_of(SOMEBODY, word)


def _side_of(verb: Word) -> list[Word]:
    for prep in ("with", "against", "from", "to", "on"):
        found = after(verb, prep)
        if found and prep in ("with", "against", "from"):
            return found
    return []


def _owner_of(things: list[Word]) -> list[Word]:
    return [owner for t in things if (owner := t.child("poss")) is not None and owner.pos == "PROPN"]


def _deeper(verb: Word) -> list[Word]:
    return after(verb, "to") or after(verb, "on") or [w for c in syntax.complements(verb) for w in syntax.bearers(c)]


def _of_object(verb: Word, what: str, after_prep: bool) -> list[Word]:
    things = [w for ws in syntax.prepositions(verb).values() for w in ws] if after_prep else syntax.bearers(verb)
    for thing in things:
        if what == "poss":
            owner = thing.child("poss") or nationality(thing) or _force_before(thing)
            if owner is not None and owner.tag == "PRP$" and verb.dep == "ccomp" and verb.head.lemma == "have":
                owner = verb.head.child("nsubj") or owner  # "had its accounts frozen by a judge"
            if owner is not None:
                return syntax.with_conjuncts(owner)
        elif what == "comp":
            below = thing.having("acl", "relcl")
            plain = next((c for c in below if c.tag == "VB" and c.child("nsubj") is None), None)
            return borne_below(plain) if plain is not None else [w for c in below for w in syntax.bearers(c)]
        else:
            found = syntax.with_conjuncts(syntax.after(whole(thing), what))
            if not found and what == "by":  # "rejected charges laid by the tribunal"
                made = (c for c in thing.having("acl") if syntax.is_passive(c))
                found = next((syntax.all_after(c, "by") for c in made), [])
            if what == "of" and _is_one_of(("@told",), thing) and (owner := thing.child("poss") or nationality(thing)):
                return syntax.with_conjuncts(owner)  # "the Soviet offer of two islands"
            if found and (what != "of" or not _is_one_of(("@told",), thing) or may_be_party(found[0])):
                return found
    return []


def _force_before(told: Word) -> Word | None:
    """ "an army offer", "the rebel demand": whose it is that is told."""
    if not _is_one_of(("@told",), told):
        return None
    before = (c for c in told.having("compound", "amod", "nmod") if c.i == told.i - 1)
    return next((c for c in before if trigger_index().has(("@armed", "@force", "@acting", "@org"), c.lemma)), None)


def nationality(noun: Word) -> Word | None:
    """ "Turkish" of "Turkish ships", "NATO" of "NATO troops"."""
    return next(
        (
            c
            for c in noun.children
            if c.i < noun.i
            and (
                (c.dep == "amod" and c.pos in ("ADJ", "PROPN") and c.text[:1].isupper() and c.sent.words[0] is not c)
                or (c.dep in ("compound", "nmod") and c.pos == "PROPN")
            )
        ),
        None,
    )


def whole(part: Word) -> Word:
    """ "most of the sanctions", "several of the grenades": what stands after "of"."""
    if part.lemma not in _PARTS:
        return part
    return syntax.after(part, "of") or part


_PARTS = frozenset({"most", "some", "all", "many", "several", "part", "half", "none", "rest", "few", "one", "two"})


def beyond_agent(verb: Word) -> list[Word]:
    """Prepositions of a passive that the parser hung inside its by-phrase: "was pressed by the mother for a pardon"."""
    agent = verb.child("agent")
    noun = agent.child("pobj") if agent is not None else None
    found: list[Word] = []
    while noun is not None and len(found) < _DEEP:
        preps = noun.having("prep")
        found += [p for p in preps if p.lower != "of"]
        noun = next((p.child("pobj") for p in preps if p.lower == "of"), None)
    return found


_SOURCES = ("according", "due", "owing", "thanks", "prior", "contrary")  # "according to officials"
_DEEP = 6
_FAR = 16  # words
