"""The options of `read` and `add`: what is known of the input, and how it is read."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from sayso.cli.making import gazetteer

F = TypeVar("F", bound=Callable[..., Any])

_AS_SAID = "[default: as each report says]"
_OPTIONS = (
    click.option(
        "--published",
        metavar="DATE",
        help=f"When the reports were published: 2020-06-18 or 2020-06-18T14:30. {_AS_SAID}",
    ),
    click.option("--publisher", metavar="NAME", help=f"The outlet of the reports. {_AS_SAID}"),
    click.option(
        "--field",
        "fields",
        metavar="OURS=THEIRS",
        multiple=True,
        help="JSON: our name of a field (text, title, publisher, published, author, uri) and theirs. Repeatable.",
    ),
    click.option(
        "--format",
        "format_",
        metavar="FORMAT",
        default="auto",
        show_default=True,
        help="What the input is: text, html, json, jsonl, or auto: as its name and content say.",
    ),
    click.option(
        "--workers",
        type=click.IntRange(1),
        metavar="N",
        default=1,
        show_default="1",
        help="Processes that read at the same time.",
    ),
    click.option(
        "--reader",
        metavar="NAME",
        help="What finds statements: tagger (rules and a trained tagger) or rules alone. [default: tagger]",
    ),
    click.option("--model", metavar="NAME", help="The language model. [default: the one installed with sayso]"),
)


def input_options(function: F) -> F:
    """What is known of the input (--published …), and how it is read (--workers … --actors)."""
    function = own_actors(function)
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def own_actors(function: F) -> F:
    """--actors: the file of the user's own actors, for this command and the processes that it starts."""
    return click.option(
        "--actors",
        metavar="FILE",
        callback=_use_actors,
        expose_value=False,
        help="Your own actors, names and never-merges. [default: those that `sayso actor` keeps]",
    )(function)


def _use_actors(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None:
        before = os.environ.get("SAYSO_ACTORS")
        os.environ["SAYSO_ACTORS"] = str(Path(value).resolve())
        ctx.call_on_close(lambda: _reset(before))


def _reset(before: str | None) -> None:
    os.environ.pop("SAYSO_ACTORS", None)
    if before is not None:
        os.environ["SAYSO_ACTORS"] = before


def files(function: F) -> F:
    """The argument FILES: all must be there before anything is read."""
    there = click.Path(exists=True, allow_dash=True)
    return click.argument("files", nargs=-1, required=True, metavar="FILES...", type=there)(function)


def pairs(fields: Sequence[str]) -> dict[str, str]:
    """ "title=headline" as {"title": "headline"}.

    Raises:
        BadParameter: if there is no "=" or nothing on one of its sides.
    """
    found = {}
    for field in fields:
        ours, _, theirs = (part.strip() for part in field.partition("="))
        if not (ours and theirs):
            raise click.BadParameter(f"{field!r} is not OURS=THEIRS, such as title=headline", param_hint="--field")
        found[ours] = theirs
    return found


def ways(how: Mapping[str, Any]) -> dict[str, Any]:
    """The values of these options as keyword arguments of `read_inputs` and `Workspace.add`.

    All that reading needs is made ready first, so that a person sees what takes long.
    """
    from sayso.ingesting import Options
    from sayso.reading import ReaderOptions

    chosen = {name: how[name] for name in ("model", "reader") if how[name]}
    options = Options(
        published=how["published"], publisher=how["publisher"], fields=pairs(how["fields"]), format=how["format_"]
    )
    gazetteer()
    _own()
    return {
        "options": options,
        "reader_options": ReaderOptions(**chosen) if chosen else None,
        "workers": how["workers"],
    }


def _own() -> None:
    """A wrong line of the user's own is told before anything is read."""
    from sayso.knowledge.actors import actor_base
    from sayso.knowledge.own.home import actor_lines

    if actor_lines():
        actor_base()
