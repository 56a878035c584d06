"""Turns over paragraphs, headlines, nesting, and what a statement says besides its content."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.model.reading import Statement
from sayso.model.report import BlockKind
from sayso.reading.statements.stage import Statements
from tests.reading.statements.drafts import draft_of, shown, with_actors, with_times


def read(text: str, kinds: tuple[BlockKind, ...] = ()) -> tuple[Statement, ...]:
    return Statements()(draft_of(text, kinds))


def told(text: str, kinds: tuple[BlockKind, ...] = ()) -> list[tuple[str, str]]:
    return [(shown(text, s.source.spans), shown(text, s.content)) for s in read(text, kinds)]


def test_a_quotation_over_paragraphs_is_one_statement() -> None:
    text = "“We lost the bridge on Monday.\n“We lost the mill on Tuesday.\n“We will not lose the town,” the mayor said."
    assert told(text) == [
        ("the mayor", "We lost the bridge on Monday | We lost the mill on Tuesday | We will not lose the town")
    ]


def test_a_paragraph_without_cue_belongs_to_the_last_speaker() -> None:
    text = "“The dam is holding,” engineer Rosa Pell said.\n“We check it every hour.”"
    assert told(text) == [("engineer Rosa Pell", "The dam is holding | We check it every hour")]


def test_two_cues_are_two_statements() -> None:
    text = "“The dam is holding,” Pell said. “But we are worried,” she added."
    assert told(text) == [("Pell", "The dam is holding"), ("she", "But we are worried")]


def test_a_quotation_after_a_colon_in_the_paragraph_before() -> None:
    text = "The ministry said in a statement:\n“All flights are cancelled until further notice.”"
    assert told(text) == [("The ministry", "All flights are cancelled until further notice")]


def test_a_signed_quotation() -> None:
    assert told("“I have never seen such a flood.” — Rosa Pell") == [("Rosa Pell", "I have never seen such a flood")]


def test_headlines() -> None:
    assert told("Pell: dam will hold through winter", ("title",)) == [("Pell", "dam will hold through winter")]
    assert told("Dam will hold through winter – Rosa Pell", ("title",)) == [
        ("Rosa Pell", "Dam will hold through winter")
    ]


def test_labelled_turns() -> None:
    text = "HOST: Is the dam safe?\nPELL: It is holding, and we check it every hour."
    assert told(text) == [("HOST", "Is the dam safe"), ("PELL", "It is holding, and we check it every hour")]


def test_read_more_is_nobody() -> None:
    assert told("READ MORE: Who will pay for the new dam?") == []


def test_a_dateline_speaks_no_word() -> None:
    text = "KHARAT, May 3 (Ostwire) — Engineer Rosa Pell said the dam was holding."
    assert told(text) == [("Engineer Rosa Pell", "the dam was holding")]


def test_nesting() -> None:
    inner, outer = sorted(
        read("The envoy said the rebels claimed that the dam was safe."), key=lambda s: s.parent is None
    )
    assert inner.parent == outer.id and outer.parent is None


def test_only_third_parties_speak_inside_words() -> None:
    assert len(read("The envoy said he believed that the dam was safe.")) == 1


@pytest.mark.parametrize(
    ("text", "kind", "words", "name"),
    [
        ("Pell said in a talk with Radio Sol that it held.", "interview", "a talk with Radio Sol", "Radio Sol"),
        ("“The dam is safe,” Pell told a news conference.", "press-conference", "a news conference", None),
        ("“The dam is safe,” Pell wrote on Twitter.", "social", "Twitter", "Twitter"),
        ("In a statement, the ministry said the dam was safe.", "written", "a statement", None),
        ("The witness told the court that the dam was safe.", "court", "the court", None),
        ("Pell said at a rally that the dam was safe.", "speech", "a rally", None),
        ("Pell told the judges that the dam was safe.", "court", "the judges", None),
        ("Pell told the crowd that the dam was safe.", "speech", "the crowd", None),
        ("The letter said the dam was safe.", "written", "The letter", None),
        ("Pell tweeted that the dam was safe.", "social", "tweeted", None),
        ("In a televised speech, Pell said the dam was safe.", "broadcast", "a televised speech", None),
    ],
)  # fmt: skip
def test_venues(text: str, kind: str, words: str, name: str | None) -> None:
    (found,) = read(text)
    assert found.venue is not None
    assert (found.venue.kind, text[found.venue.span[0] : found.venue.span[1]], found.venue.name) == (kind, words, name)


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The union has not said when the strike will end.", True),
        ("The colonel refused to comment on the raid.", True),
        ("No group has claimed responsibility for the raid.", True),
        ("The union said the strike will not end.", False),
        ("The army denied that it had fired.", False),
        ("Ostland has not confirmed that account.", True),
        ("Neither side has commented.", True),
        ("The army has yet to say who fired.", True),
        ("There was no comment from the army on the raid.", True),
        ("Ostland did not deny that it had fired.", True),
    ],
)
def test_negated(text: str, negated: bool) -> None:
    assert [s.negated for s in read(text)] == [negated]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ministry said the dam was safe.", "government"),
        ("The report said the dam was safe.", "document"),
        ("A senior official said the dam was safe.", "anonymous"),
        ("Residents said the dam was safe.", "collective"),
        ("The party said the dam was safe.", "organisation"),
        ("The engineer said the dam was safe.", "person"),
        ("It is believed that the dam is safe.", "implicit"),
    ],
)
def test_kinds_of_speakers(text: str, kind: str) -> None:
    assert [s.source.kind for s in read(text)] == [kind]


def test_speaker_and_addressee_are_actors() -> None:
    text = "A spokesman for Kharat told Ostland that the dam was safe."
    draft = with_actors(
        draft_of(text), {"spokesman": ("A spokesman for Kharat",), "Kharat": ("Kharat",), "Ostland": ("Ostland",)}
    )
    (found,) = Statements()(draft)
    assert (found.source.actor, found.source.on_behalf_of, found.addressee) == ("a1", "a2", "a3")


def test_the_time_is_that_of_saying() -> None:
    draft = with_times(draft_of("Pell said on Tuesday that the dam broke on Monday."), "Tuesday", "Monday")
    assert [s.time for s in Statements()(draft)] == ["t1"]


def test_who_is_the_noun_before() -> None:
    text = "Omar Pell, who on Sunday announced that the dam had broken, left the town."
    (found,) = Statements()(with_actors(draft_of(text), {"Omar Pell": ("Omar Pell",)}, kind="person"))
    assert (shown(text, found.source.spans), found.source.actor, found.source.kind) == ("who", "a1", "person")


def test_it_said_goes_on_with_the_body_that_spoke() -> None:
    text = "The army said the dam was safe. It said the road was open."
    first, second = Statements()(with_actors(draft_of(text), {"the army": ("The army",)}, kind="military"))
    assert (first.source.actor, second.source.actor, second.source.kind) == ("a1", "a1", "organisation")


def test_it_said_is_left_open_after_somebody_else() -> None:
    text = "The army said the dam was safe. A doctor said the road was open. It said more would follow."
    assert [s.source.actor for s in Statements()(with_actors(draft_of(text), {"the army": ("The army",)}))][-1] is None


def test_who_denies_it_denies_what_was_said() -> None:
    text = "Ostland says Kharat broke the dam; Kharat denies it"
    said, denied = read(text, ("title",))
    assert [shown(text, s.content) for s in (said, denied)] == ["Kharat broke the dam"] * 2
    assert (said.act, denied.act, said.parent, denied.parent) == ("assert", "deny", None, None)


def test_speech_within_somebodys_words_is_indirect() -> None:
    text = "“The governor told residents that the dam was safe,” the doctor said."
    forms = {shown(text, s.cue): s.form for s in read(text)}
    assert forms == {"said": "direct", "told": "indirect"}


def test_a_quoted_piece_is_mixed() -> None:
    assert [s.form for s in read("The envoy condemned “the silence of the dam”.")] == ["mixed"]


def test_many_and_everyone_are_third_parties() -> None:
    text = "“Everyone admitted that the dam was safe,” the doctor said."
    admitted, said = sorted(read(text), key=lambda s: s.act)
    assert (shown(text, admitted.source.spans), admitted.parent) == ("Everyone", said.id)


def test_a_paper_is_nobody_s_he() -> None:
    text = "A statement said the envoy was wrong when he claimed that the dam was safe."
    found = {shown(text, s.cue): s for s in read(text)}
    assert found["claimed"].parent == found["said"].id


def test_where_takes_the_time_along() -> None:
    draft = with_times(draft_of("On Monday she visited the port where Pell discussed the dam."), "Monday")
    assert [s.time for s in Statements()(draft)] == ["t1"]


@pytest.mark.parametrize(("doer", "act"), [("Ostland", "threaten"), ("Kharat", "warn")])
def test_harm_of_ones_own_state_threatens(doer: str, act: str) -> None:
    text = f"The minister, Omar Pell, warned that {doer} would attack the port."
    draft = with_actors(draft_of(text), {"Omar Pell": ("Omar Pell",), doer: (doer,)}, kind="state")
    countries = ("OST", "OST" if doer == "Ostland" else "KHA")
    person, state = draft.layer("actors")
    actors = (
        msgspec.structs.replace(person, country=countries[0], kind="person"),
        msgspec.structs.replace(state, country=countries[1]),
    )
    assert [s.act for s in Statements()(draft.with_layer("actors", actors))] == [act]


def test_a_dateline_with_a_colon_speaks_no_word() -> None:
    text = "KHARAT: The engineer, Rosa Pell, said the dam was holding."
    assert told(text) == [("The engineer, Rosa Pell", "the dam was holding")]


def test_a_signature_in_the_next_paragraph() -> None:
    assert told("“I have never seen such a flood.”\n- Rosa Pell, Kharat") == [
        ("Rosa Pell", "I have never seen such a flood")
    ]


def test_a_role_after_a_dash_speaks() -> None:
    assert told("Dam will hold through winter – minister", ("title",)) == [("minister", "Dam will hold through winter")]
    assert told("Dam holds through winter – LIVE", ("title",)) == []


def test_a_pronoun_for_somebody_else_speaks_inside_words() -> None:
    text = "The envoy left. Two engineers said she had told them that the dam was safe."
    actors = {"envoy": ("The envoy", "she"), "engineers": ("Two engineers",)}
    assert [s.source.actor for s in Statements()(with_actors(draft_of(text), actors))] == ["a2", "a1"]


def test_nobody_tells_himself() -> None:
    text = "The envoys told them that the dam was safe."
    (found,) = Statements()(with_actors(draft_of(text), {"envoys": ("The envoys", "them")}))
    assert (found.source.actor, found.addressee) == ("a1", None)


def test_the_name_beside_a_title_speaks() -> None:
    text = "The coordinator for relief, Omar Pell, said the dam was safe."
    draft = with_actors(draft_of(text), {"Omar Pell": ("Omar Pell",)}, kind="person")
    assert [s.source.actor for s in Statements()(draft)] == ["a1"]


def test_all_who_spoke_together_are_in_the_span() -> None:
    text = "Greece, Cyprus and Egypt condemned the raid."
    (found,) = Statements()(with_actors(draft_of(text), {"Greece": ("Greece",), "Egypt": ("Egypt",)}))
    assert (shown(text, found.source.spans), found.source.actor) == ("Greece, Cyprus and Egypt", "a1")


def test_statements_are_numbered_in_the_order_of_the_text() -> None:
    found = read("Pell said the dam held. The envoy said it broke. She denied it had ever been safe.")
    assert [s.id for s in found] == ["s1", "s2", "s3"]
    assert [s.content[0] for s in found] == sorted(s.content[0] for s in found)


PIECES = [
    "“",
    "”",
    '"',
    "'",
    "’",
    " said ",
    "Pell",
    " told ",
    ",",
    ".",
    "\n",
    ":",
    " — ",
    " that ",
    "(",
    "…",
    "\u202e",
    "😀",
    " the dam ",
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_nothing_raises_and_every_span_is_sound(text: str) -> None:
    found = read(text)
    ids = {s.id for s in found}
    for s in found:
        for b, e in (*s.content, *s.cue, *s.source.spans):
            assert 0 <= b < e <= len(text)
            assert text[b:e] == text[b:e].strip()
        assert s.content and (s.parent is None or s.parent in ids - {s.id})
