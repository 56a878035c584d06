"""Frames: each one's own example, and what they leave alone."""

import pytest

from sayso.knowledge.frames import Frame, frames
from sayso.reading import Reader
from sayso.reading.events.frames import framed
from sayso.reading.events.status import status_of
from sayso.reading.parsing import parse
from tests.reading.events.plain import plain


@pytest.mark.parametrize("frame", frames().all, ids=lambda f: f.row.say)
def test_example_of_each_frame(reader: Reader, frame: Frame) -> None:
    begin = frame.row.say.index("*")
    draft = parse(plain(frame.row.say.replace("*", "")), reader.parser)
    word = next(w for w in draft.words if w.start == begin)
    assert status_of(word, draft) == frame.row.gives


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The envoy who offered to mediate, and whose guards shelled the camp, left.", "shelled", "happened"),
        ("The prosecutors say that the banker who fled bribed two jurors.", "fled", "happened"),
        ("The ministry has not ruled out an invasion of the islands.", "invasion", "hypothetical"),
    ],
)
def test_what_frames_leave_alone(reader: Reader, text: str, word: str, status: str) -> None:
    draft = parse(plain(text), reader.parser)
    assert status_of(next(w for w in draft.words if w.text == word), draft) == status


def test_a_frame_overrules_only_what_it_is_for(reader: Reader) -> None:
    draft = parse(plain("The king stopped short of declaring war."), reader.parser)
    word = next(w for w in draft.words if w.text == "declaring")
    assert framed(word, "happened") == "denied"
    peace = next(w for w in draft.words if w.text == "king")
    assert framed(peace, "happened") == "happened"
