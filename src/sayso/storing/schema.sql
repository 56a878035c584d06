-- The database of sayso. Facts first (only ever added), then what is derived from them, then views for people.
-- Tables have singular names, the readable views plural ones. Offsets are code points of report.text, half-open.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Facts ------------------------------------------------------------------------------------------------------------

CREATE TABLE report (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT, publisher TEXT, author TEXT, uri TEXT, language TEXT NOT NULL,
  published TEXT, precision TEXT NOT NULL, basis TEXT NOT NULL,
  words INTEGER NOT NULL,
  header TEXT NOT NULL,   -- JSON, of the copy that is read: the best dated one, see storing/facts.py
  blocks TEXT NOT NULL,   -- JSON, of the same copy
  source TEXT NOT NULL,   -- a hash of header and blocks; a reading names the one it was made from
  text TEXT NOT NULL
);

CREATE TABLE copy (
  report INTEGER NOT NULL REFERENCES report (n) ON DELETE CASCADE,
  uri TEXT, publisher TEXT, published TEXT,
  header TEXT NOT NULL,
  PRIMARY KEY (report, header)
) WITHOUT ROWID;

CREATE TABLE reject (
  uri TEXT NOT NULL, code TEXT NOT NULL, detail TEXT NOT NULL, size INTEGER NOT NULL,
  report INTEGER REFERENCES report (n) ON DELETE CASCADE,  -- set where reading failed: the report itself is kept
  reader TEXT,
  PRIMARY KEY (uri, code)
) WITHOUT ROWID;
CREATE INDEX reject_by_report ON reject (report);

CREATE TABLE person_judgement (
  "left" TEXT NOT NULL, "right" TEXT NOT NULL,
  verdict TEXT NOT NULL, score REAL NOT NULL, by TEXT NOT NULL, reasons TEXT NOT NULL,
  PRIMARY KEY ("left", "right", by)
) WITHOUT ROWID;

-- Derived: the reading and its layers --------------------------------------------------------------------------------

CREATE TABLE reading (
  report INTEGER PRIMARY KEY REFERENCES report (n) ON DELETE CASCADE,
  reader TEXT NOT NULL,   -- JSON of model.reading.ReaderInfo
  source TEXT NOT NULL,
  title TEXT, publisher TEXT, uri TEXT, published TEXT, precision TEXT NOT NULL, basis TEXT NOT NULL,
  content BLOB NOT NULL   -- the reading as JSON without its text, compressed with zlib
);
CREATE INDEX reading_by_reader ON reading (reader);

CREATE TABLE actor (
  report INTEGER NOT NULL REFERENCES reading (report) ON DELETE CASCADE, id TEXT NOT NULL,
  key TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, kind TEXT NOT NULL, ref TEXT, country TEXT,
  sectors TEXT NOT NULL, role TEXT, mentions INTEGER NOT NULL,
  b INTEGER, e INTEGER,   -- the first mention
  called TEXT NOT NULL,   -- the names that the report uses, a JSON array
  PRIMARY KEY (report, id)
) WITHOUT ROWID;
CREATE INDEX actor_by_key ON actor (key);
CREATE INDEX actor_by_name ON actor (folded);

CREATE TABLE place (
  report INTEGER NOT NULL REFERENCES reading (report) ON DELETE CASCADE, id TEXT NOT NULL,
  name TEXT NOT NULL, ref TEXT, lat REAL, lon REAL, country TEXT, admin1 TEXT, feature TEXT,
  precision TEXT NOT NULL, radius_km REAL, use TEXT NOT NULL, words TEXT NOT NULL, b INTEGER NOT NULL, e INTEGER NOT NULL,
  PRIMARY KEY (report, id)
) WITHOUT ROWID;
CREATE INDEX place_by_ref ON place (ref);

CREATE TABLE time (
  report INTEGER NOT NULL REFERENCES reading (report) ON DELETE CASCADE, id TEXT NOT NULL,
  timex TEXT NOT NULL, type TEXT NOT NULL, start TEXT, "end" TEXT, anchor TEXT, fuzzy INTEGER NOT NULL,
  words TEXT NOT NULL, b INTEGER NOT NULL, e INTEGER NOT NULL,
  PRIMARY KEY (report, id)
) WITHOUT ROWID;

CREATE TABLE statement (
  n INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reading (report) ON DELETE CASCADE, id TEXT NOT NULL,
  act TEXT NOT NULL, form TEXT NOT NULL, negated INTEGER NOT NULL, parent TEXT, day TEXT,
  speaker TEXT, actor TEXT, folded TEXT NOT NULL, addressee TEXT,
  words TEXT NOT NULL, spans TEXT NOT NULL,
  UNIQUE (report, id)
);
CREATE INDEX statement_by_actor ON statement (actor);

CREATE TABLE event (
  report INTEGER NOT NULL REFERENCES reading (report) ON DELETE CASCADE, id TEXT NOT NULL,
  type TEXT, mode TEXT, contexts TEXT NOT NULL, status TEXT NOT NULL, words TEXT NOT NULL,
  time TEXT, place TEXT, said_by TEXT, same_as TEXT,
  PRIMARY KEY (report, id)
) WITHOUT ROWID;

