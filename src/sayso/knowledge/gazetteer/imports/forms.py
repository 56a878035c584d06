"""The forms in which places come, and the way of a file into the user's folder of places."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from sayso.errors import InputError, KnowledgeError, OptionError
from sayso.knowledge.gazetteer.imports import geonames, ourairports, table, whosonfirst
from sayso.knowledge.gazetteer.own import Head, written
from sayso.knowledge.gazetteer.row import OWN, Row
from sayso.knowledge.gazetteer.units import countries
from sayso.knowledge.own.home import places_folder, renew

Reads = Callable[[Path, Callable[[str], str | None], str], Iterator[Row | None]]
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Form(NamedTuple):
    """How a file is read, and what its publisher asks for."""

    read: Reads
    licence: str
    credit: str


FORMS = {
    "geonames": Form(geonames.geonames, geonames.LICENCE, geonames.CREDIT),
    "wof": Form(whosonfirst.whosonfirst, whosonfirst.LICENCE, whosonfirst.CREDIT),
    "ourairports": Form(ourairports.ourairports, ourairports.LICENCE, ourairports.CREDIT),
    "csv": Form(table.table, "the user's own", "the user's own table"),
}


class Imported(NamedTuple):
    """A table written: its file, how many places it has, and how many lines of the input gave none."""

    path: Path
    places: int
    left_out: int


def import_places(
    file: Path,
    form: str,
    name: str | None = None,
    only: Collection[str] = (),
    licence: str | None = None,
    credit: str | None = None,
) -> Imported:
    """Read places and keep them as a table of the user's. An older table of the same name is replaced.

    Args:
        file: what is read; .gz, .bz2 and .zip are unpacked.
        form: one of `FORMS`.
        name: of the table; as the file's if not given.
        only: countries by three letters; others are left out.
        licence: of the data, where it is not its publisher's usual one.
        credit: that the data asks for, likewise.

    Raises:
        OptionError: if the form is not known; names the choices.
        InputError: if the file or a line of it is wrong, or it gives no place at all.
        KnowledgeError: if the table cannot be written, or cannot be named so.
    """
    if form not in FORMS:
        raise OptionError("form of places", form, FORMS)
    called = name or re.sub(r"[^a-z0-9]+", "-", file.name.split(".")[0].lower()).strip("-")
    if not _NAME.fullmatch(called):
        raise KnowledgeError(f"{called!r} cannot name a table: small letters and digits, hyphens between them")
    how, path = FORMS[form], places_folder() / f"{called}.tsv"
    tally = _Tally(only)
    rows = tally.kept(how.read(file, _lands(), OWN + called))
    with file.open("rb") as raw:
        mark = hashlib.file_digest(raw, "sha256").hexdigest()
    head = Head(
        form=form, licence=licence or how.licence, credit=credit or how.credit, read=f"{file.name} sha256:{mark}"
    )
    try:
        first = next(rows, None)
        if first is None:
            raise InputError(f"{file}: no place in it that sayso could use, read as {form}")
        count = written(path, head, _chained(first, rows))
    except OSError as error:
        raise KnowledgeError(f"{path}: places cannot be kept there ({error.strerror or error})") from error
    finally:
        path.with_suffix(".part").unlink(missing_ok=True)
    renew()
    return Imported(path, count, tally.left_out)


class _Tally:
    def __init__(self, only: Collection[str]) -> None:
        self.only, self.left_out = frozenset(only), 0

    def kept(self, rows: Iterator[Row | None]) -> Iterator[Row]:
        for row in rows:
            if row is None or (self.only and row.country not in self.only):
                self.left_out += 1
            else:
                yield row


def _chained(first: Row, rest: Iterator[Row]) -> Iterator[Row]:
    yield first
    yield from rest


def _lands() -> Callable[[str], str | None]:
    """From two letters, three letters or the English name to the three letters; None if it is no country."""
    known: dict[str, str] = {}
    for iso2, land in countries().items():
        known |= {iso2.lower(): land.iso3, land.iso3.lower(): land.iso3, land.name.lower(): land.iso3}
    return lambda asked: known.get(asked.lower())
