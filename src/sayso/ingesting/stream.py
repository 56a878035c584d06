"""A stream of bytes with a name, whose head can be looked at before it is read."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO, cast

HEAD = 65_536  # bytes looked at


@dataclass(frozen=True)
class Stream:
    """Bytes to be read once. `uri` is what reports and messages call them; `size` in bytes, 0 if not known."""

    uri: str
    file: BinaryIO
    size: int = 0

    def looked_at(self) -> tuple[bytes, BinaryIO]:
        """Its first bytes, and a stream that gives all of them."""
        head = b""
        while len(head) < HEAD and (part := self.file.read(HEAD - len(head))):
            head += part
        return head, cast(BinaryIO, io.BufferedReader(_Rejoined(head, self.file), HEAD))


class _Rejoined(io.RawIOBase):
    """A head that was read, and the rest of its stream."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        target = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        part, self._head = self._head[: len(target)], self._head[len(target) :]
        if not part:
            part = self._rest.read(len(target))
        target[: len(part)] = part
        return len(part)


def whole(file: BinaryIO, limit: int) -> bytes | None:
    """All bytes of a stream; None if there are more than `limit`."""
    parts: list[bytes] = []
    left = limit + 1
    while left > 0 and (part := file.read(min(left, 1 << 20))):
        parts.append(part)
        left -= len(part)
    return None if left <= 0 else b"".join(parts)


def first_line(lines: Iterable[bytes]) -> bytes:
    """The first line that is not blank."""
    return next((line for line in lines if line.strip()), b"")
