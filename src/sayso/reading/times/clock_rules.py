"""Times of day: 10:35 a.m., noon, 4 in the morning, and parts of days."""

from __future__ import annotations

from datetime import timedelta

from sayso.reading.times.arithmetic import SMALL_HOURS, Point
from sayso.reading.times.context import REPORT, Context, Value, at, vague
from sayso.reading.times.grammar import Hit
from sayso.reading.times.relative_rules import in_part

PARTS_OF_DAY = frozenset({"clock", "part"})


def time_of(hit: Hit) -> str | None:
    """The part after the T of a TIMEX3 value: "10:35", "22:00", "NI"."""
    if hit.rule == "part":
        dark = hit.before == "before" and hit.text("p").lower() in ("dawn", "daybreak", "sunrise")
        return SMALL_HOURS if dark else str(hit.value("p"))
    if hit.has("t"):
        midnight = hit.text("t").lower() == "midnight" and hit.before in ("after", "past")
        return "00:00" if midnight else str(hit.value("t")) + zone_of(hit)
    if hit.has("c"):
        hour, minute = hit.text("c").replace(".", ":").split(":")[:2]
    elif hit.has("i"):
        figure = hit.text("i")
        hour, minute = figure[:2], figure[2:]
    else:
        spoken = hit.value("h") if hit.classes["h"] == "number" else hit.text("h")
        hour, minute = str(spoken), "00"
    return _clock(int(hour), int(minute), hit)


def _clock(hour: int, minute: int, hit: Hit) -> str | None:
    afternoon = hit.has("q") and hit.value("q") in ("AF", "EV")
    if hit.has("p") or hit.has("q"):
        if hour > 12 and not hit.has("c"):
            return None
        afternoon = afternoon or (hit.has("p") and hit.number("p") == 12)
        hour = hour % 12 + 12 * afternoon if hour <= 12 else hour
    return f"{hour:02}:{minute:02}{zone_of(hit)}" if hour <= 24 and minute < 60 else None


def zone_of(hit: Hit) -> str:
    """ "Z" for GMT and UTC, which are seldom the clock of the place; "" for other zones, which are, and for none."""
    return "Z" if hit.has("z") and hit.value("z") == "Z" else ""


def alone(hit: Hit, ctx: Context) -> Value | None:
    """A clock time without a day: it belongs to the day last told, else to the report's."""
    clock = time_of(hit)
    if clock is None or (hit.rule == "part" and not _told_part(hit, ctx)):
        return None
    day, anchor = ctx.last_day or (ctx.published, REPORT)
    if day is None:
        return Value(f"XXXX-XX-XXT{clock}", "TIME")
    if hit.words == "overnight" and day == ctx.published and ctx.tense(hit) != "future":
        day -= timedelta(days=1)  # the night that is just over
    return in_part(at(Point(day), anchor), clock) or vague(f"XXXX-XX-XXT{clock}")


def _told_part(hit: Hit, ctx: Context) -> bool:
    """Bare "morning" is too little; "at dawn" and "the morning" of a told day are enough."""
    if hit.words in ("overnight", "dawn", "dusk", "daybreak", "nightfall", "sunrise", "sunset"):
        return hit.before in ("at", "before", "after", "until", "since", "by") or hit.words == "overnight"
    if hit.words.startswith("the "):
        return hit.after not in ("of", "prayer", "prayers", "sky", "shift") and ctx.last_day is not None
    return hit.words.startswith("mid")
