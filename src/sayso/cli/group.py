"""The group of commands, loaded one by one: `sayso --help` imports none of them."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, NamedTuple, NoReturn, TextIO

import click

from sayso.errors import OptionError, SaysoError
from sayso.version import VERSION

NOTHING, MISUSE, STOPPED = 1, 2, 130


class Entry(NamedTuple):
    """A command: its name, which is also its module's in this package, and what it does in one line."""

    name: str
    meaning: str


class Command(click.Command):
    """A command whose help ends with examples; a test runs each of them."""

    def __init__(self, *args: Any, examples: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = tuple(examples)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples, one a line, never wrapped: they are there to be pasted."""
        super().format_epilog(ctx, formatter)
        _write_examples(formatter, self.examples)


def _write_examples(formatter: click.HelpFormatter, examples: Sequence[str]) -> None:
    formatter.write("\nExamples:\n")
    for example in examples:
        formatter.write(f"  {example}\n")


def command(name: str, *examples: str) -> Callable[[Callable[..., Any]], click.Command]:
    """The decorator of every command of sayso."""
    return click.command(name, cls=Command, examples=examples)


class Family(click.Group):
    """A command that is several: `sayso actor add`, `sayso actor alias`. Its examples are theirs."""

    def __init__(self, name: str, commands: Sequence[click.Command], **kwargs: Any) -> None:
        super().__init__(name, commands={str(c.name): c for c in commands}, no_args_is_help=True, **kwargs)

    @property
    def examples(self) -> tuple[str, ...]:
        """Those of its commands."""
        return tuple(e for c in self.commands.values() if isinstance(c, Command) for e in c.examples)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order in which they are given."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names; if there is none, the message lists all."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            raise OptionError(f"command of `{ctx.command_path}`", args[0], self.commands)
        return super().resolve_command(ctx, args)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples, as those of a single command."""
        super().format_epilog(ctx, formatter)
        _write_examples(formatter, self.examples)


class Group(click.Group):
    """Commands that are imported when they are called or when their help is asked for."""

    def __init__(self, name: str, entries: Sequence[Entry], **kwargs: Any) -> None:
        super().__init__(name, no_args_is_help=True, **kwargs)
        self.entries = {entry.name: entry for entry in entries}
        click.version_option(VERSION, "--version", message="sayso %(version)s")(self)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order in which people meet the commands."""
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now."""
        if cmd_name not in self.entries:
            return None
        found = getattr(import_module(f"sayso.cli.{cmd_name}"), cmd_name)
        assert isinstance(found, click.Command)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names; if there is none, the message lists all."""
        if args and args[0] not in self.entries and not args[0].startswith("-"):
            raise OptionError("command", args[0], self.entries)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in the help, made without importing a command."""
        with formatter.section("Commands"):
            formatter.write_dl([(entry.name, entry.meaning) for entry in self.entries.values()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a reader of our output that has gone (`| head`) is no error."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _hush()
            return 0
        return code

    def main(self, args: Sequence[str] | None = None, *_: Any, **kwargs: Any) -> NoReturn:
        """Run, then leave with an exit code. What goes wrong is one line on standard error."""
        sys.exit(self._run(args, **{**kwargs, "standalone_mode": False, "prog_name": "sayso"}))

    def _run(self, args: Sequence[str] | None, **kwargs: Any) -> int:
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # threads for our small products only wait for each other
        for stream in (sys.stdout, sys.stderr):
            _widened(stream)
        try:
            code = super().main(args, **kwargs)
        except (click.ClickException, SaysoError) as error:
            if os.environ.get("SAYSO_DEBUG") == "1":
                raise
            return _misuse(error)
        except (KeyboardInterrupt, click.Abort):
            click.echo("sayso: stopped", err=True)
            return STOPPED
        return code if isinstance(code, int) else 0


def _widened(stream: TextIO) -> None:
    """No text is refused for the encoding of an output: files and pipes get UTF-8, terminals what they can show."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _misuse(error: click.ClickException | SaysoError) -> int:
    """One line: what is wrong, and where to read on."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message())
        return MISUSE
    if not isinstance(error, click.ClickException):
        click.echo(f"sayso: {error}", err=True)
        return MISUSE
    words = " ".join(error.format_message().split()).rstrip(".")
    ctx = getattr(error, "ctx", None)
    hint = f" (see `{ctx.command_path} --help`)" if ctx is not None else ""
    click.echo(f"sayso: {words}{hint}", err=True)
    return MISUSE


def _hush() -> None:
    """What is still buffered goes nowhere, without a word."""
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, sys.stdout.fileno())
    os.close(sink)
