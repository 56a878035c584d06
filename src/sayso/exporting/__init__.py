"""Formats that a database is written in. A new one: a file in this room and a line in `FORMATS`."""

from collections.abc import Callable, Mapping
from typing import IO

from sayso.exporting.annotations import write_annotations
from sayso.exporting.brat import write_brat
from sayso.exporting.conll import write_conll
from sayso.exporting.jsonl import write_jsonl
from sayso.exporting.polecat import write_polecat
from sayso.exporting.prov import write_prov
from sayso.exporting.schemaorg import write_schema_org
from sayso.exporting.sheets import write_csv, write_records_csv
from sayso.exporting.source import Source, Told

FORMATS: Mapping[str, Callable[[Source, IO[str]], int]] = {
    "jsonl": write_jsonl,
    "csv": write_csv,
    "records-csv": write_records_csv,
    "polecat": write_polecat,
    "web-annotation": write_annotations,
    "schema-org": write_schema_org,
    "prov": write_prov,
    "brat": write_brat,
    "conll": write_conll,
}
ARCHIVES = frozenset({"brat"})
"""Formats of several files: what they write is a zip archive, to the bytes under the stream."""
UNITS: Mapping[str, str] = {
    "jsonl": "readings",
    "web-annotation": "annotations",
    "schema-org": "statements",
    "prov": "readings",
    "brat": "reports",
    "conll": "tokens",
}
"""What a format is counted in, if not in rows."""

__all__ = ["ARCHIVES", "FORMATS", "UNITS", "Source", "Told"]
