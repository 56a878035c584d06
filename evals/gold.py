"""Shared by the runners: gold rows in, predictions out, one command line for all."""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any


def rows(path: str | Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file, .gz or plain."""
    named = Path(path)
    zipped = named.suffix == ".gz"
    with gzip.open(named, "rt", encoding="utf-8") if zipped else named.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def write(path: str | Path, predictions: Iterable[dict[str, Any]]) -> int:
    """Write predictions as JSON Lines; how many."""
    count = 0
    with Path(path).open("w", encoding="utf-8") as out:
        for prediction in predictions:
            out.write(json.dumps(prediction, ensure_ascii=False) + "\n")
            count += 1
    return count


def arguments(about: str) -> argparse.ArgumentParser:
    """A parser with the two arguments that every runner takes."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("gold", help="gold file, .jsonl or .jsonl.gz")
    parser.add_argument("--predictions", required=True, help="where the predictions go, JSON Lines")
    return parser
