"""Who does what a noun names, and to whom: "the army's shelling of the camp", "attacks by rebels on the port"."""

from __future__ import annotations

from sayso.knowledge.status import status_words
from sayso.knowledge.triggers import trigger_index
from sayso.reading.draft import Word
from sayso.reading.events import beside, opening, syntax
from sayso.reading.events.befallen import of_deed
from sayso.reading.events.below import borne
from sayso.reading.events.carrying import does
from sayso.reading.events.finding import Found, Scene
from sayso.reading.events.slots import after, far_with, may_be_party, nationality, slot

_STRIKING = frozenset({"tear", "rip", "rock", "shake", "hit", "strike", "destroy", "damage", "wreck", "devastate",
                       "flatten", "level", "gut", "demolish", "target", "sweep", "shatter", "raze"})  # fmt: skip
_ANSWERING = ("refuse", "reject", "grant", "accept", "ignore", "decline", "deny", "heed", "honour", "dismiss")
_BOMB_CARRIERS = ("car", "bus", "truck", "lorry", "mine", "train")
_CROWDS = ("thousand", "hundred", "dozen", "million")
_DIRECTING = frozenset(
    {"address", "send", "lodge", "deliver", "direct", "hand", "bring", "level", "organise", "organize"}
)
_BURSTING = frozenset(
    {"explosion", "blast", "bombing", "shelling", "bomb", "detonation", "airstrike", "strike", "fire"}
)
_PREPOSED = ("on", "against", "at", "with", "to", "upon", "into", "near", "in")


Sides = tuple[list[Word], list[Word]]
"""those who do, those who bear"""


def of_noun(found: Found, scene: Scene) -> Sides:
    """The heads of those who do what a noun names, and of those who bear it."""
    noun, entry = found.word, found.entry
    doers = _named_doers(found, scene)
    recipients: list[Word] = []
    for name in entry.recipient:
        if name not in ("none", "of") and not recipients:
            recipients = _after_deed(noun, name, scene)
    of = _of(found, scene)
    if entry.of == "patient" or "of" in entry.recipient:
        where = bool(recipients) and recipients[0].dep == "pobj" and recipients[0].head.lower in ("at", "in", "near")
        first = entry.recipient[:1] == ("of",)
        recipients = of if of and (where or first) else recipients or of  # "the bombing of the jetty at Maungdaw"
    elif entry.of == "agent" and not doers:
        doers = of
    if entry.mutual:
        if not doers and not recipients and "with" in entry.recipient:
            recipients = far_with(found.carrier or noun, noun)
        doers = doers + [w for w in _after_deed(noun, "between", scene) if w not in doers]
    owner = syntax.owner(noun)
    if owner is not None and owner.i not in scene.dates:
        owners = syntax.with_conjuncts(owner)
        if entry.of == "patient" and not recipients:
            recipients = owners
        elif owner not in doers:
            doers = owners + doers
    if not doers and not recipients:
        doers, recipients = _by_relative(found)
    if entry.type == "REQUEST" and not recipients:
        recipients = _granting(noun)
    before = _premodifiers(found, scene)
    doers = doers or before[0]
    recipients = recipients or before[1] or _shared_recipients(noun, entry.of) or _struck(found)
    recipients = recipients or _targeted(noun) or _set_beside(noun) or _of_clause(found, scene) or _there(found, scene)
    if not doers and not recipients and entry.type == "PROTEST":
        doers, recipients = _in_protest(noun)
    if entry.type == "REJECT":
        recipients = [_owner_of_told(w, scene) for w in recipients]
    return _carried(found, doers, recipients)


def _by_relative(found: Found) -> Sides:
    """ "the protest that the bishops addressed to the governor": the bishops, and the governor."""
    for clause in found.word.having("relcl"):
        own = clause.child("nsubj")
        known = clause.lemma in status_words().doer_verbs or clause.lemma in _DIRECTING
        if own is None or not known or own.tag in ("WDT", "WP", "IN") or syntax.is_passive(clause):
            continue
        thing = clause.child("dobj")
        if thing is not None and thing.lower not in ("which", "that"):
            continue
        names = (*found.entry.recipient, "to", "against", "at", "on")
        borne = next((f for name in names if name != "none" and (f := syntax.all_after(clause, name))), [])
        return slot(clause, "subj"), borne
    return [], []


def _granting(noun: Word) -> list[Word]:
    """ "The rebels withdrew at the request of the bishop", "refused his request": the rebels were asked."""
    if noun.dep == "dobj" and noun.head.lemma in _ANSWERING and noun.child("poss") is not None:
        return slot(noun.head, "subj")
    verb = noun.head.head if noun.dep == "pobj" and noun.head.lower == "at" else None
    if verb is None or verb.pos not in syntax.VERBAL:
        return []
    return slot(verb, "subj")


