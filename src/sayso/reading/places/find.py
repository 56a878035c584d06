"""Finding names of places in the words of a draft, longest first, never in the middle of a person's name."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from sayso.knowledge.gazetteer import Gazetteer
from sayso.knowledge.gazetteer.lexicon import place_words
from sayso.knowledge.titles import title_words
from sayso.model.span import Span
from sayso.reading.draft import Draft, Sentence, Word
from sayso.reading.places.around import mention_at
from sayso.reading.places.candidates import prior
from sayso.reading.places.cues import allows_place, called, calls_for_place, joined, marched, paired, stormed, taken
from sayso.reading.places.mention import Mention, demonyms, kinds_by_word, state_abbreviations
from sayso.reading.places.phrases import told_after
from sayso.reading.places.runs import begins, capital, headline, runs, slices
from sayso.reading.places.shapes import CALENDAR, proper, seat_of_unit, size
from sayso.reading.places.words import relative_words

STRONG = 5.3  # a name at least this likely to be a place needs no preposition before it
FAIR = 4.3
_HAMLET = 2.6
_SEAT = 0.4  # what a town gains as a place's name that it gave its province
_SURNAME = 6.0  # less known places give way to a person of that surname in the report
_PLACES = frozenset({"place", "unknown", "state"})  # kinds of names that may be places
_OWNED = frozenset({"compound", "amod", "nmod", "poss"})
_ALONG = frozenset({"of", "across", "along", "over", "on", "into", "near", "by", "down", "up", "beyond"})
_RIVER = frozenset({"river"})
_KUNYAS = frozenset({"abu", "umm", "um", "om"})  # persons' by-names begin so, too
_TITLED = frozenset({"state", "governor", "gov", "capital", "department", "front", "line"})


@dataclass(frozen=True, slots=True)
class Found:
    """A name found. `cued`: the words around it call it a place; `part`: it stands inside a longer name.
    `guess`: no source knows all of it, so it is believed only among places that lie near.
    """

    mention: Mention
    head: Word
    strength: float
    cued: bool
    part: bool
    headline: bool
    guess: bool = False


def found_in(draft: Draft, gazetteer: Gazetteer) -> list[Found]:
    """Names that may be places, in the order of the text; what is weak and stands alone is left to the resolver."""
    finder = _Finder(draft, gazetteer)
    found = [f for sentence in draft.sentences for f in finder.sentence(sentence)]
    found = finder.again(found)
    body = {f.mention.name for f in found if not f.headline}
    alone = {f.mention.name for f in found if not f.part and (f.cued or f.strength >= STRONG)}
    return [f for f in found if _stands(f, body, alone, finder.surnames)]


def _stands(found: Found, body: set[str], alone: set[str], surnames: set[str]) -> bool:
    """Whether a find holds in view of the others: a headline by the body, a part of a name by the name alone."""
    mention = found.mention
    if found.headline and found.strength < STRONG and mention.name not in body:
        return False
    if found.part and found.strength < STRONG and mention.name not in alone and not found.cued:
        return False
    surname = mention.name in surnames and found.strength < _SURNAME
    return not surname or mention.sure or bool(mention.kinds)


class _Finder:
    def __init__(self, draft: Draft, gazetteer: Gazetteer) -> None:
        self.draft, self.gazetteer, self.words = draft, gazetteer, place_words()
        self.names = sorted(draft.layer("names"), key=lambda n: n.first)
        self.firsts = [n.first for n in self.names]
        self.last = -1  # number of the last word of the place found last, if a type word speaks of it
        self.cued = -1  # the same, if anything calls it a place
        self.sited: set[int] = set()  # numbers of the words of all places that anything calls so
        self.surnames = {draft.text[: n.span[1]].rpartition(" ")[2] for n in self.names if n.kind == "person"}

    def sentence(self, sentence: Sentence) -> Iterator[Found]:
        """The names of one sentence."""
        loud = headline(sentence)
        for begin, end in runs(sentence):
            i = begin
            while i < end:
                before = i
                found, i = self._at(sentence.words, i, (begin, end), loud)
                if found is not None:
                    told = found.mention.word or self._listed(sentence.words, before, self.last)
                    self.last = sentence.words[i - 1].i if told else -1
                    self.cued = sentence.words[i - 1].i if found.cued else -1
                    if found.cued and not found.part:
                        self.sited.add(found.head.i)
                    yield found

    def again(self, found: list[Found]) -> list[Found]:
        """With the other mentions of names that no source knows and that the words somewhere call a place's."""
        guesses = Counter(f.mention.name for f in found if f.guess and not f.part)
        told = {f.mention.name for f in found if guesses[f.mention.name] > 1 or (f.guess and self._shaped(f.mention))}
        if not told:
            return found
        taken = {f.mention.span[0]: f for f in found}
        more: dict[int, Found] = {}
        for name in self.names:
            text = self.draft.text[name.span[0] : name.span[1]]
            before = taken.get(name.span[0])
            if text in told and name.kind in _PLACES and (before is None or before.mention.name not in told):
                mention = mention_at(self.draft.text, name.span, self.gazetteer)
                last = self.draft.words[name.last]
                more[name.span[0]] = Found(mention, last, 0.0, True, False, False, True)
        return sorted((taken | more).values(), key=lambda f: f.mention.span)

    def _shaped(self, mention: Mention) -> bool:
        """Whether a word beside or inside the name says that it is a place's."""
        told = mention.word in kinds_by_word() and mention.word not in self.words.not_alone
        return told or mention.name.partition(" ")[0].lower() in self.words.elements

    def _armed(self, word: Word) -> bool:
        name = self._name_at(word)
        return name is not None and name[0] in ("armed-group", "military")

    def _may_be_place(self, word: Word) -> bool:
        """Whether a word belongs to no person or body; a surname alone, without given name or title, proves none."""
        k = bisect_right(self.firsts, word.i) - 1
        name = self.names[k] if k >= 0 and self.names[k].last >= word.i else None
        if name is None or name.kind in _PLACES:
            return True
        first = self.draft.words[name.first].text
        given = first in title_words().given or first in self.words.given
        return name.kind == "person" and name.first < name.last and not (given or name.title is not None or name.refs)

    def _name_at(self, word: Word) -> tuple[str, Span] | None:
        """Kind and span of the proper name that a word belongs to."""
        k = bisect_right(self.firsts, word.i) - 1
        if k >= 0 and self.names[k].last >= word.i:
            return self.names[k].kind, self.names[k].span
        return None

    def _at(self, words: tuple[Word, ...], i: int, run: tuple[int, int], loud: bool) -> tuple[Found | None, int]:
        """What begins at word `i` of a run, and the word to go on with."""
        article = capital(words[i]) and words[i].pos in ("DET", "PRON")
        if not begins(words, i) or (article and not self._with_article(words, i, run[1])):
            return None, i + 1
        name = self._name_at(words[i])
        if i + 2 < len(words) and words[i + 1].tag == "POS" and capital(words[i + 2]):
            own = self._genitive(words, i, loud)
            if own is not None:
                return own, i + 3
        for b, e in slices(i, run[1]):
            if not capital(words[e - 1]) and not words[e - 1].text[0].isdigit():
                continue
            if e < run[1] and words[e].text in title_words().particles:
                continue  # "Wadi" of "Wadi al-Rabea" is another place
            text = self.draft.text[words[b].start : words[e - 1].end]
            strength = self._strength(text, words[b:e])
            if strength is None:
                continue
            if e < run[1] and self._opens(words, b, e, strength):
                continue  # and so is "Wadi" of "Wadi Barada"
            dated = e < run[1] and strength >= STRONG and bool(CALENDAR.match(words[e].text))  # "in Lagos April 4"
            if name and name[0] == "person" and not dated and not self._is_whole(name[1], words[b:e], strength):
                told = marched(words[run[1] - 1]) or told_after(self.draft.text, name[1][1])
                told = told or words[b].lower in self.words.elements - _KUNYAS
                return self._unknown(words, i, run, name, loud) if told else (None, e)
            if self._cut(words, (b, e), name, strength):
                longer, end = self._unknown(words, i, run, name, loud)
                if longer is not None:
                    return longer, end
            judged = self._judged(words, (b, e), run, strength, name, loud)
            return judged, e if judged is None or judged.mention.span[1] <= words[e - 1].end else run[1]
        return self._unknown(words, i, run, name, loud)

    def _is_whole(self, span: Span, part: tuple[Word, ...], strength: float) -> bool:
        """A known place that was taken for a person because of its verb or of a surname ("Benghazi", "Wad Madani")."""
        if span != (part[0].start, part[-1].end) or part[-1].text in self.words.traps:
            return False
        given = part[0].text in self.words.given or part[0].text in title_words().given
        shaped = part[0].lower in self.words.directions | self.words.elements
        typed = part[-1].lower in kinds_by_word() and strength >= FAIR
        if len(part) > 1 and (typed or self._site(part)):
            return True
        if strength >= FAIR and (len(part) > 2 or part[0].lower in self.words.elements - {"abu"}):
            return True
        return strength >= STRONG or (len(part) > 1 and not given and (shaped or strength >= FAIR))

    def _site(self, part: tuple[Word, ...]) -> bool:
        """One of the project's own places bears the name: they are few, and written down for what news call them."""
        text = self.draft.text[part[0].start : part[-1].end]
        return any(e.ref.startswith("site:") for e in self.gazetteer.named(text)[:5])

    def _genitive(self, words: tuple[Word, ...], i: int, loud: bool) -> Found | None:
        """A place whose name is a genitive ("Cox's Bazar")."""
        text = self.draft.text[words[i].start : words[i + 2].end]
        strength = self._strength(text, words[i : i + 3])
        if strength is None or strength < FAIR:
            return None
        return self._judged(words, (i, i + 3), (i, i + 3), strength, None, loud)

    def _with_article(self, words: tuple[Word, ...], i: int, end: int) -> bool:
        """A name whose article is its own ("The Hague")."""
        if i + 1 >= end or words[i].text != "The":
            return False
        entries = self.gazetteer.named(f"The {words[i + 1].text}")
        return any(e.name.startswith("The ") and prior(e) >= STRONG for e in entries[:3])

    def _opens(self, words: tuple[Word, ...], b: int, e: int, strength: float) -> bool:
        """Whether a match is but the first word of a longer name: "Wadi Barada", "Fonds-Mirande"."""
        hyphen = words[e].text == "-" and words[e].start == words[e - 1].end and e + 1 < len(words)
        nxt = words[e + 1] if hyphen else words[e]
        if not capital(nxt) or strength >= _SURNAME:
            return False
        if e - b == 1 and words[b].lower in self.words.elements:
            return True
        ends = hyphen and strength < STRONG and nxt.start == words[e].end and not paired(words, e)
        return ends and (self._strength(nxt.text, (nxt,)) or 0.0) < FAIR

    def _cut(
        self, words: tuple[Word, ...], at: tuple[int, int], name: tuple[str, Span] | None, strength: float
    ) -> bool:
        """Whether a little-known place's name is but the beginning of a longer name that no source knows."""
        b, e = at
        if strength >= STRONG or name is None or name[0] not in _PLACES or e >= len(words):
            return False
        begin, end = name[1]
        if begin != words[b].start or end <= words[e - 1].end or not self._stranger(words[e], True):
            return False
        rest = takewhile(lambda w: w.start < end, words[b:])
        return not any(w.lower in self.words.institutions for w in rest)

    def _strength(self, text: str, part: tuple[Word, ...]) -> float | None:
        """How likely the words are a place by themselves; None if no place bears the name."""
        if CALENDAR.match(text):
            return None
        if text in demonyms():
            return 8.0
        if text in self.words.short or (text in state_abbreviations() and len(text) > 2):
            return 7.0
        if len(text) < 3 and text not in ("UK", "US", "EU") and not text[-1].isdigit():
            return None
        if len(part) == 1 and part[0].pos in ("VERB", "AUX", "ADP", "CCONJ", "SCONJ", "ADV", "NUM", "PART"):
            return None
        entries = self.gazetteer.named(text)
        if text.isupper() and text.isalpha() and len(text) < 4:
            entries = tuple(e for e in entries if e.kind in ("country", "region"))
        best = max((prior(e) for e in entries[:12]), default=None)
        return best if best is None or not seat_of_unit(entries[:12]) else best + _SEAT

    def _judged(
        self, words: tuple[Word, ...], at: tuple[int, int], run: tuple[int, int], strength: float,
        name: tuple[str, Span] | None, loud: bool,
    ) -> Found | None:  # fmt: skip
        b, e = at
        if b and words[b - 1].lower in relative_words().bearers:
            return None
        span = (words[b].start, words[e - 1].end)
        mention = self._river(words, at, mention_at(self.draft.text, span, self.gazetteer))
        head = self.draft.head_of(span) or words[e - 1]
        left = b > run[0] and self._stranger(words[b - 1], False)
        right = e < run[1] and self._stranger(words[e], True)
        cued = self._cued(words, at, mention, strength)
        owner = e + 1 < len(words) and words[e].tag == "POS" and not capital(words[e + 1])
        organised = name is not None and name[0] not in _PLACES and name[1] != span and not owner
        typed = e - b > 1 and words[e - 1].lower in kinds_by_word() and words[e - 1].lower not in self.words.not_alone
        if e < run[1] and not left and not typed and self._ends_typed(words[e : run[1]]) and run[1] - b < 7:
            whole = (words[b].start, words[run[1] - 1].end)
            longer = replace(mention, span=whole, kinds=frozenset(), people=False)
            return Found(longer, head, strength, True, False, loud, strength < STRONG)
        if left and not mention.people and strength < _SURNAME:
            self.surnames.add(words[e - 1].text)
        if right and not organised and self._given(words, at, run):
            return None
        part = (organised or left or right) and not mention.people
        trap = mention.name in self.words.traps or (mention.name.isupper() and not loud and strength < STRONG)
        trap = trap or (b == 0 and words[b].pos != "PROPN" and strength < FAIR)
        if (part and (trap or (left and not organised))) or (trap and not cued and not typed):
            return None
        return Found(mention, head, 2.5 if trap else strength, cued or typed, part, loud)

    def _river(self, words: tuple[Word, ...], at: tuple[int, int], mention: Mention) -> Mention:
        """A river by its article: "the Niger burst its banks", not "in the Congo" nor "the Congo crisis"."""
        b, e = at
        last = words[e - 1]
        article = b > 0 and words[b - 1].text in ("the", "The") and last.dep not in _OWNED
        if not article or mention.kinds or (last.dep == "pobj" and last.head.lower not in _ALONG):
            return mention
        named = self.gazetteer.named
        river = any(x.kind == "river" for x in (*named(mention.name)[:5], *named(f"{mention.name} River")[:2]))
        return replace(mention, kinds=_RIVER, word="river") if river else mention

    def _cued(self, words: tuple[Word, ...], at: tuple[int, int], mention: Mention, strength: float) -> bool:
        """Whether the words around a known name call it a place; a hamlet's name asks for more than "to" or "from"."""
        b, e = at
        if b > 1 and words[b - 1].lower == "the" and words[e - 1].dep not in _OWNED and self._site(words[b:e]):
            b -= 1  # "in the Drina"
        before = words[b - 1].lower if b else ""
        return (
            ((strength >= _HAMLET or before == "at") and before in self.words.locating)
            or bool(mention.kinds)
            or (b > 0 and told_after(self.draft.text, words[e - 1].end))
            or self._listed(words, b, self.cued)
            or taken(words[e - 1])
            or calls_for_place(words, b, e)
            or paired(words, e)
            or paired(words, b - 1)
            or (mention.sure and bool(mention.within))
        )

    def _given(self, words: tuple[Word, ...], at: tuple[int, int], run: tuple[int, int]) -> bool:
        """A given name that is a place's too, before a lone surname ("Jordan Smith")."""
        b, e = at
        known = words[b].text in self.words.given or words[b].text in title_words().given
        lone = e - b == 1 and (e + 1 == run[1] or words[e + 1].pos == "CCONJ") and words[e].tag == "NNP"
        titled = (words[e].lower,) in title_words().titles or words[e].text in self.words.traps
        return known and lone and not titled

    def _ends_typed(self, rest: tuple[Word, ...]) -> bool:
        """Whether the rest of a run says what it names ("Kuweires | Military Airport", "Mosul | General Hospital")."""
        last = rest[-1].lower
        return last in kinds_by_word() and last not in self.words.not_alone and not any(w.pos == "CCONJ" for w in rest)

    def _stranger(self, word: Word, after: bool) -> bool:
        """Whether a neighbour in the run makes the match part of a longer name."""
        if word.lower in self.words.directions or word.lower in kinds_by_word() or not capital(word):
            return False
        if word.text in demonyms() or word.text in state_abbreviations():
            return False
        return word.pos == "PROPN" and (not after or not CALENDAR.match(word.text))

    def _unknown(
        self, words: tuple[Word, ...], i: int, run: tuple[int, int], name: tuple[str, Span] | None, loud: bool
    ) -> tuple[Found | None, int]:
        """A proper name that no source knows but the words call a place ("the village of X", "X area", "in X")."""
        part = words[i : run[1]]
        length = next((k for k, w in enumerate(part) if w.pos == "CCONJ" or paired(words, i + k)), len(part))
        run, part = (run[0], i + length), part[:length]
        of = i > run[0] and words[i - 1].lower == "of"  # "Residents of X"
        first = i == run[0] or words[i - 1].pos in ("CCONJ", "DET", "ADP") or paired(words, i - 1)
        if not first or not part or loud or size(part) > 5 or not proper(part) or self._speaks_against(part):
            return None, i + 1
        span = (part[0].start, part[-1].end)
        mention = mention_at(self.draft.text, span, self.gazetteer)
        last = part[-1].lower
        own_word = len(part) > 1 and not of and last in kinds_by_word() and last not in self.words.not_alone
        typed = own_word or bool(mention.word and mention.word not in _TITLED)
        sure = mention.word in kinds_by_word() and mention.word not in self.words.not_alone
        element = len(part) > 1 and part[0].lower in self.words.elements
        told = marched(part[-1]) or told_after(self.draft.text, part[-1].end)
        placed = sure or element or told or called(part[-1]) or all(self._may_be_place(w) for w in part)
        plain = placed and size(part) < 4 and (told or self._sited(words, (i, run[1]), element))
        if not (typed and (placed or own_word)) and not plain and not (placed and self._listed(words, i, self.last)):
            return None, i + 1
        return Found(mention, self.draft.head_of(span) or part[-1], 0.0, True, False, loud, True), run[1]

    def _sited(self, words: tuple[Word, ...], at: tuple[int, int], element: bool) -> bool:
        """Whether the words around an unknown name put it on the map; a name that looks like a place's needs less."""
        b, e = at
        if calls_for_place(words, b, e) or joined(words[e - 1], self.sited) or stormed(words[e - 1], self._armed):
            return True
        if paired(words, e) or paired(words, b - 1):
            return True
        return element and words[b].lower not in _KUNYAS and allows_place(words, b, e)

    def _speaks_against(self, part: tuple[Word, ...]) -> bool:
        alone = len(part) == 1
        return any(
            CALENDAR.match(w.text)
            or (alone and (w.text in self.words.traps or w.text.isupper() or w.lower in self.words.institutions))
            for w in part
        )

    def _listed(self, words: tuple[Word, ...], i: int, last: int) -> bool:
        """Whether a place was found just before, with nothing but "and" or a comma between."""
        k = i
        while k and words[k - 1].lower in (",", "and", "or"):
            k -= 1
        return 0 < k < i and words[k - 1].i == last
