"""The demo's reports, read once, for the exports of statements."""

from importlib.resources import as_file, files

import pytest

from sayso.ingesting import ingest
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.reading import Reader
from tests.exporting.sample import READING


@pytest.fixture(scope="session")
def demo(reader: Reader) -> list[Reading]:
    """Real readings, and the one made by hand."""
    with as_file(files("sayso").joinpath("data", "demo")) as folder:
        return [*(reader.read(r) for r in ingest([folder]) if isinstance(r, Report)), READING]