def _there(found: Found, scene: Scene) -> list[Word]:
    """ "a car bombing outside the counter", "an explosion in the fuel park": a thing that stands where it happened."""
    if found.entry.type != "ASSAULT" or found.word.lemma not in _BURSTING:
        return []
    for prep in ("at", "in", "outside", "near", "inside"):
        near = [w for w in syntax.all_after(found.word, prep) if w.pos == "NOUN" and w.i not in scene.dates]
        if near and scene.has(("@facility", "@vehicle-place"), near[0]):
            return near
    return []


def _of(found: Found, scene: Scene) -> list[Word]:
    noun, entry = found.word, found.entry
    of = _after_deed(noun, "of", scene) + syntax.all_after(noun, "between")
    if not of and entry.of == "patient" and (agent := syntax.after(noun, "by")) is not None:
        of = syntax.all_after(agent, "of") if of_deed(agent) else []
    return [w for w in of if w.i not in scene.dates]


def _after_deed(noun: Word, prep: str, scene: Scene) -> list[Word]:
    """What follows a preposition of a deed, also where the parser hung it on what stands between.

    "the attack by rebels on a garrison", "the rallies in the capital against the decree", "the arrest in Vienna of a
    banker", "two nights of shelling by the marines"
    """
    direct = [w for w in syntax.all_after(noun, prep) if w.i not in scene.dates]
    if direct or prep in ("in", "for"):
        return direct
    for between in (c.child("pobj") for c in noun.children if c.dep in ("prep", "agent") and c.i > noun.i):
        if between is None or (prep == "of" and not _only_where(between, scene)):
            continue
        found = [w for w in syntax.all_after(between, prep) if w.i not in scene.dates]
        if prep == "by" and between.pos == "NOUN" and between.lemma in scene.index.nouns and found:
            continue  # "an inquest into the shooting of ten men by the guards"
        if found and not (between.i in scene.ground and found[0].i in scene.ground and prep == "of"):
            return found
    if prep in ("on", "against", "at") and (far := _beyond_doers(noun, prep)):
        return far
    if prep == "against" and (late := _hung_above(noun, prep)):
        return late
    stretch = beside.stretch(noun)
    return _after_deed(stretch, prep, scene) if stretch is not None and prep != "of" else []


def _hung_above(noun: Word, prep: str) -> list[Word]:
    """ "upheld the complaint of the elders against his brother": the brother, hung on the verb by the parser."""
    words = noun.sent.words
    k = noun.subtree()[-1].i + 1 - words[0].i
    there = words[k] if k < len(words) else None
    if there is None or there.lower != prep or there.dep != "prep" or there.head is not noun.head:
        return []
    return syntax.with_conjuncts(there.child("pobj"))


def _beyond_doers(noun: Word, prep: str) -> list[Word]:
    """ "attacks by gangs armed with machetes on traders": the traders, whom the parser hung on what the gangs bear."""
    who = syntax.after(noun, "by", "of")
    for word in who.subtree() if who is not None else ():
        if word.lower != prep or word.dep != "prep" or word.head.pos not in syntax.NOUNS or word.head is who:
            continue
        found = syntax.with_conjuncts(word.child("pobj"))
        if found and may_be_party(found[0]) and not may_be_party(word.head):
            return found
    return []


def _only_where(noun: Word, scene: Scene) -> bool:
    """A place or a date between a deed and its phrases: "the resignation on Monday of the premier"."""
    return noun.i in scene.dates or (noun.i in scene.ground and noun.pos == "PROPN")


def _struck(found: Found) -> list[Word]:
    """ "An explosion tore through the market": the market."""
    noun = beside.stretch(found.word) or found.word
    verb = noun.head
    if found.entry.type != "ASSAULT" or noun.dep != "nsubj" or verb.lemma not in _STRIKING:
        return []
    return [w for w in syntax.bearers(verb) or syntax.all_after(verb, "through", "into", "across") if w.pos != "NUM"]


def _targeted(noun: Word) -> list[Word]:
    """ "The consulate was the target of an attack": the consulate."""
    named = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else None
    if named is None or named.lemma not in ("target", "victim", "object", "scene") or named.dep != "attr":
        return []
    return syntax.with_conjuncts(named.head.child("nsubj"))


