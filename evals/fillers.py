"""Who did it, to whom, with what: fillers of incidents from the judge's roles of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.model.span import Span, trimmed
from sayso.reading.cast import Cast
from sayso.reading.draft import Draft, Word
from sayso.reading.encoding.packing import packed
from sayso.reading.judging.features import ROLES, hinted
from sayso.reading.judging.judge import Judge, Seen

SLOTS = {
    "perpetrator": "perpetrators", "organization": "organizations", "target": "targets", "victim": "victims",
    "weapon": "weapons",
}  # fmt: skip
LEAST = {"perpetrators": 0.5, "organizations": 0.5, "targets": 0.6, "victims": 0.8, "weapons": 0.6}
MOST = {"perpetrators": 2, "organizations": 1, "targets": 3, "victims": 4, "weapons": 3}  # of one incident, the surest
_RUN = 0.35  # how probable a word's role must be for it to be in a run
_MEASURES = frozenset({"kg", "kilo", "kilogram", "pound", "stick", "meter", "ton", "total", "group"})


@dataclass
class Filler:
    """One actor or thing in a role: all its mentions together. `kinds`: how probable each kind of incident is there."""

    slot: str
    key: str
    span: Span
    sure: float
    mentions: int = 1
    kinds: dict[str, float] = field(default_factory=dict)

    def merge(self, other: Filler) -> None:
        """Take in another mention."""
        self.mentions += other.mentions
        if other.sure > self.sure:
            self.sure, self.span = other.sure, other.span
        self.kinds = {k: max(v, other.kinds.get(k, 0)) for k, v in self.kinds.items()}


@dataclass(frozen=True)
class Told:
    """What a report tells: its fillers in their order, how probable each kind of incident is, and the windows seen."""

    fillers: list[Filler]
    kinds: dict[str, float]
    seen: list[Seen]


def told_of(draft: Draft, judge: Judge) -> Told:
    """What the judge finds in a report."""
    cast, hints = Cast(draft), hinted(draft, draft.layer("events"))
    texts = [[w for s in sentences for w in s.words] for sentences in packed(draft.sentences)]
    found: dict[tuple[str, str], Filler] = {}
    told: dict[str, float] = {}
    windows = [judge.deep(seen) for seen in judge.look(texts)]
    for seen in windows:
        kinds = judge.kinds(seen)
        told = {k: max(v, told.get(k, 0.0)) for k, v in kinds.items()}
        chances = judge.roles(seen, [hints[w.i] for w in seen.words])
        for number, run, sure in runs(seen.words, chances.tolist()):
            span = trimmed(draft.text, (run[0].start, run[-1].end))
            slot = SLOTS[ROLES[number]]
            head = _head(run, slot)
            if span is None or head.pos in ("PRON", "NUM"):
                continue
            filler = Filler(slot, _key(head, cast), (span[0], head.end), sure, 1, dict(kinds))
            known = found.setdefault((filler.slot, filler.key), filler)
            if known is not filler:
                known.merge(filler)
    return Told(list(found.values()), told, windows)


def single(found: Sequence[Filler], draft: Draft) -> list[Filler]:
    """Without descriptions that stand right beside a name in the same role: "GALAN, A SENATOR" is one person."""
    named = [f for f in found if (h := draft.head_of(f.span)) is not None and h.pos == "PROPN"]
    return [f for f in found if f in named or not any(_beside(f, n, draft.text) for n in named if n.slot == f.slot)]


def _beside(one: Filler, other: Filler, text: str) -> bool:
    first, second = sorted((one.span, other.span))
    return not text[first[1] : second[0]].strip(" ,[]()-\n")


def runs(words: Sequence[Word], chances: Sequence[Sequence[float]]) -> Iterator[tuple[int, list[Word], float]]:
    """Words in a row with the same role: its number, the words, and how probable the surest of them is."""
    run: list[Word] = []
    last, sure = 0, 0.0
    for word, row in zip(words, chances, strict=True):
        best = max(range(1, len(row)), key=lambda r: row[r])
        role = best if row[best] >= _RUN and word.pos not in ("PUNCT", "SPACE") else 0
        if run and role != last:
            yield last, run, sure
            run, sure = [], 0.0
        if role:
            run, sure = [*run, word], max(sure, row[best])
        last = role
    if run:
        yield last, run, sure


def _head(run: Sequence[Word], slot: str) -> Word:
    """The last word of the noun phrase that a run begins with; of a name of an organisation the last word of all."""
    named = [w for w in run if w.pos in ("NOUN", "PROPN") and w.lemma.lower() not in _MEASURES]
    if not named:
        return run[-1]
    if slot == "organizations":
        return named[-1]
    for word in named:
        following = run[word.i - run[0].i + 1 :]
        if not following or following[0].pos not in ("NOUN", "PROPN"):
            return word
    return named[-1]


def _key(head: Word, cast: Cast) -> str:
    return cast.at(head) or head.lemma.lower()
