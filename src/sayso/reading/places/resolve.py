"""From mentions to places: candidates, weighed together, one sense a name in a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.knowledge.gazetteer import Gazetteer, key
from sayso.reading.places.candidates import Option, lies_in, options
from sayso.reading.places.lodge import lodged
from sayso.reading.places.mention import Mention
from sayso.reading.places.weigh import Weights, weighed

_WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a report's whereabouts beside the mentions to be resolved.

    `others`: names that are not asked for but support their neighbours; `countries`: alpha-3 codes with a vote each.
    """

    others: tuple[Mention, ...] = ()
    countries: Mapping[str, float] = field(default_factory=dict)


def resolve(
    mentions: Sequence[Mention], gazetteer: Gazetteer, context: Context = Context(), weights: Weights = _WEIGHTS
) -> list[list[Option]]:
    """For each mention what it may mean, the likeliest first; an empty list where nothing is known of the name.

    A pure function: the same mentions and the same gazetteer give the same answer.
    """
    every = [*mentions, *context.others]
    senses = {m: _sense(m) for m in every}
    names: dict[str, list[Option]] = {}
    counts: Counter[str] = Counter()
    for mention, sense in senses.items():
        best = _informed(names.get(sense), mention, gazetteer)
        if best is not None:
            names[sense] = best
    for mention in every:
        counts[senses[mention]] += 1
    votes = {sense: 1 + 0.25 * min(4, counts[sense] - 1) for sense in names}
    judged = weighed(names, votes, weights, context.countries)
    told = [(m, _own(m, judged.get(senses[m], []), gazetteer)) for m in every]
    return lodged(told[: len(mentions)], told[len(mentions) :])


def _sense(mention: Mention) -> str:
    """Mentions with the same sense are resolved as one: same name, same sort of thing."""
    return f"{key(mention.name)}|{'people' if mention.people else ''}|{','.join(sorted(mention.kinds))}"


def _informed(known: list[Option] | None, mention: Mention, gazetteer: Gazetteer) -> list[Option] | None:
    """The candidates of a name, from the mention of it that says most ("Paris, Texas" before "Paris")."""
    if known is None:
        return options(mention, gazetteer)
    return options(mention, gazetteer) if mention.sure and mention.within else None


def _own(mention: Mention, found: list[Option], gazetteer: Gazetteer) -> list[Option]:
    """A mention that names its own container keeps to it, whatever the name means elsewhere in the report."""
    if not (mention.sure and mention.within):
        return found
    inside = [o for o in found if lies_in(o.entry, mention.within[0])]
    return inside or options(mention, gazetteer) or found
