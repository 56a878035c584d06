"""What a caller may set for ingesting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from sayso.errors import OptionError
from sayso.ingesting.published import published_as
from sayso.model.report import Published

Format = Literal["auto", "text", "html", "json", "jsonl"]
LANGUAGES = ("en", "und")
FIELDS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "article_text", "full_text", "maintext", "html"),
    "title": ("title", "headline"),
    "published": ("published", "published_at", "publish_date", "publishedAt", "date_published", "date", "pub_date"),
    "publisher": ("publisher", "source", "outlet", "site_name", "sitename"),
    "uri": ("url", "uri", "link"),
    "author": ("author", "byline", "authors"),
}


@dataclass(frozen=True)
class Options:
    """How inputs are taken.

    Args:
        published: the date of every report ("2020-06-18", "2020-06-18T14:30"); outranks what the files say.
        publisher: the publisher of every report; outranks what the files say.
        fields: our names (text, title, published, publisher, uri, author) to the fields of JSON records. What is
            not named is looked for under the usual names.
        format: what the inputs are; "auto": told by the name of the file, else by its first characters.
        max_chars: longer texts are refused.
        language: "en" refuses what is not English; "und" takes everything and says so in the header.

    Raises:
        OptionError: if a value is not among the choices.
    """

    published: str | None = None
    publisher: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    format: Format = "auto"
    max_chars: int = 1_000_000
    language: str = "en"

    def __post_init__(self) -> None:
        if self.format not in get_args(Format):
            raise OptionError("format", self.format, get_args(Format))
        if self.language not in LANGUAGES:
            raise OptionError("language", self.language, LANGUAGES)
        for name in self.fields:
            if name not in FIELDS:
                raise OptionError("field", name, FIELDS)
        if self.published and published_as(self.published, "given") is None:
            raise OptionError("published", self.published, ("2020-06-18", "2020-06-18T14:30", "18 June 2020"))

    @property
    def date(self) -> Published | None:
        """`published` as a date."""
        return published_as(self.published, "given") if self.published else None

    @property
    def max_bytes(self) -> int:
        """Bytes of a file or record that can still hold a text of `max_chars`: markup and encoding take their share."""
        return 8 * self.max_chars + 65_536
