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
error came from, `SAYSO_CACHE` says where the gazetteer is kept.
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
    return "\n".join(parts)


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
