import type { Reconciliation, RegisterRow } from '#api/generated.ts';
import { sumText } from '#format/decimal.ts';
import { negated, type StatementRow } from './explain.ts';

/** Rows that a person ticked or unticked, against what their status says. */
export type Overrides = ReadonlyMap<string, boolean>;

/** What is cleared has been seen on a statement; what is pending has not. */
export const isTicked = (row: Pick<RegisterRow, 'id' | 'status'>, overrides: Overrides): boolean =>
  overrides.get(row.id) ?? row.status !== 'pending';

/** Turns one row; what is as its status says needs no override. */
export function turned(row: Pick<RegisterRow, 'id' | 'status'>, overrides: Overrides, to = !isTicked(row, overrides)): Map<string, boolean> {
  const next = new Map(overrides);
  if (to === (row.status !== 'pending')) next.delete(row.id);
  else next.set(row.id, to);
  return next;
}

export interface Sums {
  /** What earlier statements agreed and what is ticked. */
  total: string;
  /** How many rows are ticked, listed or not. */
  count: number;
  /** Stated less total. */
  difference: string;
}

/** Sums in exact decimals: rows beyond those listed count as their status says. */
export function sumsOf(found: Reconciliation, overrides: Overrides, stated: string): Sums {
  const changed = found.rows.filter(({ id }) => overrides.has(id));
  const ticked = (row: RegisterRow) => isTicked(row, overrides);
  const changes = changed.map((row) => (ticked(row) ? row.amount.amount : negated(row.amount.amount)));
  const total = sumText([found.reconciled.amount, found.cleared.amount, ...changes]);
  const count = found.cleared_count + changed.reduce((sum, row) => sum + (ticked(row) ? 1 : -1), 0);
  return { total, count, difference: sumText([stated, negated(total)]) };
}

/** What the ledger is told: pending rows that are on the statement, cleared ones that are not. */
export function choicesOf(rows: readonly RegisterRow[], overrides: Overrides): { ticked: string[]; unticked: string[] } {
  const changed = rows.filter(({ id }) => overrides.has(id));
  const ids = (wanted: boolean) => changed.filter((row) => isTicked(row, overrides) === wanted).map(({ id }) => id);
  return { ticked: ids(true), unticked: ids(false) };
}

export const statementRows = (rows: readonly RegisterRow[], overrides: Overrides): StatementRow[] =>
  rows.map((row) => ({ id: row.id, date: row.date, payee: row.payee || row.description, amount: row.amount.amount, ticked: isTicked(row, overrides) }));
