"""What looks like a time and is a name: April 6 Movement, Friday Mosque, General August Keller, Daily Monitor."""

from __future__ import annotations

from sayso.reading.times.grammar import Hit
from sayso.reading.times.lexicon import OTHER, lexicon

_DAYS = frozenset({"monthday", "weekday", "relweekday", "month", "dayrange"})
_DATING = frozenset({"on", "since", "until", "till", "by"})  # words that say when: no name behind them
_LOOK = 3  # words behind a date that may hold the noun of the name


def names_something(hit: Hit) -> bool:
    """Whether a hit stands in a proper name."""
    if hit.rule == "every":
        return hit.has("x") and _capital(hit, hit.first) and _capital(hit, hit.end)
    if hit.rule in (*_DAYS, "feast") and not hit.has("y") and not hit.has("r") and _event(hit):
        return True
    if hit.rule == "feast":
        return hit.end == hit.first + 1 and _surname(hit)
    if hit.rule not in _DAYS or hit.has("y") or (hit.has("r") and hit.rule != "relweekday"):
        return False
    return _namesake(hit) or (hit.rule == "month" and _person(hit))


def _event(hit: Hit) -> bool:
    """the October War, the Good Friday Agreement, Bloody Sunday: a happening of some year, called after its day."""
    cues = lexicon().cues
    if hit.before in cues["name_start"] and _capital(hit, hit.first - 1):
        return True
    return hit.after in cues["event_name"] and _capital(hit, hit.end) and hit.before not in _DATING


def _namesake(hit: Hit) -> bool:
    """April 6 Youth Movement, the March 14 alliance: a noun that such names end in."""
    cues = lexicon().cues
    if hit.before in _DATING:
        return False
    weekday = hit.rule in ("weekday", "relweekday")
    for i in range(hit.end, hit.end + _LOOK):
        word = hit.scan.word(i)
        if not _capital(hit, i):
            small = hit.rule == "monthday" and i == hit.end and word in cues["namesake"]
            return small and hit.scan.word(i + 1) != "of"
        if word in cues["weekday_name" if weekday else "namesake"] or (not weekday and word in cues["place_name"]):
            return True
    return False


def _person(hit: Hit) -> bool:
    """April Novak, General August Keller: a month between capitals and behind no word that a month takes."""
    after_is_name = _capital(hit, hit.end) and hit.scan.codes[hit.end] == OTHER
    if not after_is_name or hit.before in lexicon().cues["month"]:
        return False
    return _starts(hit) or _capital(hit, hit.first - 1)


def _surname(hit: Hit) -> bool:
    """Abdullah Ramadan: a feast of one word behind a name."""
    i = hit.first - 1
    if not _capital(hit, i) or hit.scan.codes[i] != OTHER or hit.before.endswith("ing"):
        return False
    return hit.before not in lexicon().cues["month"] and hit.scan.tokens[i].end + 1 == hit.scan.tokens[hit.first].start


def _starts(hit: Hit) -> bool:
    before = hit.before
    return not before or before in (".", "!", "?", '"', "“") or "\n" in before


def _capital(hit: Hit, i: int) -> bool:
    """A word of capital and small letters."""
    if not 0 <= i < len(hit.scan.tokens):
        return False
    token = hit.scan.tokens[i]
    shown = hit.scan.text[token.start : token.end]
    return shown[:1].isupper() and shown[1:2].islower()
