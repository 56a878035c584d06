"""The yardstick: the language model with everything it has (tagger, parser, names), on the same paragraphs."""

from __future__ import annotations

import json
import sys
import time
from importlib import import_module
from pathlib import Path


def main() -> None:
    """Print words a second over the file named by the first argument, model loading not counted."""
    from sayso.reading.parsing import DEFAULT_MODEL

    nlp = import_module(DEFAULT_MODEL).load()
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        pieces = [p for line in lines for p in json.loads(line)["text"].split("\n") if p.strip()]
    list(nlp.pipe(pieces[:64], batch_size=64))
    begun = time.perf_counter()
    for _ in nlp.pipe(pieces, batch_size=64):
        pass
    print(sum(len(p.split()) for p in pieces) / (time.perf_counter() - begun))


if __name__ == "__main__":
    main()
