"""When two accounts are one: what joins, what keeps apart, and that order does not matter."""

from itertools import permutations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sayso.assembling import assemble
from sayso.linking import blocks_of, copy_groups, judge
from sayso.linking.judging import compare
from sayso.model.judgement import Judgement
from sayso.model.reading import Count
from sayso.model.record import Account, Speaker, Where, Who


def who(key: str, country: str | None = None) -> Who:
    return Who(key=key, name=key.rsplit("/", maxsplit=1)[-1], country=country, span=(0, 1))


def town(name: str, lat: float, lon: float, country: str = "LBY") -> Where:
    return Where(key=f"geonames:{name}", name=name, country=country, lat=lat, lon=lon, precision="town", span=(0, 1))


TRIPOLI, SIRTE = town("Tripoli", 32.88, 13.19), town("Sirte", 31.2, 16.59)


def account(name: str, report: str = "", **about: Any) -> Account:
    given_ = {
        "type": "ASSAULT", "mode": "aerial", "status": "happened", "day": "2020-01-04", "day_end": "2020-01-05",
        "where": TRIPOLI, "told": "2020-01-05",
    } | about  # fmt: skip
    return Account(id=name, report=report or f"report-{name}", event="e1", trigger=((0, 1),), sentence=(0, 9), **given_)


def speaker(key: str) -> tuple[Speaker, ...]:
    return (Speaker(statement="s1", key=key, name=key, act="deny", kind="person"),)


def verdicts(*accounts: Account) -> list[str]:
    return [j.verdict for j in judge(accounts)]


def test_same_day_place_and_means_are_one_happening() -> None:
    assert verdicts(account("a"), account("b")) == ["same"]


def test_other_towns_days_or_types_are_others() -> None:
    for other in (
        account("b", where=SIRTE),
        account("b", day="2020-02-04", day_end="2020-02-05"),
        account("b", type="AID"),
    ):
        assert verdicts(account("a"), other) == []


def test_strangers_as_actors_keep_apart() -> None:
    a = account("a", initiators=(who("state/turkey", "TUR"),))
    assert verdicts(a, account("b", initiators=(who("state/france", "FRA"),))) == []
    assert verdicts(a, account("b", initiators=(who("state/turkey", "TUR"),))) == ["same"]


def test_one_report_that_tells_of_two_happenings_is_believed() -> None:
    assert verdicts(account("a", "r"), account("b", "r")) == []
    assert verdicts(account("a", "r"), account("b", "r", status="denied", chain=speaker("person/x"))) == ["same"]


def test_accounts_of_one_report_do_not_meet_through_a_third() -> None:
    accounts = [account("a", "r"), account("b", "r"), account("c", "q")]
    groups = [r.accounts for r in assemble(accounts, judge(accounts), {}, {})]
    assert sorted(len(g) for g in groups) == [1, 2]
    assert not any({"a", "b"} <= set(g) for g in groups)


def test_without_any_day_nothing_is_compared() -> None:
    assert blocks_of(account("a", day=None, day_end=None, told=None)) == ()


def test_a_persons_word_outweighs_the_rule() -> None:
    accounts = [account("a"), account("b")]
    apart = Judgement(left="a", right="b", verdict="different", score=1.0, by="person:ines")
    assert len(assemble(accounts, [*judge(accounts), apart], {}, {})) == 2
    strangers = [account("a"), account("b", where=SIRTE)]
    same = Judgement(left="a", right="b", verdict="same", score=1.0, by="person:ines")
    assert len(assemble(strangers, [*judge(strangers), same], {}, {})) == 1


def test_a_record_keeps_every_value_with_who_gives_it() -> None:
    toll = [Count(what="killed", value=n, low=n, high=n, span=(0, 1)) for n in (28, 30)]
    accounts = [account("a", counts=(toll[0],)), account("b", counts=(toll[1],))]
    accounts.append(account("c", status="denied", chain=speaker("person/x")))
    publishers = {"report-a": "Wire", "report-b": "Wire", "report-c": "Post"}
    (record,) = assemble(accounts, judge(accounts), publishers, {"report-a": "t", "report-b": "t", "report-c": "u"})
    assert record.values["killed"] == {"28": ("a",), "30": ("b",)}
    assert record.values["status"] == {"denied": ("c",), "happened": ("a", "b")}
    assert record.disputed
    assert record.status == "happened"
    assert (record.reports, record.outlets, record.texts, record.speakers) == (3, 2, 2, 1)


def test_what_only_a_speaker_says_has_not_happened() -> None:
    (record,) = assemble([account("a", chain=speaker("person/x"))], [], {}, {})
    assert record.status == "alleged"


def test_order_does_not_matter() -> None:
    accounts = [account("a"), account("b", mode=None), account("c", where=SIRTE), account("d", status="denied")]
    results = {str(assemble(p, judge(p), {}, {})) for p in permutations(accounts)}
    assert len(results) == 1


@given(
    st.sampled_from([TRIPOLI, SIRTE, None]),
    st.sampled_from(["2020-01-04", "2020-01-09", None]),
    st.sampled_from(["aerial", "beat", None]),
)
def test_a_judgement_gives_its_reasons(where: Where | None, day: str | None, mode: str | None) -> None:
    judgement = compare(account("a"), account("b", where=where, day=day, day_end=None, mode=mode))
    assert round(sum(r.weight for r in judgement.reasons), 2) == round(judgement.score, 2)
    assert all(r.words.endswith(".") for r in judgement.reasons)


def test_a_copy_inside_a_longer_text_is_a_copy() -> None:
    wire = "Rockets struck the port on Tuesday and killed three people, the ministry said in a short note to the press."
    texts = {
        "a": wire,
        "b": f"From our desk. {wire} {'Our own reporter adds many other words here. ' * 5}",
        "c": "Nothing of the kind at all was seen.",
    }
    assert copy_groups(texts) == {"a": "a", "b": "a", "c": "c"}


def test_who_is_only_accused_is_no_initiator() -> None:
    army = (who("group/army", "LBY"),)
    told = account("a")
    charge = account("b", status="alleged", initiators=army, chain=speaker("person/x"))
    denial = account("c", status="denied", initiators=army, chain=speaker("person/y"))
    (record,) = assemble([told, charge, denial], judge([told, charge, denial]), {}, {})
    assert record.status == "happened"
    assert record.initiators == ()
    assert record.blamed == ("army",)
