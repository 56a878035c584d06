"""`make bench`: words a second of `sayso read` and of the plain language model on the same text, in one run.

Each measurement is a process of its own; the two speeds are taken in turns and the medians compared.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.corpus import write

SAYSO = (sys.executable, "-m", "sayso")


def timed(command: tuple[str, ...]) -> tuple[float, float]:
    """(seconds, peak memory in MB of the process itself)."""
    begun = time.perf_counter()
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        process = subprocess.Popen(command, stdout=nowhere, stderr=nowhere)
        _, code, used = os.wait4(process.pid, 0)
    if code:
        raise SystemExit(f"{' '.join(command)} failed with {code}")
    return time.perf_counter() - begun, used.ru_maxrss / 1024


def read(path: Path, workers: int) -> tuple[str, ...]:
    """The command that reads a file."""
    return (*SAYSO, "read", str(path), "--json", "--workers", str(workers))


def compare(folder: Path, count: int, turns: int) -> None:
    """Words a second of the two, and their ratio."""
    corpus, one = folder / "corpus.jsonl", folder / "one.jsonl"
    words, _ = write(corpus, count), write(one, 1)
    start = min(timed(read(one, 1))[0] for _ in range(3))
    ours, theirs, memory = [], [], 0.0
    for _ in range(turns):
        seconds, memory = timed(read(corpus, 1))
        ours.append(words / (seconds - start))
        command = [sys.executable, "-m", "bench.plain", str(corpus)]
        plain = subprocess.run(command, capture_output=True, text=True, check=True)
        theirs.append(float(plain.stdout))
    two, _ = timed(read(corpus, 2))
    one_worker = words / statistics.median(ours) + start
    mine, plain_speed = statistics.median(ours), statistics.median(theirs)
    print(f"reports {count}  words {words}")
    print(f"sayso read         {mine:8.0f} words/s")
    print(f"plain pipeline     {plain_speed:8.0f} words/s")
    print(f"ratio              {mine / plain_speed:8.2f}")
    print(f"two workers        {one_worker / two:8.2f} times one (start-up included)")
    print(f"peak memory        {memory:8.0f} MB")
    print(f"one small report   {start:8.2f} s")
    print(f"sayso --help       {min(timed((*SAYSO, '--help'))[0] for _ in range(5)):8.2f} s")


def flat(folder: Path, counts: list[int]) -> None:
    """Peak memory as the number of reports grows."""
    for count in counts:
        corpus = folder / f"corpus-{count}.jsonl"
        write(corpus, count)
        print(f"memory, {count:6d} reports {timed(read(corpus, 1))[1]:6.0f} MB", flush=True)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=1000, help="how many reports (default 1000)")
    parser.add_argument("--turns", type=int, default=3, help="how often each is measured (default 3)")
    parser.add_argument("--memory", type=int, nargs="*", default=[], help="also: peak memory at these many reports")
    arguments = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory() as folder:
        compare(Path(folder), arguments.reports, arguments.turns)
        flat(Path(folder), arguments.memory)
    return 0


if __name__ == "__main__":
    sys.exit(main())
