"""Compiled knowledge: JSON and TSV files that `make data` writes into the package from `resources/`."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import msgspec

from sayso.errors import KnowledgeError
from sayso.knowledge.own.home import actors_mark

T = TypeVar("T")


@cache
def raw(name: str) -> bytes:
    """The bytes of a compiled file, by its path below the package's data ("lexicons/cues.json").

    Raises:
        KnowledgeError: if the package does not carry the file.
    """
    try:
        return files("sayso").joinpath("data", *name.split("/")).read_bytes()
    except FileNotFoundError:
        raise KnowledgeError(f"data/{name} is not in the package: run `make data`") from None


def load(name: str, form: type[T]) -> T:
    """A compiled JSON file as typed values.

    Raises:
        KnowledgeError: if the file is missing or does not have the form; names the place in it.
    """
    try:
        return msgspec.json.decode(raw(name), type=form)
    except msgspec.ValidationError as error:
        raise KnowledgeError(f"data/{name}: {error}") from error


def rows(name: str) -> list[dict[str, str]]:
    """A compiled TSV file with a header line, as dictionaries."""
    lines = raw(name).decode("utf-8").splitlines()
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


def lines(name: str) -> list[str]:
    """A compiled text file, a value a line."""
    return [line for line in raw(name).decode("utf-8").splitlines() if line]


def fingerprint() -> str:
    """A hash of all compiled knowledge, and the mark of the user's own: two readers with the same one know the same."""
    own = actors_mark()
    return f"{_packaged()}+{own}" if own else _packaged()


@cache
def _packaged() -> str:
    digest = hashlib.sha256()
    for path in sorted(_walk(files("sayso").joinpath("data")), key=lambda found: found[0]):
        digest.update(path[0].encode() + b"\0" + path[1].read_bytes() + b"\0")
    return f"sha256:{digest.hexdigest()}"


def _walk(folder: Any, prefix: str = "") -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for item in folder.iterdir():
        if item.is_dir():
            if item.name not in ("demo", "__pycache__"):
                found += _walk(item, f"{prefix}{item.name}/")
        elif item.name.endswith((".json", ".tsv", ".txt")):
            found.append((prefix + item.name, item))
    return found
