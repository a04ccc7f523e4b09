-- What a person wants to reach, and what accounts should hold on the way.

CREATE TABLE goal (
    id           INTEGER PRIMARY KEY,
    position     INTEGER NOT NULL,
    name         TEXT NOT NULL UNIQUE CHECK (name <> ''),
    commodity_id INTEGER NOT NULL REFERENCES commodity (id) DEFERRABLE INITIALLY DEFERRED,
    aim          TEXT NOT NULL              -- JSON: savings or debts
) STRICT;

-- What an account should hold at least.
CREATE TABLE account_floor (
    account_id   INTEGER NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    commodity_id INTEGER NOT NULL REFERENCES commodity (id) DEFERRABLE INITIALLY DEFERRED,
    high         INTEGER NOT NULL,
    low          INTEGER NOT NULL,
    PRIMARY KEY (account_id, commodity_id)
) STRICT, WITHOUT ROWID;

-- What if: a change of life to be forecast beside the one that is.
CREATE TABLE scenario (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL UNIQUE CHECK (name <> ''),
    alterations TEXT NOT NULL               -- JSON
) STRICT;

-- What a person has seen and put away.
CREATE TABLE insight_dismissal (
    about TEXT PRIMARY KEY,
    day   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
