"""Who does an event and to whom, read from the syntax: heads of the noun phrases, in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.knowledge.status import status_words
from sayso.reading.draft import Word
from sayso.reading.events import syntax
from sayso.reading.events.finding import Found, Scene

_EMPTY = frozenset(
    {
        "there",
        "this",
        "what",
        "one",
        "each",
        "other",
        "another",
        "all",
        "none",
        "nobody",
        "nothing",
    }
)
_PREPOSED = ("on", "against", "at", "with", "to", "upon", "into", "near", "in")
# What is fired or goes off by itself; a jet or a drone is flown by somebody and may stand for him.
_FIRED = (
    "rocket",
    "missile",
    "shell",
    "bomb",
    "mortar",
    "grenade",
    "mine",
    "landmine",
    "bullet",
    "explosive",
    "artillery",
    "blast",
)


@dataclass(frozen=True, slots=True)
class Roles:
    """Heads of the phrases of those who do and those who bear."""

    initiators: tuple[Word, ...] = ()
    recipients: tuple[Word, ...] = ()
    means: tuple[Word, ...] = ()
    """weapons that stand where a doer would: "rockets hit the port\""""


def roles_of(found: Found, scene: Scene) -> Roles:
    """The parties of an event. No initiator unless the text gives one for this very event."""
    verb = found.verb or found.word
    by_verb = found.verb is not None or not found.entry.nouns
    roles = _of_verb(found, verb, scene) if by_verb else _of_noun(found, scene)
    if found.entry.mutual:
        roles = Roles(roles.initiators + tuple(w for w in roles.recipients if w not in roles.initiators), ())
        roles = _pair(roles)
    doers = _clean(roles.initiators, scene)
    recipients = tuple(w for w in _clean(roles.recipients, scene) if w not in doers)
    if found.entry.type in ("THREATEN", "REQUEST"):
        recipients = tuple(w for w in recipients if not scene.has(("@abstract",), w))
    if found.entry.type == "AGREE":  # "agreed to the terms" with nobody
        doers, recipients = _able(doers, scene), _able(recipients, scene)
    if found.entry.type != "ASSAULT":
        return Roles(doers, recipients)
    means = tuple(w for w in doers if w.pos in ("NOUN", "PROPN") and scene.has(_FIRED, w))
    return Roles(tuple(w for w in doers if w not in means), recipients, means)


def _able(words: tuple[Word, ...], scene: Scene) -> tuple[Word, ...]:
    """Those that can agree: names, pronouns, people and bodies."""
    return tuple(w for w in words if w.pos != "NOUN" or not scene.has(("@goods", "@aid-goods", "@abstract"), w))


def _pair(roles: Roles) -> Roles:
    return Roles(tuple(sorted(roles.initiators, key=lambda w: w.i)), roles.recipients)


def _clean(words: tuple[Word, ...], scene: Scene) -> tuple[Word, ...]:
    return tuple(dict.fromkeys(w for w in words if w.lower not in _EMPTY and w.i not in scene.dates))


def _of_verb(found: Found, verb: Word, scene: Scene) -> Roles:
    entry = found.entry
    if _headline_passive(found, verb, scene):
        return Roles((), tuple(_subjects(verb)))
    initiators = _slot(verb, entry.initiator)
    for name in (entry.initiator, *entry.initiator_also):
        initiators = initiators or _slot(verb, name) or (_after(found.word, name) if found.verb is not None else [])
    recipients: list[Word] = []
    for name in entry.recipient:
        if name == "none":
            break
        recipients = [w for w in _slot(verb, name) if w not in initiators and w.i not in scene.dates]
        if recipients:
            break
    if entry.mutual:
        return Roles(tuple(initiators), tuple(_others(verb, entry.recipient, initiators)))
    return Roles(tuple(initiators), tuple(recipients))


def _headline_passive(found: Found, verb: Word, scene: Scene) -> bool:
    """ "Hospital shelled for the second night": in a headline a past form without an object is a passive."""
    entry = found.entry
    bare = verb.sent.i in scene.headlines and verb.tag in ("VBD", "VBN") and verb is verb.sent.root
    lacks = verb.child("dobj", "ccomp", "xcomp", "aux", "auxpass", "nsubjpass", "prt", "dative") is None
    return bare and lacks and entry.type in ("ASSAULT", "COERCE") and "dobj" in entry.recipient and not entry.bare


