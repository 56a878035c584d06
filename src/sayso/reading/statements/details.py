"""What else a reporting clause tells: to whom, where, when, and whether it was said at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from sayso.model.reading import Venue, VenueKind
from sayso.model.span import Span, covers
from sayso.reading.cast import Cast
from sayso.reading.draft import Draft, Word
from sayso.reading.statements.finding import Finding
from sayso.reading.statements.lexicon import Speakers
from sayso.reading.statements.spans import one
from sayso.reading.statements.subjects import done_to, is_passive

_PLACED = frozenset({"in", "at", "during", "on", "via", "through", "to", "with", "before", "from", "over"})
_NO = frozenset({"no", "neither", "none", "nobody", "nothing"})
_SPEAKING = frozenset({"speak", "talk", "write", "appear", "testify", "address"})
_SEVERAL = frozenset({"string", "series", "number", "couple", "flurry", "pair", "thread", "barrage"})
_CLIMB = 4  # heads between a time or a venue and the verb it belongs to


def addressee_of(finding: Finding, cast: Cast, known: Speakers) -> str | None:
    """The actor who is told, asked or urged."""
    word = told(finding, known)
    if word is not None and word.lemma.lower() in known.venues["press-conference"] | known.venues["interview"]:
        return None  # "told a press conference": the venue says it all
    found = cast.at(word) if word is not None else None
    itself = word is not None and word.pos == "PRON" and finding.source is not None and word.tag == "PRP"
    return None if itself and finding.source is not None and found == cast.at(finding.source) else found


def told(finding: Finding, known: Speakers) -> Word | None:
    """The head of the words for those who are told, asked or urged."""
    verb = finding.lead
    if finding.kind == "verb" and verb.lemma in known.unaddressed:
        return None
    if finding.addressee is not None:
        return finding.addressee if _may_be_told(finding.addressee) else None
    if finding.kind not in ("verb", "noun"):
        return None
    needed = verb.child("dobj") if finding.frame == "object" else None
    if needed is not None and needed.lemma in ("need", "necessity"):
        comp = needed.child("acl", "advcl")
        return comp.child("nsubj") if comp is not None else None  # "stressed the need for them to leave"
    if finding.kind == "noun" or verb.lemma not in known.telling:
        return _spoken_to(verb, known)
    if is_passive(verb) or (verb.tag == "VBN" and verb.dep == "acl"):
        return done_to(verb) or _asked(verb)
    found = verb.child("dative", "dobj")
    return found if found is not None and not _inside(found, finding.content) else None


def _may_be_told(word: Word) -> bool:
    """Not the subject of a finite verb: "suggests Dorn might win" says nothing to Dorn."""
    return word.dep != "nsubj" or word.head.tag == "VB"


def _asked(verb: Word) -> Word | None:
    """ "Asked whether …, she laughed", "the mayor, asked why, laughed": who is asked hangs above the participle."""
    if verb.dep == "acl":
        return verb.head
    return done_to(verb.head) if verb.dep == "advcl" else None


def _spoken_to(verb: Word, known: Speakers) -> Word | None:
    """ "said to reporters", "in remarks to the council"."""
    for prep in verb.children:
        if prep.dep in ("prep", "dative") and prep.lower == "to":
            found = prep.child("pobj")
            if found is None:
                continue
            bare = verb.child("dobj") is None  # not "announced his engagement to Ada Bell"
            if found.lemma.lower() in known.audience or (bare and found.pos in ("PROPN", "PRON")):
                return found
    return None


def _inside(word: Word, content: list[Span]) -> bool:
    return any(covers(span, word.span) for span in content)


def venue_of(finding: Finding, text: str, known: Speakers) -> Venue | None:
    """Where or through what it was said.

    The first phrase of the reporting clause that names a venue or those who sit there ("told the judges"); else the
    paper that speaks ("the letter says"), the court that does, or a verb that needs its medium ("tweeted").
    """
    return _phrase_venue(finding, text, known) or _speaking_venue(finding, text, known)


def _speaking_venue(finding: Finding, text: str, known: Speakers) -> Venue | None:
    source, lead = finding.source, finding.lead
    if source is not None and source.pos in ("NOUN", "PROPN") and finding.kind != "mark":
        lemma = source.lemma.lower()
        paper = "written" if lemma in known.papers else "social" if lemma in known.venues["social"] else None
        kind = cast("VenueKind | None", paper)
        if kind is not None:
            own = [c for c in source.children if c.dep in ("compound", "amod", "det", "poss") and c.i < source.i]
            first = min([source, *(w for c in own for w in c.subtree())], key=lambda w: w.i)
            return Venue(span=(first.start, source.end), kind=kind)
    by_verb = known.venue_verbs.get(lead.lemma) if finding.kind == "verb" else None
    return Venue(span=lead.span, kind=by_verb) if by_verb is not None else None


def _phrase_venue(finding: Finding, text: str, known: Speakers) -> Venue | None:
    for word in _placed(finding):
        kind = _court(finding, word, known) or _venue_kind(word, known)
        if kind is None and finding.lead.lemma in known.reporting and word is told(finding, known):
            kind = _forum(word, known)
        if kind is None or word is finding.source or _inside(word, finding.content):
            continue
        words = [w for w in word.subtree() if not _inside(w, finding.content)]
        if kind == "written" and any(w.lemma.lower() in known.venues["social"] for w in words):
            kind = "social"
        comma = next((k for k, w in enumerate(words) if w.text == "," and w.i > word.i), len(words))
        words = words[:comma]
        span = one(text, words[0].start, words[-1].end)
        if span:
            return Venue(span=span[0], kind=kind, name=_venue_name(word, kind, text))
    return None


def _court(finding: Finding, word: Word, known: Speakers) -> VenueKind | None:
    """ "told the judges in a closing speech": a speech before a court is made there."""
    if finding.lead.lemma not in known.reporting or _venue_kind(word, known) != "speech":
        return None
    hearing = told(finding, known)
    return "court" if hearing is not None and _forum(hearing, known) == "court" else None


def _placed(finding: Finding) -> Iterator[Word]:
    """Nouns that stand after a preposition on the cue, or are told something."""
    heads = [finding.lead, *(w for w in finding.cue if w is not finding.lead)]
    heads += [c for c in finding.lead.children if c.dep == "advcl" and c.lemma in _SPEAKING]
    if finding.frame == "colon" and finding.source is not None:
        heads.append(finding.source)
    if finding.lead.dep == "conj" and finding.lead.head.i < finding.lead.i:
        heads.append(finding.lead.head)
    for head in heads:
        for prep in head.children:
            if prep.dep in ("prep", "advmod") and prep.lower in _PLACED:
                found = prep.child("pobj", "pcomp")
                if found is not None and found.lower == "which" and head.dep == "relcl":
                    found = head.head  # "a letter in which he confirmed"
                if found is not None and (found.dep != "pcomp" or found.lower == "writing"):
                    yield found
                    inner = [p for p in found.children if p.dep == "prep" and p.lower in _inner(found)]
                    yield from (o for p in inner if (o := p.child("pobj")) is not None)
    thing = finding.lead.child("dobj") if finding.frame == "object" else None
    for word in thing.subtree() if thing is not None else ():
        if word.dep == "pobj" and word.head.lower in ("in", "on") and not _inside(word, finding.content):
            yield word  # "claimed responsibility for the raid in a message"
    if finding.kind == "verb":
        told_ = finding.addressee or finding.lead.child("dobj", "dative")
        if told_ is not None:
            yield told_


def _inner(word: Word) -> tuple[str, ...]:
    """Prepositions behind which the venue of a noun may stand: "a string of posts on X"."""
    return ("on", "in", "with", "of") if word.lemma in _SEVERAL else ("on", "in", "with")


def _forum(word: Word, known: Speakers) -> VenueKind | None:
    """The venue of those who are told: a court, an assembly or a crowd, a broadcaster by a part of its name."""
    names = {w.lemma.lower() for w in (word, *word.having("compound", "nmod")) if w.pos == "PROPN" or w is word}
    for kind, words in known.forums.items():
        if names & words:
            return kind
    return None


def _venue_kind(word: Word, known: Speakers) -> VenueKind | None:
    lemma = word.lemma.lower()
    if lemma == "conference":
        pressed = any(c.lower in ("press", "news") for c in word.children)
        return "press-conference" if pressed else "speech"
    if word.lower == "writing" or (word.pos == "NOUN" and any(c.lower == "written" for c in word.having("amod"))):
        return "written"  # "in writing", "in a written reply"
    if lemma in known.venues["speech"] and {c.lower for c in word.children} & known.aired:
        return "broadcast"
    for kind, words in known.venues.items():
        if lemma in words:
            return kind
    return None


def _venue_name(word: Word, kind: str, text: str) -> str | None:
    """The medium's name: the proper nouns of the phrase ("an interview with Radio Sol" gives "Radio Sol")."""
    if kind not in ("interview", "social", "broadcast"):
        return None
    if word.pos == "PROPN":
        return _named(word, text)
    for prep in word.children:
        if prep.dep == "prep" and prep.lower in ("on", "with", "to", "by", "for"):
            inner = prep.child("pobj")
            if inner is not None and inner.pos == "PROPN":
                return _named(inner, text)
    last = next((c for c in word.children if c.dep in ("appos", "compound") and c.pos == "PROPN"), None)
    return _named(last, text) if last is not None else None