CREATE TABLE party (
  report INTEGER NOT NULL REFERENCES reading (report) ON DELETE CASCADE,
  event TEXT NOT NULL, side TEXT NOT NULL, i INTEGER NOT NULL,
  actor TEXT, words TEXT NOT NULL, b INTEGER NOT NULL, e INTEGER NOT NULL,
  PRIMARY KEY (report, event, side, i)
) WITHOUT ROWID;

CREATE TABLE count (
  report INTEGER NOT NULL REFERENCES reading (report) ON DELETE CASCADE,
  event TEXT NOT NULL, i INTEGER NOT NULL,
  what TEXT NOT NULL, "group" TEXT, qualifier TEXT NOT NULL, value INTEGER, low INTEGER, high INTEGER,
  words TEXT NOT NULL, b INTEGER NOT NULL, e INTEGER NOT NULL,
  PRIMARY KEY (report, event, i)
) WITHOUT ROWID;

CREATE TABLE relation (
  report INTEGER NOT NULL REFERENCES reading (report) ON DELETE CASCADE, id TEXT NOT NULL,
  from_actor TEXT NOT NULL, from_name TEXT NOT NULL, relation TEXT NOT NULL, to_actor TEXT NOT NULL, to_name TEXT NOT NULL,
  ended INTEGER NOT NULL, said_by TEXT, words TEXT NOT NULL, b INTEGER NOT NULL, e INTEGER NOT NULL,
  PRIMARY KEY (report, id)
) WITHOUT ROWID;
CREATE INDEX relation_from ON relation (from_actor);
CREATE INDEX relation_to ON relation (to_actor);

-- Derived: accounts, judgements, records -----------------------------------------------------------------------------

CREATE TABLE account (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  report INTEGER NOT NULL REFERENCES reading (report) ON DELETE CASCADE, event TEXT NOT NULL,
  type TEXT, mode TEXT, status TEXT NOT NULL, day TEXT, day_end TEXT,
  initiators TEXT, recipients TEXT, place TEXT, place_key TEXT, place_folded TEXT, country TEXT, lat REAL, lon REAL,
  said_by TEXT, words TEXT NOT NULL,
  content TEXT NOT NULL   -- JSON of model.record.Account
);
CREATE INDEX account_by_report ON account (report);

CREATE TABLE account_party (
  account INTEGER NOT NULL REFERENCES account (n) ON DELETE CASCADE,
  side TEXT NOT NULL, i INTEGER NOT NULL, key TEXT NOT NULL, folded TEXT NOT NULL,
  PRIMARY KEY (account, side, i)
) WITHOUT ROWID;
CREATE INDEX account_party_by_key ON account_party (key);

CREATE TABLE account_block (  -- accounts are compared if they share a key
  key TEXT NOT NULL, account INTEGER NOT NULL REFERENCES account (n) ON DELETE CASCADE,
  PRIMARY KEY (key, account)
) WITHOUT ROWID;
CREATE INDEX account_block_by_account ON account_block (account);

CREATE TABLE rule_judgement (
  "left" INTEGER NOT NULL REFERENCES account (n) ON DELETE CASCADE,
  "right" INTEGER NOT NULL REFERENCES account (n) ON DELETE CASCADE,
  verdict TEXT NOT NULL, score REAL NOT NULL, by TEXT NOT NULL,
  reasons TEXT NOT NULL,  -- JSON, [[feature, weight], …]: there are many judgements, their words stand in reason
  PRIMARY KEY ("left", "right", by)
) WITHOUT ROWID;

