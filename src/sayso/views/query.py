"""What a person asks for, checked: unknown words are refused with the choices."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import get_args

from sayso.errors import OptionError
from sayso.knowledge.ontology import ontology
from sayso.model.reading import EventStatus
from sayso.storing import Store
from sayso.views.find import Query

WHATS = ("records", "statements", "reports")
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def checked(store: Store, what: str, query: Query) -> Query:
    """The query with whole days, and its type split from its mode.

    Raises:
        OptionError: if a value is not among the choices, or asks for what such rows do not have.
    """
    if what not in WHATS:
        raise OptionError("what", what, WHATS)
    if query.status is not None and query.status not in get_args(EventStatus):
        raise OptionError("status", query.status, get_args(EventStatus))
    if query.status is not None and what == "statements":
        raise OptionError("with a status, what", what, ("records", "reports"))
    if query.disputed is not None and what != "records":
        raise OptionError("with disputed, what", what, ("records",))
    kind, mode = _act(store, query.type) if what == "statements" else _type(query.type)
    return Query(
        text=query.text,
        type=kind,
        mode=mode,
        actor=query.actor,
        place=query.place,
        country=query.country,
        since=day(query.since, last=False) if query.since else None,
        until=day(query.until, last=True) if query.until else None,
        status=query.status,
        disputed=query.disputed,
        limit=query.limit,
    )


def day(given: str, last: bool) -> str:
    """An ISO day; a month or year stands for its first or last one.

    Raises:
        OptionError: if it is no date.
    """
    found = _DATE.fullmatch(given.strip())
    try:
        if found is None:
            raise ValueError
        year, month, number = (int(part) if part else None for part in found.groups())
        assert year is not None
        month = month or (12 if last else 1)
        number = number or (calendar.monthrange(year, month)[1] if last else 1)
        return date(year, month, number).isoformat()
    except ValueError:
        raise OptionError("date", given, ("2020", "2020-06", "2020-06-18")) from None


def _type(given: str | None) -> tuple[str | None, str | None]:
    if given is None:
        return None, None
    kind, _, mode = given.partition("-")
    types = ontology().types
    found = types.get(kind.upper())
    if found is None:
        raise OptionError("type", given, types)
    modes = [known.id for known in found.modes]
    if mode and mode.lower() not in modes:
        raise OptionError("type", given, [found.id, *(f"{found.id}-{known}" for known in modes)])
    return found.id, mode.lower() or None


def _act(store: Store, given: str | None) -> tuple[str | None, None]:
    if given is None:
        return None, None
    acts = [row["act"] for row in store.select("SELECT DISTINCT act FROM statement ORDER BY act")]
    if acts and given.lower() not in acts:
        raise OptionError("act of the statements here", given, acts)
    return given.lower(), None
