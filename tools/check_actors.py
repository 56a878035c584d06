"""Check the actor base: `python tools/check_actors.py [FOLDER]`; exit 1 with the faults, one a line.

A fault is `file: id: reason`. What is checked: fields, kinds, sectors and countries; ids that are double or point
nowhere; one full name on two actors; dates that no calendar has or that run backwards; two holders of one office.
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

from sayso.knowledge.faults import (
    Block,
    code_faults,
    date_faults,
    identity_faults,
    link_faults,
    office_faults,
    role_faults,
    shape_faults,
)

RESOURCES = Path(__file__).parent.parent / "resources"
FOLDER = RESOURCES / "actors"


def read(folder: Path) -> tuple[list[Block], list[str]]:
    """All blocks of the YAML files below a folder, and the faults of files that are no list of blocks."""
    blocks, faults = [], []
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder).as_posix()
        try:
            content = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
        except (yaml.YAMLError, ValueError) as error:
            faults.append(f"{name}: ?: no YAML: {' '.join(str(error).split())}")
            continue
        items = content if isinstance(content, list) else [content]
        blocks += [Block(name, item) for item in items if isinstance(item, dict)]
        if len(items) != len([i for i in items if isinstance(i, dict)]):
            faults.append(f"{name}: ?: not a list of blocks")
    return blocks, faults


def sector_codes() -> frozenset[str]:
    """The sectors that the ontology knows."""
    content = yaml.load((RESOURCES / "ontology" / "sectors.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return frozenset(str(row["id"]) for row in content)


def check(folder: Path) -> list[str]:
    """All faults of a base, in the order of the files."""
    blocks, faults = read(folder)
    countries = frozenset(str(b.body.get("country")) for b in blocks if b.body.get("kind") == "state")
    ids, sectors = frozenset(b.id for b in blocks), sector_codes()
    for block in blocks:
        faults += [*shape_faults(block), *code_faults(block, countries, sectors), *link_faults(block, ids)]
        faults += [*role_faults(block), *date_faults(block)]
    return [*faults, *identity_faults(blocks), *office_faults(blocks)]


def main(arguments: list[str]) -> int:
    """Print the faults of the folder named, or of the project's base."""
    faults = check(Path(arguments[0]) if arguments else FOLDER)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