def _set_beside(noun: Word) -> list[Word]:
    """ "EU sanctions Georgian judges": a headline whose verb the tagger took for a plural."""
    thing = next((c for c in noun.having("appos") if c.subtree()[0].i == noun.i + 1), None)
    verb = thing is not None and noun.tag == "NNS" and noun.dep == "ROOT" and noun.children[0].i < noun.i
    return syntax.with_conjuncts(thing) if verb and opening.open_ended(noun) else []


def _of_clause(found: Found, scene: Scene) -> list[Word]:
    """ "the refusal to pay the nurses", "its demand that the junta free them": whom the clause under a noun names."""
    below = next((c for c in found.word.having("acl", "ccomp") if c.i > found.word.i), None)
    if below is None or found.entry.type not in ("REQUEST", "REJECT", "THREATEN", "AGREE"):
        return []
    asked = below.child("nsubj", "nsubjpass")
    if found.entry.type == "REQUEST":
        clause = (
            asked is not None
            and asked.tag not in ("WDT", "WP")
            and any(c.dep in ("mark", "aux") or c.lower == "that" for c in below.children)
        )
        return syntax.with_conjuncts(asked) if clause and not syntax.is_passive(below) else []
    return borne(below, scene) if asked is None and below.child("aux") is not None and below.tag == "VB" else []


def _in_protest(noun: Word) -> Sides:
    """ "refused food in protest at the ruling": who refused it, and what stands right after."""
    words, k = noun.sent.words, noun.i - noun.sent.words[0].i
    if noun.dep != "pobj" or noun.head.lower != "in" or (noun.children[:1] and noun.children[0].i < noun.i):
        return [], []
    prep = words[k + 1] if k + 1 < len(words) else None
    at = prep.child("pobj") if prep is not None and prep.lower in ("at", "against") else None
    verb = syntax.clause_of(noun)
    if verb.pos not in syntax.VERBAL or syntax.is_passive(verb):
        return [], syntax.with_conjuncts(at)
    return slot(verb, "subj"), syntax.with_conjuncts(at)


def _owner_of_told(word: Word, scene: Scene) -> Word:
    """ "the refusal of the envoy's offer": what is refused is the envoy's."""
    owner = word.child("poss") or nationality(word) or syntax.after(word, "of", "by", "from")
    return owner if owner is not None and scene.has(("@told",), word) else word


def _shared_recipients(noun: Word, of: str) -> list[Word]:
    """ "the overthrow and killing of the king": the king bears both."""
    last = noun.child("conj")
    if of == "patient" and noun.dep == "conj" and noun.head.pos == "NOUN":  # where the parser hung "of" on the first
        there = (c for c in noun.head.children if c.dep == "prep" and c.lower == "of" and c.i > noun.i)
        return syntax.with_conjuncts(next((c.child("pobj") for c in there), None))
    if of != "patient" or last is None or last.pos != "NOUN":
        return []
    return syntax.with_conjuncts(syntax.after(last, "of"))


def _named_doers(found: Found, scene: Scene) -> list[Word]:
    noun = found.word
    doers = _after_deed(noun, "by", scene) or _doing(noun)
    for participle in noun.having("acl"):
        if (
            not doers
            and noun.child("poss") is None
            and participle.lemma in status_words().doer_verbs
            and syntax.is_passive(participle)
        ):
            doers = syntax.all_after(participle, "by")
    for name in found.entry.initiator_also:
        doers = doers or syntax.all_after(noun, name)
    return doers or _by_after(noun)


def _by_after(noun: Word) -> list[Word]:
    """ "tell of the beheading of nine men by youths": the youths, where the parser hung them on a verb above."""
    of = next((c for c in noun.having("prep") if c.lower == "of" and c.i == noun.i + 1), None)
    words = noun.sent.words
    k = (of.subtree()[-1].i if of is not None else noun.i) + 1 - words[0].i
    by = words[k] if k < len(words) else None
    if of is None or by is None or by.lower != "by" or by.dep != "prep" or by.head not in noun.ancestors():
        return []
    return [] if by.head.tag == "VBN" else syntax.with_conjuncts(by.child("pobj"))


def _doing(noun: Word) -> list[Word]:
    """ "The ambush was the work of deserters": the deserters."""
    told = noun.head.child("attr") if noun.dep == "nsubj" and noun.head.lemma == "be" else None
    if told is None or not trigger_index().has(("@authorship",), told.lemma):
        return []
    return syntax.all_after(told, "of")


