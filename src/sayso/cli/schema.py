"""`sayso schema`: the JSON Schema of a reading, made from the types themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click

from sayso.cli.group import command
from sayso.cli.output import forms, write_csv

COLUMNS = ("type", "field", "form", "meaning")


@command("schema", "sayso schema > reading.schema.json", "sayso schema --table")
@forms
def schema(form: str | None) -> None:
    """Print the JSON Schema of a reading.

    It is made from the types of sayso.model.reading: each line that `sayso read --json` prints is valid against it.
    The schema is JSON in a terminal, too; --table and --csv list its types and fields instead.
    """
    import msgspec

    from sayso.model.reading import SCHEMA, Reading

    found = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA, **msgspec.json.schema(Reading)}
    if form == "csv":
        write_csv(COLUMNS, _fields(found))
    elif form == "table":
        _table(list(_fields(found)))
    else:
        click.echo(json.dumps(found, indent=2, ensure_ascii=False))


def _fields(found: dict[str, Any]) -> Iterator[dict[str, object]]:
    for name, described in found["$defs"].items():
        for field, form in described.get("properties", {}).items():
            yield {"type": name, "field": field, "form": _form(form), "meaning": described.get("description", "")}


def _form(form: dict[str, Any]) -> str:
    """A field's form in a few words: "list of Span", "Published", "happened | ongoing | …"."""
    if "$ref" in form:
        return str(form["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in form:
        return " | ".join(_form(one) for one in form["anyOf"])
    if "enum" in form:
        return " | ".join(str(one) for one in form["enum"])
    if form.get("type") == "array":
        if "prefixItems" in form:
            return f"[{', '.join(_form(one) for one in form['prefixItems'])}]"
        return f"list of {_form(form['items'])}" if isinstance(form.get("items"), dict) else "list"
    return str(form.get("type", "any"))


def _table(fields: list[dict[str, object]]) -> None:
    from sayso.cli.page import Page

    page = Page()
    for name in dict.fromkeys(str(field["type"]) for field in fields):
        mine = [field for field in fields if field["type"] == name]
        page.heading(name, str(mine[0]["meaning"]).split("\n", maxsplit=1)[0])
        page.table(("field", "form"), [(str(field["field"]), str(field["form"])) for field in mine], wide="form")
