"""sayso: what happened, and on whose say-so.

import sayso

reading = sayso.read("The army denied that it had shelled the port.", published="2020-03-01")
with sayso.open("war.db") as war:
    war.add(["reports/"])
    for row in war.find(type="ASSAULT", country="LBY"):
        print(row.day, row.words)
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.version import VERSION

if TYPE_CHECKING:
    from sayso.model.reading import Reading
    from sayso.model.report import Report
    from sayso.workspace import Workspace

__all__ = ["__version__", "open", "read"]
__version__ = VERSION


def read(text: str | Report, **about: Any) -> Reading:
    """One text, read. See `sayso.workspace.read` for what can be said about it (published, publisher, title, uri)."""
    from sayso.workspace import read as read_text

    return read_text(text, **about)


def open(path: str | Path, create: bool = True) -> Workspace:  # noqa: A001 - the name people expect
    """The workspace kept in a database file. See `sayso.workspace.open`."""
    from sayso.workspace import open as open_workspace

    return open_workspace(path, create)
