"""The database argument of a command, and its opening."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any, TypeVar

import click

from sayso.errors import StoreError

if TYPE_CHECKING:
    from sayso.workspace import Workspace

F = TypeVar("F", bound=Callable[..., Any])


def database(function: F) -> F:
    """The argument DB."""
    return click.argument("db", metavar="DB")(function)


def opened(db: str, create: bool = False) -> Workspace:
    """The workspace in a database file.

    Raises:
        StoreError: if the file is no database of sayso, or is missing and `create` is false.
    """
    from sayso import workspace

    if not (create or Path(db).exists()):
        raise StoreError(f"{db}: there is no such database; make it with `sayso add {quote(db)} FILES`")
    return workspace.open(db, create=create)
