-- What money is for. Amounts are whole smallest units of the budget's commodity, split as everywhere; periods are numbers
-- of the budget's cadence.

CREATE TABLE budget (
    id           INTEGER PRIMARY KEY,
    name         TEXT NOT NULL UNIQUE CHECK (name <> ''),
    commodity_id INTEGER NOT NULL REFERENCES commodity (id) DEFERRABLE INITIALLY DEFERRED,
    method       TEXT NOT NULL CHECK (method IN ('envelope', 'tracking')),
    cadence      TEXT NOT NULL,             -- JSON
    since        INTEGER NOT NULL,          -- the first day of its first period
    accounts     TEXT,                      -- JSON array of accounts, each with all below it; NULL for everyday accounts
    archived     INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;

-- What a person set for an envelope, or for what is set aside for a card.
CREATE TABLE budget_envelope (
    budget_id  INTEGER NOT NULL REFERENCES budget (id) DEFERRABLE INITIALLY DEFERRED,
    account_id INTEGER NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    settings   TEXT NOT NULL,               -- JSON: rules, group, place, target
    PRIMARY KEY (budget_id, account_id)
) STRICT, WITHOUT ROWID;

-- Money given a purpose, or another one: what is assigned in a period is the sum of its moves.
CREATE TABLE budget_move (
    id        INTEGER PRIMARY KEY,
    budget_id INTEGER NOT NULL REFERENCES budget (id) DEFERRABLE INITIALLY DEFERRED,
    period    INTEGER NOT NULL,
    source    INTEGER NOT NULL,             -- account of an envelope or a card; 0 to be assigned; -1 held for the next period
    end       INTEGER NOT NULL CHECK (end <> source),
    high      INTEGER NOT NULL CHECK (high >= 0),
    low       INTEGER NOT NULL CHECK (low BETWEEN 0 AND 999999999999 AND high + low > 0),
    at        INTEGER NOT NULL,             -- milliseconds since 1970, UTC
    reason    TEXT                          -- JSON: why that much, where a target asked for it
) STRICT;
CREATE INDEX budget_move_by_period ON budget_move (budget_id, period, source, end, high, low);

CREATE TABLE budget_template (
    id        INTEGER PRIMARY KEY,
    budget_id INTEGER NOT NULL REFERENCES budget (id) DEFERRABLE INITIALLY DEFERRED,
    name      TEXT NOT NULL CHECK (name <> ''),
    body      TEXT NOT NULL,                -- JSON: what each envelope gets
    UNIQUE (budget_id, name)
) STRICT;

-- Derived, as month_balance is: what transactions moved between a budget's accounts, cards and envelopes, at the rate of
-- the day.
CREATE TABLE budget_flow (
    budget_id INTEGER NOT NULL,
    period    INTEGER NOT NULL,
    kind      INTEGER NOT NULL,             -- 0 income, 1 spending, 2 payment of a card, 3 exchange
    end_id    INTEGER NOT NULL,             -- the envelope, or the account that income came from; 0 for none
    card_id   INTEGER NOT NULL,             -- 0 for none
    high      INTEGER NOT NULL,
    low       INTEGER NOT NULL,
    flows     INTEGER NOT NULL,
    PRIMARY KEY (budget_id, period, kind, end_id, card_id)
) STRICT, WITHOUT ROWID;

-- What came into a budget's accounts: in their own commodities, and what that was worth on the day. What lies before the
-- budget's first day is in the period before its first.
CREATE TABLE budget_holding (
    budget_id    INTEGER NOT NULL,
    period       INTEGER NOT NULL,
    account_id   INTEGER NOT NULL,
    commodity_id INTEGER NOT NULL,
    high         INTEGER NOT NULL,
    low          INTEGER NOT NULL,
    worth_high   INTEGER NOT NULL,
    worth_low    INTEGER NOT NULL,
    postings     INTEGER NOT NULL,
    PRIMARY KEY (budget_id, period, account_id, commodity_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER budget_flow_empty AFTER UPDATE ON budget_flow WHEN NEW.flows = 0
BEGIN
    DELETE FROM budget_flow
    WHERE budget_id = NEW.budget_id AND period = NEW.period AND kind = NEW.kind AND end_id = NEW.end_id
      AND card_id = NEW.card_id;
END;
CREATE TRIGGER budget_holding_empty AFTER UPDATE ON budget_holding WHEN NEW.postings = 0
BEGIN
    DELETE FROM budget_holding
    WHERE budget_id = NEW.budget_id AND period = NEW.period AND account_id = NEW.account_id
      AND commodity_id = NEW.commodity_id;
END;
