"""Write `docs/commands.md` from the help of the commands. `--check` fails if the file differs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sayso.cli import COMMANDS, main

PAGE = Path(__file__).parent.parent / "docs" / "commands.md"
WIDTH = 80
HEAD = """# The commands of sayso

This page is what `--help` prints; `python tools/write_docs.py` makes it. A test runs every example.

In a terminal an answer is a table, in a pipe JSON Lines; `--table`, `--json` and `--csv` say which one you want.
Results go to standard output, progress and messages to standard error. Exit codes: 0 an answer, 1 nothing found (or
everything rejected), 2 misuse. `-` is standard input. `NO_COLOR=1` turns colours off, `SAYSO_DEBUG=1` shows where an
error came from, `SAYSO_CACHE` says where the gazetteer is kept, `SAYSO_HOME` where your own actors and places are.
"""


def written() -> str:
    """The page."""
    parts = [HEAD, _help("sayso", main, None)]
    with click.Context(main, info_name="sayso") as parent:
        for entry in COMMANDS:
            command = main.get_command(parent, entry.name)
            assert command is not None
            parts.append(f"## sayso {entry.name}\n\n{entry.meaning}\n")
            parts.append(_help(entry.name, command, parent))
            if isinstance(command, click.Group):
                parts += _family(command, parent)
    return "\n".join(parts)


def _family(group: click.Group, parent: click.Context) -> list[str]:
    """The commands of a command."""
    with click.Context(group, info_name=group.name, parent=parent) as ctx:
        return [
            f"### sayso {group.name} {name}\n\n{_help(name, command, ctx)}" for name, command in group.commands.items()
        ]


def _help(name: str, command: click.Command, parent: click.Context | None) -> str:
    with click.Context(command, info_name=name, parent=parent, terminal_width=WIDTH, max_content_width=WIDTH) as ctx:
        return f"```text\n{command.get_help(ctx).rstrip()}\n```\n"


def run() -> int:
    """Write the page, or with --check say that it differs."""
    new = written()
    if PAGE.exists() and PAGE.read_text("utf-8") == new:
        return 0
    if "--check" in sys.argv:
        print("docs/commands.md is not what --help says: run `make docs`", file=sys.stderr)
        return 1
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(new, "utf-8")
    print("wrote docs/commands.md")
    return 0


if __name__ == "__main__":
    sys.exit(run())
