"""Whatever the text, its statements come back from what is exported."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.exporting.brat import file_name
from sayso.exporting.prov import bundle
from sayso.ingesting import from_text
from sayso.reading import Reader
from tests.exporting import test_annotations, test_brat, test_conll, test_prov, test_schemaorg

PIECES = (
    "the army said", "“We left,” he said.", "denied that it had", '"', "”", "\n\n", "She said the envoy had told her",
    "according to officials", "\t", "\u200b", "🕊", "in the U.S. camp", ". ", ", ", "declined to comment",
    "accused it of", "'", "Haftar", "1,000 men", "\u0301",
)  # fmt: skip


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
def test_messy_news(reader: Reader, text: str) -> None:
    reading = reader.read(
        from_text(f"The army said on Tuesday that it had left the town.\n\n{text}", published="2020-06-18")
    )
    for annotation in test_annotations.exported(reading):
        test_annotations.check(annotation)
    test_schemaorg.exported(reading)
    test_prov.check(bundle(reading))
    ((_, lines),) = test_conll.reports(test_conll.exported(reading))
    assert test_conll.read_back(lines) == test_conll.of(reading)
    name, found = file_name(reading), test_brat.files(reading)
    assert len(test_brat.Read(reading.text, found[f"{name}.ann"]).events) == len(reading.statements)
    assert found[f"{name}.txt"] == reading.text