-- what the features mean
CREATE TABLE reason (feature TEXT PRIMARY KEY, words TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX rule_judgement_by_right ON rule_judgement ("right");

-- to be linked again
CREATE TABLE touched (account INTEGER PRIMARY KEY REFERENCES account (n) ON DELETE CASCADE);

CREATE TABLE record (
  id TEXT PRIMARY KEY,
  type TEXT, mode TEXT, status TEXT NOT NULL, day TEXT, day_end TEXT, place TEXT, country TEXT,
  initiators TEXT NOT NULL, recipients TEXT NOT NULL, blamed TEXT NOT NULL,   -- names, JSON arrays
  reports INTEGER NOT NULL, outlets INTEGER NOT NULL, texts INTEGER NOT NULL, speakers INTEGER NOT NULL,
  disputed INTEGER NOT NULL, words TEXT NOT NULL,
  content TEXT NOT NULL   -- JSON of model.record.Record
) WITHOUT ROWID;
CREATE INDEX record_by_day ON record (day IS NULL, day, id);

CREATE TABLE record_account (
  account INTEGER PRIMARY KEY REFERENCES account (n) ON DELETE CASCADE,
  record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE
);
CREATE INDEX record_account_by_record ON record_account (record);

-- Full text ----------------------------------------------------------------------------------------------------------

CREATE VIRTUAL TABLE report_words USING fts5 (
  title, text, content = 'report', content_rowid = 'n', tokenize = "porter unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE statement_words USING fts5 (
  speaker, words, content = 'statement', content_rowid = 'n', tokenize = "porter unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE account_words USING fts5 (
  words, content = 'account', content_rowid = 'n', tokenize = "porter unicode61 remove_diacritics 2");

CREATE TRIGGER report_added AFTER INSERT ON report BEGIN
  INSERT INTO report_words (rowid, title, text) VALUES (new.n, new.title, new.text); END;
CREATE TRIGGER report_retitled AFTER UPDATE OF title ON report BEGIN
  INSERT INTO report_words (report_words, rowid, title, text) VALUES ('delete', old.n, old.title, old.text);
  INSERT INTO report_words (rowid, title, text) VALUES (new.n, new.title, new.text); END;
CREATE TRIGGER report_removed AFTER DELETE ON report BEGIN
  INSERT INTO report_words (report_words, rowid, title, text) VALUES ('delete', old.n, old.title, old.text); END;
CREATE TRIGGER statement_added AFTER INSERT ON statement BEGIN
  INSERT INTO statement_words (rowid, speaker, words) VALUES (new.n, new.speaker, new.words); END;
CREATE TRIGGER statement_removed AFTER DELETE ON statement BEGIN
  INSERT INTO statement_words (statement_words, rowid, speaker, words) VALUES ('delete', old.n, old.speaker, old.words); END;
CREATE TRIGGER account_added AFTER INSERT ON account BEGIN
  INSERT INTO account_words (rowid, words) VALUES (new.n, new.words); END;
CREATE TRIGGER account_removed AFTER DELETE ON account BEGIN
  INSERT INTO account_words (account_words, rowid, words) VALUES ('delete', old.n, old.words); END;

-- Views for people ---------------------------------------------------------------------------------------------------

CREATE VIEW reports AS
SELECT coalesce(g.published, r.published) AS published, coalesce(g.basis, r.basis) AS date_from,
  coalesce(g.publisher, r.publisher) AS publisher, coalesce(g.title, r.title) AS title, r.author, r.words,
  (SELECT count(*) FROM account a WHERE a.report = r.n) AS events,
  (SELECT count(*) FROM statement s WHERE s.report = r.n) AS statements,
  (SELECT count(*) - 1 FROM copy c WHERE c.report = r.n) AS further_copies,
  g.report IS NOT NULL AS is_read, r.uri, r.id AS report, r.text
FROM report r LEFT JOIN reading g ON g.report = r.n;

CREATE VIEW events AS
SELECT a.day, a.type, a.mode, a.status, a.initiators, a.recipients, a.place, a.country, a.lat, a.lon, a.said_by, a.words,
  (SELECT group_concat(c.what || ' ' || c.words, '; ') FROM count c WHERE c.report = a.report AND c.event = a.event) AS numbers,
  g.title AS report_title, g.publisher, g.published, g.uri, r.id AS report, a.id AS account, m.record
FROM account a JOIN reading g ON g.report = a.report JOIN report r ON r.n = a.report
LEFT JOIN record_account m ON m.account = a.n;

CREATE VIEW statements AS
SELECT s.day, s.speaker, s.act, s.form, s.negated, s.words, s.addressee, g.title AS report_title, g.publisher, g.published,
  g.uri, s.actor, r.id AS report, s.id AS statement
FROM statement s JOIN reading g ON g.report = s.report JOIN report r ON r.n = s.report;

CREATE VIEW actors AS
SELECT min(name) AS name, kind, max(country) AS country, count(DISTINCT report) AS reports, sum(mentions) AS mentions,
  (SELECT count(*) FROM statement s WHERE s.actor = a.key) AS statements,
  (SELECT group_concat(DISTINCT j.value) FROM actor b, json_each(b.called) j WHERE b.key = a.key) AS names,
  key AS actor
FROM actor a GROUP BY key;

CREATE VIEW relations AS
SELECT x.from_name AS "from", x.relation, x.to_name AS "to", x.ended, x.said_by, x.words, g.title AS report_title,
  g.publisher, g.published, g.uri, x.from_actor, x.to_actor, r.id AS report
FROM relation x JOIN reading g ON g.report = x.report JOIN report r ON r.n = x.report;

CREATE VIEW places AS
SELECT p.words, p.name, p.country, p.admin1, p.feature, p.precision, p.radius_km, p.lat, p.lon, p.use, p.ref AS gazetteer_id,
  g.title AS report_title, g.publisher, g.published, r.id AS report
FROM place p JOIN reading g ON g.report = p.report JOIN report r ON r.n = p.report;

CREATE VIEW records AS
SELECT day, day_end, type, mode, status,
  (SELECT group_concat(value, '; ') FROM json_each(initiators)) AS initiators,
  (SELECT group_concat(value, '; ') FROM json_each(recipients)) AS recipients,
  (SELECT group_concat(value, '; ') FROM json_each(blamed)) AS blamed,
  place, country, words, reports, outlets, texts, speakers, disputed, id AS record
FROM record;

CREATE VIEW rejects AS SELECT uri, code, detail, size FROM reject;
