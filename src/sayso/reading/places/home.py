"""Where a publisher is at home, as far as its name or its domain says so."""

from __future__ import annotations

import re

from sayso.knowledge.gazetteer import Gazetteer
from sayso.reading.places.candidates import prior
from sayso.reading.places.mention import Mention

_LABEL = re.compile(r"[^a-z]+")
_PAPER = re.compile(
    r"^(?:the|my|e)?(.{4,}?)(?:times|news|herald|post|tribune|gazette|journal|chronicle|daily|star|sun|online|today|press|"
    r"observer|record|reporter|register|mail|echo|sentinel|democrat|dispatch|live|now|advocate|citizen|courier|examiner|leader|"
    r"ledger|banner|review|standard|telegraph|world|paper|enquirer|constitution|independent|monitor|argus|statesman)+$"
)
_COMMON = frozenset({"com", "net", "org", "info", "news", "press", "edu", "gov", "www", "co", "int", "mil", "tv"})


def home(publisher: str | None, gazetteer: Gazetteer) -> tuple[dict[str, float], list[Mention]]:
    """Votes for countries, and names of places, that a publisher's domain or name gives."""
    if not publisher:
        return {}, []
    if "." in publisher and " " not in publisher:
        return _of_domain(publisher.lower(), gazetteer)
    words = [w for w in re.findall(r"[A-Z][\w-]+", publisher) if any(prior(e) > 5.3 for e in gazetteer.named(w)[:5])]
    return {}, [Mention((0, 0), word) for word in words]


def _of_domain(domain: str, gazetteer: Gazetteer) -> tuple[dict[str, float], list[Mention]]:
    *labels, last = re.sub(r"^https?://|/.*$", "", domain).split(".")
    country = gazetteer.of_code({"uk": "GB"}.get(last, last.upper())) if len(last) == 2 else None
    votes = {country.country: 2.0} if country is not None and country.country else {}
    names = []
    for label in labels:
        bare = _LABEL.sub("", label)
        match = _PAPER.match(bare)
        for name in (match.group(1) if match else "", bare):
            if len(name) > 3 and name not in _COMMON and gazetteer.named(name):
                names.append(Mention((0, 0), name))
                break
    return votes, names
