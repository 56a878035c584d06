"""Where a publisher is at home, as far as its name or its domain says so, and the actors that a report names."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from sayso.knowledge.actors import actor_base
from sayso.knowledge.gazetteer import Gazetteer
from sayso.knowledge.gazetteer.lexicon import place_words
from sayso.reading.draft import Draft
from sayso.reading.places.candidates import prior
from sayso.reading.places.mention import Mention

_LABEL = re.compile(r"[^a-z]+")
_AT_HOME = frozenset({"armed-group", "military", "party", "person", "government"})
_VOTE = 0.5
_COMMON = frozenset({"com", "net", "org", "info", "news", "press", "edu", "gov", "www", "co", "int", "mil", "tv"})


def parties(draft: Draft) -> defaultdict[str, float]:
    """Votes for the countries of the actors that a report names: of "Hezbollah" for Lebanon."""
    base = actor_base()
    votes: defaultdict[str, float] = defaultdict(float)
    for ref in sorted({n.refs[0] for n in draft.layer("names") if len(n.refs) == 1 and n.kind in _AT_HOME}):
        known = base.known.get(ref)
        if known is not None and known.country:
            votes[known.country] += _VOTE
    return votes


def home(publisher: str | None, gazetteer: Gazetteer) -> tuple[dict[str, float], list[Mention]]:
    """Votes for countries, and names of places, that a publisher's domain or name gives."""
    if not publisher:
        return {}, []
    if "." in publisher and " " not in publisher:
        return _of_domain(publisher.lower(), gazetteer)
    words = [w for w in re.findall(r"[A-Z][\w-]+", publisher) if any(prior(e) > 5.3 for e in gazetteer.named(w)[:5])]
    return {}, [Mention((0, 0), word) for word in words]


@cache
def _paper() -> re.Pattern[str]:
    """A domain's label that ends with what papers are called, the place in front of it as group 1."""
    return re.compile(rf"^(?:the|my|e)?(.{{4,}}?)(?:{'|'.join(place_words().papers)})+$")


def _of_domain(domain: str, gazetteer: Gazetteer) -> tuple[dict[str, float], list[Mention]]:
    *labels, last = domain.rpartition("//")[2].partition("/")[0].split(".")
    country = gazetteer.of_code({"uk": "GB"}.get(last, last.upper())) if len(last) == 2 else None
    votes = {country.country: 2.0} if country is not None and country.country else {}
    names = []
    for label in labels:
        bare = _LABEL.sub("", label)
        match = _paper().match(bare)
        for name in (match.group(1) if match else "", bare):
            if len(name) > 3 and name not in _COMMON and gazetteer.named(name):
                names.append(Mention((0, 0), name))
                break
    return votes, names
