"""Who does an event and to whom, read from the syntax: heads of the noun phrases, in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.knowledge.triggers import trigger_index
from sayso.reading.draft import Word
from sayso.reading.events import syntax
from sayso.reading.events.below import in_complement
from sayso.reading.events.finding import Found, Scene
from sayso.reading.events.roles_nouns import hyphened_pair, of_noun
from sayso.reading.events.slots import after, far_with, slot

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
_SPELLS = ("day", "week", "month", "year", "hour", "minute", "fortnight", "decade")
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
    "round",
    "salvo",
    "barrage",
    "projectile",
    "munition",
    "warhead",
    "ied",
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
    roles = _of_verb(found, verb, scene) if by_verb else Roles(*(tuple(side) for side in of_noun(found, scene)))
    if found.verb is not None and not roles.initiators:
        owned = Roles(tuple(hyphened_pair(found.word))) if found.entry.mutual else Roles()
        owned = owned if owned.initiators else _by_owner(found, scene)
        roles = Roles(owned.initiators, roles.recipients or owned.recipients)
    if found.verb is not None and not roles.recipients and not found.entry.mutual:
        roles = Roles(roles.initiators, _by_owner(found, scene).recipients)
    if found.entry.mutual and not _directed(found, roles):
        roles = Roles(roles.initiators + tuple(w for w in roles.recipients if w not in roles.initiators), ())
        roles = _pair(roles)
    doers = _parties(_clean(tuple(_selfless(w) for w in roles.initiators), scene), scene)
    borne = tuple(_beyond_border(w) for w in _clean(roles.recipients, scene))
    recipients = _parties(tuple(w for w in borne if w not in doers), scene)
    if found.entry.type == "MOBILIZE":
        recipients = tuple(w for w in recipients if not _where_only(w, scene))
    if found.entry.type in ("THREATEN", "REQUEST"):
        recipients = tuple(w for w in recipients if not scene.has(("@abstract",), w))
    if found.entry.type == "REJECT" and found.word.pos == "VERB":  # "stormed out of the meeting"
        recipients = tuple(w for w in recipients if w.dep != "pobj" or not scene.has(("@talks",), w))
    if found.entry.type == "AGREE":  # "agreed to the terms" with nobody
        doers, recipients = _able(doers, scene), _able(recipients, scene)
    if found.entry.type != "ASSAULT":
        return Roles(doers, recipients)
    means = tuple(w for w in doers if w.pos in ("NOUN", "PROPN") and _is_fired(w, scene))
    behind = tuple(h for w in doers if w in means or scene.has(("@weapon",), w) for h in _behind(w))
    left = tuple(w for w in doers if w not in means and not (behind and scene.has(("@weapon",), w)))
    return Roles(left or _clean(behind, scene), recipients, means)


def _behind(weapon: Word) -> list[Word]:
    """ "a drone launched by the navy", "a bomb that agents had planted": whose deed it is."""
    for clause in weapon.having("acl", "relcl"):
        who = syntax.all_after(clause, "by")
        own = clause.child("nsubj")
        if not who and own is not None and own.tag not in ("WDT", "WP", "IN"):
            who = syntax.with_conjuncts(own)
        if who:
            return who
    return []


def _where_only(word: Word, scene: Scene) -> bool:
    """ "deployed police around the court in Lusaka": where they stand; a state they mass near is meant."""
    if word.dep != "pobj" or word.head.lower not in (*_WHERE, "to", "into", "onto") or word.pos != "PROPN":
        return False
    return word.i in scene.ground and word.i not in scene.lands


_WHERE = ("in", "at", "near", "around", "round", "along", "across", "outside", "inside", "over")


def _by_owner(found: Found, scene: Scene) -> Roles:
    """ "the republic's request to the bank, first made in May": whose it is, and what stands after it."""
    noun = found.word
    recipients = next((w for name in found.entry.recipient if (w := syntax.all_after(noun, name))), [])
    return Roles(
        tuple(w for w in syntax.with_conjuncts(noun.child("poss")) if w.i not in scene.dates), tuple(recipients)
    )


def _directed(found: Found, roles: Roles) -> bool:
    """ "the sultan's war against the tribes": one side's, unlike a war with them."""
    against = syntax.all_after(found.word, "against", "on")
    return bool(roles.initiators and found.word.pos == "NOUN") and any(w in against for w in roles.recipients)