def _named(head: Word, text: str) -> str:
    words = [head]
    for child in sorted(head.children, key=lambda c: -c.i):
        if child.i == words[0].i - 1 and child.pos == "PROPN" and child.dep in ("compound", "nmod", "amod"):
            words.insert(0, child)
    return text[words[0].start : words[-1].end]


def times_by_verb(draft: Draft) -> Mapping[int, list[tuple[Span, str]]]:
    """The dates and clock times of a report by the verb that each hangs on."""
    found: dict[int, list[tuple[Span, str]]] = {}
    for time in draft.layer("times"):
        word = draft.head_of(time.span) if time.type in ("DATE", "TIME") else None
        for _ in range(_CLIMB):
            if word is None or word.pos in ("VERB", "AUX"):
                break
            word = word.head if word.head is not word else None
        if word is not None and word.pos in ("VERB", "AUX"):
            found.setdefault(word.i, []).append((time.span, time.id))
    return found


def time_of(finding: Finding, by_verb: Mapping[int, list[tuple[Span, str]]]) -> str | None:
    """The time in the reporting clause, outside what is said."""
    for word in [finding.lead, *finding.cue, *_there(finding.lead)]:
        for span, name in by_verb.get(word.i, ()):
            if not any(covers(c, span) for c in finding.content):
                return name
    return None


