-- Runs of suites, for baselines and trends. Plain SQL: it must do in SQLite, PostgreSQL and whatever else a JDBC URL names.

CREATE TABLE touchstone_run (
  id VARCHAR(200) NOT NULL PRIMARY KEY,
  started_millis BIGINT NOT NULL,          -- since 1970, UTC
  model VARCHAR(1000) NOT NULL,
  model_fingerprint VARCHAR(200) NOT NULL,
  harness_version VARCHAR(100) NOT NULL,
  branch VARCHAR(255),                     -- NULL: not known
  commit_id VARCHAR(64)
);

CREATE INDEX touchstone_run_branch ON touchstone_run (branch, started_millis);

-- A suite of a run under a variant. Its key is a digest of the three names, so that several builds can write at the same time.
CREATE TABLE touchstone_suite (
  suite_key BIGINT NOT NULL PRIMARY KEY,
  run_id VARCHAR(200) NOT NULL,
  place INTEGER NOT NULL,
  suite VARCHAR(200) NOT NULL,
  variant VARCHAR(200) NOT NULL,
  data_kind VARCHAR(40) NOT NULL,
  data_sha256 VARCHAR(64) NOT NULL,
  shots INTEGER NOT NULL,
  planned INTEGER NOT NULL,
  finished INTEGER NOT NULL,               -- 1: every planned item has a result
  correct INTEGER NOT NULL,
  wrong INTEGER NOT NULL,
  no_answer INTEGER NOT NULL,
  measured INTEGER NOT NULL,
  error INTEGER NOT NULL
);

CREATE INDEX touchstone_suite_run ON touchstone_suite (run_id);
CREATE INDEX touchstone_suite_name ON touchstone_suite (suite, variant);

CREATE TABLE touchstone_metric (
  suite_key BIGINT NOT NULL,
  place INTEGER NOT NULL,                  -- 0: the headline metric
  name VARCHAR(100) NOT NULL,
  score DOUBLE PRECISION,                  -- NULL: undefined
  stderr DOUBLE PRECISION,
  ci_low DOUBLE PRECISION,
  ci_high DOUBLE PRECISION,
  n INTEGER NOT NULL,
  PRIMARY KEY (suite_key, place)
);

-- What a comparison needs to know of an item; no text of the data.
CREATE TABLE touchstone_item (
  suite_key BIGINT NOT NULL,
  place INTEGER NOT NULL,
  id VARCHAR(400) NOT NULL,
  prompt_sha256 VARCHAR(64) NOT NULL,
  gold TEXT NOT NULL,
  answer TEXT NOT NULL,
  outcome VARCHAR(20) NOT NULL,
  scores TEXT NOT NULL,                    -- JSON
  amounts TEXT NOT NULL,                   -- JSON
  PRIMARY KEY (suite_key, place)
);

CREATE TABLE touchstone_gate (
  run_id VARCHAR(200) NOT NULL,
  place INTEGER NOT NULL,
  name VARCHAR(400) NOT NULL,
  kind VARCHAR(40) NOT NULL,
  verdict VARCHAR(20) NOT NULL,
  evidence TEXT NOT NULL,
  PRIMARY KEY (run_id, place)
);
