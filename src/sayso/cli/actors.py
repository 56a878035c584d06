"""Actors of the base, found by name and shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.knowledge.actors import ActorBase
    from sayso.knowledge.known import Known, Role


def rows_of(base: ActorBase, who: str) -> list[Known]:
    """The actor of an id; else those of exactly a name; else those with it in an id or a name, by id."""
    from sayso.text.normal import fold, slug

    if who in base.known:
        return [base.known[who]]
    exact = base.by_name.get(fold(who))
    if exact:
        return [base.known[ref] for ref in sorted(exact)]
    named = {ref for name, refs in base.by_name.items() if fold(who) in name for ref in refs}
    part = slug(who)
    return [known for ref, known in sorted(base.known.items()) if ref in named or (part and part in ref)]


def print_known(found: Sequence[Known]) -> None:
    """A page with a part for each."""
    from sayso.cli.page import Page

    page = Page()
    for known in found:
        about = " · ".join(filter(None, (known.id, known.kind, known.country, ", ".join(known.sectors), _time(known))))
        page.title(known.names[0], about)
        for what, listed in (
            ("names", known.names[1:]),
            ("short", known.short),
            ("people", (*known.demonyms, *known.peoples)),
            ("offices", [_office(role) for role in known.roles]),
            ("part of", [known.parent] if known.parent else []),
            ("never", known.never),
            ("source", [known.source]),
        ):
            if listed:
                page.text(f"{what}: {'; '.join(listed)}", indent=2)


def _time(of: Known | Role) -> str:
    return f"{of.from_ or ''}–{of.to or ''}" if of.from_ or of.to else ""


def _office(role: Role) -> str:
    return " ".join(filter(None, (role.title, f"of {role.of}" if role.of else "", _time(role))))
