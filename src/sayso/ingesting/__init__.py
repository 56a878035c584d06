"""Ingesting: files to reports. A table of contents.

inputs      files, folders and standard input to streams: `ingest`
stream      bytes with a name
formats     what a stream holds; gzip
archive     zip
records     JSON and JSON Lines
html        web pages: `from_html`
text        the one place where a report is made: `from_text`
charset     bytes to text
language    is it English?
published   a date as somebody gives it
datelines   the dateline before a first sentence, cut off from it
dating      the date that a text itself shows
paragraphs  lines to paragraphs
blocks      the kind of every block, by `headlines`, `captions` and the patterns of `furniture`
context     what such a rule may look at
options     what a caller may set
"""

from sayso.ingesting.html import from_html
from sayso.ingesting.inputs import ingest
from sayso.ingesting.options import Options
from sayso.ingesting.text import from_text

__all__ = ["Options", "from_html", "from_text", "ingest"]
