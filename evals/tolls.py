"""Are the dead and the wounded of incidents counted right? `python -m evals.tolls GOLD --predictions PREDICTED`.

PREDICTED is what `evals.incidents` wrote. Incidents are aligned within a report by kind; of several of one kind the one
that shares most victims. An incident counts where the key gives a whole number for each victim that died (was hurt).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from evals.gold import arguments, rows

EFFECTS = {"dead": "DEATH", "wounded": "INJURY"}
_NAMES = re.compile(r'"((?:\\"|[^"])+)"')


def harmed(template: dict[str, Any], effect: str) -> int | None:
    """How many suffered an effect by the key; None where it gives no whole number for each."""
    numbers: dict[str, int | None] = {}
    for line in template.get("HUM TGT: NUMBER", []):
        said = line.split(":")[0].strip().lstrip("? ")
        for name in _NAMES.findall(line):
            numbers[name] = int(said) if said.isdigit() else None
    total, found = 0, False
    for line in template.get("HUM TGT: EFFECT OF INCIDENT", []):
        if not line.lstrip("? ").startswith(effect):
            continue
        names = [n for n in _NAMES.findall(line) if n in numbers]
        if not names or numbers[names[0]] is None:
            return None
        total, found = total + (numbers[names[0]] or 0), True
    return total if found else None


def aligned(templates: Sequence[dict[str, Any]], told: Sequence[dict[str, Any]]) -> Iterator[tuple[Any, Any]]:
    """Pairs of a key and what was read, of the same kind."""
    free = list(told)
    for template in templates:
        kind = template["INCIDENT: TYPE"][0].split(" / ")[0].lstrip("? ")
        names = " ".join(template.get("HUM TGT: NAME", []) + template.get("HUM TGT: DESCRIPTION", []))
        same = [p for p in free if p["type"] == kind]
        if same:
            best = max(same, key=lambda p: sum(v.split()[-1] in names for v in p["victims"]))
            free.remove(best)
            yield template, best


def main() -> None:
    """Count and print."""
    options = arguments(__doc__ or "").parse_args()
    predicted = {row["id"]: row["incidents"] for row in rows(options.predictions)}
    count: Counter[tuple[str, str]] = Counter()
    for row in rows(options.gold):
        for template, told in aligned(row["templates"], predicted.get(row["id"], [])):
            for name, effect in EFFECTS.items():
                wanted = harmed(template, effect)
                if wanted is not None:
                    count[name, "all"] += 1
                    count[name, "right"] += told.get(name) == wanted
    for name in EFFECTS:
        share = 100 * count[name, "right"] / max(1, count[name, "all"])
        print(f"{name} right {share:.1f}% of {count[name, 'all']} aligned incidents whose key has a number")


if __name__ == "__main__":
    main()
