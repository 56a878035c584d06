"""The stage `Names`: proper names of a report, those of the actor base and those it does not know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from sayso.knowledge.actors import ActorBase, actor_base
from sayso.knowledge.anaphors import genders
from sayso.knowledge.calendars import feast_of
from sayso.knowledge.titles import TitleWords, title_words
from sayso.model.span import Span
from sayso.reading.actors.kinds import kind_of_run
from sayso.reading.actors.lookup import Hit, lookup
from sayso.reading.actors.phrases import indefinite
from sayso.reading.actors.runs import is_handle, is_name_word, run_from, title_at
from sayso.reading.actors.variants import variant
from sayso.reading.draft import Draft, Sentence, Word
from sayso.text.dates import MONTHS, WEEKDAYS
from sayso.text.normal import fold

_CALENDAR = frozenset({*MONTHS, *WEEKDAYS})
_SHIPS = frozenset(
    {
        "ship", "warship", "frigate", "destroyer", "cruiser", "corvette", "submarine", "vessel", "tanker", "freighter",
        "ferry", "trawler", "tugboat", "yacht", "schooner", "tug",
    }
)  # fmt: skip
_PREFIXES = frozenset({"USS", "HMS", "MV", "RMS", "HMAS", "USNS"})
_GIVEN = frozenset({"Chad", "Georgia", "India", "Israel", "Jordan", "Kenya", "London", "Paris", "Sofia"})
"""States and capitals that are given names too."""
_AREAS = frozenset({"State", "Street", "Avenue", "Road", "Delta", "River"})
_THINGS = frozenset({"fowl", "pig", "pigs", "worm", "bend", "basin", "river"})
"""What makes another thing of a state's name: "Guinea fowl", "the Niger bend"."""
_CALLED = frozenset({"named", "called", "christened"})
_PERSONAL = frozenset({"person", "unknown"})
_FULL = 3  # words of a full name


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name. `sort`: name, demonym ("Turkish"), people ("Turks"), metonym ("Ankara"), office, unknown.

    "plural" is a lone plural with the capital of a sentence's first word: a name only if it is somebody's surname
    ("Mills says", not "Landmines").

    `refs` are ids of the actor base that bear the name; `title` numbers the first word of a title right before it.
    """

    span: Span
    kind: str
    refs: tuple[str, ...]
    first: int
    last: int
    sort: str = "unknown"
    title: int | None = None


@dataclass(frozen=True)
class Names:
    """Proper names by the actor base and by capitals, longest first, none inside another."""

    reads: ClassVar[tuple[str, ...]] = ("sentences",)
    writes: ClassVar[str] = "names"

    def __call__(self, draft: Draft) -> tuple[Name, ...]:
        """Names in the order of the text. Unknown names in headlines count only if the body has them too."""
        scan = _Scan(draft, actor_base(), title_words())
        found = [(_headline(draft, s), list(scan.sentence(s))) for s in draft.sentences]
        persons = [n for _, names in found for n in names if n.kind == "person" and n.first < n.last]
        surnames = {_last_word(draft, n) for n in persons}
        body = {
            draft.text[n.span[0] : n.span[1]].casefold() for headline, names in found if not headline for n in names
        }
        return tuple(
            n
            for headline, names in found
            for n in names
            if (n.refs or not headline or _titled(draft, n) or draft.text[n.span[0] : n.span[1]].casefold() in body)
            and (n.sort != "plural" or _last_word(draft, n) in surnames)
        )


def _titled(draft: Draft, name: Name) -> bool:
    """ "Bishop Pauline Abena": a title and a given name tell a person even where all words have capitals."""
    return name.title is not None and name.first < name.last and draft.words[name.first].text in title_words().given


def _newly_named(listed: tuple[Word, ...], i: int) -> bool:
    """ "a farmer named Putin": whoever has to be introduced so is not the known bearer of the surname."""
    return i > 1 and listed[i - 1].lower in _CALLED and listed[i - 2].tag == "NN" and indefinite(listed[i - 2])


def _last_word(draft: Draft, name: Name) -> str:
    return draft.words[name.last].lower


def _headline(draft: Draft, sentence: Sentence) -> bool:
    """Whether capitals tell nothing: a title or heading in which most words of four letters and more have one."""
    if draft.blocks[sentence.block].kind not in ("title", "heading"):
        return False
    longer = [w for w in sentence.words if len(w.text) > 3]
    return len(longer) > 3 and sum(w.text[0].isupper() for w in longer) > 0.75 * len(longer)


@dataclass(frozen=True)
class _Scan:
    draft: Draft
    base: ActorBase
    words: TitleWords

    def sentence(self, sentence: Sentence) -> Iterator[Name]:
        """Names of one sentence, left to right."""
        listed, i, title = sentence.words, 0, None
        while i < len(listed):
            if not _may_begin(listed[i]):
                titled = title_at(listed, i, self.words)
                title = (listed[i].i, i + titled) if titled else title
                i += titled or 1
                continue
            hit = lookup(self.draft.shown, listed, i, self.base)
            hit = self._checked(hit, listed, i) if hit else None
            if hit is None:
                given = title is not None and title[1] == i and listed[i].text in self.words.given
                titled = 0 if given else self._title(listed, i)  # "Army spokesman Emir Dogan"
                if titled:
                    title, i = (listed[i].i, i + titled), i + titled
                    continue
            begun = title[0] if title and title[1] == i else None
            name, i = self._known(listed, i, hit, begun) if hit else self._unknown(listed, i, begun)
            if name:
                yield name

    def _title(self, listed: tuple[Word, ...], i: int) -> int:
        """How many words of a title stand here; none where they begin a body's name ("General Command")."""
        length = title_at(listed, i, self.words)
        after = i + length
        return 0 if after < len(listed) and listed[after].text in self.words.org_words else length

    def _checked(self, hit: Hit, listed: tuple[Word, ...], i: int) -> Hit | None:
        """A person's or group's short form that is only the beginning of a longer name is not that actor."""
        after = i + hit.length
        if listed[i].lower == "the" and run_from(listed, i + 1, self.words) > after:
            return None  # "The National" is not the paper in "The National Union of Teachers"
        if hit.sort == "metonym" and listed[i].dep == "appos" and listed[i].head.lower in genders().words:
            return None  # "the writer's wife, Sofia"
        if hit.length > 1 and (shorter := self._overlong(hit, listed, i)) is not None:
            return shorter
        if not listed[i].text[0].isascii() and listed[i].text.lower() == listed[i].text.upper():
            return hit  # no capitals tell where a name ends
        end = run_from(listed, i, self.words)
        if hit.sort != "demonym" and self._named_so(hit, listed, i, end):
            return None
        if end <= after or hit.sort != "name" or listed[after].text in self.words.org_words:
            return hit
        if listed[i].text in self.words.given and not hit.refs[0].startswith("state/") and is_name_word(listed[after]):
            return None  # "Petra Lund" is no agency
        if (listed[after].lower,) in self.words.titles or lookup(self.draft.shown, listed, after, self.base):
            return hit
        return None if all(ref.startswith("person/") for ref in hit.refs) else hit

    def _named_so(self, hit: Hit, listed: tuple[Word, ...], i: int, end: int) -> bool:
        """Whether something else only bears the name: a street, a shop, a ship, somebody called Jordan or Putin."""
        after = i + hit.length
        if i and (listed[i - 1].lower in _SHIPS or listed[i - 1].text in _PREFIXES):
            return True
        if i > 1 and listed[i - 1].lower == "of" and self.words.org_words.get(listed[i - 2].text) == "place":
            return not hit.refs[0].startswith("state/")  # "the Sea of Azov"
        if after < len(listed) and listed[after].lower in _THINGS and hit.refs[0].startswith("state/"):
            return True
        persons = all(ref.startswith("person/") for ref in hit.refs)
        if persons and hit.length == 1 and _newly_named(listed, i):
            return True
        if end <= after or hit.sort == "people":
            return False
        rest = [w.text for w in listed[after:end]]
        sort = next((self.words.org_words[w] for w in reversed(rest) if w in self.words.org_words), None)
        if all(ref.startswith("state/") for ref in hit.refs):
            whose = listed[i].text in _GIVEN and hit.length == 1 and sort is None and end - i <= _FULL
            whose = whose and rest[0] not in self.words.given
            known = lookup(self.draft.shown, listed, after, self.base) or title_at(listed, after, self.words)
            return rest[0] in _AREAS or (whose and not known and is_name_word(listed[after]))
        return sort == "place" or (sort == "company" and len(rest) > 1)

    def _overlong(self, hit: Hit, listed: tuple[Word, ...], i: int) -> Hit | None:
        """ "Libya's Government of National Accord": a longer name begins inside the hit, which ends before it."""
        after = i + hit.length
        for j in range(i + 1, after):
            inner = lookup(self.draft.shown, listed, j, self.base) if listed[j].text[0].isupper() else None
            if inner is not None and j + inner.length > after:
                return lookup(self.draft.shown, listed[:j], i, self.base)
        return None

    def _known(self, listed: tuple[Word, ...], i: int, hit: Hit, title: int | None) -> tuple[Name | None, int]:
        end = i + hit.length
        if hit.sort == "demonym":
            longer = run_from(listed, end, self.words)
            if longer > end and _capital_body(listed, end, longer, self.words):
                kind = kind_of_run(listed, end, longer, None, self.words)
                return self._name(listed, i, longer, kind, (), "unknown", title), longer
        kind = self.base.known[hit.refs[0]].kind
        return self._name(listed, i, end, kind, hit.refs, hit.sort, title), end

    def _unknown(self, listed: tuple[Word, ...], i: int, title: int | None) -> tuple[Name | None, int]:
        end = run_from(listed, i, self.words)
        if end == i == 0 and listed[0].tag in ("NNS", "NN") and listed[0].text[0].isupper():
            return self._name(listed, 0, 1, "unknown", (), "plural", title), 1
        if end == i or _no_name(listed, i, end):
            return None, max(end, i + 1)
        end = self._before_known(listed, i, end)
        kind = kind_of_run(listed, i, end, title, self.words)
        if end == i + 1 == 1 and listed[i].tag == "NNPS":
            return self._name(listed, i, end, kind, (), "plural", title), end
        if kind == "unknown" and 1 < end - i <= 4:
            bearers = self.base.surnames
            kind = "person" if listed[end - 1].lower in bearers or fold(listed[i].text) in bearers else kind
        if listed[i].text in _PREFIXES or (i and listed[i - 1].lower in _SHIPS):
            kind = "place"
        if listed[i].text in _GIVEN and kind == "unknown" and 1 < end - i <= _FULL:
            kind = "person"
        text = self.draft.shown[listed[i].start : listed[end - 1].end]
        told = variant(text, self.base) if kind in _PERSONAL and end > i + 1 and text[0].isalpha() else None
        if told is not None:
            return self._name(listed, i, end, "person", (told,), "name", title), end
        return self._name(listed, i, end, kind, (), "unknown", title), end

    def _before_known(self, listed: tuple[Word, ...], i: int, end: int) -> int:
        """ "Rebels of the Coalition of Patriots": a known body's name after "of" is a name of its own."""
        for j in range(i + 1, end - 1):
            if listed[j].lower == "of":
                begin = j + 1 + (listed[j + 1].lower == "the")
                hit = lookup(self.draft.shown, listed, begin, self.base) if begin < len(listed) else None
                if hit is not None and hit.length > 1 and listed[j - 1].tag == "NNS":
                    return j
        return end

    def _name(
        self, listed: tuple[Word, ...], i: int, end: int, kind: str, refs: tuple[str, ...], sort: str, title: int | None
    ) -> Name:
        first, last = listed[i], listed[end - 1]
        return Name((first.start, last.end), kind, refs, first.i, last.i, sort, title)


def _no_name(listed: tuple[Word, ...], i: int, end: int) -> bool:
    """Names of days, months and feasts."""
    return feast_of(" ".join(w.text for w in listed[i:end])) is not None or all(
        w.lower in _CALENDAR or w.pos == "NUM" for w in listed[i:end]
    )


def _may_begin(word: Word) -> bool:
    head = word.text[0]
    return (
        is_handle(word)
        or head.isupper()
        or (head.isalpha() and not head.isascii() and not head.islower())
        or word.pos == "PROPN"
    )


def _capital_body(listed: tuple[Word, ...], i: int, end: int, words: TitleWords) -> bool:
    """Whether a demonym is followed by a capitalised body of its own ("Libyan Army", not "Turkish Airlines flight")."""
    return any(w.text in words.org_words for w in listed[i:end]) and not title_at(listed, i, words)