def _is_fired(word: Word, scene: Scene) -> bool:
    """Whether a doer is a thing that somebody fires; guns with an owner are their gunners ("Russian artillery")."""
    if word.lemma in ("artillery", "mortar"):
        return not any(c.dep in ("amod", "compound", "poss", "nmod") for c in word.children)
    return scene.has(_FIRED, word)


def _parties(words: tuple[Word, ...], scene: Scene) -> tuple[Word, ...]:
    """Without mere ground and sums of money: "came under fire from the hills", "demanded a ransom of two dollars"."""
    return tuple(w for w in words if w.pos != "NOUN" or not (_is_nobody(w, scene) or _is_manner(w, scene)))


def _is_nobody(word: Word, scene: Scene) -> bool:
    """Mere ground and sums; "both sides" are those who fight."""
    return scene.has(("@no-party",), word) and not (word.lemma == "side" and word.tag == "NNS")


def _is_manner(word: Word, scene: Scene) -> bool:
    """ "lashed by decree of the sultan", "clashed with clubs": how, not who."""
    if word.dep not in ("pobj", "conj"):
        return False
    prep = next((w for w in word.ancestors() if w.pos == "ADP"), None)
    if prep is None:
        return False
    if prep.lower == "by":
        several = (
            word.tag == "NNS" and word.child("amod", "compound", "acl", "relcl") is not None
        )  # "by army helicopters"
        return scene.has(("@manner",), word) and word.child("det", "poss") is None and not several
    return prep.lower == "with" and scene.has(("@wielded",), word)


def _selfless(word: Word) -> Word:
    """ "allowed themselves to be coaxed into storming": those that "themselves" means."""
    if word.tag != "PRP" or not word.lower.endswith(("self", "selves")):
        return word
    verb = next((w for w in word.ancestors() if w.pos in syntax.VERBAL and w.child("nsubj") not in (None, word)), None)
    return (verb.child("nsubj") if verb is not None else None) or word


def _beyond_border(word: Word) -> Word:
    """ "massed troops along its border with Guyana": Guyana."""
    across = syntax.after(word, "with") if word.lemma in ("border", "frontier", "boundary") else None
    return across or word


def _able(words: tuple[Word, ...], scene: Scene) -> tuple[Word, ...]:
    """Those that can agree: names, pronouns, people and bodies."""
    return tuple(w for w in words if w.pos != "NOUN" or not scene.has(("@goods", "@aid-goods", "@abstract"), w))


def _pair(roles: Roles) -> Roles:
    return Roles(tuple(sorted(roles.initiators, key=lambda w: w.i)), roles.recipients)


def _clean(words: tuple[Word, ...], scene: Scene) -> tuple[Word, ...]:
    meant = (_meant(w) for w in words if w.i not in scene.dates and not _is_denied(w))
    return tuple(dict.fromkeys(w for w in meant if not _is_empty(w) and not _is_stretch(w)))


def _is_denied(word: Word) -> bool:
    """ "the gunmen, and not the army": the army."""
    return word.dep == "conj" and any(c.lower == "not" and c.i < word.i for c in word.children)


def _is_stretch(word: Word) -> bool:
    """ "was cut off for the third day": no party."""
    return (
        word.dep == "pobj"
        and word.pos == "NOUN"
        and (word.lemma in _SPELLS or trigger_index().has(("@day",), word.lemma))
    )


def _meant(word: Word) -> Word:
    """Who stands behind a word: "to the care of the consul", "into the hands of the elders"."""
    if word.dep == "pobj" and word.lemma in ("care", "custody", "hand", "keeping", "charge"):
        return syntax.after(word, "of") or word.child("poss") or word
    return word


def _is_empty(word: Word) -> bool:
    """ "One" and "all" are nobody, "one of his lieutenants" is somebody."""
    return word.lower in _EMPTY and syntax.after(word, "of") is None


