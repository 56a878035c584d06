"""What it costs to know who, where and when: `python -m bench.grounding [--reports N] [--no-build]`.

The gazetteer's making, opening and size; the memory of names, times, places and actors above that of the language
model, and their time beside tagging and parsing. Each measurement is a process of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

GROUNDING = ("names", "times", "places", "actors")
BOUNDS = {"build_s": 60.0, "open_ms": 50.0, "size_mb": 120.0, "memory_mb": 400.0, "time_percent": 40.0}
"""what may not be exceeded"""


def build(_: int) -> dict[str, float]:
    """Seconds to make the gazetteer in an empty folder, and its size."""
    from sayso.knowledge.gazetteer.build import built

    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        path = built(Path(folder))
        return {"build_s": time.perf_counter() - begun, "size_mb": path.stat().st_size / 1e6}


def opening(_: int) -> dict[str, float]:
    """Milliseconds to open the gazetteer that is there and to ask it once."""
    from sayso.knowledge.gazetteer import gazetteer

    begun = time.perf_counter()
    found = gazetteer().named("Tripoli")
    return {"open_ms": 1e3 * (time.perf_counter() - begun), "found": len(found)}


def reading(count: int, stages: tuple[str, ...]) -> dict[str, float]:
    """Peak memory in MB after so many reports, and seconds of processor time: parsing, and the stages named."""
    from bench.corpus import texts
    from sayso.ingesting import from_text
    from sayso.reading.parsing import parse, spacy_parser
    from sayso.reading.stages import stages as all_stages

    parser, steps = spacy_parser(), [s for s in all_stages(tagged=False) if s.writes in stages]
    parsing = grounding = 0.0
    for text in texts(count):
        begun = time.process_time()
        draft = parse(from_text(text, published="2020-03-10"), parser)
        parsing += time.process_time() - begun
        begun = time.process_time()
        for step in steps:
            draft = draft.with_layer(step.writes, step(draft))
        grounding += time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"peak_mb": peak, "parsing_s": parsing, "grounding_s": grounding}


PARTS: dict[str, Callable[[int], dict[str, float]]] = {
    "build": build,
    "open": opening,
    "model": lambda count: reading(count, ()),
    "grounding": lambda count: reading(count, GROUNDING),
}


def measured(part: str, count: int) -> dict[str, float]:
    """One of the parts in a process of its own."""
    command = [sys.executable, "-m", "bench.grounding", "--part", part, "--reports", str(count)]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def figures(count: int, building: bool) -> dict[str, float]:
    """All figures by the names in `BOUNDS`; the best of three for the opening, as the first may find a cold disk."""
    found = measured("build", count) if building else {}
    found["open_ms"] = min(measured("open", count)["open_ms"] for _ in range(3))
    plain, whole = measured("model", count), measured("grounding", count)
    found["memory_mb"] = whole["peak_mb"] - plain["peak_mb"]
    warm = measured("grounding", count // 4)  # what is paid once, the loading of the base, is taken away
    spent = {name: whole[name] - warm[name] for name in ("grounding_s", "parsing_s")}
    found["time_percent"] = 100 * spent["grounding_s"] / spent["parsing_s"]
    return found


def main() -> int:
    """Measure and print; exit code 1 if a bound is exceeded."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=200, help="how many reports (default 200)")
    parser.add_argument("--no-build", action="store_true", help="leave the making of the gazetteer out")
    parser.add_argument("--part", choices=sorted(PARTS), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.part:
        print(json.dumps(PARTS[given.part](given.reports)))
        return 0
    found = figures(given.reports, not given.no_build)
    for name, value in found.items():
        print(f"{name:14s} {value:8.1f}   at most {BOUNDS[name]:.0f}")
    return 1 if any(value > BOUNDS[name] for name, value in found.items()) else 0


if __name__ == "__main__":
    sys.exit(main())
