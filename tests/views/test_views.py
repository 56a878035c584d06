"""Answers: complete, in words of the reports, and encodable."""

import msgspec
import pytest

from sayso.errors import OptionError
from sayso.model.judgement import Judgement, Reason
from sayso.storing import Store
from sayso.views.compare import number
from sayso.views.find import match
from sayso.views.query import day
from sayso.workspace import Workspace, add_outcomes
from tests.storing.fake import STORY, Fake, report


@pytest.fixture(scope="module")
def desk():
    store = Store(":memory:")
    add_outcomes(store, STORY, Fake)
    return Workspace(store)


def every_quotation(value):
    if isinstance(value, dict):
        if {"words", "begin", "end", "origin"} <= value.keys():
            yield value
        for inner in value.values():
            yield from every_quotation(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from every_quotation(inner)


def test_a_record_shows_its_accounts_side_by_side(desk):
    (row,) = desk.find(type="ASSAULT")
    assert (row.day, row.place, row.country, row.initiators) == ("2020-02-18", "Tripoli", "LBY", ("Alpha",))
    assert (row.reports, row.outlets, row.speakers, row.disputed) == (3, 3, 1, True)
    view = desk.show(row.id)
    assert view.record == row
    assert sorted(a.chain[-1].name for a in view.accounts) == ["Daily", "Herald", "Post"]
    denial = view.accounts[-1]
    assert (denial.status, [v.name for v in denial.chain]) == ("denied", ["Delta", "Post"])
    assert denial.trigger.words == "shelled"
    differing = {d.field: d for d in view.differences}
    assert set(differing) == {"status", "killed"}
    assert all(d.contradiction for d in differing.values())
    assert {c.value for c in differing["killed"].claims} == {"3", "5"}


def test_why_goes_down_to_the_words(desk):
    view = desk.why(desk.find(type="ASSAULT")[0].id)
    words = {(v.field, v.value): {e.quotation.words for e in v.evidence} for v in view.values}
    assert words["type", "ASSAULT"] == {"shelled"}
    assert words["day", "2020-02-18"] == {"2020-02-18"}
    assert words["place", "Tripoli"] == {"Tripoli"}
    assert words["killed", "5"] == {"5"}
    assert len(view.values[0].evidence) == 3
    assert any(m.verdict == "same" and m.reasons and m.by.startswith("rule:") for m in view.merges)


def test_every_quotation_is_in_its_report(desk):
    texts = {r.header.id: r.text for r in STORY}
    shown = [desk.show(row.id) for row in desk.find()] + [desk.why(row.id) for row in desk.find()]
    shown += [desk.show(r.header.id) for r in STORY] + desk.contradictions()
    found = [q for view in shown for q in every_quotation(view.as_dict())]
    assert len(found) > 40
    for q in found:
        assert texts[q["origin"]["report"]][q["begin"] : q["end"]] == q["words"]


def test_all_answers_become_json(desk):
    for answer in (
        desk.summary(),
        desk.find(),
        desk.find(what="reports"),
        desk.find(what="statements"),
        desk.contradictions(),
        desk.show("group/alpha"),
        desk.show(STORY[1].header.id),
        desk.why(desk.find()[0].id),
    ):
        assert len(msgspec.json.encode(answer)) > 100


def test_an_actor_over_all_reports(desk):
    view = desk.show("alpha")
    assert (view.id, view.name, view.kind, view.reports) == ("group/alpha", "Alpha", "armed-group", 3)
    assert [t.relation for t in view.ties] == ["backs"]
    assert [r.type for r in view.as_initiator] == ["ASSAULT"]
    assert view.as_recipient == ()
    assert [s.act for s in desk.show("Delta").statements] == ["deny"]


def test_a_report_with_its_layers(desk):
    view = desk.show(STORY[2].header.id)
    assert (view.publisher, view.published, view.basis) == ("Post", "2020-02-20", "given")
    assert [b.kind for b in view.blocks] == ["body"]
    assert {f.layer for f in view.found} == {"actor", "place", "time"}
    assert view.statements[0].id == f"{view.id}/s1"
    assert desk.show(view.statements[0].id) == view.statements[0]
    assert [a.status for a in view.accounts] == ["denied"]


def test_contradictions_are_two_tolls_and_a_denial(desk):
    assert [(c.field, c.record.type) for c in desk.contradictions()] == [("status", "ASSAULT"), ("killed", "ASSAULT")]


@pytest.mark.parametrize(
    ("one", "other", "against"),
    [("killing 3", "killing 3", False), ("killing 3", "killing 4", True)],
)
def test_equal_numbers_are_no_contradiction(one, other, against):
    store = Store(":memory:")
    texts = (
        f"On 2020-02-18 Alpha shelled Beta at Tripoli, {one}.",
        f"So: on 2020-02-18 Alpha shelled Beta at Tripoli, {other}.",
    )
    add_outcomes(store, [report(text) for text in texts], Fake)
    assert bool(Workspace(store).contradictions()) == against


FINDS = [
    ({}, 2),
    ({"text": "shelling"}, 1),
    ({"text": '"Alpha shelled Beta" killing'}, 1),
    ({"text": '"Beta shelled"'}, 0),
    ({"text": 'NEAR( "odd * ^ AND'}, 0),
    ({"type": "assault-heavy-weapons"}, 1),
    ({"type": "ASSAULT-aerial"}, 0),
    ({"actor": "alph"}, 1),
    ({"actor": "group/alpha", "status": "denied"}, 1),
    ({"place": "TRIPOLI"}, 1),
    ({"place": "geonames:2210554"}, 1),
    ({"country": "lby"}, 2),
    ({"country": "TUR"}, 0),
    ({"since": "2020-02-19"}, 1),
    ({"until": "2020-02"}, 2),
    ({"since": "2021"}, 0),
    ({"status": "planned"}, 0),
    ({"disputed": True}, 1),
    ({"disputed": False}, 1),
    ({"limit": 1}, 1),
    ({"what": "statements"}, 1),
    ({"what": "statements", "type": "deny", "actor": "delta"}, 1),
    ({"what": "statements", "text": "tripoli", "since": "2020-02-21"}, 0),
    ({"what": "statements", "place": "tripoli"}, 1),
    ({"what": "reports"}, 6),
    ({"what": "reports", "text": "market"}, 1),
    ({"what": "reports", "actor": "Gamma", "country": "LBY"}, 3),
    ({"what": "reports", "type": "CONSULT", "until": "2020-02-19"}, 2),
]


@pytest.mark.parametrize(("asked", "count"), FINDS)
def test_find(desk, asked, count):
    assert len(desk.find(**asked)) == count


@pytest.mark.parametrize(
    ("asked", "choice"),
    [
        ({"type": "WAR"}, "ASSAULT"),
        ({"type": "ASSAULT-tickle"}, "ASSAULT-aerial"),
        ({"status": "maybe"}, "alleged"),
        ({"what": "cats"}, "statements"),
        ({"since": "June"}, "2020-06"),
        ({"what": "statements", "type": "sing"}, "deny"),
        ({"what": "statements", "status": "denied"}, "records"),
        ({"what": "reports", "disputed": True}, "records"),
    ],
)
def test_unknown_words_name_the_choices(desk, asked, choice):
    with pytest.raises(OptionError, match=choice):
        desk.find(**asked)


def test_ids_may_be_short_but_not_ambiguous(desk):
    row = desk.find()[0]
    assert desk.show(row.id[:6]) == desk.show(row.id)
    account = desk.show(row.id).accounts[0].id
    assert desk.show(account[:6]).record == row
    report_id = STORY[0].header.id
    assert desk.show(report_id.removeprefix("sha256:")[:9]).id == report_id
    with pytest.raises(OptionError, match=r"sha256:.*\(report\)"):
        desk.show("sha256:")
    for nothing in ("zzz", "", "  ", "x/y", "sha256:00/s9"):
        with pytest.raises(OptionError, match="beginning"):
            desk.show(nothing)
    with pytest.raises(OptionError, match="this is a report"):
        desk.why(report_id)


def test_the_timeline_leaves_out_what_has_no_day(desk):
    assert [row.day for row in desk.timeline()] == ["2020-02-18", "2020-02-25"]


@pytest.mark.parametrize(
    ("given", "last", "found"),
    [
        ("2020", False, "2020-01-01"),
        ("2020", True, "2020-12-31"),
        ("2020-02", True, "2020-02-29"),
        ("2020-02-03", True, "2020-02-03"),
    ],
)
def test_a_month_or_year_stands_for_its_days(given, last, found):
    assert day(given, last) == found


def test_questions_to_the_index_have_no_operators():
    assert match('one "two three" OR') == '"one" "two three" "OR"'
    assert match('"') == '"""' + '"'
    assert match("  ") == '""'


def test_numbers_are_told_as_they_are_known():
    from sayso.model.reading import Count

    assert number(Count(what="killed", qualifier="at-least", value=20, span=(0, 1))) == "at-least 20"
    assert number(Count(what="killed", qualifier="vague", low=24, span=(0, 1))) == "vague 24"
    assert number(Count(what="killed", low=10, high=15, span=(0, 1))) == "10 to 15"


def test_why_names_the_person_who_joined_accounts():
    store = Store(":memory:")
    add_outcomes(store, STORY, Fake)
    left, right = sorted(row["id"] for row in store.select("SELECT min(id) AS id FROM account GROUP BY type"))
    reason = Reason(feature="note", weight=1.0, words="The visit ended in shelling.")
    store.judge(Judgement(left=left, right=right, verdict="same", score=1.0, by="person:ann", reasons=(reason,)))
    add_outcomes(store, (), Fake)
    merges = {m.by: m.reasons for m in Workspace(store).why(left).merges}
    assert merges["person:ann"] == (("The visit ended in shelling.", 1.0),)
    (rule,) = merges.keys() - {"person:ann"}
    assert all(words.endswith(".") for words, _ in merges[rule])
