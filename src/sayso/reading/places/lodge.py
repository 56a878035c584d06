"""Names that no source knows, or that only a namesake far away bears: they lie by the place named nearest to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sayso.knowledge.gazetteer.entry import LOOSE
from sayso.reading.places.candidates import Option, prior
from sayso.reading.places.mention import Mention

NEARBY = 3  # rank of an entry that is not the name's own but the one it lies by
SMALL = 30_000  # inhabitants of a place that is easily another's namesake
COMPANY = 3  # names in the report, from which a lone foreign village is not believed
LONELY = 0.6  # what the rest of the report must add to a name that only sounds alike
_LEAST = 3.0
_WIDE = frozenset({"country", "continent", "region", "sea", "admin1"})

Judged = Sequence[tuple[Mention, list[Option]]]


def lodged(asked: Judged, others: Judged) -> list[list[Option]]:
    """The answers to the names asked for, with a neighbour's place, marked `NEARBY`, for those that have no good one.

    `others`: further names of the text, which tell where it plays.
    """
    countries = _countries((*asked, *others))
    firm = [(m, o[0]) for m, o in (*asked, *others) if o and not _doubtful(m, o[0], countries)]
    anchors = [(m.span, o) for m, o in firm if o.entry.kind not in _WIDE and not m.people]
    out = []
    for mention, options in asked:
        if mention.people or (options and not _doubtful(mention, options[0], countries)):
            out.append(options)
            continue
        near = min(anchors, key=lambda a: (_gap(a[0], mention), a[0], a[1].entry.id), default=None)
        out.append(options if near is None else [_beside(near[1])])
    return out


def _beside(anchor: Option) -> Option:
    entry = anchor.entry._replace(rank=NEARBY, ref=f"near:{anchor.entry.ref}")
    return Option(entry, _LEAST)


def _gap(span: tuple[int, int], mention: Mention) -> int:
    """Characters between two names; a name that stands outside the text (the publisher's) comes last."""
    if span == (0, 0):
        return 1 << 30
    return max(span[0] - mention.span[1], mention.span[0] - span[1], 0)


def _countries(judged: Iterable[tuple[Mention, list[Option]]]) -> Counter[str | None]:
    """How many different names speak for each country."""
    return Counter(country for _, country in {(m.name, o[0].entry.country) for m, o in judged if o})


def _doubtful(mention: Mention, option: Option, countries: Counter[str | None]) -> bool:
    """Whether the best answer is but a name that sounds alike, or a village of a country nothing else speaks of."""
    entry = option.entry
    if mention.sure and mention.within:
        return False
    if entry.rank == LOOSE and option.score - prior(entry) < LONELY:
        return True
    small = entry.kind in ("town", "quarter") and entry.population < SMALL
    return small and countries[entry.country] < 2 and countries.total() >= COMPANY