def _premodifiers(found: Found, scene: Scene) -> Sides:
    """ "Turkish airstrikes", "rebel attacks", "a police raid": doers. "hostage releases": who bears."""
    pair = hyphened_pair(found.word)
    if found.entry.mutual or pair:
        return pair, []
    for child in found.word.children:
        if child.i > found.word.i or child.dep not in ("amod", "compound", "nmod", "nummod"):
            continue
        crowd = child.tag == "NNS" or (
            child.dep == "nummod" and found.entry.type == "PROTEST" and child.lower in _CROWDS
        )
        if crowd and child.subtree()[0] is child.sent.words[0] and opening.open_ended(child):
            return [child], []  # "Hundreds rally in the capital": a verb, in truth
        if scene.has(("@captive",), child) and found.entry.of == "patient":
            return [], [child]
        if found.entry.type == "ASSAULT" and found.word.lemma in _BURSTING and _may_burst(child, scene):
            return [], [child]  # "a mosque blast"
        if child.dep == "nummod":
            continue
        where = child.i in scene.ground and child.pos == "PROPN" and not child.text.isupper()  # not "US air strikes"
        if where and found.entry.of == "patient":
            continue
        inner = next((c for c in child.having("compound") if c.text.isupper() and len(c.text) > 1), None)
        if inner is not None and not child.text[:1].isupper():
            return [inner], []  # "US drone strikes"
        if _names(child, scene) or (child.pos != "ADJ" and scene.has(("@armed", "@force", "@acting"), child)):
            return [child], []
    return [], []


def _names(word: Word, scene: Scene) -> bool:
    """A name or an adjective of one; at the head of a sentence every word is written like one."""
    if not word.text[:1].isupper() or word.pos not in ("ADJ", "PROPN"):
        return False
    return word is not word.sent.words[0] or word.i in scene.ground


def _may_burst(place: Word, scene: Scene) -> bool:
    """ "a mosque blast", not "a car bombing"."""
    vehicle = scene.has(("@weapon", "@vessel"), place) or place.lower in _BOMB_CARRIERS
    return scene.has(("@facility",), place) and not vehicle


def hyphened_pair(noun: Word) -> list[Word]:
    """ "US-China talks", "Israeli-Palestinian clashes": both."""
    words, first = noun.sent.words, noun.sent.words[0].i
    for child in noun.children:
        k = child.i - first
        if child.i > noun.i or child.dep not in ("amod", "compound", "nmod") or k < 2 or words[k - 1].text not in "-–":
            continue
        if words[k].text[:1].isupper() and words[k - 2].text[:1].isupper() and words[k - 2].end == words[k - 1].start:
            return [words[k - 2], words[k]]
    return []


def _met_only(found: Found, doers: list[Word]) -> bool:
    """ "made a tour of two states", "is here for talks with the emir": a mutual deed that names the other side."""
    noun = found.word
    if not found.entry.mutual or noun.child("poss") is not None or syntax.after(noun, "between", "by") is not None:
        return False
    return all(w.i > noun.i for w in doers)


def _of_nobody_there(verb: Word, deed: Word) -> bool:
    """ "has not claimed the attack", "stopped an attack": the subject is not known to do it."""
    if verb.lemma == "claim":
        return syntax.negated(verb)
    return verb.lemma in ("stop", "halt") and syntax.of_others(deed)


def _carried(found: Found, doers: list[Word], recipients: list[Word]) -> Sides:
    """What the light verb adds: its subject, its agent, its own phrases."""
    verb, words = found.carrier, status_words()
    if verb is None:
        return doers, recipients
    if verb.lemma in ("have", *words.sufferer_verbs) and "subj" not in found.entry.recipient:
        sent = syntax.all_after(found.word, "from") or syntax.all_after(verb, "from")
        if found.entry.type == "THREATEN" and sent:  # "have had threats from the gang"
            return sent, recipients or slot(verb, "subj")
    passive = syntax.is_passive(verb)
    if verb.lemma in words.sufferer_verbs:
        recipients = recipients or (syntax.with_conjuncts(syntax.subject(verb)) if not passive else [])
    elif does(verb) and (not doers or _met_only(found, doers)) and not _of_nobody_there(verb, found.word):
        theirs = [w for w in slot(verb, "subj") if w is not found.word and w not in doers]
        doers = theirs + doers if verb.pos != "AUX" or found.entry.mutual else doers
    if not recipients and "none" not in found.entry.recipient[:1]:
        for name in found.entry.recipient:
            recipients = recipients or [w for w in after(verb, name) if name in _PREPOSED and w is not found.word]
        recipients = [w for w in recipients if w.i != found.word.i]
        if not recipients and trigger_index().has(("@message",), found.word.lemma):
            recipients = after(verb, "to")  # "An offer was passed to the rebels"
    if not recipients and not passive and (dative := slot(verb, "dative")):
        recipients = dative
    return doers, recipients
