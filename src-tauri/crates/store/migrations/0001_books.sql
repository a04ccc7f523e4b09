-- The books. Amounts are whole smallest units, split as high * 10^12 + low with both parts of one sign, because a
-- coin of 18 decimals outgrows 64 bits: the split keeps SUM exact in plain SQL. Days and months count from 1970.

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The next number of each kind of id; never taken back, so that an id in the history means one thing for ever.
CREATE TABLE counter (
    name TEXT PRIMARY KEY,
    next INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE commodity (
    id     INTEGER PRIMARY KEY,
    code   TEXT NOT NULL UNIQUE,
    name   TEXT NOT NULL,
    kind   TEXT NOT NULL CHECK (kind IN ('currency', 'coin', 'security', 'custom')),
    scale  INTEGER NOT NULL CHECK (scale BETWEEN 0 AND 18),
    symbol TEXT
) STRICT;

CREATE TABLE account (
    id           INTEGER PRIMARY KEY,
    parent_id    INTEGER REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    name         TEXT NOT NULL CHECK (name <> '' AND instr(name, ':') = 0),
    kind         TEXT NOT NULL,
    commodity_id INTEGER REFERENCES commodity (id) DEFERRABLE INITIALLY DEFERRED,
    number       TEXT NOT NULL DEFAULT '',
    note         TEXT NOT NULL DEFAULT '',
    closed       INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),
    UNIQUE (parent_id, name)
) STRICT;
CREATE UNIQUE INDEX account_root ON account (name) WHERE parent_id IS NULL;

