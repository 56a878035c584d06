"""What a verb reports in a phrase instead of a clause: its object, what it calls it, what it speaks about."""

from __future__ import annotations

from sayso.reading.draft import Word
from sayso.reading.statements.clauses import Found, clause_kind
from sayso.reading.statements.lexicon import cues, speakers
from sayso.reading.statements.spans import runs, subtree_outside
from sayso.reading.statements.subjects import agent, done_to

_ABOUT = frozenset(
    {"about", "of", "for", "on", "to", "against", "with", "over", "at", "as", "from", "into", "by", "in"}
)
LOOSE = frozenset(
    {"in", "on", "at", "during", "after", "before", "since", "until", "by", "following", "ahead", "while", "within"}
)
_OPENING = frozenset({"“", '"', "``", "‘"})
_CLAUSES = frozenset({"acl", "ccomp", "relcl", "advcl", "xcomp"})
_AHEAD = frozenset({"demand", "request", "want", "order", "promise", "offer", "propose", "urge"})
_NOBODY = frozenset({"anyone", "anybody", "anything", "nothing", "nobody", "something", "someone", "itself"})
_NOT_ITSELF = frozenset({"relcl", "punct", "acl", "appos", "conj", "cc"})
_NONE = frozenset({"no", "neither", "none", "nobody"})
_POINTING = frozenset({"that", "this", "it"})
_GOVERN_IN = frozenset({"role", "part", "involvement", "hand", "interest", "change", "share"})


def predicated(verb: Word, text: str) -> Found | None:
    """ "called the raid a crime", "described it as an error": the thing and what it is called."""
    thing = verb.child("dobj")
    said = verb.child("oprd") or next((c for c in verb.children if c.lower == "as" and c.dep == "prep"), None)
    clause = verb.child("ccomp", "xcomp", "attr")
    if verb.child("oprd") is None and clause is not None and clause.pos in ("ADJ", "NOUN", "PROPN"):
        words = [w for w in clause.subtree() if w.i > verb.i] if clause.i > verb.i else []
        return ("predicate", runs(text, words), None) if words else None
    if said is None or said.i < verb.i:
        return None
    judged = _judged(thing, verb) if thing is not None and thing.lower not in _POINTING else []
    words = sorted([*judged, *said.subtree()], key=lambda w: w.i)
    return "predicate", runs(text, words), None


def _judged(found: Word, verb: Word) -> list[Word]:
    """The words of what is judged; for "the truce, which he called frail", those of the truce."""
    if found.tag == "WDT" and verb.dep == "relcl":
        return [w for w in subtree_outside(verb.head, _NOT_ITSELF) if w.i < found.i]
    return found.subtree()


def thing(verb: Word, text: str) -> Found | None:
    """ "denied any role in the blast", "praised them for it": the object with what belongs to it."""
    found = verb.child("dobj") or _what(verb) or _common(verb)
    if found is None or (found.i < verb.i and found.tag not in ("WP", "WDT")) or _says_itself(found):
        return None
    if verb.lemma in cues().light and found.lemma.lower() in cues().nouns and _tells(found):
        return None  # "issued a warning that …": the noun is the cue
    if verb.lemma in cues().light and found.lemma in cues().silent_nouns and _denied(verb, found):
        return None  # "has not issued any statement about it"
    if _done(verb, found) or found.lower in cues().days:
        return None
    words = _judged(found, verb)
    for child in verb.children:
        close = (
            child.lower not in LOOSE
            or (child.lower == "within" and cues().verbs[verb.lemma].act in _AHEAD)
            or (child.lower == "in" and found.lemma in _GOVERN_IN)
        )
        close = close or (child.lower == "at" and found.lemma in cues().feelings)
        if child.i > found.i and child.dep in ("prep", "dative") and close:
            words += child.subtree()
    words.sort(key=lambda w: w.i)
    return "object", runs(text, _before_aside(_before_medium(words, found))), verb.child("dative")