def _of_verb(found: Found, verb: Word, scene: Scene) -> Roles:
    entry = found.entry
    if _headline_passive(found, verb, scene):
        return Roles((), tuple(syntax.with_conjuncts(syntax.subject(verb))))
    initiators = slot(verb, entry.initiator) if not _met_after(found, verb, scene) else [verb.head]
    for name in (entry.initiator, *entry.initiator_also):
        initiators = initiators or slot(verb, name) or (after(found.word, name) if found.verb is not None else [])
    if not initiators and entry.type == "COERCE" and (causer := _causer(verb)) is not None:
        initiators = slot(causer, "subj")
    recipients = _told_above(found, verb, scene)
    for name in entry.recipient if not recipients else ():
        if name == "none":
            break
        there = in_complement(verb, scene) if name == "comp-obj" else slot(verb, name)
        recipients = [w for w in there if w not in initiators and w.i not in scene.dates]
        if recipients:
            break
    if (
        not recipients
        and syntax.is_passive(verb)
        and any(c.dep in ("prep", "prt") and c.lower in entry.recipient and not c.children for c in verb.children)
    ):
        recipients = syntax.bearers(verb)  # "was fired upon"
    if entry.mutual:
        return Roles(tuple(initiators), tuple(_others(verb, entry.recipient, initiators)))
    return Roles(tuple(initiators), tuple(recipients))


def _causer(verb: Word) -> Word | None:
    """ "The government had its critics interned": who has it done does it; only of arrests, not of what befalls him."""
    above = verb.head
    caused = verb.tag == "VBN" and verb.dep in ("ccomp", "xcomp", "acl") and syntax.after(verb, "by") is None
    plain = verb.child("aux", "auxpass", "mark") is None and verb.child("nsubj", "nsubjpass") is not None
    if verb.dep == "acl" and above.dep == "dobj":  # the parser made one phrase of "four reporters thrown into jail"
        above, plain = above.head, above.head.lemma == "order" or _in_office(above.head.child("nsubj"))
    return above if caused and plain and above.lemma in ("have", "order") and not syntax.is_passive(above) else None


def _in_office(who: Word | None) -> bool:
    """Whether somebody can have others arrested; "the baker had two sons thrown into jail" tells what befell him."""
    return who is not None and trigger_index().has(("@official", "@state", "@lawmen", "@force"), who.lemma)


def _met_after(found: Found, verb: Word, scene: Scene) -> bool:
    """ "An envoy parleyed with the militia and was turned back": no passive, though the parser made it one."""
    if not found.entry.mutual or verb.dep != "acl" or verb.tag not in ("VBN", "VBD") or verb.head.pos == "PRON":
        return False
    by = syntax.after(verb, "by")
    return syntax.after(verb, "with") is not None and (by is None or _is_manner(by, scene))


def _told_above(found: Found, verb: Word, scene: Scene) -> list[Word]:
    """ "told the owner to pay, threatening to sink the ferry": the owner is threatened."""
    head = verb.head
    if found.entry.type != "THREATEN" or verb.tag != "VBG" or verb.dep != "advcl" or head.pos != "VERB":
        return []
    if verb.child("dobj") is not None or not scene.has(("@telling",), head):
        return []
    told = slot(head, "dative") or slot(head, "dobj") or slot(head, "to")
    return [w for w in told if not scene.has(("@media", "@wire"), w) and w.i not in scene.dates]


def _headline_passive(found: Found, verb: Word, scene: Scene) -> bool:
    """ "Hospital shelled for the second night": in a headline a past form without an object is a passive."""
    entry = found.entry
    bare = verb.sent.i in scene.headlines and verb.tag in ("VBD", "VBN") and verb is verb.sent.root
    lacks = verb.child("dobj", "ccomp", "xcomp", "aux", "auxpass", "nsubjpass", "prt", "dative") is None
    return bare and lacks and entry.type in ("ASSAULT", "COERCE") and "dobj" in entry.recipient and not entry.bare


def _others(verb: Word, slots: tuple[str, ...], initiators: list[Word]) -> list[Word]:
    """The other side of a mutual act, and whoever an "of" or "between" names."""
    aside = verb.child("prt") if verb.child("dobj") is not None and "with" in slots else None
    for name in (*slots, "between") if aside is None else ("with", *slots):  # "met off Salalah with the king"
        if name != "none":
            found = [w for w in slot(verb, name) if w not in initiators and w.lower not in ("each", "other")]
            if found:
                return found
    return [w for w in far_with(verb, verb) if w not in initiators] if "with" in slots else []
