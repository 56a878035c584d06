"""Formats that a database is written in. A new one: a file in this room and a line in `FORMATS`."""

from collections.abc import Callable, Mapping
from typing import IO

from sayso.exporting.jsonl import write_jsonl
from sayso.exporting.polecat import write_polecat
from sayso.exporting.sheets import write_csv, write_records_csv
from sayso.exporting.source import Source, Told

FORMATS: Mapping[str, Callable[[Source, IO[str]], int]] = {
    "jsonl": write_jsonl,
    "csv": write_csv,
    "records-csv": write_records_csv,
    "polecat": write_polecat,
}

__all__ = ["FORMATS", "Source", "Told"]
