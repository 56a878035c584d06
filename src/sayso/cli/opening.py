"""The database argument of a command, and its opening."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

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

    return workspace.open(db, create=create)
