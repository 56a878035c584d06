"""Adding a line to the file of the user's own actors: checked with all the others first, then written whole."""

from __future__ import annotations

from pathlib import Path

from sayso.errors import KnowledgeError
from sayso.knowledge.actors import packaged_actors
from sayso.knowledge.own.applying import overlay
from sayso.knowledge.own.home import actor_lines, actors_file, renew

_HEAD = """\
# Your own actors: sayso reads this file each time it reads reports. A line each; a semicolon between names.
#   actor group/ID: NAME; NAME; short=NAME; country=ABC; sector=REB; parent=ID; from=2021-03; to=2023; source=TEXT
#   alias ID: NAME; NAME              a further name of an actor that is known
#   apart ID: NAME or ID              a name that never means the actor, or two actors that are never one
"""


def keep(line: str) -> tuple[Path, int] | None:
    """Add a line; returns the file and the line's number, or None if it stands there already.

    Raises:
        KnowledgeError: if the line is wrong, or one that stands there; if the file cannot be written.
    """
    path = actors_file()
    renew()
    old = actor_lines() if path.exists() else ()
    if line in {text for _, text in old}:
        return None
    known = packaged_actors()
    overlay(known, str(path), old)
    content = path.read_text("utf-8-sig") if path.exists() else _HEAD
    content += "" if not content or content.endswith("\n") else "\n"
    number = content.count("\n") + 1
    try:
        overlay(known, str(path), (*old, (number, line)))
    except KnowledgeError as error:
        raise KnowledgeError(str(error).removeprefix(f"{path}:{number}: ")) from error
    _write(path, f"{content}{line}\n")
    renew()
    return path, number


def _write(path: Path, content: str) -> None:
    part = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(content, "utf-8")
        part.replace(path)
    except OSError as error:
        raise KnowledgeError(f"{path}: the line cannot be kept there ({error.strerror or error})") from error
