"""One reader for all tests of a process: the language model loads once. No test sees what its user has added."""

import os
from collections.abc import Iterator

import pytest

from sayso.reading import Reader


@pytest.fixture(scope="session", autouse=True)
def nothing_of_ones_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAYSO_HOME", str(tmp_path_factory.mktemp("home")))
        if "SAYSO_ACTORS" in os.environ:
            patch.delenv("SAYSO_ACTORS")
        yield


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()