def _there(verb: Word) -> list[Word]:
    """ "A day earlier he visited the port, where he discussed …": the verb whose time "where" takes along."""
    if verb.dep != "relcl" or not any(c.lower == "where" for c in verb.children):
        return []
    return next(([w] for w in verb.ancestors() if w.pos in ("VERB", "AUX")), [])


def _ruled_out(verb: Word) -> bool:
    """ "neither confirmed nor denied", "has yet to say", "refrained from naming", "stopped short of calling"."""
    if any(c.lower == "neither" for c in verb.children):
        return True
    if verb.dep == "conj" and any(c.dep == "cc" and c.lower == "nor" for c in verb.head.children):
        return True
    above = verb.head
    if verb.dep == "xcomp" and any(c.lower == "yet" for c in above.children) and above.lemma in ("have", "be"):
        return True
    return verb.dep == "pcomp" and above.lower in ("from", "of") and above.head.lemma in ("refrain", "stop", "short")


def is_negated(finding: Finding, act: str) -> bool:
    """Whether it was not said: "has not said", "nobody claimed", "without naming", "refused to comment"."""
    if act == "refuse-comment":
        return True
    for word in [finding.lead, *finding.cue] if finding.frame != "colon" else ():
        if word.pos in ("VERB", "AUX") and any(c.dep == "neg" for c in word.children):
            return True
    lead = finding.lead
    if _ruled_out(lead) or (finding.kind == "noun" and any(c.lower in _NO for c in lead.children)):
        return True
    if lead.dep == "pcomp" and lead.head.lower == "without":
        return True
    source = finding.source
    if source is not None and finding.kind == "verb":
        return source.lower in _NO or any(c.lower in _NO for c in source.children if c.dep == "det")
    return False