def _others(verb: Word, slots: tuple[str, ...], initiators: list[Word]) -> list[Word]:
    """The other side of a mutual act, and whoever an "of" or "between" names."""
    for name in (*slots, "between"):
        if name != "none":
            found = [w for w in _slot(verb, name) if w not in initiators and w.lower not in ("each", "other")]
            if found:
                return found
    return []


def _slot(verb: Word, name: str) -> list[Word]:
    """The heads that stand in a slot of a verb."""
    if name == "subj":
        return _subjects(verb)
    if name == "dobj":
        return syntax.bearers(verb)
    if name == "dobj-person":
        asked = any(w.tag == "VB" for w in syntax.complements(verb))
        return [w for w in syntax.bearers(verb) if asked or w.pos in ("PROPN", "PRON")]
    if name == "dative":
        found = verb.child("dative", "iobj")
        return syntax.with_conjuncts(found.child("pobj") if found is not None and found.pos == "ADP" else found)
    if name == "subj-of":
        return _of_subject(verb)
    if name.startswith("comp"):
        return _of_complement(verb, name)
    if name.startswith(("obj-", "pobj-")):
        return _of_object(verb, name.split("-", 1)[1], name.startswith("pobj"))
    if name in ("none", "speaker"):
        return []
    return _after(verb, name)


def _subjects(verb: Word) -> list[Word]:
    who = syntax.doer(verb)
    if who is None and not syntax.is_passive(verb) and verb.child("expl") is None:
        who = None
    return _members(who)


def _members(who: Word | None) -> list[Word]:
    """A doer and those coordinated with it; "clashes between the two" stand for themselves."""
    return syntax.with_conjuncts(who)


def _of_subject(verb: Word) -> list[Word]:
    head = syntax.subject(verb)
    if head is None:
        return []
    return _after(head, "between") or _after(head, "of") or _after(head, "with")


def _after(verb: Word, prep: str) -> list[Word]:
    """Nouns after a preposition that hangs on the verb, or, as parsers often have it, on its object."""
    found = syntax.after(verb, prep)
    if found is None:
        for thing in syntax.bearers(verb)[-1:]:
            if thing.i > verb.i:
                found = syntax.after(thing, prep)
    if found is None:
        particle = verb.child("prt", "advmod", "prep")
        found = syntax.after(particle, prep) if particle is not None and particle.i > verb.i else None
    return syntax.with_conjuncts(found)


def _of_complement(verb: Word, name: str) -> list[Word]:
    for below in syntax.complements(verb):
        if name == "comp-subj":
            own = below.child("nsubj", "nsubjpass")
            if own is not None and own is not verb.child("nsubj"):
                return syntax.with_conjuncts(own)
        elif name == "comp-from":
            return _after(below, "from")
        else:
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
            return inner or things or _deeper(below)
    return []


def _side_of(verb: Word) -> list[Word]:
    for prep in ("with", "against", "from", "to", "on"):
        found = _after(verb, prep)
        if found and prep in ("with", "against", "from"):
            return found
    return []


def _owner_of(things: list[Word]) -> list[Word]:
    return [owner for t in things if (owner := t.child("poss")) is not None and owner.pos == "PROPN"]


def _deeper(verb: Word) -> list[Word]:
    return _after(verb, "to") or _after(verb, "on") or [w for c in syntax.complements(verb) for w in syntax.bearers(c)]


def _of_object(verb: Word, what: str, after_prep: bool) -> list[Word]:
    things = [w for ws in syntax.prepositions(verb).values() for w in ws] if after_prep else syntax.bearers(verb)
    for thing in things:
        if what == "poss":
            owner = thing.child("poss") or _nationality(thing)
            if owner is not None:
                return syntax.with_conjuncts(owner)
        elif what == "comp":
            return [w for c in thing.having("acl", "relcl") for w in syntax.bearers(c)]
        else:
            found = syntax.with_conjuncts(syntax.after(thing, what))
            if found:
                return found
    return []


