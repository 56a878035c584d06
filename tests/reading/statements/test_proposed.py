"""Rules and tagger together: who has the last word on what."""

from sayso.ingesting import from_text
from sayso.reading.cast import Cast
from sayso.reading.draft import Draft
from sayso.reading.parsing import parse, spacy_parser
from sayso.reading.statements.finding import Finding
from sayso.reading.statements.lexicon import cues
from sayso.reading.statements.nesting import kept
from sayso.reading.statements.proposed import KNOWN, MENDED, UNKNOWN
from sayso.reading.statements.proposed import joined as joined_firmly
from sayso.reading.statements.stage import Statements, find
from sayso.reading.tagging.decoding import Proposal
from sayso.reading.tagging.tagger import Seen


def drafted(text: str) -> Draft:
    draft = parse(from_text(text), spacy_parser())
    for layer in ("names", "times", "actors"):
        draft = draft.with_layer(layer, ())
    return draft


def rules(draft: Draft) -> list[Finding]:
    return kept(find(draft, cues()), Cast(draft))


def joined(found: list[Finding], seen: list[Seen], draft: Draft) -> list[Finding]:
    return joined_firmly(found, [f.quoted for f in found], seen, draft)


def seen(draft: Draft, lead: str, source: str, content: str, sure: float) -> Seen:
    """A proposal over the whole draft, its runs named by their words."""
    words = draft.words
    at = next(n for n, w in enumerate(words) if w.text == lead)

    def run(part: str) -> tuple[int, int]:
        begin = draft.text.index(part)
        covered = draft.words_in((begin, begin + len(part)))
        return covered[0].i, covered[-1].i + 1

    return Seen(words, Proposal(at, run(source) if source else None, (at, at + 1), (run(content),), sure))


def told(findings: list[Finding], text: str) -> list[tuple[str, list[str]]]:
    return sorted((f.lead.text, [text[b:e] for b, e in f.content]) for f in findings)


def test_what_the_tagger_does_not_see_falls() -> None:
    draft = drafted("The ministry said the road was open.")
    found = rules(draft)
    assert told(found, draft.text) == [("said", ["the road was open"])]
    assert joined(found, [], draft) == []


def test_quotations_stay_with_the_rules() -> None:
    draft = drafted('"The road is open," the ministry said.')
    assert told(joined(rules(draft), [], draft), draft.text) == [("said", ["The road is open"])]


def test_on_firm_findings_the_tagger_has_no_say() -> None:
    draft = drafted("The ministry said the road was open on Monday.")
    found = rules(draft)
    other = seen(draft, "said", "The ministry", "the road was open", 0.9)
    assert joined_firmly(found, [True], [other], draft) == found


def test_what_was_not_said_stays_with_the_rules() -> None:
    draft = drafted("The ministry refused to comment on the shelling of the camp.")
    (told,) = Statements(tagged=True)(draft)
    assert (told.act, told.negated) == ("refuse-comment", True)


def test_what_stands_in_other_words_stays_if_these_do() -> None:
    draft = drafted("The envoy said Paris had told him that the truce was over.")
    outer = seen(draft, "said", "The envoy", "Paris had told him that the truce was over", 0.9)
    assert [f.lead.text for f in joined(rules(draft), [outer], draft)] == ["said", "told"]
    assert joined(rules(draft), [], draft) == []


def test_the_tagger_mends_what_is_said_and_by_whom() -> None:
    draft = drafted("The ministry said the road was open on Monday.")
    better = seen(draft, "said", "The ministry", "the road was open", MENDED + 0.1)
    mended = joined(rules(draft), [better], draft)
    assert told(mended, draft.text) == [("said", ["the road was open"])]
    assert mended[0].frame == "clause"
    assert mended[0].source is not None and mended[0].source.text == "ministry"


def test_the_tagger_names_another_speaker() -> None:
    draft = drafted("The ministry said the road was open on Monday.")
    other = seen(draft, "said", "road", "on Monday", MENDED + 0.1)
    (mended,) = joined(rules(draft), [other], draft)
    assert mended.source_span is not None and draft.text[slice(*mended.source_span)] == "road"


def test_other_words_must_be_surer_than_words_of_saying() -> None:
    draft = drafted("The mayor babbled that the road was open. The mayor hinted that it was not.")
    babbled = [seen(draft, "babbled", "The mayor", "that the road was open", s) for s in (UNKNOWN - 0.01, UNKNOWN)]
    hinted = [seen(draft, "hinted", "The mayor", "that it was not", s) for s in (KNOWN - 0.01, KNOWN)]
    assert [len(joined([], [s], draft)) for s in babbled] == [0, 1]
    assert [len(joined([], [s], draft)) for s in hinted] == [0, 1]


def test_a_new_finding_knows_its_construction() -> None:
    draft = drafted("The mayor babbled that the road was open.")
    (found,) = joined([], [seen(draft, "babbled", "The mayor", "that the road was open", 0.9)], draft)
    assert (found.kind, found.frame, found.source and found.source.text) == ("verb", "clause", "mayor")


def test_words_of_one_end_where_those_of_the_next_begin() -> None:
    draft = drafted("The mayor hinted that the road was open; it was not, the envoy warned.")
    first = seen(draft, "hinted", "The mayor", "that the road was open; it", 0.9)
    second = seen(draft, "warned", "the envoy", "it was not", 0.9)
    assert told(joined([], [first, second], draft), draft.text) == [
        ("hinted", ["that the road was open"]),
        ("warned", ["it was not"]),
    ]


def test_quotations_of_the_rules_are_not_said_twice() -> None:
    draft = drafted('The mayor hinted that all was well. "The road is open," he said.')
    found = [f for f in rules(draft) if f.quoted]
    both = seen(draft, "hinted", "The mayor", 'that all was well. "The road is open', 0.9)
    assert told(joined(found, [both], draft), draft.text) == [
        ("hinted", ["that all was well"]),
        ("said", ["The road is open"]),
    ]
