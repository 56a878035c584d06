"""A sentence as a report of one block of running text, and the rows of a table of cases."""

import csv
from pathlib import Path

from sayso.model.report import Block, Header, Report
from sayso.reading import Reader
from sayso.reading.draft import Draft
from sayso.reading.parsing import parse

CASES = Path(__file__).parents[2] / "cases"


def plain(text: str) -> Report:
    return Report(header=Header(id="sha256:test"), text=text, blocks=(Block(span=(0, len(text)), kind="body"),))


def read(reader: Reader, text: str) -> Draft:
    return reader.pipeline(parse(plain(text), reader.parser))


def rows(name: str) -> list[dict[str, str]]:
    with (CASES / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
