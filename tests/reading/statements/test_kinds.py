"""What kind of speaker it is, and who is told: short texts, read by the rules."""

import pytest

from sayso.model.reading import Reading, Statement
from sayso.reading.reader import Reader, ReaderOptions
from tests.reading.texts import read_text


@pytest.fixture(scope="module")
def rules() -> Reader:
    return Reader(ReaderOptions(reader="rules"))


def statement(reading: Reading, says: str) -> Statement:
    at = reading.text.index(says)
    return next(s for s in reading.statements if any(b <= at < e for b, e in s.content))


@pytest.mark.parametrize(
    ("text", "says", "kind"),
    [
        ("The State Department said on Monday that talks would go on.", "talks would", "government"),
        ("Mayor Lena Roth resigned. The governor's office said nobody had asked her to.", "nobody had", "government"),
        ("The judges ruled that the letter was false.", "the letter was", "collective"),
        ("The regional court said that the letter was false.", "the letter was", "organisation"),
        ("Two callers said the depot would burn.", "the depot would", "anonymous"),
        ("A constable said the order had come by telephone.", "the order had", "anonymous"),
        ("A senior official who asked not to be named left early. He said the deal was dead.", "the deal", "anonymous"),
        ("My husband left in March. He said the road was open.", "the road was", "person"),
        ("Seven countries said the border would stay shut.", "the border would", "government"),
        ("One of the mayors, Tomas Brandt, said the letter was false.", "the letter was", "person"),
        ("The prosecution said the witness had been paid.", "the witness had", "organisation"),
    ],
)
def test_kinds_of_speakers(rules: Reader, text: str, says: str, kind: str) -> None:
    assert statement(read_text(rules, text, "2023-05-09"), says).source.kind == kind


@pytest.mark.parametrize(
    ("text", "says", "told"),
    [
        ("The charity urged donors to stop all payments.", "stop all", "donors"),
        ("The speaker told the ushers to clear the hall.", "clear the", "the ushers"),
        ("Guyana's ambassador asked both sides to leave the town.", "leave the", "both sides"),
        ("The envoy asked Damascus to open the road.", "open the", "Damascus"),
        ('"My brother told me he would wait," said Amira Sabet.', "he would wait", "Amira Sabet"),
    ],
)
def test_who_is_told(rules: Reader, text: str, says: str, told: str) -> None:
    reading = read_text(rules, text, "2023-05-09")
    found = min(
        (s for s in reading.statements if any(text.index(says) in range(b, e) for b, e in s.content)),
        key=lambda s: sum(e - b for b, e in s.content),
    )
    actor = next(a for a in reading.actors if a.id == found.addressee)
    assert told in {reading.text[slice(*m.span)] for m in actor.mentions}


@pytest.mark.parametrize(
    "text", ["Lena Roth is expected to speak tonight.", "The minister announced his engagement to Ada Bell on Monday."]
)
def test_nobody_is_told(rules: Reader, text: str) -> None:
    assert [s.addressee for s in read_text(rules, text, "2023-05-09").statements if s.addressee] == []
