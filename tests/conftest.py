"""One reader for all tests of a process: the language model loads once."""

import pytest

from sayso.reading import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()
