"""The laws that hold for any text: reading never raises, every span is exact, and nothing but the text decides."""

import os
import random
import subprocess
import sys
from importlib.resources import as_file, files

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import RejectedInput
from sayso.ingesting import from_html, from_text, ingest
from sayso.model.report import Report
from sayso.reading import Reader
from tests.spans import check

READER = Reader()
QUOTES = "\"'“”‘’„‟«»‹›`´"
ODD = "\x00\x07\x1b\u200b\u202e\ufeff\u2028\u0300🚀👩‍👩‍👧é\u05d0\u0639中\t"
PHRASES = (
    "the army said", "according to officials", "killed at least 12 people", "on Tuesday", "in Tripoli",
    "Khalifa Haftar", "denied that it had", "more than 1,000", "a day earlier", "Turkey's foreign minister", "he added",
    "READ MORE: ", "\n", "\n\n", ". ", ", ", "AA\n", "(GNA)", "since April 2019", "will attack", "-", "—", ": ", "'s",
    "airstrike on the port", "would not",
)  # fmt: skip
messy = st.lists(
    st.one_of(st.sampled_from(PHRASES), st.text(QUOTES + ODD + " .,;:!?()[]", max_size=6), st.text(max_size=8)),
    max_size=40,
).map(" ".join)
TAGS = ("<p>", "</p>", "<div", ">", "<!--", "-->", "<script>", "&amp;", "&#x0;", "<h1>")
CALM = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read_or_refuse(text: str) -> None:
    try:
        report = from_text(text, published="2020-06-18")
    except RejectedInput:
        return
    check(READER.read(report))


@CALM
@given(messy)
def test_reading_messy_news_never_raises_and_keeps_the_span_law(text: str) -> None:
    read_or_refuse(text)


@CALM
@given(st.text(max_size=300))
def test_reading_any_text_never_raises_and_keeps_the_span_law(text: str) -> None:
    read_or_refuse(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*TAGS, *PHRASES])).map("".join))
def test_html_soup_is_read_or_refused(soup: str) -> None:
    try:
        report = from_html(soup)
    except RejectedInput:
        return
    check(READER.read(report))


def test_a_line_of_a_megabyte() -> None:
    line = ("The army shelled the port of Tripoli, a spokesman said. " * 20_000)[:1_000_000]
    check(READER.read(from_text(line[:200_000])))
    unbroken = "a" * 999_000 + " said the army"
    read_or_refuse(unbroken)


def test_capitals_right_to_left_and_unbalanced_marks() -> None:
    for text in (
        "THE ARMY SAID ON MONDAY THAT IT HAD TAKEN THE TOWN OF SIRTE FROM THE MILITIAS OF KHALIFA HAFTAR.",
        "قال المتحدث إن الجيش دخل المدينة. The army entered the town, the spokesman said.",
        "“The town is ours,\" the colonel said, ”and we 'will hold it.",
        '""""“““ he said ”””',
    ):
        read_or_refuse(text)


def demo_reports() -> list[Report]:
    with as_file(files("sayso").joinpath("data", "demo")) as folder:
        return [r for r in ingest([folder]) if isinstance(r, Report)]


def test_order_and_company_change_no_byte() -> None:
    reports = demo_reports()
    assert len(reports) >= 24
    first = {r.header.id: msgspec.json.encode(READER.read(r)) for r in reports}
    random.Random(7).shuffle(reports)
    assert {r.header.id: msgspec.json.encode(READER.read(r)) for r in reports} == first


def printed(paths: list[str], seed: str, zone: str, workers: str) -> bytes:
    """What `sayso read` prints in a process of its own."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
    command = [sys.executable, "-m", "sayso", "read", *paths, "--json", "--workers", workers]
    return subprocess.run(command, env=environment, capture_output=True, check=True).stdout


def test_hash_seed_time_zone_order_and_workers_change_no_byte() -> None:
    with as_file(files("sayso").joinpath("data", "demo")) as folder:
        paths = sorted(str(p) for p in folder.iterdir())
        one = printed(paths, "1", "UTC", "1")
        two = printed(paths[::-1], "2", "Pacific/Auckland", "2")
    assert len(one.splitlines()) >= 24
    assert sorted(one.splitlines()) == sorted(two.splitlines())
    assert one.splitlines() != two.splitlines()