CREATE TABLE payee (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

CREATE TABLE tag (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

-- id = day << 32 | serial, so the table, its postings and the search index are all in order of date.
CREATE TABLE txn (
    id          INTEGER PRIMARY KEY,
    payee_id    INTEGER REFERENCES payee (id) DEFERRABLE INITIALLY DEFERRED,
    description TEXT NOT NULL DEFAULT '',
    note        TEXT NOT NULL DEFAULT '',
    sorting     TEXT            -- who chose the category, as JSON; NULL for nobody
) STRICT;
CREATE INDEX txn_proposed ON txn (id) WHERE substr(sorting, 1, 16) = '{"by":"proposal"';
CREATE INDEX txn_by_payee ON txn (payee_id) WHERE payee_id IS NOT NULL;

CREATE TABLE posting (
    txn_id       INTEGER NOT NULL REFERENCES txn (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    commodity_id INTEGER NOT NULL REFERENCES commodity (id) DEFERRABLE INITIALLY DEFERRED,
    ordinal      INTEGER NOT NULL,
    account_id   INTEGER NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    high         INTEGER NOT NULL DEFAULT 0,
    low          INTEGER NOT NULL CHECK (abs(low) < 1000000000000),
    status       INTEGER NOT NULL DEFAULT 0 CHECK (status BETWEEN 0 AND 2),
    memo         TEXT,
    batch_id     INTEGER,
    line         INTEGER,
    fingerprint  INTEGER,
    external_id  TEXT,
    PRIMARY KEY (txn_id, commodity_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX posting_by_account ON posting (account_id, txn_id, commodity_id, ordinal, high, low, status);
CREATE INDEX posting_by_fingerprint ON posting (account_id, fingerprint) WHERE fingerprint IS NOT NULL;

CREATE TABLE txn_tag (
    txn_id INTEGER NOT NULL REFERENCES txn (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    tag_id INTEGER NOT NULL REFERENCES tag (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (txn_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX txn_tag_by_tag ON txn_tag (tag_id, txn_id);

-- Postings are written first, then their transaction seals them: from that moment they cannot be added to,
-- changed or taken away, and the seal itself is refused unless every commodity sums to zero.
-- After the row is there: before, its id is not known where the statement gave none, and what REPLACE drops is still there.
CREATE TRIGGER txn_seals AFTER INSERT ON txn
BEGIN
    SELECT CASE
        WHEN NEW.id < (SELECT CAST(value AS INTEGER) + 1 << 32 FROM setting WHERE name = 'closed_through')
        THEN RAISE(ABORT, 'period closed')
        WHEN (
            SELECT coalesce(sum(legs), 0) < 2 OR max(off)
            FROM (
                SELECT count(*) AS legs,
                       sum(low) % 1000000000000 <> 0 OR sum(low) / 1000000000000 + sum(high) <> 0 AS off
                FROM posting WHERE txn_id = NEW.id GROUP BY commodity_id
            )
        )
        THEN RAISE(ABORT, 'unbalanced transaction')
    END;
END;

-- Whatever name the statement gives the id: "rowid" is no column that UPDATE OF would know.
CREATE TRIGGER txn_keeps_id BEFORE UPDATE ON txn
WHEN NEW.id <> OLD.id
BEGIN
    SELECT RAISE(ABORT, 'a transaction keeps its id');
END;

CREATE TRIGGER txn_period_open_delete BEFORE DELETE ON txn
WHEN OLD.id < (SELECT CAST(value AS INTEGER) + 1 << 32 FROM setting WHERE name = 'closed_through')
BEGIN
    SELECT RAISE(ABORT, 'period closed');
END;

CREATE TRIGGER posting_sealed_insert BEFORE INSERT ON posting
WHEN EXISTS (SELECT 1 FROM txn WHERE id = NEW.txn_id)
BEGIN
    SELECT RAISE(ABORT, 'transaction is sealed');
END;

CREATE TRIGGER posting_sealed_update BEFORE UPDATE OF txn_id, commodity_id, ordinal, account_id, high, low ON posting
WHEN EXISTS (SELECT 1 FROM txn WHERE id = OLD.txn_id OR id = NEW.txn_id)
BEGIN
    SELECT RAISE(ABORT, 'transaction is sealed');
END;

CREATE TRIGGER posting_sealed_delete BEFORE DELETE ON posting
WHEN EXISTS (SELECT 1 FROM txn WHERE id = OLD.txn_id)
BEGIN
    SELECT RAISE(ABORT, 'transaction is sealed');
END;

CREATE TABLE price (
    commodity_id INTEGER NOT NULL REFERENCES commodity (id) DEFERRABLE INITIALLY DEFERRED,
    quote_id     INTEGER NOT NULL REFERENCES commodity (id) DEFERRABLE INITIALLY DEFERRED,
    day          INTEGER NOT NULL,
    rate         TEXT NOT NULL,
    PRIMARY KEY (commodity_id, quote_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement (
    id           INTEGER PRIMARY KEY,
    account_id   INTEGER NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    day          INTEGER NOT NULL,
    commodity_id INTEGER NOT NULL REFERENCES commodity (id) DEFERRABLE INITIALLY DEFERRED,
    high         INTEGER NOT NULL,
    low          INTEGER NOT NULL,
    reconciled   INTEGER NOT NULL CHECK (reconciled IN (0, 1))
) STRICT;
CREATE INDEX statement_by_account ON statement (account_id, day);

-- The bytes of a receipt are kept under their SHA-256 and never change; history refers to them by it.
CREATE TABLE content (
    sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32),
    bytes  BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE attachment (
    id         INTEGER PRIMARY KEY,
    txn_serial INTEGER NOT NULL,
    name       TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size       INTEGER NOT NULL,
    sha256     BLOB NOT NULL REFERENCES content (sha256) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX attachment_by_txn ON attachment (txn_serial);

CREATE TABLE batch (
    id          INTEGER PRIMARY KEY,
    file_name   TEXT NOT NULL,
    format      TEXT NOT NULL,
    profile_id  INTEGER,
    sha256      BLOB NOT NULL,
    imported_at INTEGER NOT NULL
) STRICT;

CREATE TABLE profile (
    id        INTEGER PRIMARY KEY,
    name      TEXT NOT NULL,
    signature TEXT NOT NULL UNIQUE,
    reading   TEXT NOT NULL,
    account_id INTEGER
) STRICT;

CREATE TABLE rule (
    id       INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    body     TEXT NOT NULL
) STRICT;

-- What follows is derived, kept up to date in the transaction that changes its source, and recomputed by `check`.

CREATE TABLE month_balance (
    account_id   INTEGER NOT NULL,
    commodity_id INTEGER NOT NULL,
    month        INTEGER NOT NULL,
    high         INTEGER NOT NULL,
    low          INTEGER NOT NULL,
    postings     INTEGER NOT NULL,
    PRIMARY KEY (account_id, commodity_id, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE month_payee (
    month        INTEGER NOT NULL,
    account_id   INTEGER NOT NULL,
    payee_id     INTEGER NOT NULL,   -- 0 for none
    commodity_id INTEGER NOT NULL,
    high         INTEGER NOT NULL,
    low          INTEGER NOT NULL,
    postings     INTEGER NOT NULL,
    PRIMARY KEY (month, account_id, payee_id, commodity_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE month_count (
    month        INTEGER PRIMARY KEY,
    transactions INTEGER NOT NULL
) STRICT;

CREATE TABLE habit (
    token      TEXT NOT NULL,
    account_id INTEGER NOT NULL,
    seen       INTEGER NOT NULL,
    last       INTEGER NOT NULL,     -- number of the history entry that brought the newest lesson
    PRIMARY KEY (token, account_id)
) STRICT, WITHOUT ROWID;

-- A row that nothing is left behind of goes away, so that stored and recomputed sums have the same rows.
CREATE TRIGGER month_balance_empty AFTER UPDATE ON month_balance WHEN NEW.postings = 0
BEGIN
    DELETE FROM month_balance
    WHERE account_id = NEW.account_id AND commodity_id = NEW.commodity_id AND month = NEW.month;
END;
CREATE TRIGGER month_payee_empty AFTER UPDATE ON month_payee WHEN NEW.postings = 0
BEGIN
    DELETE FROM month_payee
    WHERE month = NEW.month AND account_id = NEW.account_id AND payee_id = NEW.payee_id
      AND commodity_id = NEW.commodity_id;
END;
CREATE TRIGGER month_count_empty AFTER UPDATE ON month_count WHEN NEW.transactions = 0
BEGIN
    DELETE FROM month_count WHERE month = NEW.month;
END;
CREATE TRIGGER habit_empty AFTER UPDATE ON habit WHEN NEW.seen = 0
BEGIN
    DELETE FROM habit WHERE token = NEW.token AND account_id = NEW.account_id;
END;

CREATE VIRTUAL TABLE search USING fts5 (
    body, content = '', contentless_delete = 1, tokenize = 'trigram remove_diacritics 1'
);
CREATE VIRTUAL TABLE search_term USING fts5vocab (search, 'row');
-- Terms are gathered in up to 8 MiB of memory: with the usual one, a long import writes many small parts of the index and
-- merges them again and again.
INSERT INTO search (search, rank) VALUES ('hashsize', 8388608);

-- Every action, append-only and hash-chained: what undo needs, and the audit trail.
-- base and direction say whose changes the entry applies: an action its own (+1), an undo those of the action it takes
-- back (-1), a redo the same again (+1). undo_next and redo_next are the entries that Undo and Redo would act on next.
CREATE TABLE history (
    seq          INTEGER PRIMARY KEY,
    at           INTEGER NOT NULL,              -- milliseconds since 1970, UTC
    action       TEXT NOT NULL,
    detail       TEXT NOT NULL,                 -- JSON: what a person reads about it
    base         INTEGER NOT NULL,
    direction    INTEGER NOT NULL CHECK (direction IN (-1, 1)),
    undo_next    INTEGER,
    redo_next    INTEGER,
    changes      INTEGER NOT NULL,
    payload_hash BLOB NOT NULL CHECK (length(payload_hash) = 32),
    previous     BLOB NOT NULL CHECK (length(previous) = 32),
    hash         BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE history_part (
    seq  INTEGER NOT NULL REFERENCES history (seq) DEFERRABLE INITIALLY DEFERRED,
    part INTEGER NOT NULL,
    body BLOB NOT NULL,                         -- zstd of JSON lines, one change a line
    PRIMARY KEY (seq, part)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER history_keeps_entries BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_keeps_text BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_part_kept BEFORE DELETE ON history_part BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_part_text BEFORE UPDATE ON history_part BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
