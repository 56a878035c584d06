"""Exports: the columns promised, one line a row, nothing that the records do not hold, the same bytes in any order."""

import csv
import io

import msgspec
import pytest

from sayso.errors import OptionError
from sayso.exporting import ARCHIVES, FORMATS
from sayso.exporting.polecat import COLUMNS, coded
from sayso.exporting.source import cell
from sayso.model.reading import Reading
from sayso.model.record import Record
from sayso.storing import Store
from sayso.workspace import Workspace, add_outcomes
from tests.storing.fake import STORY, Fake, report

POLECAT = [
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Actor COW",
    "Primary Actor Sector",
    "Actor Sectors",
    "Actor Title",
    "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name",
    "Recipient Country",
    "Recipient COW",
    "Primary Recipient Sector",
    "Recipient Sectors",
    "Recipient Title",
    "Recipient Name Raw",
    "Wikipedia Recipient ID",
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
]


@pytest.fixture(scope="module")
def desk():
    store = Store(":memory:")
    add_outcomes(store, STORY, Fake)
    return Workspace(store)


def export(desk, name):
    stream = io.StringIO(newline="")
    count = desk.export(name, stream)
    return count, stream.getvalue()


def exported_bytes(desk, name):
    whole = io.BytesIO()
    stream = io.TextIOWrapper(whole, encoding="utf-8", newline="")
    desk.export(name, stream)
    stream.flush()
    return whole.getvalue()


@pytest.mark.parametrize("name", FORMATS)
def test_the_order_and_company_of_reports_change_no_byte(name, desk):
    backwards = Store(":memory:")
    for one in STORY[::-1]:
        add_outcomes(backwards, [one], Fake)
    whole = exported_bytes(desk, name)
    assert whole == exported_bytes(Workspace(backwards), name) == exported_bytes(desk, name)
    assert (whole[:2] == b"PK") == (name in ARCHIVES)


@pytest.mark.parametrize("name", FORMATS)
def test_a_database_without_reports_is_exported_as_nothing(name):
    empty = Workspace(Store(":memory:"))
    assert empty.export(name, io.TextIOWrapper(io.BytesIO(), encoding="utf-8")) == 0


def test_jsonl_is_what_read_prints(desk):
    count, text = export(desk, "jsonl")
    assert count == 6
    readings = [Fake().read(r) for r in STORY]
    assert sorted(text.splitlines()) == sorted(msgspec.json.encode(r).decode() for r in readings)
    days = [msgspec.json.decode(line, type=Reading).report.published.value for line in text.splitlines()]
    assert days == sorted(days, key=lambda d: d or "9")


def test_csv_has_a_row_for_each_account(desk):
    count, text = export(desk, "csv")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == count == 5
    texts = {r.header.id: r.text for r in STORY}
    for row in rows:
        assert texts[row["report"]][int(row["quotation_begin"]) : int(row["quotation_end"])] == row["quotation"]
        assert texts[row["report"]][int(row["trigger_begin"]) : int(row["trigger_end"])] == row["trigger"]
    denial = next(row for row in rows if row["status"] == "denied")
    assert (denial["said_by"], denial["uri"][:4]) == ("Delta < Post", "Post")
    assert text.endswith("\r\n")


def test_records_csv_has_a_row_for_each_record(desk):
    count, text = export(desk, "records-csv")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["type"] for row in rows] == ["ASSAULT", "CONSULT"]
    assert count == 2
    assert rows[0]["publishers"] == "Daily; Herald; Post"
    assert (rows[0]["disputed"], rows[1]["texts"]) == ("yes", "1")


def test_polecat_has_its_forty_columns(desk):
    count, text = export(desk, "polecat")
    lines = [line.split("\t") for line in text.splitlines()]
    assert lines[0] == POLECAT
    assert len(POLECAT) == len(COLUMNS) == 40
    assert {len(line) for line in lines} == {40}
    assert len(lines) - 1 == count == 2
    row = dict(zip(POLECAT, lines[1], strict=True))
    assert (row["Event Date"], row["Event Type"], row["Event Mode"]) == ("2020-02-18", "ASSAULT", "heavy-weapons")
    assert (row["Intensity"], row["Quad Code"], row["Contexts"]) == ("-9.5", "4", "military")
    assert (row["Actor Name"], row["Actor Country"], row["Actor COW"]) == ("Alpha", "LBY", "None")
    assert (row["Primary Actor Sector"], row["Actor Sectors"]) == ("REB", "REB;MIL")
    assert (row["Placename"], row["City"], row["Province"], row["GeoNames ID"]) == (
        "Tripoli", "Tripoli", "Coast", "2210247",
    )  # fmt: skip
    assert row["Publication Date"] == "2020-02-19"


def record(type_, status, mode=None):
    return Record(
        id="E1", type=type_, mode=mode, status=status, day=None, day_end=None, place=None, country=None, initiators=(),
        recipients=(), accounts=(), values={}, reports=1, outlets=1, texts=1, speakers=0, disputed=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("type_", "status", "code"),
    [
        ("ASSAULT", "happened", ("ASSAULT", None)),
        ("ASSAULT", "alleged", ("ASSAULT", None)),
        ("ASSAULT", "denied", None),
        ("ASSAULT", "hypothetical", None),
        ("ASSAULT", "planned", None),
        ("RETREAT", "planned", ("CONCEDE", None)),
        ("CONSULT", "proposed", ("AGREE", None)),
        ("AID", "demanded", None),
        (None, "happened", None),
    ],
)
def test_what_did_not_happen_is_not_exported_as_a_deed(type_, status, code):
    assert coded(record(type_, status)) == code


def test_values_are_one_line():
    assert cell("a\tb\r\nc\u2028d  e") == "a b c d e"
    assert cell(None) == ""
    assert cell(0) == "0"


def test_tabs_and_line_ends_in_a_text_do_not_break_rows():
    store = Store(":memory:")
    text = 'On 2020-02-18 Alpha shelled Beta at Tripoli, said\tthe "man"\nand his, well; dog.'
    add_outcomes(store, [report(text, 'The "Daily";\tNews')], Fake)
    desk = Workspace(store)
    assert {len(line.split("\t")) for line in export(desk, "polecat")[1].splitlines()} == {40}
    (row,) = csv.DictReader(io.StringIO(export(desk, "csv")[1], newline=""))
    assert row["publisher"] == 'The "Daily"; News'
    assert row["quotation"] == 'On 2020-02-18 Alpha shelled Beta at Tripoli, said the "man" and his, well; dog.'


def test_an_unknown_format_names_the_choices(desk):
    with pytest.raises(OptionError, match="jsonl, csv, records-csv, polecat"):
        desk.export("xml", io.StringIO())


def test_nothing_to_export_is_only_a_header():
    count, text = export(Workspace(Store(":memory:")), "polecat")
    assert (count, text.count("\n")) == (0, 1)
