"""Who did it to whom: one case a line in tests/cases/roles.tsv; parties separated by "; ", articles left out."""

import pytest

from sayso.model.reading import Party
from sayso.reading import Reader
from sayso.reading.draft import Draft
from tests.reading.events.plain import read, rows


def words(draft: Draft, parties: tuple[Party, ...]) -> list[str]:
    return [draft.text[slice(*p.span)].removeprefix("The ").removeprefix("the ") for p in parties]


def listed(cell: str | None) -> list[str]:
    return cell.split("; ") if cell else []


@pytest.mark.parametrize("row", rows("roles.tsv"), ids=lambda r: r["text"][:60])
def test_case(reader: Reader, row: dict[str, str]) -> None:
    draft = read(reader, row["text"])
    told = {draft.text[slice(*e.trigger[0])]: e for e in draft.layer("events")}
    assert row["trigger"] in told
    event = told[row["trigger"]]
    assert words(draft, event.initiators) == listed(row["initiators"])
    assert words(draft, event.recipients) == listed(row["recipients"])


def test_we_is_the_speaker(reader: Reader) -> None:
    draft = read(reader, '"We attacked the camp," General Ali Karim said on Monday.')
    event = next(e for e in draft.layer("events") if e.type == "ASSAULT")
    speaker = draft.layer("statements")[0].source.actor
    assert speaker is not None
    assert [p.actor for p in event.initiators] == [speaker]
