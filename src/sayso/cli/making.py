"""The gazetteer, made with progress on standard error the first time it is needed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from sayso.cli.output import say

if TYPE_CHECKING:
    from sayso.knowledge.gazetteer import Gazetteer


def gazetteer() -> Gazetteer:
    """The gazetteer of this version of sayso."""
    from sayso.knowledge.gazetteer import open_gazetteer
    from sayso.knowledge.own.home import renew

    renew()
    making = Making()
    opened = open_gazetteer(progress=making)
    making.close()
    return opened


class Making:
    """Says once that the gazetteer is being made, and counts in place where a person watches."""

    def __init__(self) -> None:
        self._begun = False
        self._watched = sys.stderr.isatty()
        self._most = 0

    def __call__(self, step: str, places: int) -> None:
        """So many places are filed."""
        if not self._begun:
            self._begun = True
            say("making the gazetteer of places; this is done once")
        self._most = max(self._most, places)
        if self._watched:
            sys.stderr.write(f"\r\x1b[K  {step}: {places:,} places")
            sys.stderr.flush()

    def close(self) -> None:
        """It is made."""
        if self._watched and self._begun:
            sys.stderr.write("\r\x1b[K")
        if self._begun:
            say(f"gazetteer of {self._most:,} places made")