def _before_aside(words: list[Word]) -> list[Word]:
    """What is said without a closing ", which …" of the reporter's own."""
    for k, word in enumerate(words[1:], 1):
        if word.tag in ("WDT", "WP") and words[k - 1].text == "," and words[-1].i >= word.head.i:
            return words[: k - 1]
    return words


def _before_medium(words: list[Word], found: Word) -> list[Word]:
    """What is said without the medium that closes the clause: "responsibility for the raid in a message"."""
    mediums = {w for kind in ("written", "social", "interview", "broadcast") for w in speakers().venues[kind]}
    for prep in words:
        thing_ = prep.child("pobj") if prep.dep == "prep" and prep.i > found.i and prep.lower in ("in", "on") else None
        if thing_ is None or thing_.lemma.lower() not in mediums:
            continue
        if prep.subtree()[-1] is words[-1] and not any(c.dep == "det" and c.lower == "the" for c in thing_.children):
            return [w for w in words if w.i < prep.i]
    return words


def _common(verb: Word) -> Word | None:
    """ "neither confirmed nor denied the report": the object of both."""
    other = verb.child("conj")
    bound = other is not None and other.i == verb.i + 2 and verb.child("cc") is not None and other.tag == verb.tag
    return other.child("dobj") if other is not None and bound else None


def _done(verb: Word, found: Word) -> bool:
    """Whether a verb with its object is a deed: "attacked the town", "backed them with drones", "claimed two lives"."""
    known = cues()
    if verb.lemma in known.deeds:
        return not _wordy(found)
    if verb.lemma in known.backing:
        return any(c.dep == "prep" and c.lower == "with" for w in (verb, found) for c in w.children)
    return verb.lemma == "claim" and found.lemma in known.tolls


def _wordy(found: Word) -> bool:
    """Whether a thing is made of words ("issued a warning", "defended the decision")."""
    lemma = found.lemma.lower()
    return lemma in cues().nouns or lemma in cues().means or lemma in speakers().kinds["document"]


def _what(verb: Word) -> Word | None:
    """ "rejected what he called a threat": the clause that stands for a thing."""
    clause = next((c for c in verb.children if c.dep == "ccomp" and c.i > verb.i), None)
    opens = clause is not None and any(c.lower == "what" and c.i > verb.i for c in clause.children)
    return clause if opens else None


def brief(verb: Word, text: str) -> Found | None:
    """ "said no", "answered yes", "has said so": an answer of one word."""
    word = next((c for c in verb.children if c.i == verb.i + 1 and c.lower in ("yes", "no", "so")), None)
    if word is None or verb.child("ccomp", "dobj") is not None or "quote" not in cues().verbs[verb.lemma].takes:
        return None
    return "quote", runs(text, [word]), None


def toll(verb: Word, text: str) -> Found | None:
    """ "put the number of dead at four"."""
    counted = verb.child("dobj")
    at = next((c for c in verb.children if c.dep == "prep" and c.lower == "at"), None)
    if counted is None or at is None or at.i < counted.i or counted.lemma not in cues().tolls:
        return None
    return "toll", runs(text, sorted([*counted.subtree(), *at.subtree()], key=lambda w: w.i)), None


def ruled_out(verb: Word, text: str) -> Found | None:
    """ "ruled out talks", "turned down the offer": what will not be."""
    found = verb.child("dobj")
    particle = cues().particles.get(verb.lemma)
    if found is None or found.i < verb.i or not any(c.dep == "prt" and c.lower == particle for c in verb.children):
        return None
    return "out", runs(text, found.subtree()), None


def silence(verb: Word, text: str) -> Found | None:
    """ "has not commented": what was not done is the verb itself."""
    by = done_to(verb)
    nobody = by is not None and (by.lower in _NONE or any(c.lower in _NONE for c in by.children))
    yet = verb.dep == "xcomp" and verb.head.lemma == "have" and any(c.lower == "yet" for c in verb.head.children)
    silent = (nobody or yet or verb.child("neg") is not None) and verb.child("dobj", "ccomp", "xcomp", "prep") is None
    return ("silence", runs(text, [verb]), None) if silent else None


