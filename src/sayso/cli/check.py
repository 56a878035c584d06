"""`sayso check`: is everything in place?"""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from importlib.metadata import version
from typing import NamedTuple

import click

from sayso.cli.group import NOTHING, command
from sayso.cli.output import chosen, forms, say, write_csv, write_json
from sayso.cli.phrases import plural
from sayso.errors import SaysoError
from sayso.version import VERSION

OK, MISSING = "ok", "missing"
LIBRARIES = ("spacy", "onnxruntime", "trafilatura", "charset-normalizer", "hijridate", "msgspec", "click", "rich")


class Part(NamedTuple):
    """Something that sayso needs: whether it is there, and what it is or how to get it."""

    part: str
    state: str
    detail: str


@command("check", "sayso check", "sayso check --json")
@click.option("--model", metavar="NAME", help="The language model to look for. [default: the one installed with sayso]")
@forms
def check(model: str | None, form: str | None) -> int:
    """See whether all that sayso needs is in place.

    Loads the language model and the compiled knowledge, checks the actors that you have added, and makes the gazetteer
    of places if this version of sayso has not made it yet, or places were added (half a minute, once). Two machines
    that print the same lines give the same readings. Exit code 1: something is missing; its line says what to do.
    """
    from sayso.knowledge.own.home import renew

    renew()
    parts = [*_parts(model)]
    if chosen(form) == "json":
        write_json(part._asdict() for part in parts)
    elif chosen(form) == "csv":
        write_csv(Part._fields, (part._asdict() for part in parts))
    else:
        from sayso.cli.page import Page

        Page().table(("part", "state", "detail"), parts, wide="detail")
    missing = [part.part for part in parts if part.state == MISSING]
    say(f"sayso: missing: {', '.join(missing)}" if missing else "everything is in place")
    return NOTHING if missing else 0


def _parts(model: str | None) -> Iterator[Part]:
    yield Part("sayso", OK, f"{VERSION} on Python {platform.python_version()}")
    for name, look in (
        ("language model", partial(_model, model)),
        ("tagger", _tagger),
        ("judge", _judge),
        ("knowledge", _knowledge),
        ("own actors", _own_actors),
        ("gazetteer", _gazetteer),
        ("database", _database),
    ):
        yield _tried(name, look)
    for name in LIBRARIES:
        yield _tried(name, partial(_library, name))


def _tried(name: str, look: Callable[[], str]) -> Part:
    try:
        return Part(name, OK, look())
    except (SaysoError, ImportError, OSError) as error:
        return Part(name, MISSING, " ".join(str(error).split()))


def _model(model: str | None) -> str:
    from sayso.reading.parsing import DEFAULT_MODEL, model_name, spacy_parser

    spacy_parser(model or DEFAULT_MODEL)
    return model_name(model or DEFAULT_MODEL)


def _tagger() -> str:
    from sayso.knowledge.weights import mark_of
    from sayso.reading.tagging.tagger import tagger

    tagger().load()
    return mark_of("tagger")


def _judge() -> str:
    from sayso.knowledge.weights import mark_of
    from sayso.reading.judging.judge import judge

    judge().load()
    return f"{mark_of('judge')}, {mark_of('event_place')}"


def _knowledge() -> str:
    from sayso.knowledge.load import fingerprint

    return fingerprint()


def _own_actors() -> str:
    from sayso.knowledge.actors import actor_base
    from sayso.knowledge.own.home import actor_lines, actors_mark

    actor_base()
    lines = actor_lines()
    return f"{actors_mark()}: {plural(len(lines), 'line')}" if lines else "none"


def _gazetteer() -> str:
    from sayso.cli.making import gazetteer

    return ", ".join(f"{source.name} {source.version}" for source in gazetteer().provenances())


def _database() -> str:
    import sqlite3

    base = sqlite3.connect(":memory:")
    try:
        base.execute("CREATE VIRTUAL TABLE words USING fts5 (word)")
    except sqlite3.OperationalError:
        raise ImportError("this Python's SQLite lacks FTS5: install a Python whose SQLite has it") from None
    finally:
        base.close()
    return f"SQLite {sqlite3.sqlite_version} with FTS5"


def _library(name: str) -> str:
    import_module(name.replace("-", "_"))
    return version(name)
