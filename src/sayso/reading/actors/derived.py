"""Indexes that are made from an actor base once: the base of a process changes only when the user's own lines do."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from sayso.knowledge.actors import ActorBase

_Made = TypeVar("_Made")


def once(make: Callable[[ActorBase], _Made]) -> Callable[[ActorBase], _Made]:
    """A function of an actor base that is computed again only for another base."""
    kept: list[tuple[ActorBase, _Made]] = []

    @wraps(make)
    def made(base: ActorBase) -> _Made:
        if not kept or kept[0][0] is not base:
            kept[:] = [(base, make(base))]
        return kept[0][1]

    return made
