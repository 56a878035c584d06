"""What each stage of reading costs beside tagging and parsing the same text: `python -m bench.stages [--reports N]`.

Processor time of one process, the parts of each report one after the other, so that all are measured in one run.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter

from bench.corpus import texts
from sayso.ingesting import from_text
from sayso.model.report import Report
from sayso.reading.parsing import parse, spacy_parser
from sayso.reading.stages import stages

PARSE = "tagging and parsing"


def measured(reports: list[Report], tagged: bool) -> tuple[Counter[str], int]:
    """Seconds of processor time by stage, and how many words were read."""
    spent: Counter[str] = Counter()
    words, parser, steps = 0, spacy_parser(), stages(tagged)
    for report in reports:
        begun = time.process_time()
        draft = parse(report, parser)
        spent[PARSE] += time.process_time() - begun
        words += len(draft.words)
        for stage in steps:
            begun = time.process_time()
            draft = draft.with_layer(stage.writes, stage(draft))
            spent[stage.writes] += time.process_time() - begun
    return spent, words


def table(reports: list[Report], tagged: bool) -> None:
    """Print microseconds a word and the share of tagging and parsing."""
    measured(reports[:20], tagged)
    spent, words = measured(reports, tagged)
    print(f"{'with the tagger' if tagged else 'rules alone'}: {len(reports)} reports, {words} words")
    for name, seconds in spent.items():
        print(f"  {name:20s} {1e6 * seconds / words:6.1f} µs a word {100 * seconds / spent[PARSE]:6.1f} %")


def main() -> int:
    """Measure and print; numpy's products in one thread, as the command has them (idle threads would be counted)."""
    if "OPENBLAS_NUM_THREADS" not in os.environ:
        os.environ["OPENBLAS_NUM_THREADS"] = "1"
        os.execv(sys.executable, [sys.executable, "-m", "bench.stages", *sys.argv[1:]])  # numpy has read it already
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=200, help="how many reports (default 200)")
    given = parser.parse_args()
    reports = [from_text(text, published="2020-03-10") for text in texts(given.reports)]
    for tagged in (True, False):
        table(reports, tagged)
    return 0


if __name__ == "__main__":
    sys.exit(main())
