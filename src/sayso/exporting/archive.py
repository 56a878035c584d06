"""A zip archive whose bytes depend on nothing but what is in it."""

from __future__ import annotations

from io import TextIOBase
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import IO, Self
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from sayso.errors import InputError

MEMORY = 16_000_000  # bytes kept in memory; more goes to a temporary file
THEN = (1980, 1, 1, 0, 0, 0)  # the first time that a zip archive knows
UNIX, READABLE = 3, 0o100644 << 16


class Archive:
    """Files are added one by one, and on leaving the whole goes to the bytes under a stream of text.

    They are not compressed: no two versions of a compressor need to agree on the bytes.
    """

    def __init__(self, stream: IO[str]) -> None:
        """Opens an archive for `stream`.

        Raises:
            InputError: if there are no bytes under the stream.
        """
        if not isinstance(stream, TextIOBase) or not hasattr(stream, "buffer"):
            raise InputError("this format is a zip archive: it needs a file, not a stream of text")
        self._stream: IO[str] = stream
        self._whole = SpooledTemporaryFile(max_size=MEMORY)  # noqa: SIM115 - closed on leaving
        self._zip = ZipFile(self._whole, "w", ZIP_STORED)

    def add(self, name: str, text: str) -> None:
        """A file of text as UTF-8, every code point and line end as it is."""
        info = ZipInfo(name, THEN)
        info.create_system, info.external_attr = UNIX, READABLE
        self._zip.writestr(info, text.encode("utf-8"))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()
        if kind is None:
            self._whole.seek(0)
            self._stream.flush()
            copyfileobj(self._whole, self._stream.buffer)  # type: ignore[attr-defined]
        self._whole.close()
