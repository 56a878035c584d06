"""The text of a file that may be packed, line by line."""

from __future__ import annotations

import bz2
import gzip
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO, TextIO, cast

from sayso.errors import InputError

_TEXTS = (".txt", ".csv", ".tsv", ".json", ".geojson", ".jsonl", ".ndjson")


@contextmanager
def opened(path: Path) -> Iterator[TextIO]:
    """The text, unpacked if the file is .gz, .bz2 or a .zip with one text in it besides a readme.

    Raises:
        InputError: if it cannot be read, is no UTF-8 text, or a zip archive holds several texts.
    """
    try:
        with path.open("rb") as raw:
            yield io.TextIOWrapper(cast(BinaryIO, _unpacked(path, raw)), "utf-8-sig", newline="")
    except (OSError, EOFError, zipfile.BadZipFile) as error:
        raise InputError(f"{path}: cannot be read ({getattr(error, 'strerror', None) or error})") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: no UTF-8 text ({error.reason} at byte {error.start} of a part)") from error


def _unpacked(path: Path, raw: BinaryIO) -> IO[bytes] | io.BufferedIOBase:
    if path.suffix == ".gz":
        return gzip.open(raw)
    if path.suffix == ".bz2":
        return bz2.open(raw)
    if path.suffix != ".zip":
        return raw
    archive = zipfile.ZipFile(raw)
    texts = [n for n in archive.namelist() if n.lower().endswith(_TEXTS) and "readme" not in n.lower()]
    if len(texts) != 1:
        listed = ", ".join(texts[:5]) or "none"
        raise InputError(f"{path}: one text is wanted in the archive, it has {len(texts)} ({listed}): unpack it first")
    return archive.open(texts[0])
