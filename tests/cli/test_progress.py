"""Progress: never on standard output, a bar only where a person watches long work."""

from __future__ import annotations

import pytest

from sayso.cli.making import Making
from sayso.cli.progress import Bar, bar
from sayso.workspace import Progress


def _at(seconds: float) -> Progress:
    return Progress(step="reading", done=3, total=10, words=900, rejected=1, seconds=seconds)


def test_nothing_is_drawn_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with bar() as shown:
        shown(_at(5.0))
    assert capsys.readouterr() == ("", "")
    assert shown.last == _at(5.0)


def test_short_work_has_no_bar_and_long_work_has_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    shown = Bar(watched=True)
    shown(_at(0.5))
    shown.close()
    assert capsys.readouterr() == ("", "")
    shown(_at(1.5))
    shown.close()
    out, err = capsys.readouterr()
    assert out == ""
    assert "reading" in err
    assert "3/10" in err
    assert "1 rejected" in err


def test_no_bar_across_results_in_the_same_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in ("stdout", "stderr"):
        monkeypatch.setattr(f"sys.{stream}.isatty", lambda: True, raising=False)
    with bar(streaming=True) as beside, bar() as alone:
        assert (beside.watched, alone.watched) == (False, True)


def test_making_the_gazetteer_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    making = Making()
    for places in (10, 20):
        making("towns", places)
    making.close()
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "making the gazetteer of places; this is done once\ngazetteer of 20 places made\n"
    Making().close()
    assert capsys.readouterr().err == ""
