"""Opening the file and its transactions: what can go wrong with a database is said in one sentence."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from sayso.errors import StoreError

APPLICATION = 0x53415953  # "SAYS": tells our files from other SQLite files
SCHEMA_VERSION = 1
BUSY_SECONDS = 10.0


def connect(path: str | Path, create: bool) -> tuple[sqlite3.Connection, bool]:
    """An open database of sayso, and whether it can be written.

    Raises:
        StoreError: missing and not `create`, not a database, not sayso's, a newer schema, not to be opened.
    """
    name = str(path)
    memory = name == ":memory:"
    exists = memory or Path(name).exists()
    if not exists and not create:
        raise StoreError(f"{name}: there is no such database")
    if Path(name).is_dir():
        raise StoreError(f"{name}: is a folder, not a database")
    writable = memory or (os.access(name, os.W_OK) if exists else True)
    with reported(name):
        connection = _open(name, writable, memory)
        try:
            _check(connection, name, create and writable)
            _settle(connection, writable)
        except BaseException:
            connection.close()
            raise
    return connection, writable


@contextmanager
def reported(name: str) -> Iterator[None]:
    """Turns SQLite's errors into ours, with the file's name.

    Raises:
        StoreError: for any error of SQLite.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"{name}: {_explained(error)}") from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing: commits at the end, rolls back on any error or interrupt."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _open(name: str, writable: bool, memory: bool) -> sqlite3.Connection:
    if writable:
        return sqlite3.connect(name, timeout=BUSY_SECONDS, isolation_level=None)
    uri = Path(name).resolve().as_uri()
    connection = sqlite3.connect(f"{uri}?mode=ro", uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        # A WAL file cannot be read where its side files cannot be made, unless we promise that nobody writes.
        connection.close()
        connection = sqlite3.connect(f"{uri}?immutable=1", uri=True, isolation_level=None)
    return connection


def _check(connection: sqlite3.Connection, name: str, may_create: bool) -> None:
    if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        if not may_create:
            raise StoreError(f"{name}: is empty, not a database of sayso")
        return _create(connection)
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION:
        raise StoreError(f"{name}: is a SQLite database, but not one of sayso")
    row = connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
    version = int(row[0]) if row else 0
    if version > SCHEMA_VERSION:
        raise StoreError(
            f"{name}: has schema {version}, made by a newer sayso; this one knows {SCHEMA_VERSION}: upgrade sayso"
        )
    if version < SCHEMA_VERSION:
        raise StoreError(f"{name}: has the old schema {version}: add the reports to a new database")
    return None


def _create(connection: sqlite3.Connection) -> None:
    """One transaction: a kill in the middle leaves an empty file, which the next opening fills."""
    connection.execute("PRAGMA journal_mode = WAL")
    script = files("sayso").joinpath("storing", "schema.sql").read_text("utf-8")
    with transaction(connection):
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return  # another process was quicker
        for statement in _statements(script):
            connection.execute(statement)
        connection.execute("INSERT INTO meta VALUES ('schema', ?)", (str(SCHEMA_VERSION),))
        connection.execute(f"PRAGMA application_id = {APPLICATION}")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one: `executescript` would commit in between."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if line.rstrip().endswith(";") and sqlite3.complete_statement(pending):
            yield pending
            pending = ""


def _settle(connection: sqlite3.Connection, writable: bool) -> None:
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA cache_size = -32768")
    if writable:
        connection.execute("PRAGMA synchronous = NORMAL")


def _explained(error: sqlite3.Error) -> str:
    words = str(error)
    if "not a database" in words or "malformed" in words:
        return f"is not a database, or a damaged one ({words})"
    if "locked" in words or "busy" in words:
        return f"is locked by another process that writes to it (waited {BUSY_SECONDS:.0f} s)"
    if "readonly" in words or "read-only" in words:
        return "is read-only: nothing can be added to it"
    if "unable to open" in words:
        return "cannot be opened (does its folder exist, may you write there?)"
    return words
