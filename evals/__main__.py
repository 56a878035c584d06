"""`python -m evals --shared ../shared`: every runner on its gold set, scored by the set's own scorer, as one table.

Writes evals/figures.md (what was measured) and fails if a figure falls below its floor in evals/floors.tsv.
"""

from __future__ import annotations

import argparse
import csv
import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from evals.gold import rows, write

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Run:
    """One gold file with its runner and scorer; `figure` finds the number to watch in what the scorer prints.

    Without a `scorer` it is the runner that prints the figures. `part`: only rows whose id starts so are measured (the
    rest was trained with).
    """

    name: str
    runner: str
    scorer: str
    gold: str
    figure: str
    options: tuple[str, ...] = ()
    part: str = ""


def _places(name: str) -> tuple[Run, Run]:
    gold = f"places/{name}-dev.jsonl.gz"
    return (
        Run(f"places/{name} given spans", "places", "places", gold, r"within 161 km ([\d.]+)", ("--given-spans",)),
        Run(f"places/{name} end to end", "places", "places", gold, r"within 161 km ([\d.]+)"),
    )


F1 = r"F1\s+([\d.]+)"
ACCURACY, PEARSON, VALUE = r"counted too ([\d.]+)", r"Pearson r ([\d.-]+)", rf"value .*{F1}"
# The judge was trained on these two: `python -m training.events --folds` tells how it does on sentences it has not seen
PLOVER, CASE, RULES = "events/plover-train.jsonl", "events/case2021-dev.jsonl", ("--reader", "rules")
MUC = "events/muc4-dev.jsonl.gz"
POLNEAR = "statements/polnear-dev.jsonl.gz"
SPEAKER = rf"content \+ speaker   .*{F1}"


def _run(runner: str, gold: str, figure: str) -> Run:
    return Run(f"{runner}/{gold.split('/')[1].split('.', maxsplit=1)[0]}", runner, runner, gold, figure)


RUNS = (
    _run("statements", POLNEAR, SPEAKER),
    Run("statements/polnear-dev rules alone", "statements", "statements", POLNEAR, SPEAKER, RULES),
    Run("event_types/plover-train rules alone", "event_types", "event_types", PLOVER, r"macro-F1 ([\d.]+)", RULES),
    Run("snippets/case2021-dev rules alone", "snippets", "snippets", CASE, r"weighted F1 ([\d.]+)", RULES),
    Run("incidents/muc4-dev TST", "incidents", "incidents", MUC, rf"five roles.*{F1}", part="TST"),
    *_places("lgl"),
    *_places("trnews"),
    *_places("geowebnews"),
    *_places("geovirus"),
    Run("stance/directed-stance-valid", "stance", "", "actors/directed-stance-valid.jsonl.gz", r"macro-F1 ([\d.]+)"),
    Run("coreference/gum-news", "coreference", "", "actors/gum-news", r"CoNLL F1 ([\d.]+)"),
    _run("event_places", "places/event-place-train.jsonl.gz", ACCURACY),
    _run("times", "times/timebank.jsonl.gz", VALUE),
    _run("times", "times/aquaint.jsonl.gz", VALUE),
    _run("times", "times/wikiwars-dev.jsonl.gz", VALUE),
    _run("records", "records/ecbplus-dev.jsonl.gz", r"CoNLL F1 ([\d.]+)"),
    _run("factuality", "statements/factuality-uw-dev.jsonl.gz", PEARSON),
    _run("factuality", "statements/factuality-meantime-dev.jsonl.gz", PEARSON),
    _run("factuality", "statements/factuality-uds-dev.jsonl.gz", PEARSON),
)


def floors() -> dict[str, float]:
    """Run -> the least that its figure may be."""
    with (HERE / "floors.tsv").open(encoding="utf-8") as lines:
        return {row["run"]: float(row["floor"]) for row in csv.DictReader(lines, delimiter="\t")}


def measure(run: Run, shared: Path, folder: Path) -> tuple[float, float, str]:
    """(figure, seconds, all that the scorer printed)."""
    gold, out = shared / "data" / run.gold, folder / "predictions.jsonl"
    if run.part:
        kept = [row for row in rows(gold) if row["id"].startswith(run.part)]
        gold = folder / "part.jsonl"
        write(gold, kept)
    begun = time.perf_counter()
    runner = [sys.executable, "-m", f"evals.{run.runner}", str(gold), "--predictions", str(out), *run.options]
    printed = subprocess.run(runner, check=True, stdout=subprocess.PIPE, text=True).stdout
    seconds = time.perf_counter() - begun
    if run.scorer:
        scorer = [sys.executable, str(shared / "score" / f"{run.scorer}.py"), str(gold), str(out)]
        printed = subprocess.run(scorer, check=True, capture_output=True, text=True).stdout
    found = re.search(run.figure, printed)
    if found is None:
        raise SystemExit(f"{run.name}: the scorer printed no figure like {run.figure}:\n{printed}")
    return float(found.group(1)), seconds, printed


def main() -> int:
    """Measure, print, write the table; 1 if a figure is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder with data/ and score/")
    parser.add_argument("--only", default="", help="only runs whose name contains this")
    arguments = parser.parse_args()
    if not (arguments.shared / "score").is_dir():
        print(f"no gold sets at {arguments.shared}: nothing to measure (name their folder with --shared)")
        return 0
    least, below, table = floors(), [], ["| set | figure | floor | seconds |", "|---|---|---|---|"]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SAYSO_HOME"] = folder  # nobody's own actors and places have a part in the figures
        for run in (r for r in RUNS if arguments.only in r.name):
            figure, seconds, printed = measure(run, arguments.shared, Path(folder))
            print(f"== {run.name}\n{printed}", flush=True)
            table.append(f"| {run.name} | {figure:g} | {least.get(run.name, 0):g} | {seconds:.0f} |")
            if figure < least.get(run.name, 0):
                below.append(f"{run.name}: {figure} is below the floor {least[run.name]}")
    print("\n".join(table))
    if not arguments.only:
        (HERE / "figures.md").write_text("# Figures on the dev data\n\n" + "\n".join(table) + "\n", "utf-8")
    for line in below:
        print(line, file=sys.stderr)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
