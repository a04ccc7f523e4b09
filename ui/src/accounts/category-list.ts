import type { AccountView, ReportRow } from '#api/generated.ts';
import type { AccountTree } from '#register/account-tree.ts';

/** A category as the list of categories shows it. */
export interface CategoryLine {
  account: AccountView;
  side: 'expense' | 'income';
  /** How deep it stands below its side, from 0. */
  depth: number;
  /** Series colour 1 to 6. */
  colour: number;
  /** Postings in it and below it. */
  uses: number;
  /** What it came to in the period, with all below it; in the ledger's currency. */
  total: string | undefined;
}

/** What each category came to in a report, with all below it. */
export function totalsOf(rows: readonly ReportRow[]): Map<number, string> {
  const totals = new Map<number, string>();
  for (const { account, own, values, whole } of rows) {
    const total = whole ?? values[0];
    if (account === null || total === undefined) continue;
    // A category with others below it has a row for itself alone as well.
    if (!own || !totals.has(account)) totals.set(account, total);
  }
  return totals;
}

/** Expenses, then income, each as the tree that it is. */
export function categoryLines(tree: AccountTree, totals: ReadonlyMap<number, string>): CategoryLine[] {
  const side = (wanted: 'expense' | 'income') =>
    tree.all
      .filter((account) => account.side === wanted && account.parent !== null)
      .map((account) => ({
        account,
        side: wanted,
        depth: tree.path(account.id).split(':').length - 1,
        colour: tree.colour(account.id) ?? 1,
        uses: tree.subtree(account.id).reduce((sum, { postings }) => sum + postings, 0),
        total: totals.get(account.id)
      }));
  return [...side('expense'), ...side('income')];
}
