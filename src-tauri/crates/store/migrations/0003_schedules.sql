-- What comes again. Amounts have the sign with which they change the schedule's account.

CREATE TABLE schedule (
    id           INTEGER PRIMARY KEY,
    name         TEXT NOT NULL DEFAULT '',
    start        INTEGER NOT NULL,          -- the day from which the rule counts
    rule         TEXT,                      -- RFC 5545; NULL for one day alone
    shift        TEXT NOT NULL CHECK (shift IN ('stay', 'before', 'after')),
    country      TEXT,                      -- whose holidays shift it
    since        INTEGER NOT NULL,          -- occurrences before this day are history
    mode         TEXT NOT NULL CHECK (mode IN ('ask', 'post')),
    remind       INTEGER CHECK (remind >= 0),
    payee_id     INTEGER REFERENCES payee (id) DEFERRABLE INITIALLY DEFERRED,
    account_id   INTEGER NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    commodity_id INTEGER NOT NULL REFERENCES commodity (id) DEFERRABLE INITIALLY DEFERRED,
    planned      TEXT NOT NULL,             -- JSON: fixed, a range, or an average
    note         TEXT NOT NULL DEFAULT ''
) STRICT;

-- The other side. The one part without an amount takes the rest.
CREATE TABLE schedule_part (
    schedule_id INTEGER NOT NULL REFERENCES schedule (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    ordinal     INTEGER NOT NULL,
    account_id  INTEGER NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    high        INTEGER,
    low         INTEGER CHECK ((low IS NULL) = (high IS NULL)),
    PRIMARY KEY (schedule_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE schedule_tag (
    schedule_id INTEGER NOT NULL REFERENCES schedule (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    tag_id      INTEGER NOT NULL REFERENCES tag (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (schedule_id, tag_id)
) STRICT, WITHOUT ROWID;

-- What was said of one occurrence. One that is in the books has its transaction: the database refuses to lose it.
CREATE TABLE schedule_exception (
    schedule_id INTEGER NOT NULL REFERENCES schedule (id) DEFERRABLE INITIALLY DEFERRED,
    nominal     INTEGER NOT NULL,           -- the day that the rule names
    day         INTEGER,                    -- where it was moved to
    high        INTEGER,                    -- an amount of its own
    low         INTEGER CHECK ((low IS NULL) = (high IS NULL)),
    standing    TEXT NOT NULL CHECK (standing IN ('open', 'skipped', 'posted', 'matched')),
    txn_id      INTEGER REFERENCES txn (id) DEFERRABLE INITIALLY DEFERRED
                CHECK ((txn_id IS NULL) = (standing IN ('open', 'skipped'))),
    PRIMARY KEY (schedule_id, nominal)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX schedule_exception_by_txn ON schedule_exception (txn_id);

-- The occurrences that were posted without asking. Like the numbers of ids these are never taken back: what a person undoes
-- is not posted again behind their back.
CREATE TABLE auto_posted (
    schedule_id INTEGER NOT NULL,
    nominal     INTEGER NOT NULL,
    PRIMARY KEY (schedule_id, nominal)
) STRICT, WITHOUT ROWID;

-- What Coffer remembers of its own doings with this ledger, outside the history.
CREATE TABLE mark (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What a person said of a bill. Bills are found anew each time, and known by one of their payments.
CREATE TABLE bill_decision (
    id           INTEGER PRIMARY KEY,
    payee_id     INTEGER NOT NULL REFERENCES payee (id) DEFERRABLE INITIALLY DEFERRED,
    account_id   INTEGER NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    commodity_id INTEGER NOT NULL REFERENCES commodity (id) DEFERRABLE INITIALLY DEFERRED,
    anchor       INTEGER NOT NULL,          -- serial number of the transaction of one of its payments
    dismissed    INTEGER NOT NULL CHECK (dismissed IN (0, 1)),
    schedule_id  INTEGER REFERENCES schedule (id) DEFERRABLE INITIALLY DEFERRED,
    note         TEXT NOT NULL DEFAULT ''
) STRICT;

-- Holidays that a person added to a country's, or struck out.
CREATE TABLE own_holiday (
    country TEXT NOT NULL,
    day     INTEGER NOT NULL,
    name    TEXT,                           -- NULL for a day that is none
    PRIMARY KEY (country, day)
) STRICT, WITHOUT ROWID;
