"""Run every example of README.md and write what it prints back. `--check` fails if one prints something else.

A ```console block holds `$ command` lines, each followed by its output; what a ```python block prints stands in the
```text block after it. All run in the order of the page in one new folder beside a copy of the demo's reports, so that
later examples use what earlier ones made. The figures between the markers come from `evals/`.
"""

from __future__ import annotations

import csv
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "README.md"
EVALS = ROOT / "evals"
DEMO = ROOT / "src" / "sayso" / "data" / "demo"
BLOCK = re.compile(
    r"```console\n(?P<console>.*?)```\n"
    r"|```python\n(?P<python>.*?)```\n(?:\n```text\n.*?```\n)?"
    r"|<!-- figures -->\n(?P<figures>.*?)<!-- /figures -->\n",
    re.DOTALL,
)
RECORD = re.compile(r"\bE[0-9a-f]{12}\b")
SETTINGS = {"COLUMNS": "100", "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "TERM": "dumb"}
MEASURED = {
    "statements": "words attributed, with the right speaker: F1",
    "event_types": "type of an event whose place in the text is given: macro-F1",
    "snippets": "kind of event in a passage: weighted F1",
    "incidents": "the five roles of an incident: F1",
    "places": "names put within 161 km of the right place: %",
    "event_places": "place of an event: %",
    "times": "times found, with the right value: F1",
    "records": "the same happening across reports: CoNLL F1",
    "factuality": "how certain an event is: Pearson's r",
    "coreference": "who is who within a report: CoNLL F1",
}
"""runner -> what its figure says, for people"""


@dataclass(frozen=True)
class Example:
    """A stretch of the page that is made by running something, as it stands and as it should."""

    name: str
    old: str
    new: str


@dataclass(frozen=True)
class Desk:
    """Where examples run. `renewed`: ids of records that older output named, to the ids that they have now."""

    folder: Path
    renewed: dict[str, str] = field(default_factory=dict)

    def console(self, body: str) -> str:
        """A console block's lines, with what its commands print now."""
        lines: list[str] = []
        for old in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
            command, _, before = old.partition("\n")
            command = RECORD.sub(lambda found: self.renewed.get(found[0], found[0]), command)
            output = self.output(command, ["bash", "-c", command])
            self.renew(before, output)
            lines += [f"$ {command}\n", output]
        return "".join(lines)

    def renew(self, before: str, now: str) -> None:
        """Remembers the id of a record listed alone if it has changed: later commands name the record by it."""
        old, new = set(RECORD.findall(before)), set(RECORD.findall(now))
        if len(old) == len(new) == 1:
            self.renewed[old.pop()] = new.pop()

    def output(self, name: str, command: list[str]) -> str:
        """What a command prints on standard output, without blanks at the ends of lines.

        Raises:
            SystemExit: if the command fails, or prints a path of this machine.
        """
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        environment = {**os.environ, **SETTINGS, "PATH": path, "SAYSO_HOME": str(self.folder / "home")}
        done = subprocess.run(
            command, cwd=self.folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
        printed = "".join(f"{line.rstrip()}\n" for line in done.stdout.decode().splitlines())
        if done.returncode:
            raise SystemExit(f"{name}\nends with exit code {done.returncode}:\n{done.stderr.decode()}")
        if any(str(place) in printed for place in (self.folder, ROOT, Path.home())):
            raise SystemExit(f"{name}\nprints a path of this machine")
        return printed


def examples(page: str) -> Iterator[Example]:
    """All examples of the page, run one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(DEMO, Path(folder) / "reports")
        desk = Desk(Path(folder))
        for block in BLOCK.finditer(page):
            if block["figures"] is not None:
                yield Example("the figures", block[0], f"<!-- figures -->\n{figures()}<!-- /figures -->\n")
            elif block["console"] is not None:
                first = block["console"].partition("\n")[0]
                yield Example(first, block[0], f"```console\n{desk.console(block['console'])}```\n")
            else:
                printed = desk.output("the Python example", [sys.executable, "-c", block["python"]])
                new = f"```python\n{block['python']}```\n\n```text\n{printed}```\n"
                yield Example("the Python example", block[0], new)


def figures(folder: Path = EVALS) -> str:
    """The table of figures: as last measured, else the floors that are kept, else where they come from."""
    rows = list(_measured(folder / "figures.md")) or list(_floors(folder / "floors.tsv"))
    if not rows:
        return "No figures are kept in this copy yet; `make eval` measures them.\n"
    lines = [f"| {name} | {MEASURED.get(name.split('/')[0], 'score')} | {value} |" for name, value in rows]
    return "\n".join(["| gold set | what is scored | sayso |", "|---|---|---|", *lines, ""])


def _measured(page: Path) -> Iterator[tuple[str, str]]:
    for line in page.read_text("utf-8").splitlines() if page.exists() else ():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and "/" in cells[0]:
            yield cells[0], cells[1]


def _floors(table: Path) -> Iterator[tuple[str, str]]:
    with table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            yield row["run"], f"at least {row['floor']}"


def stale(page: str) -> Iterator[str]:
    """For each example that prints something else than the page says: its name and the difference."""
    for example in examples(page):
        if example.old != example.new:
            lines = (example.old.splitlines(), example.new.splitlines())
            yield "\n".join([example.name, *difflib.unified_diff(*lines, "README.md", "now", lineterm="", n=0)])


def written(page: str) -> str:
    """The page with the output that its examples have now."""
    done, end = [], 0
    for example in examples(page):
        begin = page.index(example.old, end)
        done += [page[end:begin], example.new]
        end = begin + len(example.old)
    return "".join([*done, page[end:]])


def run() -> int:
    """Write the page, or with --check name the first example that differs."""
    page = PAGE.read_text("utf-8")
    if "--check" in sys.argv:
        first = next(stale(page), None)
        if first is not None:
            print(f"README.md is not what its examples print: run `make docs`\n{first}", file=sys.stderr)
        return 1 if first else 0
    new = written(page)
    if new != page:
        PAGE.write_text(new, "utf-8")
        print("wrote README.md")
    return 0


if __name__ == "__main__":
    sys.exit(run())
