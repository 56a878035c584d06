from sayso.model.report import Block, Header, Published, Report
from sayso.reading.draft import Draft, Sentence, Word
from sayso.reading.times import Times


def drafted(day):
    text = "Port shelled Tuesday\n\nPhoto of 1 May 2001\n\nA day earlier the fleet left."
    blocks = (
        Block(span=(0, 20), kind="title"),
        Block(span=(22, 41), kind="credit"),
        Block(span=(43, len(text)), kind="body"),
    )
    words = tuple(Word(i, text[b : b + 4], b, "", "X", "X", "dep") for i, b in enumerate((0, 43)))
    sentences = (Sentence(0, words[:1], 0), Sentence(1, words[1:], 2))
    header = Header(id="sha256:0", published=Published(day, "day" if day else "unknown"))
    return Draft(Report(header=header, text=text, blocks=blocks), blocks, sentences, words)


def test_only_parsed_blocks_are_read_and_the_report_is_the_anchor():
    draft = drafted("2020-06-18")
    times = Times()(draft)
    assert [(draft.text[slice(*t.span)], t.timex, t.anchor) for t in times] == [
        ("Tuesday", "2020-06-16", "report"),
        ("A day earlier", "2020-06-15", "t1"),
    ]


def test_without_a_day_values_keep_their_unknown_parts():
    assert Times()(drafted(None))[0].timex == "XXXX-WXX-2"
    assert (Times.reads, Times.writes) == ((), "times")
