"""Zip files: members in the order of their names, one at a time; a zip inside a zip is opened once, not deeper."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from sayso.ingesting.stream import Stream
from sayso.model.report import Reject

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
_BAD = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


def members(uri: str, file: BinaryIO) -> Iterator[Stream | Reject]:
    """The files of a zip as streams, "!member" after its `uri`; folders and hidden files are left out."""
    try:
        archive = zipfile.ZipFile(file)
    except _BAD as error:
        yield Reject(uri=uri, code="broken", detail=f"not a whole zip file: {error}")
        return
    with archive:
        listed = sorted((i for i in archive.infolist() if not i.is_dir() and not hidden(i.filename)), key=_name)
        if not listed:
            yield Reject(uri=uri, code="empty", detail="a zip file without files")
        for info in listed:
            at = f"{uri}!{info.filename}"
            try:
                opened = archive.open(info)
            except _BAD as error:
                yield Reject(uri=at, code="broken", detail=f"cannot be unpacked: {error}", size=info.file_size)
                continue
            with opened:
                yield Stream(at, cast(BinaryIO, opened), info.file_size)


def hidden(path: str) -> bool:
    """Whether a path has a hidden part (".git/x", "__MACOSX/x"). "." and ".." are not hidden."""
    return any(part == "__MACOSX" or (part.startswith(".") and part.strip(".")) for part in path.split("/"))


def _name(info: zipfile.ZipInfo) -> str:
    return info.filename
