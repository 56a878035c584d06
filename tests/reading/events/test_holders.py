"""The status of an event in the eyes of each holder: one case a line in tests/cases/holders.tsv.

A view is written SPEAKER=STATUS, the speaker by the last word that names him, the innermost first, the report last.
"""

import pytest

from sayso.model.reading import Event, Statement, View
from sayso.reading import Reader
from sayso.reading.draft import Draft
from tests.reading.events.plain import read, rows


def _name(holder: str | None, draft: Draft) -> str:
    if holder is None:
        return "report"
    statement: Statement = next(s for s in draft.layer("statements") if s.id == holder)
    return draft.text[slice(*statement.source.spans[0])].split()[-1] if statement.source.spans else "nobody"


def _shown(event: Event, draft: Draft) -> str:
    return " ".join(f"{_name(v.holder, draft)}={v.status}" for v in event.views)


@pytest.mark.parametrize("row", rows("holders.tsv"), ids=lambda r: f"{r['text'][:60]}|{r['word']}")
def test_case(reader: Reader, row: dict[str, str]) -> None:
    draft = read(reader, row["text"])
    named = [e for e in draft.layer("events") if draft.text[slice(*e.trigger[0])] == row["word"]]
    assert row["views"] in [_shown(e, draft) for e in named]


def test_every_event_has_the_view_of_the_report_last(reader: Reader) -> None:
    text = (
        "The envoy said the army had denied shelling the camp. Rebels burned the mill. The mayor condemned the attack."
    )
    events = read(reader, text).layer("events")
    assert len(events) >= 3
    for event in events:
        assert event.views[-1].holder is None
        assert event.views[0].holder == event.said_by
        assert len({v.holder for v in event.views}) == len(event.views)


def test_a_view_outside_any_statement_is_the_status(reader: Reader) -> None:
    (event,) = read(reader, "The army did not shell the camp.").layer("events")
    assert event.views == (View(holder=None, status="denied"),)
