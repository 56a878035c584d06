"""What happened: type and mode, one case a line in tests/cases/events.tsv; no type: the word names no event."""

import pytest

from sayso.reading import Reader
from tests.reading.events.plain import read, rows


@pytest.mark.parametrize("row", rows("events.tsv"), ids=lambda r: r["text"][:60])
def test_case(reader: Reader, row: dict[str, str]) -> None:
    draft = read(reader, row["text"])
    told = {draft.text[slice(*e.trigger[0])]: (e.type, e.mode or "") for e in draft.layer("events")}
    if row["type"]:
        assert told.get(row["trigger"]) == (row["type"], row["mode"]), told
    else:
        assert row["trigger"] not in told
