-- What assets and liabilities gained day by day, and with whom something comes again: derived, as month_balance is.

CREATE TABLE day_flow (
    account_id   INTEGER NOT NULL,
    commodity_id INTEGER NOT NULL,
    day          INTEGER NOT NULL,
    high         INTEGER NOT NULL,
    low          INTEGER NOT NULL,
    spent_high   INTEGER NOT NULL,          -- what of it was spent: went to categories of spending
    spent_low    INTEGER NOT NULL,
    postings     INTEGER NOT NULL,
    PRIMARY KEY (account_id, commodity_id, day)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER day_flow_empty AFTER UPDATE ON day_flow WHEN NEW.postings = 0
BEGIN
    DELETE FROM day_flow
    WHERE account_id = NEW.account_id AND commodity_id = NEW.commodity_id AND day = NEW.day;
END;

INSERT INTO day_flow
SELECT p.account_id, p.commodity_id, p.txn_id >> 32, sum(p.high), sum(p.low), 0, 0, count(*)
FROM account AS a CROSS JOIN posting AS p INDEXED BY posting_by_account ON p.account_id = a.id
WHERE a.kind NOT IN ('income', 'expense', 'equity', 'opening', 'conversion')
GROUP BY 1, 2, 3;

-- What a transaction spent is what went to categories of spending in the commodity of the one account that gave; where
-- nothing did, all that it gave.
INSERT INTO day_flow
SELECT gave.account_id, gave.commodity_id, gave.txn_id >> 32, 0, 0,
    sum(iif(same.txn_id IS NULL, gave.high, -same.high)), sum(iif(same.txn_id IS NULL, gave.low, -same.low)), 0
FROM (
    SELECT p.txn_id, min(p.account_id) AS account_id, min(p.commodity_id) AS commodity_id,
        sum(p.high) AS high, sum(p.low) AS low
    FROM posting AS p JOIN account AS a ON a.id = p.account_id
    WHERE a.kind NOT IN ('income', 'expense', 'equity', 'opening', 'conversion') AND (p.high < 0 OR p.low < 0)
    GROUP BY p.txn_id HAVING count(*) = 1
) AS gave
LEFT JOIN (
    SELECT p.txn_id, p.commodity_id, sum(p.high) AS high, sum(p.low) AS low
    FROM posting AS p JOIN account AS a ON a.id = p.account_id
    WHERE a.kind = 'expense' GROUP BY p.txn_id, p.commodity_id
) AS same ON same.txn_id = gave.txn_id AND same.commodity_id = gave.commodity_id
WHERE EXISTS (
    SELECT 1 FROM posting AS p JOIN account AS a ON a.id = p.account_id
    WHERE p.txn_id = gave.txn_id AND a.kind = 'expense'
)
GROUP BY 1, 2, 3
ON CONFLICT DO UPDATE SET spent_high = excluded.spent_high, spent_low = excluded.spent_low;

-- The newest transactions with a payee, with whom something comes again. Both are unknown (NULL) for a payee whose
-- transactions changed since they were looked at; where nothing came again there is no row.
CREATE TABLE payee_recent (
    payee_id INTEGER PRIMARY KEY,
    newest   INTEGER,                       -- the day of the newest
    legs     TEXT                           -- JSON: transaction, account, commodity, high, low of each posting
) STRICT;

INSERT INTO payee_recent (payee_id) SELECT id FROM payee;
