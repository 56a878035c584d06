"""Compile `resources/` (YAML, TSV and text, edited by hand) into the package's data. `--check` fails if they differ.

resources/ontology/NAME.yaml, lexicons/NAME.yaml  -> data/ontology/NAME.json, data/lexicons/NAME.json
resources/actors/**/*.yaml (lists)                -> data/actors.json, one list sorted by id
resources/sites/*.tsv                             -> data/sites.tsv, one table
resources/names/NAME.txt                          -> data/names/NAME.txt, sorted, each line once
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
RESOURCES, DATA = ROOT / "resources", ROOT / "src" / "sayso" / "data"


class _Loader(yaml.CSafeLoader):
    """YAML without surprises: `no`, `on` and dates stay the words they are."""


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern) for tag, pattern in found if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
    ]
    for first, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def _yaml(path: Path) -> Any:
    try:
        return _words(yaml.load(path.read_text("utf-8"), _Loader))
    except yaml.YAMLError as error:
        raise SystemExit(f"{path.relative_to(ROOT)}: {error}") from error


def _words(value: Any) -> Any:
    """In lists "true" and "false" are words like others; only a field of its own is a truth value."""
    if isinstance(value, list):
        return [str(v).lower() if isinstance(v, bool) else _words(v) for v in value]
    return {k: _words(v) for k, v in value.items()} if isinstance(value, dict) else value


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def _actors() -> str:
    blocks = [block for path in sorted((RESOURCES / "actors").rglob("*.yaml")) for block in _yaml(path)]
    return _json(sorted(blocks, key=lambda b: str(b["id"])))


def _sites() -> str:
    header, body = "", []
    for path in sorted((RESOURCES / "sites").glob("*.tsv")):
        first, *rest = path.read_text("utf-8").splitlines()
        if header and first != header:
            raise SystemExit(f"{path.relative_to(ROOT)}:1: the header differs from the other tables: {first!r}")
        header = first
        for number, line in enumerate(rest, 2):
            if line.count("\t") != header.count("\t"):
                has, wants = line.count("\t") + 1, header.count("\t") + 1
                raise SystemExit(f"{path.relative_to(ROOT)}:{number}: {has} columns, the header has {wants}")
        body += [line for line in rest if line]
    return "\n".join([header, *sorted(body)]) + "\n"


def compiled() -> dict[Path, str]:
    """Every compiled file with its content."""
    out: dict[Path, str] = {}
    for room in ("ontology", "lexicons"):
        for path in sorted((RESOURCES / room).glob("*.yaml")):
            out[DATA / room / f"{path.stem}.json"] = _json(_yaml(path))
    if any((RESOURCES / "actors").rglob("*.yaml")):
        out[DATA / "actors.json"] = _actors()
    if any((RESOURCES / "sites").glob("*.tsv")):
        out[DATA / "sites.tsv"] = _sites()
    for path in sorted((RESOURCES / "names").glob("*.txt")):
        lines = {
            line.strip() for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")
        }
        out[DATA / "names" / path.name] = "\n".join(sorted(lines)) + "\n"
    return out


def main() -> int:
    """Write the files, or with --check say which differ."""
    stale = [path for path, content in compiled().items() if not path.exists() or path.read_text("utf-8") != content]
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is not what resources/ gives: run `make data`", file=sys.stderr)
        return 1 if stale else 0
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(compiled()[path], "utf-8")
        print(f"wrote {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