def _denied(verb: Word, noun: Word) -> bool:
    return verb.child("neg") is not None or any(c.lower == "no" for c in noun.children)


def _tells(noun: Word) -> bool:
    """Whether a noun of saying has a clause or an infinitive of its own."""
    clauses = [c for c in (*noun.children, *noun.head.children) if c.i > noun.i and c.dep in _CLAUSES]
    marks = [m for clause in clauses for m in clause.children]
    return any(m.tag == "TO" or (m.lower in ("that", "whether") and m.tag == "IN") for m in marks)


def _says_itself(found: Word) -> bool:
    """ "issued a statement saying …": the participle is the cue."""
    cue = found.child("acl")
    doing = any(c.tag == "VBG" for c in found.children)  # "denied closing anything"
    return (found.lower in _NOBODY and not doing) or (cue is not None and _reports(cue))


def about(verb: Word, text: str) -> Found | None:
    """ "spoke of war": what stands after the first preposition."""
    return next(iter(_abouts(verb, text)), None)


def about_next(verb: Word, text: str) -> Found | None:
    """The same for the second preposition."""
    found = _abouts(verb, text)
    return found[1] if len(found) > 1 else None


def _abouts(verb: Word, text: str) -> list[Found]:
    out: list[Found] = []
    person = verb.child("dobj") if verb.lemma in speakers().telling else None
    asked = [c for c in person.children if c.lower == "for"] if person is not None else []
    for prep in (*verb.children, *asked):
        if prep.dep == "prep" and prep.i > verb.i and prep.lower in _ABOUT:
            words = [w for c in prep.children if c.dep in ("pobj", "pcomp") and not _reports(c) for w in c.subtree()]
            if words:
                out.append((f"prep-{prep.lower}", runs(text, words), None))
    return out


def _reports(word: Word) -> bool:
    """ "was quoted as saying that …", `a message reading "…"`: the participle is the cue."""
    if word.tag != "VBG":
        return False
    cue = cues().verbs.get(word.lemma)
    follows = next((w for w in word.sent.words if w.i == word.i + 1), None)
    quoted = cue is not None and "quote" in cue.takes and follows is not None and follows.text in _OPENING
    return quoted or word.child("ccomp") is not None


def passive_infinitive(verb: Word, text: str) -> Found | None:
    """ "the plane is believed to carry arms": the subject and the infinitive."""
    comp = next((c for c in verb.children if c.dep in ("xcomp", "ccomp", "oprd", "advcl") and c.i > verb.i), None)
    if comp is None or clause_kind(comp) != "infinitive":
        return None
    subject = done_to(verb)
    head = [] if subject is None else runs(text, subject.subtree())
    return "passive-infinitive", [*head, *runs(text, comp.subtree())], None


def passive_thing(verb: Word, text: str) -> Found | None:
    """ "the captain was accused of theft": the subject and what belongs to the verb."""
    subject = done_to(verb) or (verb.head if verb.dep == "acl" else None)
    if (
        subject is None
        or subject.lower == "it"
        or any(p.lower == "as" and p.child("pcomp") is not None for p in verb.children)
    ):
        return None  # "was quoted as saying": the participle is the cue
    words: list[Word] = []
    for child in verb.children:
        if child.i > verb.i and (child.dep == "oprd" or (child.dep == "prep" and child.lower not in LOOSE)):
            words += child.subtree()
    charge = charged(verb)
    words += charge.subtree() if charge is not None else []
    about = (
        subject.subtree() if verb.dep != "acl" else [w for w in subtree_outside(subject, _NOT_ITSELF) if w.i < verb.i]
    )
    return "passive", [*runs(text, about), *runs(text, sorted(words, key=lambda w: w.i))], None


def charged(verb: Word) -> Word | None:
    """ "accused by the court of theft": the charge, which the parser hangs on those who bring it."""
    by = agent(verb)
    if by is None or verb.lemma not in cues().verbs or cues().verbs[verb.lemma].act != "accuse":
        return None
    return next((c for c in by.children if c.dep == "prep" and c.lower in ("of", "for", "with")), None)
