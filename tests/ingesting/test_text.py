"""Text to a report: what is kept, what is refused, and that nothing else is raised."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import RejectedInput
from sayso.ingesting import from_text
from sayso.ingesting.charset import decode

STORY = (
    "Army shells port of Sirte\n\nThe army shelled the port of Sirte on Wednesday, the harbour master said.\n\n"
    "The government denied it and said that its guns had been silent since the truce."
)


def test_what_is_known_is_in_the_header():
    found = from_text(STORY, published="2020-06-18", publisher="The Coast Herald", author="Lena Marsh", uri="a.txt")
    assert found.text == STORY
    assert found.header.title == "Army shells port of Sirte"
    assert (found.header.publisher, found.header.author, found.header.uri) == (
        "The Coast Herald",
        "Lena Marsh",
        "a.txt",
    )
    assert (found.header.published.value, found.header.published.precision) == ("2020-06-18", "day")


def test_the_same_text_is_the_same_report_wherever_it_came_from():
    one, two = from_text(STORY, uri="a.txt"), from_text(STORY.replace("\n", "\r\n"), uri="b.txt", publisher="X")
    assert one.header.id == two.header.id == "sha256:" + hashlib.sha256(STORY.encode()).hexdigest()
    assert one.blocks == two.blocks


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        ("\ufeffOne line.\r\nTwo.\rThree.", "One line.\nTwo.\nThree."),
        ("One\u2028two\x85three\x0cfour.", "One\ntwo\nthree\nfour."),
        ("The army\x00 left the town.", "The army  left the town."),
        ("The army \ud83d left.", "The army \ufffd left."),
        ("  Blanks stay.\t \n\n", "  Blanks stay.\t \n\n"),
        ("Nobody \u202eleft\u202c 🎈 the town.", "Nobody \u202eleft\u202c 🎈 the town."),
    ],
)
def test_what_is_kept(given_text, kept):
    assert from_text(given_text).text == kept


DUTCH = (
    "De regering heeft gisteren besloten om het leger naar de grens te sturen, zei een woordvoerder van de minister. "
    * 2
)
FRENCH = (
    "Le gouvernement a décidé hier d'envoyer l'armée à la frontière, selon le porte-parole du ministre de la défense. "
    * 2
)
ARABIC = (
    "أعلنت الحكومة أمس أنها سترسل قوات إضافية إلى الحدود بعد هجوم على نقطة تفتيش قرب المدينة "
    "وقال المتحدث باسم الجيش إن الوضع هادئ في الشوارع"
)
CHINESE = "政府昨天决定向边境派遣军队，国防部发言人在新闻发布会上说。这座城市的局势仍然平静。"


@pytest.mark.parametrize("text", [DUTCH, FRENCH, ARABIC, CHINESE], ids=["dutch", "french", "arabic", "chinese"])
def test_other_languages_are_refused(text):
    with pytest.raises(RejectedInput) as refused:
        from_text(text)
    assert refused.value.code == "not-english"


@pytest.mark.parametrize(
    "text",
    [
        STORY.upper(),
        "Das Heer verließ gestern die Stadt.",
        "Four dead in Sirte",
        "Killed: Adel Karim, Sirte. Omar Salim, Tunis. Lena Marsh, Zuwara. Wounded: Tom Reed, Sirte, from Leeds. "
        "Salma Hadi, Mistah. Released: Nadia Farah, nurse, with son Yusuf. Missing: Karim Aziz, driver, Zliten.",
        "The minister said “Nous n’accepterons jamais cette guerre” and left the room with his guests from the north.",
    ],
)
def test_capitals_short_texts_and_foreign_quotations_are_taken(text):
    assert from_text(text).text == text


@pytest.mark.parametrize("text", ["", " \n\t ", "\ufeff", "… — !?", "\x00"])
def test_empty(text):
    with pytest.raises(RejectedInput) as refused:
        from_text(text)
    assert refused.value.code == "empty"


def test_binary_is_not_text():
    with pytest.raises(RejectedInput) as refused:
        from_text("MZ\x00\x01\x02\x03 program \x04\x05" * 20)
    assert refused.value.code == "not-text"


def test_a_date_that_is_none_names_the_way_out():
    with pytest.raises(RejectedInput, match="2020-06-18") as refused:
        from_text(STORY, published="soon")
    assert refused.value.code == "bad-date"


PIECES = [
    "the",
    "army,",
    "said.",
    "June",
    "15,",
    "2020",
    "on Monday",
    "\n",
    "\n\n",
    "AA",
    "(not seen)",
    "—",
    "“",
    ":",
    "\x00",
]
WORDS = st.lists(st.sampled_from(PIECES))


@settings(max_examples=200)
@given(st.one_of(st.text(), WORDS.map(" ".join), st.text(alphabet=st.characters())))
def test_nothing_but_rejected_input_is_raised_and_the_spans_hold(text):
    try:
        found = from_text(text)
    except RejectedInput as refused:
        assert refused.code in {"empty", "not-text", "not-english"}
        return
    assert found.text.encode()
    assert all(0 <= b < e <= len(found.text) for b, e in (block.span for block in found.blocks))
    assert from_text(found.text) == found


def test_a_line_of_a_megabyte_is_quick_and_whole():
    text = "The army left the town on Monday, June 15, 2020, he said. " * 18_000
    found = from_text(text)
    assert [b.kind for b in found.blocks] == ["body"]
    assert found.header.published.basis == "unknown"


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("latin-1", "José Muñoz, Jürgen Müller and João Conceição"),
        ("cp1252", "“Señor” Núñez’s café"),
        ("iso8859-9", "Erdoğan, Çavuşoğlu and Kılıç"),
        ("cp1250", "Wałęsa and Mączka"),
    ],
)
def test_letters_of_old_encodings(encoding: str, words: str) -> None:
    raw = f"The envoy met {words} in the town hall on Monday and left for the coast in the evening.".encode(encoding)
    assert words in decode(raw)
