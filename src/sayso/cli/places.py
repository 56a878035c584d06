"""`sayso places`: places of the user's own, from other gazetteers or a table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from sayso.cli.group import NOTHING, Family, command
from sayso.cli.output import chosen, forms, say, write_csv, write_json
from sayso.cli.phrases import plural
from sayso.errors import OptionError, SaysoError


@command(
    "add",
    "sayso places add outposts.csv --as csv --licence 'CC0' --credit 'A. Desk'",
    "sayso places add LY.txt --as geonames --country LBY --name geonames-ly",
)
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False))
@click.option("--as", "form_", metavar="FORM", required=True, help="geonames, wof, ourairports or csv; see above.")
@click.option("--name", metavar="NAME", help="Of the table that is kept. [default: the file's]")
@click.option("--country", "only", multiple=True, metavar="CODE", help="Only of this country (LBY). Repeatable.")
@click.option("--licence", metavar="TEXT", help="Of the data. [default: what its publisher says]")
@click.option("--credit", metavar="TEXT", help="That the data asks for. [default: what its publisher asks for]")
def add(file: str, form_: str, name: str | None, only: tuple[str, ...], **said: Any) -> None:
    """Add the places of a file.

    \b
    geonames     a dump of GeoNames: allCountries.txt, LY.txt, LY.zip
    wof          Who's On First: the CSV of a bundle, or GeoJSON
    ourairports  airports.csv of OurAirports
    csv          your own: name, lat, lon, and, if you like, country,
                 feature, aliases (A|B), id, population, radius_km, admin1

    FILE may be packed (.gz, .bz2, .zip). It is not needed any more afterwards: a table is kept, and replaces an older
    one of its name. Where it tells of a place that sayso knows, its point and id count. The gazetteer is made anew
    with the next reading, or by `sayso check`.
    """
    from sayso.knowledge.gazetteer.imports import import_places

    for code in only:
        if not (len(code) == 3 and code.isalpha()):
            raise SaysoError(f"--country: {code!r} is no code of three letters (ISO 3166), such as LBY or SDN")
    done = import_places(Path(file), form_, name, [code.upper() for code in only], said["licence"], said["credit"])
    click.echo(f"{done.path.stem}: {plural(done.places, 'place')} kept, {plural(done.left_out, 'line')} left out")
    say(f"kept in {done.path}; `sayso check` makes the gazetteer anew")


@command("list", "sayso places list --table", "sayso places list --csv")
@forms
def listed(form: str | None) -> None:
    """List all sources of places.

    Each with its licence and the credit that it asks for; the names of your own begin with own/.
    """
    from sayso.knowledge.gazetteer.build import sources
    from sayso.knowledge.own.home import renew

    renew()
    columns = ("name", "version", "licence", "credit")
    found = [{name: getattr(source, name) for name in columns} for source in sources()]
    if chosen(form) == "json":
        write_json(found)
    elif chosen(form) == "csv":
        write_csv(columns, found)
    else:
        from sayso.cli.page import Page

        Page().table(columns, [tuple(row.values()) for row in found], wide="credit")


@command("remove", "sayso places remove outposts")
@click.argument("name", metavar="NAME")
def remove(name: str) -> None:
    """Remove a table of your own.

    NAME is its name; `sayso places list` has them.
    """
    from sayso.knowledge.own.home import place_tables, renew

    renew()
    tables = {path.stem: path for path, _ in place_tables()}
    if name.removeprefix("own/") not in tables:
        raise OptionError("table of places", name, tables or ("(none was added)",))
    path = tables[name.removeprefix("own/")]
    path.unlink()
    renew()
    click.echo(f"{path.stem}: removed")


@command("show", "sayso places show Tripoli --table", "sayso places show 'Camp Taji' --json")
@click.argument("name", metavar="NAME")
@forms
def show(name: str, form: str | None) -> int:
    """Show which places bear a name.

    Each with the source that it is from, and its licence; the most populous come first. Exit code 1: no place is
    called so.
    """
    from sayso.cli.making import gazetteer

    found = [place._asdict() for place in gazetteer().described(name)]
    if not found:
        say(f"sayso: no place is called {name!r}; `sayso places add` adds some")
    columns = tuple(found[0]) if found else ("ref",)
    if chosen(form) == "json":
        write_json(found)
    elif chosen(form) == "csv":
        write_csv(columns, found)
    elif found:
        from sayso.cli.page import Page

        shown = ("name", "kind", "country", "admin1", "lat", "lon", "population", "ref", "source", "licence")
        rows = [tuple("" if row[column] is None else str(row[column]) for column in shown) for row in found]
        Page().table(shown, rows, wide="licence")
    return 0 if found else NOTHING


places = Family(
    "places",
    (add, listed, remove, show),
    help="""Add places of your own from GeoNames and others; look places up.

    Each table that you add is a file of its own (in the folder SAYSO_HOME/places, else in your folder for settings),
    with its licence and credit. Readings name the gazetteer that they were made with under reader.models.""",
)
