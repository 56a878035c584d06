"""Short texts made into reports for the tests of reading."""

from sayso.ingesting import from_text
from sayso.model.reading import Reading
from sayso.reading import Reader


def read_text(reader: Reader, text: str, day: str | None = None) -> Reading:
    """A text read as a report of a day."""
    return reader.read(from_text(text, published=day))
