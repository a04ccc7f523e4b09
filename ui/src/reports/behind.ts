import type { AccountView, ReportKind, ReportRow } from '#api/generated.ts';
import { noFilter, queryOf, type RegisterFilter } from '#register/filter.ts';

/** The link to the transactions that a filter finds. */
export function registerHref(filter: Partial<RegisterFilter>): string {
  const query = queryOf({ ...noFilter, ...filter }).toString();
  return query ? `/transactions?${query}` : '/transactions';
}

export type Side = 'asset' | 'liability' | 'income' | 'expense';

/** The accounts at the top of each side of the books. */
export type Roots = Readonly<Record<Side, readonly number[]>>;

export function rootsOf(accounts: readonly Pick<AccountView, 'id' | 'parent' | 'side'>[]): Roots {
  const of = (side: Side) => accounts.filter((account) => account.parent === null && account.side === side).map(({ id }) => id);
  return { asset: of('asset'), liability: of('liability'), income: of('income'), expense: of('expense') };
}

export const noRoots: Roots = { asset: [], liability: [], income: [], expense: [] };

/** Reports of what is there at the end of their columns rest on everything up to then. */
export const isAtEnd = (kind: ReportKind): boolean => kind === 'balance_sheet' || kind === 'net_worth';

/** The sides whose postings a line of a report's own sums; what comes from rates alone has nothing behind it. */
const sidesOfLine: Readonly<Record<string, readonly Side[]>> = {
  income: ['income'], money_in: ['income'], expenses: ['expense'], money_out: ['expense'], spending: ['expense'],
  net_income: ['income', 'expense'], saved: ['income', 'expense'], retained_earnings: ['income', 'expense'],
  assets: ['asset'], liabilities: ['liability'], net_worth: ['asset', 'liability'], change: ['asset', 'liability']
};

/** The link to the transactions behind a figure; nothing where there are none to show. */
export function hrefBehind(
  kind: ReportKind, row: Pick<ReportRow, 'account' | 'payee' | 'line'>, period: { from: string; to: string }, roots: Roots
): string | undefined {
  const within = { from: period.from, to: period.to };
  const days = isAtEnd(kind) ? { to: period.to } : within;
  if (row.account !== null) return registerHref({ ...days, ...isAtEnd(kind) ? { accounts: [row.account] } : { categories: [row.account] } });
  if (row.payee !== null) return registerHref({ ...days, payee: row.payee, categories: roots.expense });
  const sides = sidesOfLine[row.line ?? ''];
  const behind = sides?.flatMap((side) => roots[side]) ?? [];
  if (!sides || behind.length === 0) return undefined;
  if (row.line === 'change') return registerHref({ ...within, accounts: behind });
  return registerHref({ ...days, ...sides[0] === 'asset' || sides[0] === 'liability' ? { accounts: behind } : { categories: behind } });
}
