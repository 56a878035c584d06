"""What a person sees: legible at 80 and 120 columns, every quotation in full."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.cli import beside, digest, pages, records, tour
from sayso.cli.highlights import Highlights
from sayso.cli.page import Page
from tests.cli import samples as s

HIGHLIGHTS = Highlights(s.SUMMARY, [s.REPORT_ROW], [s.RECORD], s.RECORD_VIEW, s.ACTOR, s.CONTRADICTION, s.RECORD_VIEW)
PAGES: dict[str, Callable[[Page], None]] = {
    "reading": lambda page: digest.print_reading(page, s.READING),
    "record": lambda page: beside.print_view(page, s.RECORD_VIEW),
    "why": lambda page: pages.print_why(page, s.WHY),
    "report": lambda page: pages.print_report_page(page, s.REPORT_VIEW),
    "actor": lambda page: pages.print_actor(page, s.ACTOR),
    "record row": lambda page: records.print_record(page, s.RECORD),
    "statement row": lambda page: records.print_statement(page, s.STATEMENT),
    "report row": lambda page: records.print_report(page, s.REPORT_ROW),
    "tour": lambda page: tour.print_tour(HIGHLIGHTS, None),
}
Drawn = Callable[[str, int], str]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Drawn:
    """The text of a page at a width."""

    def draw(name: str, columns: int = 80) -> str:
        monkeypatch.setenv("COLUMNS", str(columns))
        PAGES[name](Page())
        return capsys.readouterr().out

    return draw


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("name", PAGES)
def test_lines_fit_and_end_with_their_words(name: str, columns: int, drawn: Drawn) -> None:
    shown = drawn(name, columns)
    assert shown
    assert "\x1b" not in shown
    assert [line for line in shown.splitlines() if len(line) > columns or line != line.rstrip()] == []
    assert "\n\n\n" not in shown
    assert not shown.startswith("\n")


def test_a_reading_says_who_did_what_when_on_whose_word(drawn: Drawn) -> None:
    shown = drawn("reading", 120)
    assert "2020-03-03 (inferred from the text) · Lamta Mail · port.txt" in shown
    assert "2020-03-02  happened      ASSAULT heavy-weapons → dockers · Qasr Lamta, LBY\n" in shown
    assert "at least 3 dockers killed\n" in shown
    assert "            says: harbour master (assert)\n            “Shells fell on the port" in shown
    assert "–           denied        Coastal Brigade → ASSAULT heavy-weapons\n" in shown
    assert "Northland → arms → Coastal Brigade\n" in shown
    assert "related: READ MORE: What we know of the Coastal Brigade\n" in shown


def test_only_what_is_quoted_stands_in_quote_marks(drawn: Drawn) -> None:
    words = drawn("reading", 120).split("WORDS")[1].split("DEEDS")[0]
    assert "“Nobody warned us”" in words
    assert "    its guns had fired on the port\n" in words
    assert words.count("“") == 1


def test_accounts_stand_side_by_side_and_what_contradicts_is_marked(drawn: Drawn) -> None:
    lines = drawn("record", 80).splitlines()
    numbers = next(line for line in lines if line.startswith("numbers !"))
    assert "at least 3 dockers killed" in numbers
    assert "7 dockers killed" in numbers
    assert any(line.startswith("what   ") for line in lines)
    assert "KILLED  these cannot all be true" in lines


def test_one_column_for_each_account_where_there_is_no_room(drawn: Drawn) -> None:
    shown = drawn("record", 50)
    assert shown.count("\noutlet ") == 2
    assert max(map(len, shown.splitlines())) <= 50


def test_why_goes_down_to_the_characters(drawn: Drawn) -> None:
    shown = drawn("why", 120)
    says = "says: the harbour master (assert), in Lamta Mail · 2020-03-03 · sha256:abababababab 70–80"
    assert f"    “Qasr Lamta” — {says}\n" in shown
    assert "c-1 and c-2: same (0.92, by rule:first)\n    +0.40  the same day" in shown


def test_line_breaks_of_a_report_do_not_break_the_page(drawn: Drawn) -> None:
    assert "“Seven dockers died when gunners of the Coastal Brigade shelled Qasr Lamta.”" in drawn("record", 120)


def test_the_tour_says_that_the_reports_are_invented_and_how_to_go_on(drawn: Drawn) -> None:
    shown = drawn("tour", 80)
    assert "written for this demo and their outlets are invented" in " ".join(shown.split())
    assert [f"── {n}  " in shown for n in range(1, 7)] == [True] * 6
    assert "sayso demo --keep demo.db\n" in shown
    assert "sayso why demo.db r-5e1f0c\n" in shown


def test_a_page_without_title_actor_or_date(drawn: Drawn, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = Highlights(s.SUMMARY, [], [], None, None, None, None)
    monkeypatch.setitem(PAGES, "empty", lambda page: tour.print_tour(empty, "my file.db"))
    shown = drawn("empty", 80)
    assert "One event" not in shown
    assert "sayso find 'my file.db' --disputed" in shown
    assert "--keep" not in shown
