"""The user's own actors: a line in a file, checked like the base, and its effect on the next reading."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

import sayso.workspace as workspace
from sayso.errors import KnowledgeError
from sayso.knowledge import load
from sayso.knowledge.actors import ActorBase, actor_base, index, packaged_actors
from sayso.knowledge.known import Known
from sayso.knowledge.own import home
from sayso.knowledge.own.keeping import keep
from sayso.knowledge.own.lines import parsed, written
from sayso.model.reading import Reading
from sayso.reading import ReaderOptions

LINES = (
    "actor group/tesset-lions: Lions of Tesset; Tesset Lions; short=TL; country=NRL; sector=REB; from=2021-03",
    "alias group/norland-guard: Hill Guard",
    "alias military/norland: Norland's regiments",
    "apart person/bo-hill: Hill",
    "apart group/norland-guard: group/norland-watch",
)
BASE = (
    Known(id="state/norland", kind="state", names=("Norland",), demonyms=("Norlandic",), country="NRL"),
    Known(id="group/norland-guard", kind="armed-group", names=("Norland Guard", "Green Guard"), country="NRL"),
    Known(id="group/norland-watch", kind="armed-group", names=("Norland Watch", "Green Guard"), country="NRL"),
    Known(id="person/bo-hill", kind="person", names=("Bo Hill",), short=("Hill",), country="NRL"),
)


def based(*lines: str) -> ActorBase:
    return index(BASE, "actors.txt", tuple(enumerate(lines, 1)))


def test_what_the_lines_say_is_known() -> None:
    base = based(*LINES)
    lions = base.known["group/tesset-lions"]
    assert (lions.kind, lions.names, lions.short) == ("armed-group", ("Lions of Tesset", "Tesset Lions"), ("TL",))
    assert (lions.country, lions.sectors, lions.from_) == ("NRL", ("REB",), "2021-03")
    assert base.by_name["hill guard"] == ("group/norland-guard",)
    assert base.by_name["norland's regiments"] == ("military/norland",)
    assert "hill" not in base.by_name
    assert base.apart["hill"] == {"person/bo-hill"}
    assert base.apart["norland watch"] == {"group/norland-guard"}
    assert base.apart["norland guard"] == {"group/norland-watch"}
    assert base.known["group/norland-watch"].never == ("group/norland-guard",)
    assert "green guard" not in base.apart, "a name that both bear may mean either"


def test_without_lines_the_base_is_as_it_was() -> None:
    plain = index(BASE)
    assert {ref: known for ref, known in plain.known.items() if known in BASE} == {k.id: k for k in BASE}
    assert plain.by_name["hill"] == ("person/bo-hill",)
    assert plain.apart == {}


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5])
def test_the_order_of_the_lines_makes_no_difference(order: tuple[int, ...]) -> None:
    lines = (*LINES[:2], "alias group/tesset-lions: Desert Lions", "alias group/norland-guard: Old Guard")
    first, other = based(*lines), based(*(lines[n] for n in order))
    assert first == other


WRONG = {
    "actr group/x: Some Band": "'actr' is not one of: actor, alias, apart",
    "group/x Some Band": "no line of the form `alias ID: NAME; NAME`",
    "actor group/x:": "nothing stands after the colon",
    "actor group/x: Some Band; colour=red": "'colour' is no field of `actor`; its fields: short, country",
    "actor group/x: Some Band; country=NRL; country=NRL": "country stands there twice",
    "alias group/norland-guard: Old Guard; from=2001": "'from' is no field of `alias`; its fields: short",
    "actor group/norland-guard: Some Band": "the base knows it already; `alias group/norland-guard: NAME`",
    "actor group/x: Norland Guard": "name 'Norland Guard' is also that of group/norland-guard; `short=Norland Guard`",
    "alias group/norland-guard: Bo Hill": "is also that of person/bo-hill",
    "actor group/x: Some Band; parent=group/norland-gard": "no actor group/norland-gard (did you mean group/norland-g",
    "alias group/norland-gard: Old Guard": "no actor group/norland-gard (did you mean group/norland-guard",
    "actor group/x: Some Band; sector=REBEL": "unknown sector REBEL: it is none of AGR, BUS",
    "actor group/x: Some Band; country=XYZ": "unknown country XYZ",
    "actor band/x: Some Band": "PREFIX one of company, government, group, igo",
    "actor group/Some Band: Some Band": "no line of the form",
    "actor group/x: Some Band; from=2021-13": "not a quoted date YYYY[-MM[-DD]]: '2021-13'",
    "actor group/x: Some Band; from=2021; to=2019": "ends before it begins: 2021 to 2019",
    "actor person/x: A Stone; role=Chief, state/norland": "role title not in lower case: Chief",
    "actor person/x: A Stone; role=chief": "a role lacks title or of",
    "actor person/x: A Stone; role=chief, state/norland, 2001, 2002, 2003": "more than `role=TITLE, OF, FROM, TO`",
    "actor state/x: Somewhere; country=NRL": "country NRL is that of state/norland",
    "apart person/bo-hill: person/bo-hill": "cannot be kept apart from itself",
    "apart person/bo-hill: group/nobody": "no actor group/nobody",
    "apart person/bo-hill: Bo Hill": "'Bo Hill' is its only name",
}


@pytest.mark.parametrize("line", WRONG)
def test_a_wrong_line_is_named_with_its_file_number_and_choices(line: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        based(LINES[0], line)
    assert str(caught.value).startswith("actors.txt:2: ")
    assert WRONG[line] in str(caught.value)


def test_a_new_state_has_its_government_and_its_army() -> None:
    base = based("actor state/sudland: Sudland; country=SDL", "actor person/cy-moor: Cy Moor; country=SDL")
    assert base.states["SDL"] == "state/sudland"
    assert base.by_name["sudland's army"] == ("military/sudland",) == (base.bodies["military/sudland"],)
    assert base.bodies["military/norland"] == "military/norland"


def test_an_actor_added_twice_is_wrong() -> None:
    with pytest.raises(KnowledgeError, match="id used twice"):
        based(LINES[0], "actor group/tesset-lions: Other Lions")


def test_a_name_taken_from_one_may_be_given_to_another() -> None:
    base = based("apart group/norland-guard: Green Guard", "apart group/norland-watch: Green Guard",
                 "actor group/x: Green Guard; country=NRL")  # fmt: skip
    assert base.by_name["green guard"] == ("group/x",)


def test_what_is_written_is_read_back() -> None:
    line = written("actor", "group/x", ["Some  Band", "SB's"], {"short": ("SB",), "country": (), "from": ("2021",)})
    assert line == "actor group/x: Some Band; SB's; short=SB; from=2021"
    assert parsed("", line)[1:] == ("actor", "group/x", ("Some Band", "SB's"), (("short", "SB"), ("from", "2021")))
    with pytest.raises(KnowledgeError, match="semicolon"):
        written("alias", "group/x", ["One; Two"])


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAYSO_HOME", str(tmp_path))
    home.renew()
    return tmp_path / "actors.txt"


def test_lines_are_kept_once_and_whole(own: Path) -> None:
    line = "alias group/libyan-national-army: Rajma Command"
    first = keep(line)
    assert first is not None and first[0] == own
    assert own.read_text("utf-8").splitlines()[first[1] - 1] == line
    assert keep(line) is None
    own.write_text(own.read_text("utf-8").rstrip("\n") + "\n# a remark without a line end", "utf-8")
    assert keep("apart government/libya-gna: government/libya-gnu") is not None
    before = own.read_bytes()
    with pytest.raises(KnowledgeError, match=r"^group/nobody: no actor group/nobody"):
        keep("alias group/nobody: Nobody")
    assert own.read_bytes() == before
    assert [text.split()[0] for _, text in home.actor_lines()] == ["alias", "apart"]
    assert actor_base().by_name["rajma command"] == ("group/libyan-national-army",)


def test_the_mark_is_of_what_is_said_not_of_how(own: Path) -> None:
    plain = load.fingerprint()
    assert "own" not in plain
    own.write_text(f"{LINES[0]}\n{LINES[1]}\n", "utf-8")
    assert load.fingerprint() == plain, "a running process knows one thing from first to last"
    home.renew()
    marked = load.fingerprint()
    assert marked.startswith(f"{plain}+own-")
    own.write_text(f"\ufeff# mine\r\n\r\n{LINES[1]}  \r\n{LINES[0].replace(' ', '  ', 1)}\r\n", "utf-8")
    home.renew()
    assert load.fingerprint() == marked
    own.write_text(LINES[0], "utf-8")
    home.renew()
    assert load.fingerprint() not in (plain, marked)


def test_a_file_that_is_named_must_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_ACTORS", str(tmp_path / "none.txt"))
    with pytest.raises(KnowledgeError, match=r"none\.txt: there is no such file"):
        actor_base()
    (tmp_path / "none.txt").write_bytes(b"alias \xff\xfe")
    home.renew()
    with pytest.raises(KnowledgeError, match="UTF-8"):
        actor_base()


RULES = ReaderOptions(reader="rules")
TEXT = (
    "Fighters from the Rajma Command entered Tarhuna on Monday, a resident said.\n\nThe House of Representatives met "
    "in Tobruk. A minister, Fathi Bashagha, spoke for an hour. Bashagha said that the vote was fair."
)


def read(text: str) -> Reading:
    return workspace.read(text, published="2020-03-03", reader_options=RULES)


def refs(reading: Reading) -> dict[str, str | None]:
    return {reading.text[m.span[0] : m.span[1]]: a.ref for a in reading.actors for m in a.mentions if m.form == "name"}


def test_a_line_takes_effect_on_the_next_reading(own: Path) -> None:
    before = read(TEXT)
    assert refs(before)["Bashagha"] == refs(before)["Fathi Bashagha"] == "person/fathi-bashagha"
    assert refs(before)["Rajma Command"] is None
    own.write_text("alias group/libyan-national-army: Rajma Command\napart person/fathi-bashagha: Bashagha\n", "utf-8")
    after = read(TEXT)
    assert refs(after)["Rajma Command"] == "group/libyan-national-army"
    assert (refs(after)["Fathi Bashagha"], refs(after)["Bashagha"]) == ("person/fathi-bashagha", None)
    assert after.reader.knowledge == f"{before.reader.knowledge}+{home.actors_mark()}"
    own.unlink()
    assert read(TEXT) == before


def test_adding_again_reads_again_what_was_read_without_the_line(own: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    with workspace.open(tmp_path / "war.db") as war:
        assert war.add([tmp_path / "a.txt"], reader_options=RULES).added == 1
        assert war.add([tmp_path / "a.txt"], reader_options=RULES).unchanged == 1
        keep("alias group/libyan-national-army: Rajma Command")
        assert war.add([tmp_path / "a.txt"], reader_options=RULES).updated == 1
        assert war.add([tmp_path / "a.txt"], reader_options=RULES).unchanged == 1
        assert war.show("group/libyan-national-army")


def test_never_merges_of_the_package_hold_between_names() -> None:
    base = index(packaged_actors().values())
    assert "government/libya-gna" in base.apart["government of national unity"]
    assert "government/libya-gnu" not in base.apart["government of national unity"]


BRACKETS = "The Hill Country Watch (HCW) met in Tobruk on Monday. The HCW said that it would vote on Friday."


def test_a_name_that_is_kept_apart_is_not_joined_by_brackets_or_spelling(own: Path) -> None:
    added = "actor group/hill-country-watch: Hill Country Watch; country=LBY\n"
    own.write_text(added, "utf-8")
    assert refs(read(BRACKETS))["HCW"] == "group/hill-country-watch"
    own.write_text(f"{added}apart group/hill-country-watch: HCW\n", "utf-8")
    after = refs(read(BRACKETS))
    assert (after["Hill Country Watch"], after["HCW"]) == ("group/hill-country-watch", None)
    own.write_text("apart person/yulia-tymoshenko: Yulia Timoshenko\n", "utf-8")
    spelt = read("The deputy Yulia Timoshenko said on Monday that she would not vote for the budget.")
    assert refs(spelt)["Yulia Timoshenko"] is None
