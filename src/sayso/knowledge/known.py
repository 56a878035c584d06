"""One block of the actor base, as `resources/actors/` has it and as the user's own file makes it."""

from __future__ import annotations

import msgspec

from sayso.model.reading import ActorKind


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """An office held; dates are ISO prefixes ("2014-08"), None where open or not known."""

    title: str
    of: str | None = None
    from_: str | None = msgspec.field(name="from", default=None)
    to: str | None = None

    def held_on(self, day: str | None) -> bool:
        """Whether the office may have been held on an ISO day (an unknown day or date does not exclude it)."""
        if day is None:
            return True
        begun = self.from_ is None or self.from_[: len(day)] <= day[: len(self.from_)]
        return begun and (self.to is None or day[: len(self.to)] <= self.to)


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """One block of the actor base. `short`: forms that may stand alone but may also mean others."""

    id: str
    kind: ActorKind
    names: tuple[str, ...]
    short: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    peoples: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    country: str | None = None
    sectors: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    parent: str | None = None
    never: tuple[str, ...] = ()
    from_: str | None = msgspec.field(name="from", default=None)
    to: str | None = None
    source: str = ""
