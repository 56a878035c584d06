"""Amounts: qualifiers, bounds, vague words, what is counted."""

import pytest

from sayso.reading import Reader
from sayso.reading.parsing import parse
from sayso.reading.quantities import Quantities, Quantity
from tests.reading.events.plain import plain, rows


def quantities(reader: Reader, text: str) -> tuple[str, tuple[Quantity, ...]]:
    draft = parse(plain(text), reader.parser).with_layer("times", ())
    return draft.text, Quantities()(draft)


@pytest.mark.parametrize("row", rows("quantities.tsv"), ids=lambda r: r["text"][:40] + " / " + r["words"])
def test_case(reader: Reader, row: dict[str, str]) -> None:
    text, found = quantities(reader, row["text"])
    one = next((q for q in found if text[slice(*q.span)] == row["words"]), None)
    assert one is not None, [text[slice(*q.span)] for q in found]
    told = tuple("" if v is None else str(v) for v in (one.value, one.low, one.high))
    assert (one.qualifier, *told) == (row["qualifier"], row["value"], row["low"], row["high"])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Troops killed 12 rebels.", "people"),
        ("The bank lent 40 million dollars.", "money"),
        ("The price rose by 12 percent.", "percent"),
        ("The base lies 30 kilometres from the town.", "distance"),
        ("The ship carried 900 tonnes of grain.", "weight"),
        ("The truce held for 9 days.", "duration"),
        ("The army lost 14 tanks.", "things"),
    ],
)
def test_kind(reader: Reader, text: str, kind: str) -> None:
    assert [q.kind for q in quantities(reader, text)[1]] == [kind]


def test_figures_of_a_time_are_no_amount(reader: Reader) -> None:
    reading = reader.pipeline(parse(plain("Troops killed nine rebels on 14 May 2019."), reader.parser))
    assert [reading.text[slice(*q.span)] for q in reading.layer("quantities")] == ["nine"]
