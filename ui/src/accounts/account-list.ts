import type { AccountView, HoldingsView, Money, StatementView } from '#api/generated.ts';
import { signOf, sumText } from '#format/decimal.ts';
import type { Day } from '#format/index.ts';
import type { AccountTree } from '#register/account-tree.ts';

/** What accounts stand under, in the order of the sidebar; then what it leaves out. */
export const accountGroups = ['bank', 'cards', 'wallets', 'investments', 'assets', 'receivable', 'debts', 'folders', 'closed'] as const;
export type AccountGroup = (typeof accountGroups)[number];

const groupOfKind: Readonly<Record<string, AccountGroup>> = {
  checking: 'bank', savings: 'bank', cash: 'bank', card: 'cards', wallet: 'wallets', brokerage: 'investments', asset: 'assets',
  receivable: 'receivable', loan: 'debts', payable: 'debts', liability: 'debts'
};

/** An account as the list of accounts shows it. */
export interface AccountLine {
  account: AccountView;
  group: AccountGroup;
  /** The groups that it stands in: "Bank". */
  above: string;
  /** What it is worth in the ledger's currency, as far as there are rates. */
  worth: string;
  /** Nothing is said of its worth: a commodity of it has no rate. */
  unvalued: boolean;
  /** The day up to which statements agree. */
  reconciled: Day | undefined;
}

/** A group holds others and no money of its own. */
export function isFolder(account: AccountView, tree: AccountTree): boolean {
  const generic = account.kind === 'asset' || account.kind === 'liability';
  return account.postings === 0 && account.currency === null && (generic || tree.hasBelow(account.id));
}

function groupOf(account: AccountView, tree: AccountTree): AccountGroup {
  if (isFolder(account, tree)) return 'folders';
  if (account.closed) return 'closed';
  return groupOfKind[account.kind] ?? 'assets';
}

/** What each account is worth in the ledger's currency, as far as there are rates; and those that lack one. */
export function worthsOf(holdings: HoldingsView): { worths: Map<number, string>; unvalued: Set<number> } {
  const worths = new Map<number, string>();
  const unvalued = new Set<number>();
  for (const { account, held, worth } of holdings.commodities.flatMap(({ accounts }) => accounts)) {
    if (worth !== null) worths.set(account, sumText([worths.get(account) ?? '0', worth]));
    else if (signOf(held) !== 0) unvalued.add(account);
  }
  return { worths, unvalued };
}

/** The newest day that statements of each account have agreed. */
export function reconciledDays(statements: readonly StatementView[]): Map<number, Day> {
  const days = new Map<number, Day>();
  for (const { account, date, reconciled } of statements) {
    if (reconciled && date > (days.get(account) ?? '')) days.set(account, date);
  }
  return days;
}

/** One's own accounts, group by group, each in order of its path. */
export function accountLines(
  tree: AccountTree, worths: ReadonlyMap<number, string>, unvalued: ReadonlySet<number>, reconciled: ReadonlyMap<number, Day>
): AccountLine[] {
  const lines = tree.all
    .filter((account) => tree.isOwn(account.id) && account.parent !== null)
    .map((account) => ({
      account,
      group: groupOf(account, tree),
      above: tree.path(account.id).split(':').slice(0, -1).join(' › '),
      worth: worths.get(account.id) ?? '0',
      unvalued: unvalued.has(account.id),
      reconciled: reconciled.get(account.id)
    }));
  return lines.toSorted(
    (a, b) => accountGroups.indexOf(a.group) - accountGroups.indexOf(b.group) || a.account.path.localeCompare(b.account.path)
  );
}

/** What all accounts of a group, or of all groups, are worth together. */
export function worthOf(lines: readonly AccountLine[], group?: AccountGroup): string {
  return sumText(lines.filter((line) => group === undefined || line.group === group).map(({ worth }) => worth));
}

/** What an account holds: its own currency first, and nothing of what it no longer holds. */
export function heldBy({ balances, currency }: AccountView): Money[] {
  const held = balances.filter(({ amount, commodity }) => commodity === currency || signOf(amount) !== 0);
  return held.toSorted((a, b) => Number(b.commodity === currency) - Number(a.commodity === currency));
}

/** Accounts that another can be merged into: of the same side, open, not below it, holding what it holds. */
export function mergeTargets(account: AccountView, tree: AccountTree): AccountView[] {
  const below = new Set(tree.subtree(account.id).map(({ id }) => id));
  const kept = (other: AccountView) => (tree.isCategory(account.id) ? true : other.currency === account.currency);
  return tree.all.filter(
    (other) => other.side === account.side && other.parent !== null && !other.closed && !below.has(other.id) && !isFolder(other, tree) && kept(other)
  );
}

/** Whether there is anything it can be merged into. */
export function canMerge(account: AccountView, tree: AccountTree): boolean {
  return !account.fixed && !tree.hasBelow(account.id) && mergeTargets(account, tree).length > 0;
}

/** Why an account cannot be removed; `undefined` where it can. */
export function keptBecause(account: AccountView, tree: AccountTree): 'fixed' | 'below' | 'used' | undefined {
  if (account.fixed) return 'fixed';
  if (tree.hasBelow(account.id)) return 'below';
  return account.postings > 0 ? 'used' : undefined;
}
