"""JSON Lines: every reading, as `sayso read` prints it."""

from __future__ import annotations

from typing import IO

import msgspec

from sayso.exporting.source import Source


def write_jsonl(source: Source, stream: IO[str]) -> int:
    """One reading a line, by day and id; the number of lines."""
    count = 0
    for reading in source.readings():
        stream.write(msgspec.json.encode(reading).decode() + "\n")
        count += 1
    return count
