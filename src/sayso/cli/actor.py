"""`sayso actor`: actors, names and never-merges of the user's own, a line each in a plain file."""

from __future__ import annotations

from typing import Any

import click

from sayso.cli.actors import print_known, rows_of
from sayso.cli.group import NOTHING, Family, command
from sayso.cli.inputs import own_actors
from sayso.cli.output import chosen, forms, say, write_csv, write_json

_WHO = click.argument("who", metavar="ID")
LIMIT = 20


@command(
    "add",
    "sayso actor add group/tesset-lions 'Lions of Tesset' --short TL --country MLI",
    "sayso actor add person/ada-hamidi 'Ada Hamidi' --role 'spokesperson, igo/oic'",
)
@_WHO
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--short", multiple=True, metavar="NAME", help="A form that may also mean others. Repeatable.")
@click.option("--country", metavar="CODE", help="Three letters (ISO 3166): MLI.")
@click.option("--sector", multiple=True, metavar="CODE", help="REB, MIL, GOV … Repeatable.")
@click.option("--parent", metavar="ID", help="The actor that it is a part of.")
@click.option("--from", "begun", metavar="DATE", help="Since when it exists: 2021, 2021-03 or 2021-03-09.")
@click.option("--to", "ended", metavar="DATE", help="Until when.")
@click.option("--role", multiple=True, metavar="TITLE,OF,FROM,TO", help="An office held; OF is an ID. Repeatable.")
@click.option("--source", metavar="TEXT", help="Where the fact is from.")
@own_actors
def add(who: str, names: tuple[str, ...], begun: str | None, ended: str | None, **how: Any) -> None:
    """Add an actor.

    ID is a kind and a word of your own: person/…, group/…, party/…, government/…, military/…, company/…, media/…,
    ngo/…, igo/…, office/…, people/…, state/…. The first NAME is the one shown.
    """
    single = {"country": how["country"], "parent": how["parent"], "from": begun, "to": ended, "source": how["source"]}
    fields = {name: how[name] for name in ("short", "sector", "role")}
    _kept("actor", who, names, fields | {name: (value,) if value else () for name, value in single.items()})


@command("alias", "sayso actor alias group/libyan-national-army 'Rajma Command'")
@_WHO
@click.argument("names", nargs=-1, metavar="NAME...")
@click.option("--short", multiple=True, metavar="NAME", help="A form that may also mean others. Repeatable.")
@own_actors
def alias(who: str, names: tuple[str, ...], short: tuple[str, ...]) -> None:
    """Give an actor a further name."""
    _kept("alias", who, names, {"short": short})


@command(
    "apart",
    "sayso actor apart government/libya-gna government/libya-gnu",
    "sayso actor apart person/aguila-saleh 'Saleh al-Tesseti'",
)
@_WHO
@click.argument("others", nargs=-1, required=True, metavar="OTHER...")
@own_actors
def apart(who: str, others: tuple[str, ...]) -> None:
    """Say that two are never one.

    OTHER is the ID of another actor, or a name that never means this one.
    """
    _kept("apart", who, others, {})


@command("list", "sayso actor list --table", "sayso actor list --json")
@own_actors
@forms
def listed(form: str | None) -> int:
    """List what you have added.

    The file is named on standard error; to take something back, delete its line there. Exit code 1: nothing was added.
    """
    from sayso.knowledge.actors import actor_base
    from sayso.knowledge.own.home import actor_lines, actors_file, actors_mark, renew

    renew()
    lines = actor_lines()
    actor_base()
    if chosen(form) == "json":
        write_json({"line": number, "says": says} for number, says in lines)
    elif chosen(form) == "csv":
        write_csv(("line", "says"), ({"line": number, "says": says} for number, says in lines))
    elif lines:
        from sayso.cli.page import Page

        Page().table(("line", "says"), [(str(number), says) for number, says in lines], wide="says")
    say(f"{actors_mark()} in {actors_file()}" if lines else f"nothing of your own in {actors_file()}")
    return 0 if lines else NOTHING


@command("show", "sayso actor show Haftar --table", "sayso actor show government/libya-gna --json")
@click.argument("who", metavar="NAME")
@own_actors
@forms
def show(who: str, form: str | None) -> int:
    """Show who bears a name.

    Told are id, names, offices, and whom the actor is never one with. NAME is an id, a name, or a part of either. Exit
    code 1: nobody is called so.
    """
    from sayso.knowledge.actors import actor_base
    from sayso.knowledge.own.home import renew

    renew()
    found = rows_of(actor_base(), who)
    if not found:
        say(f"sayso: no actor is called {who!r}; `sayso actor add` adds one")
    if len(found) > LIMIT:
        say(f"the first {LIMIT} of {len(found)}; a longer part of the name finds fewer")
    found = found[:LIMIT]
    if chosen(form) == "json":
        write_json(found)
    elif chosen(form) == "csv":
        import msgspec

        columns = ("id", "kind", "names", "short", "country", "sectors", "parent", "never", "from", "to", "source")
        write_csv(columns, (msgspec.to_builtins(known) for known in found))
    else:
        print_known(found)
    return 0 if found else NOTHING


def _kept(word: str, who: str, names: tuple[str, ...], fields: dict[str, tuple[str, ...]]) -> None:
    from sayso.knowledge.own.keeping import keep
    from sayso.knowledge.own.lines import written

    line = written(word, who, names, fields)
    kept = keep(line)
    click.echo(line)
    say(f"kept as line {kept[1]} of {kept[0]}; `sayso add` reads all reports again" if kept else "stands there")


actor = Family(
    "actor",
    (add, alias, apart, listed, show),
    help="""Add actors, names and never-merges of your own; look actors up.

    What you add is a line in a plain file (`sayso actor list` says which one; a folder of your own: SAYSO_HOME), and
    has its part in all that is read from then on: `sayso add DB FILES` reads again what the database has. Readings
    name the lines that were used by their mark ("own-…" under reader.knowledge).""",
)
