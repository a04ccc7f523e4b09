import { call } from '#api/call.ts';
import type { EntryView } from '#api/generated.ts';
import type { RowLoader } from '#components/rows/row-pages.svelte.ts';

/** An entry of the history, and whether what it did is in the books now. */
export interface HistoryRow {
  entry: EntryView;
  /** What the entry left behind still holds: nothing since has turned it round. */
  stands: boolean;
}

/** The first entries make the ledger itself; nothing stands before them. */
const founding: ReadonlySet<string> = new Set(['ledger_create', 'sample']);

/** Loads the history of a ledger with `total` entries, the newest first: they are numbered without gaps from 1. */
export function historyLoader(total: number): RowLoader<HistoryRow> {
  return async (from, count) => {
    const { entries, taken_back } = await call('history', { before: total - from + 1, limit: count });
    const gone = new Set(taken_back);
    return entries.map((entry) => ({ entry, stands: gone.has(entry.base) === entry.backwards }));
  };
}

/** The day of an entry where the reader sits. */
export const dayOf = ({ entry }: HistoryRow): string => entry.at.slice(0, 10);

/** Whether an entry can be turned round by itself. */
export function canTurn({ entry, stands }: HistoryRow): boolean {
  return stands && !founding.has(entry.action) && !(entry.action === 'settings' && entry.seq <= 2);
}
