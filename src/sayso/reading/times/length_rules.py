"""Lengths of time and repetitions: three weeks, the past seven decades, every Friday, daily."""

from __future__ import annotations

from sayso.reading.times.arithmetic import duration, step
from sayso.reading.times.context import REPORT, Context, Value, length
from sayso.reading.times.grammar import Hit
from sayso.reading.times.lexicon import lexicon
from sayso.text.numbers import numbers

_ONE = frozenset({"a", "an", "one", "another"})


def amount(words: str) -> float | None:
    """How many units: 1 for "a", 2.5 for "2 1/2", the first figure of "two to three"; None for "several"."""
    plain = words.lower().strip()
    if plain in _ONE:
        return 1
    found = numbers(plain)
    if "several" in plain or "few" in plain or "many" in plain or "some" in plain or "various" in plain:
        return None
    if found and not found[0].vague:
        return float(found[0].value)
    return {"couple": 2.0, "couple of": 2.0, "dozen": 12.0, "½": 0.5, "1/2": 0.5}.get(plain)


def duration_of(hit: Hit, ctx: Context) -> Value | None:
    """three weeks, the past seven decades, 24-year-old, a minute and a half."""
    words = hit.words
    if not hit.has("u"):
        return length("PXX") if "while" in words else None
    unit = hit.unit()
    if words.startswith(("half", "a quarter of", "quarter of")) and not hit.has("n"):
        return length(duration(0.25 if "quarter" in words else 0.5, unit))
    if not hit.has("n"):
        return _unnumbered(hit, unit)
    if "old" in (hit.after, hit.scan.word(hit.end + 1)) or (unit == "Q" and "-" in words and not hit.has("w")):
        return None
    count = amount(hit.text("n"))
    if count is None and unit == "Q" and "some" in words:
        return None
    if count == 1 and not _worthwhile(hit, unit):
        return None
    return _windowed(hit, ctx, count, unit)


def _unnumbered(hit: Hit, unit: str) -> Value | None:
    words = hit.words
    if hit.has("h"):
        return length(duration(1.5, unit))
    if hit.has("v"):
        return length(duration(None, unit))
    if words.endswith("- long"):
        return length(duration(1 if hit.classes["u"] == "unit" else None, unit))
    return length(duration(1, unit)) if " or " in words else None


def _worthwhile(hit: Hit, unit: str) -> bool:
    """Whether "a week" is a length of time and no rate ("$5 a week") and no figure of speech."""
    if unit in ("TS", "Q", "N", "C") or hit.after in ("of", "s"):
        return False
    article = hit.text("n").lower() in ("a", "an")
    if hit.has("w") or len(hit.text("n")) < len(hit.words.split(" ", maxsplit=1)[0]):
        return True
    if article and unit == "D":
        return hit.before in ("for", "in", "within", "than", "lasted")
    return hit.before in lexicon().cues["one"] or not article or "-" in hit.words


def _windowed(hit: Hit, ctx: Context, count: float | None, unit: str) -> Value | None:
    """A length, with its days where it ends or begins with the report's ("the past three months")."""
    value = duration(count, unit)
    base, way = ctx.published, int(hit.value("w")) if hit.has("w") else 0
    if unit == "TH" and count and count % 24 == 0:
        count, unit = count / 24, "D"
    if base is None or not way or count is None or unit.startswith("T") or hit.text("w") in ("following", "previous"):
        return length(value)
    reach = step(base, "W" if unit == "N" else unit, way * count)
    return length(value, (reach, base) if way < 0 else (base, reach), REPORT)


def bare(hit: Hit, ctx: Context) -> Value | None:
    """for years, in weeks, months of."""
    unit = hit.unit()
    if unit in ("TM", "Q") or (
        hit.before not in lexicon().cues["length"] and hit.after not in ("of", "after", "before", "ago")
    ):
        return None
    if hit.before in ("of", "than", "by") and hit.after != "of":
        return None
    return length(duration(None, unit))


def every(hit: Hit, ctx: Context) -> Value | None:
    """every Friday, each year, daily."""
    if hit.has("x"):
        return Value(str(hit.value("x")), "SET")
    if hit.has("w"):
        part = f"T{hit.value('p')}" if hit.has("p") else ""
        return Value(f"XXXX-WXX-{hit.number('w') + 1}{part}", "SET")
    if hit.has("m"):
        return Value(f"XXXX-{hit.number('m'):02}", "SET")
    if hit.has("p"):
        return Value(f"XXXX-XX-XXT{hit.value('p')}", "SET")
    if hit.has("s"):
        return Value(f"XXXX-{hit.value('s')}", "SET")
    if hit.words.startswith(("every", "each")):
        count = amount(hit.text("n")) if hit.has("n") else 2.0 if "other" in hit.words else 1.0
        return Value(duration(count, hit.unit()), "SET")
    return None
