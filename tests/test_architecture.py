"""The house stays as ARCHITECTURE.md draws it: floors, sizes, nothing that acts on import, no address in any file."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "sayso"
FLOORS = {
    "version": 0, "errors": 0, "model": 1, "text": 2, "knowledge": 3, "ingesting": 4, "reading": 4, "linking": 4,
    "assembling": 4, "storing": 5, "running": 5, "exporting": 5, "views": 6, "workspace": 7, "cli": 8, "__main__": 9,
}  # fmt: skip
FILES = sorted(SOURCE.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(tree: ast.AST) -> Iterator[str]:
    """Rooms of sayso that a module imports, anywhere in it."""
    for node in ast.walk(tree):
        names = []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide the floor"
            names = [f"{node.module}.{a.name}" if node.module == "sayso" else str(node.module) for a in node.names]
        elif isinstance(node, ast.Import):
            names = [a.name for a in node.names]
        yield from (n.split(".")[1] for n in names if n.startswith("sayso."))


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_only_downward(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return
    for other in set(imported(ast.parse(path.read_text("utf-8")))):
        assert other == room or FLOORS[other] < FLOORS[room], f"{room} (floor {FLOORS[room]}) imports {other}"


def test_every_room_has_a_floor() -> None:
    assert {room_of(p) for p in FILES} - {"__init__"} <= set(FLOORS)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_files_and_functions_are_short(path: Path) -> None:
    source = path.read_text("utf-8")
    assert source.count("\n") <= 400
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, f"{node.name} is too long"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_nothing_acts_on_import(path: Path) -> None:
    """At the top of a module stand definitions and constants, no bare calls, loops or withs."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "__name__ == '__main__'"):
            continue
        allowed = (
            ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Assign, ast.AnnAssign,
            ast.TypeAlias if hasattr(ast, "TypeAlias") else ast.Assign,
        )  # fmt: skip
        docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        assert docstring or isinstance(node, allowed), f"line {node.lineno} acts on import"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_step_looks_at_the_clock(path: Path) -> None:
    """Nothing that makes a reading, a record or an export may know what day it is, or draw lots."""
    if FLOORS.get(room_of(path), 0) > 5 or room_of(path) in ("storing", "running"):
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute):
            assert node.attr not in ("today", "now", "utcnow", "localtime", "urandom"), f"line {node.lineno}"
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = {getattr(node, "module", None), *(a.name for a in node.names)}
            assert not names & {"random", "time", "secrets", "uuid"}, f"line {node.lineno}"


def test_no_address_and_no_machine_path_in_the_tree() -> None:
    pattern = r"index-url|\"resolved\": \"http|https?://[^ ]+/simple/|(^|[ =:(\"'])/(work|root|home)/[a-z]"
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    this, makefile = Path(__file__).name, "Makefile"
    for name in files:
        path = ROOT / name
        if not name or not path.is_file() or path.name in (this, makefile):
            continue
        found = re.search(pattern, path.read_bytes().decode("utf-8", "replace"), flags=re.MULTILINE)
        assert not found, f"{name}: {found.group(0)!r}"


def test_the_public_surface_is_short() -> None:
    import sayso

    assert sorted(sayso.__all__) == ["__version__", "open", "read"]
