"""Names of inputs to streams: files, folders (walked in the order of names), and "-" for standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from sayso.ingesting.archive import hidden
from sayso.ingesting.formats import outcomes
from sayso.ingesting.options import Options
from sayso.ingesting.records import Outcome
from sayso.ingesting.stream import Stream
from sayso.model.report import Reject


def ingest(
    inputs: Iterable[str | Path], options: Options | None = None, stdin: BinaryIO | None = None
) -> Iterator[Outcome]:
    """The reports of all inputs, in order, one at a time, and a `Reject` for whatever is refused.

    Files may be plain text, HTML, JSON, JSON Lines, any of them packed with gzip, or a zip of such files. A folder
    is walked in the order of names; hidden files are left out. A report's `uri` is the path as given, with "!member"
    in a zip and "#line" in JSON Lines, unless the record names its own. Nothing is raised for a bad input.

    Args:
        inputs: paths of files and folders; "-" is standard input.
        options: how they are taken.
        stdin: what "-" reads; None: the process's standard input.
    """
    wanted = options or Options()
    for given in inputs:
        name = str(given)
        if name == "-":
            yield from outcomes(Stream("-", stdin or sys.stdin.buffer), wanted)
        else:
            yield from _path(name, wanted)


def _path(name: str, options: Options) -> Iterator[Outcome]:
    if Path(name).is_dir():
        yield from _folder(name, options)
        return
    try:
        file = Path(name).open("rb")  # noqa: SIM115 - closed below
    except (OSError, ValueError) as error:
        yield Reject(uri=_shown(name), code="unreadable", detail=_why(error))
        return
    with file:
        yield from outcomes(Stream(_shown(name), file, os.fstat(file.fileno()).st_size), options)


def _folder(name: str, options: Options) -> Iterator[Outcome]:
    found = False
    for path in _walk(name):
        found = True
        yield from (path,) if isinstance(path, Reject) else _path(path, options)
    if not found:
        yield Reject(uri=_shown(name), code="empty", detail="a folder without files")


def _walk(folder: str) -> Iterator[str | Reject]:
    """Paths of all files below `folder`, sorted folder by folder. Links to folders may turn back: not followed."""
    try:
        with os.scandir(folder) as entries:
            listed = sorted((e.name, e.is_dir(follow_symlinks=False), e.is_dir()) for e in entries)
    except OSError as error:
        yield Reject(uri=_shown(folder), code="unreadable", detail=_why(error))
        return
    for name, real_folder, folder_at_all in listed:
        path = f"{folder.rstrip('/')}/{name}"
        if hidden(name) or (folder_at_all and not real_folder):
            continue
        yield from _walk(path) if real_folder else (path,)


def _shown(path: str) -> str:
    """A path as it can be stored: bytes that are no UTF-8 become "?"."""
    return path.encode("utf-8", "replace").decode()


def _why(error: OSError | ValueError) -> str:
    return (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)
