"""Reports to measure with: the demo's own paragraphs, put together anew so that no two reports are the same text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

from sayso.ingesting import ingest
from sayso.model.report import Report

PARAGRAPHS = 9


def paragraphs() -> list[str]:
    """The body paragraphs of the demo's reports."""
    with as_file(files("sayso").joinpath("data", "demo")) as folder:
        reports = [r for r in ingest([folder]) if isinstance(r, Report)]
    return [r.text[b.span[0] : b.span[1]] for r in reports for b in r.blocks if b.kind == "body" and b.same_as is None]


def texts(count: int) -> Iterator[str]:
    """`count` texts of nine paragraphs, each drawn by a fixed rule and headed by a line of its own."""
    pool = paragraphs()
    for n in range(count):
        drawn = [pool[(n * 7919 + k * 104729 + (n // len(pool)) * k) % len(pool)] for k in range(PARAGRAPHS)]
        yield f"Bulletin number {n} of the week\n\n" + "\n\n".join(drawn) + "\n"


def write(path: Path, count: int) -> int:
    """Write them as JSON Lines with a date each; the number of words."""
    words = 0
    with path.open("w", encoding="utf-8") as out:
        for n, text in enumerate(texts(count)):
            words += len(text.split())
            row = {"text": text, "published": f"2020-{1 + n % 6:02d}-{1 + n % 28:02d}", "publisher": f"Outlet {n % 5}"}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return words
