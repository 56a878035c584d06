"""`add` killed at any moment leaves a sound file, which the next `add` completes."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sayso.storing import Store
from sayso.workspace import Workspace, add_outcomes
from sayso.workspace import open as open_workspace
from tests.storing.fake import Fake, many

REPORTS = 60
CHILD = """
import sys
from sayso.storing import Store
from sayso.workspace import add_outcomes
from tests.storing.fake import Fake, many
add_outcomes(Store(sys.argv[1]), many({count}), Fake)
"""
# The process kills itself, as a power cut would, at the n-th statement of its kind: no handler runs.
AT = """
import os, signal
from sayso.storing import database
real, seen = database.sqlite3.connect, [0]
class Mortal(database.sqlite3.Connection):
    def execute(self, sql, *given):
        if {word!r} in sql:
            seen[0] += 1
            if seen[0] == {nth}:
                os.kill(os.getpid(), signal.SIGKILL)
        return super().execute(sql, *given)
database.sqlite3.connect = lambda *a, **k: real(*a, factory=Mortal, **k)
"""


def exported(store):
    import io

    stream = io.StringIO(newline="")
    workspace = Workspace(store)
    for name in ("jsonl", "csv", "records-csv", "polecat"):
        workspace.export(name, stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def clean():
    store = Store(":memory:")
    add_outcomes(store, many(REPORTS), Fake)
    return exported(store)


def run(code, path):
    return subprocess.run(
        [sys.executable, "-c", code.format(count=REPORTS), str(path)], check=False, timeout=60
    ).returncode


@pytest.mark.parametrize(
    ("word", "nth"),
    [
        ("CREATE VIEW", 3),
        ("INSERT INTO report", 1),
        ("INSERT INTO reading", 20),
        ("INSERT INTO account", 31),
        ("COMMIT", 1),
        ("COMMIT", 40),
        ("DELETE FROM part", 1),
        ("INSERT INTO record", 7),
        ("DELETE FROM touched", 1),
    ],
)
def test_the_next_add_completes_a_killed_one(tmp_path, clean, word, nth):
    path = tmp_path / "war.db"
    code = AT.replace("{word!r}", repr(word)).replace("{nth}", str(nth)) + CHILD
    assert run(code, path) == -signal.SIGKILL
    assert sqlite3.connect(path).execute("PRAGMA integrity_check").fetchone() == ("ok",)
    store = Store(path)
    add_outcomes(store, many(REPORTS), Fake)
    assert exported(store) == clean
    assert list(store.select("PRAGMA foreign_key_check")) == []


def test_a_kill_from_outside_at_some_moment(tmp_path, clean):
    path = tmp_path / "war.db"
    child = subprocess.Popen([sys.executable, "-c", CHILD.format(count=REPORTS), str(path)])
    while not path.exists():
        time.sleep(0.01)
    time.sleep(0.05)
    child.kill()
    child.wait()
    store = Store(path)
    add_outcomes(store, many(REPORTS), Fake)
    assert exported(store) == clean


def test_opening_makes_the_records_that_a_stopped_add_left(tmp_path):
    path = tmp_path / "war.db"
    assert run(AT.replace("{word!r}", "'INSERT INTO record'").replace("{nth}", "1") + CHILD, path) == -signal.SIGKILL
    store = Store(path)
    assert store.is_unlinked()
    assert store.first("SELECT count(*) FROM record")[0] == 0
    store.close()
    with open_workspace(path) as workspace:
        assert workspace.summary().records > 0


def test_workers_go_when_their_parent_is_killed(tmp_path):
    code = CHILD.replace("many({count}), Fake", "many(400), Fake, 2")
    script = tmp_path / "child.py"
    script.write_text(f"if __name__ == '__main__':\n    {code.strip().replace(chr(10), chr(10) + '    ')}\n")
    path = tmp_path / "war.db"
    child = subprocess.Popen(
        [sys.executable, str(script), str(path)], env={**os.environ, "PYTHONPATH": str(Path.cwd())}
    )
    deadline = time.monotonic() + 20
    workers = []
    while len(workers) < 2 and time.monotonic() < deadline:
        time.sleep(0.05)
        workers = _children(child.pid)
    child.kill()
    child.wait()
    assert len(workers) >= 2
    while any(_lives(pid) for pid in workers) and time.monotonic() < deadline + 10:
        time.sleep(0.05)
    assert not any(_lives(pid) for pid in workers)


def _children(pid):
    try:
        with Path(f"/proc/{pid}/task/{pid}/children").open() as listed:
            return [int(word) for word in listed.read().split()]
    except OSError:
        return []


def _lives(pid):
    try:
        with Path(f"/proc/{pid}/stat").open() as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
