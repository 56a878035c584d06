"""The actor base is clean, and the checker reports each kind of fault that a base can have."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
TOOL = ROOT / "tools" / "check_actors.py"

STATE = """
- id: state/norland
  kind: state
  names: [Norland]
  demonyms: [Norlandic]
  country: NRL
  sectors: [GOV]
  source: "made for this test"
"""
CLEAN = """
- id: person/ada-stone
  kind: person
  names: [Ada Stone]
  short: [Stone]
  country: NRL
  sectors: [GOV]
  roles:
    - {title: president, of: state/norland, from: "2001-02", to: "2005-03-09"}
  source: "made for this test"
- id: person/bo-hill
  kind: person
  names: [Bo Hill]
  country: NRL
  sectors: [GOV]
  roles:
    - {title: president, of: state/norland, from: "2005-03-01"}
    - {title: deputy leader, of: state/norland, from: "2001", to: "2004"}
  source: "made for this test"
"""

BROKEN = {
    "lacks names": ("  names: [Ada Stone]\n", ""),
    "lacks source": ('  short: [Stone]\n  country: NRL\n  sectors: [GOV]\n  roles:\n    - {title: president, '
                     'of: state/norland, from: "2001-02", to: "2005-03-09"}\n  source: "made for this test"\n', ""),
    "unknown field nmaes": ("  short: [Stone]", "  nmaes: [Stone]"),
    "unknown kind human": ("kind: person\n  names: [Ada", "kind: human\n  names: [Ada"),
    "prefix person does not go with kind party": ("kind: person\n  names: [Ada", "kind: party\n  names: [Ada"),
    "unknown sector GOVT": ("sectors: [GOV]\n  roles:\n    - {title: president, of: state/norland, from: \"2001",
                            "sectors: [GOVT]\n  roles:\n    - {title: president, of: state/norland, from: \"2001"),
    "unknown country XXX": ("short: [Stone]\n  country: NRL", "short: [Stone]\n  country: XXX"),
    "demonyms on a person": ("short: [Stone]", "demonyms: [Stone]"),
    "not an id": ("id: person/ada-stone", "id: person/Ada Stone"),
    "id used twice, first in": ("id: person/bo-hill", "id: person/ada-stone"),
    "name 'Ada stone' is also that of person/ada-stone": ("names: [Bo Hill]", "names: [Bo Hill, Ada stone]"),
    "of: no actor state/sudland": ("of: state/norland, from: \"2005", "of: state/sudland, from: \"2005"),
    "parent: no actor group/none": ("  short: [Stone]", "  parent: group/none"),
    "parent: points to itself": ("  short: [Stone]", "  parent: person/ada-stone"),
    "never: no actor group/none": ("  short: [Stone]", "  never: [group/none]"),
    "president of state/norland from 2004-12, while person/ada-stone is it until 2005-03": ("2005-03-01", "2004-12-31"),
    "ends before it begins: 2001-02 to 2000": ('to: "2005-03-09"', 'to: "2000"'),
    "not a quoted date YYYY[-MM[-DD]]: '2005-13'": ("2005-03-01", "2005-13"),
    "not a quoted date YYYY[-MM[-DD]]: 2001": ('from: "2001", to: "2004"', 'from: 2001, to: "2004"'),
    "not a quoted date YYYY[-MM[-DD]]: 'May 2005'": ("2005-03-01", "May 2005"),
    "names is not a list of texts": ("names: [Bo Hill]", "names: [Bo Hill, No]"),
    "names: Bo Hill stands there twice": ("names: [Bo Hill]", "names: [Bo Hill, Bo Hill]"),
    "names: blanks around or doubled in ' Bo Hill'": ("names: [Bo Hill]", 'names: [" Bo Hill"]'),
    "role title not in lower case: President": ("{title: president, of: state/norland, from: \"2005",
                                                "{title: President, of: state/norland, from: \"2005"),
    "a role lacks title or of": ("title: deputy leader, ", ""),
    "unknown field since in a role": ('from: "2001", to: "2004"', 'since: "2001"'),
    "roles is not a list": ("  short: [Stone]\n  country: NRL\n  sectors: [GOV]\n  roles:\n    - {title: president, "
                            'of: state/norland, from: "2001-02", to: "2005-03-09"}\n',
                            "  country: NRL\n  sectors: [GOV]\n  roles: president\n"),
    "no YAML": ("names: [Bo Hill]", "names: [Bo Hill"),
}  # fmt: skip


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_actors", TOOL)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["check_actors"] = module
    spec.loader.exec_module(module)
    return module


def write(folder: Path, people: str) -> Path:
    (folder / "states.yaml").write_text(STATE, "utf-8")
    (folder / "people.yaml").write_text(people, "utf-8")
    return folder


def test_the_base_is_clean(tool):
    assert tool.check(tool.FOLDER) == []


def test_the_base_has_the_states_of_the_world_and_many_others(tool):
    blocks, _ = tool.read(tool.FOLDER)
    states = [b for b in blocks if b.body["kind"] == "state" and "to" not in b.body]
    assert len(states) == 203
    assert len({b.body["country"] for b in states}) == 193 + 5
    assert all(
        b.texts("demonyms") or b.id in {"state/vatican", "state/dominica", "state/liechtenstein"} for b in states
    )
    assert len(blocks) - len(states) >= 400


def test_no_file_of_the_base_is_long(tool):
    long = [p.name for p in tool.FOLDER.rglob("*.yaml") if len(p.read_text("utf-8").splitlines()) > 400]
    assert long == []


def test_a_clean_base_passes(tool, tmp_path):
    assert tool.check(write(tmp_path, CLEAN)) == []


@pytest.mark.parametrize("reason", BROKEN)
def test_a_fault_is_reported_with_its_file(tool, tmp_path, reason):
    old, new = BROKEN[reason]
    assert CLEAN.count(old) == 1
    faults = tool.check(write(tmp_path, CLEAN.replace(old, new)))
    assert any(f.startswith("people.yaml: ") and reason in f for f in faults), faults


def test_a_handover_in_one_month_is_no_overlap(tool, tmp_path):
    assert tool.check(write(tmp_path, CLEAN.replace("2005-03-01", "2005-03"))) == []


def test_the_command_names_file_id_and_reason_and_fails(tmp_path):
    write(tmp_path, CLEAN.replace("short: [Stone]", "parent: group/none"))
    done = subprocess.run([sys.executable, str(TOOL), str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == "people.yaml: person/ada-stone: parent: no actor group/none\n"


def test_given_names_are_many_and_hold_no_state_or_capital(tool):
    names = [n for n in (ROOT / "resources/names/given.txt").read_text("utf-8").splitlines() if not n.startswith("#")]
    blocks, _ = tool.read(tool.FOLDER)
    places = {
        t for b in blocks if b.body["kind"] == "state" for f in ("names", "short", "metonyms") for t in b.texts(f)
    }
    assert len(names) == len(set(names)) >= 2500
    assert not places & set(names)
    assert not {"Will", "May", "April", "Chance", "Hope", "Paris", "Sydney", "Florence", "Austin"} & set(names)
    assert all(n[0].isupper() and n == n.strip() for n in names)
