"""What a name looks like by itself: a day's or a month's, how long, how far a proper name, the seat of a province."""

from __future__ import annotations

import re

from sayso.knowledge.gazetteer import Entry
from sayso.knowledge.gazetteer.lexicon import place_words
from sayso.reading.draft import Word
from sayso.reading.places.candidates import prior
from sayso.reading.places.runs import capital

_FAIR = 4.3
CALENDAR = re.compile(
    r"^(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?$|^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|"
    r"^(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.?$|^(?:Ramadan|Easter|Christmas|Eid|Lent|Passover|Ashura|Muharram)$"
)


def seat_of_unit(entries: tuple[Entry, ...]) -> bool:
    """Whether a sizeable town and the province around it share the name, and no other country has such a place."""
    known = [e for e in entries if prior(e) >= _FAIR]
    return len({e.country for e in known}) == 1 and {"town", "admin1"} <= {e.kind for e in known}


def size(part: tuple[Word, ...]) -> int:
    """Words of a name, the Arabic article not counted."""
    return sum(w.text != "-" for w in part) - sum(w.text == "-" for w in part)


def proper(part: tuple[Word, ...]) -> bool:
    """Whether the words make a proper name, by their parts of speech."""
    own = part[0].pos == "PROPN" or (len(part) > 1 and part[0].lower in place_words().elements)
    return own and all(w.pos in ("PROPN", "NOUN", "ADJ") or not capital(w) for w in part[1:])