def _nationality(noun: Word) -> Word | None:
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


def _of_noun(found: Found, scene: Scene) -> Roles:
    noun, entry = found.word, found.entry
    doers = _named_doers(found, scene)
    recipients: list[Word] = []
    for name in entry.recipient:
        if name not in ("none", "of") and not recipients:
            recipients = syntax.with_conjuncts(syntax.after(noun, name))
    of = syntax.with_conjuncts(syntax.after(noun, "of")) + syntax.with_conjuncts(syntax.after(noun, "between"))
    if entry.of == "patient" or "of" in entry.recipient:
        recipients = recipients or of
    elif entry.of == "agent" and not doers:
        doers = of
    owner = noun.child("poss")
    if owner is not None:
        owners = syntax.with_conjuncts(owner)
        if entry.of == "patient" and not recipients:
            recipients = owners
        elif owner not in doers:
            doers = owners + doers
    if entry.mutual:
        doers = doers + [w for w in syntax.with_conjuncts(syntax.after(noun, "between")) if w not in doers]
    before = _premodifiers(found, scene)
    doers = doers or before[0]
    recipients = recipients or before[1] or _shared_recipients(noun, entry.of)
    return _carried(found, doers, recipients)


def _shared_recipients(noun: Word, of: str) -> list[Word]:
    """ "the overthrow and killing of the king": the king bears both."""
    last = noun.child("conj")
    if of != "patient" or last is None or last.pos != "NOUN":
        return []
    return syntax.with_conjuncts(syntax.after(last, "of"))


def _named_doers(found: Found, scene: Scene) -> list[Word]:
    noun = found.word
    doers = syntax.with_conjuncts(syntax.after(noun, "by"))
    for participle in noun.having("acl"):
        if not doers and participle.lemma in status_words().doer_verbs and syntax.is_passive(participle):
            doers = syntax.with_conjuncts(syntax.after(participle, "by"))
    if not doers and "from" in found.entry.initiator_also:
        doers = syntax.with_conjuncts(syntax.after(noun, "from"))
    return doers


def _premodifiers(found: Found, scene: Scene) -> tuple[list[Word], list[Word]]:
    """ "Turkish airstrikes", "rebel attacks", "a police raid": doers. "hostage releases": who bears."""
    if found.entry.mutual:
        return [], []
    for child in found.word.children:
        if child.i > found.word.i or child.dep not in ("amod", "compound", "nmod"):
            continue
        if scene.has(("@captive",), child) and found.entry.of == "patient":
            return [], [child]
        if child.i in scene.ground and child.pos == "PROPN" and found.entry.of == "patient":
            continue
        named = child.text[:1].isupper() and child.pos in ("ADJ", "PROPN") and child is not child.sent.words[0]
        if named or child.lemma in ("police", "army") or scene.has(("@armed", "@force"), child):
            return [child], []
    return [], []


def _of_nobody_there(verb: Word, deed: Word) -> bool:
    """ "has not claimed the attack", "stopped an attack": the subject is not known to do it."""
    if verb.lemma == "claim":
        return syntax.negated(verb)
    return verb.lemma in ("stop", "halt") and syntax.of_others(deed)


def _carried(found: Found, doers: list[Word], recipients: list[Word]) -> Roles:
    """What the light verb adds: its subject, its agent, its own phrases."""
    verb, words = found.carrier, status_words()
    if verb is None:
        return Roles(tuple(doers), tuple(recipients))
    passive = syntax.is_passive(verb)
    if verb.lemma in words.sufferer_verbs:
        recipients = recipients or (syntax.with_conjuncts(syntax.subject(verb)) if not passive else [])
    elif verb.lemma in words.doer_verbs and not doers and not _of_nobody_there(verb, found.word):
        doers = [w for w in syntax.with_conjuncts(syntax.doer(verb)) if w is not found.word]
    if not recipients and "none" not in found.entry.recipient[:1]:
        for name in found.entry.recipient:
            recipients = recipients or [w for w in _after(verb, name) if name in _PREPOSED and w is not found.word]
    if not recipients and not passive and (dative := _slot(verb, "dative")):
        recipients = dative
    return Roles(tuple(doers), tuple(recipients))
